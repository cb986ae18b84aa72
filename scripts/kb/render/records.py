"""What staging adds around records: the facts of a page, its relations both ways, and the lists tied to a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized

from kb.model.corpus import Corpus
from kb.model.languages import Bilingual
from kb.model.page import RecordPage
from kb.model.schema import Example, TheoreticalModel
from kb.render.links import link
from kb.render.slots import inline
from kb.text.dates import capitalized, in_words
from kb.text.labels import label, undocumented
from kb.text.typography import typeset


def period(corpus: Corpus, example: Example, language: str) -> str:
    start = in_words(example.period.start, language)
    if example.period.end:
        end = in_words(example.period.end, language)
        since = "from-decade" if example.period.start.endswith("X") else "from"
        until = "to-decade" if example.period.end.endswith("X") else "to"
        return f"{label(corpus, since, language, start=start)} {label(corpus, until, language, end=end)}"
    if example.period.start.endswith("X"):
        return capitalized(start)
    return label(corpus, "since", language, start=start)


def rows(corpus: Corpus, page: RecordPage, language: str) -> Iterator[tuple[str, str]]:
    """Label and value of each fact; values are Markdown."""
    record = page.record
    silence = undocumented(corpus, record.editorial)[language]
    yield "pillar", link(corpus, record.pillar, language)
    if isinstance(record, Example):
        organisations = [link(corpus, id_, language) for id_ in record.organisations]
        yield _counted("organisation", "organisations", organisations), ", ".join(organisations) or silence
        partners = [] if record.partners == "undocumented" else [partner[language] for partner in record.partners]
        yield _counted("partner", "partners", partners), inline("; ".join(partners), language) or silence
        yield "place", label(corpus, f"places.{record.place}", language)
        yield "period", period(corpus, record, language)
        yield "initiative", label(corpus, f"initiatives.{record.initiative}", language)
        yield "clientele", " · ".join(label(corpus, f"clienteles.{key}", language) for key in record.clientele)
    elif isinstance(record, TheoreticalModel):
        if record.english_name:
            key = "english-name-elsewhere" if record.editorial else "english-name"
            yield key, f"*{inline(record.english_name, 'en')}*{{ lang=en }}"
        yield "idea", inline(record.idea[language], language)
        yield "mechanism", inline(record.mechanism[language], language)
        key = "caution-elsewhere" if record.editorial else "caution"
        yield key, inline(caution(corpus, record, language), language)
    yield "evidence", label(corpus, f"evidence-{record.evidence}", language)


def caution(corpus: Corpus, model: TheoreticalModel, language: str) -> str:
    return (undocumented(corpus, model.editorial) if model.caution == "undocumented" else model.caution)[language]


def outside(corpus: Corpus, page: RecordPage, language: str) -> str:
    """What the page of a record from outside the policy says first; "" for any other."""
    return f"{label(corpus, f'outside-{page.kind}', language)}\n{{ .editorial }}" if page.outside else ""


def _counted(one: str, several: str, things: Sized) -> str:
    """The key of what stands for one thing, or for several."""
    return one if len(things) == 1 else several


def facts(corpus: Corpus, page: RecordPage, language: str) -> str:
    """The facts of a record as a definition list."""
    facts = (f"{label(corpus, key, language)}\n:   {value}" for key, value in rows(corpus, page, language))
    return "\n\n".join(('<div class="facts" markdown="1">', *facts, "</div>"))


def tied(corpus: Corpus, id_: str) -> Iterator[tuple[RecordPage, Bilingual]]:
    """The records that name `id_` as their principle or model, in the order of their marks, with the reason."""
    for page in corpus.records:
        for reasons in page.record.reasons.values():
            if id_ in reasons:
                yield page, reasons[id_]


def items(corpus: Corpus, rows: Iterable[tuple[str, Bilingual]], language: str) -> list[str]:
    """List items « link : reason » for (id, reason) pairs."""
    colon = typeset(" :", "fr") if language == "fr" else ":"
    return [f"- {link(corpus, id_, language)}{colon} {inline(why[language], language)}" for id_, why in rows]


def ties(corpus: Corpus, id_: str, language: str) -> str:
    """The box of a section that lists the examples and models tied to it."""
    rows = [(page.id, why) for page, why in tied(corpus, id_)]
    if not rows:
        return ""
    lines = [f"    {line}" for line in items(corpus, rows, language)]
    return "\n".join([f'!!! ties "{label(corpus, "ties", language)}"', "", *lines])


def relations(corpus: Corpus, page: RecordPage, language: str) -> str:
    """The milestones of a record, then what it is tied to, both ways."""
    record = page.record
    parts = []
    if isinstance(record, Example):
        parts.append(
            f"## {label(corpus, _counted('milestone', 'milestones', record.milestones), language)} {{ #jalons }}"
        )
        parts.append(
            "\n".join(
                f"- **{capitalized(in_words(m.date, language))}** — {inline(m.text[language], language)}"
                for m in record.milestones
            )
        )
    parts.append(f"## {label(corpus, f'relations-{page.kind}', language)} {{ #relations }}")
    parts.append(f"{label(corpus, 'relations-note', language)}\n{{ .editorial }}")
    groups = {key: list(reasons.items()) for key, reasons in record.reasons.items()}
    groups["examples"] = [(other.id, why) for other, why in tied(corpus, page.id)]
    for key, rows in groups.items():
        if rows:
            parts.append(f"### {label(corpus, key, language)} {{ #relations-{key} }}")
            parts.append("\n".join(items(corpus, rows, language)))
    return "\n\n".join(parts)
