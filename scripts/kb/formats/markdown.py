"""Markdown as the checks and staging see it: headings, links, images and plain text, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from markdown_it.token import Token

from kb.formats.inline import MD, REFERENCE, EveryLabel, Span, spans
from kb.formats.place import Place

ATTRIBUTES = re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}")
SOURCE = ("html_block", "fence", "code_block")  # blocks that hold no prose
# Characters that staging and checks never see as text.
EMPHASIS = re.compile(r"[*`\n]|(?<![^\W_])_")
PLAIN, LINKED, MARKED = b"t", b"l", b"m"
KINDS = {"heading_open": "heading", "th_open": "cell", "td_open": "cell", "admonition_title_open": "title"}
OPEN = {"bullet_list_open": "item", "ordered_list_open": "item", "blockquote_open": "quote"}
CLOSE = {name.replace("open", "close") for name in OPEN}
RUN = re.compile(rb"t+|l+")
Start = tuple[str, int, int]  # a line of a text, its row in the file and its column there, both from 0
HEADING_ID = re.compile(r"\{:?[^{}\n]*#([^\s{}]+)[^{}\n]*\}\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading: `id` is None where the author gave none."""

    level: int
    text: str
    id: str | None
    line: int
    column: int


class Link(NamedTuple):
    """A link or an image. One of `ref` (the id of a reference link) and `href` is set."""

    text: str
    ref: str | None
    href: str | None
    line: int
    column: int
    image: bool = False
    section: str | None = None
    alone: bool = False  # the only content of its paragraph


class Text(NamedTuple):
    """A run of prose on one line, without markup: what typography may change and words are counted in."""

    text: str
    line: int
    column: int
    section: str | None
    heading: bool = False
    linked: bool = False
    language: str | None = None  # where the author marked it as being in another language


class Block(NamedTuple):
    """A paragraph, heading, table cell or title of a box: its inline source, its kind and where it starts.

    `text` is the source as plain text in its own language, without code and HTML; `runs` and `refs` are its part of
    the texts and of the ids linked. A block of code or HTML has neither source nor text; `code` is what code shows.
    `place` says what it stands in and where, as a piece does (`kb.formats.shape`).
    """

    source: str
    kind: str  # paragraph, quote, item, heading, cell, title, code
    line: int
    group: int = 0  # the line on which the list or quotation that it stands in starts
    column: int = 1
    section: str | None = None
    within: tuple[str, ...] = ()  # markdown-it's names of what it is and stands in, outermost first
    text: str = ""
    runs: tuple[Text, ...] = ()
    refs: tuple[str, ...] = ()
    place: str = ""
    code: str = ""


class Raw(NamedTuple):
    """Raw HTML as the author typed it."""

    text: str
    line: int
    column: int


@dataclass
class Scan:
    """All that one Markdown text holds, in order. `section` is the id of the heading that a thing stands under."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    raw: list[Raw] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@lru_cache(1024)  # `serve` reads what has not changed only once
def scan(text: str, first_line: int = 1) -> Scan:
    """Read one Markdown text whose first line is line `first_line` of its file; nobody changes what it returns."""
    text = text.replace("\0", "\ufffd")  # as CommonMark reads it
    found, lines = Scan(), text.split("\n")
    section: str | None = None
    level, before = 0, ""
    cells: dict[int, int] = {}
    around: list[tuple[str, int]] = []
    within: list[str] = []
    place = Place()
    for token in MD.parse(text, {"references": EveryLabel()}):
        if token.nesting:
            within.append(token.type.removesuffix("_open")) if token.nesting > 0 else within.pop()
            place.enter(token) if token.nesting > 0 else place.leave(token)
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type in SOURCE and token.map:
            line = token.map[0] + first_line
            if token.type == "html_block":
                found.raw.append(Raw(token.content, line, 1))
            found.blocks.append(_code(token, line, section, within, place))
        elif before == "admonition_title_open" and token.content not in lines[_first(token)]:
            pass  # the title that a nameless admonition gets from its kind
        elif token.type in OPEN:
            around.append((OPEN[token.type], _first(token) + first_line))
        elif token.type in CLOSE:
            around.pop()
        elif token.type == "inline" and token.map:
            kind, start = around[-1] if around else ("paragraph", 0)
            if level:
                heading = _heading(token, level, first_line)
                section = heading.id
                found.headings.append(heading)
            starts = _cell(token, lines, cells) if before in ("th_open", "td_open") else _lines(token, lines)
            links, texts = len(found.links), len(found.texts)
            _read_inline(found, starts, section, first_line, bool(level))
            found.blocks.append(
                Block(
                    token.content,
                    KINDS.get(before, kind),
                    token.map[0] + first_line,
                    start,
                    starts[0][2] + 1,
                    section,
                    tuple(within),
                    heading.text if level else own_language(UNSEEN.sub("", token.content)),
                    tuple(found.texts[texts:]),
                    tuple(link.ref for link in found.links[links:] if link.ref),
                    str(place),
                )
            )
            level = 0
        before = token.type
    return found


def _code(token: Token, line: int, section: str | None, within: list[str], place: Place) -> Block:
    code = "" if token.type == "html_block" else token.content
    return Block("", "code", line, 0, 1, section, (*within, token.type), place=str(place), code=code)


LINK_TEXT = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\](?:\[[^\]]*\]|\([^)]*\))?")
INLINE = re.compile(r"[\[*`\\{]")  # what plain text is without
UNREAD = re.compile(r"[*`\\]|" + ATTRIBUTES.pattern)
UNSEEN = re.compile(r"`[^`]*`|<[^<>]*>")  # code, HTML
FOREIGN = re.compile(r"\*[^*\n]+\*\{ lang=(\w+) \}")


def own_language(source: str) -> str:
    """Inline Markdown as plain text, less the parts marked as being in another language."""
    return plain(FOREIGN.sub("", source) if "lang=" in source else source)


def plain(source: str) -> str:
    """Inline Markdown without its links, emphasis and attributes."""
    if not INLINE.search(source):
        return source.strip()
    return UNREAD.sub("", LINK_TEXT.sub(r"\1", source)).strip()


def _first(token: Token) -> int:
    """The first row of a block."""
    return token.map[0] if token.map else 0


def _heading(token: Token, level: int, first_line: int) -> Heading:
    match = HEADING_ID.search(token.content)
    text = plain(HEADING_ID.sub("", token.content))
    return Heading(level, text, match and match.group(1), _first(token) + first_line, 1)


def _lines(token: Token, lines: list[str]) -> list[Start]:
    """Where each line of a block's text starts: blocks lose their indentation and markers, and end as the line does."""
    contents = [content.lstrip(" \t") for content in token.content.split("\n")]
    rows = range(*token.map) if token.map else ()
    first = next((row for row in rows if contents[0] in lines[row]), _first(token))  # not a blank one
    return [(content, row, max(lines[row].rfind(content), 0)) for row, content in enumerate(contents, first)]


def _cell(token: Token, lines: list[str], reached: dict[int, int]) -> list[Start]:
    """Where a table cell's text starts: after the cells before it, `reached` in its line; \\| had become |."""
    row, content = _first(token), token.content.replace("|", r"\|")
    column = max(lines[row].find(content, reached.get(row, 0)), 0)
    reached[row] = column + len(content)
    return [(content, row, column)]


def _read_inline(found: Scan, starts: list[Start], section: str | None, first_line: int, heading: bool) -> None:
    """Add the links, texts and raw HTML of one inline token."""
    source = "\n".join(content for content, _, _ in starts)
    elements = spans(source)
    place = _places(starts, first_line)
    for span in elements:
        line, column = place(span.start)
        if span.kind in ("link", "image"):
            ref = span.href.removeprefix(REFERENCE) if span.href.startswith(REFERENCE) else None
            href = None if ref is not None else span.href
            alone = source.strip() == source[span.start : span.end]
            text = plain(source[slice(*span.inner)])
            found.links.append(Link(text, ref, href, line, column, span.kind == "image", section, alone))
        elif span.kind == "autolink":
            href = source[span.start + 1 : span.end - 1]
            href = f"mailto:{href}" if "@" in href and ":" not in href else href
            found.links.append(Link(source[span.start : span.end], None, href, line, column, False, section))
        elif span.kind == "html":
            found.raw.append(Raw(source[span.start : span.end], line, column))
    foreign = list(FOREIGN.finditer(source)) if "lang=" in source else ()
    for match in RUN.finditer(_visible(source, elements)):
        line, column = place(match.start())
        linked = match.group()[:1] == LINKED
        language = next((f.group(1) for f in foreign if f.start() <= match.start() < f.end()), None)
        text = source[match.start() : match.end()]
        found.texts.append(Text(text, line, column, section, heading, linked, language))


def _visible(source: str, elements: list[Span]) -> bytes:
    """One byte for each character: plain text, a link's text, or markup."""
    kinds = bytearray(PLAIN * len(source))
    for span in elements:
        end = span.start + 1 if span.kind == "escape" else span.end
        kinds[span.start : end] = MARKED * (end - span.start)
        if span.kind == "link":
            begin, stop = span.inner
            kinds[begin:stop] = LINKED * (stop - begin)
    hidden = [ATTRIBUTES] if "{" in source else []
    for pattern in (*hidden, EMPHASIS):
        for match in pattern.finditer(source):
            kinds[match.start() : match.end()] = MARKED * (match.end() - match.start())
    return bytes(kinds)


def _places(starts: list[Start], first_line: int) -> Callable[[int], tuple[int, int]]:
    """A function from an offset in the joined lines to (line, column) in the file."""
    offsets = list(accumulate((len(content) + 1 for content, _, _ in starts[:-1]), initial=0))

    def place(at: int) -> tuple[int, int]:
        index = bisect_right(offsets, at) - 1
        _, row, column = starts[index]
        return row + first_line, column + 1 + at - offsets[index]

    return place
