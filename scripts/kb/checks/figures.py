"""Figures: their values are those of the prose that shows them and of their alternative text."""

from __future__ import annotations

from collections.abc import Iterator

from kb.bilingual import LANGUAGES
from kb.checks.parity import numbers
from kb.corpus import Corpus, Document, Item
from kb.finding import Finding
from kb.markdown import Link
from kb.prose import figures_told
from kb.schema import Figure


def values_told(corpus: Corpus) -> Iterator[Finding]:
    """The values and figures of a figure stand in the section that shows it, and its values in its alternative text."""
    for item in corpus.figures:
        shown = list(_shown(corpus, item.value.id))
        once = len({document.language for document, _ in shown}) == len(shown) > 0
        if item.value.bars and once:
            untold = list(_untold(corpus, item, shown))
            yield from untold
            for document, link in shown if not untold else ():
                yield from _alternative(item.value, document, link)


def _shown(corpus: Corpus, id_: str) -> Iterator[tuple[Document, Link]]:
    for _, document in corpus.documents():
        for link in document.scan.links:
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
            message = f"the section {section}, which shows the figure, does not state {bar.value:g}"
            yield item.finding("FCT005", message, "correct the value or the prose", ("bars", index, "value"))
        yield from _strange(item, ("bars", index, "label"), bar.label, told)
    for key in ("title", "caption"):
        yield from _strange(item, (key,), getattr(item.value, key), told)


def _strange(item: Item[Figure], at: tuple, text, told: set[str]) -> Iterator[Finding]:
    strange = set.intersection(*(set(numbers(text[language], language)) for language in LANGUAGES)) - told
    for number in sorted(strange):
        message = f"the section that shows the figure does not state {number}"
        yield item.finding("FCT005", message, "correct the figure or the prose", (*at, "fr"))


def _alternative(figure: Figure, document: Document, link: Link) -> Iterator[Finding]:
    rest = link.text
    for bar in figure.bars if rest else ():
        value, said = f"{bar.value:g}", numbers(rest, document.language)
        if value not in said:
            message = f"the alternative text does not say {value} where the figure does"
            hint = "describe every bar, in the figure's order"
            yield document.finding("FCT006", link.line, link.column, message, hint)
            return
        rest = rest[said[value] + len(value) :]


CHECKS = (values_told,)
