"""References as readers see them: APA 7 as used in Québec and in Canadian English."""

from __future__ import annotations

from kb.model.schema.bibliography import Note, Reference
from kb.render.slots import inline
from kb.render.view import View

BY_TITLE = ("law", "site")  # kinds that are cited without an author and a year


def year(view: View, reference: Reference) -> str:
    """The year, or « s. d. » / “n.d.” where the document gives none."""
    return str(reference.year) if reference.year else view.label("undated")


def article(view: View, id_: str, number: str) -> str:
    """The number of an article, as a link to it where LégisQuébec publishes the law."""
    url = view.corpus.reference[id_].article(view.language, number)
    return f"[{number}]({url})" if url else number


def short(view: View, reference: Reference) -> str:
    """Author, year and title on one line of plain text, for a tooltip: all in the language of its readers."""
    title = reference.gloss[view.language] or reference.title[view.language]
    return view.text(_short(view, reference, title))


def _short(view: View, reference: Reference, title: str) -> str:
    if reference.kind in BY_TITLE:
        return f"{title} ({reference.citation[view.language]})" if reference.citation else title
    return f"{reference.author[view.language]} ({year(view, reference)}). {title}"


def own_title(view: View, reference: Reference) -> str:
    """The title as it is published, in Markdown."""
    language = reference.title_language(view.language)
    return view.said(inline(reference.title[view.language], language), language)


def linked(view: View, id_: str) -> str:
    """A reference link to an entry of the bibliography, under its author, year and own title."""
    reference = view.corpus.reference[id_]
    before, after = view.inline(_short(view, reference, "¶")).split("¶")
    return f"[{before}{own_title(view, reference)}{after}][{id_}]"


def full(view: View, reference: Reference) -> str:
    """The bibliography entry, in Markdown. Laws are cited by title and chapter, without an author or year."""
    gloss = reference.gloss[view.language]
    title = f"*{own_title(view, reference)}*" + (rf" \[{view.inline(gloss)}\]" if gloss else "")
    parts = [title] if reference.kind in BY_TITLE else [f"{_author(view, reference)} ({year(view, reference)}).", title]
    entry = " ".join(parts)
    if reference.citation:
        entry += f" ({view.inline(reference.citation)})"
    entry += "."
    if reference.publisher and reference.publisher[view.language] != reference.author[view.language]:
        entry += f" {view.inline(reference.publisher)}."
    url = reference.address(view.language)
    return f"{entry} <{url}>" if url else entry


def _author(view: View, reference: Reference) -> str:
    name = view.inline(reference.author)
    return name if name.endswith(".") else f"{name}."


def note(view: View, item: Note) -> str:
    """What a note names, on one line of plain text, for a tooltip."""
    known = (view.corpus.reference[id_] for id_ in item.references if id_ in view.corpus.reference)
    named = " ; ".join(short(view, reference) for reference in known)
    parts = [named, item.locator[view.language] if item.locator else "", item.text[view.language] if item.text else ""]
    return view.text(", ".join(part for part in parts[:2] if part) + (f". {parts[2]}" if parts[2] else "")).lstrip(". ")
