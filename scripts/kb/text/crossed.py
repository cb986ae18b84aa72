"""Which of several texts changed places: those that share more words crosswise than as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from kb.formats.folding import skeleton

WORD = re.compile(r"[^\W\d_]{5,}")
CLEARLY = 2  # words
STEM = 5  # letters that two words of one origin have in common: famille, family; trust, trusted
Stems = frozenset[str]


def stems(text: str, words: re.Pattern[str] = WORD) -> Stems:
    return frozenset(word[:STEM] for word in words.findall(skeleton(text)))


def crossed(texts: Sequence[Stems], beside: Sequence[Stems], clearly: int = CLEARLY) -> Iterator[tuple[int, int]]:
    """The pairs of texts that would clearly fit better, each beside what stands beside the other."""
    fit = [len(text & other) for text, other in zip(texts, beside, strict=True)]
    for one, other in combinations(range(len(texts)), 2):
        crosswise = len(texts[one] & beside[other]) + len(texts[other] & beside[one])
        if crosswise >= fit[one] + fit[other] + clearly:
            yield one, other
