"""Typography of the staged text: authors type plain spaces and straight quotes, staging sets the rest.

French follows the OQLF (Banque de dépannage linguistique, espacement des signes de ponctuation): a no-break space
before : % $ » and after «, none before ; ! ?, and one between the groups of three digits of a number.
"""

from __future__ import annotations

import re
from functools import lru_cache

NBSP = "\u00a0"
SPACE = f"[ {NBSP}\u202f]"
MONTHS = {
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}

# (character that must occur, pattern, replacement), applied in order; none crosses a line.
SHARED = (
    ("...", re.compile(r"\.\.\."), "…"),
    ("'", re.compile(r"(?<=[^\W_])'(?=[^\W_]|$)|(?<=[^\W_])'(?=\s)"), "’"),
)
FRENCH = (
    ("", re.compile(rf"{SPACE}+([;!?])(?=\W|$)"), r"\1"),
    (":", re.compile(rf"{SPACE}+:(?=\s|$)"), f"{NBSP}:"),
    (":", re.compile(rf"(?<=[^\W\d_]):(?={SPACE}|$)"), f"{NBSP}:"),
    ("%", re.compile(rf"(?<=\d){SPACE}*(?=%)"), NBSP),
    ("$", re.compile(rf"(?<=\d){SPACE}*(?=\$)"), NBSP),
    ("«", re.compile(rf"«{SPACE}*"), f"«{NBSP}"),
    ("»", re.compile(rf"{SPACE}*»"), f"{NBSP}»"),
    (" ", re.compile(rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))"), NBSP),
    (" ", re.compile(rf"\b([Nn][°º]|p\.|art\.|c\.|M\.|Mme){SPACE}(?=[\dA-ZÀ-Þ])"), rf"\1{NBSP}"),
    (" ", re.compile(rf"(?<=\d){SPACE}(?=(?:h|ans|mois|jours|j|px)\b)"), NBSP),
    (" ", re.compile(rf"\b(\d\d?|1er){SPACE}(?=(?:{MONTHS['fr']})\b)"), rf"\1{NBSP}"),
    (" ", re.compile(rf"(?<![\d:])(\d{{1,3}}){SPACE}à{SPACE}(?=\d{{1,3}}\b)"), rf"\1{NBSP}à{NBSP}"),
    (" ", re.compile(rf"\bs\.{SPACE}(?=d\.)"), f"s.{NBSP}"),
)
ENGLISH = (
    ('"', re.compile(r"(?:(?<=^)|(?<=[\s(\[“]))\"(?=\S)"), "“"),
    ('"', re.compile(r"\""), "”"),
    ("'", re.compile(r"(?:(?<=^)|(?<=[\s(\[“]))'(?=\w)"), "‘"),
    (" :", re.compile(rf"{SPACE}:(?={SPACE}|$)"), f"{NBSP}:"),  # in the French titles that English quotes
    (" ", re.compile(rf"(?<=\d){SPACE}(?=px\b)"), NBSP),
    (" ", re.compile(rf"(?<![\d:])(\d{{1,3}}){SPACE}to{SPACE}(?=\d{{1,3}}\b)"), rf"\1{NBSP}to{NBSP}"),
    (" ", re.compile(rf"\b({MONTHS['en']}){SPACE}(?=\d{{1,2}}\b)"), rf"\1{NBSP}"),
    (". ", re.compile(rf"\b(pp?\.|ss?\.|c\.|No\.){SPACE}(?=[\dA-Z])"), rf"\1{NBSP}"),
)
RULES = {"fr": SHARED + FRENCH, "en": SHARED + ENGLISH}


@lru_cache(2**15)  # titles and definitions stand on many pages
def typeset(text: str, language: str, before: str = "", after: str = "") -> str:
    """`text` (plain text of one line, no markup) with the spaces and quotes of its language. Idempotent.

    `before` and `after` are letters or brackets that the text stands between, where markup cuts a sentence.
    """
    text = f"{before}{text}{after}"
    for needed, pattern, replacement in RULES.get(language, ()):
        if needed in text:
            text = pattern.sub(replacement, text)
    return text[len(before) : len(text) - len(after)]
