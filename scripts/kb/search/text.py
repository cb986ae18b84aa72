"""The running text of a page, cut at its headings, as a reader sees it: no markup, no note calls."""

from __future__ import annotations

from itertools import groupby

from kb.formats.markdown import Text
from kb.model.corpus import Document
from kb.text.typography import typeset


def by_heading(document: Document) -> dict[str | None, str]:
    """Heading id → the text under it, up to the next heading of any level; None holds what comes before the first."""
    lines = document.text.split("\n")
    calls = {(link.line, link.column + 1) for link in document.scan.links if (link.ref or "").startswith("note-")}
    texts = [t for t in document.scan.texts if not t.heading and (t.line, t.column) not in calls]
    found = {}
    for section, group in groupby(texts, key=lambda text: text.section):
        rows = groupby(group, key=lambda text: text.line)
        text = " ".join(_line(lines[number - document.first_line], list(runs)) for number, runs in rows)
        found[section] = typeset(text, document.language)
    return found


def _line(source: str, runs: list[Text]) -> str:
    """The runs of one line; those of two table cells are kept apart."""
    text, end = "", 0
    for run in runs:
        start = run.column - 1
        text += (" " if text and "|" in source[end:start] else "") + run.text
        end = start + len(run.text)
    return " ".join(text.split())
