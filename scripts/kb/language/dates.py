"""Dates as records write them (EDTF, ISO 8601-2:2019) and as readers see them."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from kb.bilingual import Bilingual

LOCALES = {"fr": "fr_CA", "en": "en_CA"}
DECADE = Bilingual(fr="années {}", en="{}s")


def span(edtf: str) -> tuple[str, str]:
    """The first and last day that an EDTF date can mean, as ISO strings that sort."""
    year, *rest = edtf.split("-")
    first, last = year.replace("X", "0"), year.replace("X", "9")
    month, day = (*rest, None, None)[:2]
    return f"{first}-{month or '01'}-{day or '01'}", f"{last}-{month or '12'}-{day or '31'}"


def in_words(edtf: str, language: str) -> str:
    """199X is « années 1990 » / “1990s”, 2021-05 is « mai 2021 » / “May 2021”, 2024 is itself."""
    if edtf.endswith("X"):
        return DECADE[language].format(edtf.replace("X", "0"))
    if "-" not in edtf:
        return edtf
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 2:
        return format_date(date(*parts, 1), "MMMM y", locale=LOCALES[language])
    return _ordinal(format_date(date(*parts), "long", locale=LOCALES[language]), language)


def capitalized(words: str) -> str:
    """A date where it starts a line: « Années 1990 »."""
    return words[0].upper() + words[1:]


def day_and_month(day: date, language: str) -> str:
    """« 1er mars », “March 1”."""
    return _ordinal(format_date(day, "d MMMM" if language == "fr" else "MMMM d", locale=LOCALES[language]), language)


def _ordinal(text: str, language: str) -> str:
    """French alone writes the first of a month as an ordinal."""
    return re.sub(r"^1(?= )", "1er", text) if language == "fr" else text
