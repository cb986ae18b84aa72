"""Editions: what each one holds, adds up to and says; and the difference of two texts as people read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from kb.permanent.edition import Edition, difference, fold, last_changes, steps
from kb.permanent.passages import paragraphs, passages
from kb.permanent.published import inside
from kb.permanent.worddiff import changed_paragraphs, pieces
from kb.reader import read
from kb.stage import stage
from support import edit, findings

PAGE_FR, PAGE_EN = "docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"
FIRST, SECOND = "2026-11-22", "2027-01-15"
CHANGES = {"fr": "nouveautes.md", "en": "changes.md"}

paragraph = st.text(alphabet="abc é’.,\n", max_size=12)
texts = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.fixed_dictionaries({language: st.lists(paragraph, max_size=4) for language in ("fr", "en")}),
)


@given(st.lists(texts, min_size=1, max_size=5))
def test_editions_add_up_to_the_texts(states):
    """Each edition holds only what changed, and any of them can be had again whole."""
    editions: dict[str, Edition] = {}
    for year, state in enumerate(states, 2026):
        editions[f"{year}-01-01"] = difference(fold(editions), state)
    for year, state in enumerate(states, 2026):
        assert fold(editions, f"{year}-01-01") == state
    assert difference(fold(editions), states[-1]) == Edition()
    for language in ("fr", "en"):
        *_, last = steps(editions, language)
        assert set(last_changes(editions, language)) >= set(states[-1])
        assert not set(last.added) & set(last.changed)
        assert all(before != after for step in steps(editions, language) for before, after in step.changed.values())


@given(paragraph, paragraph)
def test_the_pieces_hold_both_texts(old, new):
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in found if piece.kind != "deleted") == new


@given(st.lists(paragraph), st.lists(paragraph))
def test_only_changed_paragraphs_are_shown(before, after):
    found = list(changed_paragraphs(before, after))
    assert bool(found) == (before != after) or not any((*before, *after))
    assert list(changed_paragraphs(after, after)) == []


@pytest.mark.parametrize(
    ("old", "new", "read_as"),
    [
        ("Soyez là aussi.", "Soyez là souvent.", "Soyez là [-aussi-]{+souvent+}."),
        ("un deux trois quatre", "un cinq six quatre", "un [-deux trois-]{+cinq six+} quatre"),
        ("Tout autre chose.", "Rien de commun ici", "[-Tout autre chose.-]{+Rien de commun ici+}"),
        ("l’équipe RÉSO", "l’équipe du RÉSO", "l’équipe {+du +}RÉSO"),
    ],
)
def test_a_difference_reads_by_words(old, new, read_as):
    signs = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    assert "".join(signs[piece.kind].format(piece.text) for piece in pieces(old, new)) == read_as


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Un **mot** et un [lien][reso].\nEncore.", ["Un mot et un lien. Encore."]),
        ("Dit ainsi[1][note-1].", ["Dit ainsi."]),
        ("## Titre { #titre }\n\n- un\n- deux", ["Titre", "un", "deux"]),
        ("| A | B |\n|---|---|\n| 1 | 2 |", ["A", "B", "1", "2"]),
        ('!!! editorial "Note"\n    Du texte.', ["Note", "Du texte."]),
        ("![Une figure][fig-etapes]", ["Une figure"]),
        ("*cookies*{ lang=en } et \\[crochets\\]", ["cookies et [crochets]"]),
        ("<div>\n<p>Brut.</p>\n</div>", ["Brut."]),
    ],
)
def test_a_passage_is_plain_text(markdown, text):
    assert paragraphs(markdown) == text


def test_passages_are_whatever_can_be_cited(base):
    found = passages(read(base))
    assert found["presence"]["fr"] == [
        "Présence et accessibilité",
        "Soyez là aussi quand rien ne presse : l'équipe RÉSO le fait à Longueuil.",
    ]
    assert not any("Soyez là" in text for text in found["rapprochement"]["fr"])
    assert found["reso"]["en"][0] == "The RÉSO team"
    assert {"t-concertation", "fig-etapes", "accueil"} <= set(found)
    assert not {"note-1", "r-loi-police"} & set(found), "the bibliography is no text of the guide"
    assert all(set(languages) == {"fr", "en"} and all(languages.values()) for languages in found.values())


def test_what_staging_changes_is_no_change_of_text(base):
    """A new example tied to a section, or another name for a page it links, leaves the section's text as it was."""
    before = passages(read(base))["presence"]
    edit(base, "examples/reso/record.yml", "mark: E1", "mark: E2")
    assert passages(read(base))["presence"] == before


def test_a_page_covers_its_sections(base):
    corpus = read(base)
    assert inside(corpus, "rapprochement", "fr") == ["rapprochement", "presence", "ecoute"]
    assert inside(corpus, "presence", "fr") == ["presence"]
    assert inside(corpus, "reso#besoin", "fr") == ["reso"]
    assert inside(corpus, "t-concertation", "en") == ["t-concertation"]


# The command, and what the pages say


@pytest.fixture
def guide(base: Path) -> Path:
    """The base with its page of changes, wholly recorded."""
    for language, title in (("fr", "Ce qui a changé"), ("en", "What has changed")):
        head = f"id: nouveautes\ntitle: {title}\ndescription: {title}.\neditorial: true\ngenerated: changes"
        (base / "docs" / language / CHANGES[language]).write_text(f"---\n{head}\n---\n{title}.\n", encoding="utf-8")
    assert run(base, "ledger", "record") == 0
    assert findings(base) == []
    return base


def run(root: Path, *words: str) -> int:
    return build.main([*words, "--root", str(root)])


def publish_twice(root: Path) -> None:
    """A first edition, then one in which both languages of a section and the French of a page changed."""
    assert run(root, "edition", "record", "--date", FIRST) == 0
    edit(root, PAGE_FR, "quand rien ne presse", "quand tout va bien")
    edit(root, PAGE_EN, "## Presence and accessibility", "## Presence and access")
    assert findings(root) == []
    assert run(root, "edition", "record", "--date", SECOND) == 0


def test_before_the_first_edition_the_pages_say_so(guide):
    tree = stage(read(guide))
    assert "Aucune édition n’est encore parue." in tree["fr/nouveautes.md"]
    assert "No edition has been published yet." in tree["en/changes.md"]
    assert "Dernière modification" not in tree["fr/piliers/rapprochement.md"]


def test_an_edition_holds_only_what_changed(guide, capsys):
    publish_twice(guide)
    assert "0 texts added, 1 changed, 0 removed" in capsys.readouterr().out
    first, second = (
        json.loads((guide / f"docs/editions/{date}.json").read_text(encoding="utf-8")) for date in (FIRST, SECOND)
    )
    assert set(second) == {"texts"}
    assert set(second["texts"]) == {"presence"}
    assert len(first["texts"]) > 10
    assert findings(guide) == []
    assert fold(read(guide).editions) == passages(read(guide))


def test_the_page_of_changes_tells_each_edition(guide):
    publish_twice(guide)
    french, english = (stage(read(guide))[f"{language}/{CHANGES[language]}"] for language in ("fr", "en"))
    assert french.index(f"{{ #edition-{SECOND} }}") < french.index(f"{{ #edition-{FIRST} }}")
    assert "[P1.1 Présence et accessibilité][presence]\n{ .change }" in french
    deleted = '<del><span class="visually-hidden">retiré\u00a0: </span>rien ne presse</del>'
    inserted = '<ins><span class="visually-hidden">ajouté\u00a0: </span>tout va bien</ins>'
    assert f"Soyez là aussi quand {deleted} {inserted}" in french
    assert '<del><span class="visually-hidden">removed: </span>accessibility</del>' in english
    assert "Première édition." in french


def test_a_language_without_a_change_says_so(guide):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, PAGE_FR, "quand rien ne presse", "quand tout va bien")
    assert run(guide, "edition", "record", "--date", SECOND) == 0
    assert "No change in this language." in stage(read(guide))["en/changes.md"]


def test_each_section_has_the_date_of_its_last_change(guide):
    publish_twice(guide)
    text = stage(read(guide))["fr/piliers/rapprochement.md"].replace("\u00a0", " ")
    presence, ecoute = text.index("{ #presence }"), text.index("{ #ecoute }")
    assert f"Dernière modification : [15 janvier 2027][nouveautes#edition-{SECOND}]" in text[presence:ecoute]
    assert f"Dernière modification : [22 novembre 2026][nouveautes#edition-{FIRST}]" in text[ecoute:]
    assert f"changed: '{SECOND}'" in text
    assert f"changed: '{FIRST}'" in stage(read(guide))["fr/politique/contexte.md"]


def test_what_was_removed_keeps_its_title(guide):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edition = {"texts": {"passe": {"fr": ["Le passé", "Du texte."], "en": ["The past", "Text."]}}}
    (guide / "docs/editions/2026-12-01.json").write_text(json.dumps(edition), encoding="utf-8")
    (guide / "docs/editions/2026-12-02.json").write_text('{"gone": ["passe"]}', encoding="utf-8")
    text = stage(read(guide))["fr/nouveautes.md"]
    assert "### Retraits { #edition-2026-12-02-removed }\n\n- Le passé" in text
    assert "### Ajouts { #edition-2026-12-01-added }\n\n- Le passé" in text


@pytest.mark.parametrize("date", [FIRST, "2025-01-01"])
def test_an_edition_is_later_than_the_last(guide, capsys, date):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    capsys.readouterr()
    assert run(guide, "edition", "record", "--date", date) == 1
    assert capsys.readouterr().err == (
        f"build.py: nothing was recorded: the last edition is of {FIRST}; give a later --date\n"
    )


def test_an_edition_without_a_change_is_none(guide, capsys):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    assert run(guide, "edition", "record", "--date", SECOND) == 1
    assert f"no text has changed since {FIRST}" in capsys.readouterr().err
    assert not (guide / f"docs/editions/{SECOND}.json").exists()


def test_an_edition_needs_every_address_in_the_ledger(base, capsys):
    assert run(base, "ledger", "record") == 0
    text = "---\nid: nouvelle\ntitle: Page\ndescription: Page.\neditorial: true\n---\nPage.\n"
    for language in ("fr", "en"):
        (base / f"docs/{language}/nouvelle.md").write_text(text, encoding="utf-8")
    assert run(base, "edition", "record", "--date", FIRST) == 1
    assert "LED007" in capsys.readouterr().err


def test_a_date_is_a_date(base, capsys):
    with pytest.raises(SystemExit) as stopped:
        run(base, "edition", "record", "--date", "demain")
    assert stopped.value.code == 2
    assert "demain is not a date such as 2026-11-22" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("2026-11-22.json", "{", "REC001"),
        ("2026-11-22.json", "[" * 100_000, "REC001"),
        ("2026-11-22.json", '{"textes": {}}', "REC002"),
        ("2026-13-01.json", "{}", "FIL008"),
        ("notes.txt", "Du texte", "FIL008"),
    ],
)
def test_a_faulty_edition_is_a_finding(guide, name, text, code):
    (guide / "docs/editions").mkdir()
    (guide / "docs/editions" / name).write_text(text, encoding="utf-8")
    assert [(f.code, f.path) for f in findings(guide)] == [(code, f"docs/editions/{name}")]
