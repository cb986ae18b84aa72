"""Figures drawn at build time as inline SVG, each with its caption, its source and a table twin.

The drawing is 320 units wide, so that its text stays legible on a phone; colours come from the style sheet.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from html import escape

from kb.model.schema import Figure
from kb.model.vocabulary import PILLARS
from kb.render.slots import attribute
from kb.render.table import stacked, table
from kb.render.view import View

WIDTH = 320
WIDE, BOXED, BOLD = 44, 39, 34  # characters in a line: of the whole width, in a box, in bold in a box
TRACK = 200  # length of a whole bar; its value stands after it
STRONG = "figure__text figure__strong"
LINE = 18  # height of a line of text


def figure(view: View, id_: str, alternative: str) -> str:
    """The figure as Markdown with raw HTML: caption and drawing in <figure>, then the table twin."""
    item = view.corpus.figure[id_]
    drawing, twin = DRAWERS[item.kind](view, item)
    notes = " ".join(_note(view, id_) for id_ in item.notes)
    caption = f"**{view.inline(item.title)}**{{ .figure__title }} {view.inline(item.caption)}{notes}"
    return "\n".join(
        [
            f'<figure class="figure figure--{item.kind}" id="{id_}" markdown="1">',
            f'<figcaption markdown="1">{caption}</figcaption>',
            "",
            drawing.replace("<svg ", f'<svg role="img" aria-label="{attribute(alternative, view.language)}" ', 1),
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


def _svg(height: float, *parts: str) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height:g}" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'


def _text(x: float, y: float, content: str, css: str = "") -> str:
    classes = f"figure__text {css}".strip()
    return f'<text x="{x:g}" y="{y:g}" class="{classes}">{escape(content)}</text>'


def _lines(x: float, y: float, content: str, width: int, css: str = "") -> tuple[list[str], float]:
    """Wrapped text from baseline `y`; returns the elements and the baseline after them."""
    rows = textwrap.wrap(content, width)
    return [_text(x, y + LINE * index, row, css) for index, row in enumerate(rows)], y + LINE * len(rows)


def _bars(view: View, item: Figure) -> tuple[str, str]:
    """Horizontal bars on a scale from 0 to 100 %, each under its label."""
    parts, rows, y = [], [], 16.0
    for bar in item.bars:
        name = view.text(bar.label)
        shown = number(view, bar.value, item.unit)
        value = f"{bar.qualifier[view.language]} {shown}" if bar.qualifier else shown
        lines, y = _lines(0, y, name, WIDE)
        full, length = TRACK, TRACK * bar.value / 100
        parts += lines
        parts.append(f'<rect x="0" y="{y - 10:g}" width="{full}" height="16" class="figure__track"/>')
        parts.append(f'<rect x="0" y="{y - 10:g}" width="{length:g}" height="16" class="figure__bar"/>')
        parts.append(_text(full + 8, y + 3, value, "figure__value"))
        rows.append([view.inline(bar.label), view.inline(value)])
        y += 36
    return _svg(y - 24, *parts), table([view.label("item"), view.label("value")], rows)


def _steps(view: View, item: Figure) -> tuple[str, str]:
    """Boxes one under the other, joined by arrows."""
    parts, rows, y = [], [], 0.0
    for index, step in enumerate(item.steps):
        if index:
            parts.append(f'<path d="M160 {y:g}v14m-6-6l6 6l6-6" class="figure__line"/>')
            y += 20
        mark = view.corpus.mark(step.id) or ""
        title, after = _lines(16, y + 26, f"{mark} {view.text(step.title)}".strip(), BOLD, "figure__strong")
        text, after = _lines(16, after + 4, view.text(step.text), BOXED)
        parts.append(
            f'<rect x="1" y="{y + 1:g}" width="{WIDTH - 2}" height="{after - y - 6:g}" rx="6" class="figure__box"/>'
        )
        parts += title + text
        rows.append([view.link(step.id), view.inline(step.text)])
        y = after - 4
    return _svg(y + 4, *parts), table([view.label("step"), view.label("content")], rows)


def _house(view: View, item: Figure) -> tuple[str, str]:
    """The vision as the roof, then one storey a pillar with its principles."""
    roof = escape(view.label("vision"))
    parts = [
        '<path d="M160 2L318 62H2Z" class="figure__box figure__box--roof"/>',
        f'<text x="160" y="50" text-anchor="middle" class="{STRONG}">{roof}</text>',
    ]
    rows, y = [], 66.0
    for pillar in (id_ for id_ in PILLARS if id_ in view.corpus.pages):
        principles = [
            u.id
            for u in view.corpus.unit.values()
            if u.pillar == pillar and u.kind == "principle" and u.id in view.corpus.targets
        ]
        title, after = _lines(16, y + 24, view.marked(pillar), BOLD, "figure__strong")
        body: list[str] = []
        for id_ in principles:
            lines, after = _lines(16, after + 4, view.marked(id_), BOXED)
            body += lines
        parts.append(
            f'<rect x="2" y="{y:g}" width="{WIDTH - 4}" height="{after - y - 4:g}" '
            f'class="figure__box" data-pillar="{pillar}"/>'
        )
        parts += title + body
        rows.append([view.link(pillar), stacked([view.link(id_) for id_ in principles])])
        y = after + 2
    return _svg(y, *parts), table([view.label("pillar"), view.label("principles")], rows)


DRAWERS: dict[str, Callable[[View, Figure], tuple[str, str]]] = {"bars": _bars, "steps": _steps, "house": _house}
