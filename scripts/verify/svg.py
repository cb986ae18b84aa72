"""An SVG file to plain data."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from verify.css import css_addresses
from verify.facts import File, Ref, Text, Use

_LINKS = frozenset({"href", "src"})


def read_svg(data: bytes) -> File:
    """Its ids, the addresses that it loads or links, and what runs in it; or the fault that kept it from being read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return File(fault=Text(max(error.lineno or 1, 1), f"it is not XML: {error.msg}"))
    if _name(root.tag) != "svg":
        return File(fault=Text(root.sourceline or 1, f"its root is {_name(root.tag)}, not svg"))
    elements = list(root.iter("*"))
    ids = frozenset(id_ for element in elements if (id_ := element.get("id")))
    refs = tuple(ref for element in elements for ref in _refs(element))
    return File(refs, ids, (*_doctype(root, data), *(text for element in elements for text in _active(element))))


def _doctype(root: etree._Element, data: bytes) -> Iterator[Text]:
    """A doctype can bring in what stands in no element."""
    if root.getroottree().docinfo.doctype:
        yield Text(data.count(b"\n", 0, data.find(b"<!DOCTYPE")) + 1, "<!DOCTYPE>")


def _refs(element: etree._Element) -> Iterator[Ref]:
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


def _active(element: etree._Element) -> Iterator[Text]:
    line, tag = element.sourceline or 1, _name(element.tag)
    if tag in ("script", "foreignObject"):
        yield Text(line, f"<{tag}>")
    for name, _ in element.items():
        if name.startswith("on"):
            yield Text(line, f"{name} of <{tag}>")


def _name(qualified: str) -> str:
    return etree.QName(qualified).localname
