"""Rules on the pairs that French and English pages form, as hreflang links state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import LANGUAGES, PageFacts, primary
from verify.parts import Alternate
from verify.resolver import Form, start_with
from verify.site import BuiltSite
from verify.sitemap import NAME as SITEMAP

HTM034 = Rule(
    "HTM034",
    "A hreflang link leads to a page in that language.",
    "Un lien hreflang mène à une page dans la langue qu'il annonce.",
    "An English-speaking reader sent by a search engine could arrive on a French page.",
    "Une personne anglophone envoyée par un moteur de recherche pourrait arriver sur une page en français.",
)

HTM035 = Rule(
    "HTM035",
    "A page that a hreflang link names points back.",
    "Une page que nomme un lien hreflang renvoie à celle qui la nomme.",
    "Search engines ignore a pair that only one side declares.",
    "Les moteurs de recherche ne tiennent pas compte d'une paire qu'un seul côté déclare.",
)

HTM036 = Rule(
    "HTM036",
    "A page names its counterpart in the other language by hreflang.",
    "Une page nomme par hreflang sa jumelle dans l'autre langue.",
    "Search engines would not know that the text exists in the reader's own language.",
    "Les moteurs de recherche ne sauraient pas que le texte existe dans la langue de la personne qui cherche.",
)

HTM037 = Rule(
    "HTM037",
    "An alternate link in the head of a page is absolute.",
    "Dans l'en-tête (head) d'une page, un lien vers une autre version (alternate) est absolu.",
    "Search engines ask for the whole address here, and may ignore anything less.",
    "Les moteurs de recherche demandent ici l'adresse entière, et peuvent ignorer toute autre forme.",
)

HTM062 = Rule(
    "HTM062",
    "The hreflang links in the head of a page name the page itself and x-default.",
    "Les liens hreflang de l'en-tête (head) d'une page nomment la page elle-même et x-default.",
    "Search engines ignore an incomplete set, and could not tell which page to offer to readers of a third language.",
    "Les moteurs de recherche ignorent une liste incomplète, et ne sauraient pas quelle page offrir à qui parle une "
    "troisième langue.",
)

_NO_DEFAULT = Said("no hreflang x-default", "aucun hreflang x-default")
_NAME_FRENCH = Said("name the French page", "nommez la page française")
_NO_OWN = Said("no hreflang names the page", "aucun hreflang ne nomme la page")
_ADD_OWN = Said("add its own language", "ajoutez sa propre langue")
_PAIR = Said("pair the two pages", "faites renvoyer les deux pages l'une à l'autre")


class Claim(NamedTuple):
    """What a hreflang says: the page `source` exists in another language as the file `target`."""

    path: str
    source: PageFacts
    alternate: Alternate
    target: str


def hreflang_names_the_language(site: BuiltSite) -> Iterator[Finding]:
    """A hreflang link leads to a page in that language."""
    for path, _, alternate, target in claims(site):
        page = site.pages.get(target)
        if page and page.language and primary(page.language) != primary(alternate.language):
            english = f"hreflang {alternate.language} leads to {target}, which is in “{page.language}”"
            french = f"hreflang « {alternate.language} » mène à {target}, qui est en « {page.language} »"
            hint = Said("link the page of that language", "menez à la page de cette langue")
            yield Finding(path, alternate.line, 1, HTM034, Said(english, french), hint)


def hreflang_is_returned(site: BuiltSite) -> Iterator[Finding]:
    """A page that a hreflang link names points back in the same medium: head, body or sitemap."""
    every = list(claims(site))
    known = {(claim.alternate.medium, claim.source.path, claim.target) for claim in every}
    for path, source, alternate, target in every:
        if target in site.pages and (alternate.medium, target, source.path) not in known:
            english = f"hreflang {alternate.language} names {target}, which does not point back to {source.path}"
            french = f"hreflang « {alternate.language} » nomme {target}, qui ne renvoie pas à {source.path}"
            yield Finding(path, alternate.line, 1, HTM035, Said(english, french), _PAIR)


def pages_are_paired(site: BuiltSite) -> Iterator[Finding]:
    """Every indexable page names its counterpart in each other language."""
    paired = {(claim.source.path, primary(claim.alternate.language)) for claim in claims(site) if claim.target}
    for page in site.pages.values():
        for language in LANGUAGES:
            if page.is_indexable and language != page.folder_language and (page.path, language) not in paired:
                english = f"no hreflang {language} names this page's counterpart"
                french = f"aucun hreflang « {language} » ne nomme la jumelle de cette page"
                yield Finding(page.path, page.line, 1, HTM036, Said(english, french), _PAIR)


def head_alternates_are_absolute(site: BuiltSite) -> Iterator[Finding]:
    """An alternate link in the head is absolute, as search engines ask."""
    for page in site.pages.values():
        for line, medium, language, address in page.alternates:
            target = site.resolver.resolve(page.folder, address)
            if medium == "link" and not target.fault and target.form is not Form.ABSOLUTE:
                english = f"the alternate link for {language} is “{address}”"
                french = f"le lien vers l'autre version (alternate) pour « {language} » est « {address} »"
                yield Finding(page.path, line, 1, HTM037, Said(english, french), start_with(site.resolver.url))


def head_alternates_are_complete(site: BuiltSite) -> Iterator[Finding]:
    """The alternates in the head of a page, where it has any, name the page itself and x-default."""
    for page in site.pages.values():
        heads = [alternate for alternate in page.alternates if alternate.medium == "link"]
        if not heads:
            continue
        if "x-default" not in {alternate.language.lower() for alternate in heads}:
            yield Finding(page.path, page.line, 1, HTM062, _NO_DEFAULT, _NAME_FRENCH)
        named = [alternate.address for alternate in heads if primary(alternate.language) != "x"]
        if page.path not in {site.resolver.resolve(page.folder, address).file for address in named}:
            yield Finding(page.path, page.line, 1, HTM062, _NO_OWN, _ADD_OWN)


def claims(site: BuiltSite) -> Iterator[Claim]:
    """Every claim of an indexable page about another language, x-default apart."""
    for page in site.pages.values():
        yield from _claims(site, page.path, page, page.folder, page.alternates)
    for entry in site.sitemap.entries:
        if listed := site.page_at(entry.address):
            yield from _claims(site, SITEMAP, listed, "", entry.alternates)


def _claims(
    site: BuiltSite, path: str, page: PageFacts, folder: str, alternates: tuple[Alternate, ...]
) -> Iterator[Claim]:
    for alternate in alternates if page.is_indexable else ():
        if primary(alternate.language) != "x":
            target = site.resolver.resolve(folder, alternate.address)
            yield Claim(path, page, alternate, page.path if target.form is Form.SAME else target.file)


RULES = (
    hreflang_names_the_language,
    hreflang_is_returned,
    pages_are_paired,
    head_alternates_are_absolute,
    head_alternates_are_complete,
)
