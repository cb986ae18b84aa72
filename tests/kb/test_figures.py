"""What a figure is drawn as: words that are text and lead on, and an arrow that says where nothing is said."""

from __future__ import annotations

import pytest

from cases.records import LISTING, flow
from kb.read.reader import read
from kb.render.figures import figure
from kb.render.view import View
from support import BASE, edit


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_flow_tells_the_points_of_its_unit_and_where_nothing_is_said(base, language):
    for path, changes in {**LISTING, **flow("presence")}.items():
        for old, new in changes:
            edit(base, path, old, new)
    drawn = figure(View(read(base), language), "fig-etapes", "Qui")
    urgent, other = {"fr": ("En urgence", "Autrement"), "en": ("In an emergency", "Otherwise")}[language]
    said, silent = drawn.split('<div class="arrow arrow--none"')
    assert f"1. {urgent}\n2. {other}\n" in said
    assert "][presence]" in said
    assert "1. " not in silent


@pytest.mark.parametrize("id_", ["fig-sondage", "fig-etapes", "fig-maison"])
def test_the_words_of_a_figure_are_text_under_its_alternative_text(id_):
    drawn = figure(View(read(BASE), "fr"), id_, "L'autre texte")
    assert "<text" not in drawn
    assert f'role="{"img" if id_ == "fig-sondage" else "group"}" aria-label="L’autre texte"' in drawn


def test_values_on_a_scale_of_their_own_are_dots_on_an_axis_that_says_so(base):
    edit(base, "docs/figures.yml", '  unit: "%"', '  unit: "%"\n  scale: {start: 20, end: 100}')
    drawn = figure(View(read(base), "en"), "fig-sondage", "Bars")
    assert '<circle cx="81.25%"' in drawn
    assert "<span>20%</span><span>60%</span><span>100%</span>" in drawn
    assert "The axis runs from 20% to 100%: it does not start at zero." in drawn
    assert "figure__bar" not in drawn
    plain = figure(View(read(BASE), "en"), "fig-sondage", "Bars")
    assert '<rect width="85" height="1" class="figure__bar"/>' in plain
    assert "The axis" not in plain
    assert drawn.partition("<details")[2] == plain.partition("<details")[2]


def test_the_house_leads_to_each_pillar_and_principle():
    house = figure(View(read(BASE), "en"), "fig-maison", "A house").split("<details")[0]
    assert [line for line in house.split("\n") if line.startswith(("- ", "**["))] == [
        "**[P1 Closer ties][rapprochement]**",
        "- [P1.1 Presence and accessibility][presence]",
        "- [P1.2 Listening to the community][ecoute]",
    ]
