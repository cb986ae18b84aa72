"""The words of the results' texts, which the search finds by; the texts come later, to be shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.search.entries import SearchEntry

# Stretches that docs/assets/search/words.js reads again: it may cut one, and never needs two at once, as 10 316 shows.
STRETCH = re.compile(r"\d+(?:[.,\s]\d+)+|[^\W_]+(?:\.\d+)*")


def words(entries: Sequence[SearchEntry]) -> tuple[str, list[str]]:
    """All stretches, those that stand most often first, with a | between two; and those of each entry's text.

    These are the steps from each one to the next in the order of all; a step of 0 is the same once more. A step is
    written as how many times it holds 26, if it does, and the letter of what is left: 0 is `a`, 27 is `1b`.
    """
    stretches = [list(_stretches(entry)) for entry in entries]
    counts = Counter(word for found in stretches for word in found)
    order = {word: at for at, word in enumerate(sorted(counts, key=lambda word: (-counts[word], word)))}
    places = [sorted(order[word] for word in found) for found in stretches]
    return "|".join(order), [
        "".join(_step(after - before) for before, after in pairwise([0, *found])) for found in places
    ]


def _step(step: int) -> str:
    times, left = divmod(step, 26)
    return f"{times or ''}{chr(ord('a') + left)}"


def _stretches(entry: SearchEntry) -> Iterator[str]:
    text = " ".join(f"{heading} {said}" for _, heading, said in entry.parts)
    return (found[0].lower() for found in STRETCH.finditer(text))
