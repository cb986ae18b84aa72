"""The glossary page: every term under its letter, with its names, definition, sources and uses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kb.formats.folding import folded
from kb.model.schema import Term
from kb.render.locators import in_the_policy, own_pages, pages
from kb.render.slots import inline
from kb.render.view import View


def body(view: View) -> str:
    used = view.backlinks
    terms = sorted(view.corpus.term.values(), key=lambda term: folded(term.headword(view.language)))
    parts = []
    for letter, group in groupby(terms, key=lambda term: _letter(term.headword(view.language))):
        parts.append(f"## {letter} {{ #lettre-{folded(letter) if letter.isalpha() else 'chiffres'} }}")
        parts += [_entry(view, term, used.get(term.id, [])) for term in group]
    return "\n\n".join(parts)


def _letter(name: str) -> str:
    first = folded(name)[0].upper()
    return first if first.isalpha() else "0–9"


def _entry(view: View, term: Term, used: list[str]) -> str:
    name = view.inline(term.headword(view.language))
    lines = [f"### {name} {{ #{term.id} }}"]
    definition = view.inline(term.definition)
    full = term.full(view.language)
    lines.append(f"**{view.inline(full)}** — {definition}" if full else definition)
    lines.append("\n".join(f"{key}\n:   {value}\n" for key, value in _facts(view, term, used)))
    return "\n\n".join(lines)


def _facts(view: View, term: Term, used: list[str]) -> Iterator[tuple[str, str]]:
    other = "en" if view.language == "fr" else "fr"
    if term.term[other] != term.term[view.language]:
        yield view.label("other-name"), f"*{inline(term.term[other], other)}*{{ lang={other} }}"
    aliases = [alias for alias in term.aliases[view.language] if alias not in term.avoid[view.language]]
    if aliases:
        yield view.label("aliases"), view.inline(", ".join(aliases))
    see = [id_ for id_ in term.see if id_ in view.corpus.targets]
    if see:
        yield view.label("see"), ", ".join(view.link(id_) for id_ in see)
    if used:
        yield view.label("used-in"), ", ".join(view.link(id_) for id_ in used)
    yield view.label("source"), _source(view, term)


def _source(view: View, term: Term) -> str:
    """The units that use or define the term; says where the definition is the guide's own."""
    own = view.label("own-definition")
    if term.source == "editorial":
        return own[0].upper() + own[1:]
    where = pages(view, (own_pages(view.corpus.unit[id_]) for id_ in term.source))
    policy = in_the_policy(view, view.label("policy"), term.source)
    return f"{policy}, {where}" + (f" ({own})" if term.editorial else "")
