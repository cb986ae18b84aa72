"""The lists and tables that staging makes of the records: examples, models, concordance, timeline, matrix."""

from __future__ import annotations

from kb.model.corpus import Corpus, Page
from kb.model.page import RECORD_PAGES, ExamplePage, ModelPage
from kb.model.vocabulary import PILLARS
from kb.render import facets, records
from kb.render.links import link
from kb.render.locators import own_pages, pages
from kb.render.slots import inline
from kb.text.dates import capitalized, in_words, span
from kb.text.labels import label
from kb.text.typography import typeset


def _pillar(corpus: Corpus, pillar: str, language: str) -> str:
    return f"{corpus.mark(pillar)} {typeset(corpus.label(pillar, language), language)}"


def examples(corpus: Corpus, language: str) -> str:
    """The form that narrows the examples, then the examples of each pillar."""
    parts = [facets.form(corpus, language)]
    for pillar in PILLARS:
        pages = [page for page in corpus.examples if page.pillar == pillar]
        if pages:
            heading = f"## {_pillar(corpus, pillar, language)} {{ #examples-{pillar} data-pillar={pillar} }}"
            entries = [_example(corpus, page, language) for page in pages]
            parts += ['<div class="examples" markdown="1">', heading, *entries, "</div>"]
    return "\n\n".join(parts)


def _example(corpus: Corpus, page: ExamplePage, language: str) -> str:
    record = page.record
    place = facets.name(corpus, "place", record.place, language)
    initiative = facets.name(corpus, "initiative", record.initiative, language)
    details = [
        records.period(corpus, record, language),
        *([place] if record.place != "undocumented" else []),
        initiative,
        *_outside(corpus, page, language),
    ]
    return "\n\n".join(
        (
            f'<div class="example" {facets.attributes(page)} markdown="1">',
            f"### {link(corpus, page.id, language)} {{ #liste-{page.id} }}",
            inline(record.summary[language], language),
            f"{' · '.join(details)}\n{{ .details }}",
            "</div>",
        )
    )


def models(corpus: Corpus, language: str) -> str:
    """The models of each pillar side by side: idea, mechanism, the policy's caution, examples."""
    head = [label(corpus, key, language) for key in ("model", "idea", "mechanism", "caution", "examples")]
    parts = []
    for pillar in PILLARS:
        pages = [page for page in corpus.models if page.pillar == pillar]
        if pages:
            parts.append(f"## {_pillar(corpus, pillar, language)} {{ #models-{pillar} data-pillar={pillar} }}")
            parts.append(_table(head, [_model(corpus, page, language) for page in pages]))
    return "\n\n".join(parts)


def _model(corpus: Corpus, page: ModelPage, language: str) -> list[str]:
    """The row of a model."""
    record = page.record
    tied = [link(corpus, other.id, language) for other, _ in records.tied(corpus, page.id)]
    texts = (record.idea[language], record.mechanism[language], records.caution(corpus, record, language))
    name = "<br>".join([link(corpus, page.id, language), *_outside(corpus, page, language)])
    return [name, *(inline(text, language) for text in texts), "<br>".join(tied) or label(corpus, "none", language)]


def _outside(corpus: Corpus, page: Page, language: str) -> list[str]:
    """That a record does not come from the policy, where it does not."""
    return [label(corpus, "evidence-editorial", language)] if page.outside else []


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def concordance(corpus: Corpus, language: str) -> str:
    """The policy's own order, unit by unit, and where the guide retells each."""
    rows = []
    for unit in corpus.unit.values():
        is_record = unit.kind in ("example", "model")
        retell = (page.id for page in (corpus.records if is_record else corpus.authored) if unit.id in page.sources)
        places = retell if is_record or unit.id not in corpus.targets else [unit.id]
        rows.append(
            [
                inline(unit.heading, "fr"),
                pages(corpus, [own_pages(unit)], language),
                "<br>".join(link(corpus, id_, language) for id_ in places if id_ in corpus.targets) or "—",
            ]
        )
    head = [label(corpus, key, language) for key in ("unit", "derived", "guide")]
    return _table(head, rows)


def timeline(corpus: Corpus, language: str) -> str:
    """Every dated milestone of the base, the policy's own and the examples', oldest first."""
    rows = [(m, page.id) for page in corpus.examples for m in page.record.milestones]
    rows += [(item.value, item.value.unit) for item in corpus.milestones if item.value.unit in corpus.targets]
    rows.sort(key=lambda row: span(row[0].date))
    return _table(
        [label(corpus, "date", language), label(corpus, "milestone", language), label(corpus, "guide", language)],
        [
            [capitalized(in_words(m.date, language)), inline(m.text[language], language), link(corpus, id_, language)]
            for m, id_ in rows
        ],
    )


def matrix(corpus: Corpus, language: str) -> str:
    """For each principle, the examples and models tied to it: a table that reads as cards on a phone."""
    head = [label(corpus, key, language) for key in ("principle", "examples", "models")]
    parts = []
    for pillar in PILLARS:
        if pillar not in corpus.pages:
            continue
        rows = []
        for unit in corpus.unit.values():
            if unit.pillar == pillar and unit.kind == "principle" and unit.id in corpus.targets:
                tied = [page for page, _ in records.tied(corpus, unit.id)]
                cells = [
                    "<br>".join(link(corpus, page.id, language) for page in tied if isinstance(page, kind)) or "—"
                    for kind in RECORD_PAGES
                ]
                rows.append([link(corpus, unit.id, language), *cells])
        parts.append(f"## {_pillar(corpus, pillar, language)} {{ #matrice-{pillar} data-pillar={pillar} }}")
        parts.append(_table(head, rows))
    return "\n\n".join(parts)
