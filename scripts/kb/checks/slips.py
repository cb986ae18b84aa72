"""Slips of the pen within a text: what no sentence of its language holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice
from operator import eq
from typing import NamedTuple

from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.lines import Passage, all_passages

PEN001 = Rule(
    "PEN001",
    "No word stands twice in a row, but for those that good sentences double.",
    "Aucun mot ne se répète deux fois de suite, sauf ceux que de bonnes phrases doublent.",
    "The eye of the writer skips such a slip, but the reader stumbles on it.",
    "L'œil de qui écrit saute cette faute, mais celui de qui lit s'y arrête.",
)

PEN002 = Rule(
    "PEN002",
    "No two punctuation marks follow each other.",
    "Aucun signe de ponctuation n'en suit un autre.",
    "Readers could not tell whether the sentence pauses, goes on or ends.",
    "On ne saurait pas si la phrase marque une pause, continue ou finit.",
)

PEN003 = Rule(
    "PEN003",
    "No space stands inside parentheses or brackets.",
    "Aucune espace ne se trouve à l'intérieur des parenthèses ou des crochets.",
    "The sign could be left alone at the end or start of a line.",
    "Le signe pourrait rester seul en fin ou en début de ligne.",
)

PEN004 = Rule(
    "PEN004",
    "French elides before a vowel: l'homme, not le homme.",
    "Le français élide devant une voyelle : l'homme, et non le homme.",
    "The sentence would jar on the ear and look carelessly written.",
    "La phrase heurterait l'oreille et paraîtrait négligée.",
)

PEN005 = Rule(
    "PEN005",
    "English writes an before a vowel that is heard, and a before a consonant.",
    "L'anglais écrit an devant une voyelle que l'on entend, et a devant une consonne.",
    "English readers would trip over the words and take the text for a poor translation.",
    "La lecture en anglais accrocherait, et le texte passerait pour une mauvaise traduction.",
)

PEN006 = Rule(
    "PEN006",
    "A sentence and a paragraph start with a capital.",
    "Une phrase et un paragraphe commencent par une majuscule.",
    "Readers would wonder whether the beginning was cut off.",
    "On se demanderait si le début a été coupé.",
)


# Words that stand twice in good sentences, such as « vous vous adressez » or “had had”.
TWICE = frozenset("nous vous très bien trop si non oui had that very so no".split())
LINKING = r"(?:à|en|et|par|and|by|to)"  # « peu à peu à peu », “step by step by step”
# French: the words that elide, of which some do before « un » too; what starts with a vowel and takes no elision; the
# common words with a silent h.
ELIDED = (
    r"(?:le|la|du|au|ma|ta|sa) (?!une?\b)|(?:de|que|ne|se|je|me|te|jusque|lorsque|puisque|quoique) (?!un (?:à|pour)\b)"
)
ASPIRATED = r"onz|oui|ouistiti|uhlan|énième"
SILENT_H = (
    r"h(?:abi[lt]|armoni|éberg|érit|ésit|eur[et]|eureu[sx]|istoi|iver|omm[ae]|onn[eê]|onor|ôpit|ospit|ôte|uma|ume|umil)"
)
# English: the words whose first sound is not that of their first letter.
AS_CONSONANT = r"(?:uni(?!n[^gt]|m)|us[aeu]|util|eu|one\b|once\b)"
AS_VOWEL = r"(?:hour|honest|honou?r|heir)"
# What ends with a full stop in the middle of a sentence.
SHORT = frozenset("etc art vol chap env inc max min app approx".split())


class Slip(NamedTuple):
    """A pattern that no text of some languages holds, with the group `at` that is shown, where the finding stands."""

    code: str
    languages: str
    pattern: re.Pattern[str]
    message: Said  # {} where it shows the group
    hint: Said


TWICE_OVER = (
    Said("{} stands twice", "{} figure deux fois de suite"),
    Said("write it once", "écrivez-le une seule fois"),
)
SPACE_INSIDE = (
    Said("a space inside the brackets", "une espace à l'intérieur des parenthèses ou des crochets"),
    Said("remove it", "retirez-la"),
)
# A space stands before each text; to start a pattern with it is many times as fast as with \b.
SLIPS = (
    Slip(
        PEN001,
        "fr en",
        re.compile(r" (?P<at>(?P<word>[^\W\d_]++) (?P=word))(?![\w'’-])", re.I),
        *TWICE_OVER,
    ),
    Slip(
        PEN001,
        "fr en",
        re.compile(rf" (?P<at>(?P<word>[^\W\d_]++ (?!{LINKING} )[^\W\d_]++) (?P=word))(?![\w'’-])", re.I),
        *TWICE_OVER,
    ),
    Slip(
        PEN002,
        "fr en",
        re.compile(r"(?=[,;:.!?] ?[,;:.!?])(?P<at>[,;:] ?(?:[,;:]|\.(?!\.\.))|\.\.(?<!\.\.\.)(?!\.)|!!|\?\?)"),
        Said("two punctuation marks in a row: {}", "deux signes de ponctuation de suite : {}"),
        Said("keep one", "gardez-en un"),
    ),
    Slip(PEN003, "fr en", re.compile(r"(?P<at>[(\[] )"), *SPACE_INSIDE),
    Slip(PEN003, "fr en", re.compile(r"(?P<at> [)\]])"), *SPACE_INSIDE),
    Slip(
        PEN004,
        "fr",
        re.compile(
            rf"[ (](?P<at>(?i:{ELIDED})(?!{ASPIRATED})(?:[aeiouàâéèêëîïôûœ]\w|{SILENT_H})[a-zà-ÿœ'’-]*|[Ss]i ils?\b)"
        ),
        Said("{} is not elided", "{} n'est pas élidé"),
        Said(
            "write l', d', qu', s'… before a vowel (or de l', à l', mon, son)",
            "écrivez l', d', qu', s'… devant une voyelle (ou de l', à l', mon, son)",
        ),
    ),
    Slip(
        PEN005,
        "en",
        re.compile(rf"[ (](?P<at>[Aa] (?!{AS_CONSONANT})(?:[aeiou][a-z]|{AS_VOWEL})[a-z]*)"),
        Said("{}: a stands before a vowel", "{} : a est devant une voyelle"),
        Said("write an", "écrivez an"),
    ),
    Slip(
        PEN005,
        "en",
        re.compile(rf"[ (](?P<at>[Aa]n (?!{AS_VOWEL})(?:[b-df-hj-np-tv-z][a-z]|{AS_CONSONANT})[a-z]*)"),
        Said("{}: an stands before a consonant", "{} : an est devant une consonne"),
        Said("write a", "écrivez a"),
    ),
    Slip(
        PEN006,
        "fr en",
        re.compile(r"\. (?P<at>[a-zà-ÿœ]\w*)"),
        Said("the sentence starts with a small letter: {}", "la phrase commence par une minuscule : {}"),
        Said("write a capital, or mend the sign before it", "écrivez une majuscule, ou corrigez le signe qui précède"),
    ),
)
BEFORE = re.compile(r"(?<![\w.])[^\W\d_]{3,}\Z")
LONGEST = 40  # letters of a word
SHORTEST, MOST_WORDS = 3, 12  # words of a phrase that stands twice in a row
APART = str.maketrans({",": " ", "\n": " \n ", **{sign: f" {sign} " for sign in ".;:!?…()[]«»“”\ufffc"}})


def in_texts(corpus: Corpus) -> Iterator[Finding]:
    """No text holds one of `SLIPS`; all those of a language are searched as one, which takes a third of the time."""
    for language in LANGUAGES:
        passages = [passage for passage in all_passages(corpus) if passage.language == language]
        text = "".join(f" {passage.text}\n" for passage in passages)
        starts = list(accumulate((len(passage.text) + 2 for passage in passages), initial=1))
        for slip in SLIPS:
            for match in slip.pattern.finditer(text) if language in slip.languages else ():
                if not _meant(slip.code, match):
                    index = bisect_right(starts, match.start("at")) - 1
                    offset = max(match.start("at") - starts[index], 0)
                    message = Said(slip.message.format(match["at"]), slip.message.fr.format(match["at"]))
                    yield passages[index].finding(slip.code, offset, message, slip.hint)


def phrases_twice(corpus: Corpus) -> Iterator[Finding]:
    """No phrase of three words or more stands twice in a row, with a comma between or not."""
    for language in LANGUAGES:
        passages = [passage for passage in all_passages(corpus) if passage.language == language]
        words = "\n".join(passage.text for passage in passages).lower().translate(APART).split(" ")
        words = list(filter(None, words))
        for length in range(SHORTEST, MOST_WORDS + 1):
            alike = bytes(map(eq, words, islice(words, length, None)))
            start = alike.find(b"\1" * length)
            while start >= 0:
                phrase = words[start : start + length]
                if len(set(phrase)) > 2 and all(word[0].isalpha() for word in phrase):
                    yield _twice_over(passages, phrase)
                start = alike.find(b"\1" * length, start + 2 * length)


def _twice_over(passages: list[Passage], phrase: list[str]) -> Finding:
    """Where the phrase stands twice."""
    said = r"[ ,]+".join(map(re.escape, phrase))
    pattern = re.compile(rf"(?<!\w){said}[ ,]+{said}(?!\w)", re.I)
    passage, match = next((one, match) for one in passages if (match := pattern.search(one.text)))
    message = Said(*(text.format(" ".join(phrase)) for text in (TWICE_OVER[0], TWICE_OVER[0].fr)))
    return passage.finding(PEN001, match.start(), message, TWICE_OVER[1])


def _meant(code: str, match: re.Match[str]) -> bool:
    """Whether the writer may well mean it: a word that good sentences double, an abbreviation before a small letter."""
    if code == PEN001:
        return match["word"].lower() in TWICE
    if code == PEN006:
        before = BEFORE.search(match.string, max(match.start() - LONGEST, 0), match.start())
        return before is None or before[0].lower() in SHORT
    return False


CHECKS = (in_texts, phrases_twice)
