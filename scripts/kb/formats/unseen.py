"""Characters that nobody sees, or that no reader can show: where they stand in a text, and what they are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # but tabs and line ends
# Soft hyphen, zero width, direction, line and paragraph separators, invisible operators, tags.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
UNSHOWN = "\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff"  # replacement, private use
NO_BREAK = "\u00a0\u2007\u202f"  # spaces that look like any other

CONTROLS = re.compile(f"[{CONTROL}]")
HIDDEN = re.compile(f"[{INVISIBLE}{UNSHOWN}]")
NO_BREAKS = re.compile(f"[{NO_BREAK}]")
UNPRINTABLE = re.compile(f"[\n\r\t{CONTROL}{INVISIBLE}\ud800-\udfff]")
IN_NAMES = re.compile(f"{UNPRINTABLE.pattern[:-1]}{UNSHOWN}{NO_BREAK}]")
_INVISIBLES = re.compile(f"[{INVISIBLE}]")
_SPACES = re.compile(f"[{NO_BREAK}\u2028\u2029]")

NAMES_FR = {
    "\u00a0": "espace insécable",
    "\u00ad": "trait d'union conditionnel",
    "\u034f": "diacritique liant sans chasse",
    "\u061c": "marque de lettre arabe",
    "\u180e": "séparateur de voyelles mongol",
    "\u2007": "espace de la largeur d'un chiffre",
    "\u200b": "espace sans chasse",
    "\u200c": "antiliant sans chasse",
    "\u200d": "liant sans chasse",
    "\u200e": "marque de gauche à droite",
    "\u200f": "marque de droite à gauche",
    "\u2028": "séparateur de lignes",
    "\u2029": "séparateur de paragraphes",
    "\u202a": "enchâssement de gauche à droite",
    "\u202b": "enchâssement de droite à gauche",
    "\u202c": "fin de formatage directionnel",
    "\u202d": "forçage de gauche à droite",
    "\u202e": "forçage de droite à gauche",
    "\u202f": "espace insécable étroite",
    "\u2060": "gluon de mots",
    "\u2061": "application de fonction",
    "\u2062": "multiplication invisible",
    "\u2063": "séparateur invisible",
    "\u2064": "plus invisible",
    "\u2066": "isolement de gauche à droite",
    "\u2067": "isolement de droite à gauche",
    "\u2068": "isolement selon la première lettre",
    "\u2069": "fin d'isolement directionnel",
    "\u3164": "bourre hangul",
    "\ufeff": "espace insécable sans chasse",
    "\ufff9": "début d'annotation interlinéaire",
    "\ufffa": "séparateur d'annotation interlinéaire",
    "\ufffb": "fin d'annotation interlinéaire",
    "\ufffc": "caractère de remplacement d'objet",
    "\ufffd": "caractère de remplacement",
}


def name(character: str, language: str = "en") -> str:
    """What a character is called: “zero width space, U+200B”; in French those that are met, and the code of others."""
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) == "Co":
        kind = "usage privé" if language == "fr" else "private use"
    else:
        kind = NAMES_FR.get(character, "") if language == "fr" else unicodedata.name(character, "").lower()
    return f"{kind}, {code}" if kind else code


def as_meant(text: str) -> str:
    """The text as its author sees it: letters composed, plain spaces, nothing invisible; the same number of lines."""
    if text.isascii():
        return text
    text = _INVISIBLES.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def decomposed(text: str) -> Iterator[tuple[int, str]]:
    """Where a letter and its accent are two characters, with the one character that they look like."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in re.finditer(r"[^\u0300-\u036f][\u0300-\u036f]+|[\u0340-\u0344\u212a\u212b\u2126]", text):
        whole = unicodedata.normalize("NFC", match.group())
        if whole != match.group():
            yield match.start(), whole


def printable(text: str) -> str:
    """One line that any terminal and file can take: what nobody sees is written as its escape."""
    if text.isprintable():
        return text
    return UNPRINTABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    sign: str = match[0]
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as Python reads the names of files
        return f"\\x{code - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode()
