"""Where the policy says it: pages in order, each once, and the policy's own heading or our words for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.read.reader import read
from kb.render.locators import locators, pages
from kb.render.view import View
from kb.text.dates import day_and_month, in_words
from support import BASE, edit


@pytest.mark.parametrize(
    ("ranges", "french", "english"),
    [
        ([(12, 12)], "p. 12", "p. 12"),
        ([(6, 7)], "p. 6-7", "pp. 6–7"),
        ([(20, 20), (6, 7), (13, 14)], "p. 6-7, 13-14, 20", "pp. 6–7, 13–14, 20"),
        ([(6, 7), (7, 8), (9, 9)], "p. 6-9", "pp. 6–9"),
        ([(5, 5), (5, 5)], "p. 5", "p. 5"),
    ],
)
def test_pages(ranges, french, english):
    corpus = read(BASE)
    assert [pages(View(corpus, language), ranges).replace("\u00a0", " ") for language in ("fr", "en")] == [
        french,
        english,
    ]


def test_a_page_or_pillar_has_the_pages_of_what_it_holds(base: Path):
    corpus = read(base)
    assert locators(View(corpus, "fr"), ["rapprochement"]).startswith("p.\u00a012-15, «")
    assert locators(View(corpus, "en"), ["mise-en-contexte"]) == "pp.\u00a06–8, “Mise en contexte”"
    assert locators(View(corpus, "en"), ["presence", "ecoute"]) == (
        "p.\u00a012, “Présence et accessibilité”; p.\u00a013, “Écoute de la communauté”"
    )


def test_a_passage_without_a_heading_is_not_quoted(base: Path):
    edit(base, "docs/units.yml", "page: 8, kind: section,", "page: 8, kind: section, untitled: true,")
    corpus = read(base)
    assert locators(View(corpus, "fr"), ["demarche"]) == "p.\u00a08, passage sans titre\u00a0: Une démarche rigoureuse"
    assert locators(View(corpus, "en"), ["demarche"]) == "p.\u00a08, untitled passage: Une démarche rigoureuse"


def test_a_unit_ends_after_it_starts(base: Path):
    edit(base, "docs/units.yml", "page: 8, kind", "page: 8, end: 8, kind")
    (fault,) = read(base).faults
    assert (fault.code, fault.message) == ("REC002", "end: 8 is not after page 8")


def test_dates_in_words():
    assert in_words("2027-03-01", "fr") == "1er mars 2027"
    assert in_words("2027-03-11", "fr") == "11 mars 2027"
    assert in_words("2027-03-01", "en") == "March 1, 2027"
    assert day_and_month(date(2027, 3, 1), "fr") == "1er mars"
