"""The page of a situation: what the base says of it, from the ids that docs/situations.yml gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.model.page import ExamplePage, SituationPage
from kb.model.schema.situations import Articles
from kb.render import memo, records
from kb.render.excerpts import card, lead
from kb.render.reference_style import article
from kb.render.table import table
from kb.render.view import View

SILENCE = re.compile(r"^(?=## .*\{ #silence \}$)", re.M)


def body(view: View, page: SituationPage, prose: str) -> str:
    """The answer, then its parts, of which the situation says which comes first, the policy's silence, and more.

    `prose` is the author's text as it is published; the section of silence is its last.
    """
    own, silence = SILENCE.split(prose) if SILENCE.search(prose) else (prose, "")
    parts = {"teams": _teams(view, page), "sections": _gestures(view, page), "articles": _laws(view, page), "text": own}
    answer = f"{view.inline(page.description(view.language))}\n{{ .answer }}"
    first = [parts.pop(name) for name in page.situation.first]
    found = [answer, *first, *parts.values(), silence, _further(view, page)]
    return "\n\n".join(part.strip("\n") for part in found if part.strip())


def _further(view: View, page: SituationPage) -> str:
    """The first sentence of further sections, then examples, models and terms."""
    situation = page.situation
    parts = []
    if situation.also:
        told = [f"{view.link(id_)}{view.colon} {lead(view, id_)}{memo.aside(view, id_)}" for id_ in situation.also]
        parts += [_heading(view, "principes"), "\n".join(f"- {one}" for one in told)]
    for name, ids in (("exemples", situation.examples), ("modeles", situation.models)):
        if ids:
            parts += [_heading(view, name), "\n".join(_summaries(view, ids))]
    if situation.terms:
        terms = ", ".join(view.link(id_) for id_ in situation.terms)
        parts.append(f"{view.label('situation-terms', terms=terms)}\n{{ .details }}")
    return "\n\n".join(parts)


def _heading(view: View, name: str) -> str:
    return f"## {view.label(f'situation-{name}')} {{ #{name} }}"


def _teams(view: View, page: SituationPage) -> str:
    """The teams side by side: which, where and since when, and what they do."""
    examples = {example.id: example for example in view.corpus.examples}
    teams = [_team(view, examples[id_]) for id_ in page.situation.teams]
    rows = table([view.label(key) for key in ("team", "where-when", "in-short")], teams)
    return f'{_heading(view, "equipes")}\n\n<div class="teams" markdown="1">\n\n{rows}\n\n</div>' if teams else ""


def _gestures(view: View, page: SituationPage) -> str:
    cards = [part for id_ in page.situation.sections for part in (card(view, id_, "###"), memo.way(view, id_)) if part]
    return "\n\n".join([_heading(view, "gestes"), *cards])


def _laws(view: View, page: SituationPage) -> str:
    laws = "\n".join(f"- {_law(view, law)}" for law in page.situation.articles)
    return f"{_heading(view, 'loi')}\n\n{laws}" if laws else ""


def _team(view: View, page: ExamplePage) -> list[str]:
    facts = (view.label(f"places.{page.record.place}"), records.period(view, page.record))
    return [view.link(page.id), " · ".join(facts), view.inline(page.record.summary)]


def _law(view: View, law: Articles) -> str:
    """« Articles 74, 75 et 76 : Loi sur … », each number a link to the article where the law is published."""
    numbers = view.listed([article(view, law.reference, number) for number in law.articles])
    key = "law-article" if len(law.articles) == 1 else "law-articles"
    return view.label(key, numbers=numbers, law=view.link(law.reference))


def _summaries(view: View, ids: Iterable[str]) -> Iterator[str]:
    pages = view.corpus.pages
    yield from (f"- {view.link(id_)}{view.colon} {view.inline(pages[id_].description(view.language))}" for id_ in ids)
