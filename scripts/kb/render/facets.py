"""The examples as a list that can be narrowed: every entry carries its values, a form offers each with its count.

Without a script the form stays hidden and everything is listed; docs/assets/js/narrow.js brings it to life.
"""

from __future__ import annotations

from collections import Counter
from html import escape

from kb.formats.folding import folded
from kb.model.page import ExamplePage
from kb.model.vocabulary import PILLARS
from kb.render.chips import chip, everything
from kb.render.view import View

FACETS = ("clientele", "initiative", "place", "pillar")


def values(page: ExamplePage) -> dict[str, list[str]]:
    """Facet → the values of one example; a place that is not documented is none."""
    record = page.record
    return {
        "clientele": list(record.clientele),
        "initiative": list(record.initiative),
        "place": [record.place] if record.place != "undocumented" else [],
        "pillar": [record.pillar],
    }


def name(view: View, facet: str, value: str) -> str:
    """What a reader sees for a value."""
    return view.marked(value) if facet == "pillar" else view.label(f"{facet}s.{value}")


def attributes(page: ExamplePage) -> str:
    """The values of an example as data attributes, several of one facet separated by spaces."""
    return " ".join(f'data-{facet}="{" ".join(found)}"' for facet, found in values(page).items() if found)


def form(view: View) -> str:
    """The form, as raw HTML: a line says what is shown, then each facet has a chip for each of its values in use."""
    facets = "".join(_facet(view, facet) for facet in FACETS)
    words = " ".join(f'data-{key}="{escape(view.label(key))}"' for key in ("shown", "chosen"))
    return (
        f'<form class="narrow" aria-label="{escape(view.label("narrow"))}" {words} hidden>\n'
        f'<p class="narrow__result">{everything(view)} <output></output></p>\n'
        f'<div class="facets">{facets}</div>\n</form>'
    )


def _facet(view: View, facet: str) -> str:
    counts = Counter(value for page in view.corpus.examples for value in values(page)[facet])
    order = PILLARS if facet == "pillar" else sorted(counts, key=lambda value: folded(name(view, facet, value)))
    chips = "".join(
        chip(facet, value, name(view, facet, value), f" <span>({counts[value]})</span>")
        for value in order
        if counts[value]
    )
    return (
        f'<details class="facet" open><summary><span id="facette-{facet}">{view.label(facet)}</span> '
        '<span class="facet__chosen"></span></summary>'
        f'<div class="chips" role="group" aria-labelledby="facette-{facet}">{chips}</div></details>'
    )
