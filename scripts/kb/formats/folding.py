"""Letters without their accents: how words are sorted, and how two spellings of one name are known to be one."""

from __future__ import annotations

import unicodedata

# Each letter by its base letter in lower case, one for one.
_BASE = {code: unicodedata.normalize("NFD", chr(code))[0].lower() for code in (*range(0x41, 0x5B), *range(0xC0, 0x180))}
_FOLDED = {**_BASE, ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae"}
_BASE |= {0x2019: "'", 0xA0: " ", 0x202F: " ", 0x2011: "-"}


def skeleton(text: str) -> str:
    """Lower case, without accents, with plain spaces, apostrophes and hyphens; as long as `text`."""
    return text.lower() if text.isascii() else text.translate(_BASE)


def folded(text: str) -> str:
    """Lower case without accents, œ as oe: the order of a dictionary."""
    return text.lower() if text.isascii() else text.translate(_FOLDED).lower()
