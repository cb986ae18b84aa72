"""Rules on a page as a document: readable, described, in order, and free of inline code."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.site import BuiltSite

HTM001 = Rule(
    "HTM001",
    "A page or style sheet of the site is UTF-8 text that holds something.",
    "Une page ou une feuille de style du site est un texte en UTF-8 qui contient quelque chose.",
    "A reader would get a blank page, garbled letters, or a page without its layout.",
    "On verrait une page blanche, des lettres brouillées ou une page sans mise en page.",
)

HTM019 = Rule(
    "HTM019",
    "A page declares that it is UTF-8.",
    "Une page déclare qu'elle est en UTF-8.",
    "A browser left to guess can turn every accented letter into odd signs.",
    "Un navigateur réduit à deviner peut changer chaque lettre accentuée en signes étranges.",
)

HTM020 = Rule(
    "HTM020",
    "A page has one title, and it is not empty.",
    "Une page a un titre de document, un seul, et il n'est pas vide.",
    "The browser tab, bookmarks, search engines and screen readers would have nothing clear to name the page by.",
    "L'onglet, les favoris, les moteurs de recherche et les lecteurs d'écran ne sauraient pas comment nommer la page.",
)

HTM021 = Rule(
    "HTM021",
    "A page has one description, and it is not empty.",
    "Une page a une description, une seule, et elle n'est pas vide.",
    "Search engines and shared links would show a random extract in its place.",
    "Les moteurs de recherche et les liens partagés montreraient à sa place un extrait pris au hasard.",
)

HTM022 = Rule(
    "HTM022",
    "A page has one level 1 heading.",
    "Une page a un titre de niveau 1, et un seul.",
    "A reader, above all with a screen reader, could not tell at once what the page is about.",
    "On ne saurait pas d'emblée de quoi parle la page, surtout avec un lecteur d'écran.",
)

HTM023 = Rule(
    "HTM023",
    "A heading of a page is at most one level below the one before it.",
    "Un titre de section est au plus un niveau sous celui qui le précède dans la page.",
    "People who move from heading to heading with a screen reader would think that they missed a part.",
    "Qui se déplace de titre en titre avec un lecteur d'écran croirait avoir manqué une partie.",
)

_SAVE_AS_UTF8 = Said(
    "rebuild the site, or save the file as UTF-8", "reconstruisez le site, ou enregistrez le fichier en UTF-8"
)
_NO_TITLE = Said("the page has no title", "la page n'a pas de titre de document (title)")
_EMPTY_TITLE = Said("the title is empty", "le titre de document (title) est vide")
_NO_DESCRIPTION = Said("the page has no description", "la page n'a pas de description")
_EMPTY_DESCRIPTION = Said("the description is empty", "la description est vide")
_NO_MAIN_HEADING = Said("the page has no level 1 heading", "la page n'a pas de titre de niveau 1")


def files_are_readable(site: BuiltSite) -> Iterator[Finding]:
    """A page or style sheet is UTF-8 text that holds something."""
    for path, (line, message) in site.unreadable.items():
        yield Finding(path, line, 1, HTM001, message, _SAVE_AS_UTF8)


def charset_is_utf8(site: BuiltSite) -> Iterator[Finding]:
    """A page declares that it is UTF-8."""
    message = Said("the page does not declare UTF-8", "la page ne déclare pas l'UTF-8")
    hint = Said('add <meta charset="utf-8">', 'ajoutez <meta charset="utf-8">')
    for page in site.pages.values():
        if "utf-8" not in page.charsets:
            yield _of(page, HTM019, message, hint)


def one_title(site: BuiltSite) -> Iterator[Finding]:
    """A page has one title, and it is not empty."""
    for page in site.pages.values():
        if not page.titles:
            yield _of(page, HTM020, _NO_TITLE, Said("add one", "ajoutez-en un"))
        for line, text in page.titles[:1]:
            if not text:
                yield Finding(page.path, line, 1, HTM020, _EMPTY_TITLE, Said("write one", "écrivez-en un"))
        for line, text in page.titles[1:]:
            message = Said(f"second title “{text}”", f"deuxième titre « {text} »")
            yield Finding(page.path, line, 1, HTM020, message, Said("keep one", "n'en gardez qu'un"))


def one_description(site: BuiltSite) -> Iterator[Finding]:
    """A page that is not a redirect has one description, and it is not empty."""
    for page in _read_by_people(site):
        if not page.descriptions:
            yield _of(
                page, HTM021, _NO_DESCRIPTION, Said("add one to its front matter", "ajoutez-en une à son en-tête")
            )
        for line, text in page.descriptions[:1]:
            if not text:
                hint = Said("write one in its front matter", "écrivez-en une dans son en-tête")
                yield Finding(page.path, line, 1, HTM021, _EMPTY_DESCRIPTION, hint)
        for line, text in page.descriptions[1:]:
            message = Said(f"second description “{text}”", f"deuxième description « {text} »")
            yield Finding(page.path, line, 1, HTM021, message, Said("keep one", "n'en gardez qu'une"))


def one_main_heading(site: BuiltSite) -> Iterator[Finding]:
    """A page that is not a redirect has one level 1 heading."""
    for page in _read_by_people(site):
        first, *others = [heading.line for heading in page.headings if heading.level == 1] or [0]
        if not first:
            yield _of(page, HTM022, _NO_MAIN_HEADING, Said("give it its title", "donnez-lui son titre"))
        for line in others:
            english, french = f"the level 1 heading is on line {first}", f"le titre de niveau 1 est à la ligne {first}"
            hint = Said("make it level 2", "mettez-le au niveau 2")
            yield Finding(page.path, line, 1, HTM022, Said(english, french), hint)


def heading_levels(site: BuiltSite) -> Iterator[Finding]:
    """A heading is at most one level below the one before it."""
    for page in site.pages.values():
        before = 1
        for line, level in page.headings:
            if level > before + 1:
                english = f"heading of level {level} after one of level {before}"
                french = f"titre de niveau {level} après un titre de niveau {before}"
                hint = Said(f"make it level {before + 1}", f"mettez-le au niveau {before + 1}")
                yield Finding(page.path, line, 1, HTM023, Said(english, french), hint)
            before = level


def _read_by_people(site: BuiltSite) -> Iterator[PageFacts]:
    return (page for page in site.pages.values() if not page.is_redirect)


def _of(page: PageFacts, code: str, message: Said, hint: Said) -> Finding:
    return Finding(page.path, page.line, 1, code, message, hint)


RULES = (
    files_are_readable,
    charset_is_utf8,
    one_title,
    one_description,
    one_main_heading,
    heading_levels,
)
