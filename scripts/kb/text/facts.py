"""The facts that a text states, whatever its words: numbers, months and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kb.text.dates import months
from kb.text.numerals import WORDS

DIGIT = re.compile(r"\d")
NUMBER = {
    "fr": re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}
WORD = re.compile(r"[^\W\d_]+")
CAPITAL = re.compile(r"[^\W\d_]{2,}")
BEGINS = re.compile(r"(?:^|[.!?:;—–•\n])[\s«“\"(\[]*(?:[A-Z]['’])?$")


@lru_cache(2**14)  # several checks ask
def numbers(text: str, language: str) -> dict[str, int]:
    """The figures of a text in one neutral form, each with its first place in the text.

    10 316 and 10,316 both give 10316, 20,8 and 20.8 give 20.8.
    """
    found: dict[str, int] = {}
    if not DIGIT.search(text):
        return found
    for match in NUMBER[language].finditer(text):
        if language == "fr":
            number = re.sub(r"[ \u00a0\u202f]", "", match.group()).replace(",", ".")
        else:
            number = match.group().replace(",", "")
        found.setdefault(number, match.start())
    return found


def figures(text: str, language: str) -> dict[str, int]:
    """The figures and months of a text in one neutral form, each with its first place in the text."""
    return numbers(text, language) | months(text, language)


def same_facts(before: Iterable[str], after: Iterable[str], language: str) -> bool:
    """Whether two texts state the same figures, months and proper names, and count nothing otherwise in words."""
    (old, old_counts), (new, new_counts) = _stated(before, language), _stated(after, language)
    return old == new and not (old_counts - new_counts and new_counts - old_counts)


def _stated(paragraphs: Iterable[str], language: str) -> tuple[set[str], set[str]]:
    """The figures, months and names of a text, and its numbers in words: a lone one may be a turn of phrase."""
    text = "\n".join(paragraphs)
    words = set(WORD.findall(text.casefold()))
    return figures(text, language).keys() | set(_names(text)), words.intersection(WORDS[language][2:])


def _names(text: str) -> Iterator[str]:
    """Words with a capital that begin no sentence, and abbreviations wherever they stand."""
    for match in CAPITAL.finditer(text):
        word = match[0]
        if word.isupper() or (word[0].isupper() and not BEGINS.search(text, 0, match.start())):
            yield word
