"""Rules on the pages that only lead on: each leads somewhere by itself, at once, and stands for a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import LANGUAGES, Page
from verify.rules.citations import BUILD_AGAIN
from verify.rules.sections import Way, short_address, short_names, ways
from verify.site import Site

HTM082 = Rule(
    "HTM082",
    "A short address exists in both languages, and names the section that it leads to.",
    "Une adresse courte existe dans les deux langues, et nomme la section à laquelle elle mène.",
    "Someone would trust a mark that stands for nothing, or that only readers of one language can open.",
    "On se fierait à un repère qui ne désigne rien, ou que l'on ne peut ouvrir que dans une langue.",
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
_SHORT = re.compile(r"(?:[a-z]{2}/)?r/([^/]+)/index\.html")
_NO_LINK = Said("nothing on this page leads on", "rien dans cette page ne mène ailleurs")
_NO_SCRIPT = Said(
    "the page does not load the script that leads on", "la page ne charge pas le script qui mène ailleurs"
)
_NO_REFRESH = Said("without scripts nothing leads on at once", "sans script, rien ne mène ailleurs automatiquement")


def pages_lead_on_by_themselves(site: Site) -> Iterator[Finding]:
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


def short_addresses_are_of_a_mark(site: Site) -> Iterator[Finding]:
    """A short address exists in both languages, and names the section that it leads to."""
    borne = {
        short_address(section.mark, page.folder_language)
        for page in site.pages.values()
        for section in page.sections
        if section.mark
    }
    for path, links in ways(site, "<a href>").items():
        page = site.pages[path]
        if path in borne or not (match := _SHORT.fullmatch(path)):
            continue  # what a section bears is another rule's
        others = (short_address(match[1], language) for language in LANGUAGES if language != page.folder_language)
        for other in others:
            if other not in site.pages:
                message = Said(f"there is no {other}", f"il n'y a pas de {other}")
                hint = Said("no section bears this mark: remove it", "aucune section ne porte ce repère : retirez-la")
                yield Finding(path, page.line, 1, HTM082, message, hint)
                break
        else:
            yield from _wrong_names(site, page, links)


def _wrong_names(site: Site, page: Page, links: list[Way]) -> Iterator[Finding]:
    """The short address of a mark that no section bears any more is named after the one that took its place."""
    for way in links[:1]:
        target = site.pages.get(way.file)
        sections = target.sections if target else ()
        mark = next(
            (one.mark for one in sections if one.id == way.fragment or (one.level == 1 and not way.fragment)), ""
        )
        for line, name in short_names(page):
            if not mark or name.split(" ")[0] != mark:
                english = f"“{name}” is no name of {way.file}#{way.fragment}"
                message = Said(english, f"« {name} » n'est pas un nom de {way.file}#{way.fragment}")
                hint = Said("name the section that it leads to", "nommez la section à laquelle elle mène")
                yield Finding(page.path, line, 1, HTM082, message, hint)
                break


RULES = (pages_lead_on_by_themselves, short_addresses_are_of_a_mark)
