"""Numbers in words: how each language writes a count, and what number a word says."""

from __future__ import annotations

import re

from babel.numbers import format_decimal

from kb.text.dates import LOCALES
from kb.text.markers import Marker

DIGIT = re.compile(r"\d")
# Zero and on, in order: what usage writes in words.
WORDS = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt".split(),
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty".split(),
}


def in_words(number: int, language: str) -> str:
    """12 is « douze » / “twelve”; above twenty, figures: 1200 is « 1 200 » / “1,200”."""
    words = WORDS[language]
    return words[number] if number < len(words) else format_decimal(number, locale=LOCALES[language])


def in_text(figure: str, text: str, language: str) -> bool:
    """Whether the text says the figure, from 2 to 20, in words: 12 as « douze »."""
    word = in_words(int(figure), language) if figure.isdecimal() and figure != "1" else figure
    return not DIGIT.search(word) and re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None


# Ordinals and parts, as rows of what a sentence can say.
ORDINALS = {
    "first": Marker("premier, première, premiers, premières", "first", "d'abord, 1er, 1re, début", "1st, earlier"),
    "second": Marker("deuxième, deuxièmes, seconde", "second", "2e", "2nd"),
    "third": Marker("troisième, troisièmes", "third", "3e, tiers", "3rd"),
    "fourth": Marker("quatrième", "fourth", "4e, quart", "4th"),
    "fifth": Marker("cinquième", "fifth", "5e", "5th"),
    "sixth": Marker("sixième", "sixth", "6e", "6th"),
    "seventh": Marker("septième", "seventh", "7e", "7th"),
    "eighth": Marker("huitième", "eighth", "8e", "8th"),
    "ninth": Marker("neuvième", "ninth", "9e", "9th"),
    "tenth": Marker("dixième", "tenth", "10e", "10th"),
    "eleventh": Marker("onzième", "eleventh", "11e", "11th"),
    "twelfth": Marker("douzième", "twelfth", "12e", "12th"),
    "half": Marker("moitié", "half", "demi, demie", ""),
}


def _cardinals() -> dict[str, Marker]:
    """From two on, as « un » and “one” are seldom numbers; a figure answers a word."""
    rows = {}
    for number, (fr, en) in enumerate(zip(WORDS["fr"], WORDS["en"], strict=True)):
        if number > 1:
            rows[en] = Marker(fr, en, str(number), str(number))
    also = ("2, double, jumelles, duo, duos", "2, both, twice, double, pair")  # they say two as well
    rows["two"] = Marker("deux", "two", *also)
    return rows


ROWS = {**_cardinals(), **ORDINALS}
