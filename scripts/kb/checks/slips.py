"""Slips of the pen within a passage: what no sentence of its language holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kb.bilingual import LANGUAGES
from kb.corpus import Corpus
from kb.finding import Finding
from kb.language.reading import all_passages

# Words that stand twice in good sentences, such as « vous vous adressez » or “had had”.
TWICE = frozenset("nous vous très bien trop si non oui had that very so no".split())
# French: the words that elide, those that do before « un » too; what starts with a vowel and takes no elision; the
# common words with a silent h.
ELIDED = (
    r"(?:le|la|du|au|ma|ta|sa) (?!une?\b)|(?:de|que|ne|se|je|me|te|jusque|lorsque|puisque|quoique) (?!un (?:à|pour)\b)"
)
ASPIRATED = r"onz|oui|ouistiti|uhlan|énième"
SILENT_H = (
    r"h(?:abi[lt]|armoni|éberg|érit|ésit|eur[et]|eureu[sx]|istoi|iver|omm[ae]|onn[eê]|onor|ôpit|ospit|ôte|uma|ume|umil)"
)
# English: the words whose first sound is not that of their first letter, and those that no “a” or “an” precedes.
AS_CONSONANT = r"(?:uni(?!n[^gt]|m)|us[aeu]|util|eu|one\b|once\b)"
AS_VOWEL = r"(?:hour|honest|honou?r|heir)"
A_BEFORE_VOWEL = rf"\b[Aa] (?!{AS_CONSONANT})(?:[aeiou][a-z]|{AS_VOWEL})[a-z]*"
AN_BEFORE_CONSONANT = rf"\b[Aa]n (?!{AS_VOWEL})(?:[b-df-hj-np-tv-z][a-z]|{AS_CONSONANT})[a-z]*"
# What ends with a full stop in the middle of a sentence.
SHORT = frozenset("etc art vol chap env inc max min app approx".split())


SIGNS = re.compile(r"[,;:] ?[,;:.]|\.\.|!!|\?\?|[(\[] | [)\]]|\. [a-zà-ÿœ]")


def _doubled(text: str) -> bool:
    """Whether a word starts with the whole one before it, or before that: what PEN001 is worth trying on."""
    words = text.lower().split()
    return any(map(str.startswith, words[1:], words)) or any(map(str.startswith, words[3:], words[1:]))


class Slip(NamedTuple):
    """A pattern that no passage of some languages holds; `worth` says where it is worth trying."""

    code: str
    languages: str
    worth: Callable[[str], object]
    pattern: re.Pattern
    message: str
    hint: str


SLIPS = (
    Slip(
        "PEN001",
        "fr en",
        _doubled,
        re.compile(r"(?<![\w'’.-])([^\W\d_]+(?: (?!(?:à|en|et|par|and|by|to) )[^\W\d_]+)?) \1(?![\w'’-])", re.I),
        "{} stands twice",
        "write it once",
    ),
    Slip(
        "PEN002",
        "fr en",
        SIGNS.search,
        re.compile(r"[,;:] ?(?:[,;:]|\.(?!\.\.))|(?<!\.)\.\.(?!\.)|!!|\?\?"),
        "two punctuation marks in a row: {}",
        "keep one",
    ),
    Slip(
        "PEN003",
        "fr en",
        SIGNS.search,
        re.compile(r"[(\[] |(?<=\S) [)\]]"),
        "a space inside the brackets",
        "remove it",
    ),
    Slip(
        "PEN004",
        "fr",
        bool,
        re.compile(
            rf"\b(?:(?i:{ELIDED}))(?!{ASPIRATED})(?:[aeiouàâéèêëîïôûœ]\w|{SILENT_H})[a-zà-ÿœ'’-]*|\b[Ss]i ils?\b",
        ),
        "{} is not elided",
        "write l', d', qu', s'… before a vowel (or de l', à l', mon, son)",
    ),
    Slip("PEN005", "en", bool, re.compile(A_BEFORE_VOWEL), "{}: a stands before a vowel", "write an"),
    Slip("PEN005", "en", bool, re.compile(AN_BEFORE_CONSONANT), "{}: an stands before a consonant", "write a"),
    Slip(
        "PEN006",
        "fr en",
        SIGNS.search,
        re.compile(r"(?<![\w.])(?P<before>[^\W\d_]{3,})\. (?P<word>[a-zà-ÿœ]\w*)"),
        "the sentence starts with a small letter: {}",
        "write a capital, or mend the sign before it",
    ),
)
OF_LANGUAGE = {code: [slip for slip in SLIPS if code in slip.languages.split()] for code in LANGUAGES}


def in_passages(corpus: Corpus) -> Iterator[Finding]:
    """No passage holds one of `SLIPS`."""
    for passage in all_passages(corpus):
        worth = {worth: worth(passage.text) for worth in (_doubled, SIGNS.search)} | {bool: True}
        for slip in OF_LANGUAGE.get(passage.language, ()):
            for match in slip.pattern.finditer(passage.text) if worth[slip.worth] else ():
                if not _meant(slip.code, match):
                    shown = match["word"] if slip.code == "PEN006" else match[0]
                    yield passage.finding(slip.code, match.start(), slip.message.format(shown), slip.hint)


def _meant(code: str, match: re.Match) -> bool:
    """Whether the writer may well mean it: a word that good sentences double, an abbreviation before a small letter."""
    if code == "PEN001":
        return match[1].lower() in TWICE
    return code == "PEN006" and match["before"].lower() in SHORT


CHECKS = (in_passages,)
