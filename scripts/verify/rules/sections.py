"""Rules on the marks of sections: what bears a mark, what its short address leads to, and what is copied and cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import DEFAULT_LANGUAGE, CiteLinks, Page, Ref, Section, Text
from verify.resolver import Form
from verify.site import Site

HTM070 = Rule(
    "HTM070",
    "The short address of a mark leads to the section that bears it, and names it.",
    "L'adresse courte d'un repère mène à la section qui le porte, et la nomme.",
    "A mark printed in a course plan or a report would open the wrong passage, or nothing.",
    "Un repère imprimé dans un plan de cours ou un rapport ouvrirait le mauvais passage, ou rien.",
)

HTM071 = Rule(
    "HTM071",
    "The link, the refresh and the canonical address of a page that leads on agree.",
    "Le lien, le renvoi automatique (refresh) et l'adresse canonique d'une page qui ne fait que mener ailleurs "
    "concordent.",
    "A reader and a search engine that use the same old address would end up in different places.",
    "Par la même ancienne adresse, une personne et un moteur de recherche arriveraient à des endroits différents.",
)

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

_LEAD_TO_MARKED = Said("lead it to the section with that mark", "menez-la à la section qui porte ce repère")
_NAME_MARKED = Said("name the section with that mark", "nommez la section qui porte ce repère")
_ONE_PLACE = Said("lead both to one place", "menez les deux au même endroit")
_ONE_PAGE = Said("name one page in both", "nommez la même page dans les deux")


class Way(NamedTuple):
    """A link, and the file and fragment that it leads to."""

    ref: Ref
    file: str
    fragment: str


def short_address(mark: str, language: str) -> str:
    """The page, from the site's root, whose address is the short one of a mark."""
    root = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return f"{root}r/{mark.lower().replace('.', '-')}/index.html"


def marked(site: Site) -> Iterator[tuple[Page, CiteLinks]]:
    """Every section that can be cited, with its page."""
    return ((page, links) for page in site.pages.values() for links in page.cite_links)


def ways(site: Site, place: str) -> Mapping[str, list[Way]]:
    """The ways from each page that only leads on: its links, or its refresh."""
    found: dict[str, list[Way]] = {path: [] for path, page in site.pages.items() if page.is_redirect}
    for item in site.refs:
        if item.path in found and item.ref.place == place:
            found[item.path].append(Way(item.ref, item.file, item.target.fragment))
    return found


def short_addresses_lead_to_their_mark(site: Site) -> Iterator[Finding]:
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
        if led and not any(_leads_to(site, page, section, way.file, way.fragment) for way in led):
            english = f"the short address of {section.mark} leads elsewhere than {page.path}#{section.id}"
            french = f"l'adresse courte de {section.mark} mène ailleurs qu'à {page.path}#{section.id}"
            yield Finding(path, led[0].ref.line, 1, HTM070, Said(english, french), _LEAD_TO_MARKED)
        for line, name in short_names(site.pages[path]):
            if name.split(" ")[0] != section.mark:
                english = f"the short address of {section.mark} is that of “{name}”"
                french = f"l'adresse courte de {section.mark} est celle de « {name} »"
                yield Finding(path, line, 1, HTM070, Said(english, french), _NAME_MARKED)
                break


def short_names(page: Page) -> Iterator[Text]:
    """What a page that leads on calls the place that it leads to: its heading, its title and its first link."""
    yield Text(page.title.line, page.title.title)
    yield from page.titles[:1]
    yield from page.moved_links[:1]


def pages_that_lead_on_agree(site: Site) -> Iterator[Finding]:
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


def sections_copy_and_cite_themselves(site: Site) -> Iterator[Finding]:
    """What is copied of a section is its short address; its mark links it, its citation page leads back to it, and a
    comment names it."""
    for page, links in marked(site):
        yield from _way_faults(site, page, links.section)
        yield from _copy_faults(site, page, links)
        yield from _comment_faults(page, links)
        yield from _cite_faults(site, page, links)


def _way_faults(site: Site, page: Page, section: Section) -> Iterator[Finding]:
    if section.way is not None and not _leads_to(site, page, section, page.path, section.way.removeprefix("#")):
        english = f"the mark {section.mark} links “{section.way}”, not its own section"
        french = f"le repère {section.mark} mène à « {section.way} », et non à sa section"
        hint = Said(f"write #{section.id}", f"écrivez #{section.id}")
        yield Finding(page.path, section.line, 1, HTM072, Said(english, french), hint)


def _copy_faults(site: Site, page: Page, links: CiteLinks) -> Iterator[Finding]:
    copy, mark = links.copy, links.section.mark
    if site.resolver.resolve(page.folder, copy).file != short_address(mark, page.folder_language):
        english = f"the button copies “{copy}”, which is not the short address of {mark}"
        french = f"le bouton copie « {copy} », qui n'est pas l'adresse courte de {mark}"
        hint = Said("give it that address as its value", "donnez-lui cette adresse comme valeur (value)")
        yield Finding(page.path, links.line, 1, HTM072, Said(english, french), hint)


def _comment_faults(page: Page, links: CiteLinks) -> Iterator[Finding]:
    comment, mark = links.comment, links.section.mark
    if comment is not None and comment.split(" ")[0] != mark:
        english = f"the message that comments on {mark} has the subject “{comment}”"
        french = f"le message qui commente {mark} a pour objet « {comment} »"
        hint = Said("start the subject with the mark", "commencez l'objet par le repère")
        yield Finding(page.path, links.line, 1, HTM072, Said(english, french), hint)


def _cite_faults(site: Site, page: Page, links: CiteLinks) -> Iterator[Finding]:
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
        if not _leads_to(site, page, section, target.file, target.fragment):
            english = f"“{address}” does not lead back to {section.mark}"
            message = Said(english, f"« {address} » ne ramène pas à {section.mark}")
            way = f"{page.path}#{section.id}"
            yield Finding(citation.path, place, 1, HTM072, message, Said(f"lead to {way}", f"menez à {way}"))


def _leads_to(site: Site, page: Page, section: Section, file: str, fragment: str) -> bool:
    """Whether a section stands where an address leads; a fragment that is nowhere is another rule's."""
    if file in site.anchors and fragment and unquote(fragment) not in site.anchors[file]:
        return True
    is_first = section == page.sections[0]
    return file == page.path and (unquote(fragment) == section.id or (is_first and not fragment))


def links_named_by_a_mark_lead_to_it(site: Site) -> Iterator[Finding]:
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
    short_addresses_lead_to_their_mark,
    pages_that_lead_on_agree,
    sections_copy_and_cite_themselves,
    links_named_by_a_mark_lead_to_it,
)
