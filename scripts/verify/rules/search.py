"""Rules on the data of the search: a result leads to a section, and is what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import LANGUAGES
from verify.parts import ShownSection
from verify.promises import plain
from verify.rules.citations import BUILD_AGAIN
from verify.site import BuiltSite

HTM068 = Rule(
    "HTM068",
    "Where a page has a search, there is the data of its language.",
    "Là où une page a une recherche, les données de sa langue existent.",
    "The search would find nothing, or answer in the other language.",
    "La recherche ne trouverait rien, ou répondrait dans l'autre langue.",
)

HTM069 = Rule(
    "HTM069",
    "A result of the search leads to a section that exists, with its title and mark.",
    "Un résultat de recherche mène à une section qui existe, avec son titre et son repère.",
    "The reader would click on one thing and land on another, or nowhere.",
    "On cliquerait sur une chose pour arriver à une autre, ou nulle part.",
)

HTM079 = Rule(
    "HTM079",
    "The search has a result for each page of the sitemap and each section with a mark.",
    "La recherche a un résultat pour chaque page du plan du site et pour chaque section qui a un repère.",
    "A reader who searches for a passage would conclude that the guide does not cover it.",
    "Qui cherche un passage conclurait que le guide n'en parle pas.",
)

FOLDER = "assets/search/"
_HASH = re.compile(r"\.[0-9a-f]{12}(?=\.js$)")  # of the content, in a published name
Entry = Mapping[str, Any]


def every_language_is_searched(site: BuiltSite) -> Iterator[Finding]:
    """Where a page has a search, there is the data of its language."""
    missing: set[str] = set()
    files = _files(site)
    for page in site.pages.values():
        for line, address in page.searches:
            start = address.rindex("assets/")
            plain_path = address[start:]
            path = files.get(plain_path, plain_path)
            file = site.files.get(path)
            told = texts_of(site, path)
            if file is None or (not file.entries and not file.fault):
                missing.add(path)
            elif told.path not in site.files:
                missing.add(told.path)
            elif (
                site.resolver.resolve(page.folder, address[:start] + path).file != path
                or plain_path != f"{FOLDER}{page.folder_language}.js"
            ):
                english = f"the search of this page looks for “{address}”"
                message = Said(english, f"la recherche de cette page cherche « {address} »")
                yield Finding(page.path, line, 1, HTM068, message, _lead_to(f"{FOLDER}{page.folder_language}.js"))
    for path in missing:
        message = Said("the search has no data here", "la recherche n'a pas de données ici")
        yield Finding(path, 1, 1, HTM068, message, BUILD_AGAIN)


def _lead_to(path: str) -> Said:
    return Said(f"lead it to {path}", f"menez-la à {path}")


def _files(site: BuiltSite) -> dict[str, str]:
    """The path of each file of the search, by its path without a hash."""
    return {_HASH.sub("", path): path for path in site.files if path.startswith(FOLDER)}


class Texts(NamedTuple):
    """The texts of the results that another file holds: the parts of each, by its id; None where they are not read."""

    path: str
    parts: Mapping[str, Any] | None


def texts_of(site: BuiltSite, path: str) -> Texts:
    """The texts of the results that the file at a path finds; of a published site, both names hold a hash."""
    plain_path = _HASH.sub("", path).replace(FOLDER, f"{FOLDER}texts-")
    path = _files(site).get(plain_path, plain_path)
    return Texts(path, site.files[path].texts if path in site.files else None)


def results_lead_to_their_section(site: BuiltSite) -> Iterator[Finding]:
    """A result of the search leads to a page and section that exist, and has their title and mark."""
    headings = {path: {section.id: section for section in page.sections} for path, page in site.pages.items()}
    for path, file in site.files.items():
        told = texts_of(site, path) if file.entries else None
        for entry in file.entries or ():
            parts = (told.parts or {}).get(str(entry.get("id"))) if told else None
            if fault := _fault(site, headings, entry):
                yield _wrong(path, entry, fault)
            elif told and (fault := _astray(site, entry, parts or ())):
                yield _wrong(told.path, entry, fault)


def _wrong(path: str, entry: Entry, fault: Said) -> Finding:
    title = entry.get("title")
    message = Said(f"the result “{title}” {fault}", f"le résultat « {title} » {fault.fr}")
    return Finding(path, 1, 1, HTM069, message, BUILD_AGAIN)


def _astray(site: BuiltSite, entry: Entry, fragments: Iterable[Any]) -> Said | None:
    """What is wrong with where the parts of a result lead, as the end of a sentence."""
    page = site.page_at(str(entry.get("address")) or "./")
    for wanted in filter(None, (str(part[0]) for part in fragments if part)):
        if page and wanted not in page.ids:
            return Said(
                f"leads to no section of {page.path}: #{wanted}", f"ne mène à aucune section de {page.path} : #{wanted}"
            )
    return None


def _fault(site: BuiltSite, headings: Mapping[str, Mapping[str, ShownSection]], entry: Entry) -> Said | None:
    """What is wrong with where a result leads, as the end of a sentence."""
    address, fragment = str(entry.get("address", "")), str(entry.get("fragment", ""))
    page = site.page_at(address or "./")
    if page is None:
        english, french = address or "(no address)", address or "(sans adresse)"
        return Said(f"leads to no page: {english}", f"ne mène à aucune page : {french}")
    if stray := _astray(site, entry, [[fragment]]):
        return stray
    section = headings[page.path].get(fragment) if fragment else page.title
    return _mismatch(entry, section) if section and section.title else None


def _mismatch(entry: Entry, section: ShownSection) -> Said | None:
    if plain(str(entry.get("title", ""))) != section.title:
        return Said(f"leads to “{section.title}”", f"mène à « {section.title} »")
    if (mark := entry.get("mark") or "") != section.mark:
        english = f"has the mark “{mark}”, its section “{section.mark}”"
        return Said(english, f"a le repère « {mark} », et sa section, « {section.mark} »")
    return None


def every_section_is_found(site: BuiltSite) -> Iterator[Finding]:
    """The search of a language has a result for each page of the sitemap, and for each of its sections with a mark."""
    files = _files(site)
    for language in LANGUAGES:
        path = files.get(f"{FOLDER}{language}.js", "")
        entries = file.entries if (file := site.files.get(path)) else None
        if entries is None:
            continue  # the cause is reported
        places = {_place(site, entry) for entry in entries}
        names = {(plain(str(entry.get("title", ""))), entry.get("mark") or "") for entry in entries}
        for page in site.pages.values():
            if page.folder_language != language or page.path not in site.listed or not page.is_indexable:
                continue
            for section in (page.title, *(links.section for links in page.cite_links if links.section.level > 1)):
                place = (page.path, section.id if section.level > 1 else "")
                # A result with this name that leads elsewhere is another rule's.
                if place not in places and (section.title, section.mark) not in names:
                    english = f"the search has no result for “{section.title}”"
                    message = Said(english, f"la recherche n'a aucun résultat pour « {section.title} »")
                    yield Finding(page.path, section.line, 1, HTM079, message, BUILD_AGAIN)


def _place(site: BuiltSite, entry: Entry) -> tuple[str, str]:
    address = str(entry.get("address", "")) or "./"
    return site.resolver.resolve("", address).file, str(entry.get("fragment", ""))


RULES = (every_language_is_searched, results_lead_to_their_section, every_section_is_found)
