"""What staging adds around records: the facts of a page, its relations both ways, and the lists tied to a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized

from kb.model.corpus import Corpus
from kb.model.languages import Bilingual
from kb.model.page import RecordPage
from kb.model.schema.records import Example, Record, TheoreticalModel
from kb.render.memo import aside
from kb.render.slots import inline
from kb.render.view import View
from kb.text.dates import capitalized
from kb.text.labels import undocumented
from kb.text.unsaid import lacking, sections, silent


def period(view: View, example: Example) -> str:
    start = view.date(example.period.start)
    if example.period.end:
        end = view.date(example.period.end)
        since = "from-decade" if example.period.start.endswith("X") else "from"
        until = "to-decade" if example.period.end.endswith("X") else "to"
        return f"{view.label(since, start=start)} {view.label(until, end=end)}"
    if example.period.start.endswith("X"):
        return capitalized(start)
    return view.label("since", start=start)


def rows(view: View, page: RecordPage) -> Iterator[tuple[str, str]]:
    """Label and value of each fact; values are Markdown."""
    record = page.record
    silence = undocumented(view.corpus, record.editorial)[view.language]
    yield "pillar", view.link(record.pillar)
    if isinstance(record, Example):
        organisations = [view.link(id_) for id_ in record.organisations]
        yield _counted("organisation", "organisations", organisations), ", ".join(organisations) or silence
        partners = [] if record.partners == "undocumented" else [partner[view.language] for partner in record.partners]
        yield _counted("partner", "partners", partners), view.inline("; ".join(partners)) or silence
        yield "place", view.label(f"places.{record.place}")
        yield "period", period(view, record)
        yield "initiative", " · ".join(view.label(f"initiatives.{key}") for key in record.initiative)
        yield "clientele", " · ".join(view.label(f"clienteles.{key}") for key in record.clientele)
    elif isinstance(record, TheoreticalModel):
        if record.english_name:
            key = "english-name-elsewhere" if record.editorial else "english-name"
            yield key, f"*{inline(record.english_name, 'en')}*{{ lang=en }}"
        yield "idea", view.inline(record.idea)
        yield "mechanism", view.inline(record.mechanism)
        key = "caution-elsewhere" if record.editorial else "caution"
        yield key, view.inline(caution(view, record))
    yield "evidence", view.label(f"evidence-{record.evidence}")


def caution(view: View, model: TheoreticalModel) -> str:
    said = undocumented(view.corpus, model.editorial) if model.caution == "undocumented" else model.caution
    return said[view.language]


def outside(view: View, page: RecordPage) -> str:
    """What the page of a record from outside the policy says first; "" for any other."""
    return f"{view.label(f'outside-{page.kind}')}\n{{ .editorial }}" if page.outside else ""


def _counted(one: str, several: str, things: Sized) -> str:
    """The key of what stands for one thing, or for several."""
    return one if len(things) == 1 else several


def laid_out(view: View, page: RecordPage, lines: list[str]) -> list[str]:
    """The lines of a record's prose: its answer, its facts, then the sections that say something."""
    _, second, *_ = sections(page.documents[view.language])
    unsaid = {row for section in silent(view.corpus, page, view.language) for row in section.rows}
    said = ["" if row in unsaid else line for row, line in enumerate(lines)]
    said[second.rows.start] = f"{facts(view, page)}\n\n{said[second.rows.start]}"
    return said


def facts(view: View, page: RecordPage) -> str:
    """The facts of a record that say something, as a definition list, then in one line what it is silent on."""
    items = (f"{view.label(key)}\n:   {value}" for key, value in _said(view, page))
    return "\n\n".join(('<div class="facts" markdown="1">', *items, "</div>", _unsaid(view, page)))


def _said(view: View, page: RecordPage) -> Iterator[tuple[str, str]]:
    """The rows that say something; a period that tells all the milestones keeps the address of their section."""
    record = page.record
    passed_over = [*lacking(record), *(["evidence"] if record.evidence == "described" else [])]
    for key, value in rows(view, page):
        if key == "period" and _told_by_period(record):
            value = _anchored("jalons", value)
        if key.removesuffix("-elsewhere") not in passed_over:
            yield key, value


def _unsaid(view: View, page: RecordPage) -> str:
    """« La politique ne dit rien de : partenaires, résultats. »; a section named there keeps its address."""
    things = [view.label(f"unsaid-{key}") for key in lacking(page.record)]
    for section in silent(view.corpus, page, view.language):
        things.append(_anchored(section.id, view.label(f"unsaid-{section.id}")))
    things += [view.inline(thing) for thing in page.record.silent]
    key = "unsaid-elsewhere" if page.outside else "unsaid"
    return f"{view.label(key, things=', '.join(things))}\n{{ .unsaid }}" if things else ""


def _told_by_period(record: Record) -> bool:
    """Whether the milestones of a record are one alone, which its period dates already."""
    if not isinstance(record, Example) or record.period.end:
        return False
    return [milestone.date for milestone in record.milestones] == [record.period.start]


def _anchored(id_: str, text: str) -> str:
    return f'<span id="{id_}">{text}</span>'


def tied(corpus: Corpus, id_: str) -> Iterator[tuple[RecordPage, Bilingual]]:
    """The records that name `id_` as their principle or model, in the order of their marks, with the reason."""
    for page in corpus.records:
        for reasons in page.record.reasons.values():
            if id_ in reasons:
                yield page, reasons[id_]


def items(view: View, rows: Iterable[tuple[str, Bilingual]]) -> list[str]:
    """List items « link : reason » for (id, reason) pairs, those of principles with a way to their card."""
    return [f"- {view.link(id_)}{view.colon} {view.inline(why)}{aside(view, id_)}" for id_, why in rows]


def ties(view: View, id_: str) -> str:
    """The box of a section that lists the examples and models tied to it."""
    rows = [(page.id, why) for page, why in tied(view.corpus, id_)]
    if not rows:
        return ""
    lines = [f"    {line}" for line in items(view, rows)]
    return "\n".join([f'!!! ties "{view.label("ties")}"', "", *lines])


def relations(view: View, page: RecordPage) -> str:
    """The milestones of a record that its period does not tell, then what it is tied to, both ways."""
    record = page.record
    parts = []
    if isinstance(record, Example) and not _told_by_period(record):
        parts.append(f"## {view.label(_counted('milestone', 'milestones', record.milestones))} {{ #jalons }}")
        parts.append(
            "\n".join(f"- **{capitalized(view.date(m.date))}** — {view.inline(m.text)}" for m in record.milestones)
        )
    parts.append(f"## {view.label(f'relations-{page.kind}')} {{ #relations }}")
    parts.append(f"{view.label('relations-note')}\n{{ .editorial }}")
    groups = {key: list(reasons.items()) for key, reasons in record.reasons.items()}
    groups["examples"] = [(other.id, why) for other, why in tied(view.corpus, page.id)]
    for key, rows in groups.items():
        if rows:
            parts.append(f"### {view.label(key)} {{ #relations-{key} }}")
            parts.append("\n".join(items(view, rows)))
    return "\n\n".join(parts)
