"""The text of a tree of elements, paragraph by paragraph, as HTML, Office Open XML and OpenDocument have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.documents.line import DocumentLine

# Names without their namespace: the attribute of an element that holds an address; what tells a program what to show.
LINKS = {"a": "href", "area": "href"}
INSTRUCTION, INSTRUCTIONS = "instr", {"instrText", "f"}  # an attribute, and elements
STANDS_FOR = {"s": " ", "noBreakHyphen": "-"}


@dataclass(frozen=True)
class Dialect:
    """What elements mean: which end a paragraph, whose text is read, and which hold nothing that is."""

    breaks: Callable[[str], bool]
    is_read: Callable[[str], bool] = lambda name: True
    skipped: frozenset[str] = frozenset()


class Paragraphs:
    """A target of lxml's parsers, which takes any number and depth of elements in one pass.

    `found` numbers the paragraphs; a link stands before the text that it is part of.
    """

    def __init__(self, dialect: Dialect):
        self.dialect, self.found = dialect, list[DocumentLine]()
        self._text, self._instructions, self._open, self._skipped = list[str](), list[str](), list[str](), 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _local(tag)
        self._open.append(name)
        self._skipped += name in self.dialect.skipped
        if self.dialect.breaks(name):
            self._break()
        self._text.append(STANDS_FOR.get(name, ""))
        for key, value in attributes.items():
            if _local(key) == LINKS.get(name):
                self.link(value)
            elif _local(key) == INSTRUCTION:
                self.instruction(value)

    def end(self, tag: str) -> None:
        name = _local(tag)
        if self._open:
            self._open.pop()
        self._skipped -= name in self.dialect.skipped and self._skipped > 0
        if self.dialect.breaks(name):
            self._break()

    def data(self, text: str) -> None:
        name = self._open[-1] if self._open else ""
        if name in INSTRUCTIONS:
            self._instructions.append(text)
        elif not self._skipped and self.dialect.is_read(name):
            self._text.append(text)

    def link(self, address: str, fragment: str = "") -> None:
        """Add an address that something in the text leads to."""
        self._add(f"{address}#{fragment}" if fragment and "#" not in address else address, is_link=True)

    def instruction(self, text: str) -> None:
        """Take what tells a program what to show: nobody reads it, but it may hold a link."""

    def close(self) -> list[DocumentLine]:
        self._break()
        return self.found

    def _break(self) -> None:
        self.instruction("".join(self._instructions))
        self._add("".join(self._text))
        self._text, self._instructions = [], []

    def _add(self, text: str, is_link: bool = False) -> None:
        if words := " ".join(text.split()):
            self.found.append(DocumentLine(len(self.found) + 1, words, is_link))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
