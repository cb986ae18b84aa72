"""Many phrases looked for in one pass: a phrase is tried only where its longest word stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

WORD = re.compile(r"[^\W_]+")


class Phrases:
    """Finds phrases as whole words; of two that start at one place, the longer."""

    def __init__(self, phrases: Iterable[str]):
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for phrase in set(phrases):
            words = WORD.findall(phrase)
            if words and phrase.startswith(words[0]):
                self._by_word[max(words, key=len)].append(phrase)

    def find(self, text: str, words: Collection[str] | None = None) -> list[tuple[int, str]]:
        """Each phrase in the text with its place, in order; `words` are those of the text, where they are known."""
        found: dict[int, str] = {}
        for word in self._by_word.keys() & (WORD.findall(text) if words is None else words):
            for phrase in self._by_word[word]:
                for start in _places(phrase, text):
                    found[start] = max(phrase, found.get(start, ""), key=len)
        return sorted(found.items())


def _places(phrase: str, text: str) -> Iterator[int]:
    """Where the phrase stands in the text, neither starting nor ending inside a word."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start
        start = text.find(phrase, start + 1)


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for many phrases as whole words, the longest at each place; what they start with is tried once."""
    return re.compile(rf"(?<!\w){_branches(sorted(set(phrases)))}(?!\w)")


def _branches(phrases: list[str]) -> str:
    rests: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        rests[phrase[:1]].append(phrase[1:])
    ends = rests.pop("", None)
    if not rests:
        return ""
    return f"(?:{'|'.join(re.escape(first) + _branches(rest) for first, rest in rests.items())}){'?' if ends else ''}"
