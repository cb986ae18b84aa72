"""Many phrases looked for in one pass: a phrase is tried only where its first word stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")


class Phrases:
    """Finds phrases as whole words; of two that start at one place, the longer."""

    def __init__(self, phrases: Iterable[str]):
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            first = WORD.search(phrase)
            if first and first.start() == 0:
                self._by_word[first.group()].append(phrase)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Each phrase in the text with its place."""
        for word in WORD.finditer(text):
            for phrase in self._by_word.get(word.group(), ()):
                end = word.start() + len(phrase)
                if text.startswith(phrase, word.start()) and not text[end : end + 1].isalnum():
                    yield word.start(), phrase
                    break
