"""An author's lines, written so that Python-Markdown, which makes the pages, reads them as the checks do (CommonMark).

Blocks that touch are parted by an empty line, what stands inside a list is indented by four spaces, `1)` is `1.`, and
no other line is indented. What cannot be written so is a finding (kb/checks/dialect.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from kb.formats.inline import MD, EveryLabel

# What CommonMark reads otherwise: indented lines, `1)`, and a block that begins right below another.
BEGINS = r"(?:[-*+] |\d+[.)] |\||#{1,6} |>|!!!|```|~~~)"
APART = re.compile(
    rf"^(?:[ \t]+\S|\d+\))|^(?![-*+|>#\s]|\d+[.)] )[^\n]+\n(?={BEGINS})|^(?:[-*+]|\d+[.)]) [^\n]*\n(?=[|#>!`~])", re.M
)
ITEM = re.compile(r"( {0,3})([-*+]|\d{1,9}[.)])( {1,4}(?! )| |$)")
# An id that an author gave a heading, in any form that the checks take for one.
ID = re.compile(r"\s*\{:?\s*#([^\s{}]+)\s*\}\s*$")
UNIT = "    "
PARTS = frozenset(("inline", "thead", "tbody", "tr", "th", "td", "admonition_title"))  # of a block
LISTS = frozenset({"bullet_list", "ordered_list"})
AT_MARGIN = frozenset({"heading", "paragraph", "table", "fence"})


class WrittenLine(NamedTuple):
    """How a line is written: less its first `cut` characters, after `start`."""

    cut: int
    start: str


def written(lines: list[str], text: str, headings: Iterator[int]) -> list[str]:
    """The lines of `text`, whose words may have been set already, as every reader takes them; as many as before.

    `headings` are the rows of those that have an id.
    """
    rows = _layout(text)
    done = [row.start + line[row.cut :] if (row := rows.get(number)) else line for number, line in enumerate(lines)]
    for number in headings:
        done[number] = ID.sub(r" { #\1 }", done[number])
    return done


@lru_cache(maxsize=1024)  # `serve` stages what has not changed again
def _layout(text: str) -> dict[int, WrittenLine]:
    """The rows that are not written as they are typed."""
    if not APART.search(text):
        return {}
    return _Layout(text.split("\n")).read(MD.parse(text, {"references": EveryLabel()}))


class _Inside(NamedTuple):
    """What a block stands in: it is typed after `cut` characters, and written after `depth` units."""

    cut: int
    depth: int
    first: int  # the row on which its first block may stand
    is_item: bool = False


class _Layout:
    """Where the lines of a text go, told token by token."""

    def __init__(self, lines: list[str]):
        self.lines = lines
        self.places: dict[int, WrittenLine] = {}
        self.parted: set[int] = set()
        self.around = [_Inside(0, 0, 0)]
        self.last: dict[int, int] = {}  # the row of the item before, by how deep its list stands

    def rows(self) -> dict[int, WrittenLine]:
        plain = WrittenLine(0, "")
        rows = {row: self.places.get(row, plain) for row in (*self.places, *self.parted)}
        return {row: WrittenLine(cut, "\n" * (row in self.parted) + start) for row, (cut, start) in rows.items()}

    def read(self, tokens: list[Token]) -> dict[int, WrittenLine]:
        quoted, before = 0, ""
        for token in tokens:
            kind = token.type.removesuffix("_open").removesuffix("_close")
            if kind == "blockquote":
                quoted += token.nesting
            if kind in ("list_item", "admonition") and token.nesting < 0 and not quoted:
                self.around.pop()
            outside = not quoted or (kind == "blockquote" and quoted == 1)  # a quotation is left as it is typed
            if token.map and token.nesting >= 0 and kind not in PARTS and outside:
                self._block(token.map, kind, before)
            before = token.type
        return self.rows()

    def _block(self, rows: list[int], kind: str, before: str) -> None:
        first, end = rows
        here = self.around[-1]
        if kind == "list_item":
            self._item(first, end, here)
            return
        if kind in LISTS:
            self.last[len(self.around)] = first
        is_sublist = here.is_item and kind in LISTS and before == "paragraph_close"
        if first > here.first and not is_sublist:
            self._part(first)
        if kind == "admonition":
            self._put(first, here)
            self._enter(first, end, _Inside(here.cut + len(UNIT), here.depth + 1, first + 1))
        elif kind in AT_MARGIN and not here.is_item:
            self._put(first, here)

    def _part(self, row: int) -> None:
        """An empty line before a block that stands right below another."""
        if self.lines[row - 1].strip():
            self.parted.add(row)

    def _put(self, row: int, here: _Inside) -> None:
        """A line at the margin of what it stands in."""
        line = self.lines[row]
        self.places[row] = WrittenLine(len(line) - len(line.lstrip(" ")), UNIT * here.depth)

    def _item(self, first: int, end: int, here: _Inside) -> None:
        before = self.last.get(len(self.around), first)
        if not all(line.strip() for line in self.lines[before:first]):
            self._part(first)  # the item before holds several blocks
        self.last[len(self.around)] = first
        match = ITEM.match(self.lines[first], here.cut)
        if not match:  # such as an item that begins on the line of another
            self.around.append(here)
            return
        self._enter(first, end, _Inside(match.end(), here.depth + 1, first, True))
        self.places[first] = WrittenLine(match.end(), f"{UNIT * here.depth}{match[2].replace(')', '.')} ")

    def _enter(self, first: int, end: int, inside: _Inside) -> None:
        self.around.append(inside)
        for row in range(first + 1, end):
            line = self.lines[row]
            if line.strip():
                self.places[row] = WrittenLine(min(inside.cut, len(line) - len(line.lstrip(" "))), UNIT * inside.depth)
