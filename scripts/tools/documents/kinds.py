"""Which reader a document needs, told by its first bytes: a name may be missing, or wrong."""

from __future__ import annotations

from typing import BinaryIO
from unicodedata import category

from tools.documents import mail, markup, office, pdf, plain
from tools.documents.line import SAVE, DocumentLine, Unreadable

LARGEST = 100_000_000  # bytes of a file, and of what is packed in it
PACKED = (".docx", ".odt", ".odp", ".ods", ".pptx", ".xlsx", ".pdf")  # which are no text
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class _Seen(dict):
    """What stands for each character: itself, nothing where it only guides the others, or a space."""

    def __missing__(self, code: int) -> int | str:
        kind = category(chr(code))
        self[code] = "" if kind == "Cf" else " " if kind[0] in "CZ" else code
        return self[code]


SEEN = _Seen()


def read(stream: BinaryIO) -> list[DocumentLine]:
    """The lines of a document, without the characters that nobody sees.

    Raises:
        Unreadable: it is damaged, encrypted, too large, or of a kind that holds no text.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(f"is larger than {LARGEST // 1_000_000} MB: take the part that names the sections")
    name = str(getattr(stream, "name", "")).lower()
    kind = next(filter(name.endswith, PACKED), "")
    lines = [DocumentLine(line.number, line.text.translate(SEEN), line.is_link) for line in _lines(data, kind)]
    if not any(line.text.strip() for line in lines):
        raise Unreadable(f"holds no text (is it a picture of one?): {SAVE}")
    return lines


def _lines(data: bytes, kind: str = "") -> list[DocumentLine]:
    if b"%PDF-" in data[:1024]:
        return pdf.lines(data)
    if data.startswith(b"PK\x03\x04"):
        return office.lines(data, LARGEST)
    if data.startswith(OLD_OFFICE):
        raise Unreadable("is of an Office before 2007, or has a password: save it as .docx, .pptx or .xlsx without one")
    if kind:
        raise Unreadable(f"is no {kind}, whatever its name says: open it where it comes from, and save it as one")
    if data.startswith(b"{\\rtf"):
        raise Unreadable(f"is Rich Text: {SAVE}")
    text = plain.decoded(data)
    if text is None:
        raise Unreadable(f"is no text: {SAVE}")
    if mail.is_message(text):
        return mail.lines(data, _lines)
    text = plain.unquoted(text)
    return markup.lines(text) if markup.is_markup(text) else plain.lines(text)
