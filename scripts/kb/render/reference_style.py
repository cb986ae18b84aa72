"""References as readers see them: APA 7 as used in Québec and in Canadian English."""

from __future__ import annotations

from kb.model.corpus import Corpus
from kb.model.schema import Note, Reference
from kb.render.slots import inline
from kb.text.labels import label
from kb.text.typography import typeset


def year(corpus: Corpus, reference: Reference, language: str) -> str:
    """The year, or « s. d. » / “n.d.” where the document gives none."""
    return str(reference.year) if reference.year else label(corpus, "undated", language)


def address(reference: Reference, language: str) -> str | None:
    """The document's address in this language, else in the other one."""
    url = reference.url
    return (url.fr or url.en) if language == "fr" else (url.en or url.fr)


def short(corpus: Corpus, reference: Reference, language: str) -> str:
    """Author, year and title on one line of plain text, for a tooltip."""
    title = reference.title[language]
    if reference.kind == "law":
        return typeset(f"{title} ({reference.citation[language]})" if reference.citation else title, language)
    return typeset(f"{reference.author[language]} ({year(corpus, reference, language)}). {title}", language)


def linked(corpus: Corpus, id_: str, language: str) -> str:
    """A reference link to an entry of the bibliography, as `short` has it."""
    return f"[{inline(short(corpus, corpus.reference[id_], language), language)}][{id_}]"


def full(corpus: Corpus, reference: Reference, language: str) -> str:
    """The bibliography entry, in Markdown. Laws are cited by title and chapter, without an author or year."""
    gloss = reference.gloss[language]
    title = f"*{inline(reference.title[language], language)}*" + (rf" \[{inline(gloss, language)}\]" if gloss else "")
    parts = (
        [title]
        if reference.kind == "law"
        else [f"{_author(reference, language)} ({year(corpus, reference, language)}).", title]
    )
    entry = " ".join(parts)
    if reference.citation:
        entry += f" ({inline(reference.citation[language], language)})"
    entry += "."
    if reference.publisher and reference.publisher[language] != reference.author[language]:
        entry += f" {inline(reference.publisher[language], language)}."
    url = address(reference, language)
    return f"{entry} <{url}>" if url else entry


def _author(reference: Reference, language: str) -> str:
    name = inline(reference.author[language], language)
    return name if name.endswith(".") else f"{name}."


def note(corpus: Corpus, item: Note, language: str) -> str:
    """What a note names, on one line of plain text, for a tooltip."""
    known = (corpus.reference[id_] for id_ in item.references if id_ in corpus.reference)
    named = " ; ".join(short(corpus, reference, language) for reference in known)
    parts = [named, item.locator[language] if item.locator else "", item.text[language] if item.text else ""]
    return typeset(
        ", ".join(part for part in parts[:2] if part) + (f". {parts[2]}" if parts[2] else ""), language
    ).lstrip(". ")
