"""The examples as a list that can be narrowed: every entry carries its values, a form offers each with its count.

Without a script the form stays hidden and everything is listed; docs/assets/js/facets.js brings it to life.
"""

from __future__ import annotations

from collections import Counter
from html import escape

from kb.formats.folding import folded
from kb.model.page import ExamplePage
from kb.model.vocabulary import PILLARS
from kb.render.view import View
from kb.text.dates import capitalized

FACETS = ("pillar", "organisation", "place", "decade", "clientele", "initiative")


def values(page: ExamplePage) -> dict[str, list[str]]:
    """Facet → the values of one example; a decade is EDTF, such as 199X, and counts each milestone's."""
    record = page.record
    return {
        "pillar": [record.pillar],
        "organisation": list(record.organisations),
        "place": [record.place],
        "decade": sorted({f"{milestone.date[:3]}X" for milestone in record.milestones}),
        "clientele": list(record.clientele),
        "initiative": [record.initiative],
    }


def name(view: View, facet: str, value: str) -> str:
    """What a reader sees for a value."""
    vocabulary = {"place": "places", "clientele": "clienteles", "initiative": "initiatives"}.get(facet)
    if vocabulary:
        return view.label(f"{vocabulary}.{value}")
    if facet == "decade":
        return capitalized(view.date(value))
    if facet == "organisation":
        return view.text(view.corpus.term[value].headword(view.language))
    return view.text(view.corpus.label(value, view.language))


def attributes(page: ExamplePage) -> str:
    """The values of an example as data attributes, several of one facet separated by spaces."""
    return " ".join(f'data-{facet}="{" ".join(found)}"' for facet, found in values(page).items() if found)


def form(view: View) -> str:
    """The form, as raw HTML: one list of choices for each facet, a line that says what is shown, a way back."""
    pages = view.corpus.examples
    fields = "".join(_field(view, facet, pages) for facet in FACETS)
    status = view.label("shown")
    filled = view.label("shown", shown=len(pages), all=len(pages))
    return (
        f'<form class="facets" id="facettes" data-shown="{escape(status)}" hidden>\n'
        f"<p><strong>{view.label('narrow')}</strong></p>\n"
        f'<div class="facets__fields">{fields}</div>\n'
        f'<p class="facets__result"><output id="facettes-resultat" for="facettes">'
        f"{escape(filled)}</output> "
        f'<button type="reset">{view.label("show-all")}</button></p>\n</form>'
    )


def _field(view: View, facet: str, pages: list[ExamplePage]) -> str:
    counts = Counter(value for page in pages for value in values(page)[facet])
    order = PILLARS if facet == "pillar" else sorted(counts, key=lambda value: _rank(view, facet, value))
    options = "".join(
        f'<option value="{escape(value)}" data-name="{escape(name(view, facet, value))}">'
        f"{escape(name(view, facet, value))} ({counts[value]})</option>"
        for value in order
        if counts[value]
    )
    return (
        f'<p><label for="facette-{facet}">{view.label(facet)}</label>'
        f'<select id="facette-{facet}" name="{facet}"><option value="">{view.label("all")}'
        f"</option>{options}</select></p>"
    )


def _rank(view: View, facet: str, value: str) -> tuple[bool, str]:
    """Alphabetical, decades by date, what is not documented last."""
    return value == "undocumented", value if facet == "decade" else folded(name(view, facet, value))
