"""The marks and addresses that a trainer's document holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kb.permanent.marks import MARK, Marks
from kb.permanent.weblinks import WEB, Address, parse, unwrapped

ITEM = re.compile(r"\s*(?:[-*+•–]|[0-9]{1,4}[.)])?\s+")
TOKEN = re.compile(r"[^\s<>\"'’‘()\[\]{}«»“”|`]++")
WHOLE = re.compile(r".++")
NEXT_ADDRESS = re.compile(r"[,;](?=https?://)", re.I)
GLUE = re.compile(r"[,;]")
EMPHASIS, END = "*_~", ".,;:!?…"
NOWHERE = Address("?", "/", "")  # of a web address that has no form; no host has that name


class Mention(NamedTuple):
    """A mark ("" for what is written like one and cannot be) or an address.

    `is_alone`: nothing else stands on its line, so that it was meant.
    """

    line: int
    written: str
    mark: str = ""
    address: Address | None = None
    is_alone: bool = False


def mentions(lines: Iterable[tuple[int, str, bool]], marks: Marks) -> Iterator[Mention]:
    """Every mark or address of numbered lines, in order, each way of writing it once; the last of each line says
    whether it is a link's target."""
    seen = set()
    for number, text, is_link in lines:
        content = ITEM.sub("", f" {text}", count=1).strip().rstrip(END)
        for mention in _of_line(number, content, marks, WHOLE if is_link else TOKEN):
            if mention.written not in seen:
                seen.add(mention.written)
                yield mention._replace(is_alone=mention.written == content and not is_link)


def _of_line(number: int, line: str, marks: Marks, tokens: re.Pattern) -> Iterator[Mention]:
    words, end = [], 0
    for token in tokens.finditer(line):
        if "/" in token.group():
            words.append(line[end : token.start()])
            end = token.end()
            for piece in NEXT_ADDRESS.split(_bare(token.group())):
                words.append(" ")
                for part, address in _parts(piece):
                    words += [] if address else [part, ","]
                    yield from [Mention(number, part, address=address)] if address else ()
    words.append(line[end:])
    yield from (Mention(number, written, mark) for written, mark in marks.written("".join(words)))


def _parts(piece: str) -> Iterator[tuple[str, Address | None]]:
    """The parts of a piece that commas keep apart, with the address that each is, if it is one.

    What follows a web address belongs to its host, as some addresses have commas in them.
    """
    start = WEB.search(piece)
    if start:
        yield piece[: start.start()], None
        piece = piece[start.start() :].rstrip(END)
        inner = unwrapped(piece)
        if inner != piece:
            yield inner, parse(inner) or NOWHERE
            return
    host = ""
    for part in (part.rstrip(END) for part in GLUE.split(piece)):
        address = parse(part) if "/" in part and not _is_marks(part) else None
        if WEB.match(part) and not WEB.fullmatch(part):
            address = address or NOWHERE
        host = host or (address.host if address else "")
        yield part, address._replace(host=host) if address and not address.host else address


def _is_marks(part: str) -> bool:
    """Whether slashes keep marks apart, as in E8/E9."""
    return all(MARK.fullmatch(one) for one in part.split("/")) or MARK.fullmatch(part) is not None


def _bare(text: str) -> str:
    """An address without the signs of the sentence or of the emphasis around it."""
    inner = text.lstrip(EMPHASIS)
    return inner.rstrip(END + EMPHASIS) if inner != text else text.rstrip(END)
