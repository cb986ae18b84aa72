"""Whether two texts that translate each other say things with the same force and the same numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from kb.model.languages import LANGUAGES
from kb.text import markers, numerals
from kb.text.doublets import is_doublet
from kb.text.phrases import any_of

ROWS = {**markers.ROWS, **numerals.ROWS}
SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
MONTH = re.compile(r"\bMay\b")


class Unanswered(NamedTuple):
    """A phrase of one language, where it stands in its text, for which the other has none."""

    language: str
    phrase: str
    offset: int
    row: str  # of `ROWS`

    @property
    def is_number(self) -> bool:
        """Whether it is a number rather than a marker of force."""
        return self.row in numerals.ROWS

    @property
    def answers(self) -> str:
        """The phrases of the other language that would answer it."""
        row = ROWS[self.row]
        return ", ".join(filter(None, (row.en, row.en_also) if self.language == "fr" else (row.fr, row.fr_also)))


class Sentence(NamedTuple):
    """What a sentence says: the phrases of each row that ask for an answer, with their places.

    `also` counts what may answer a row besides, by the row that it asks an answer for itself ("" for none).
    """

    asks: dict[str, list[tuple[str, int]]]
    also: Counter[tuple[str, str]]


NOTHING = Sentence({}, Counter())


def _table(index: int) -> dict[str, list[tuple[str, bool]]]:
    """Phrase → the rows that it stands in, and whether it asks for an answer."""
    table: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for name, row in ROWS.items():
        for phrases, asks in ((row[index], True), (row[index + 2], False)):
            for phrase in filter(None, phrases.split(", ")):
                table[phrase].append((name, asks))
    for phrase in markers.IDIOMS[LANGUAGES[index]].split(", "):
        table[phrase] = []
    if LANGUAGES[index] == "fr":
        table |= {word: [(row, False) for row in markers.OF_PARTICLE] for word in markers.PARTICLE}
    return table


TABLES = {language: _table(index) for index, language in enumerate(LANGUAGES)}
PATTERNS = {language: any_of(table) for language, table in TABLES.items()}


def unanswered(fr: str, en: str) -> list[Unanswered]:
    """What one text says and the other does not, sentence by sentence where both have as many; French first."""
    ends = [[match.end() for match in SENTENCE_END.finditer(text)] for text in (fr, en)]
    if len(ends[0]) != len(ends[1]):
        ends = [[], []]
    french, english = _said(fr, "fr", ends[0]), _said(en, "en", ends[1])
    found: list[Unanswered] = []
    for sentence in french.keys() | english.keys():
        one, two = french.get(sentence, NOTHING), english.get(sentence, NOTHING)
        asked = fr[: (*ends[0], len(fr))[sentence]].rstrip().endswith("?")
        groups = (markers.OF_QUESTIONS, markers.OF_ANY_QUESTION) if asked else ()
        free = tuple(row for rows in groups if one.asks.keys().isdisjoint(rows) for row in rows)
        found += _surplus("fr", one, two)
        found += _surplus("en", two, one, free)
    return sorted(found, key=lambda one: (one.language == "en", one.offset))


def _surplus(language: str, here: Sentence, there: Sentence, free: tuple[str, ...] = ()) -> Iterator[Unanswered]:
    """The rows that `here` says more often than `there` can answer; those in `free` need one answer less."""
    for row, places in here.asks.items():
        lacking = len(places) - len(there.asks.get(row, ())) - (row in free)
        if lacking > 0 and lacking > sum(
            _spare(source, n, here, there) for (to, source), n in there.also.items() if to == row
        ):
            yield Unanswered(language, *places[-1], row)


def _spare(source: str, count: int, here: Sentence, there: Sentence) -> int:
    """How many of the phrases are free to answer: not those that answer their own row already, nor « ne » with pas."""
    if not source:
        return count
    if source in markers.PARTICLE:
        return max(0, count - sum(len(there.asks.get(row, ())) for row in ("negation", "never")))
    return min(count, max(0, len(there.asks[source]) - len(here.asks.get(source, ()))))


def _said(text: str, language: str, ends: list[int]) -> dict[int, Sentence]:
    """Sentence → what it says; a sentence that says nothing of the tables is left out."""
    said: dict[int, Sentence] = {}
    text = MONTH.sub("\0\0\0", text) if "May" in text else text
    lowered = text.lower().replace("’", "'")
    for match in PATTERNS[language].finditer(lowered):
        sentence = said.setdefault(bisect_right(ends, match.start()), Sentence({}, Counter()))
        rows = TABLES[language][match[0]]
        if match[0] == "ou" and is_doublet(lowered, match.start()):
            rows = [(row, False) for row, _ in rows]
        source = next((row for row, asks in rows if asks), "ne" if match[0] in markers.PARTICLE else "")
        for row, asks in rows:
            if asks:
                sentence.asks.setdefault(row, []).append((match[0], match.start()))
            else:
                sentence.also[row, source] += 1
    return said
