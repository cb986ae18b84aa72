"""Figures: their values are those of the prose that shows them and of their alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.formats.markdown import Link
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.rule import Rule, Said
from kb.model.schema.figures import Bar, Figure
from kb.text.facts import NUMBER, numbers
from kb.text.prose import figures_told, retells

FCT005 = Rule(
    "FCT005",
    "The section that shows a figure states its values, as it does, and its numbers.",
    "La section qui montre une figure donne ses valeurs, de la même façon qu'elle, et ses nombres.",
    "The chart and the text beside it could say two different things.",
    "Le graphique et le texte voisin pourraient dire deux choses différentes.",
)

FCT006 = Rule(
    "FCT006",
    "The alternative text of a figure says its values, in its order.",
    "Le texte de remplacement d'une figure dit ses valeurs, dans son ordre.",
    "People who listen to the page would get fewer facts than those who look at it.",
    "Les personnes qui écoutent la page auraient moins de faits que celles qui la regardent.",
)


SECTIONS = {
    "fr": Said("the French section", "la section en français"),
    "en": Said("the English section", "la section en anglais"),
}
MEND_VALUE = Said("correct the value or the prose", "corrigez la valeur ou le texte")
MEND_FIGURE = Said("correct the figure or the prose", "corrigez la figure ou le texte")
MEND_QUALIFIER = Said("correct the qualifier or the prose", "corrigez le qualificatif (qualifier) ou le texte")
ADD_QUALIFIER = Said(
    "add it as the qualifier, or correct the prose",
    "ajoutez-le comme qualificatif (qualifier), ou corrigez le texte",
)
Otherwise = tuple[Said, Said]  # how the prose states a value otherwise than the figure does, and the mend
WITHOUT_PERCENT = (
    Said("without %", "sans %"),
    Said(
        "write the sign there, or correct the figure's unit",
        "mettez-y le signe, ou corrigez l'unité de mesure (unit) de la figure",
    ),
)
WITH_PERCENT = (
    Said("with %", "avec %"),
    Said('write unit: "%", or correct the prose', 'écrivez unit: "%", ou corrigez le texte'),
)
BARE = re.compile(r"[\d\s.,]+")
PERCENT = re.compile(r"%|pour cent|per ?cent")
QUALIFIER = {
    "fr": re.compile(r"\b(?:plus de|moins de|environ|près de|au moins|au plus)\Z"),
    "en": re.compile(r"\b(?:more than|less than|fewer than|about|nearly|almost|at least|at most)\Z"),
}


def values_told(corpus: Corpus) -> Iterator[Finding]:
    """The values and figures of a figure stand in the section that shows it, and its values in its alternative text."""
    for item in corpus.figures:
        places = list(shown(corpus, item.value.id))
        once = len({document.language for document, _ in places}) == len(places) > 0
        if item.value.bars and once:
            untold = list(_untold(corpus, item, places))
            yield from untold
            yield from _otherwise_told(corpus, item, places)
            for document, link in places if not untold else ():
                yield from _alternative(item.value, document, link)


def shown(corpus: Corpus, id_: str) -> Iterator[tuple[Document, Link]]:
    """Where pages show a figure."""
    for _, document, link in corpus.links():
        if link.image and link.ref == id_:
            yield document, link


def _untold(corpus: Corpus, item: Item[Figure], shown: list[tuple[Document, Link]]) -> Iterator[Finding]:
    """What no language of the section states; what one of them alone states is PAR003's."""
    told = {
        number
        for document, link in shown
        for text in figures_told(corpus, link.section or "", document.language) or ()
        for number in numbers(text.text, document.language)
    }
    section = shown[0][1].section
    for index, bar in enumerate(item.value.bars):
        if f"{bar.value:g}" not in told:
            message = Said(
                f"the section {section}, which shows the figure, does not state {bar.value:g}",
                f"la section {section}, qui montre la figure, ne donne pas {bar.value:g}",
            )
            yield item.finding(FCT005, message, MEND_VALUE, ("bars", index, "value"))
        yield from _strange(item, ("bars", index, "label"), bar.label, told)
    for key, text in (("title", item.value.title), ("caption", item.value.caption)):
        yield from _strange(item, (key,), text, told)


def _strange(item: Item[Figure], at: KeyPath, text: Bilingual, told: set[str]) -> Iterator[Finding]:
    strange = set.intersection(*(set(numbers(text[language], language)) for language in LANGUAGES)) - told
    for number in sorted(strange):
        message = Said(
            f"the section that shows the figure does not state {number}",
            f"la section qui montre la figure ne donne pas {number}",
        )
        yield item.finding(FCT005, message, MEND_FIGURE, (*at, "fr"))


def _otherwise_told(corpus: Corpus, item: Item[Figure], shown: list[tuple[Document, Link]]) -> Iterator[Finding]:
    """A value that the section states with another sign than the figure, or else with another qualifier."""
    texts = {document.language: _section(corpus, document, link) for document, link in shown}
    for index, bar in enumerate(item.value.bars):
        for language, text in texts.items():
            places = list(_around(bar.value, text, language))
            sign = _other_sign(item.value, places)
            if fault := sign or _other_qualifier(item.value, bar, places, language):
                (how, hint), section = fault, SECTIONS[language]
                message = Said(
                    f"{section} that shows the figure says {bar.value:g} {how}",
                    f"{section.fr} qui montre la figure dit {bar.value:g} {how.fr}",
                )
                yield item.finding(FCT005, message, hint, ("bars", index, "value"))
                if sign:  # the figure has one for all
                    return
                break


def _section(corpus: Corpus, document: Document, link: Link) -> str:
    """The text of the section that a figure stands in, and of those below, less bare numbers, as of tables."""
    told = (
        text.text
        for text in document.scan.texts
        if link.section in (text.section, *retells(corpus, document, text.section)) and not BARE.fullmatch(text.text)
    )
    return " ".join(" ".join(told).split())


def _around(value: float, text: str, language: str) -> Iterator[tuple[str, str]]:
    """What stands before and after a value, wherever a text states it."""
    for start, end in stated(value, text, language):
        yield text[:start].rstrip().casefold(), text[end:].lstrip()


def stated(value: float, text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the number that a text states for a value starts and ends."""
    for match in NUMBER[language].finditer(text):
        if f"{value:g}" in numbers(match[0], language):
            yield match.span()


def _other_sign(figure: Figure, places: list[tuple[str, str]]) -> Otherwise | None:
    signed = [PERCENT.match(after) for _, after in places]
    if places and figure.unit == "%" and not any(signed):
        return WITHOUT_PERCENT
    if places and figure.unit != "%" and all(signed):
        return WITH_PERCENT
    return None


def _other_qualifier(figure: Figure, bar: Bar, places: list[tuple[str, str]], language: str) -> Otherwise | None:
    before = [words for words, after in places if after.startswith(figure.unit or "")]
    if bar.qualifier:
        wanted = bar.qualifier[language]
        if before and not any(words.endswith(wanted.casefold()) for words in before):
            return Said(f"without “{wanted}”", f"sans « {wanted} »"), MEND_QUALIFIER
    elif figure.unit:
        for match in filter(None, map(QUALIFIER[language].search, before)):
            return Said(f"with “{match[0]}”", f"avec « {match[0]} »"), ADD_QUALIFIER
    return None


def _alternative(figure: Figure, document: Document, link: Link) -> Iterator[Finding]:
    rest = link.text
    for bar in figure.bars if rest else ():
        value, said = f"{bar.value:g}", numbers(rest, document.language)
        if value not in said:
            message = Said(
                f"the alternative text does not say {value} where the figure does",
                f"le texte de remplacement ne dit pas {value} là où la figure le fait",
            )
            hint = Said("describe every bar, in the figure's order", "décrivez chaque barre, dans l'ordre de la figure")
            yield document.finding(FCT006, link.line, link.column, message, hint)
            return
        rest = rest[said[value] + len(value) :]


CHECKS = (values_told,)
