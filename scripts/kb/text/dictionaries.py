"""The spelling dictionaries, French and Canadian English: npm packages that hold no code, read by hunspell."""

from __future__ import annotations

import errno
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from kb.model.rule import Said

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules"
NAMES = {"fr": "dictionary-fr", "en": "dictionary-en-ca"}
NOT_INSTALLED = Said(
    "this dictionary is not installed: run scripts/tools/npm_install.py",
    "ce dictionnaire n'est pas installé : lancez scripts/tools/npm_install.py",
)

VERDICTS: dict[str, dict[str, bool]] = {language: {} for language in NAMES}  # what was asked already


def folder(language: str) -> Path:
    """Where the files of a dictionary are.

    Raises:
        FileNotFoundError: its package is not installed.
    """
    found = PACKAGES / NAMES[language]
    if not (found / "index.dic").is_file():
        raise FileNotFoundError(errno.ENOENT, NOT_INSTALLED, str(found))
    return found


@cache
def dictionary(language: str) -> Hunspell:
    """The dictionary of a language, loaded once."""
    return Hunspell("index", hunspell_data_dir=str(folder(language)))


def in_dictionary(word: str, language: str) -> bool:
    verdicts = VERDICTS[language]
    if word not in verdicts:
        verdicts[word] = dictionary(language).spell(word)
    return verdicts[word]


def suggestion(word: str, language: str) -> str | None:
    """The dictionary's first suggestion. Slow: up to half a second."""
    return next(iter(dictionary(language).suggest(word)), None)
