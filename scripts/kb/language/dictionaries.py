"""The spelling dictionaries, French and Canadian English: npm packages that hold no code, read by hunspell."""

from __future__ import annotations

import errno
from functools import cache
from pathlib import Path

from hunspell import Hunspell

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules"
NAMES = {"fr": "dictionary-fr", "en": "dictionary-en-ca"}


@cache
def dictionary(language: str) -> Hunspell:
    """The dictionary of a language, loaded once.

    Raises:
        FileNotFoundError: its package is not installed.
    """
    folder = PACKAGES / NAMES[language]
    if not (folder / "index.dic").is_file():
        hint = "this dictionary is not installed: run scripts/npm_install.py"
        raise FileNotFoundError(errno.ENOENT, hint, str(folder))
    return Hunspell("index", hunspell_data_dir=str(folder))


@cache
def in_dictionary(word: str, language: str) -> bool:
    return dictionary(language).spell(word)


def suggestion(word: str, language: str) -> str | None:
    """The dictionary's first suggestion. Slow: up to half a second."""
    return next(iter(dictionary(language).suggest(word)), None)
