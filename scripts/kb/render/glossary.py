"""The glossary page: every term under its letter, with its names, definition, sources and uses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kb.formats.folding import folded
from kb.model.corpus import Corpus
from kb.model.schema import Term
from kb.render.backlinks import backlinks
from kb.render.links import link
from kb.render.locators import own_pages, pages
from kb.render.slots import inline
from kb.text.labels import label
from kb.text.typography import typeset


def body(corpus: Corpus, language: str) -> str:
    used = backlinks(corpus, language)
    terms = sorted(corpus.term.values(), key=lambda term: folded(term.headword(language)))
    parts = []
    for letter, group in groupby(terms, key=lambda term: _letter(term.headword(language))):
        parts.append(f"## {letter} {{ #lettre-{folded(letter) if letter.isalpha() else 'chiffres'} }}")
        parts += [_entry(corpus, term, used.get(term.id, []), language) for term in group]
    return "\n\n".join(parts)


def _letter(name: str) -> str:
    first = folded(name)[0].upper()
    return first if first.isalpha() else "0–9"


def _entry(corpus: Corpus, term: Term, used: list[str], language: str) -> str:
    name = inline(term.headword(language), language)
    lines = [f"### {name} {{ #{term.id} }}"]
    definition = inline(term.definition[language], language)
    full = term.full(language)
    lines.append(f"**{inline(full, language)}** — {definition}" if full else definition)
    lines.append(
        "\n".join(f"{typeset(key, language)}\n:   {value}\n" for key, value in _facts(corpus, term, used, language))
    )
    return "\n\n".join(lines)


def _facts(corpus: Corpus, term: Term, used: list[str], language: str) -> Iterator[tuple[str, str]]:
    other = "en" if language == "fr" else "fr"
    if term.term[other] != term.term[language]:
        yield label(corpus, "other-name", language), f"*{inline(term.term[other], other)}*{{ lang={other} }}"
    aliases = [alias for alias in term.aliases[language] if alias not in term.avoid[language]]
    if aliases:
        yield label(corpus, "aliases", language), inline(", ".join(aliases), language)
    see = [id_ for id_ in term.see if id_ in corpus.targets]
    if see:
        yield label(corpus, "see", language), ", ".join(link(corpus, id_, language) for id_ in see)
    if used:
        yield label(corpus, "used-in", language), ", ".join(link(corpus, id_, language) for id_ in used)
    yield label(corpus, "source", language), _source(corpus, term, language)


def _source(corpus: Corpus, term: Term, language: str) -> str:
    """The units that use or define the term; says where the definition is the guide's own."""
    own = label(corpus, "own-definition", language)
    if term.source == "editorial":
        return own[0].upper() + own[1:]
    where = pages(corpus, (own_pages(corpus.unit[id_]) for id_ in term.source), language)
    return f"[{label(corpus, 'policy', language)}][r-politique], {where}" + (f" ({own})" if term.editorial else "")
