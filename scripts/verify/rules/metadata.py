"""Rules on what machines read in the head of a page: it is of this page, in its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import Page, Text, primary
from verify.promises import plain
from verify.rules.sections import short_address
from verify.site import Site

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

HTM078 = Rule(
    "HTM078",
    "The description, author, date and site name that the head of a page states several times are the same.",
    "La description, l'auteur, la date et le nom du site que l'en-tête (head) d'une page donne plusieurs fois sont "
    "les mêmes.",
    "Each program reads a different place, so two people would be told different things about one page.",
    "Chaque programme lit un endroit différent : deux personnes apprendraient deux choses différentes sur une même "
    "page.",
)


_HINT = Said("write what the page itself says", "écrivez ce que dit la page elle-même")
_DESCRIPTION, _AUTHOR, _DATE = Said("description", "description"), Said("author", "auteur"), Said("date", "date")
_SITE = Said("name of the site", "nom du site")
_STATED = {
    "description": _DESCRIPTION,
    "og:description": _DESCRIPTION,
    "DC.creator": _AUTHOR,
    "citation_author": _AUTHOR,
    "citation_publication_date": _DATE,
    "og:site_name": _SITE,
}
_LINKED = {"description": _DESCRIPTION, "author": _AUTHOR, "datePublished": _DATE, "isPartOf": _SITE}
_ADDRESS, _TITLE, _MARK = Said("address", "adresse"), Said("title", "titre"), Said("mark", "repère")
_LANGUAGE, _SECTION = Said("language", "langue"), Said("section", "section")
_TRANSLATION, _WAY_END = Said("translation", "traduction"), Said("end of the way", "fin du fil d'Ariane")
_PAGE = Said("the page", "la page")
Fault = tuple[Said, Any, Any]  # what is stated, as what, and what the page is


def linked_data_is_of_the_page(site: Site) -> Iterator[Finding]:
    """The JSON-LD of a page has its address, language, title, mark and sections."""
    for page in site.pages.values():
        for line, data in page.linked_data:
            for node in data.get("@graph", ()) if isinstance(data, dict) else ():
                for what, said, true in _linked_faults(site, page, node) if isinstance(node, dict) else ():
                    yield Finding(page.path, line, 1, HTM074, _gives("JSON-LD", said, what, _PAGE, true), _HINT)


def _gives(place: str, said: Any, what: Said, other: Said, true: Any) -> Said:
    """The message where two places state two things."""
    english = f"{place} gives “{said}” as {what}, {other} “{true}”"
    return Said(english, f"{place} donne « {said} » comme {what.fr}, et {other.fr}, « {true} »")


def _linked_faults(site: Site, page: Page, node: Mapping[str, Any]) -> Iterator[Fault]:
    own = site.address_of(page)
    if "inLanguage" in node:
        if primary(str(node["inLanguage"])) != page.folder_language:
            yield _LANGUAGE, node["inLanguage"], page.folder_language
        for key in ("@id", "url"):
            yield from _differing(_ADDRESS, node.get(key), own)
        if page.title.title:
            yield from _title_faults(page, node.get("headline") or node.get("name"))
            yield from _differing(_MARK, node.get("identifier", ""), page.title.mark)
        yield from _part_faults(page, own, node.get("hasPart", ()))
        if isinstance(twin := node.get("workTranslation"), dict) and not _is_pair(site, page, str(twin.get("@id"))):
            yield _TRANSLATION, twin.get("@id"), own
    elif isinstance(crumbs := node.get("itemListElement"), list) and crumbs and isinstance(crumbs[-1], dict):
        yield from _differing(_WAY_END, crumbs[-1].get("item"), own)


def _is_pair(site: Site, page: Page, address: str) -> bool:
    """Whether the page at an address is the counterpart of `page`, by what either says of the other."""
    twin = site.page_at(address)
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
            yield _SECTION, part.get("@id"), own
            continue
        yield from _differing(_TITLE, part.get("headline"), section.title)
        yield from _differing(_MARK, part.get("identifier", ""), section.mark)


def _title_faults(page: Page, said: Any) -> Iterator[Fault]:
    """The title is the main heading's or, of the home page, that of the document."""
    if plain(str(said)) not in (page.title.title, *(title.text for title in page.titles)):
        yield _TITLE, said, page.title.title


def _differing(what: Said, said: Any, true: str) -> Iterator[Fault]:
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
                yield Finding(page.path, line, 1, HTM075, _is_not(name, said, true[name]), _HINT)


def _is_not(name: str, said: str, true: set[str]) -> Said:
    """The message about a tag, and what it could say."""
    english = f"{name} is “{said}”, not {' or '.join(sorted(f'“{one}”' for one in true))}"
    return Said(english, f"{name} vaut « {said} », et non {' ou '.join(sorted(f'« {one} »' for one in true))}")


def head_agrees(site: Site) -> Iterator[Finding]:
    """What the head of a page states several times is the same: description, author, date and name of the site."""
    hint = Said("write the same in both", "écrivez la même chose aux deux endroits")
    for page in site.pages.values():
        first: dict[Said, tuple[str, str]] = {}
        for what, place, (line, said) in _stated(page):
            before, true = first.setdefault(what, (place, said))
            if place != before and plain(said) != plain(true):  # HTM021 reports a second description
                message = _gives(place, said, what, Said(before, before), true)
                yield Finding(page.path, line, 1, HTM078, message, hint)


def _stated(page: Page) -> Iterator[tuple[Said, str, Text]]:
    """What the tags and then the JSON-LD state, each with its place."""
    for name, (line, said) in page.tags:
        if name in _STATED:
            yield _STATED[name], name, Text(line, said.replace("/", "-") if name.endswith("date") else said)
    for line, data in page.linked_data:
        for node in data.get("@graph", ()) if isinstance(data, dict) else ():
            if isinstance(node, dict) and "inLanguage" in node:
                for key, what in _LINKED.items():
                    value = node[key].get("name") if isinstance(node.get(key), dict) else node.get(key)
                    if value is not None:
                        yield what, "JSON-LD", Text(line, str(value))


RULES = (linked_data_is_of_the_page, tags_are_of_the_page, head_agrees)
