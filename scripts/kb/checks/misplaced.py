"""Misplaced: texts of the timeline and of figures that stand in each other's place, in both languages alike.

What changed places in one language alone is PAR011's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from kb.checks.dates import Dated, dated, other_in_text, overlap
from kb.checks.figures import shown, stated
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.model.schema import Bar, Figure
from kb.text.answers import SENTENCE_END
from kb.text.crossed import CLEARLY, Stems, crossed, stems
from kb.text.dates import written
from kb.text.prose import retells

FCT020 = Rule(
    "FCT020",
    "The text of a milestone is not another milestone's.",
    "Le texte d'un jalon n'est pas celui d'un autre jalon.",
    "The timeline would give an event the date and the link of something else.",
    "La chronologie donnerait à un événement la date et le lien d'un autre.",
)

FCT021 = Rule(
    "FCT021",
    "The label of a value is not another value's.",
    "L'étiquette d'une valeur n'est pas celle d'une autre valeur.",
    "The chart would attach a right number to the wrong thing.",
    "Le graphique associerait un nombre juste à la mauvaise chose.",
)


PUT_BACK = Said("put each text back in its place", "remettez chaque texte à sa place")
LABEL_WORD = re.compile(r"\d+|[^\W\d_]{4,}")


def milestones_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """No two milestones of one file have texts that the prose, at their dates, tells of each other."""
    files: dict[str, list[Dated]] = defaultdict(list)
    for milestone in dated(corpus):
        if not other_in_text(milestone.milestone):  # FCT001
            files[milestone.item.path].append(milestone)
    for known in files.values():
        for one, other in sorted(set.intersection(*(_crossed(corpus, known, language) for language in LANGUAGES)))[:1]:
            where, date = known[other].told_by, known[other].milestone.date
            message = Said(f"{where} tells of this, at {date}", f"{where} en parle, à la date {date}")
            yield known[one].item.finding(FCT020, message, PUT_BACK, (*known[one].at[:-1], "text", "fr"))


def _crossed(corpus: Corpus, known: list[Dated], language: str) -> set[tuple[int, int]]:
    told = [_told(corpus, one, language) for one in known]
    return set(crossed([stems(one.milestone.text[language]) for one in known], told, clearly=1))


def _told(corpus: Corpus, one: Dated, language: str) -> Stems:
    """The words of the sentences that tell of the milestone's date, or else of all that tells of where it belongs."""
    blocks = _blocks(corpus, one.told_by, language)
    told = [sentence for text in blocks for sentence in SENTENCE_END.split(text)]
    here = [text for text in told if any(overlap(one.milestone.date, date) for date, _ in written(text, language))]
    return stems(" ".join(here or told))


def _blocks(corpus: Corpus, id_: str, language: str) -> Iterator[str]:
    """The blocks of what tells of a page, section, record or unit."""
    for _, document in corpus.documents():
        if document.language == language:
            yield from (block.text for block in document.scan.blocks if id_ in retells(corpus, document, block.section))


def labels_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """No two labels of a figure's values are what its section and alternative text say of each other's value."""
    for item in corpus.figures:
        texts = {language: list(_texts(corpus, item, language)) for language in LANGUAGES}
        if not all(_states(bar, texts[language], language) for bar in item.value.bars for language in LANGUAGES):
            continue  # FCT005
        fits = [_fits(item, language, texts[language]) for language in LANGUAGES]
        for one, other in combinations(range(len(item.value.bars)), 2):
            straight, crosswise = (
                sum(max(fit[one][a] + fit[other][b] for fit in ways) for ways in fits)
                for a, b in ((one, other), (other, one))
            )
            if crosswise >= straight + CLEARLY:
                value = f"{item.value.bars[other].value:g}"
                message = Said(f"the prose says this of {value}", f"le texte le dit de {value}")
                yield item.finding(FCT021, message, PUT_BACK, ("bars", one, "label", "fr"))
                break


def _texts(corpus: Corpus, item: Item[Figure], language: str) -> Iterator[str]:
    """The alternative text of a figure, and the blocks of the section that shows it."""
    for document, link in shown(corpus, item.value.id):
        if document.language == language:
            yield link.text
            yield from _blocks(corpus, link.section or "", language)


def _states(bar: Bar, texts: list[str], language: str) -> bool:
    return any(True for text in texts for _ in stated(bar.value, text, language))


def _fits(item: Item[Figure], language: str, texts: list[str]) -> list[list[list[int]]]:
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


CHECKS = (milestones_of_their_own, labels_of_their_own)
