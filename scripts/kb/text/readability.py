"""How easy each page is to read: its words, its sentences, and the index published for its language.

French has the index of Kandel and Moles (1958), English the Flesch Reading Ease (1948); both run from 0 (hard) to 100
(easy), but their figures do not compare from one language to the other. Syllables are the points where the language's
hyphenation patterns would break a word: near enough to compare pages, not to judge a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

from kb.model.corpus import Corpus

# language → (constant, weight of the words per sentence, weight of the syllables per word)
INDEX = {"fr": (207.0, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}
PATTERNS = {"fr": "fr", "en": "en_US"}

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
ENDED = re.compile(r"[.!?…][»”\")\s]*$")
END = re.compile(r"(?<=[.!?…])(?:\s?[»”\")])*\s+(?=[«“\"(]*\s?[A-ZÀ-Þ\d])")
ABBREVIATION = re.compile(r"\b(?:[A-ZÀ-Þ]|pp?|ss?|c|art|[Nn]o|Mme|cf|al)\.$")


@dataclass(frozen=True)
class Figures:
    """What a text measures. `longest` is the words of its longest sentence."""

    path: str
    language: str
    words: int
    sentences: int
    syllables: int
    longest: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def index(self) -> float:
        """Kandel–Moles in French, Flesch in English; 0 for a text without a sentence."""
        if not self.words:
            return 0.0
        constant, by_sentence, by_word = INDEX[self.language]
        return constant - by_sentence * self.words_per_sentence - by_word * self.syllables / self.words


@cache
def syllables(word: str, language: str) -> int:
    """Breaks of the word plus one; what an apostrophe joins is one word."""
    parts = re.sub("['’]", "", word.lower()).split("-")
    return sum(len(_patterns(language).positions(_spoken(part, language))) + 1 for part in parts)


def _spoken(word: str, language: str) -> str:
    """The word as its patterns part it by sound: French ones spare a first vowel, an x and a first « con »."""
    if language != "fr":
        return word
    word = re.sub("^con", "bon", word).replace("x", "cs")
    return f"t{word.removeprefix('h')}" if word[0] in "aàâeéèêëiîïoôuùûyœæh" else word


@cache
def _patterns(language: str) -> Pyphen:
    return Pyphen(lang=PATTERNS[language], left=1, right=2)


def sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    """The sentences of the paragraphs; a block that does not end as one, such as a list's item, is none."""
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        if ENDED.search(text):
            begin = 0
            for end in (*END.finditer(text), None):
                part = text[begin : end.start() if end else None]
                if WORD.search(part) and not (end and ABBREVIATION.search(part)):
                    yield part
                    begin = end.end() if end else begin


def measure(path: str, language: str, paragraphs: Iterable[str]) -> Figures:
    words = [WORD.findall(sentence) for sentence in sentences(paragraphs)]
    lengths = [len(found) for found in words]
    spoken = sum(syllables(word, language) for found in words for word in found)
    return Figures(path, language, sum(lengths), len(lengths), spoken, max(lengths, default=0))


def report(corpus: Corpus) -> list[Figures]:
    """Every page in each language, the hardest first; pages without a sentence of their own are left out."""
    figures = []
    for _, document in corpus.documents():
        texts = (block.text for block in document.scan.blocks if block.kind != "heading")
        figures.append(measure(document.path, document.language, texts))
    return sorted((f for f in figures if f.sentences), key=lambda f: (f.language, f.index, f.path))


def total(figures: list[Figures], language: str) -> Figures:
    """The figures of one language as if its pages were one text."""
    mine = [f for f in figures if f.language == language]
    words, sentences = sum(f.words for f in mine), sum(f.sentences for f in mine)
    return Figures(
        "", language, words, sentences, sum(f.syllables for f in mine), max((f.longest for f in mine), default=0)
    )
