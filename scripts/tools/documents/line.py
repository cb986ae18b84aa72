"""What every reader of a document gives: its lines, or the reason why it has none."""

from __future__ import annotations

from typing import NamedTuple

SAVE = "save it as .docx, .odt, .pptx, .pdf, .html or .txt"  # what every program can


class DocumentLine(NamedTuple):
    """A line, paragraph or cell of a document, or, where `is_link`, the address that something in it leads to."""

    number: int
    text: str
    is_link: bool = False


class Unreadable(Exception):
    """The document cannot be read; the text goes on after its name: “is …: what to do”."""
