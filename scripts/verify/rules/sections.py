"""Rules on the marks of sections: what a mark links, and what is copied and cited."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.parts import CiteLinks, ShownSection
from verify.resolver import Form
from verify.rules.short_addresses import leads_to, marked, short_address
from verify.site import BuiltSite

HTM072 = Rule(
    "HTM072",
    "A section is copied by its short address; its mark and citation page lead to it; a comment names it.",
    "Ce que l'on copie d'une section est son adresse courte; son repère et sa page de citation mènent à elle; un "
    "commentaire la nomme.",
    "Someone would share or cite another passage than the one read, and the editor would not know what a comment is "
    "about.",
    "On partagerait ou citerait un autre passage que celui qu'on a lu, et l'on ne saurait pas de quoi parle un "
    "commentaire reçu.",
)


def sections_copy_and_cite_themselves(site: BuiltSite) -> Iterator[Finding]:
    """What is copied of a section is its short address; its mark links it, its citation page leads back to it, and a
    comment names it."""
    for page, links in marked(site):
        yield from _way_faults(site, page, links.section)
        yield from _copy_faults(site, page, links)
        yield from _comment_faults(page, links)
        yield from _cite_faults(site, page, links)


def _way_faults(site: BuiltSite, page: PageFacts, section: ShownSection) -> Iterator[Finding]:
    if section.way is not None and not leads_to(site, page, section, page.path, section.way.removeprefix("#")):
        english = f"the mark {section.mark} links “{section.way}”, not its own section"
        french = f"le repère {section.mark} mène à « {section.way} », et non à sa section"
        hint = Said(f"write #{section.id}", f"écrivez #{section.id}")
        yield Finding(page.path, section.line, 1, HTM072, Said(english, french), hint)


def _copy_faults(site: BuiltSite, page: PageFacts, links: CiteLinks) -> Iterator[Finding]:
    copy, mark = links.copy, links.section.mark
    if site.resolver.resolve(page.folder, copy).file != short_address(mark, page.folder_language):
        english = f"the button copies “{copy}”, which is not the short address of {mark}"
        french = f"le bouton copie « {copy} », qui n'est pas l'adresse courte de {mark}"
        hint = Said("give it that address as its value", "donnez-lui cette adresse comme valeur (value)")
        yield Finding(page.path, links.line, 1, HTM072, Said(english, french), hint)


def _comment_faults(page: PageFacts, links: CiteLinks) -> Iterator[Finding]:
    comment, mark = links.comment, links.section.mark
    if comment is not None and comment.split(" ")[0] != mark:
        english = f"the message that comments on {mark} has the subject “{comment}”"
        french = f"le message qui commente {mark} a pour objet « {comment} »"
        hint = Said("start the subject with the mark", "commencez l'objet par le repère")
        yield Finding(page.path, links.line, 1, HTM072, Said(english, french), hint)


def _cite_faults(site: BuiltSite, page: PageFacts, links: CiteLinks) -> Iterator[Finding]:
    cite, section = links.cite, links.section
    citation = site.pages.get(site.resolver.resolve(page.folder, cite).file)
    if citation is None or not citation.is_citation or citation.title.mark != section.mark:
        english = f"“{cite}” is not the page that cites {section.mark}"
        french = f"« {cite} » n'est pas la page qui cite {section.mark}"
        hint = Said("link the citation page of the mark", "menez à la page de citation du repère")
        yield Finding(page.path, links.line, 1, HTM072, Said(english, french), hint)
        return
    for place, address in citation.ways_back[:1]:
        target = site.resolver.resolve(citation.folder, address)
        if not leads_to(site, page, section, target.file, target.fragment):
            english = f"“{address}” does not lead back to {section.mark}"
            message = Said(english, f"« {address} » ne ramène pas à {section.mark}")
            way = f"{page.path}#{section.id}"
            yield Finding(citation.path, place, 1, HTM072, message, Said(f"lead to {way}", f"menez à {way}"))


def links_named_by_a_mark_lead_to_it(site: BuiltSite) -> Iterator[Finding]:
    """A link that names a mark leads to the section that bears it, or to one that holds it."""
    bearing: dict[tuple[str, str], str] = {}
    for page in site.pages.values():
        for section in page.sections if not page.is_citation else ():
            bearing[page.path, section.id] = section.mark
            if section.level == 1:
                bearing[page.path, ""] = section.mark
    marks = set(filter(None, bearing.values()))
    for page in site.pages.values():
        for line, mark, address, whole in page.mark_links if not page.is_redirect else ():
            target = site.resolver.resolve(page.folder, address)
            file = page.path if target.form is Form.SAME else target.file
            there = bearing.get((file, unquote(target.fragment)))
            if mark in marks and there is not None and there != mark and (whole or not _holds(there, mark)):
                message = _mark_elsewhere(mark, address, there)
                yield Finding(page.path, line, 1, HTM072, message, Said(f"lead it to {mark}", f"menez-le à {mark}"))


def _holds(there: str, mark: str) -> bool:
    """Whether a section holds the one with a mark; one without a mark may be about any."""
    return not there or mark.startswith(f"{there}.") or (there.isalpha() and mark.startswith(there))


def _mark_elsewhere(mark: str, address: str, there: str) -> Said:
    english = f"the link “{mark}” leads to “{address}”, which is {there or 'a place without a mark'}"
    return Said(english, f"le lien « {mark} » mène à « {address} », qui est {there or 'un endroit sans repère'}")


RULES = (
    sections_copy_and_cite_themselves,
    links_named_by_a_mark_lead_to_it,
)
