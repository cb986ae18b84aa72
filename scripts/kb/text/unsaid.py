"""What the policy, or its source, says nothing of in a record: facts not known, sections whose text is a silence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from kb.model.corpus import Corpus, Document, Page
from kb.model.schema.records import Example, Record, TheoreticalModel
from kb.model.vocabulary import PROSE
from kb.text.labels import undocumented


class ProseSection(NamedTuple):
    """A section of a record's prose: the line of its heading, the rows that it takes in its document, its text."""

    id: str
    line: int
    rows: range
    text: str


def sections(document: Document) -> Iterator[ProseSection]:
    lines = document.text.split("\n")
    headings = [heading for heading in document.scan.headings if heading.level == 2 and heading.id in PROSE]
    for here, after in zip_longest(headings, headings[1:]):
        rows = range(here.line - document.first_line, after.line - document.first_line if after else len(lines))
        yield ProseSection(here.id or "", here.line, rows, "\n".join(lines[rows.start + 1 : rows.stop]))


def agreed(corpus: Corpus, page: Page, language: str) -> str:
    """The sentence that says it in the prose."""
    return f"{undocumented(corpus, page.outside)[language]}."


def silent(corpus: Corpus, page: Page, language: str) -> list[ProseSection]:
    """The sections that say nothing else; its first and its last always have something to say."""
    ids, silence = page.prose[1:-1], agreed(corpus, page, language)
    return [s for s in sections(page.documents[language]) if s.id in ids and s.text.strip() == silence]


def lacking(record: Record) -> list[str]:
    """The keys of the facts that are not known."""
    if isinstance(record, Example):
        known = {
            "organisations": bool(record.organisations),
            "partners": record.partners != "undocumented",
            "place": record.place != "undocumented",
        }
        return [key for key, is_known in known.items() if not is_known]
    return ["caution"] if isinstance(record, TheoreticalModel) and record.caution == "undocumented" else []
