"""XML to a tree, or the fault that keeps it from being one."""

from __future__ import annotations

from typing import Any

from lxml import etree

from kb.model.rule import Said
from verify.parts import LineText


def parse_xml(data: bytes) -> Any:
    """The root element, without anything that it would bring in from elsewhere; or a `Text`, why there is none."""
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        message = Said(f"it is not XML: {error.msg}", f"ce n'est pas du XML : {error.msg}")
        return LineText(max(error.lineno or 1, 1), message)
