"""Doublets of French, « une policière ou un policier »: one noun in both genders, which English says once."""

from __future__ import annotations

import re

# How a noun ends in the feminine and in the masculine, after what it has in both.
ENDINGS = (
    ("ère", "er"),
    ("rice", "eur"),
    ("se", "r"),
    ("ve", "f"),
    ("esse", "e"),
    ("e", ""),
    ("ne", ""),
    ("le", ""),
    ("te", ""),
)
STEM = 4  # letters that both have, at least
WORD = re.compile(r"[^\W\d_]+")
AFTER = 3  # words in which the second noun comes: « ou à un policier »


def is_doublet(text: str, ou: int) -> bool:
    """Whether the « ou » at this place of a text in lower case stands between the two genders of a noun."""
    before, after = WORD.findall(text, 0, ou)[-1:], WORD.findall(text, ou + len("ou"))[:AFTER]
    return any(_genders(one, other) or _genders(other, one) for one in before for other in after)


def _genders(feminine: str, masculine: str) -> bool:
    if feminine.endswith("s") and masculine.endswith("s"):
        feminine, masculine = feminine[:-1], masculine[:-1]
    return any(
        feminine.endswith(ending)
        and len(stem := feminine.removesuffix(ending)) >= STEM
        and masculine == f"{stem}{other}"
        for ending, other in ENDINGS
    )
