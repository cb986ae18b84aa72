"""The lists and tables that staging makes of the records: examples, concordance, timeline, matrix."""

from __future__ import annotations

from itertools import groupby

from kb.model.corpus import Page
from kb.model.page import RECORD_PAGES, ExamplePage, RecordPage
from kb.model.schema.pages import Unit
from kb.model.vocabulary import PILLARS
from kb.render import facets, records
from kb.render.locators import own_pages, pages
from kb.render.memo import aside, cards
from kb.render.slots import inline
from kb.render.table import BLANK, stacked, table
from kb.render.view import View
from kb.text.dates import capitalized, span


def examples(view: View) -> str:
    """The form that narrows the examples, then the examples of each pillar."""
    parts = [facets.form(view)]
    for pillar in PILLARS:
        pages = [page for page in view.corpus.examples if page.pillar == pillar]
        if pages:
            heading = f"## {view.marked(pillar)} {{ #examples-{pillar} data-pillar={pillar} }}"
            entries = [_example(view, page) for page in pages]
            parts += ['<div class="examples" markdown="1">', heading, *entries, "</div>"]
    return "\n\n".join(parts)


def _example(view: View, page: ExamplePage) -> str:
    record = page.record
    place = facets.name(view, "place", record.place)
    details = [
        records.period(view, record),
        *([place] if record.place != "undocumented" else []),
        *(facets.name(view, "initiative", value) for value in record.initiative),
        *outside(view, page),
    ]
    return "\n\n".join(
        (
            f'<div class="example" {facets.attributes(page)} markdown="1">',
            f"### {view.link(page.id)} {{ #liste-{page.id} }}",
            view.inline(record.summary),
            f"{' · '.join(details)}\n{{ .details }}",
            "</div>",
        )
    )


def outside(view: View, page: Page) -> list[str]:
    """That a record does not come from the policy, where it does not."""
    return [view.label("evidence-editorial")] if page.outside else []


def concordance(view: View) -> str:
    """The policy's own order, unit by unit, and where the guide retells each."""
    head = [view.label(key) for key in ("unit", "guide", "derived")]
    return table(head, [_unit(view, unit) for unit in view.corpus.unit.values()])


def _unit(view: View, unit: Unit) -> list[str]:
    """The row of a unit; its heading is marked where its one place in the guide has the same."""
    is_record = unit.kind in ("example", "model")
    every = view.corpus.records if is_record else view.corpus.authored
    retell = (page.id for page in every if unit.id in page.sources)
    places = retell if is_record or unit.id not in view.corpus.targets else [unit.id]
    known = [id_ for id_ in places if id_ in view.corpus.targets]
    heading = view.said(inline(unit.heading, "fr"), "fr")
    if [view.corpus.label(id_, view.language) for id_ in known] == [unit.heading]:
        heading = f'<span class="repeated">{heading}</span>'
    return [heading, stacked([view.link(id_) + aside(view, id_) for id_ in known]), pages(view, [own_pages(unit)])]


def timeline(view: View) -> str:
    """Every dated milestone of the base, the policy's own and the examples', oldest first, a table a decade."""
    rows = [(m, page.id) for page in view.corpus.examples for m in page.record.milestones]
    rows += [(item.value, item.value.unit) for item in view.corpus.milestones if item.value.unit in view.corpus.targets]
    rows.sort(key=lambda row: span(row[0].date))
    head = [view.label(key) for key in ("date", "milestone", "guide")]
    parts = []
    for decade, dated in groupby(rows, lambda row: row[0].date[:3]):
        parts.append(f"## {capitalized(view.date(f'{decade}X'))} {{ #annees-{decade}0 }}")
        cells = ([capitalized(view.date(m.date)), view.inline(m.text), view.link(id_)] for m, id_ in dated)
        parts.append(table(head, cells))
    return "\n\n".join(parts)


def matrix(view: View) -> str:
    """What is tied to each principle: at a glance under marks, then a pillar at a time with its names."""
    principles = [u for u in view.corpus.unit.values() if u.kind == "principle" and u.id in view.corpus.targets]
    ties = {unit.id: [page for page, _ in records.tied(view.corpus, unit.id)] for unit in principles}
    parts = [_dots(view, ties)]
    head = [view.label(key) for key in ("principle", "examples", "models")]
    for pillar, units in groupby(principles, lambda unit: unit.pillar):
        rows = []
        for unit in units:
            linked = [[view.link(page.id) for page in ties[unit.id] if isinstance(page, kind)] for kind in RECORD_PAGES]
            rows.append([view.link(unit.id), *map(stacked, linked)])
        parts.append(f"## {view.marked(pillar)} {{ #matrice-{pillar} data-pillar={pillar} }}")
        parts += [*cards(view, pillar), table(head, rows)]
    return "\n\n".join(parts)


def _dots(view: View, ties: dict[str, list[RecordPage]]) -> str:
    """A row a principle, a column an example or model, and the mark of the latter where they are tied."""
    pages = [*view.corpus.examples, *view.corpus.models]
    head = [view.label("principle"), *(f"[{page.record.mark}][{page.id}]" for page in pages)]
    rows = []
    for id_, tied in ties.items():
        name = f"{view.corpus.mark(id_)} <span>{view.inline(view.corpus.label(id_, view.language))}</span>"
        dots = (f"<b>{page.record.mark}</b>" if page in tied else BLANK for page in pages)
        rows.append([f"[{name}][{id_}]", *dots])
    caption = f"<figcaption>{view.label('overview')}</figcaption>"
    return f'<figure class="dots" markdown="1">\n{caption}\n\n{table(head, rows)}\n\n</figure>'
