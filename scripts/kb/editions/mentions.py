"""The marks and addresses that a trainer's document holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kb.editions.marks import MARK, Marks, Written
from kb.editions.weblinks import WEB, Address, parse, unwrapped

ITEM = re.compile(r"\s*(?:[-*+•–]|[0-9]{1,4}[.)])?\s+")
TOKEN = re.compile(r"[^\s<>\"'’‘()\[\]{}«»“”|`]++")
WHOLE = re.compile(r".++")
NEXT_ADDRESS = re.compile(r"[,;](?=https?://)", re.I)
GLUE = re.compile(r"[,;]")
EMPHASIS, END = "*_~", ".,;:!?…"
NOWHERE = Address("?", "/", "")  # of a web address that has no form; no host has that name


class Mention(NamedTuple):
    """A mark ("" for what is written like one and cannot be) or an address.

    `is_alone`: nothing else stands on its line, so that it was meant. `within`: the marks in a relative address, which
    may be no address (cours/P1.3).
    """

    line: int
    written: str
    mark: str = ""
    address: Address | None = None
    is_alone: bool = False
    within: tuple[Written, ...] = ()


def mentions(lines: Iterable[tuple[int, str, bool]], marks: Marks, hosts: Collection[str] = ()) -> Iterator[Mention]:
    """Every mark or address of numbered lines, in order; the last of each line says whether it is a link's target.

    An address on one of `hosts` is not taken for one that only wraps another.
    """
    for number, text, is_link in lines:
        content = ITEM.sub("", f" {text}", count=1).strip().rstrip(END)
        for mention in _of_line(content, marks, hosts, WHOLE if is_link else TOKEN):
            if is_link:
                yield mention._replace(line=number, within=())
            else:
                yield mention._replace(line=number, is_alone=mention.written == content)


def _of_line(line: str, marks: Marks, hosts: Collection[str], tokens: re.Pattern[str]) -> Iterator[Mention]:
    words, end = [], 0
    for token in tokens.finditer(line):
        if "/" in token.group():
            words.append(line[end : token.start()])
            end = token.end()
            for piece in NEXT_ADDRESS.split(_bare(token.group())):
                words.append(" ")
                for part, address in _parts(piece, hosts):
                    if address:
                        yield Mention(0, part, address=address, within=() if address.host else (*marks.written(part),))
                    else:
                        words += [part, ","]
    words.append(line[end:])
    yield from (Mention(0, written, mark) for written, mark in marks.written("".join(words)))


def _parts(piece: str, hosts: Collection[str]) -> Iterator[tuple[str, Address | None]]:
    """The parts of a piece that commas keep apart, with the address that each is, if it is one.

    What follows a web address belongs to its host, as some addresses have commas in them.
    """
    start = WEB.search(piece)
    if start:
        yield piece[: start.start()], None
        piece = piece[start.start() :].rstrip(END)
        inner = unwrapped(piece, hosts)
        if inner != piece:
            yield inner, parse(inner) or NOWHERE
            return
    host = ""
    for part in (part.rstrip(END) for part in GLUE.split(piece)):
        address = parse(part) if "/" in part and not MARK.match(part) else None  # not of E8/E9
        if WEB.match(part) and not WEB.fullmatch(part):
            address = address or NOWHERE
        host = host or (address.host if address else "")
        yield part, address._replace(host=host) if address and not address.host else address


def _bare(text: str) -> str:
    """An address without the signs of the sentence or of the emphasis around it."""
    inner = text.lstrip(EMPHASIS)
    return inner.rstrip(END + EMPHASIS) if inner != text else text.rstrip(END)
