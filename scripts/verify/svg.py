"""An SVG file to plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from kb.model.rule import Said
from verify.css import css_addresses
from verify.facts import File
from verify.parts import LineText, Ref, Use
from verify.xml import parse_xml

_SVG = "{http://www.w3.org/2000/svg}"
_LINKS = frozenset({"href", "src"})


def read_svg(data: bytes) -> File:
    """Its ids, the addresses that it loads or links, and what runs in it; or the fault that kept it from being read."""
    if isinstance(root := parse_xml(data), LineText):
        return File(fault=root)
    if root.tag != f"{_SVG}svg":
        tag = root.tag.removeprefix(_SVG) if _name(root.tag) != "svg" else f'svg without xmlns="{_SVG[1:-1]}"'
        return File(
            fault=LineText(
                root.sourceline or 1, Said(f"its root is {tag}, not svg", f"sa racine est {tag}, et non svg")
            )
        )
    elements = list(root.iter("*"))
    ids = frozenset(id_ for element in elements if (id_ := element.get("id")))
    refs = tuple(ref for element in elements for ref in _refs(element))
    active = (*_doctype(root, data), *(text for element in elements for text in _active(element)))
    return File(refs, ids, active, digest=hash(data))


def _doctype(root: Any, data: bytes) -> Iterator[LineText]:
    """A doctype or a style sheet of its own can bring in what stands in no element."""
    for node in root.itersiblings(preceding=True):
        if node.tag is etree.ProcessingInstruction:
            yield LineText(node.sourceline or 1, _in_image(f"<?{node.target}>"))
    if root.getroottree().docinfo.doctype:
        yield LineText(data.count(b"\n", 0, data.find(b"<!DOCTYPE")) + 1, _in_image("<!DOCTYPE>"))


def _refs(element: Any) -> Iterator[Ref]:
    line, tag = element.sourceline or 1, _name(element.tag)
    for name, value in element.items():
        if _name(name) in _LINKS:
            yield Ref(line, 1, Use.LINK if tag == "a" else Use.LOAD, f"<{tag} {_name(name)}>", value)
        else:
            yield from _style(line, f"<{tag} {_name(name)}>", value)
    if tag == "style":
        yield from _style(line, "<style>", element.text or "")


def _style(line: int, place: str, text: str) -> Iterator[Ref]:
    return (Ref(line, 1, Use.LOAD, place, address) for _, _, address in css_addresses(text))


def _active(element: Any) -> Iterator[LineText]:
    line, tag = element.sourceline or 1, _name(element.tag)
    if tag in ("script", "foreignObject"):
        yield LineText(line, _in_image(f"<{tag}>"))
    for name, _ in element.items():
        if name.startswith("on"):
            yield LineText(line, Said(f"{name} of <{tag}> in an image", f"{name} de <{tag}> dans une image"))


def _in_image(what: str) -> Said:
    return Said(f"{what} in an image", f"{what} dans une image")


def _name(qualified: str) -> str:
    return etree.QName(qualified).localname
