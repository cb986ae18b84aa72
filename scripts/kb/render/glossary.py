"""The glossary page: every term with its definition, and its names, sources and uses, folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kb.formats.folding import folded
from kb.model.schema.glossary import Term
from kb.render.locators import in_the_policy, own_pages, pages
from kb.render.slots import inline
from kb.render.view import View


def body(view: View) -> str:
    """The terms of the policy under their letters, then the words of the guide itself."""
    terms = sorted(view.corpus.term.values(), key=lambda term: folded(term.headword(view.language)))
    own = [term for term in terms if term.about == "guide"]
    parts = []
    for letter, group in groupby((term for term in terms if term not in own), key=lambda term: _letter(view, term)):
        parts.append(_group(view, letter, f"lettre-{folded(letter) if letter.isalpha() else 'chiffres'}", group))
    if own:
        parts.append(_group(view, view.label("guide-words"), "mots-du-guide", own))
    return "\n\n".join(parts)


def _letter(view: View, term: Term) -> str:
    first = folded(term.headword(view.language))[0].upper()
    return first if first.isalpha() else "0–9"


def _group(view: View, heading: str, id_: str, terms: Iterable[Term]) -> str:
    entries = (_entry(view, term) for term in terms)
    return "\n\n".join(('<div class="entries" markdown="1">', f"## {heading} {{ #{id_} }}", *entries, "</div>"))


def _entry(view: View, term: Term) -> str:
    """The term and its definition; what else is known of it is folded."""
    definition, full = view.inline(term.definition), term.full(view.language)
    return "\n\n".join(
        (
            '<div class="entry" markdown="1">',
            f"### {view.inline(term.headword(view.language))} {{ #{term.id} }}",
            f"**{view.inline(full)}** — {definition}" if full else definition,
            f'<details markdown="1"><summary>{view.label("entry-more")}</summary>',
            "\n".join(f"{key}\n:   {value}\n" for key, value in _facts(view, term)),
            "</details>",
            "</div>",
        )
    )


def _facts(view: View, term: Term) -> Iterator[tuple[str, str]]:
    other = "en" if view.language == "fr" else "fr"
    if term.term[other] != term.term[view.language]:
        yield view.label("other-name"), f"*{inline(term.term[other], other)}*{{ lang={other} }}"
    aliases = [alias for alias in term.aliases[view.language] if alias not in term.avoid[view.language]]
    if aliases:
        yield view.label("aliases"), view.inline(", ".join(aliases))
    see = [id_ for id_ in term.see if id_ in view.corpus.targets]
    if see:
        yield view.label("see"), ", ".join(view.link(id_) for id_ in see)
    if used := [id_ for id_ in view.backlinks.get(term.id, ()) if id_ not in see]:
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
