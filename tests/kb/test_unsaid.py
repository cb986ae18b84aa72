"""The page of a record answers first, and says in one line what the policy is silent on."""

from __future__ import annotations

import pytest

from kb.published.published import published
from kb.read.reader import read
from kb.render import stage
from kb.render.shown import shown
from kb.render.view import View
from kb.render.whole import embed
from kb.search.entries import entries
from support import BASE, edit

RECORD, PROSE = "examples/reso/record.yml", "examples/reso/fr.md"
PAGE, BUILT = "fr/exemples/equipe-reso.md", "exemples/equipe-reso/index.html"
NEED = "On veut agir avant l'appel, en [concertation][t-concertation]."
SILENCE = "Non documenté dans la politique."
RESULTS = '<span id="resultats">résultats</span>'
BEGINNING = '  - date: 199X\n    text: {fr: "Premiers essais", en: "First trials"}\n'


def line(text: str) -> str:
    """The one line of a page that says what the policy is silent on, with plain spaces."""
    (found,) = [block for block in text.split("\n\n") if block.endswith("{ .unsaid }")]
    return found.partition("\n")[0].replace("\u00a0", " ")


def test_the_answer_stands_before_the_facts_and_the_facts_before_the_rest():
    text = stage(read(BASE))[PAGE]
    places = [text.index(part) for part in ("{ #en-bref }", 'class="facts"', "{ .unsaid }", "{ #besoin }")]
    assert places == sorted(places)


def test_what_is_not_known_is_said_in_one_line_and_nowhere_else(base):
    edit(
        base,
        RECORD,
        "partners:\n  - {fr: organismes du quartier, en: neighbourhood organizations}",
        "partners: undocumented",
    )
    edit(base, RECORD, "place: longueuil", "place: undocumented")
    edit(base, RECORD, "organisations: [t-spal]", "organisations: []")
    edit(base, PROSE, NEED, SILENCE)
    text = stage(read(base))[PAGE]
    need = '<span id="besoin">besoin</span>'
    assert line(text) == f"La politique ne dit rien de : organisation, partenaires, lieu, {need}, {RESULTS}."
    assert "Non documenté" not in text
    assert [label for label in ("Organisation", "Partenaires", "Lieu", "Évaluation") if f"\n{label}\n:" in text] == []
    assert "\nPériode\n:" in text


def test_what_else_is_not_told_is_named_there_too(base):
    edit(base, RECORD, "principles:", 'silent:\n  - {fr: "nombre d\'équipes", en: number of teams}\nprinciples:')
    assert line(stage(read(base))[PAGE]) == f"La politique ne dit rien de : {RESULTS}, nombre d’équipes."


def test_a_record_that_lacks_nothing_has_no_such_line(base):
    edit(base, PROSE, SILENCE, "L'équipe a réussi.")
    assert ".unsaid" not in stage(read(base))[PAGE]


def test_a_section_that_says_more_keeps_its_heading(base):
    edit(base, PROSE, SILENCE, f"{SILENCE} Elle énonce des intentions.")
    text = stage(read(base))[PAGE]
    assert ".unsaid" not in text
    assert f"{{ #resultats }}\n\n{SILENCE} Elle énonce des intentions.\n" in text


def test_a_model_without_a_caution_says_so():
    text = stage(read(BASE))["en/models/hub.md"]
    assert line(text) == "The policy says nothing of: caution."
    assert "caution\n:" not in text


@pytest.mark.parametrize(
    ("period", "kept"), [("{start: 2021}", False), ("{start: 2020}", True), ("{start: 2021, end: 2022}", True)]
)
def test_a_lone_milestone_that_the_period_tells_has_no_section(base, period, kept):
    edit(base, RECORD, BEGINNING, "")
    edit(base, RECORD, "{start: 199X, end: 2021-06}", period)
    text = stage(read(base))[PAGE]
    assert ("{ #jalons }" in text) == kept
    assert ('<span id="jalons">À partir de 2021</span>' in text) != kept


def test_a_section_named_in_the_line_keeps_its_address_and_is_neither_looked_for_nor_found():
    corpus, said = read(BASE), ["en-bref", "besoin", "fonctionnement", "participants", "discussion"]
    assert published(corpus)["reso#resultats"].fr == "/exemples/equipe-reso/#resultats"
    assert [piece.id for piece in shown(corpus)[BUILT] if piece.kind == "h2"] == said
    assert SILENCE not in {piece.raw for piece in shown(corpus)[BUILT]}
    (entry,) = [entry for entry in entries(View(corpus, "fr")) if entry.id == "reso"]
    assert [part[0] for part in entry.parts if part[0]] == said


def test_in_the_whole_guide_its_anchor_is_its_page_s_own():
    corpus = read(BASE)
    assert embed(corpus, corpus.pages["reso"], RESULTS) == '<span id="reso--resultats">résultats</span>'
