"""What was read of a source, with its place: data (an item) or prose (a document)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from kb.formats.markdown import Block, Scan
from kb.formats.yamlfile import Located
from kb.formats.yamlfile import Path as KeyPath
from kb.model.finding import Finding

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Item(Generic[T_co]):
    """A validated value and where each of its parts stands; `base` is its own path in its file."""

    value: T_co
    path: str
    located: Located
    base: KeyPath = ()

    def finding(self, code: str, message: str, hint: str = "", at: KeyPath = ()) -> Finding:
        """A finding at the key path `at` of this value."""
        return Finding(self.path, *self.located.at((*self.base, *at)), code, message, hint)


@dataclass(frozen=True)
class Document:
    """The prose of a page in one language; `first_line` is the line of its file that `text` starts on."""

    path: str
    language: str
    text: str
    first_line: int
    scan: Scan

    def finding(self, code: str, line: int, column: int, message: str, hint: str = "") -> Finding:
        return Finding(self.path, line, column, code, message, hint)

    def finding_in(self, block: Block, offset: int, code: str, message: str, hint: str = "") -> Finding:
        """A finding at an offset of a block's source, whose lines lost their indentation and markers."""
        before = block.source[:offset].split("\n")
        line = block.line + len(before) - 1
        content = block.source.split("\n")[len(before) - 1]
        start = max(self.text.split("\n")[line - self.first_line].find(content), 0)
        return self.finding(code, line, start + len(before[-1]) + 1, message, hint)
