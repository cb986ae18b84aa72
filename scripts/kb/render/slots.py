"""Plain text put into Markdown: one function for each kind of place, so that no text changes what stands around it."""

from __future__ import annotations

import re
from html import escape

from kb.text.typography import typeset

SIGNS = re.compile(r"[\\`*_{}\[\]]")  # which a backslash makes ordinary
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "#": "&#35;"})
# What begins a list, heading, quotation, definition, fence or box where a block starts.
START = re.compile(r"[+:~=!-]|\d+(?=[.)](?: |$))")


def inline(text: str, language: str) -> str:
    """`text` with the typography of its language, as Markdown that shows it as it is: in a line, a cell, a link."""
    line = SIGNS.sub(r"\\\g<0>", typeset(_line(text), language).translate(ENTITIES))
    start = START.match(line)
    return f"&#{ord(line[0])};{line[1:]}" if start else line


def tooltip(text: str, language: str) -> str:
    """`text` as the title of a link definition, between straight quotation marks."""
    return f'"{typeset(_line(text), language).replace(chr(34), "”")}"'


def attribute(text: str, language: str) -> str:
    """`text` as the value of an HTML attribute, or as text between HTML tags."""
    return escape(typeset(_line(text), language))


def _line(text: str) -> str:
    return " ".join(text.split("\n"))
