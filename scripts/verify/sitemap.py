"""sitemap.xml to plain data."""

from __future__ import annotations

from typing import Any, NamedTuple

from kb.model.rule import Said
from verify.parts import Alternate, LineText
from verify.xml import parse_xml

NAME = "sitemap.xml"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


class SitemapEntry(NamedTuple):
    """One `url` of the sitemap."""

    line: int
    address: str
    alternates: tuple[Alternate, ...]
    changed: str = ""


class Sitemap(NamedTuple):
    """Its entries in order, or the fault that kept it from being read."""

    entries: tuple[SitemapEntry, ...] = ()
    fault: LineText | None = None


def read_sitemap(data: bytes | None) -> Sitemap:
    """The entries of the sitemap `data`; None stands for a missing file."""
    if data is None:
        return Sitemap(fault=LineText(1, Said("there is no sitemap.xml", "il n'y a pas de sitemap.xml")))
    if isinstance(root := parse_xml(data), LineText):
        return Sitemap(fault=root)
    if root.tag != f"{_SITEMAP}urlset":
        english = f"its root is {root.tag}, not the urlset of sitemaps.org"
        french = f"sa racine est {root.tag}, et non l'urlset de sitemaps.org"
        return Sitemap(fault=LineText(root.sourceline or 1, Said(english, french)))
    return Sitemap(tuple(_entry(url) for url in root.iterfind(f"{_SITEMAP}url")))


def _entry(url: Any) -> SitemapEntry:
    location = url.find(f"{_SITEMAP}loc")
    place = url if location is None else location
    links = url.iterfind(_LINK)
    alternates = (Alternate(_line(link), "sitemap", link.get("hreflang", ""), link.get("href", "")) for link in links)
    return SitemapEntry(
        _line(place),
        (url.findtext(f"{_SITEMAP}loc") or "").strip(),
        tuple(alternates),
        (url.findtext(f"{_SITEMAP}lastmod") or "").strip(),
    )


def _line(element: Any) -> int:
    return element.sourceline or 1
