"""An author's prose made ready to publish: typography, linked abbreviations, notes and figures, line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kb.formats.markdown import Text
from kb.model.corpus import Corpus, Document
from kb.render.dialect import written
from kb.render.figures import figure
from kb.render.view import View
from kb.text.abbreviations import abbreviations, pattern
from kb.text.typography import typeset

NOTE = re.compile(r"\[(\d+)\]\[(note-\d+)\]")
FIGURE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]\[(fig-[a-z0-9-]+)\]")


def publishable(view: View, document: Document) -> list[str]:
    """The lines of a document, as many as the author wrote.

    One may hold several: that of a figure, and that which an empty line parts from the one before.
    """
    lines = document.text.split("\n")
    edits: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    linker = _Linker(view.corpus, document)
    for text in document.scan.texts:
        row, start = text.line - document.first_line, text.column - 1
        around = _neighbours(lines[row], start, start + len(text.text))
        new = linker(text, typeset(text.text, text.language or document.language, *around))
        if new != text.text:
            edits[row].append((start, len(text.text), new))
    for row, end, language in _foreign_titles(view.corpus, document):
        edits[row].append((end, 0, f"{{ lang={language} }}"))
    for row, changes in edits.items():
        for start, length, new in sorted(changes, reverse=True):
            lines[row] = lines[row][:start] + new + lines[row][start + length :]
    call = _note(view.label("note"))
    for row in {link.line - document.first_line for link in document.scan.links if link.ref}:
        lines[row] = _figures(view, NOTE.sub(call, lines[row]))
    headings = (heading.line - document.first_line for heading in document.scan.headings if heading.id)
    return written(lines, document.text, headings)


def _foreign_titles(corpus: Corpus, document: Document) -> Iterator[tuple[int, int, str]]:
    """The row, end and language of each link under a title, or its beginning, that is in the other language."""
    lines = document.text.split("\n")
    for link in document.scan.links:
        reference = corpus.reference.get(link.ref or "")
        if not reference or not reference.title[document.language].startswith(link.text):
            continue
        language = reference.title_language(document.language)
        row = link.line - document.first_line
        start = lines[row].find(end := f"][{link.ref}]", link.column - 1)
        if language != document.language and start >= 0:
            yield row, start + len(end), language


def _neighbours(line: str, start: int, end: int) -> tuple[str, str]:
    """What a text that markup cuts off goes on from and to: a letter stands for a link or code, "" for nothing."""
    before, after = line[:start].rstrip("*_")[-1:], line[end:].lstrip("*_")[:1]
    before = before if before.isalnum() or before in "([“" else "" if before.isspace() or before == '"' else "x"
    return before, "x" if after and after in "[`<!" else after if after.isalnum() else ""


def _note(word: str) -> str:
    """A note's call: its number is all that is seen, « note 2 » is what a screen reader says."""
    return rf'[<span class="visually-hidden">{word} </span>\1][\2]{{ .note }}'


def _figures(view: View, line: str) -> str:
    match = FIGURE.fullmatch(line.strip())
    return figure(view, match.group(2), match.group(1)) if match else line


class _Linker:
    """Links the first use of each abbreviation in running text to its definition, once a page.

    Tooltips that open on hover alone would leave touch and keyboard out (WCAG 2.2, 1.4.13 and 2.1.1).
    """

    def __init__(self, corpus: Corpus, document: Document):
        linked = {link.ref: link for link in document.scan.links}
        self.waiting = {}
        for abbr, id_ in abbreviations(corpus).items():
            if abbr in document.text:
                own = linked.get(id_)
                done = own and abbr in own.text and self._first(document, abbr, own.line, own.column)
                if not done:
                    self.waiting[abbr] = (id_, pattern(abbr))

    @staticmethod
    def _first(document: Document, abbr: str, line: int, column: int) -> bool:
        """Whether no running text uses the abbreviation before the author's own link to it."""
        regex = pattern(abbr)
        return not any(
            (text.line, text.column) < (line, column)
            and not text.heading
            and not text.linked
            and regex.search(text.text)
            for text in document.scan.texts
        )

    def __call__(self, text: Text, new: str) -> str:
        if text.heading or text.linked:
            return new
        for abbr, (id_, regex) in list(self.waiting.items()):
            if abbr in new and regex.search(new):
                new = regex.sub(f"[{abbr}][{id_}]", new, count=1)
                del self.waiting[abbr]
        return new
