"""Dates as records write them (EDTF, ISO 8601-2:2019) and as readers see them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from kb.model.languages import Bilingual
from kb.text.typography import MONTHS

LOCALES = {"fr": "fr_CA", "en": "en_CA"}
DECADE = Bilingual(fr="années {}", en="{}s")
SPACE = "[ \u00a0]"
FOUR_DIGITS = re.compile(r"\d{4}")
# A decade, a day or a month of a year, a year after a word that announces one, or four digits that can only be one:
# a quantity takes a space in French, a comma in English.
WRITTEN = {
    "fr": re.compile(
        rf"\bannées{SPACE}(?P<decade>\d{{3}})0\b"
        rf"|\b(?:(?P<day>\d{{1,2}})(?:er)?{SPACE})?(?P<month>{MONTHS['fr']}){SPACE}(?P<of_month>\d{{4}})\b"
        r"|\b(?:[Ee]n|[Dd]epuis) (?P<announced>\d{4})(?=[,.;:)]|$)"
        r"|(?<![\w.,])(?P<year>(?:1[89]|20)\d\d)(?![\w]|[.,]\d)"
    ),
    "en": re.compile(
        r"\b(?P<decade>(?:1[1-9]|20)\d)0s\b"
        rf"|\b(?P<month>{MONTHS['en']}){SPACE}(?:(?P<day>\d{{1,2}}),?{SPACE})?(?P<of_month>\d{{4}})\b"
        r"|\b(?:[Ii]n|[Ss]ince) (?P<announced>\d{4})(?=[,.;:)]|$)"
        r"|(?<![\w.,])(?P<year>(?:1[89]|20)\d\d)(?![\w]|[.,]\d)"
    ),
}


# Names that are a month wherever they stand, and may, which is one beside a figure.
NAMED = {
    "fr": re.compile(rf"\b(?:{MONTHS['fr']})\b"),
    "en": re.compile(rf"\b(?:{MONTHS['en'].replace('|May', '')})\b|\bMay(?={SPACE}\d)|(?<=\d{SPACE})May\b"),
}


def span(edtf: str) -> tuple[str, str]:
    """The first and last day that an EDTF date can mean, as ISO strings that sort."""
    year, *rest = edtf.split("-")
    first, last = year.replace("X", "0"), year.replace("X", "9")
    month, day = (*rest, None, None)[:2]
    return f"{first}-{month or '01'}-{day or '01'}", f"{last}-{month or '12'}-{day or '31'}"


@lru_cache(4096)  # several checks read them
def written(text: str, language: str) -> tuple[tuple[str, int], ...]:
    """The dates that a text states, in EDTF, each with its place: « le 5 octobre 2023 » is 2023-10-05."""
    if not FOUR_DIGITS.search(text):
        return ()
    return tuple((_edtf(match, language), match.start()) for match in WRITTEN[language].finditer(text))


def _edtf(match: re.Match[str], language: str) -> str:
    if match["decade"]:
        return f"{match['decade']}X"
    year = match["of_month"] or match["announced"] or match["year"]
    if match["month"]:
        year += f"-{MONTHS[language].split('|').index(match['month']) + 1:02}"
    return f"{year}-{int(match['day']):02}" if match["day"] else year


@lru_cache(2**14)
def months(text: str, language: str) -> dict[str, int]:
    """The months that a text names, in EDTF without a year, each with its first place: octobre is --10."""
    found: dict[str, int] = {}
    for match in NAMED[language].finditer(text) if language in NAMED else ():
        found.setdefault(f"--{MONTHS[language].split('|').index(match[0]) + 1:02}", match.start())
    return found


def month_name(month: str, language: str) -> str:
    """--10 is « octobre » / “October”."""
    return MONTHS[language].split("|")[int(month.removeprefix("--")) - 1]


def in_words(edtf: str, language: str) -> str:
    """199X is « années 1990 » / “1990s”, 2021-05 is « mai 2021 » / “May 2021”, 2024 is itself."""
    if edtf.endswith("X"):
        return DECADE[language].format(edtf.replace("X", "0"))
    if "-" not in edtf:
        return edtf
    year, month, *day = map(int, edtf.split("-"))
    if not day:
        return format_date(date(year, month, 1), "MMMM y", locale=LOCALES[language])
    return _ordinal(format_date(date(year, month, *day), "long", locale=LOCALES[language]), language)


def capitalized(words: str) -> str:
    """A date where it starts a line: « Années 1990 »."""
    return words[0].upper() + words[1:]


def day_and_month(day: date, language: str) -> str:
    """« 1er mars », “March 1”."""
    return _ordinal(format_date(day, "d MMMM" if language == "fr" else "MMMM d", locale=LOCALES[language]), language)


def _ordinal(text: str, language: str) -> str:
    """French alone writes the first of a month as an ordinal."""
    return re.sub(r"^1(?= )", "1er", text) if language == "fr" else text
