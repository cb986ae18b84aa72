"""What changed between two texts, word by word, as people read it: only the paragraphs that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
ALIKE = 0.4  # below this share of common words a paragraph is another one, and reads best whole


class Piece(NamedTuple):
    """A run of text that both versions have, or one of them."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


def changed_paragraphs(before: list[str], after: list[str]) -> Iterator[list[Piece]]:
    """Each paragraph that differs, in order, as its pieces."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            for old, new in zip_longest(before[a:b], after[c:d], fillvalue=""):
                yield pieces(old, new)


def pieces(old: str, new: str) -> list[Piece]:
    """The pieces that make `old` without the inserted ones, and `new` without the deleted ones."""
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _kept([Piece("deleted", old), Piece("inserted", new)])
    found: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        one, two = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            found.append(Piece("same", one))
        else:
            found += [Piece("deleted", one), Piece("inserted", two)]
    return _kept(_joined(_kept(found)))


def _joined(found: list[Piece]) -> list[Piece]:
    """Changes that only a space parts become one, deletion before insertion."""
    out: list[Piece] = []
    deleted = inserted = ""
    for index, (kind, text) in enumerate(found):
        between = kind == "same" and text.isspace() and (deleted or inserted) and index + 1 < len(found)
        if kind == "same" and not between:
            out += [Piece("deleted", deleted), Piece("inserted", inserted), Piece("same", text)]
            deleted = inserted = ""
        else:
            deleted += text if kind != "inserted" else ""
            inserted += text if kind != "deleted" else ""
    return [*out, Piece("deleted", deleted), Piece("inserted", inserted)]


def _kept(found: list[Piece]) -> list[Piece]:
    return [piece for piece in found if piece.text]
