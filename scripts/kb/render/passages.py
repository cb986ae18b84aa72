"""The plain text of what can be cited, paragraph by paragraph: what editions keep and compare.

A section's text leaves out the sections inside it that can be cited themselves. It is what is published of what the
author wrote: in the typography of its language, spaces aside, so that straight or curly quotes are no change; without
what staging ties to it, so that only a change of its own content is one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from kb.formats.inline import MD, EveryLabel
from kb.formats.markdown import FOREIGN, plain
from kb.model.corpus import Corpus, Document, Page
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage
from kb.model.schema.bibliography import Reference
from kb.model.schema.figures import Figure
from kb.model.schema.records import Example, Milestone
from kb.render import records, reference_style
from kb.render.view import View
from kb.text.dates import capitalized
from kb.text.typography import typeset

NOTE_CALL = re.compile(r"\[(\d+)\]\[note-\d+\]")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TAG = re.compile(r"<[^<>]*>")


def passages(corpus: Corpus) -> dict[str, dict[str, list[str]]]:
    """Reference → language → its paragraphs, the first of them its title."""
    found: dict[str, dict[str, list[str]]] = {}
    for language in LANGUAGES:
        for id_, text in _all(View(corpus, language)):
            found.setdefault(id_, {})[language] = [_published(paragraph, language) for paragraph in text]
    return found


def first_of(document: Document, texts: Collection[str], after: int) -> int | None:
    """The line of the first block below a line whose paragraphs have one of these texts, as they are set."""
    blocks = (block for block in document.scan.blocks if block.line > after)
    set_ = (
        (block.line, (_published(text, document.language) for text in paragraphs(block.source))) for block in blocks
    )
    return next((line for line, found in set_ if any(text in texts for text in found)), None)


def _published(text: str, language: str) -> str:
    """A paragraph as it is set, but for the width of its spaces."""
    return " ".join(typeset(text, language).split())


def _all(view: View) -> Iterator[tuple[str, list[str]]]:
    for page in view.corpus.pages.values():
        if view.language in page.documents:
            yield from _page(view, page)
    for term in view.corpus.term.values():
        names = dict.fromkeys(filter(None, (term.abbr, term.term[view.language])))
        yield term.id, [" — ".join(names), term.definition[view.language]]
    for figure in view.corpus.figure.values():
        yield figure.id, list(_figure(view, figure))
    for reference in view.corpus.reference.values():
        yield reference.id, list(_entry(view, reference))
    for note in view.corpus.note.values():
        own = (text[view.language] for text in (note.locator, note.text) if text)
        named = (view.corpus.label(id_, view.language) for id_ in note.references)
        yield note.id, [f"{capitalized(view.label('note'))} {note.number}", *own, *named]


def _page(view: View, page: Page) -> Iterator[tuple[str, list[str]]]:
    """A page's own text, with a record's facts, then that of each citable section."""
    document = page.documents[view.language]
    starts = view.corpus.sections(page, view.language)
    lines = document.text.split("\n")
    rows = [*(heading.line - document.first_line for heading in starts), len(lines)]
    facts = _facts(view, page) if isinstance(page, RecordPage) else ()
    dated = _milestones(view) if page.generated == "timeline" else ()
    yield page.id, [page.title(view.language), *facts, *paragraphs("\n".join(lines[: rows[0]])), *dated]
    for heading, (begin, end) in zip(starts, pairwise(rows), strict=True):
        yield heading.id or "", [heading.text, *paragraphs("\n".join(lines[begin + 1 : end]))]


def paragraphs(markdown: str) -> list[str]:
    """The blocks of a Markdown text as plain text: paragraphs, headings, list items, table cells."""
    found = []
    for token in MD.parse(markdown, {"references": EveryLabel()}):
        if token.type == "inline":
            text = plain(TAG.sub("", FOREIGN.sub(_foreign, NOTE_CALL.sub(_raised, token.content))))
        elif token.type == "html_block":
            text = TAG.sub("", token.content)
        else:
            continue
        found += [" ".join(text.split())] if text.strip() else []
    return found


def _raised(call: re.Match[str]) -> str:
    """The number of a note as a page shows it."""
    return str(call[1]).translate(RAISED)


def _foreign(match: re.Match[str]) -> str:
    """Words of another language, set as that language sets them."""
    return typeset(match[0][1 : match[0].rindex("*")], match[1])


def _facts(view: View, page: RecordPage) -> Iterator[str]:
    """A record's summary, facts, milestones and reasons, one a paragraph."""
    record = page.record
    yield record.summary[view.language]
    for key, value in records.rows(view, page):
        if key != "pillar":  # a new name for the pillar is no change of the record
            yield f"{view.label(key)}{view.colon} {plain(value)}"
    if isinstance(record, Example):
        yield from (_milestone(view, milestone) for milestone in record.milestones)
    for reasons in record.reasons.values():
        yield from (f"{view.corpus.mark(id_) or id_}{view.colon} {why[view.language]}" for id_, why in reasons.items())


def _milestones(view: View) -> Iterator[str]:
    """What the timeline shows and no other passage holds: the policy's own milestones."""
    return (_milestone(view, item.value) for item in view.corpus.milestones if item.value.unit in view.corpus.targets)


def _milestone(view: View, milestone: Milestone) -> str:
    return f"{milestone.date}{view.colon} {milestone.text[view.language]}"


def _entry(view: View, reference: Reference) -> Iterator[str]:
    """The facts of a bibliography entry, one a paragraph; where it is found on the web is no text."""
    yield reference.title[view.language]
    yield reference_style.year(view, reference)
    yield reference.author[view.language]
    for text in (reference.citation, reference.publisher):
        yield from [text[view.language]] if text else ()
    yield from filter(None, [reference.gloss[view.language]])


def _figure(view: View, figure: Figure) -> Iterator[str]:
    yield figure.title[view.language]
    yield figure.caption[view.language]
    for bar in figure.bars:
        qualifier = f" ({bar.qualifier[view.language]})" if bar.qualifier else ""
        yield f"{bar.label[view.language]}{qualifier}{view.colon} {bar.value:g} {figure.unit or ''}".strip()
    for step in figure.steps:
        yield f"{step.title[view.language]}{view.colon} {step.text[view.language]}"
    for flow in figure.flows:
        yield f"{flow.giver[view.language]} → {flow.receiver[view.language]}{view.colon} {flow.says[view.language]}"
