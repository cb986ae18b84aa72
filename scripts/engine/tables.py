"""The tables of a page for those who do not see their lines: named, with a header for each row and each column.

The caption is what stands above the table already, its heading, or the words that open or head it, so it is not shown.
Each other cell knows its column, for cards on a small screen, where one that says nothing has no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE

from kb.render.table import BLANK

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def furnish_tables(root: Element) -> None:
    for table, name in list(_named(root, None)) if root.find(".//table") is not None else ():
        _head_rows(table)
        if name is not None:
            table.insert(0, _caption(name))


def _named(element: Element, name: Element | None) -> Iterator[tuple[Element, Element | None]]:
    """Each table with the heading, summary or caption that it stands under."""
    for child in element:
        if child.tag in (*HEADINGS, "summary", "figcaption"):
            name = child
        elif child.tag == "table":
            yield child, name
        else:
            yield from _named(child, name)


def _caption(name: Element) -> Element:
    """The words of a heading, in their languages; its links and ids stay where they are."""
    caption = deepcopy(name)
    for part in caption.iter():
        part.tag = "span" if part.tag == "a" else part.tag
        part.attrib = {key: value for key, value in part.attrib.items() if key == "lang"}
    caption.tag, caption.tail = "caption", "\n"
    caption.set("class", "visually-hidden")
    return caption


def _head_rows(table: Element) -> None:
    columns = list(table.iter("th"))
    names = [plain(column) for column in columns]
    for column in columns:
        column.set("scope", "col")
    for header, *cells in filter(len, table.iter("tr")):
        if header.tag == "td":
            header.tag = "th"
            header.set("scope", "row")
        for cell, name in zip(cells, names[1:], strict=False):
            _label(cell, name)


def _label(cell: Element, name: str) -> None:
    if cell.tag == "td":
        cell.set("data-label", name)
        if plain(cell) == BLANK:
            cell.set("class", "blank")


def plain(element: Element) -> str:
    """The text of an element, without the raw HTML that Markdown keeps aside."""
    return HTML_PLACEHOLDER_RE.sub("", "".join(element.itertext()))
