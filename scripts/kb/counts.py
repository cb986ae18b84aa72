"""What the base counts for its authors: `{{exemples}}` is read as « douze » / “twelve”, however many there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kb.language.numerals import in_words

# The name of each count, which is the id of the page that lists what is counted, and the folder that holds it.
FOLDERS = {"exemples": "examples", "modeles": "models"}
BRACES = re.compile(r"\{\{ *([^{}\n]*?) *(\}\}|(?=[{}\n]|\Z))")


def counts(root: Path) -> dict[str, int]:
    """How many records each folder of the base holds."""
    return {name: len(list(root.glob(f"{folder}/*/record.yml"))) for name, folder in FOLDERS.items()}


def with_counts(text: str, language: str, known: Mapping[str, int]) -> str:
    """`text` with each count that is known in words; `{{Exemples}}` starts a sentence. Lines stay, columns may not."""

    def words(match: re.Match) -> str:
        if not is_count(match, known):
            return match[0]
        said = in_words(known[match[1].lower()], language)
        return said.capitalize() if match[1][0].isupper() else said

    return BRACES.sub(words, text) if "{{" in text else text


def is_count(match: re.Match, known: Mapping[str, int]) -> bool:
    """Whether what `BRACES` found is closed and names a count."""
    return match[2] == "}}" and match[1].lower() in known
