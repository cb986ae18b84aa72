"""What the dictionaries said of each word, kept from one run to the next: loading them takes a third of a check.

A verdict depends on the dictionary's own files and on hunspell alone, so the file holds a stamp of them, and is of no
use once they differ.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from kb.language.dictionaries import NAMES, VERDICTS, folder


@contextmanager
def remembered(file: Path) -> Iterator[None]:
    """Inside the `with` block the verdicts in `file` are known; those that it adds are in `file` afterwards."""
    try:
        stamp = _stamp()
    except OSError:  # a dictionary is missing, which is told once a word is looked up
        yield
        return
    kept = _read(file, stamp)
    for language, words in kept.items():
        VERDICTS[language].update(words)
    yield
    if any(len(VERDICTS[language]) > len(words) for language, words in kept.items()):
        _write(file, stamp)


def _stamp() -> str:
    digest = blake2b(version("chunspell").encode(), digest_size=16)
    for language in NAMES:
        for name in ("index.aff", "index.dic"):
            digest.update((folder(language) / name).read_bytes())
    return digest.hexdigest()


def _read(file: Path, stamp: str) -> dict[str, dict[str, bool]]:
    with suppress(OSError, ValueError, LookupError, TypeError):
        data = json.loads(file.read_bytes())
        if data["stamp"] == stamp:
            return {language: data["words"][language] for language in NAMES}
    return {language: {} for language in NAMES}


def _write(file: Path, stamp: str) -> None:
    """In one step, as other runs may read it; a tree that cannot be written to is only slower to check."""
    new = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        new.write_text(json.dumps({"stamp": stamp, "words": VERDICTS}, ensure_ascii=False), "utf-8")
        new.replace(file)
