"""Lines as they are read: the runs of prose of one source line in one, over the marks of links and emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from kb.formats.folding import skeleton
from kb.formats.markdown import Text
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding
from kb.text.phrases import WORD
from kb.text.prose import OTHER, Prose, front_matter, strings

HIDDEN = re.compile(r"[`<]|!\[")
# What links, references and attributes leave between two runs, and is not read.
MARKUP = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|\{[^{}]*\}")


@dataclass(frozen=True)
class Line:
    """`places` says where the parts of `text` stand: (offset, column), in order."""

    text: str
    language: str
    path: str
    line: int
    places: tuple[tuple[int, int], ...]
    alone: bool = False  # a string of YAML, which no other line continues
    key: KeyPath = ()  # where it stands in its YAML file

    @cached_property
    def skeleton(self) -> str:
        """The text as `kb.formats.folding.skeleton` has it."""
        return skeleton(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its skeleton."""
        return frozenset(WORD.findall(self.skeleton))

    def finding(self, code: str, offset: int, message: str, hint: str = "") -> Finding:
        start, column = next(place for place in reversed(self.places) if place[0] <= offset)
        return Finding(self.path, self.line, column + offset - start, code, message, hint)


@lru_cache(maxsize=1)
def all_lines(corpus: Corpus) -> tuple[Line, ...]:
    """Every line of Markdown that holds prose, then the strings of front matter and YAML."""
    pages = [line for _, document in corpus.documents() for line in _lines_of(document)]
    return (*pages, *map(_single, front_matter(corpus)), *map(_single, strings(corpus)))


@dataclass(frozen=True)
class Passage:
    """The lines of one block, or one string of YAML, as one text."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return self.lines[0].text if len(self.lines) == 1 else " ".join(line.text for line in self.lines)

    @property
    def language(self) -> str:
        return self.lines[0].language

    def finding(self, code: str, offset: int, message: str, hint: str = "") -> Finding:
        for line in self.lines[:-1]:
            if offset <= len(line.text):
                return line.finding(code, offset, message, hint)
            offset -= len(line.text) + 1
        return self.lines[-1].finding(code, offset, message, hint)


@lru_cache(maxsize=1)
def all_passages(corpus: Corpus) -> tuple[Passage, ...]:
    """Every line of `all_lines`, with those that go on with the same block, and the alternative texts of images."""
    starts = {(document.path, block.line) for _, document in corpus.documents() for block in document.scan.blocks}
    found: list[list[Line]] = []
    for line in all_lines(corpus):
        before = found[-1][-1] if found else None
        if before and not line.alone and (line.path, line.line) not in starts and _follows(before, line):
            found[-1].append(line)
        else:
            found.append([line])
    images = (
        Line(link.text, document.language, document.path, link.line, ((0, link.column + 2),))
        for _, document, link in corpus.links()
        if link.image
    )
    return tuple(Passage(tuple(lines)) for lines in (*found, *([line] for line in images)))


def _follows(before: Line, line: Line) -> bool:
    return (before.path, before.language, before.line + 1) == (line.path, line.language, line.line)


def _single(prose: Prose) -> Line:
    return Line(prose.text, prose.language, prose.path, prose.line, ((0, prose.column),), True, prose.key)


def _lines_of(document: Document) -> Iterator[Line]:
    source = document.text.split("\n")
    for number, group in groupby(document.scan.texts, key=lambda text: text.line):
        texts = list(group)
        row = source[number - document.first_line]
        yield _joined(document, [text for text in texts if not text.language], row, number)
        for text in texts:
            if text.language:
                yield Line(text.text, text.language, document.path, number, ((0, text.column),))


def _joined(document: Document, texts: list[Text], row: str, number: int) -> Line:
    """The runs of one line in its own language, with `OTHER` between two where something else is read."""
    read, places, end = "", [], 0
    for text in texts:
        between = row[end : text.column - 1]
        if end and (HIDDEN.search(between) or any(char.isalnum() for char in MARKUP.sub("", between))):
            read += OTHER
        places.append((len(read), text.column))
        read += text.text
        end = text.column - 1 + len(text.text)
    return Line(read, document.language, document.path, number, tuple(places or [(0, 1)]))
