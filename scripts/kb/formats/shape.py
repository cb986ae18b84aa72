"""The shape of a text: its blocks in order, each with its place, words, emphasis and links, whoever read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from markdown_it.token import Token

from kb.formats.inline import MD, REFERENCE, SIMPLE_LINK, EveryLabel
from kb.formats.markdown import HEADING_ID, Block, Scan

STRONG, EMPHASIS, CODE, IMAGE = "\x02", "\x03", "\x04", "\x05"  # where each begins and ends
SIGNS = {"strong": STRONG, "em": EMPHASIS, "code_inline": CODE}
# What typography may change is left out: spaces, punctuation; what Markdown is made of stays.
PASSED_OVER = re.compile(rf"[^\w*`\[\]<>|{{}}\\#{STRONG}{EMPHASIS}{CODE}{IMAGE}]+")
BOUNDARIES = re.compile(rf"[{STRONG}{EMPHASIS}{CODE}]{{2,}}")
MARKUP = re.compile(r"[*_`\\<&\[{]")
# Emphasis that every reader of Markdown takes for it.
PLAIN_EMPHASIS = re.compile(r"(?<![\w*\\])(\*\*?)(?=\S)([^*_`\\<&\[\]{}]*[^\s*_`\\<&\[\]{}])\1(?![\w*{])")
INLINE_ATTRIBUTES = re.compile(r"(?<=[*_`)\]>])\{:?[ ]*[#.\w][^{}\n]*\}")
BLOCK_ATTRIBUTES = re.compile(r"\n[ ]*\{:?[ ]*[#.\w][^{}\n]*\}[ ]*$")


class Piece(NamedTuple):
    """A block that holds words: a heading (h1 to h6), p, title of a box, cell, code, figure, or a definition list's.

    `place` is what it stands in and where, such as `box note/ul2`: in the second item of a list. `text` is what
    `words` gives; `links` are addresses, in order. `path` and `line` say where an author wrote it.
    """

    kind: str
    place: str
    text: str
    id: str = ""
    links: tuple[str, ...] = ()
    path: str = ""
    line: int = 1
    raw: str = ""  # the text as it was written or shown, for messages


def words(text: str) -> str:
    """The letters, digits and signs of Markdown in a text, and where emphasis begins and ends."""
    return BOUNDARIES.sub(lambda match: "".join(sorted(match[0])), PASSED_OVER.sub("", text))


def simple(source: str) -> str | None:
    """The text of a source without its links, emphasis marked, where every reader reads it alike; None elsewhere."""
    text = PLAIN_EMPHASIS.sub(_emphasised, SIMPLE_LINK.sub(r"\1", source))
    return None if MARKUP.search(text) else text


def read_inline(source: str) -> tuple[str, tuple[str, ...]]:
    """What CommonMark makes of the Markdown inside a block: its words, and what it links (an id is `ref:id`)."""
    if not MARKUP.search(source):
        return words(source), ()
    source = INLINE_ATTRIBUTES.sub(".", BLOCK_ATTRIBUTES.sub("", source))
    if (text := simple(source)) is not None:
        return words(text), tuple(f"{REFERENCE}{match[2].lower()}" for match in SIMPLE_LINK.finditer(source))
    return _parsed(source)


def _emphasised(match: re.Match[str]) -> str:
    sign = STRONG if match[1] == "**" else EMPHASIS
    return f"{sign}{match[2]}{sign}"


def _parsed(source: str) -> tuple[str, tuple[str, ...]]:
    tokens: list[Token] = []
    found: list[str] = []
    links: list[str] = []
    MD.inline.parse(source, MD, {"references": EveryLabel()}, tokens)
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in SIGNS:
            sign = SIGNS[kind]
            found.append(f"{sign}{token.content}{sign}" if kind == "code_inline" else sign)
        elif token.type == "link_open":
            links.append(str(token.attrGet("href")))
        elif token.type == "image":
            links.append(str(token.attrGet("src")))
            found.append(f"{IMAGE}{unescape(token.content)}{IMAGE}")
        elif token.type in ("text", "text_special"):
            found.append(token.content)
    return words("".join(found)), tuple(links)


def pieces(scan: Scan, path: str = "") -> Iterator[Piece]:
    """The pieces of a text as the checks read it, one for each of its blocks; those of raw HTML hold nothing."""
    headings = iter(scan.headings)
    for block in scan.blocks:
        if block.kind == "heading":
            heading = next(headings)
            text, links = read_inline(HEADING_ID.sub("", block.source))
            yield Piece(f"h{heading.level}", block.place, text, heading.id or "", links, path, block.line, block.source)
        elif block.kind == "code":
            yield Piece("code", block.place, words(block.code), "", (), path, block.line, block.code)
        else:
            text, links = read_inline(block.source)
            yield Piece(_kind(block), block.place, text, "", links, path, block.line, block.source)


def _kind(block: Block) -> str:
    return block.kind if block.kind in ("cell", "title") else "p"


class Difference(NamedTuple):
    """The first place where a page is not as it was written; `shown` is what stands there, None: nothing does."""

    written: Piece
    shown: Piece | None


def difference(written: Iterable[Piece], shown: Sequence[Piece]) -> Difference | None:
    """The first difference between what was written and what a page shows of it, which may hold more.

    The page may hold more before a heading, after everything, and among the links: what the guide adds. Nothing that
    was written can end up there unseen, since every word of it is looked for in its block.
    """
    at, places = 0, _places(shown)
    for piece in written:
        if not (piece.text or piece.links or piece.id):
            continue  # nothing to see
        if piece.id:
            at = next((place for place in places.get(piece.id, ()) if place >= at), len(shown))
        elif piece.kind != "title" and at < len(shown) and _is_named_by_its_kind(shown[at]):
            at += 1
        if at == len(shown) or not _agree(piece, shown[at]):
            return Difference(piece, shown[at] if at < len(shown) else None)
        at += 1
    return None


def _places(shown: Sequence[Piece]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, piece in enumerate(shown):
        if piece.id:
            places.setdefault(piece.id, []).append(at)
    return places


def _is_named_by_its_kind(piece: Piece) -> bool:
    """Whether the title of a box is what its kind gave it, since its author wrote none."""
    return piece.kind == "title" and piece.text.lower() == piece.place.rpartition("box ")[2].partition(" ")[0]


def _agree(written: Piece, shown: Piece) -> bool:
    return written[:4] == shown[:4] and _holds(shown.links, written.links)


def _holds(links: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether `links` holds the wanted ones, in their order."""
    if links == wanted:
        return True
    rest = iter(links)
    return all(link in rest for link in wanted)
