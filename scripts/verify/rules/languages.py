"""Rules on languages: what a page declares, its title in each, and the entrances of each."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import DEFAULT_LANGUAGE, LANGUAGES, primary
from verify.rules.hreflang import claims
from verify.site import BuiltSite

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


def language_is_declared(site: BuiltSite) -> Iterator[Finding]:
    """A page states its language."""
    for page in site.pages.values():
        if not page.language:
            message = Said("the page does not state its language", "la page n'indique pas sa langue")
            tag = f'<html lang="{page.folder_language}">'
            yield Finding(page.path, page.line, 1, HTM030, message, Said(f"write {tag}", f"écrivez {tag}"))


def language_is_that_of_the_folder(site: BuiltSite) -> Iterator[Finding]:
    """A page under en/ is in English, and any other page in French."""
    for page in site.pages.values():
        if page.language and primary(page.language) != page.folder_language:
            english = f"the page says it is in “{page.language}”, its folder “{page.folder_language}”"
            french = f"la page se dit en « {page.language} », et son dossier, en « {page.folder_language} »"
            hint = Said("mend html lang or move the page", "corrigez le lang de html, ou déplacez la page")
            yield Finding(page.path, page.line, 1, HTM031, Said(english, french), hint)


def titles_are_unique(site: BuiltSite) -> Iterator[Finding]:
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


def titles_are_translated(site: BuiltSite) -> Iterator[Finding]:
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


def every_language_has_its_entrance(site: BuiltSite) -> Iterator[Finding]:
    """Each language has a home page and a 404 page."""
    message = Said("there is no such page", "cette page n'existe pas")
    for language in LANGUAGES:
        folder = "" if language == DEFAULT_LANGUAGE else f"{language}/"
        for name in ("index.html", "404.html"):
            if folder + name not in site.pages:
                yield Finding(folder + name, 1, 1, HTM038, message, Said("build it", "construisez-la"))


RULES = (
    language_is_declared,
    language_is_that_of_the_folder,
    titles_are_unique,
    titles_are_translated,
    every_language_has_its_entrance,
)
