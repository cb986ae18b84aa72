"""Typography: what the author typed and staging cannot mend.

kb/text/typography.py sets the spaces, quotes and dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.lines import Line, all_lines

TYP001 = Rule(
    "TYP001",
    "French is quoted with guillemets; curly quotation marks stand only inside them.",
    "Le français se cite entre guillemets français « »; les guillemets anglais courbes ne se trouvent qu'à "
    "l'intérieur de ceux-ci.",
    "The French text would mix two customs and look translated.",
    "Le texte français mêlerait deux usages et aurait l'air traduit.",
)

TYP002 = Rule(
    "TYP002",
    "Guillemets come in pairs.",
    "Les guillemets français vont par paires.",
    "Readers would not know which words belong to the quotation.",
    "On ne saurait pas quels mots font partie de la citation.",
)

TYP003 = Rule(
    "TYP003",
    "A dash is a dash, not a hyphen between spaces.",
    "Un tiret est un tiret, et non un trait d'union entre espaces.",
    "The eye would take an aside for a compound word, or the reverse.",
    "L'œil prendrait une incise pour un mot composé, ou l'inverse.",
)

TYP004 = Rule(
    "TYP004",
    "One space stands between words, none before a comma or full stop, one after a comma.",
    "Il y a une espace entre les mots, aucune avant une virgule ou un point, et une après une virgule.",
    "Uneven gaps slow reading and make the page look careless.",
    "Des vides inégaux ralentissent la lecture et donnent un air négligé.",
)

TYP005 = Rule(
    "TYP005",
    "A French ordinal is written 1er, 1re, 2e.",
    "Un ordinal français s'écrit 1er, 1re, 2e.",
    "Forms such as 2ème are held as faults and would hurt the credibility of the guide.",
    "Les formes comme 2ème passent pour des fautes et nuiraient à la crédibilité du guide.",
)

TYP006 = Rule(
    "TYP006",
    "A French capital has its accent: À, not A.",
    "Une majuscule française a son accent : À, et non A.",
    "A reader could take the preposition for the verb and have to start the sentence again.",
    "On pourrait prendre la préposition pour le verbe et devoir relire la phrase.",
)

TYP007 = Rule(
    "TYP007",
    "A decimal figure has the sign of its language: 20,8 % in French, 20.8% in English.",
    "Un nombre décimal a le signe de sa langue : 20,8 % en français, 20.8% en anglais.",
    "A wrong sign can make a reader take a fraction for thousands.",
    "Un mauvais signe peut faire prendre une fraction pour des milliers.",
)

TYP008 = Rule(
    "TYP008",
    "English is quoted with quotation marks, not guillemets.",
    "L'anglais se cite entre guillemets anglais, et non entre guillemets français.",
    "English readers are not used to the French signs and could miss that someone is quoted.",
    "Le lectorat anglophone connaît mal les signes français et pourrait ne pas voir qu'on cite.",
)


class Sign(NamedTuple):
    """A sign that is wrong in `languages`; the finding stands at the pattern's group, or at the match."""

    code: str
    languages: str
    needed: str  # what a line must hold for the pattern to be tried
    pattern: re.Pattern[str]
    message: Said
    hint: Said


GUILLEMETS = Said("write « and »", "écrivez « et »")
REMOVE = Said("remove it", "retirez-la")

STRAIGHT = Said("a straight quotation mark", "un guillemet droit"), GUILLEMETS
ENGLISH_MARK = Said("an English quotation mark", "un guillemet anglais"), GUILLEMETS
FRENCH_MARK = Said("a French quotation mark", "un guillemet français"), Said("write “ and ”", "écrivez “ et ”")
HYPHEN = (
    Said("a hyphen between spaces", "un trait d'union entre espaces"),
    Said("write a dash: –", "écrivez un tiret : –"),
)
SPACES = Said("more than one space", "plus d'une espace"), Said("write one", "n'en mettez qu'une")
BEFORE_COMMA = Said("a space before a comma", "une espace avant une virgule"), REMOVE
BEFORE_STOP = Said("a space before a full stop", "une espace avant un point"), REMOVE
BEFORE_SIGN = Said("a space before this sign", "une espace avant ce signe"), REMOVE
AFTER_COMMA = Said("no space after a comma", "pas d'espace après une virgule"), Said("add one", "ajoutez-en une")
AFTER_STOP = Said("no space after this sign", "pas d'espace après ce signe"), Said("add one", "ajoutez-en une")
AFTER_BRACKET = Said("no space after the bracket", "pas d'espace après la parenthèse"), AFTER_COMMA[1]
BEFORE_BRACKET = Said("no space before the bracket", "pas d'espace avant la parenthèse"), AFTER_COMMA[1]
ORDINAL = (
    Said("an ordinal that is not French usage", "un ordinal contraire à l'usage français"),
    Said("write 1er, 1re, 2e, 3e", "écrivez 1er, 1re, 2e, 3e"),
)
ACCENT = Said("no accent on A", "pas d'accent sur A"), Said("write À", "écrivez À")
POINT = (
    Said("a decimal point", "un point décimal"),
    Said("write a comma: 20,8 %", "écrivez une virgule : 20,8 %"),
)
COMMA = (
    Said("a decimal comma", "une virgule décimale"),
    Said("write a point: 20.8%", "écrivez un point : 20.8%"),
)

SIGNS = (
    Sign(TYP001, "fr", '"', re.compile(r'"'), *STRAIGHT),
    Sign(TYP003, "fr en", " -", re.compile(r"(?<=\S) (-{1,3}) "), *HYPHEN),
    Sign(TYP004, "fr en", "  ", re.compile(r"(?<=\S)(  +)(?=\S)"), *SPACES),
    Sign(TYP004, "fr en", " ,", re.compile(r"( +),(?=\s|$)"), *BEFORE_COMMA),
    Sign(TYP004, "fr en", " .", re.compile(r"( +)\.(?=\s|$)"), *BEFORE_STOP),
    Sign(TYP004, "en", " ", re.compile(r"(?<=\S)( +)[;:!?%](?=\s|$)"), *BEFORE_SIGN),
    Sign(TYP004, "fr en", ",", re.compile(r"(?<=[^\W\d_])(,)(?=[^\W\d_])"), *AFTER_COMMA),
    Sign(TYP004, "fr en", ".", re.compile(r"(?<=[a-zà-ÿœ]{2})(\.)(?=[A-ZÀ-Þ][^\W\d_]*(?:[\s,'’]|$))"), *AFTER_STOP),
    Sign(TYP004, "fr en", "", re.compile(r"(?<=[^\W\d_])([;!?])(?=[^\W\d_])"), *AFTER_STOP),
    Sign(TYP004, "fr en", "(", re.compile(r"(?<=[^\W\d_])(\()(?![^\W\d_]{1,5}\))"), *BEFORE_BRACKET),
    Sign(TYP004, "fr en", ")", re.compile(r"\((?![^\W\d_]{1,5}\))[^()]*(\))(?=[^\W\d_])"), *AFTER_BRACKET),
    Sign(TYP005, "fr", "", re.compile(r"\b\d+(?:i?[èe]mes?|[èe]res?)\b"), *ORDINAL),
    Sign(TYP006, "fr", "A ", re.compile(r"(?:^|(?<=[.!?…«] ))A (?=[^\W\d_])"), *ACCENT),
    Sign(TYP007, "fr", ".", re.compile(r"\d+\.\d+(?=\s*[%$])"), *POINT),
    Sign(TYP007, "en", ",", re.compile(r"\d+,\d{1,2}(?!\d)"), *COMMA),
    Sign(TYP008, "en", "«", re.compile("«"), *FRENCH_MARK),
    Sign(TYP008, "en", "»", re.compile("»"), *FRENCH_MARK),
)
OF_LANGUAGE = {code: [sign for sign in SIGNS if code in sign.languages.split()] for code in LANGUAGES}
INNER = re.compile(r"«[^«»]*»")  # inside them, a quotation takes “ ”
ENGLISH_QUOTE = re.compile(r"[“”„‟]")


def marks(corpus: Corpus) -> Iterator[Finding]:
    """No line holds a sign of `SIGNS`; the title of a publication keeps its own."""
    titles = {text for reference in corpus.reference.values() for text in (reference.title.fr, reference.title.en)}
    for line in all_lines(corpus):
        for sign in OF_LANGUAGE.get(line.language, ()):
            if sign.needed in line.text:
                for match in sign.pattern.finditer(line.text):
                    keeps = line.language == "en" or sign.code == TYP003
                    if not (keeps and _inside(titles, line.text, match.start())):
                        yield line.finding(sign.code, match.start(sign.pattern.groups), sign.message, sign.hint)


def _inside(titles: set[str], text: str, offset: int) -> bool:
    """Whether the place is inside one of the titles."""
    return any(-1 < (start := text.find(title)) <= offset < start + len(title) for title in titles)


def english_quotes(corpus: Corpus) -> Iterator[Finding]:
    """French is quoted with guillemets; “ ” quote inside them."""
    for line in all_lines(corpus):
        if line.language == "fr" and ENGLISH_QUOTE.search(line.text):
            inner = [match.span() for match in INNER.finditer(line.text)]
            for match in ENGLISH_QUOTE.finditer(line.text):
                if not any(start < match.start() < end for start, end in inner):
                    yield line.finding(TYP001, match.start(), *ENGLISH_MARK)


def pairs(corpus: Corpus) -> Iterator[Finding]:
    """Each « has its » before the next «, in the same block of lines."""
    opened: tuple[Line, int] | None = None
    before: Line | None = None
    for line in all_lines(corpus):
        if opened and before and not _continues(before, line):
            yield _unpaired(*opened, "«", "»")
            opened = None
        before = line
        for match in re.finditer("[«»]", line.text) if line.language == "fr" else ():
            if opened and match.group() == "«":
                yield _unpaired(*opened, "«", "»")
            elif not opened and match.group() == "»":
                yield _unpaired(line, match.start(), "»", "«")
            opened = (line, match.start()) if match.group() == "«" else None
    if opened:
        yield _unpaired(*opened, "«", "»")


def _continues(before: Line, line: Line) -> bool:
    return not (before.alone or line.alone) and before.path == line.path and line.line - before.line in (0, 1)


def _unpaired(line: Line, offset: int, mark: str, other: str) -> Finding:
    message = Said(f"{mark} without {other}", f"{mark} sans {other}")
    hint = Said(f"add {other}; a quotation inside takes “ ”", f"ajoutez {other}; une citation à l'intérieur prend “ ”")
    return line.finding(TYP002, offset, message, hint)


CHECKS = (marks, english_quotes, pairs)
