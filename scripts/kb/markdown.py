"""Markdown as the checks and staging see it: headings, links, images and plain text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from kb.mdparser import MD, REFERENCE, EveryLabel

ATTRIBUTES = re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}")
HEADING_ID = re.compile(r"\{:?[^{}\n]*#([^\s{}]+)[^{}\n]*\}\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading: `id` is None where the author gave none."""

    level: int
    text: str
    id: str | None
    line: int
    column: int


@dataclass(frozen=True)
class Link:
    """A link or an image. One of `ref` (the id of a reference link) and `href` is set."""

    text: str
    ref: str | None
    href: str | None
    line: int
    column: int
    image: bool = False
    section: str | None = None
    alone: bool = False  # the only content of its paragraph


@dataclass(frozen=True)
class Text:
    """A run of prose on one line, without markup: what typography may change and words are counted in."""

    text: str
    line: int
    column: int
    section: str | None
    heading: bool = False
    linked: bool = False


@dataclass(frozen=True)
class Raw:
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
    paragraphs: list[tuple[str, int]] = field(
        default_factory=list
    )  # text of each block in its own language, with its line


def scan(text: str, first_line: int = 1) -> Scan:
    """Read one Markdown text whose first line is line `first_line` of its file."""
    found, lines = Scan(), text.split("\n")
    env: dict = {"references": EveryLabel()}
    section: str | None = None
    level = 0
    tokens = MD.parse(text, env)
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "html_block" and token.map:
            found.raw.append(Raw(token.content, token.map[0] + first_line, 1))
        elif token.type == "inline" and token.map:
            if level:
                heading = _heading(token, level, first_line)
                section = heading.id
                found.headings.append(heading)
            for part in _inline(token, lines, env, section, first_line, bool(level)):
                {Link: found.links, Text: found.texts, Raw: found.raw}[type(part)].append(part)
            if not level:
                found.paragraphs.append((own_language(token.content), token.map[0] + first_line))
            level = 0
    return found


FOREIGN = re.compile(r"\*[^*\n]+\*\{ lang=\w+ \}")


def own_language(source: str) -> str:
    """Inline Markdown as plain text, less the parts marked as being in another language."""
    return plain(FOREIGN.sub("", source))


def plain(source: str) -> str:
    """Inline Markdown without its links, emphasis and attributes."""
    text = re.sub(r"!?\[((?:[^\[\]\\]|\\.)*)\](?:\[[^\]]*\]|\([^)]*\))?", r"\1", source)
    return re.sub(r"[*`\\]|" + ATTRIBUTES.pattern, "", text).strip()


def _heading(token: Token, level: int, first_line: int) -> Heading:
    match = HEADING_ID.search(token.content)
    text = plain(HEADING_ID.sub("", token.content))
    return Heading(level, text, match and match.group(1), token.map[0] + first_line, 1)


def _inline(token: Token, lines: list[str], env: dict, section: str | None, first_line: int, heading: bool) -> Iterator:
    """The links, texts and raw HTML of one inline token."""
    source = token.content
    env["source"], env["spans"] = source, []
    MD.inline.parse(source, MD, env, [])
    place = _places(token, lines, first_line)
    spans = sorted(set(env["spans"]), key=lambda s: (s.start, -s.end))
    taken = list(source)
    linked = [False] * len(source)
    for span in spans:
        line, column = place(span.start)
        inner = source[slice(*span.inner)] if span.inner else ""
        if span.kind in ("link", "image"):
            ref = span.href.removeprefix(REFERENCE) if span.href.startswith(REFERENCE) else None
            href = None if ref is not None else span.href
            alone = source.strip() == source[span.start : span.end]
            yield Link(plain(inner), ref, href, line, column, span.kind == "image", section, alone)
        elif span.kind == "autolink":
            yield Link(
                source[span.start : span.end], None, source[span.start + 1 : span.end - 1], line, column, False, section
            )
        elif span.kind == "html":
            yield Raw(source[span.start : span.end], line, column)
        keep = span.inner if span.kind == "link" else None
        for at in range(span.start, span.end):
            if span.kind == "escape" and at > span.start:
                continue
            if keep and keep[0] <= at < keep[1]:
                linked[at] = True
            elif source[at] != "\n":
                taken[at] = "\0"
    for match in ATTRIBUTES.finditer(source):
        taken[match.start() : match.end()] = "\0" * (match.end() - match.start())
    for at, char in enumerate(taken):
        if char in "*`" or (char == "_" and (at == 0 or not source[at - 1].isalnum())):
            taken[at] = "\0"
    for match in re.finditer(r"[^\0\n]+", "".join(taken)):
        yield from _runs(match, linked, place, section, heading)


def _runs(match: re.Match, linked: list[bool], place, section: str | None, heading: bool) -> Iterator[Text]:
    """One run of plain text, cut where linked and unlinked text meet."""
    start, end = match.span()
    cut = start
    for at in range(start + 1, end + 1):
        if at == end or linked[at] != linked[cut]:
            line, column = place(cut)
            yield Text(match.group()[cut - start : at - start], line, column, section, heading, linked[cut])
            cut = at


def _places(token: Token, lines: list[str], first_line: int):
    """A function from an offset in the token's content to (line, column) in the file.

    Blocks lose their indentation and markers, so each line of the content is looked up in its source line.
    """
    starts: list[tuple[int, int, int]] = []
    offset = 0
    for number, content in enumerate(token.content.split("\n")):
        row = token.map[0] + number
        column = lines[row].find(content) if row < len(lines) else 0
        starts.append((offset, row + first_line, max(column, 0) + 1))
        offset += len(content) + 1

    def place(at: int) -> tuple[int, int]:
        begin, line, column = next(s for s in reversed(starts) if s[0] <= at)
        return line, column + at - begin

    return place
