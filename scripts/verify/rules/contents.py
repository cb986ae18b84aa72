"""Rules on what a page says of its own sections: its list of contents, and the links under each title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.parts import CiteLinks, ShownSection
from verify.rules.citations import BUILD_AGAIN
from verify.rules.short_addresses import marked
from verify.site import BuiltSite

HTM081 = Rule(
    "HTM081",
    "An entry of a page's list of contents says the mark and title of the section that it leads to.",
    "Une entrée de la table des matières d'une page dit le repère et le titre de la section à laquelle elle mène.",
    "A reader would choose one section and land in another.",
    "On choisirait une section pour arriver dans une autre.",
)

HTM086 = Rule(
    "HTM086",
    "Under the title of each section with a mark stands what copies, cites and comments on it, and says its mark.",
    "Sous le titre de chaque section qui a un repère se trouve de quoi la copier, la citer et la commenter, et ce "
    "repère y est dit.",
    "A trainer could not share or cite the section, and with a screen reader one would hear the name of another.",
    "On ne pourrait ni partager ni citer la section, et un lecteur d'écran en nommerait une autre.",
)


def contents_name_their_section(site: BuiltSite) -> Iterator[Finding]:
    """An entry of a page's list of contents says the mark and title of the section that it leads to."""
    for page in site.pages.values():
        sections = {section.id: section for section in page.sections} if page.contents else {}
        for address, (line, text) in page.contents:
            section = sections.get(unquote(address.removeprefix("#")))
            if section is not None and text != (true := f"{section.mark} {section.title}".strip()):
                message = Said(f"the entry “{text}” leads to “{true}”", f"l'entrée « {text} » mène à « {true} »")
                hint = Said("write the mark and title of the section", "écrivez le repère et le titre de la section")
                yield Finding(page.path, line, 1, HTM081, message, hint)


def marked_sections_are_cited(site: BuiltSite) -> Iterator[Finding]:
    """Under the title of each section with a mark stands what copies, cites and comments on it, and says its mark.

    A page that repeats the sections of others leaves that to them.
    """
    cited: set[tuple[str, str]] = set()
    for page, links in marked(site):
        cited.add((page.folder_language, links.section.mark))
        yield from _names(page, links)
    for page, section in _highest(site):
        if (page.folder_language, section.mark) not in cited:
            english = f"nothing copies or cites {section.mark}"
            message = Said(english, f"rien ne permet de copier ou de citer {section.mark}")
            yield Finding(page.path, section.line, 1, HTM086, message, BUILD_AGAIN)


def _highest(site: BuiltSite) -> Iterable[tuple[PageFacts, ShownSection]]:
    """Each mark of a language once, where its title is the highest."""
    bearing: dict[tuple[str, str], tuple[PageFacts, ShownSection]] = {}
    for page in site.pages.values():
        for section in page.sections if not (page.is_citation or page.is_redirect) else ():
            before = bearing.setdefault((page.folder_language, section.mark), (page, section))[1]
            if section.mark and section.level < before.level:
                bearing[page.folder_language, section.mark] = (page, section)
    return (place for place in bearing.values() if place[1].mark)


def _names(page: PageFacts, links: CiteLinks) -> Iterator[Finding]:
    mark = links.section.mark
    for name in links.names:
        if name.split(" ")[-1] != mark:
            message = Said(f"“{name}” does not end with {mark}", f"« {name} » ne se termine pas par {mark}")
            hint = Said("say the mark of the section", "dites le repère de la section")
            yield Finding(page.path, links.line, 1, HTM086, message, hint)


RULES = (contents_name_their_section, marked_sections_are_cited)
