"""Files: bytes, leftovers and images, whatever the file is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus import Corpus
from kb.finding import Finding
from kb.loading import BOM

CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$")
# In capitals only: « todo » and « xxx » are also words.
PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum|LOREM IPSUM")


def byte_order_mark(corpus: Corpus) -> Iterator[Finding]:
    """A source file has no byte order mark."""
    for path, text in corpus.files.items():
        if text.startswith(BOM):
            yield Finding(path, 1, 1, "FIL002", "starts with a byte order mark", "save as UTF-8 without BOM")


def conflict_markers(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no merge conflict marker."""
    for path, text in corpus.files.items():
        if "<<<<<<<" not in text and ">>>>>>>" not in text and "=======" not in text:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if CONFLICT.match(line):
                yield Finding(path, number, 1, "FIL003", f"merge conflict marker {line[:7]}", "resolve the conflict")


def empty_files(corpus: Corpus) -> Iterator[Finding]:
    """A source file is not empty."""
    for path, text in corpus.files.items():
        if not text.removeprefix(BOM).strip():
            yield Finding(path, 1, 1, "FIL004", "the file is empty", "write it or remove it")
    for page, document in corpus.documents():
        if not document.text.strip() and not page.generated and corpus.files[document.path].strip():
            yield document.finding("FIL004", document.first_line, 1, "the page has no text", "write it or remove it")


def placeholders(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no placeholder text."""
    for path, text in corpus.files.items():
        for match in PLACEHOLDER.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            yield Finding(path, line, column, "FIL005", f"placeholder text {match.group()}", "write the real text")


def alternative_texts(corpus: Corpus) -> Iterator[Finding]:
    """An image has an alternative text."""
    for _, document in corpus.documents():
        for link in document.scan.links:
            if link.image and not link.text.strip():
                hint = "say what it shows: ![text][id]"
                yield document.finding("FIL006", link.line, link.column, "image without alternative text", hint)


CHECKS = (byte_order_mark, conflict_markers, empty_files, placeholders, alternative_texts)
