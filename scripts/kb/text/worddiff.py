"""What changed between two texts, word by word, as people read it: only the paragraphs that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
ALIKE = 0.4  # below this share of common words a paragraph is another one, and reads best whole


class DiffRun(NamedTuple):
    """A run of text that both versions have, or one of them."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


def changed_paragraphs(before: list[str], after: list[str]) -> Iterator[list[DiffRun]]:
    """Each paragraph that differs, in order, as its pieces."""
    for old, new in _pairs(before, after):
        yield pieces(_at(before, old), _at(after, new))


def in_context(before: list[str], after: list[str]) -> Iterator[list[DiffRun]]:
    """The same, each item of a list after the words that its sentence begins with, which are given once."""
    told: set[str] = set()
    for old, new in _pairs(before, after):
        lead = _lead(before, old) if new is None else _lead(after, new)
        if lead and lead not in told:
            yield [DiffRun("same", lead)]
        told |= {lead, _at(before, old), _at(after, new)}
        yield pieces(_at(before, old), _at(after, new))


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """The places of the paragraphs that differ, in both texts or in one."""
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(range(a, b), range(c, d))


def _at(text: list[str], index: int | None) -> str:
    return "" if index is None else text[index]


def _lead(text: list[str], index: int | None) -> str:
    """The paragraph that introduces the list in which an item stands; "" for a sentence of its own."""
    for earlier in reversed(text[:index]):
        if earlier.endswith(":"):
            return earlier
        if not earlier.endswith((";", ",")):
            break
    return ""


def pieces(old: str, new: str) -> list[DiffRun]:
    """The pieces that make `old` without the inserted ones, and `new` without the deleted ones."""
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _kept([DiffRun("deleted", old), DiffRun("inserted", new)])
    found: list[DiffRun] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        one, two = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            found.append(DiffRun("same", one))
        else:
            found += [DiffRun("deleted", one), DiffRun("inserted", two)]
    return _kept(_joined(_kept(found)))


def _joined(found: list[DiffRun]) -> list[DiffRun]:
    """Changes that only a space parts become one, deletion before insertion."""
    out: list[DiffRun] = []
    deleted = inserted = ""
    for index, (kind, text) in enumerate(found):
        between = kind == "same" and text.isspace() and (deleted or inserted) and index + 1 < len(found)
        if kind == "same" and not between:
            out += [DiffRun("deleted", deleted), DiffRun("inserted", inserted), DiffRun("same", text)]
            deleted = inserted = ""
        else:
            deleted += text if kind != "inserted" else ""
            inserted += text if kind != "deleted" else ""
    return [*out, DiffRun("deleted", deleted), DiffRun("inserted", inserted)]


def _kept(found: list[DiffRun]) -> list[DiffRun]:
    return [piece for piece in found if piece.text]
