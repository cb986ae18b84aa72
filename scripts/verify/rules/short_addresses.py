"""Rules on the short address of a mark: it leads to the section that bears it, names it, and is in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.model.sitepath import CITATIONS
from verify.facts import DEFAULT_LANGUAGE, LANGUAGES, PageFacts
from verify.parts import CiteLinks, LineText, ShownSection
from verify.rules.citations import BUILD_AGAIN
from verify.rules.leading_on import Way, ways
from verify.site import BuiltSite

HTM070 = Rule(
    "HTM070",
    "The short address of a mark leads to the section that bears it, and names it.",
    "L'adresse courte d'un repère mène à la section qui le porte, et la nomme.",
    "A mark printed in a course plan or a report would open the wrong passage, or nothing.",
    "Un repère imprimé dans un plan de cours ou un rapport ouvrirait le mauvais passage, ou rien.",
)

HTM082 = Rule(
    "HTM082",
    "A short address exists in both languages, and names the section that it leads to.",
    "Une adresse courte existe dans les deux langues, et nomme la section à laquelle elle mène.",
    "Someone would trust a mark that stands for nothing, or that only readers of one language can open.",
    "On se fierait à un repère qui ne désigne rien, ou que l'on ne peut ouvrir que dans une langue.",
)

HTM098 = Rule(
    "HTM098",
    "Every short address has a citation page, with its files.",
    "Chaque adresse courte a une page de citation, avec ses fichiers.",
    "A citation saved in a course or a reference manager would lead to an error page once its section was merged.",
    "Une citation gardée dans un cours ou un logiciel bibliographique mènerait à une page d'erreur une fois sa section "
    "fusionnée.",
)

_SHORT = re.compile(r"(?:[a-z]{2}/)?r/([^/]+)/index\.html")
_CITED = ("/index.html", ".ris", ".json", ".svg")
_LEAD_TO_MARKED = Said("lead it to the section with that mark", "menez-la à la section qui porte ce repère")
_NAME_MARKED = Said("name the section with that mark", "nommez la section qui porte ce repère")


def short_address(mark: str, language: str) -> str:
    """The page, from the site's root, whose address is the short one of a mark."""
    root = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return f"{root}r/{mark.lower().replace('.', '-')}/index.html"


def marked(site: BuiltSite) -> Iterator[tuple[PageFacts, CiteLinks]]:
    """Every section that can be cited, with its page."""
    return ((page, links) for page in site.pages.values() for links in page.cite_links)


def short_addresses_lead_to_their_mark(site: BuiltSite) -> Iterator[Finding]:
    """The short address of a mark leads to the section that bears it, and names it."""
    links, refreshes = ways(site, "<a href>"), ways(site, "<meta refresh>")
    for page, (line, section, *_) in marked(site):
        path = short_address(section.mark, page.folder_language)
        if path not in links:
            french = f"le repère {section.mark} n'a pas d'adresse courte"
            message = Said(f"the mark {section.mark} has no short address", french)
            yield Finding(page.path, line, 1, HTM070, message, Said(f"build {path}", f"construisez {path}"))
            continue
        led = [*refreshes[path], *links[path]]
        if led and not any(leads_to(site, page, section, way.file, way.fragment) for way in led):
            english = f"the short address of {section.mark} leads elsewhere than {page.path}#{section.id}"
            french = f"l'adresse courte de {section.mark} mène ailleurs qu'à {page.path}#{section.id}"
            yield Finding(path, led[0].ref.line, 1, HTM070, Said(english, french), _LEAD_TO_MARKED)
        for line, name in short_names(site.pages[path]):
            if name.split(" ")[0] != section.mark:
                english = f"the short address of {section.mark} is that of “{name}”"
                french = f"l'adresse courte de {section.mark} est celle de « {name} »"
                yield Finding(path, line, 1, HTM070, Said(english, french), _NAME_MARKED)
                break


def leads_to(site: BuiltSite, page: PageFacts, section: ShownSection, file: str, fragment: str) -> bool:
    """Whether a section stands where an address leads; a fragment that is nowhere is another rule's."""
    if file in site.anchors and fragment and unquote(fragment) not in site.anchors[file]:
        return True
    is_first = section == page.sections[0]
    return file == page.path and (unquote(fragment) == section.id or (is_first and not fragment))


def short_names(page: PageFacts) -> Iterator[LineText]:
    """What a page that leads on calls the place that it leads to: its heading, its title and its first link."""
    yield LineText(page.title.line, page.title.title)
    yield from page.titles[:1]
    yield from page.moved_links[:1]


def short_addresses_are_of_a_mark(site: BuiltSite) -> Iterator[Finding]:
    """A short address exists in both languages, and names the section that it leads to."""
    borne = {
        short_address(section.mark, page.folder_language)
        for page in site.pages.values()
        for section in page.sections
        if section.mark and not page.is_citation
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


def _wrong_names(site: BuiltSite, page: PageFacts, links: list[Way]) -> Iterator[Finding]:
    """The short address of a mark that no section bears any more is named after what took its place: by the mark of
    that section, or by its title where it has none."""
    for way in links[:1]:
        target = site.pages.get(way.file)
        sections = target.sections if target else ()
        section = next(
            (one for one in sections if one.id == way.fragment or (one.level == 1 and not way.fragment)), None
        )
        for line, name in short_names(page):
            if section and not (name.split(" ")[0] == section.mark if section.mark else section.title in name):
                english = f"“{name}” is no name of {way.file}#{way.fragment}"
                message = Said(english, f"« {name} » n'est pas un nom de {way.file}#{way.fragment}")
                hint = Said("name the section that it leads to", "nommez la section à laquelle elle mène")
                yield Finding(page.path, line, 1, HTM082, message, hint)
                break


def short_addresses_can_be_cited(site: BuiltSite) -> Iterator[Finding]:
    """Every short address has a citation page, with its files."""
    for path in ways(site, "<a href>"):
        page, match = site.pages[path], _SHORT.fullmatch(path)
        if not match or any(short_address(match[1], language) not in site.pages for language in LANGUAGES):
            continue  # what lacks a language is another rule's
        beside = path.removesuffix(f"r/{match[1]}/index.html") + f"{CITATIONS[page.folder_language]}/{match[1]}"
        if missing := [beside + end for end in _CITED if beside + end not in site.paths]:
            message = Said(f"there is no {missing[0]}", f"il n'y a pas de {missing[0]}")
            yield Finding(path, page.line, 1, HTM098, message, BUILD_AGAIN)


RULES = (short_addresses_lead_to_their_mark, short_addresses_are_of_a_mark, short_addresses_can_be_cited)
