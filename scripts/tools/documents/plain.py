"""Text without a format: notes, Markdown, tables of values, or the body of a message that was saved as it came."""

from __future__ import annotations

import quopri
import re

from tools.documents.line import DocumentLine

NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
TOLERATED = 200  # one such character in so many may stand in a text
SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
ENCODED = re.compile(r"=[0-9A-F]{2}")
CELL = re.compile(r"[\t\v\f]")


def decoded(data: bytes) -> str | None:
    """The text, in the encodings that word processors save; None where the bytes are none."""
    text = _text(data)
    strange = len(NOT_TEXT.findall(text))
    return None if "\x00" in text or strange * TOLERATED > len(text) else text


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def unquoted(text: str) -> str:
    """The text that a quoted-printable one is of."""
    is_quoted = SOFT_BREAK.search(text) and ENCODED.search(text)
    return _text(quopri.decodestring(text.encode())) if is_quoted else text


def lines(text: str) -> list[DocumentLine]:
    rows = enumerate(text.splitlines(), 1)
    return [DocumentLine(number, cell) for number, row in rows for cell in CELL.split(row) if cell]
