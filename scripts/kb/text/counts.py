"""What the base counts for its authors: `{{exemples}}` is read as « douze » / “twelve”, however many there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kb.text.numerals import in_words

# The name of each count, which is the id of the page that lists what is counted, and the folder that holds it.
FOLDERS = {"exemples": "examples", "modeles": "models"}
BRACES = re.compile(r"\{\{ *([^{}\n]*?) *(\}\}|(?=[{}\n]|\Z))")


def counts(paths: Iterable[str]) -> dict[str, int]:
    """How many records each folder holds, by the paths of the base's files."""
    records = [path.split("/") for path in paths if path.endswith("/record.yml")]
    return {name: sum(parts[0] == folder for parts in records) for name, folder in FOLDERS.items()}


def with_counts(text: str, language: str, known: Mapping[str, int]) -> str:
    """`text` with each count that is known in words; `{{Exemples}}` starts a sentence. Lines stay, columns may not."""

    def words(match: re.Match[str]) -> str:
        if not is_count(match, known):
            return str(match[0])
        said = in_words(known[match[1].lower()], language)
        return said.capitalize() if match[1][0].isupper() else said

    return BRACES.sub(words, text) if "{{" in text else text


def is_count(match: re.Match[str], known: Mapping[str, int]) -> bool:
    """Whether what `BRACES` found is closed and names a count."""
    return match[2] == "}}" and match[1].lower() in known
