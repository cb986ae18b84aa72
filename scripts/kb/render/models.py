"""The models of each pillar in a table, and the form that sets two or three of them side by side.

Without a script the form stays hidden; docs/assets/js/compare.js turns the rows that are chosen into columns.
"""

from __future__ import annotations

from html import escape

from kb.model.page import ModelPage
from kb.model.vocabulary import PILLARS
from kb.render import records
from kb.render.chips import chip, everything
from kb.render.lists import outside
from kb.render.table import stacked, table
from kb.render.view import View

COLUMNS = ("model", "idea", "mechanism", "principles", "examples")


def body(view: View) -> str:
    """The chips are in the order of the rows."""
    groups = {pillar: [page for page in view.corpus.models if page.pillar == pillar] for pillar in PILLARS}
    parts = [_form(view, [page for pages in groups.values() for page in pages])]
    for pillar, pages in groups.items():
        if pages:
            parts.append(f"## {view.marked(pillar)} {{ #models-{pillar} data-pillar={pillar} }}")
            parts.append(table([view.label(key) for key in COLUMNS], [_row(view, page) for page in pages]))
    return "\n\n".join(parts)


def _form(view: View, pages: list[ModelPage]) -> str:
    chips = "".join(chip("m", page.record.mark.lower(), view.marked(page.id)) for page in pages)
    words = {f"data-{key}": view.label(key) for key in ("caution", "compared", "compare-more")}
    data = " ".join(f'{key}="{escape(text)}"' for key, text in words.items())
    return (
        f'<form class="compare" aria-labelledby="compare" {data} hidden>\n'
        f'<p id="compare"><strong>{view.label("compare")}</strong></p>\n'
        f'<div class="chips">{everything(view)}{chips}</div>\n<p><output></output></p>\n</form>'
    )


def _row(view: View, page: ModelPage) -> list[str]:
    """A model's cells; the policy's caution, where it has one, closes its mechanism."""
    record = page.record
    mechanism = view.inline(record.mechanism)
    if record.caution != "undocumented":
        key = "caution-elsewhere" if record.editorial else "caution"
        caution = f"<strong>{view.label(key)}{view.colon}</strong> {view.inline(record.caution)}"
        mechanism += f' <span class="caution">{caution}</span>'
    tied = [view.link(other.id) for other, _ in records.tied(view.corpus, page.id)]
    return [
        "<br>".join([view.link(page.id), *outside(view, page)]),
        view.inline(record.idea),
        mechanism,
        stacked([view.link(id_) for id_ in record.principles]),
        stacked(tied, view.label("none")),
    ]
