"""Marks as people write them: P1.3, P1. 3, p1-3, #E8/E9, E.11, “P1.1 to P1.4”, « P2.1–2.3 », « E8 et 9 »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

DASH = "-‐‑–—−"
# Each part takes what it can and gives nothing back, so that time grows with the text's length, whatever it holds.
MARK = re.compile(
    rf"""(?<![^\W_])(?P<letters>[A-Za-z]{{1,2}})(?P<space>[{DASH} .])?
    (?P<numbers>[0-9]++(?:\.[0-9]++)*+
    (?:\.[ ][0-9]{{1,3}}(?=\s{{0,9}}(?:[,;:)\]]|(?:et|and|ou|or)\b|$)))?+)  # P1. 3
    (?P<tail>(?:[{DASH},/+&][0-9]++(?:\.[0-9]++)*+)*+)
    (?P<suffix>[^\W\d_]*+)(?![^\W_])""",
    re.VERBOSE,
)
TAIL = re.compile(r"(.)([0-9.]+)")
TO = rf"[{DASH}→…]|\.{{2,3}}|à|au|to|through|jusqu['’]à"
RANGE = re.compile(rf"\s{{0,9}}(?:{TO})\s{{0,9}}")
NEXT = re.compile(  # the next of a series, without its letters: « P1.1 à 1.4 », “E8, and 9.”, but no « E8 et 9 agents »
    rf"\s{{0,9}}(?:(?P<to>{TO})|[,;/&]|et|and|ou|or)\s{{0,9}}"
    r"(?P<numbers>[0-9]++(?:\.[0-9]++)++|[0-9]{1,3}(?=\s{0,9}(?:[,;:.)\]]|et\b|and\b|$)))(?![\w%])"
)
LETTERS = re.compile(r"[A-Z]{1,2}")
SEPARATORS = re.compile(rf"(?:[{DASH}\s,;:/&+|.()•*#]|\b(?:et|and|ou|or|à|to)\b)+")
UNIT = re.compile(r"[0-9] m[23]")
LONGEST = 3  # digits of a number; a year has more


class Written(NamedTuple):
    """A mark as a text has it, and as the guide writes it; "" for what is like a mark and cannot be one (P1.3a)."""

    text: str
    mark: str


class Marks:
    """How texts name marks, of which `known` are all that the guide ever had."""

    def __init__(self, known: Collection[str]):
        self.known = frozenset(known)
        self.keys = {mark: _key(mark) for mark in sorted(known, key=_key) if mark[-1].isdigit()}
        self.families = {_letters(mark) for mark in self.keys}
        self.dotted = {_letters(mark) for mark in self.keys if "." in mark}

    def written(self, text: str) -> Iterator[Written]:
        """Each mark of a line, in order, those between the ends of a range too, be they known or not."""
        yield from self._lone(text)
        last, end = "", 0
        while match := (last and NEXT.match(text, end)) or MARK.search(text, end):
            found = list(self._next(last, match) if match.re is NEXT else self._of(match))
            if found and match.re is MARK and RANGE.fullmatch(text[end : match.start()][:30]):
                yield from self._between(last, found[0].mark)
            yield from found
            last, end = found[-1].mark if found else last * (match.re is NEXT), match.end()

    def _lone(self, text: str) -> Iterator[Written]:
        """Marks of letters alone (MM), where nothing but marks stands: inside a sentence they would be any initial."""
        letters = MARK.sub(" ", text.upper() if text.startswith("#") else text)
        words = [word for word in SEPARATORS.split(letters) if word]
        if all(map(LETTERS.fullmatch, words)):
            is_one = words == [text] and len(text) > 1
            yield from (Written(word, word) for word in words if is_one or word in self.known)

    def _of(self, match: re.Match[str]) -> Iterator[Written]:
        """What a match means; nothing where it is no mark, but a model of car, a size of paper or a unit."""
        text, letters, numbers, suffix = match.group(), match["letters"].upper(), match["numbers"], match["suffix"]
        if " " in numbers and letters not in self.dotted:  # « E8. 9 » ends a sentence
            text, numbers = text.partition(". ")[0], numbers.partition(". ")[0]
        is_capital, is_dotted = match["letters"].isupper(), "." in numbers
        is_alone = text == match.string.strip(" #.")
        plain, mark = _plain(numbers), letters + _plain(numbers)
        if not plain or not (is_alone or letters in self.families):
            return
        is_known = is_capital and mark in self.known
        if match["space"] and not (is_known or (is_dotted and match["space"] == " ")):  # P-13.1 is a law
            return
        if UNIT.fullmatch(match.string[max(match.start() - 2, 0) : match.end()]):
            return
        if suffix:
            if is_dotted or (is_capital and len(suffix) == 1 and suffix.islower()):
                yield Written(text, "")
        elif match["tail"]:
            yield from self._series(text, mark, TAIL.findall(match["tail"]))
        else:
            yield Written(text, mark)

    def _series(self, text: str, mark: str, more: list[tuple[str, str]]) -> Iterator[Written]:
        """P1-3, as addresses have it, or several marks written as one: P1.1-1.4, E8/9."""
        whole = ".".join((mark, *(numbers for _, numbers in more)))
        if whole in self.known and all(sign in "-‐‑," for sign, _ in more):
            yield Written(text, whole)
            return
        found = [mark]
        for sign, numbers in more:
            following = _continued(mark, numbers)
            if following not in self.known:
                yield Written(text, "")
                return
            found += [between.mark for between in self._between(found[-1], following)] if sign in DASH else []
            found.append(following)
        yield from (Written(one, one) for one in found)

    def _next(self, last: str, match: re.Match[str]) -> Iterator[Written]:
        plain = _plain(match["numbers"])
        mark = _letters(last) + plain
        if match["to"] and plain:
            yield from self._between(last, mark)
        if plain and (match["to"] or mark in self.known):
            yield Written(mark, mark)

    def _between(self, first: str, last: str) -> Iterator[Written]:
        """The known marks between two of the same letters, as deep as the deeper one."""
        if first and last and _letters(first) == _letters(last):
            start, end, depth = _key(first), _key(last), max(first.count("."), last.count("."))
            for mark, key in self.keys.items():
                if start < key < end and mark.count(".") == depth:
                    yield Written(mark, mark)


def _letters(mark: str) -> str:
    return mark.rstrip("0123456789.")


def _plain(numbers: str) -> str:
    """Numbers without leading zeros; "" where one is longer than a mark's."""
    plain = [number.strip().lstrip("0") or "0" for number in numbers.split(".")]
    return ".".join(plain) if max(map(len, plain)) <= LONGEST else ""


def _key(mark: str) -> tuple[str, list[int]]:
    letters = _letters(mark)
    return letters, [int(number) for number in mark[len(letters) :].split(".") if number]


def _continued(mark: str, numbers: str) -> str:
    """The mark that fewer numbers than its own go on to: P1.1 and 4 give P1.4."""
    letters = _letters(mark)
    parts, own = numbers.split("."), mark[len(letters) :].split(".")
    return letters + ".".join([*own[: len(own) - len(parts)], *parts] if len(parts) < len(own) else parts)
