"""Rules on the pages that only lead on: each leads to one place, by itself and at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.parts import Ref
from verify.rules.citations import BUILD_AGAIN
from verify.site import BuiltSite

HTM071 = Rule(
    "HTM071",
    "The link, the refresh and the canonical address of a page that leads on agree.",
    "Le lien, le renvoi automatique (refresh) et l'adresse canonique d'une page qui ne fait que mener ailleurs "
    "concordent.",
    "A reader and a search engine that use the same old address would end up in different places.",
    "Par la même ancienne adresse, une personne et un moteur de recherche arriveraient à des endroits différents.",
)

HTM083 = Rule(
    "HTM083",
    "A page that leads on has a link, the script that follows it and, where it leads to one place, a refresh without "
    "delay.",
    "Une page qui ne fait que mener ailleurs a un lien, le script qui le suit et, si elle mène à un seul endroit, un "
    "renvoi automatique (refresh) sans délai.",
    "A reader with an old or printed address would stop on an almost empty page and have to find the way on.",
    "Avec une adresse ancienne ou imprimée, on s'arrêterait sur une page presque vide, sans savoir que faire.",
)

SCRIPT = "assets/js/moved.js"
_LOADED = re.compile(r"assets/js/moved(?:\.[0-9a-f]{12})?\.js")  # published, its name carries a hash
_NO_LINK = Said("nothing on this page leads on", "rien dans cette page ne mène ailleurs")
_NO_SCRIPT = Said(
    "the page does not load the script that leads on", "la page ne charge pas le script qui mène ailleurs"
)
_NO_REFRESH = Said("without scripts nothing leads on at once", "sans script, rien ne mène ailleurs automatiquement")
_ONE_PLACE = Said("lead both to one place", "menez les deux au même endroit")
_ONE_PAGE = Said("name one page in both", "nommez la même page dans les deux")


class Way(NamedTuple):
    """A link, and the file and fragment that it leads to."""

    ref: Ref
    file: str
    fragment: str


def ways(site: BuiltSite, place: str) -> Mapping[str, list[Way]]:
    """The ways from each page that only leads on: its links, or its refresh."""
    found: dict[str, list[Way]] = {path: [] for path, page in site.pages.items() if page.is_redirect}
    for item in site.refs:
        if item.path in found and item.ref.place == place:
            found[item.path].append(Way(item.ref, item.file, item.target.fragment))
    return found


def pages_that_lead_on_agree(site: BuiltSite) -> Iterator[Finding]:
    """The link, the refresh and the canonical address of a page that leads on name one page and section."""
    refreshes, canonicals = ways(site, "<meta refresh>"), ways(site, "<link rel=canonical>")
    for path, links in ways(site, "<a href>").items():
        for way in links[:1]:
            for other in refreshes[path]:
                if other.file and (other.file, other.fragment) != (way.file, way.fragment):
                    message = _two_ways(other.ref.address, way.ref.address)
                    yield Finding(path, other.ref.line, 1, HTM071, message, _ONE_PLACE)
            for other in canonicals[path]:
                if way.file and other.file != way.file:
                    message = _two_pages(other.ref.address, way.ref.address)
                    yield Finding(path, other.ref.line, 1, HTM071, message, _ONE_PAGE)


def _two_ways(refresh: str, link: str) -> Said:
    english = f"the refresh leads to “{refresh}”, the link to “{link}”"
    return Said(english, f"le renvoi automatique (refresh) mène à « {refresh} », et le lien, à « {link} »")


def _two_pages(canonical: str, link: str) -> Said:
    english = f"the canonical link is “{canonical}”, the link “{link}”"
    return Said(english, f"le lien canonique est « {canonical} », et le lien, « {link} »")


def pages_lead_on_by_themselves(site: BuiltSite) -> Iterator[Finding]:
    """A page that leads on has a link, the script that follows it and, where it leads to one place, a refresh without
    delay."""
    following = {
        item.path for item in site.refs if _LOADED.fullmatch(item.file or "") and item.ref.place == "<script src>"
    }
    for path, links in ways(site, "<a href>").items():
        page = site.pages[path]
        if not links:
            yield Finding(path, page.line, 1, HTM083, _NO_LINK, BUILD_AGAIN)
        if path not in following:
            yield Finding(path, page.line, 1, HTM083, _NO_SCRIPT, Said(f"load {SCRIPT}", f"chargez {SCRIPT}"))
        if len(links) == 1 and not page.refreshes:
            hint = Said("add a refresh to where the link leads", "ajoutez un renvoi (refresh) vers la cible du lien")
            yield Finding(path, page.line, 1, HTM083, _NO_REFRESH, hint)
        for line, delay in page.delays:
            message = Said(f"the refresh waits {delay} seconds", f"le renvoi automatique attend {delay} secondes")
            yield Finding(path, line, 1, HTM083, message, Said("write 0", "écrivez 0"))


RULES = (pages_that_lead_on_agree, pages_lead_on_by_themselves)
