"""The lists and tables that staging makes of the records: examples, models, concordance, timeline, matrix."""

from __future__ import annotations

from kb.corpus import Corpus, Page
from kb.dates import in_words, span
from kb.schema import Example
from kb.stage import records
from kb.stage.labels import label
from kb.stage.links import link
from kb.typography import typeset
from kb.vocabulary import PILLARS, PLACES, UNDOCUMENTED


def _by_pillar(corpus: Corpus, kind: str, language: str, entry) -> str:
    """A section for each pillar with the entries of its records."""
    parts = []
    for pillar in PILLARS:
        pages = [page for page in corpus.records(kind) if page.record.value.pillar == pillar]
        if pages:
            parts.append(
                f"## {corpus.mark(pillar)} {typeset(corpus.label(pillar, language), language)} {{ #{kind}s-{pillar} }}"
            )
            parts += [entry(corpus, page, language) for page in pages]
    return "\n\n".join(parts)


def examples(corpus: Corpus, language: str) -> str:
    return _by_pillar(corpus, "example", language, _example)


def _example(corpus: Corpus, page: Page, language: str) -> str:
    record: Example = page.record.value
    place = typeset(PLACES[record.place][language], language)
    details = [records.period(record, language)] + ([place] if record.place != "undocumented" else [])
    return (
        f"### {link(corpus, page.id, language)} {{ #liste-{page.id} }}\n\n"
        f"{typeset(record.summary[language], language)}\n\n{', '.join(details)}\n{{ .details }}"
    )


def models(corpus: Corpus, language: str) -> str:
    return _by_pillar(corpus, "model", language, _model)


def _model(corpus: Corpus, page: Page, language: str) -> str:
    """A model's idea, mechanism, caution and examples, under the same labels for each, to be compared."""
    record = page.record.value
    tied = [other.id for other, _ in records.tied(corpus, page.id)]
    caution = UNDOCUMENTED if record.caution == "undocumented" else record.caution
    rows = (
        ("idea", typeset(record.idea[language], language)),
        ("mechanism", typeset(record.mechanism[language], language)),
        ("caution", typeset(caution[language], language)),
        ("examples", ", ".join(link(corpus, id_, language) for id_ in tied) or label("none", language)),
    )
    facts = "\n\n".join(f"{label(key, language)}\n:   {value}" for key, value in rows)
    return f"### {link(corpus, page.id, language)} {{ #liste-{page.id} }}\n\n{facts}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def concordance(corpus: Corpus, language: str) -> str:
    """The policy's own order, unit by unit, and where the guide retells each."""
    rows = []
    for unit in corpus.unit.values():
        places = [page.id for page in corpus.pages.values() if page.record and unit.id in page.record.value.source]
        places = (
            places
            if unit.kind in ("example", "model")
            else [unit.id]
            if unit.id in corpus.targets
            else [page.id for page in corpus.pages.values() if not page.record and unit.id in page.facts.sources]
        )
        rows.append(
            [
                typeset(unit.heading, "fr"),
                str(unit.page),
                "<br>".join(link(corpus, id_, language) for id_ in places if id_ in corpus.targets) or "—",
            ]
        )
    head = [
        label("unit", language),
        f"{label('page', language)} ({label('derived', language)})",
        label("guide", language),
    ]
    return _table(head, rows)


def timeline(corpus: Corpus, language: str) -> str:
    """Every dated milestone of the base, the policy's own and the examples', oldest first."""
    rows = [(m, page.id) for page in corpus.records("example") for m in page.record.value.milestones]
    rows += [(item.value, item.value.unit) for item in corpus.milestones if item.value.unit in corpus.targets]
    rows.sort(key=lambda row: span(row[0].date))
    return _table(
        [label("date", language), label("event", language), label("where", language)],
        [
            [in_words(m.date, language), typeset(m.text[language], language), link(corpus, id_, language)]
            for m, id_ in rows
        ],
    )


def matrix(corpus: Corpus, language: str) -> str:
    """For each principle, the examples and models tied to it: a table that reads as cards on a phone."""
    parts = []
    for pillar in PILLARS:
        if pillar not in corpus.pages:
            continue
        rows = []
        for unit in corpus.unit.values():
            if unit.pillar == pillar and unit.kind == "principle" and unit.id in corpus.targets:
                tied = {
                    kind: [page.id for page, _ in records.tied(corpus, unit.id) if page.kind == kind]
                    for kind in ("example", "model")
                }
                cells = ["<br>".join(link(corpus, id_, language) for id_ in ids) or "—" for ids in tied.values()]
                rows.append([link(corpus, unit.id, language), *cells])
        parts.append(
            f"## {corpus.mark(pillar)} {typeset(corpus.label(pillar, language), language)} {{ #matrice-{pillar} }}"
        )
        parts.append(
            _table([label("principle", language), label("examples", language), label("models", language)], rows)
        )
    return "\n\n".join(parts)
