"""Figures drawn at build time, each with its caption, its source and a table twin.

A drawing is HTML, so that its words reflow, grow and lead on as any text does; shapes alone are SVG, and all colours
come from the style sheet.
"""

from __future__ import annotations

from collections.abc import Callable

from kb.model.schema.figures import Figure, Scale
from kb.model.vocabulary import PILLARS
from kb.render.slots import attribute
from kb.render.table import stacked, table
from kb.render.view import View
from kb.text.prose import points

SHAPE = '<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
BAR = SHAPE.format('<rect width="100" height="1"/><rect width="{:g}" height="1" class="figure__bar"/>')
TICKS = (0, 0.5, 1)  # of the axis, from its start to its end
LINES = '<line x1="0" x2="100%" y1="50%" y2="50%"/>' + "".join(
    f'<line x1="{at:.0%}" x2="{at:.0%}" y1="0" y2="100%"/>' for at in TICKS
)
DOT = f'<svg class="figure__axis" aria-hidden="true">{LINES}<circle cx="{{:g}}%" cy="50%" r="6"/></svg>'
ROOF = '<svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><path d="M50 0L100 20H0Z"/></svg>'


def figure(view: View, id_: str, alternative: str) -> str:
    """The figure as Markdown with raw HTML: caption and drawing in <figure>, then the table twin."""
    item = view.corpus.figure[id_]
    drawing, twin = DRAWERS[item.kind](view, item)
    notes = " ".join(_note(view, id_) for id_ in item.notes)
    caption = f"**{view.inline(item.title)}**{{ .figure__title }} {view.inline(item.caption)}{notes}"
    said = attribute(alternative, view.language)
    role = "img" if item.kind == "bars" else "group"  # a picture hides the links in it
    return "\n".join(
        [
            f'<figure class="figure figure--{item.kind}" id="{id_}" markdown="1">',
            f'<figcaption markdown="1">{caption}</figcaption>',
            "",
            f'<div class="{item.kind}" role="{role}" aria-label="{said}" markdown="1">',
            "",
            drawing,
            "",
            "</div>",
            "",
            '<details class="figure__data" markdown="1">',
            f"<summary>{view.label('data')}{view.colon} {view.inline(item.title)}</summary>",
            "",
            twin,
            "",
            "</details>",
            "</figure>",
        ]
    )


def _note(view: View, id_: str) -> str:
    number = view.corpus.note[id_].number
    return f'[<span class="visually-hidden">{view.label("note")} </span>{number}][{id_}]{{ .note }}'


def number(view: View, value: float, unit: str | None) -> str:
    """20.8 and % as « 20,8 % » or “20.8%”."""
    text = f"{value:g}"
    if view.language == "fr":
        return view.text(f"{text.replace('.', ',')} {unit or ''}".strip())
    return f"{text}{unit or ''}"


def _div(css: str, *parts: str) -> str:
    return "\n\n".join([f'<div class="{css}" markdown="1">', *parts, "</div>"])


def _bars(view: View, item: Figure) -> tuple[str, str]:
    """Horizontal bars from zero, each under its label; on another scale, where a length would mislead, dots."""
    rows = []
    for bar in item.bars:
        shown = number(view, bar.value, item.unit)
        value = f"{bar.qualifier[view.language]} {shown}" if bar.qualifier else shown
        rows.append([view.inline(bar.label), view.inline(value)])
    if item.scale:
        parts = _dots(view, item, item.scale, rows)
    else:
        drawn = zip(item.bars, rows, strict=True)
        parts = [f"{label}\n\n{BAR.format(bar.value)} **{value}**" for bar, (label, value) in drawn]
    return "\n\n".join(parts), table([view.label("item"), view.label("value")], rows)


def _dots(view: View, item: Figure, scale: Scale, rows: list[list[str]]) -> list[str]:
    """An axis for each value, one above the other, then what its ticks stand for and that it does not start at zero."""
    span = scale.end - scale.start
    drawn = zip(item.bars, rows, strict=True)
    axes = ((label, value, 100 * (bar.value - scale.start) / span) for bar, (label, value) in drawn)
    ticks = [number(view, scale.start + at * span, item.unit) for at in TICKS]
    return [
        *(f"{label}{view.colon} **{value}**\n\n{DOT.format(place)}" for label, value, place in axes),
        f'<p class="figure__ticks">{"".join(f"<span>{tick}</span>" for tick in ticks)}</p>',
        view.label("scale", start=ticks[0], end=ticks[-1]),
    ]


def _steps(view: View, item: Figure) -> tuple[str, str]:
    """Boxes joined by arrows."""
    parts, rows = [], []
    for step in item.steps:
        title = " ".join(filter(None, (view.corpus.mark(step.id), view.inline(step.title))))
        parts.append(f"1. **[{title}][{step.id}]**\n\n    {view.inline(step.text)}")
        rows.append([view.link(step.id), view.inline(step.text)])
    return "\n\n".join(parts), table([view.label("step"), view.label("content")], rows)


def _house(view: View, item: Figure) -> tuple[str, str]:
    """The vision as the roof, on a column a pillar with its principles."""
    vision = view.link("vision") if "vision" in view.corpus.targets else view.label("vision")
    columns, rows = [], []
    for pillar in (id_ for id_ in PILLARS if id_ in view.corpus.pages):
        principles = [
            view.link(u.id)
            for u in view.corpus.unit.values()
            if u.pillar == pillar and u.kind == "principle" and u.id in view.corpus.targets
        ]
        listed = "\n".join(f"- {link}" for link in principles)
        columns.append(_div(f'pillar" data-pillar="{pillar}', f"**{view.link(pillar)}**", listed))
        rows.append([view.link(pillar), stacked(principles)])
    drawing = "\n\n".join([_div("roof", ROOF, f"**{vision}**"), _div("columns", *columns)])
    return drawing, table([view.label("pillar"), view.label("principles")], rows)


def _flow(view: View, item: Figure) -> tuple[str, str]:
    """Who tells whom, an arrow each; it is dashed and empty where nothing is said."""
    parts, rows = [], []
    for flow in item.flows:
        giver, says, receiver = map(view.inline, (flow.giver, flow.says, flow.receiver))
        told, css = [f"**{says}**"], "arrow arrow--none"
        if flow.points:
            own = [view.text(point) for point in points(view.corpus, flow.points, view.language)]
            told += ["\n".join(f"{place}. {point}" for place, point in enumerate(own, 1)), view.link(flow.points)]
            says, css = f"{says}{stacked(own)}", "arrow"
        start, end = (f"{view.label(key)} **{name}**" for key, name in (("giver", giver), ("receiver", receiver)))
        parts.append(_div("way", start, _div(css, *told), end))
        rows.append([giver, receiver, says])
    return "\n\n".join(parts), table([view.label(key) for key in ("giver", "receiver", "content")], rows)


DRAWERS: dict[str, Callable[[View, Figure], tuple[str, str]]] = {
    "bars": _bars,
    "steps": _steps,
    "house": _house,
    "flow": _flow,
}
