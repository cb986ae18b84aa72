"""Labels: what the bars of a figure and its alternative text say of a value is not said of another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from kb.checks.figures import shown, stated
from kb.checks.misplaced import PUT_BACK
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.model.schema.figures import Bar, Figure
from kb.text.crossed import CLEARLY, stems
from kb.text.prose import told_blocks

FCT021 = Rule(
    "FCT021",
    "The label of a value is not another value's.",
    "L'étiquette d'une valeur n'est pas celle d'une autre valeur.",
    "The chart would attach a right number to the wrong thing.",
    "Le graphique associerait un nombre juste à la mauvaise chose.",
)

LABEL_WORD = re.compile(r"\d+|[^\W\d_]{4,}")
# By what stands before each value and by what stands after it: label → value → how many words both share.
Ways = list[list[list[int]]]


def labels_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """No two labels of a figure's values are what its section and alternative text say of each other's value."""
    for item in corpus.figures:
        texts = {language: list(_texts(corpus, item, language)) for language in LANGUAGES}
        if not all(_states(bar, texts[language], language) for bar in item.value.bars for language in LANGUAGES):
            continue  # FCT005
        fits = [_fits(item, language, texts[language]) for language in LANGUAGES]
        for one, other in [pair for pair, fit in _fit_of_pairs(fits).items() if fit <= -CLEARLY][:1]:
            message = _said_of(item.value.bars[other])
            yield item.finding(FCT021, message, PUT_BACK, ("bars", one, "label", "fr"))


def alternatives_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """No alternative text says of two values what the labels, and the section with them, say of each other's value."""
    for item in corpus.figures:
        for document, link in shown(corpus, item.value.id):
            language = document.language
            told = list(told_blocks(corpus, link.section or "", language))
            prose, own = (_fit_of_pairs([_fits(item, language, texts)]) for texts in (told, [link.text]))
            for one, _ in [pair for pair, fit in own.items() if fit <= -CLEARLY and prose[pair] >= CLEARLY][:1]:
                label = item.value.bars[one].label[language]
                message = Said(f"“{label}” is another value's here", f"« {label} » est ici une autre valeur")
                yield document.finding(FCT021, link.line, link.column, message, PUT_BACK)


def _said_of(bar: Bar) -> Said:
    return Said(f"the prose says this of {bar.value:g}", f"le texte le dit de {bar.value:g}")


def _fit_of_pairs(fits: list[Ways]) -> dict[tuple[int, int], int]:
    """How many more words two labels share as they stand than crosswise, by the better way of reading each language."""
    found = {}
    for one, other in combinations(range(len(fits[0][0])), 2):
        straight, crosswise = (
            sum(max(fit[one][a] + fit[other][b] for fit in ways) for ways in fits)
            for a, b in ((one, other), (other, one))
        )
        found[one, other] = straight - crosswise
    return found


def _texts(corpus: Corpus, item: Item[Figure], language: str) -> Iterator[str]:
    """The alternative text of a figure, and the blocks of the section that shows it."""
    for document, link in shown(corpus, item.value.id):
        if document.language == language:
            yield link.text
            yield from told_blocks(corpus, link.section or "", language)


def _states(bar: Bar, texts: list[str], language: str) -> bool:
    return any(True for text in texts for _ in stated(bar.value, text, language))


def _fits(item: Item[Figure], language: str, texts: list[str]) -> Ways:
    """How many words each label shares with what stands before each value, and with what stands after it."""
    bars = item.value.bars
    before: list[set[str]] = [set() for _ in bars]
    after: list[set[str]] = [set() for _ in bars]
    for text in texts:
        found = sorted((span, place) for place, bar in enumerate(bars) for span in stated(bar.value, text, language))
        ends = [0, *(end for (_, end), _ in found)]
        starts = [*(start for (start, _), _ in found), len(text)]
        parts = [stems(text[end:start], LABEL_WORD) for end, start in zip(ends, starts, strict=True)]
        for (_, place), (left, right) in zip(found, pairwise(parts), strict=True):
            before[place] |= left
            after[place] |= right
    labels = [stems(bar.label[language], LABEL_WORD) for bar in bars]
    return [[[len(label & words) for words in side] for label in labels] for side in (before, after)]


CHECKS = (labels_of_their_own, alternatives_of_their_own)
