"""Numbers in words: how each language writes a count, and what number a word says."""

from __future__ import annotations

from babel.numbers import format_decimal

from kb.language.dates import LOCALES

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
