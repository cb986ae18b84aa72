"""Sentences of the base that other pages show again, by the id of their section: a fact is written once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.model.corpus import Page
from kb.model.schema.pages import Unit
from kb.render.authored import publishable
from kb.render.view import View

ITEM = re.compile(r"(?:[-*+]|\d+[.)]) ")
NUMBERED = re.compile(r"(\d+[.)] \*\*[^*]+\*\*).*", re.S)
SENTENCE = re.compile(r"(?<=[.!?])[ \n](?=[^\W\d_a-z])")
BOX = "!!!"


def card(view: View, id_: str, hashes: str, *, brief: bool = False) -> str:
    """A section as its first sentences and its gestures, under a heading of `hashes` that links to it."""
    unit = view.corpus.unit[id_]
    parts = [f"{hashes} {view.link(id_)} {{ #carte-{id_} .card }}", lead(view, id_)]
    return "\n\n".join([*parts, *gestures(view, unit, brief)])


def lead(view: View, id_: str) -> str:
    """The first paragraph of a page or section."""
    target = view.corpus.targets[id_]
    return next(_paragraphs(view, view.corpus.pages[target.page], target.fragment), "")


def gestures(view: View, unit: Unit, brief: bool) -> list[str]:
    """What a section says to do: each list under its headings of gestures with the words before it, else their text.

    Where they are `brief`, the last sentence alone stands before a list, and a numbered item that starts in bold is
    told by those words.
    """
    page = view.corpus.pages[view.corpus.targets[unit.id].page]
    found: list[str] = []
    for heading in unit.gestures:
        blocks = [block for block in _paragraphs(view, page, heading) if not block.startswith(BOX)]
        lists = [index for index, block in enumerate(blocks) if ITEM.match(block)]
        kept = sorted({*lists, *(index - 1 for index in lists if index)}) or range(len(blocks))
        found += (_brief(blocks[index]) if brief else blocks[index] for index in kept)
    return found


def _brief(block: str) -> str:
    if block.endswith(":"):
        return SENTENCE.split(block)[-1]
    return "\n".join(NUMBERED.sub(r"\1", line) for line in block.split("\n"))


def _paragraphs(view: View, page: Page, heading: str | None) -> Iterator[str]:
    """The blocks of a page's text below a heading, up to the next one, as they are published."""
    lines = _lines(view, page.id)
    document = page.documents[view.language]
    rows = [(one.id, one.line - document.first_line) for one in document.scan.headings]
    start = next((row for id_, row in rows if id_ == heading), -1)
    end = next((row for _, row in rows if row > start), len(lines))
    block: list[str] = []
    for line in "\n".join([*lines[start + 1 : end], ""]).split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield "\n".join(block)
            block = []


@lru_cache(maxsize=32)  # the pages that others show again
def _lines(view: View, page: str) -> list[str]:
    return publishable(view, view.corpus.pages[page].documents[view.language])
