"""What the elements of a page say of the guide: sections and their marks, citations, dates and metadata."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs

from verify.attributes import Found, Handler, line_of
from verify.parts import CiteLinks, Code, LineText, MarkLink, ShownCitation, ShownSection

_TAG = re.compile(r"citation_\w+|og:[\w:]+|DC\.\w+|description")
_MARKED = re.compile(r"([A-Z]{1,2}\d+(?:\.\d+)*|[A-Z]{2})(?: |\Z)")
_MAY_MARK = re.compile(r"\s*[A-Z]{1,2}(?:[\d\s]|\Z)")
_READ = frozenset({"cite-address", "mark", "toc__link"})  # classes of the links whose text is read
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _section(found: Found, element: Any) -> None:
    """A heading with an id, or the main one; its mark is a part of it."""
    level, id_ = int(element.tag[1]), element.get("id", "")
    if not id_ and level > 1:
        return
    sign = next((part for part in element.iterchildren("*") if "mark" in classes(part)), None)
    mark = text_of(sign) if sign is not None else ""
    title = text_of(element).replace(mark, "", 1).strip() if mark else text_of(element)
    way = sign.get("href") if sign is not None else None
    found["sections"].append(ShownSection(line_of(element), level, id_, title, mark, way))


def _paragraph(found: Found, element: Any) -> None:
    """The form of a citation, or the links under the heading of a section with a mark."""
    names = classes(element)
    if "citation" in names:
        found["citations"].append(ShownCitation(element.get("lang", ""), text_of(element), line_of(element)))
    if "cite-links" not in names:
        return
    if marked := [section for section in found["sections"][-1:] if section.mark]:
        button, link = element.find("button"), element.find("a")
        copy = "" if button is None else button.get("value", "")
        cite = "" if link is None else link.get("href", "")
        said = tuple(text_of(part) for part in element.iterchildren("a", "button"))
        found["cite_links"].append(CiteLinks(line_of(element), marked[0], copy, cite, _subject(element), said))


def _span(found: Found, element: Any) -> None:
    if element.get("class") == "citation":
        found["quotations"].append(ShownCitation(element.get("lang", ""), text_of(element), line_of(element)))


def _image(found: Found, element: Any) -> None:
    if "cite-qr" in classes(element):
        found["codes"].append(Code(line_of(element), element.get("src", ""), plain(element.get("alt", ""))))


def _subject(element: Any) -> str | None:
    """The subject of the message that a link of `element` writes; None: no link writes one."""
    for link in element.iterchildren("a"):
        if (address := link.get("href", "").strip()).lower().startswith("mailto:"):
            return parse_qs(address.partition("?")[2]).get("subject", [""])[0]
    return None


def _anchor(found: Found, element: Any) -> None:
    names, address = classes(element), element.get("href", "")
    if element.get("download") is not None:
        found["downloads"].append(address)
    if "cite-back" in names:
        found["ways_back"].append(LineText(line_of(element), address))
    if not address or ("mark" in names and element.getparent().tag in _HEADINGS):
        return
    is_moved = "moved" in found["kinds"]
    if _READ.isdisjoint(names) and not (is_moved or len(element) or _MAY_MARK.match(element.text or "")):
        return  # nine of ten
    text, line = text_of(element), line_of(element)
    if "cite-address" in names:
        found["codes"].append(Code(line, "", text))
    if "toc__link" in names:
        found["contents"].append((address, LineText(line, text)))
    if is_moved:
        found["moved_links"].append(LineText(line, text))
    if mark := _named_mark(element, names, text):
        found["mark_links"].append(MarkLink(line, mark, address, mark == text))


def _named_mark(element: Any, names: list[str], text: str) -> str:
    """The mark that a link names; by its text alone, one letter is no mark."""
    if "mark" in names:
        return text
    sign = next((part for part in element.iter("span") if "mark" in classes(part)), None) if len(element) else None
    if sign is not None:
        return text_of(sign)
    return match[1] if (match := _MARKED.match(text)) else ""


def _meta(found: Found, element: Any) -> None:
    name = element.get("property") or element.get("name") or ""
    if _TAG.fullmatch(name):
        found["tags"].append((name, LineText(line_of(element), element.get("content", ""))))


def _script(found: Found, element: Any) -> None:
    """The nodes of JSON-LD, where it parses: what does not is a fact of `elements`."""
    if element.get("type") == "application/ld+json":
        try:
            data = json.loads(element.text or "")
        except (ValueError, RecursionError):
            return
        graph = data.get("@graph") if isinstance(data, dict) else None
        nodes = graph if isinstance(graph, list) else []
        found["linked_data"] += [(line_of(element), node) for node in nodes if isinstance(node, dict)]


def _time(found: Found, element: Any) -> None:
    found["dates"].append(element.get("datetime", ""))


def search(found: Found, element: Any, language: str) -> None:
    """The place of the search says which language it searches, and where the site starts."""
    if element.tag == "div" and language and (root := element.get("data-root")):
        address = f"{root.rstrip('/')}/assets/search/{language}.js"
        found["searches"].append(LineText(line_of(element), address))


def classes(element: Any) -> list[str]:
    return element.get("class", "").split()


def text_of(element: Any) -> str:
    """The text of an element, in one line with plain spaces."""
    return plain("".join(element.itertext()))


def plain(text: str) -> str:
    """A text with plain spaces, to compare texts that were typeset apart."""
    return " ".join(text.split())


PROMISE_HANDLERS: tuple[tuple[Handler, str], ...] = (
    (_anchor, "a"),
    (_image, "img"),
    (_meta, "meta"),
    (_paragraph, "p"),
    (_script, "script"),
    (_section, "h1 h2 h3 h4 h5 h6"),
    (_span, "span"),
    (_time, "time"),
)
