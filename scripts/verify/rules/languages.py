"""Rules on languages: what a page declares, and the pairs that French and English pages form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import DEFAULT_LANGUAGE, LANGUAGES, Alternate, Page, primary
from verify.resolver import Form, start_with
from verify.site import Site
from verify.sitemap import NAME as SITEMAP

HTM030 = Rule(
    "HTM030",
    "A page states its language.",
    "Une page indique sa langue.",
    "A screen reader could read French aloud with an English voice, and a browser could offer a useless translation.",
    "Un lecteur d'écran pourrait lire le français avec une voix anglaise, et un navigateur, proposer une traduction "
    "inutile.",
)

HTM031 = Rule(
    "HTM031",
    "A page under en/ is in English, and any other page in French.",
    "Une page sous en/ est en anglais, et toute autre page est en français.",
    "The menus, the search and the voice of the screen reader would be in the wrong language.",
    "Les menus, la recherche et la voix du lecteur d'écran seraient dans la mauvaise langue.",
)

HTM032 = Rule(
    "HTM032",
    "No two pages of a language share a title.",
    "Deux pages d'une même langue n'ont jamais le même titre.",
    "Nobody could tell them apart in tabs, bookmarks or the results of a search.",
    "On ne pourrait pas les distinguer dans les onglets, les favoris ou les résultats de recherche.",
)

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

HTM038 = Rule(
    "HTM038",
    "Each language has a home page and a 404 page.",
    "Chaque langue a une page d'accueil et une page 404.",
    "Readers of one language would have no way in, or would get an error in the other language.",
    "Le lectorat d'une langue n'aurait pas de porte d'entrée, ou recevrait une erreur dans l'autre langue.",
)

HTM059 = Rule(
    "HTM059",
    "A page does not have the title of its counterpart in the other language.",
    "Une page n'a pas le titre de sa jumelle dans l'autre langue.",
    "A title that was never translated would tell the reader nothing, or that the page is in the wrong language.",
    "Un titre resté sans traduction ne dirait rien au lectorat, ou ferait croire que la page est dans la mauvaise "
    "langue.",
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
    source: Page
    alternate: Alternate
    target: str


def language_is_declared(site: Site) -> Iterator[Finding]:
    """A page states its language."""
    for page in site.pages.values():
        if not page.language:
            message = Said("the page does not state its language", "la page n'indique pas sa langue")
            tag = f'<html lang="{page.folder_language}">'
            yield Finding(page.path, page.line, 1, HTM030, message, Said(f"write {tag}", f"écrivez {tag}"))


def language_is_that_of_the_folder(site: Site) -> Iterator[Finding]:
    """A page under en/ is in English, and any other page in French."""
    for page in site.pages.values():
        if page.language and primary(page.language) != page.folder_language:
            english = f"the page says it is in “{page.language}”, its folder “{page.folder_language}”"
            french = f"la page se dit en « {page.language} », et son dossier, en « {page.folder_language} »"
            hint = Said("mend html lang or move the page", "corrigez le lang de html, ou déplacez la page")
            yield Finding(page.path, page.line, 1, HTM031, Said(english, french), hint)


def titles_are_unique(site: Site) -> Iterator[Finding]:
    """No two pages of a language share a title; redirects have none of their own."""
    seen: dict[tuple[str, str], str] = {}
    for page in site.pages.values():
        for line, text in page.titles[:1] if not page.is_redirect else ():
            first = seen.setdefault((page.folder_language, text.casefold()), page.path)
            if text and first != page.path:
                english = f"the title “{text}” is also that of {first}"
                message = Said(english, f"le titre « {text} » est aussi celui de {first}")
                hint = Said("say what sets this page apart", "dites ce qui distingue cette page")
                yield Finding(page.path, line, 1, HTM032, message, hint)


def titles_are_translated(site: Site) -> Iterator[Finding]:
    """A page does not have the whole title of its counterpart, which names the site in the other language."""
    for path, source, alternate, target in claims(site):
        page = site.pages.get(target)
        if page is None or path != source.path or primary(alternate.language) == source.folder_language:
            continue
        for line, text in source.titles[:1]:
            if alternate.medium == "link" and text in (title.text for title in page.titles[:1]):
                english = f"the title “{text}” is also that of {target}, in the other language"
                french = f"le titre « {text} » est aussi celui de {target}, dans l'autre langue"
                yield Finding(path, line, 1, HTM059, Said(english, french), Said("translate it", "traduisez-le"))


def head_alternates_are_complete(site: Site) -> Iterator[Finding]:
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


def hreflang_names_the_language(site: Site) -> Iterator[Finding]:
    """A hreflang link leads to a page in that language."""
    for path, _, alternate, target in claims(site):
        page = site.pages.get(target)
        if page and page.language and primary(page.language) != primary(alternate.language):
            english = f"hreflang {alternate.language} leads to {target}, which is in “{page.language}”"
            french = f"hreflang « {alternate.language} » mène à {target}, qui est en « {page.language} »"
            hint = Said("link the page of that language", "menez à la page de cette langue")
            yield Finding(path, alternate.line, 1, HTM034, Said(english, french), hint)


def hreflang_is_returned(site: Site) -> Iterator[Finding]:
    """A page that a hreflang link names points back in the same medium: head, body or sitemap."""
    every = list(claims(site))
    known = {(claim.alternate.medium, claim.source.path, claim.target) for claim in every}
    for path, source, alternate, target in every:
        if target in site.pages and (alternate.medium, target, source.path) not in known:
            english = f"hreflang {alternate.language} names {target}, which does not point back to {source.path}"
            french = f"hreflang « {alternate.language} » nomme {target}, qui ne renvoie pas à {source.path}"
            yield Finding(path, alternate.line, 1, HTM035, Said(english, french), _PAIR)


def pages_are_paired(site: Site) -> Iterator[Finding]:
    """Every indexable page names its counterpart in each other language."""
    paired = {(claim.source.path, primary(claim.alternate.language)) for claim in claims(site) if claim.target}
    for page in site.pages.values():
        for language in LANGUAGES:
            if page.is_indexable and language != page.folder_language and (page.path, language) not in paired:
                english = f"no hreflang {language} names this page's counterpart"
                french = f"aucun hreflang « {language} » ne nomme la jumelle de cette page"
                yield Finding(page.path, page.line, 1, HTM036, Said(english, french), _PAIR)


def head_alternates_are_absolute(site: Site) -> Iterator[Finding]:
    """An alternate link in the head is absolute, as search engines ask."""
    for page in site.pages.values():
        for line, medium, language, address in page.alternates:
            target = site.resolver.resolve(page.folder, address)
            if medium == "link" and not target.fault and target.form is not Form.ABSOLUTE:
                english = f"the alternate link for {language} is “{address}”"
                french = f"le lien vers l'autre version (alternate) pour « {language} » est « {address} »"
                yield Finding(page.path, line, 1, HTM037, Said(english, french), start_with(site.resolver.url))


def every_language_has_its_entrance(site: Site) -> Iterator[Finding]:
    """Each language has a home page and a 404 page."""
    message = Said("there is no such page", "cette page n'existe pas")
    for language in LANGUAGES:
        folder = "" if language == DEFAULT_LANGUAGE else f"{language}/"
        for name in ("index.html", "404.html"):
            if folder + name not in site.pages:
                yield Finding(folder + name, 1, 1, HTM038, message, Said("build it", "construisez-la"))


def claims(site: Site) -> Iterator[Claim]:
    """Every claim of an indexable page about another language, x-default apart."""
    for page in site.pages.values():
        yield from _claims(site, page.path, page, page.folder, page.alternates)
    for entry in site.sitemap.entries:
        if listed := site.page_at(entry.address):
            yield from _claims(site, SITEMAP, listed, "", entry.alternates)


def _claims(site: Site, path: str, page: Page, folder: str, alternates: tuple[Alternate, ...]) -> Iterator[Claim]:
    for alternate in alternates if page.is_indexable else ():
        if primary(alternate.language) != "x":
            target = site.resolver.resolve(folder, alternate.address)
            yield Claim(path, page, alternate, page.path if target.form is Form.SAME else target.file)


RULES = (
    language_is_declared,
    language_is_that_of_the_folder,
    titles_are_unique,
    titles_are_translated,
    hreflang_names_the_language,
    hreflang_is_returned,
    pages_are_paired,
    head_alternates_are_absolute,
    head_alternates_are_complete,
    every_language_has_its_entrance,
)
