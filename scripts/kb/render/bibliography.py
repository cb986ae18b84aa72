"""The references page: the policy's notes, then every document, each with the places that cite it."""

from __future__ import annotations

import re

from kb.formats.folding import folded
from kb.model.schema.bibliography import Note, Reference
from kb.render import reference_style
from kb.render.locators import pages
from kb.render.view import View

LAWS = ("law", "bill")
NUMBER = re.compile(r"\d+")


def body(view: View) -> str:
    cited = {id_: list(places) for id_, places in view.backlinks.items()}
    for figure in view.corpus.figure.values():
        for id_ in figure.notes:
            places = cited.setdefault(id_, [])
            places += [source for source in figure.source if source not in places]
    for page in view.corpus.records:
        for id_ in page.record.references:
            cited.setdefault(id_, []).append(page.id)
    references = sorted(
        view.corpus.reference.values(), key=lambda r: folded(r.author[view.language] + r.title[view.language])
    )
    groups = (
        ("documents", view.label("documents"), [r for r in references if r.kind not in LAWS]),
        (
            "laws",
            view.label("laws"),
            sorted((r for r in references if r.kind in LAWS), key=lambda r: _shown(view, r)),
        ),
    )
    parts = []
    for key, heading, group in groups:
        parts.append(f"## {heading} {{ #{key} }}")
        parts += [_reference(view, reference, cited) for reference in group]
    parts.append(f"## {view.label('notes', count=len(view.corpus.note))} {{ #notes }}")
    parts += [_note(view, note, cited) for note in view.corpus.note.values()]
    return "\n\n".join(parts)


def _shown(view: View, reference: Reference) -> str:
    """What an entry is sorted by where not all have an author: how it starts."""
    law = reference.kind == "law"
    return folded(view.text(reference.title if law else reference.author))


def _reference(view: View, reference: Reference, cited: dict[str, list[str]]) -> str:
    text = reference_style.full(view, reference)
    if reference.editorial:
        text += f" ({view.label('added')})"
    notes = [note.id for note in view.corpus.note.values() if reference.id in note.references]
    places = [f"[{view.label('note')} {view.corpus.note[id_].number}][{id_}]" for id_ in notes]
    places += [view.link(id_) for id_ in cited.get(reference.id, [])]
    return f"{text}{_cited_in(view, places)}\n{{ #{reference.id} .reference }}"


def _cited_in(view: View, places: list[str]) -> str:
    """The back-links of an entry, on a line of their own."""
    return f"  \n*{view.label('cited-in')}{view.colon}* {', '.join(places)}" if places else ""


def _place(view: View, note: Note) -> str:
    """Where in its document; the articles of a law that is published are links."""
    place = view.inline(note.locator) if note.locator else ""
    laws = [id_ for id_ in note.references if view.corpus.reference[id_].article(view.language, "1")]
    if len(laws) == 1:
        place = NUMBER.sub(lambda number: reference_style.article(view, laws[0], number[0]), place)
    return place and f", {place}"


def _note(view: View, note: Note, cited: dict[str, list[str]]) -> str:
    """« 3. Institut de la statistique… (2022), p. 25. Politique, p. 6. »"""
    named = [reference_style.linked(view, id_) for id_ in note.references]
    if note.page_ref:
        named.append(view.link(note.page_ref))
    text = ("; ").join(named) + _place(view, note)
    if note.text:
        text += f". {view.inline(note.text[view.language].rstrip('.'))}"
    if note.url:
        text += f". <{note.url}>"
    place = f"{view.label('policy')}, {pages(view, [(note.page, note.page)])}"
    places = [view.link(id_) for id_ in cited.get(note.id, [])]
    return f"**{note.number}.** {text}. ({place}){_cited_in(view, places)}\n{{ #{note.id} .reference }}"
