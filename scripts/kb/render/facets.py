"""The examples as a list that can be narrowed: every entry carries its values, a form offers each with its count.

Without a script the form stays hidden and everything is listed; docs/assets/js/facets.js brings it to life.
"""

from __future__ import annotations

from collections import Counter
from html import escape

from kb.formats.folding import folded
from kb.model.corpus import Corpus
from kb.model.page import ExamplePage
from kb.model.vocabulary import PILLARS
from kb.text.dates import capitalized, in_words
from kb.text.labels import label
from kb.text.typography import typeset

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


def name(corpus: Corpus, facet: str, value: str, language: str) -> str:
    """What a reader sees for a value."""
    vocabulary = {"place": "places", "clientele": "clienteles", "initiative": "initiatives"}.get(facet)
    if vocabulary:
        return label(corpus, f"{vocabulary}.{value}", language)
    if facet == "decade":
        return capitalized(in_words(value, language))
    if facet == "organisation":
        return typeset(corpus.term[value].headword(language), language)
    return typeset(corpus.label(value, language), language)


def attributes(page: ExamplePage) -> str:
    """The values of an example as data attributes, several of one facet separated by spaces."""
    return " ".join(f'data-{facet}="{" ".join(found)}"' for facet, found in values(page).items() if found)


def form(corpus: Corpus, language: str) -> str:
    """The form, as raw HTML: one list of choices for each facet, a line that says what is shown, a way back."""
    pages = corpus.examples
    fields = "".join(_field(corpus, facet, pages, language) for facet in FACETS)
    status, one = label(corpus, "shown", language), label(corpus, "shown-one", language)
    filled = label(corpus, "shown", language, shown=len(pages), all=len(pages))
    return (
        f'<form class="facets" id="facettes" data-shown="{escape(status)}" data-shown-one="{escape(one)}" hidden>\n'
        f"<p><strong>{label(corpus, 'narrow', language)}</strong></p>\n"
        f'<div class="facets__fields">{fields}</div>\n'
        f'<p class="facets__result"><output id="facettes-resultat" for="facettes">'
        f"{escape(filled)}</output> "
        f'<button type="reset">{label(corpus, "show-all", language)}</button></p>\n</form>'
    )


def _field(corpus: Corpus, facet: str, pages: list[ExamplePage], language: str) -> str:
    counts = Counter(value for page in pages for value in values(page)[facet])
    order = PILLARS if facet == "pillar" else sorted(counts, key=lambda value: _rank(corpus, facet, value, language))
    options = "".join(
        f'<option value="{escape(value)}" data-name="{escape(name(corpus, facet, value, language))}">'
        f"{escape(name(corpus, facet, value, language))} ({counts[value]})</option>"
        for value in order
        if counts[value]
    )
    return (
        f'<p><label for="facette-{facet}">{label(corpus, facet, language)}</label>'
        f'<select id="facette-{facet}" name="{facet}"><option value="">{label(corpus, "all", language)}'
        f"</option>{options}</select></p>"
    )


def _rank(corpus: Corpus, facet: str, value: str, language: str) -> tuple[bool, str]:
    """Alphabetical, decades by date, what is not documented last."""
    return value == "undocumented", value if facet == "decade" else folded(name(corpus, facet, value, language))
