"""The marks and addresses that a trainer's document holds, be it a list, plain text, Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

HTML = re.compile(r"<(?:!doctype html|html|head|body|div|p|ul|ol|li|table|h[1-6]|a)\b[^<>]*>", re.I)
MARK = re.compile(r"(?<![\w./#-])[A-Z]{1,2}\d++(?:\.\d++)*+(?![\w-])")
LETTERS = re.compile(r"[A-Z]{1,2}")
ADDRESS = re.compile(r"[^\s<>\"'()\[\]{}«»“”|`]*/[^\s<>\"'()\[\]{}«»“”|`]*")
ITEM = re.compile(r"^\s*(?:[-*+•]|\d+[.)])?\s+")
ABSOLUTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*", re.I)


class Mention(NamedTuple):
    """A mark or an address as the document has it; `alone`: nothing else stands on its line."""

    line: int
    written: str
    alone: bool

    @property
    def is_address(self) -> bool:
        return "/" in self.written


class Address(NamedTuple):
    """What an address says of a place, whatever the site's host and folder: its last segments and its fragment."""

    start: str
    segments: tuple[str, ...]
    fragment: str


def decoded(data: bytes) -> str:
    """The text of a document, in the encodings that word processors save."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def mentions(text: str) -> Iterator[Mention]:
    """Every mark or address, in order, each way of writing it once."""
    seen = set()
    for number, line in _html_lines(text) if HTML.search(text) else enumerate(text.splitlines(), 1):
        content = ITEM.sub("", line, count=1).strip().rstrip(".,;")
        for written in _written(content):
            if written not in seen:
                seen.add(written)
                yield Mention(number, written, written == content)


def _written(line: str) -> Iterator[str]:
    if LETTERS.fullmatch(line):  # inside a sentence, a mark of letters alone would be any initial
        yield line
    rest = line
    for match in ADDRESS.finditer(line):
        yield match.group().rstrip(".,;:!?…")
        rest = rest.replace(match.group(), " ")
    yield from MARK.findall(rest)


def split(written: str) -> Address:
    """The parts of an absolute or relative address, without query, text fragment or index.html."""
    host = ABSOLUTE.match(written)
    start = host.group() if host else ""
    path, _, fragment = written[len(start) :].partition("#")
    parts = unquote(path.partition("?")[0]).split("/")
    segments = [part for part in parts if part not in ("", ".", "..", "index.html")]
    return Address(start, tuple(segments), unquote(fragment).partition(":~:")[0])


class _Lines(HTMLParser):
    """The text of an HTML document, and the addresses of its links, with their lines."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []
        self.silent = 0

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("script", "style")
        self.found += [(self.getpos()[0], f"{value} ") for name, value in attributes if name == "href" and value]

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style") and self.silent > 0

    def handle_data(self, data):
        if not self.silent:
            number = self.getpos()[0]
            self.found += [(number + index, line) for index, line in enumerate(data.splitlines())]


def _html_lines(text: str) -> list[tuple[int, str]]:
    parser = _Lines()
    parser.feed(text)
    parser.close()
    return parser.found
