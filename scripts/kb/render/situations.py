"""The page of a situation: what the base says of it, from the ids that docs/situations.yml gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.model.corpus import Corpus
from kb.model.page import ExamplePage, SituationPage
from kb.model.schema import Articles
from kb.render import records
from kb.render.excerpts import card
from kb.render.lists import table
from kb.render.reference_style import article
from kb.render.view import View


def answer(view: View, page: SituationPage) -> str:
    """What stands before the author's text: the answer, who may be called on, what to do, and what the law says."""
    situation = page.situation
    parts = [f"{view.inline(page.description(view.language))}\n{{ .lead }}"]
    if situation.teams:
        parts += [_heading(view, "equipes"), _teams(view, _examples(view.corpus, situation.teams))]
    parts += [_heading(view, "gestes"), *(card(view, id_, "###") for id_ in situation.sections)]
    if situation.articles:
        parts += [_heading(view, "loi"), "\n".join(f"- {_law(view, law)}" for law in situation.articles)]
    return "\n\n".join(parts)


def further(view: View, page: SituationPage) -> str:
    """What stands after it: examples, models and terms."""
    situation = page.situation
    parts = []
    for name, ids in (("exemples", situation.examples), ("modeles", situation.models)):
        if ids:
            parts += [_heading(view, name), "\n".join(_summaries(view, ids))]
    if situation.terms:
        terms = ", ".join(view.link(id_) for id_ in situation.terms)
        parts.append(f"{view.label('situation-terms', terms=terms)}\n{{ .details }}")
    return "\n\n".join(parts)


def _heading(view: View, name: str) -> str:
    return f"## {view.label(f'situation-{name}')} {{ #{name} }}"


def _examples(corpus: Corpus, ids: Iterable[str]) -> list[ExamplePage]:
    return [page for page in corpus.examples if page.id in ids]


def _teams(view: View, teams: Iterable[ExamplePage]) -> str:
    """The teams side by side: which, where and since when, and what they do."""
    head = [view.label(key) for key in ("team", "where-when", "in-short")]
    return table(head, [_team(view, page) for page in teams])


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
