"""Texts so plainly written that every reader of Markdown reads them alike: most are, and need no second reading."""

from __future__ import annotations

import re

from kb.formats.markdown import HEADING_ID
from kb.formats.shape import INLINE_ATTRIBUTES, MARKUP, simple
from kb.model.corpus import Document


def rows_of_prose(document: Document) -> list[str]:
    """The lines of a text, empty where they are code or HTML."""
    rows = document.text.split("\n")
    for block in document.scan.blocks:
        if block.kind == "code":
            start = block.line - document.first_line
            fenced = 2 * (block.within[-1] == "fence")
            for row in range(start, min(start + block.code.count("\n") + fenced, len(rows))):
                rows[row] = ""
    return rows


# What a plain sentence starts with: nothing that begins a block, whoever reads it.
WORDS = r"(?:[^\s\d+*>#|:~=!`-]|(?!\d+[.)](?:\s|$))\d[\d ,.]*[^\d ,.)\n]|\*\*?[^\s*])"
# A line by what it begins with; a block of each, which an empty line parts from the next.
LINES = tuple(
    (kind, re.compile(f"{start}.*" if start.endswith(WORDS) else start))
    for kind, start in (
        ("heading", r"#{2,6} \S.*\S \{ #[\w-]+ \}"),
        ("bullet", rf"- {WORDS}"),
        ("number", rf"\d\d?\. {WORDS}"),
        ("row", r"\|.*\S.*\|"),
        ("quote", rf"> {WORDS}"),
        ("box", r'!!! [a-z]+ "[^"]+"'),
        ("inside", rf" {{4}}{WORDS}"),
        ("image", r"!\[[^\[\]]*\]\[[a-z0-9-]+\]"),
        ("words", WORDS),
    )
)
SAME = frozenset({"bullet", "number", "row", "quote", "words", "inside"})
LISTS = ("bullet", "number")  # what parts two of them must be words
CODE = re.compile(r"(?<![`\\])`[^`\n\\{}<]+`(?![`{])")
BRACKET = re.compile(r"\\[\[\]]")
IMAGE = re.compile(r"^!\[[^\[\]*_`\\<&]*\]\[[a-z0-9-]+\]$")


def plainly_written(document: Document) -> bool:
    """Whether a text is made of plain blocks, parted by empty lines, and of plain sentences."""
    return _plain_blocks(document.text) and all(_plain_words(block.source) for block in document.scan.blocks)


def _plain_blocks(text: str) -> bool:
    before, above = "", ""  # the kind of the line before, and of the last one that is not empty
    for line in text.split("\n"):
        kind = "" if not line else next((kind for kind, pattern in LINES if pattern.fullmatch(line)), "other")
        if kind and not _may_follow(kind, before, above):
            return False
        before, above = kind, kind or above
    return True


def _may_follow(kind: str, before: str, above: str) -> bool:
    if kind == "inside":
        return before in ("box", "inside") or (not before and above == "inside")
    if kind == "other" or (before and (kind != before or kind not in SAME)):
        return False
    return before == kind or kind == "words" or not above or above not in (LISTS if kind in LISTS else (kind,))


def _plain_words(source: str) -> bool:
    if not MARKUP.search(source):
        return True
    source = INLINE_ATTRIBUTES.sub(".", BRACKET.sub("", CODE.sub("x", HEADING_ID.sub("", source))))
    return bool(IMAGE.match(source)) or simple(source) is not None
