"""The shape of a text as a page shows it: HTML elements to pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kb.formats.shape import CODE, EMPHASIS, IMAGE, STRONG, Piece, words

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TEXTS = {**{name: name for name in HEADINGS}, "p": "p", "dt": "definition", "dd": "definition"}
INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr"
    "".split()
)
SIGNS = {"strong": STRONG, "em": EMPHASIS, "code": CODE}
UNSEEN = frozenset({"form", "script", "style", "svg", "template"})
ADDED = frozenset({"cite-links", "mark", "visually-hidden"})  # classes of what the guide adds inside a text


def read_html(element: Any, address: Callable[[str], str]) -> list[Piece]:
    """The pieces of what an element holds; `address` says where an address leads."""
    found: list[Piece] = []
    _Reader(found, address).blocks(element, "")
    return found


class _Reader:
    def __init__(self, found: list[Piece], address: Callable[[str], str]):
        self.found, self.address = found, address

    def blocks(self, element: Any, place: str) -> None:
        """The blocks inside an element, and the words that stand between them."""
        loose: list[Any] = []  # an element, or a text, that is in no block of its own
        if element.text and element.text.strip():
            loose.append(element.text)
        for child in element:
            if child.tag in INLINE:
                loose.append(child)
            elif isinstance(child.tag, str):
                self._flush(loose, place)
                self.block(child, place)
            if child.tail and (loose or child.tail.strip()):
                loose.append(child.tail)
        self._flush(loose, place)

    def _flush(self, loose: list[Any], place: str) -> None:
        parts: list[str] = []
        links: list[str] = []
        for part in loose:
            if isinstance(part, str):
                parts.append(part)
            else:
                self._inline(part, parts, links)
        loose.clear()
        self._add("p", place, parts, links)

    def _add(self, kind: str, place: str, parts: list[str], links: list[str], id_: str = "") -> None:
        raw = "".join(parts)
        text = words(raw)
        if text or links or id_:
            self.found.append(Piece(kind, place, text, id_, tuple(links), raw=raw))

    def block(self, element: Any, place: str) -> None:
        tag, names = element.tag, element.get("class", "").split()
        if tag in UNSEEN or not ADDED.isdisjoint(names):
            return
        if tag in TEXTS and not any(child.tag not in INLINE for child in element):
            kind = "title" if "admonition-title" in names else TEXTS[tag]
            parts, links = self._read(element)
            self._add(kind, place, parts, links, element.get("id", "") if tag in HEADINGS else "")
        elif tag == "figure":
            self.found.append(Piece("figure", place, "", element.get("id", "")))
        elif tag == "pre":
            self._add("code", place, ["".join(element.itertext())], [])
        elif tag in ("ul", "ol"):
            self._items(element, place)
        elif tag == "table":
            self._cells(element, place)
        else:
            self.blocks(element, inside(place, _name(tag, names)))

    def _items(self, element: Any, place: str) -> None:
        start = element.get("start", "1")
        for number, item in enumerate(element.iterchildren("li"), int(start) if start.isdecimal() else 0):
            self.blocks(item, inside(place, f"{element.tag}{number}"))

    def _cells(self, element: Any, place: str) -> None:
        for number, row in enumerate(element.iter("tr"), 1):
            for column, cell in enumerate(row.iterchildren("th", "td"), 1):
                parts, links = self._read(cell)
                self._add("cell", inside(place, f"row{number}.{column}"), parts, links)

    def _read(self, element: Any) -> tuple[list[str], list[str]]:
        parts: list[str] = [element.text or ""]
        links: list[str] = []
        for child in element:
            self._inline(child, parts, links)
            parts.append(child.tail or "")
        return parts, links

    def _inline(self, element: Any, parts: list[str], links: list[str]) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN or not ADDED.isdisjoint(element.get("class", "").split()):
            return
        if tag == "a" and (href := element.get("href")) is not None:
            links.append(self.address(href))
        if tag == "img":
            links.append(self.address(element.get("src", "")))
            parts.append(f"{IMAGE}{element.get('alt', '')}{IMAGE}")
        sign = SIGNS.get(tag, "")
        inner, inner_links = self._read(element)
        parts += [sign, *inner, sign]
        links += inner_links


def _name(tag: str, names: list[str]) -> str:
    """What an element is called in the place of what it holds; "" where it says nothing of it."""
    if tag == "blockquote":
        return "quote"
    return " ".join(["box", *(name for name in names if name != "admonition")]) if "admonition" in names else ""


def inside(place: str, name: str) -> str:
    return f"{place}/{name}" if place and name else place or name
