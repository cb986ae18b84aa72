"""The references page: the policy's notes, then every document, each with the places that cite it."""

from __future__ import annotations

from kb.formats.folding import folded
from kb.model.corpus import Corpus
from kb.model.schema import Note, Reference
from kb.render import reference_style
from kb.render.backlinks import backlinks
from kb.render.links import link
from kb.render.locators import pages
from kb.render.slots import inline
from kb.text.labels import label
from kb.text.typography import typeset

LAWS = ("law", "bill")


def body(corpus: Corpus, language: str) -> str:
    cited = {id_: list(places) for id_, places in backlinks(corpus, language).items()}
    for figure in corpus.figure.values():
        for id_ in figure.notes:
            places = cited.setdefault(id_, [])
            places += [source for source in figure.source if source not in places]
    for page in corpus.records:
        for id_ in page.record.references:
            cited.setdefault(id_, []).append(page.id)
    references = sorted(corpus.reference.values(), key=lambda r: folded(r.author[language] + r.title[language]))
    groups = (
        ("documents", label(corpus, "documents", language), [r for r in references if r.kind not in LAWS]),
        (
            "laws",
            label(corpus, "laws", language),
            sorted((r for r in references if r.kind in LAWS), key=lambda r: _shown(corpus, r, language)),
        ),
    )
    parts = []
    for key, heading, group in groups:
        parts.append(f"## {heading} {{ #{key} }}")
        parts += [_reference(corpus, reference, cited, language) for reference in group]
    parts.append(f"## {label(corpus, 'notes', language, count=len(corpus.note))} {{ #notes }}")
    parts += [_note(corpus, note, cited, language) for note in corpus.note.values()]
    return "\n\n".join(parts)


def _shown(corpus: Corpus, reference: Reference, language: str) -> str:
    """What an entry is sorted by where not all have an author: how it starts."""
    return folded(reference_style.full(corpus, reference, language).strip("*"))


def _reference(corpus: Corpus, reference: Reference, cited: dict[str, list[str]], language: str) -> str:
    text = reference_style.full(corpus, reference, language)
    if reference.editorial:
        text += f" ({label(corpus, 'added', language)})"
    notes = [note.id for note in corpus.note.values() if reference.id in note.references]
    places = [f"[{label(corpus, 'note', language)} {corpus.note[id_].number}][{id_}]" for id_ in notes]
    places += [link(corpus, id_, language) for id_ in cited.get(reference.id, [])]
    return f"{text}{_cited_in(corpus, places, language)}\n{{ #{reference.id} .reference }}"


def _cited_in(corpus: Corpus, places: list[str], language: str) -> str:
    """The back-links of an entry, on a line of their own."""
    colon = typeset(" :", "fr") if language == "fr" else ":"
    return f"  \n*{label(corpus, 'cited-in', language)}{colon}* {', '.join(places)}" if places else ""


def _note(corpus: Corpus, note: Note, cited: dict[str, list[str]], language: str) -> str:
    """« 3. Institut de la statistique… (2022), p. 25. Politique, p. 6. »"""
    named = [reference_style.linked(corpus, id_, language) for id_ in note.references]
    if note.page_ref:
        named.append(link(corpus, note.page_ref, language))
    text = ("; ").join(named) + (f", {inline(note.locator[language], language)}" if note.locator else "")
    if note.text:
        text += f". {inline(note.text[language].rstrip('.'), language)}"
    if note.url:
        text += f". <{note.url}>"
    place = f"{label(corpus, 'policy', language)}, {pages(corpus, [(note.page, note.page)], language)}"
    places = [link(corpus, id_, language) for id_ in cited.get(note.id, [])]
    return f"**{note.number}.** {text}. ({place}){_cited_in(corpus, places, language)}\n{{ #{note.id} .reference }}"
