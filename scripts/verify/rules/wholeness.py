"""Rules on a page as it was meant: whole, closed, and with nothing in it that was not to be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel.localedata import exists

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import Page, primary
from verify.site import Site

HTM044 = Rule(
    "HTM044",
    "A page starts with its doctype, and each of its elements is closed, in order.",
    "Une page commence par son doctype, et chacun de ses éléments est fermé, dans l'ordre.",
    "Each browser repairs such a page in its own way, and a whole part may be misplaced or in the wrong style.",
    "Chaque navigateur répare une telle page à sa façon, et toute une partie peut être déplacée ou prendre un mauvais "
    "style.",
)

HTM045 = Rule(
    "HTM045",
    "No link, button or form stands inside another.",
    "Aucun lien, bouton ou formulaire ne se trouve à l'intérieur d'un autre.",
    "The reader could not know which of the two a click or a key sets off.",
    "On ne pourrait pas savoir lequel des deux un clic ou une touche déclenche.",
)

HTM046 = Rule(
    "HTM046",
    "A page has one main part, and one footer unless it only leads on.",
    "Une page a une seule partie principale et, à moins de ne faire que mener ailleurs, un seul pied de page.",
    "Keyboard and screen reader users could not skip straight to the text, or to what closes the page.",
    "Au clavier ou avec un lecteur d'écran, on ne pourrait pas sauter directement au texte, ni à ce qui termine la "
    "page.",
)

HTM047 = Rule(
    "HTM047",
    "A heading of a page is not empty.",
    "Un titre de section d'une page n'est pas vide.",
    "A screen reader would announce a section without saying which.",
    "Un lecteur d'écran annoncerait une section sans dire laquelle.",
)

HTM048 = Rule(
    "HTM048",
    "No Markdown is left in a page.",
    "Il ne reste pas de Markdown dans une page.",
    "The reader would see asterisks, brackets or codes where a link, a list or a table should be.",
    "On verrait des astérisques, des crochets ou des codes à la place d'un lien, d'une liste ou d'un tableau.",
)

HTM049 = Rule(
    "HTM049",
    "No text of a page was read in another encoding.",
    "Aucun texte d'une page n'a été lu dans un autre encodage.",
    "Each accented letter would appear as two odd signs, and the words could hardly be read.",
    "Chaque lettre accentuée s'afficherait en deux signes étranges, et les mots seraient à peine lisibles.",
)

HTM050 = Rule(
    "HTM050",
    "A page holds no character that nobody sees.",
    "Une page ne contient aucun caractère que personne ne voit.",
    "A word with one inside is not found by a search, copies badly, and looks right to the editor.",
    "Un mot qui en cache un échappe à la recherche et se copie mal, alors qu'il paraît juste à l'écran.",
)

HTM051 = Rule(
    "HTM051",
    "No entity is escaped twice.",
    "Aucune entité (le code d'un caractère) n'est échappée deux fois.",
    "The reader would see a code in the middle of a word instead of a letter.",
    "On verrait un code au milieu d'un mot au lieu d'une lettre.",
)

HTM094 = Rule(
    "HTM094",
    "No text or attribute of a page is what a program writes for nothing.",
    "Aucun texte ni attribut d'une page n'est ce qu'un programme écrit à la place de rien.",
    "The reader would see a word such as None or undefined where a name, a date or a page number should be.",
    "On verrait un mot comme None ou undefined à la place d'un nom, d'une date ou d'un numéro de page.",
)

HTM052 = Rule(
    "HTM052",
    "A form field has a label.",
    "Un champ de formulaire a une étiquette.",
    "People who use a screen reader or dictate would not know what to enter, nor how to reach the field.",
    "Avec un lecteur d'écran ou la dictée, on ne saurait pas quoi saisir, ni comment atteindre le champ.",
)

HTM053 = Rule(
    "HTM053",
    "What the keyboard reaches is not hidden from screen readers.",
    "Ce que le clavier atteint n'est pas caché aux lecteurs d'écran.",
    "A blind reader would stop on something that is never announced, and be lost.",
    "Une personne aveugle s'arrêterait sur une chose jamais annoncée, et serait perdue.",
)

HTM054 = Rule(
    "HTM054",
    "A lang attribute names a language that exists.",
    "Un attribut lang nomme une langue qui existe.",
    "With a mistyped code, a screen reader reads the words with the wrong accent.",
    "Avec un code mal tapé, un lecteur d'écran prononce les mots avec le mauvais accent.",
)

HTM055 = Rule(
    "HTM055",
    "A page that leads on, a 404 page and a citation page are kept from search engines, and no other page.",
    "Une page qui ne fait que mener ailleurs, une page 404 et une page de citation sont soustraites aux moteurs de "
    "recherche, et aucune autre page ne l'est.",
    "People who search would land on pages that hold nothing to read, or never find those that do.",
    "En cherchant, on tomberait sur des pages où il n'y a rien à lire, ou on ne trouverait jamais les vraies.",
)

_MEND = Said("mend the HTML there or shortly before", "corrigez le HTML là ou un peu avant")
_END_OUTER = Said("end the outer one before", "fermez avant celui de l'extérieur")
_FROM_TEMPLATE = Said("build it from the template of the pages", "construisez-la avec le gabarit des pages")
_LISTED = Said("search engines would list this page", "les moteurs de recherche inscriraient cette page")
_ADD_NOINDEX = Said('add <meta name="robots" content="noindex">', 'ajoutez <meta name="robots" content="noindex">')
_HIDDEN = Said("noindex hides this page from search engines", "noindex cache cette page aux moteurs de recherche")


def tags_close(site: Site) -> Iterator[Finding]:
    """A page starts with its doctype, and each element is closed, in order."""
    for page in site.pages.values():
        for line, message in page.tag_faults:
            yield Finding(page.path, line, 1, HTM044, message, _MEND)


def no_link_in_a_link(site: Site) -> Iterator[Finding]:
    """No link, button or form stands inside another."""
    for page in site.pages.values():
        for line, message in page.nested_links:
            yield Finding(page.path, line, 1, HTM045, message, _END_OUTER)


def one_main_part(site: Site) -> Iterator[Finding]:
    """A page has one main part, and one footer unless it only leads on."""
    for page in site.pages.values():
        wanted = {"main": page.mains} if page.is_redirect else {"main": page.mains, "footer": page.footers}
        for name, lines in wanted.items():
            if not lines:
                message = Said(f"the page has no <{name}>", f"la page n'a pas de <{name}>")
                yield Finding(page.path, page.line, 1, HTM046, message, _FROM_TEMPLATE)
            for line in lines[1:]:
                english = f"second <{name}>, the first is on line {lines[0]}"
                message = Said(english, f"deuxième <{name}>; le premier est à la ligne {lines[0]}")
                yield Finding(page.path, line, 1, HTM046, message, Said("keep one", "n'en gardez qu'un"))


def headings_have_text(site: Site) -> Iterator[Finding]:
    """A heading is not empty."""
    message = Said("the heading is empty", "le titre est vide")
    hint = Said("give it a text, or remove it", "donnez-lui un texte, ou retirez-le")
    for page in site.pages.values():
        for line in page.empty_headings:
            yield Finding(page.path, line, 1, HTM047, message, hint)


_LEFTOVERS = {
    "markdown": (
        HTM048,
        Said("Markdown left in the page", "Markdown resté dans la page"),
        Said(
            "mend the Markdown, often with a blank line before it",
            "corrigez le Markdown, souvent par une ligne vide devant",
        ),
    ),
    "mojibake": (
        HTM049,
        Said("text read in another encoding", "texte lu dans un autre encodage"),
        Said(
            "save the source as UTF-8 and type the letters anew",
            "enregistrez la source en UTF-8 et tapez les lettres de nouveau",
        ),
    ),
    "unseen": (
        HTM050,
        Said("a character that nobody sees", "un caractère que personne ne voit"),
        Said("remove it, or type the letter anew", "retirez-le, ou tapez la lettre de nouveau"),
    ),
    "program": (
        HTM094,
        Said("a program wrote this for nothing", "un programme a écrit ceci à la place de rien"),
        Said("fill in what it stands for", "mettez ce qui devrait s'y trouver"),
    ),
    "twice": (
        HTM051,
        Said("entity escaped twice", "entité échappée deux fois"),
        Said("write the character itself", "écrivez le caractère lui-même"),
    ),
}


def nothing_left_over(site: Site) -> Iterator[Finding]:
    """A page shows no Markdown, no letters of another encoding, no unseen character and no entity as text."""
    for page in site.pages.values():
        for line, kind, text in page.leftovers:
            if kind == "mojibake" and page.path in site.unreadable:
                continue  # the cause is reported
            if text == "None" and page.folder_language == "en":
                continue  # a word of that language
            code, what, hint = _LEFTOVERS[kind]
            message = Said(f"{what}: “{text}”", f"{what.fr} : « {text} »")
            yield Finding(page.path, line, 1, code, message, hint)


def fields_have_labels(site: Site) -> Iterator[Finding]:
    """A form field has a label."""
    for page in site.pages.values():
        for line, place, id_ in page.fields:
            if not id_ or id_ not in page.labels:
                message = Said(f"{place} has no label", f"{place} n'a pas d'étiquette")
                hint = Said("add a label for its id", "ajoutez une étiquette (label) pour son identifiant")
                yield Finding(page.path, line, 1, HTM052, message, hint)


def focus_is_heard(site: Site) -> Iterator[Finding]:
    """What the keyboard reaches is not hidden from screen readers."""
    for page in site.pages.values():
        for line, what in page.silent_focus:
            english = f"the keyboard reaches {what}, which aria-hidden hides from screen readers"
            french = f"le clavier atteint {what}, qu'aria-hidden cache aux lecteurs d'écran"
            hint = Said("remove aria-hidden, or the link or button", "retirez aria-hidden, ou le lien ou le bouton")
            yield Finding(page.path, line, 1, HTM053, Said(english, french), hint)


def languages_exist(site: Site) -> Iterator[Finding]:
    """A lang attribute names a language that exists."""
    for page in site.pages.values():
        for line, language in page.languages:
            if not _is_language(language):
                message = Said(f"lang “{language}” is no language", f"lang « {language} » n'est pas une langue")
                hint = Said("write fr, en, or the code of the language", "écrivez fr, en ou le code de la langue")
                yield Finding(page.path, line, 1, HTM054, message, hint)


@cache
def _is_language(tag: str) -> bool:
    return exists(primary(tag))


def kept_from_search_engines(site: Site) -> Iterator[Finding]:
    """A page that leads on, a 404 page and a citation page are kept from search engines, and no other page."""
    for page in site.pages.values():
        if not page.noindex and _is_aside(page):
            yield Finding(page.path, page.line, 1, HTM055, _LISTED, _ADD_NOINDEX)
        for line in page.noindex if not _is_aside(page) else ():
            yield Finding(page.path, line, 1, HTM055, _HIDDEN, Said("remove it", "retirez-le"))


def _is_aside(page: Page) -> bool:
    return page.is_redirect or page.is_404 or page.is_citation


RULES = (
    tags_close,
    no_link_in_a_link,
    one_main_part,
    headings_have_text,
    nothing_left_over,
    fields_have_labels,
    focus_is_heard,
    languages_exist,
    kept_from_search_engines,
)
