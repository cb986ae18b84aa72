"""Plain YAML values that readers take for different things, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.formats.yamlwords import BETWEEN_QUOTES, Told

IN_FIGURES = ("write it in plain figures", "écrivez-le en simples chiffres")
# Message and hint, which is empty where quotes alone mend it.
OTHERWISE: tuple[tuple[re.Pattern[str], Told, Told], ...] = (
    (
        re.compile(r"(?i:y|n|yes|no|on|off)"),
        ("older tools read {} as true or false", "d'anciens outils lisent {} comme true (vrai) ou false (faux)"),
        ("write true or false", "écrivez true ou false"),
    ),
    (
        re.compile(r"[-+]?0[0-9_]+"),
        (
            "{} starts with a zero: some tools count it in eights",
            "{} commence par un zéro : certains outils le comptent par huit",
        ),
        ("write it without the zero", "écrivez-le sans le zéro"),
    ),
    (
        re.compile(r"[-+]?0[xob][0-9a-fA-F_]+"),
        ("{} is a number in another base than ten", "{} est un nombre dans une autre base que dix"),
        IN_FIGURES,
    ),
    (
        re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"),
        ("some tools count {} in sixties", "certains outils comptent {} par soixante"),
        ("", ""),
    ),
    (
        re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?"),
        ("some tools read {} as a number", "certains outils lisent {} comme un nombre"),
        ("write it without _", "écrivez-le sans _"),
    ),
    (
        re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.)(?:[eE][-+]?[0-9]+)?"),
        ("the number {} is cut", "le nombre {} est tronqué"),
        ("write figures on both sides of the point", "écrivez des chiffres des deux côtés du point"),
    ),
    (
        re.compile(r"[-+]?[0-9]+[eE][-+]?[0-9]+"),
        ("{} is a number with an exponent", "{} est un nombre avec un exposant"),
        IN_FIGURES,
    ),
    (
        re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
        ("{} is no number that can be shown", "{} n'est pas un nombre que l'on puisse afficher"),
        ("write a number", "écrivez un nombre"),
    ),
    (
        re.compile(r"="),
        ("{} alone means something else to some tools", "{} seul veut dire autre chose pour certains outils"),
        ("", ""),
    ),
)
QUOTED = ("if it is a text, put it between quotes", "si c'est un texte, mettez-le entre guillemets droits")


def doubts(text: str) -> Iterator[tuple[Told, Told]]:
    """A message and a hint for each other thing that a plain text may be taken for."""
    for pattern, (en, fr), hint in OTHERWISE:
        if pattern.fullmatch(text):
            parts = zip(hint, QUOTED, strict=True)
            hint_en, hint_fr = ("; ".join(filter(None, part)) for part in parts)
            yield (en.format(text), fr.format(text)), (hint_en, hint_fr)


def cut_short(word: str) -> tuple[Told, Told]:
    """What is said of a text that a comment ends, which begins with # and this word."""
    message = (
        f"the text ends before #{word}: what follows is a comment",
        f"le texte finit avant #{word} : ce qui suit est un commentaire",
    )
    return message, BETWEEN_QUOTES
