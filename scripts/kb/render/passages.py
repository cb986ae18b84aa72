"""The plain text of what can be cited, paragraph by paragraph: what editions keep and compare.

A section's text leaves out the sections inside it that can be cited themselves. It is what is published of what the
author wrote: in the typography of its language, spaces aside, so that straight or curly quotes are no change; without
what staging ties to it, so that only a change of its own content is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb.formats.inline import MD, EveryLabel
from kb.formats.markdown import FOREIGN, plain
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage
from kb.model.schema import Example, Figure, Milestone, Reference
from kb.render import records, reference_style
from kb.text.dates import capitalized
from kb.text.labels import label
from kb.text.typography import typeset

COLON = {"fr": " : ", "en": ": "}
NOTE_CALL = re.compile(r"\[(\d+)\]\[note-\d+\]")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TAG = re.compile(r"<[^<>]*>")


def passages(corpus: Corpus) -> dict[str, dict[str, list[str]]]:
    """Reference → language → its paragraphs, the first of them its title."""
    found: dict[str, dict[str, list[str]]] = {}
    for language in LANGUAGES:
        for id_, text in _all(corpus, language):
            found.setdefault(id_, {})[language] = [_published(paragraph, language) for paragraph in text]
    return found


def _published(text: str, language: str) -> str:
    """A paragraph as it is set, but for the width of its spaces."""
    return " ".join(typeset(text, language).split())


def _all(corpus: Corpus, language: str) -> Iterator[tuple[str, list[str]]]:
    for page in corpus.pages.values():
        if language in page.documents:
            yield from _page(corpus, page, language)
    for term in corpus.term.values():
        names = dict.fromkeys(filter(None, (term.abbr, term.term[language])))
        yield term.id, [" — ".join(names), term.definition[language]]
    for figure in corpus.figure.values():
        yield figure.id, list(_figure(figure, language))
    for reference in corpus.reference.values():
        yield reference.id, list(_entry(corpus, reference, language))
    for note in corpus.note.values():
        own = (text[language] for text in (note.locator, note.text) if text)
        named = (corpus.label(id_, language) for id_ in note.references)
        yield note.id, [f"{capitalized(label(corpus, 'note', language))} {note.number}", *own, *named]


def _page(corpus: Corpus, page: Page, language: str) -> Iterator[tuple[str, list[str]]]:
    """A page's own text, with a record's facts, then that of each citable section."""
    document = page.documents[language]
    starts = corpus.sections(page, language)
    lines = document.text.split("\n")
    rows = [*(heading.line - document.first_line for heading in starts), len(lines)]
    facts = _facts(corpus, page, language) if isinstance(page, RecordPage) else ()
    dated = _milestones(corpus, language) if page.generated == "timeline" else ()
    yield page.id, [page.title(language), *facts, *paragraphs("\n".join(lines[: rows[0]])), *dated]
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


def _facts(corpus: Corpus, page: RecordPage, language: str) -> Iterator[str]:
    """A record's summary, facts, milestones and reasons, one a paragraph."""
    record = page.record
    yield record.summary[language]
    for key, value in records.rows(corpus, page, language):
        if key != "pillar":  # a new name for the pillar is no change of the record
            yield f"{label(corpus, key, language)}{COLON[language]}{plain(value)}"
    if isinstance(record, Example):
        yield from (_milestone(milestone, language) for milestone in record.milestones)
    for reasons in record.reasons.values():
        yield from (f"{corpus.mark(id_) or id_}{COLON[language]}{why[language]}" for id_, why in reasons.items())


def _milestones(corpus: Corpus, language: str) -> Iterator[str]:
    """What the timeline shows and no other passage holds: the policy's own milestones."""
    return (_milestone(item.value, language) for item in corpus.milestones if item.value.unit in corpus.targets)


def _milestone(milestone: Milestone, language: str) -> str:
    return f"{milestone.date}{COLON[language]}{milestone.text[language]}"


def _entry(corpus: Corpus, reference: Reference, language: str) -> Iterator[str]:
    """The facts of a bibliography entry, one a paragraph; where it is found on the web is no text."""
    yield reference.title[language]
    yield reference_style.year(corpus, reference, language)
    yield reference.author[language]
    for text in (reference.citation, reference.publisher):
        yield from [text[language]] if text else ()
    yield from filter(None, [reference.gloss[language]])


def _figure(figure: Figure, language: str) -> Iterator[str]:
    yield figure.title[language]
    yield figure.caption[language]
    for bar in figure.bars:
        qualifier = f" ({bar.qualifier[language]})" if bar.qualifier else ""
        yield f"{bar.label[language]}{qualifier}{COLON[language]}{bar.value:g} {figure.unit or ''}".strip()
    for step in figure.steps:
        yield f"{step.title[language]}{COLON[language]}{step.text[language]}"
