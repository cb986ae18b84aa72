"""Abbreviations in running text: what one looks like, and which the glossary knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kb.model.corpus import Corpus

# Two capitals or more, accents and digits included; not inside a longer word or a dotted name such as P.E.C.H.
CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ0-9]{2}")
SIGLE = re.compile(r"(?<![\w.-])(?=[0-9]*[A-ZÀ-ÖØ-Þ][0-9]*[A-ZÀ-ÖØ-Þ])[A-ZÀ-ÖØ-Þ0-9]{2,}(?![\w])")


def sigles(text: str) -> Iterator[re.Match[str]]:
    return SIGLE.finditer(text) if CAPITALS.search(text) else iter(())


def known_sigles(corpus: Corpus) -> set[str]:
    """The abbreviations that the glossary's names hold, and the marks of the guide."""
    found: set[str] = {item.value.mark for item in corpus.units if item.value.mark}
    for term in corpus.term.values():
        for language in ("fr", "en"):
            for name in term.names(language):
                found.update(match.group() for match in sigles(name))
    return found


@lru_cache(maxsize=1)  # asked for by every page
def abbreviations(corpus: Corpus) -> dict[str, str]:
    """Abbreviation → id of its glossary entry."""
    return {term.abbr: term.id for term in corpus.term.values() if term.abbr}


@cache
def pattern(abbreviation: str) -> re.Pattern[str]:
    """Finds one abbreviation as a whole word."""
    return re.compile(rf"(?<![\w-]){re.escape(abbreviation)}(?![\w-])")
