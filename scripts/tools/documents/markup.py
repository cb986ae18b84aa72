"""HTML: a saved page, a course exported from a platform, a fragment copied from an editor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from tools.documents.line import DocumentLine
from tools.documents.tree import Dialect, Paragraphs

START = re.compile(r"\s*<(?:!doctype\b|!--|\?xml\b|[a-z][a-z0-9]*(?:\s|/?>))", re.I)
INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time "
    "tt u var wbr".split()
)
HTML = Dialect(breaks=lambda name: name not in INLINE, skipped=frozenset(("script", "style", "template")))


def is_markup(text: str) -> bool:
    return bool(START.match(text))


def lines(text: str) -> list[DocumentLine]:
    """What stands in the page, its links as they lead from where it was saved, where it says so."""
    page = _Page(HTML)
    target: Any = page  # a part of what the type of lxml asks for is enough
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    parser.feed(text.encode("utf-8", "replace"))
    parser.close()
    return [line._replace(text=_joined(page.base, line.text)) if line.is_link else line for line in page.found]


class _Page(Paragraphs):
    base = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        canonical = tag == "link" and attributes.get("rel") == "canonical"
        if tag == "base" or (canonical and not self.base):
            self.base = attributes.get("href") or self.base
        super().start(tag, attributes)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # no address that can be taken apart
        return address
