"""Which language a few words are in, as the base's own texts tell: a word is of the language that uses it most."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kb.formats.folding import skeleton
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.text.lines import all_lines
from kb.text.phrases import WORD

MORE = 4  # times as often


class Leaning:
    """Each word that one language uses far more than the other: 1 for French, -1 for English."""

    def __init__(self, corpus: Corpus):
        lines: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for line in all_lines(corpus):
            if line.language in lines:
                lines[line.language].update(line.words)
        fr, en = lines["fr"], lines["en"]
        sides = {word: (fr[word] > MORE * en[word]) - (en[word] > MORE * fr[word]) for word in fr.keys() | en.keys()}
        self._side = {word: side for word, side in sides.items() if side}

    def __call__(self, text: str) -> int:
        """How many more of its words are French than English; those of neither or both do not count."""
        return sum(map(self._side.__getitem__, self._side.keys() & WORD.findall(skeleton(text))))


@lru_cache(maxsize=1)
def leaning(corpus: Corpus) -> Leaning:
    return Leaning(corpus)
