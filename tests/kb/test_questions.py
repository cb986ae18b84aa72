"""What readers ask: questions of each section, record and situation, for the search alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.checks import check
from kb.read.reader import read
from kb.render.view import View
from kb.search.entries import entries
from kb.search.places import cited
from support import place

ASKED = """- id: {0}
  asked:
    fr: [Qui est {1}?, Où est {1}?, Quand vient {1}?]
    en: [Who is {1}?, Where is {1}?, When does {1} come?]
"""
IDS = {"legitimite": "Paul", "demarche": "Simon", "presence": "Marc", "ecoute": "Jean", "reso": "Anne", "hub": "Marie"}
FRENCH = "Qui est donc Simon et où est-ce que ce monsieur va?"
ALL = "".join(ASKED.format(id_, name) for id_, name in IDS.items())


def found(base: Path, text: str, words: str = "") -> list[str]:
    (base / "docs/questions.yml").write_text(text, "utf-8")
    if words:
        (base / "docs/words.yml").write_text(words, "utf-8")
    return [place(finding) for finding in check(read(base))]


@pytest.mark.parametrize("text, expected", [
    (ALL, []),
    (ALL + ASKED.format("resso", "Guy"), ["docs/questions.yml:25:3 QST001"]),
    (ALL + ASKED.format("reso", "Guy"), ["docs/questions.yml:25:3 QST001"]),
    (ALL.replace(ASKED.format("hub", "Marie"), ""), ["models/hub/record.yml:1:1 QST002"]),
    (ALL.replace(ASKED.format("ecoute", "Jean"), ""), ["docs/units.yml:8:4 QST002"]),
    (ALL.replace("Qui est Simon", "Qui est Paul"), ["docs/questions.yml:7:10 QST003"]),
    (ALL.replace("Qui est Simon?, ", ""), ["docs/questions.yml:6:3 REC002"]),
    (ALL.replace("Qui est Simon?, ", "").replace("Who is Simon?, ", ""), ["docs/questions.yml:6:3 REC002"]),
    (ALL.replace("Who is Simon?", FRENCH), ["docs/questions.yml:8:10 PAR004"]),
])  # fmt: skip
def test_questions_are_checked(base, text, expected):
    assert found(base, text) == expected


def test_everyday_words_are_right_in_questions_only(base):
    bum, words = (
        ALL.replace("Qui est Simon", "Qui est le bum"),
        "- {why: Rue, questions: true, language: fr, words: [bum]}\n",
    )
    assert found(base, bum) == ["docs/questions.yml:7:21 SPL001"]
    assert found(base, bum, words) == []
    assert found(base, ALL, words) == ["docs/words.yml:1:53 SPL002"]
    page = base / "docs/fr/politique/contexte.md"
    page.write_text(page.read_text("utf-8") + "\nLe bum vient ici.\n", "utf-8")
    assert "SPL001" in [finding.code for finding in check(read(base))]


def test_the_search_is_given_them_with_the_places_of_each_entry(base):
    found(base, ALL)
    known = {entry.id: entry for entry in entries(View(read(base), "fr"))}
    assert known["reso"].asked == ["Qui est Anne?", "Où est Anne?", "Quand vient Anne?"]
    assert (known["presence"].places, known["reso"].places) == (["page 12"], ["page 14"])
    note = next(entry for entry in known.values() if entry.id.startswith("note-"))
    assert note.places == [f"note {note.title.removeprefix('Note ')}"]


@pytest.mark.parametrize("said, places", [
    ("les articles 74 à 76 de la loi", ["article 74", "article 75", "article 76"]),
    ("section 48 of the Police Act", ["article 48"]), ("le projet de loi nº 66", ["bill 66"]), ("Bill 66", ["bill 66"]),
    ("une section de la ville", []),
])  # fmt: skip
def test_articles_and_bills_are_places(base, said, places):
    assert list(cited(read(base), "contexte", f"Le texte cite {said}.")) == places
