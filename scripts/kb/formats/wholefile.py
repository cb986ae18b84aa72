"""Whether a file that is no text is what its name says: how it starts and ends, which a cut or another file has not."""

from __future__ import annotations

import re
from typing import Literal

_WHOLE = {
    ".gif": re.compile(rb"GIF8[79]a.*;\Z", re.DOTALL),
    ".ico": re.compile(rb"\x00\x00\x01\x00[^\x00].", re.DOTALL),
    ".jpeg": re.compile(rb"\xff\xd8\xff.*\xff\xd9\Z", re.DOTALL),
    ".jpg": re.compile(rb"\xff\xd8\xff.*\xff\xd9\Z", re.DOTALL),
    ".pdf": re.compile(rb"%PDF-.*%%EOF\s*\Z", re.DOTALL),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n.*IEND\xaeB`\x82\Z", re.DOTALL),
}
# The length that a file states of itself: what it starts with, where the length stands, its bytes, what it leaves out.
_SIZED: dict[str, tuple[bytes, int, Literal["little", "big"], int]] = {
    ".webp": (b"RIFF", 4, "little", 8),
    ".woff2": (b"wOF2", 8, "big", 0),
}
SUFFIXES = frozenset({*_WHOLE, *_SIZED})


def kinds_of(data: bytes) -> tuple[str, ...]:
    """The suffixes of the kinds of which the data is a whole file, the commonest last: .jpeg, .jpg."""
    return tuple(suffix for suffix in sorted(SUFFIXES) if is_whole(suffix, data))


def is_whole(suffix: str, data: bytes) -> bool:
    """Whether the data is that of a file of one of the kinds `SUFFIXES`, to its end."""
    if suffix in _SIZED:
        start, at, order, rest = _SIZED[suffix]
        return data.startswith(start) and int.from_bytes(data[at : at + 4], order) + rest == len(data)
    return _WHOLE[suffix].match(data) is not None
