"""Rules on the tags in the head of a page: they are of this page, in its language, and agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.parts import LineText
from verify.promises import plain
from verify.rules.short_addresses import short_address
from verify.site import BuiltSite

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

SAY_ITS_OWN = Said("write what the page itself says", "écrivez ce que dit la page elle-même")
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


def gives(place: str, said: Any, what: Said, other: Said, true: Any) -> Said:
    """The message where two places state two things."""
    english = f"{place} gives “{said}” as {what}, {other} “{true}”"
    return Said(english, f"{place} donne « {said} » comme {what.fr}, et {other.fr}, « {true} »")


def tags_are_of_the_page(site: BuiltSite) -> Iterator[Finding]:
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
                yield Finding(page.path, line, 1, HTM075, _is_not(name, said, true[name]), SAY_ITS_OWN)


def _is_not(name: str, said: str, true: set[str]) -> Said:
    """The message about a tag, and what it could say."""
    english = f"{name} is “{said}”, not {' or '.join(sorted(f'“{one}”' for one in true))}"
    return Said(english, f"{name} vaut « {said} », et non {' ou '.join(sorted(f'« {one} »' for one in true))}")


def head_agrees(site: BuiltSite) -> Iterator[Finding]:
    """What the head of a page states several times is the same: description, author, date and name of the site."""
    hint = Said("write the same in both", "écrivez la même chose aux deux endroits")
    for page in site.pages.values():
        first: dict[Said, tuple[str, str]] = {}
        for what, place, (line, said) in _stated(page):
            before, true = first.setdefault(what, (place, said))
            if place != before and plain(said) != plain(true):  # HTM021 reports a second description
                message = gives(place, said, what, Said(before, before), true)
                yield Finding(page.path, line, 1, HTM078, message, hint)


def _stated(page: PageFacts) -> Iterator[tuple[Said, str, LineText]]:
    """What the tags and then the JSON-LD state, each with its place."""
    for name, (line, said) in page.tags:
        if name in _STATED:
            read = said.removesuffix(",") if name == "citation_author" else said
            yield _STATED[name], name, LineText(line, read.replace("/", "-") if name.endswith("date") else read)
    for line, node in page.linked_data:
        for key, what in _LINKED.items() if "inLanguage" in node else ():
            value = node[key].get("name") if isinstance(node.get(key), dict) else node.get(key)
            if value is not None:
                yield what, "JSON-LD", LineText(line, str(value))


RULES = (tags_are_of_the_page, head_agrees)
