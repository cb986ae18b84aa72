"""Rules on the JSON-LD in the head of a page: it is of this page, in its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts, primary
from verify.promises import plain
from verify.rules.metadata import SAY_ITS_OWN, gives
from verify.site import BuiltSite

HTM074 = Rule(
    "HTM074",
    "The JSON-LD of a page has its address, language, title, mark and sections.",
    "Les données JSON-LD d'une page ont son adresse, sa langue, son titre, son repère et ses sections.",
    "Search engines and other programs would describe the page as something it is not.",
    "Les moteurs de recherche et d'autres programmes présenteraient la page pour ce qu'elle n'est pas.",
)

_ADDRESS, _TITLE, _MARK = Said("address", "adresse"), Said("title", "titre"), Said("mark", "repère")
_LANGUAGE, _SECTION = Said("language", "langue"), Said("section", "section")
_TRANSLATION, _WAY_END = Said("translation", "traduction"), Said("end of the way", "fin du fil d'Ariane")
_PAGE = Said("the page", "la page")
Fault = tuple[Said, Any, Any]  # what is stated, as what, and what the page is


def linked_data_is_of_the_page(site: BuiltSite) -> Iterator[Finding]:
    """The JSON-LD of a page has its address, language, title, mark and sections."""
    for page in site.pages.values():
        for line, node in page.linked_data:
            for what, said, true in _node_faults(site, page, node):
                yield Finding(page.path, line, 1, HTM074, gives("JSON-LD", said, what, _PAGE, true), SAY_ITS_OWN)


def _node_faults(site: BuiltSite, page: PageFacts, node: Mapping[str, Any]) -> Iterator[Fault]:
    own = site.address_of(page)
    if "inLanguage" in node:
        if primary(str(node["inLanguage"])) != page.folder_language:
            yield _LANGUAGE, node["inLanguage"], page.folder_language
        for key in ("@id", "url"):
            yield from _differing(_ADDRESS, node.get(key), own)
        if page.title.title:
            yield from _title_faults(page, node.get("headline") or node.get("name"))
            yield from _differing(_MARK, node.get("identifier", ""), page.title.mark)
        yield from _part_faults(page, own, node)
        if isinstance(twin := node.get("workTranslation"), dict) and not _is_pair(site, page, str(twin.get("@id"))):
            yield _TRANSLATION, twin.get("@id"), own
    elif isinstance(crumbs := node.get("itemListElement"), list) and crumbs and isinstance(crumbs[-1], dict):
        yield from _differing(_WAY_END, crumbs[-1].get("item"), own)


def _is_pair(site: BuiltSite, page: PageFacts, address: str) -> bool:
    """Whether the page at an address is the counterpart of `page`, by what either says of the other."""
    twin = site.page_at(address)
    if twin is None or twin.folder_language == page.folder_language:
        return False
    return _names(page, site.address_of(twin)) or _names(twin, site.address_of(page))


def _names(page: PageFacts, address: str) -> bool:
    return any(unquote(alternate.address) == address for alternate in page.alternates)


def _part_faults(page: PageFacts, own: str, node: Mapping[str, Any]) -> Iterator[Fault]:
    sections = {section.id: section for section in page.sections}
    for part in parts_of(node):
        address, _, fragment = unquote(str(part.get("@id", ""))).partition("#")
        section = sections.get(fragment)
        if address != own or section is None:
            yield _SECTION, part.get("@id"), own
            continue
        yield from _differing(_TITLE, part.get("headline"), section.title)
        yield from _differing(_MARK, part.get("identifier", ""), section.mark)


def parts_of(node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The sections that JSON-LD gives a page."""
    parts = node.get("hasPart")
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _title_faults(page: PageFacts, said: Any) -> Iterator[Fault]:
    """The title is the main heading's or, of the home page, that of the document."""
    if plain(str(said)) not in (page.title.title, *(title.text for title in page.titles)):
        yield _TITLE, said, page.title.title


def _differing(what: Said, said: Any, true: str) -> Iterator[Fault]:
    if unquote(plain(str(said))) != true:
        yield what, said, true


RULES = (linked_data_is_of_the_page,)
