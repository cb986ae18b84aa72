"""Rules on what machines read in the head of a page and in the sitemap: it is of this page, in its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule
from verify.facts import Page, Text, primary
from verify.promises import plain
from verify.rules.sections import short_address
from verify.site import Site
from verify.sitemap import NAME as SITEMAP

HTM074 = Rule(
    "HTM074",
    "The JSON-LD of a page has its address, language, title, mark and sections.",
    "Les données JSON-LD d'une page ont son adresse, sa langue, son titre, son repère et ses sections.",
    "Search engines and other programs would describe the page as something it is not.",
    "Les moteurs de recherche et d'autres programmes présenteraient la page pour ce qu'elle n'est pas.",
)

HTM075 = Rule(
    "HTM075",
    "The citation and Open Graph tags of a page have its address, language, title and mark.",
    "Les balises de citation et Open Graph d'une page ont son adresse, sa langue, son titre et son repère.",
    "A shared link or an imported reference would bear the name or address of another page.",
    "Un lien partagé ou une référence importée porterait le nom ou l'adresse d'une autre page.",
)

HTM076 = Rule(
    "HTM076",
    "A date of the sitemap is one that its page shows.",
    "Une date du plan du site est l'une de celles que montre sa page.",
    "Search engines would miss a real change, or come back for nothing and stop believing the dates.",
    "Les moteurs de recherche manqueraient un vrai changement, ou reviendraient pour rien et ne croiraient plus aux "
    "dates.",
)

HTM078 = Rule(
    "HTM078",
    "The description, author, date and site name that the head of a page states several times are the same.",
    "La description, l'auteur, la date et le nom du site que l'en-tête (head) d'une page donne plusieurs fois sont "
    "les mêmes.",
    "Each program reads a different place, so two people would be told different things about one page.",
    "Chaque programme lit un endroit différent : deux personnes apprendraient deux choses différentes sur une même "
    "page.",
)


_HINT = "write what the page itself says"
_STATED = {
    "description": "description",
    "og:description": "description",
    "DC.creator": "author",
    "citation_author": "author",
    "citation_publication_date": "date",
    "og:site_name": "name of the site",
}
_LINKED = {"description": "description", "author": "author", "datePublished": "date", "isPartOf": "name of the site"}
Fault = tuple[str, Any, Any]  # what is stated, as what, and what the page is


def linked_data_is_of_the_page(site: Site) -> Iterator[Finding]:
    """The JSON-LD of a page has its address, language, title, mark and sections."""
    for page in site.pages.values():
        for line, data in page.linked_data:
            for node in data.get("@graph", ()) if isinstance(data, dict) else ():
                for what, said, true in _linked_faults(site, page, node) if isinstance(node, dict) else ():
                    message = f"JSON-LD gives “{said}” as {what}, the page “{true}”"
                    yield Finding(page.path, line, 1, HTM074, message, _HINT)


def _linked_faults(site: Site, page: Page, node: Mapping[str, Any]) -> Iterator[Fault]:
    own = site.address_of(page)
    if "inLanguage" in node:
        if primary(str(node["inLanguage"])) != page.folder_language:
            yield "language", node["inLanguage"], page.folder_language
        for key in ("@id", "url"):
            yield from _differing("address", node.get(key), own)
        if page.title.title:
            yield from _title_faults(page, node.get("headline") or node.get("name"))
            yield from _differing("mark", node.get("identifier", ""), page.title.mark)
        yield from _part_faults(page, own, node.get("hasPart", ()))
        if isinstance(twin := node.get("workTranslation"), dict) and not _is_pair(site, page, str(twin.get("@id"))):
            yield "translation", twin.get("@id"), own
    elif isinstance(crumbs := node.get("itemListElement"), list) and crumbs and isinstance(crumbs[-1], dict):
        yield from _differing("end of the way", crumbs[-1].get("item"), own)


def _is_pair(site: Site, page: Page, address: str) -> bool:
    """Whether the page at an address is the counterpart of `page`, by what either says of the other."""
    twin = site.pages.get(site.resolver.resolve("", address).file)
    if twin is None or twin.folder_language == page.folder_language:
        return False
    return _names(page, site.address_of(twin)) or _names(twin, site.address_of(page))


def _names(page: Page, address: str) -> bool:
    return any(unquote(alternate.address) == address for alternate in page.alternates)


def _part_faults(page: Page, own: str, parts: list[Any]) -> Iterator[Fault]:
    sections = {section.id: section for section in page.sections}
    for part in filter(lambda part: isinstance(part, dict), parts):
        address, _, fragment = unquote(str(part.get("@id", ""))).partition("#")
        section = sections.get(fragment)
        if address != own or section is None:
            yield "section", part.get("@id"), own
            continue
        yield from _differing("title", part.get("headline"), section.title)
        yield from _differing("mark", part.get("identifier", ""), section.mark)


def _title_faults(page: Page, said: Any) -> Iterator[Fault]:
    """The title is the main heading's or, of the home page, that of the document."""
    if plain(str(said)) not in (page.title.title, *(title.text for title in page.titles)):
        yield "title", said, page.title.title


def _differing(what: str, said: Any, true: str) -> Iterator[Fault]:
    if unquote(plain(str(said))) != true:
        yield what, said, true


def tags_are_of_the_page(site: Site) -> Iterator[Finding]:
    """The citation and Open Graph tags of a page have its address, language, title and mark."""
    for page in site.pages.values():
        if not page.title.title:
            continue  # the cause is reported
        own, mark = site.address_of(page), page.title.mark
        short = (
            site.resolver.url + short_address(mark, page.folder_language).removesuffix("index.html") if mark else own
        )
        titles = {f"{page.title.title} ({mark})" if mark else page.title.title, *(title.text for title in page.titles)}
        true = {
            "citation_fulltext_html_url": {own},
            "citation_language": {page.folder_language},
            "citation_public_url": {short},
            "citation_title": titles,
            "og:locale": {page.folder_language, f"{page.folder_language}_CA"},
            "og:title": titles | {page.title.title},
            "og:url": {own},
        }
        for name, (line, said) in page.tags:
            if name.endswith("url") and site.resolver.resolve("", said).fault:
                continue  # HTM017 reports it
            if name in true and unquote(plain(said)) not in true[name]:
                message = f"{name} is “{said}”, not {' or '.join(sorted(f'“{one}”' for one in true[name]))}"
                yield Finding(page.path, line, 1, HTM075, message, _HINT)


def head_agrees(site: Site) -> Iterator[Finding]:
    """What the head of a page states several times is the same: description, author, date and name of the site."""
    for page in site.pages.values():
        first: dict[str, tuple[str, str]] = {}
        for what, place, (line, said) in _stated(page):
            before, true = first.setdefault(what, (place, said))
            if place != before and plain(said) != plain(true):  # HTM021 reports a second description
                message = f"{place} gives “{said}” as {what}, {before} “{true}”"
                yield Finding(page.path, line, 1, HTM078, message, "write the same in both")


def _stated(page: Page) -> Iterator[tuple[str, str, Text]]:
    """What the tags and then the JSON-LD state, each with its place."""
    for name, (line, said) in page.tags:
        if name in _STATED:
            yield _STATED[name], name, Text(line, said.replace("/", "-") if name.endswith("date") else said)
    for line, data in page.linked_data:
        for node in data.get("@graph", ()) if isinstance(data, dict) else ():
            if isinstance(node, dict) and "inLanguage" in node:
                for key, what in _LINKED.items():
                    said = node[key].get("name") if isinstance(node.get(key), dict) else node.get(key)
                    if said is not None:
                        yield what, "JSON-LD", Text(line, str(said))


def sitemap_dates_are_the_pages(site: Site) -> Iterator[Finding]:
    """A date of the sitemap is a date, and one that its page shows."""
    for entry in site.sitemap.entries:
        page = site.pages.get(site.resolver.resolve("", entry.address).file)
        if not entry.changed or page is None:
            continue
        if not _is_date(entry.changed) or (page.dates and entry.changed not in page.dates):
            message = f"“{entry.changed}” is no date that “{entry.address}” shows"
            yield Finding(SITEMAP, entry.line, 1, HTM076, message, "write the day on which the page changed last")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


RULES = (linked_data_is_of_the_page, tags_are_of_the_page, head_agrees, sitemap_dates_are_the_pages)
