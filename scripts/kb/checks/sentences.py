"""Sentences: each starts and ends as one, and is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from kb.corpus import Corpus, Document
from kb.finding import Finding
from kb.markdown import Block, plain
from kb.prose import front_matter, strings

NOTES = re.compile(r"\[[^\]]*\]\[note-[\w-]+\]")
INITIALS = re.compile(r"\b[A-Z]\.$")
END = re.compile(r"[.!?…:][»”\")\] \u00a0]*$")
# Keys of YAML whose texts are phrases that a table or a sentence takes up; the other texts are sentences.
PHRASES = {"principles", "models", "milestones", "partners", "qualifier"}
SENTENCE = re.compile(r"[.!?;] +")
SAME_SECTION, ANYWHERE, IN_YAML = 6, 16, 8  # words from which a sentence is said twice: phrases may well recur


def beginnings(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph starts with no small letter."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            if block.kind == "paragraph" and block.source[:1].islower():
                message, hint = "the paragraph starts with a small letter", "write a capital"
                yield document.finding_in(block, 0, "PEN006", message, hint)


def endings(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph ends as a sentence; the items of a list end alike, the last one of « ; » with a full stop."""
    for _, document in corpus.documents():
        images = {link.line for link in document.scan.links if link.alone}
        for block in document.scan.blocks:
            if block.kind == "paragraph" and block.line not in images and not _ends(block):
                yield _at_end(document, block, "the paragraph ends without a full stop", "add it")
        items = (block for block in document.scan.blocks if block.kind == "item")
        for _, group in groupby(sorted(items, key=lambda block: block.group), key=lambda block: block.group):
            yield from _odd_items(document, [block for block in group if _ending(block) != ":"])


def _ends(block: Block) -> bool:
    return block.source[-1:] in ".:?!" or bool(END.search(_said(block)))


def _said(block: Block) -> str:
    return plain(NOTES.sub("", block.source))


def _ending(block: Block) -> str:
    """How an item ends: « . » for any end of a sentence, « ; », « : », or nothing after a name (or its initials)."""
    sign = block.source[-1:]
    if sign not in ".:;":
        sign = _said(block).rstrip('»”")] ')[-1:]
    if sign == "." and INITIALS.search(block.source):
        return ""
    sign = "." if sign in tuple("?!…") else sign
    return sign if sign in tuple(".:;") else ""


def _odd_items(document: Document, items: list[Block]) -> Iterator[Finding]:
    ends = [_ending(item) for item in items]
    usual = max((";", ".", ""), key=(ends[:-1] if ";" in ends else ends).count)
    for item, end, last in zip(items, ends, [*[False] * (len(ends) - 1), True], strict=True):
        wanted = "." if usual == ";" and last else usual
        if end != wanted:
            shown = f"with {wanted}" if wanted else "without a sign"
            yield _at_end(document, item, f"the item does not end {shown}, as its list does", "end it as the others")


def _at_end(document: Document, block: Block, message: str, hint: str) -> Finding:
    return document.finding_in(block, len(block.source) - 1, "PEN011", message, hint)


def endings_in_yaml(corpus: Corpus) -> Iterator[Finding]:
    """A summary, definition or other sentence of YAML ends as one; a phrase that a table takes up does not."""
    for prose in (*strings(corpus), *front_matter(corpus)):
        if prose.name:
            continue
        is_phrase = prose.path == "docs/milestones.yml" or not PHRASES.isdisjoint(prose.key)
        if is_phrase == bool(END.search(prose.text)):
            message, hint = (
                ("a full stop after a phrase", "remove it") if is_phrase else ("no full stop at the end", "add it")
            )
            yield prose.finding("PEN011", len(prose.text) - 1, message, hint)


def said_twice(corpus: Corpus) -> Iterator[Finding]:
    """A sentence stands once in a section; a long one, and a text of YAML, once in its language."""
    first: dict[tuple, str] = {}
    for document, section, block in _told(corpus):
        for sentence, offset in _sentences(block.source):
            words = sentence.count(" ") + 1
            where = (document.path, section) if words < ANYWHERE else document.language
            place = f"{document.path}:{block.line}"
            if words >= SAME_SECTION and first.setdefault((where, sentence), place) is not place:
                message = f"this sentence also stands at {first[where, sentence]}"
                yield document.finding_in(block, offset, "PEN012", message, "keep it once")
    for prose in strings(corpus):
        if not prose.name and prose.text.count(" ") >= IN_YAML:
            place = f"{prose.path}:{prose.line}"
            if first.setdefault((prose.language, prose.text), place) is not place:
                message = f"this text also stands at {first[prose.language, prose.text]}"
                yield prose.finding("PEN012", 0, message, "keep it once")


def _told(corpus: Corpus) -> Iterator[tuple[Document, str | None, Block]]:
    """The blocks that hold sentences, each with the section that it stands in."""
    for _, document in corpus.documents():
        ids = {heading.line: heading.id for heading in document.scan.headings}
        section = None
        for block in document.scan.blocks:
            section = ids.get(block.line, section)
            if block.kind in ("paragraph", "quote", "item"):
                yield document, section, block


def _sentences(source: str) -> Iterator[tuple[str, int]]:
    start = 0
    for match in SENTENCE.finditer(source):
        yield source[start : match.start() + 1], start
        start = match.end()
    yield source[start:], start


CHECKS = (beginnings, endings, endings_in_yaml, said_twice)
