"""Editions: what each one holds, adds up to and says; and the difference of two texts as people read it."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from content import PROJECT
from kb.checks import check
from kb.model.chain import broken
from kb.model.edition import Edition, difference, fold, following, last_changes, resealed, seal, serialize, steps
from kb.model.languages import Bilingual
from kb.model.ledger import PATH, Entry, Ledger
from kb.published.published import inside
from kb.read.reader import read
from kb.render import stage
from kb.render.passages import paragraphs, passages
from kb.text.facts import same_facts
from kb.text.prose import strings
from kb.text.worddiff import changed_paragraphs, in_context, pieces
from support import edit, errors, findings

PAGE_FR, PAGE_EN = "docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"
FIRST, SECOND = "2026-11-22", "2027-01-15"
CHANGES = {"fr": "nouveautes.md", "en": "changes.md"}

paragraph = st.text(alphabet="abc é’.,\n", max_size=12)
texts = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.fixed_dictionaries({language: st.lists(paragraph, max_size=4) for language in ("fr", "en")}),
)


histories = st.lists(texts, min_size=1, max_size=5)


def recorded(states: list[dict], before: dict[str, Edition] | None = None, year: int = 2026) -> dict[str, Edition]:
    """An edition a year of these states, as their files give them back, after those `before`."""
    editions = dict(before or {})
    for number, state in enumerate(states, year):
        date = f"{number}-01-01"
        editions[date] = following(editions, date, state, [f"/{number}/"])
        editions[date] = Edition(**json.loads(serialize(editions[date])))
    return editions


def ledger_of(editions: dict[str, Edition]) -> Ledger:
    """What answers for all that these editions published, their own headings included."""
    anchors = [Entry(id=f"changes#edition-{date}", fr=f"/changes/#edition-{date}") for date in editions]
    return Ledger((*(Entry(id=id_, fr=f"/{id_}/") for id_ in "abcd"), *anchors))


def told(editions: dict[str, Edition]) -> list[str]:
    return sorted({fault.code for fault in broken(editions, ledger_of(editions))})


@given(histories)
def test_editions_add_up_to_the_texts(states):
    """Each edition holds only what changed, and any of them can be had again whole."""
    editions = recorded(states)
    for year, state in enumerate(states, 2026):
        assert fold(editions, f"{year}-01-01") == state
    assert fold(editions, "2025-01-01") == {}
    assert difference(fold(editions), states[-1]) == Edition()
    assert told(editions) == []
    for language in ("fr", "en"):
        *_, last = steps(editions, language)
        assert set(last_changes(editions, language)) >= set(states[-1])
        assert not set(last.added) & set(last.changed)
        assert all(before != after for step in steps(editions, language) for before, after in step.changed.values())


@given(histories, st.data())
def test_any_missing_edition_is_found(states, data):
    editions = recorded(states)
    gone = data.draw(st.sets(st.sampled_from(sorted(editions)), min_size=1))
    left = {date: edition for date, edition in editions.items() if date not in gone}
    faults = broken(left, ledger_of(editions))
    assert {(fault.code, fault.date) for fault in faults} == {("EDN004", date) for date in gone}


@given(histories, st.data())
def test_any_other_order_of_the_editions_is_found(states, data):
    editions = recorded(states)
    dates = data.draw(st.permutations(sorted(editions)))
    moved = dict(zip(sorted(editions), (editions[date] for date in dates), strict=True))
    assert told(moved) == ([] if dates == sorted(editions) else ["EDN003"])


@given(histories, st.data())
def test_a_copy_under_another_date_is_found(states, data):
    editions = recorded(states)
    copied = data.draw(st.sampled_from(sorted(editions)))
    assert told(dict(sorted({**editions, f"{copied[:4]}-07-01": editions[copied]}.items()))) == ["EDN003"]


@given(histories, st.data())
def test_any_change_of_an_edition_is_found_and_may_be_meant(states, data):
    editions = recorded(states)
    date = data.draw(st.sampled_from(sorted(editions)))
    other = data.draw(
        st.sampled_from(
            [
                {"texts": {"a": {"fr": ["Autre"]}}},
                {"gone": ["z"]},
                {"published": ["/x/"]},
                {"why": Bilingual(fr="a", en="b")},
            ]
        )
    )
    changed = {**editions, date: editions[date].model_copy(update=other)}
    assert [(fault.code, fault.date) for fault in broken(changed, ledger_of(editions))] == [("EDN003", date)]
    meant = {**changed, **resealed(changed, date)}
    assert told(meant) == []


@given(histories, st.data())
def test_an_edition_may_be_taken_out_on_purpose(states, data):
    editions = recorded(states)
    if len(editions) < 2:
        return
    gone, after = data.draw(st.sampled_from(list(pairwise(sorted(editions)))))
    left = {date: edition for date, edition in editions.items() if date != gone}
    left = {date: edition.model_copy(update={"gone": []}) for date, edition in left.items()}
    for date in left:
        left |= resealed(left, date)
    assert broken(left, ledger_of(left)) == []
    assert after in left


@given(histories, texts, texts, texts)
def test_branches_never_tell_what_nobody_did(states, one, other, merged):
    """Two branches, each with an edition; then one that follows both: only what differs from either is told."""
    base = recorded(states)
    first, second = recorded([one], base, 2040), recorded([other], base, 2041)
    editions = {**first, **second}
    assert [(fault.code, fault.date) for fault in broken(editions, ledger_of(editions))] == [("EDN005", "2041-01-01")]
    joined = recorded([merged], editions, 2042)
    assert told(joined) == []
    assert fold(joined) == merged
    assert fold(joined, "2040-01-01") == one
    assert fold(joined, "2041-01-01") == other
    for language in ("fr", "en"):
        *_, left, right, both = steps(joined, language)
        for step, state in ((left, one), (right, other)):
            before = {id_: states[-1][id_][language] for id_ in states[-1]}
            assert all(before[id_] == old for id_, (old, _) in step.changed.items())
            assert step.removed == {id_: text for id_, text in before.items() if id_ not in state}
        for id_ in (*both.changed, *both.added):
            assert merged[id_][language] not in (one.get(id_, {}).get(language), other.get(id_, {}).get(language))


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
    ("before", "after", "told"),
    [
        ("Cela dit : | un;", "Cela dit : | un; | les défis;", ["Cela dit :", "+les défis;"]),
        ("Cela dit : | un; | deux;", "Cela dit :", ["Cela dit :", "-un;", "-deux;"]),
        ("Cela dit : | un;", "Cela dit encore : | un; | trois;", ["Cela dit +encore :", "+trois;"]),
        ("Une phrase.", "Une phrase. | Une autre.", ["+Une autre."]),
        ("Cela dit : | Un. | Deux.", "Cela dit : | Un. | Deux. | Trois.", ["+Trois."]),
    ],
)
def test_an_item_of_a_list_comes_with_the_beginning_of_its_sentence(before, after, told):
    signs = {"same": "", "deleted": "-", "inserted": "+"}
    found = in_context(*(text.split(" | ") for text in (before, after)))
    assert ["".join(signs[piece.kind] + piece.text for piece in one) for one in found] == told


@pytest.mark.parametrize(
    ("before", "after", "language", "same"),
    [
        ("Soyez là aussi.", "Restez là souvent.", "fr", True),
        ("Au nord, 1 200 agents.", "Les 1200 agents du nord.", "fr", True),
        ("Les douze exemples.", "Les treize exemples.", "fr", False),
        ("Les exemples.", "Les deux sortes d’exemples.", "fr", True),
        ("En mai 2021.", "En juin 2021.", "fr", False),
        ("L’équipe de Longueuil.", "L’équipe de Laval.", "fr", False),
        ("L’Unité le fait. Elle va.", "Cela se fait. Il va.", "fr", True),
        ("Police patrol there.", "SQ patrol there.", "en", False),
        ("It has 10,316 members.", "It has 10316 members.", "en", True),
    ],
)
def test_a_fact_is_a_number_a_month_or_a_name(before, after, language, same):
    assert same_facts([before], [after], language) is same


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Un **mot** et un [lien][reso].\nEncore.", ["Un mot et un lien. Encore."]),
        ("Dit ainsi[1][note-1].", ["Dit ainsi¹."]),
        ("Voyez le rapport et la note [12][note-12].", ["Voyez le rapport et la note ¹²."]),
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
        "Soyez là aussi quand rien ne presse : l’équipe RÉSO le fait à Longueuil.",
    ]
    assert not any("Soyez là" in text for text in found["rapprochement"]["fr"])
    assert found["reso"]["en"][0] == "The RÉSO team"
    assert {"t-concertation", "fig-etapes", "accueil", "r-loi-police"} <= set(found)
    assert found["note-1"]["en"][0] == "Note 1"
    assert all(set(languages) == {"fr", "en"} and all(languages.values()) for languages in found.values())


def test_what_staging_changes_is_no_change_of_text(base):
    """A new example tied to a section, or another name for a page it links, leaves the section's text as it was."""
    before = passages(read(base))["presence"]
    edit(base, "examples/reso/record.yml", "mark: E1", "mark: E2")
    assert passages(read(base))["presence"] == before


def test_a_page_covers_its_sections(base):
    corpus = read(base)
    assert inside(corpus, "rapprochement", "fr") == ["rapprochement", "presence", "ecoute", "fig-etapes"]
    assert "t-concertation" in inside(corpus, "glossaire", "fr")
    assert inside(corpus, "presence", "fr") == ["presence"]
    assert inside(corpus, "reso#besoin", "fr") == ["reso"]
    assert inside(corpus, "t-concertation", "en") == ["t-concertation"]


# The command, and what the pages say


@pytest.fixture(autouse=True)
def _far_ahead(monkeypatch):
    """The commands run on a day that is later than every date here."""
    on(monkeypatch, "2030-01-01")


def on(monkeypatch, day: str) -> None:
    monkeypatch.setattr("commands.shared.today", lambda: datetime.date.fromisoformat(day))


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
    edit(root, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    edit(root, PAGE_EN, "## Presence and accessibility", "## Presence and access")
    assert errors(root) == []
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
    assert set(second) == {"seal", "follows", "texts", "published"}
    assert second["published"] == [f"/en/changes/#edition-{SECOND}", f"/nouveautes/#edition-{SECOND}"]
    assert set(second["texts"]) == {"presence"}
    assert len(first["texts"]) > 10
    assert findings(guide) == []
    assert fold(read(guide).editions) == passages(read(guide))


def test_the_page_of_changes_tells_each_edition(guide):
    publish_twice(guide)
    french, english = (stage(read(guide))[f"{language}/{CHANGES[language]}"] for language in ("fr", "en"))
    assert french.index(f"{{ #edition-{SECOND} }}") < french.index(f"{{ #edition-{FIRST} }}")
    assert f"### [P1.1 Présence et accessibilité][presence] {{ #edition-{SECOND}-presence }}" in french
    assert "- Formulation seule\u00a0: 1\n\n" in french
    assert "Formulation\n{ .change }" in french
    deleted = '<del><span class="visually-hidden">retiré\u00a0: </span>ne presse</del>'
    inserted = '<ins><span class="visually-hidden">ajouté\u00a0: </span>n’est urgent</ins>'
    assert f"Soyez là aussi quand rien {deleted} {inserted}" in french
    assert '<del><span class="visually-hidden">removed: </span>accessibility</del>' in english
    assert "Première édition." in french


def test_facts_come_before_wordings_which_are_folded_in_the_order_that_readers_know(guide):
    """The policy's, then the examples, the terms and the rest, wherever their sources stand."""
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, "docs/references.yml", "year: 2024", "year: 2025")
    edit(guide, "docs/glossary.yml", "term: {fr: concertation,", "term: {fr: la concertation,")
    edit(guide, "examples/reso/fr.md", "va vers les gens", "va à la rencontre des gens")
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    assert run(guide, "edition", "record", "--date", SECOND) == 0
    text = stage(read(guide))["fr/nouveautes.md"].partition(f"#edition-{FIRST} ")[0]
    facts, _, wordings = text.partition("<details")
    ids = rf"(?m)^### .*#edition-{SECOND}-(.+) }}"
    assert re.findall(ids, facts) == ["r-sondage"]
    assert re.findall(ids, wordings) == ["presence", "reso", "t-concertation"]
    assert "<summary>Formulation seule\u00a0: 3</summary>" in wordings


def test_an_edition_folds_all_of_its_changes_once_another_is_out(guide):
    publish_twice(guide)
    edit(guide, "docs/references.yml", "year: 2024", "year: 2025")
    assert run(guide, "edition", "record", "--date", "2027-02-01") == 0
    newest, _, past = stage(read(guide))["en/changes.md"].partition(f"#edition-{SECOND} ")
    assert "<details" not in newest
    assert "<summary>All changes of this edition: " in past.partition("### ")[0]


def test_a_language_without_a_change_says_so(guide):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
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
    page = "---\nid: passe\ntitle: {}\ndescription: Page.\neditorial: true\n---\n{}\n"
    pages = {guide / "docs/fr/passe.md": ("Le passé", "Du texte."), guide / "docs/en/past.md": ("The past", "Text.")}
    for number, kept in enumerate((False, True, False), 1):
        for path, words in pages.items():
            path.write_text(page.format(*words), encoding="utf-8") if kept else path.unlink(missing_ok=True)
        if number == 3:
            assert run(guide, "ledger", "move", "passe", "accueil") == 0
        assert run(guide, "ledger", "record") == 0
        assert run(guide, "edition", "record", "--date", f"2026-12-0{number}") == 0
    text = stage(read(guide))["fr/nouveautes.md"]
    merged = "Retiré; se trouve maintenant ici\u00a0: [Accueil][accueil]"
    assert f"### Le passé {{ #edition-2026-12-03-passe }}\n\n{merged}\n{{ .change }}" in text
    assert "### Le passé { #edition-2026-12-02-passe }\n\nNouveau\n{ .change }" in text
    assert '<ins><span class="visually-hidden">ajouté\u00a0: </span>Du texte.</ins>' in text


def test_a_reference_is_told_and_a_word_on_why_shown(guide):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, "docs/references.yml", "year: 2024", "year: 2025")
    why = ("La loi & le règlement ont changé : *voir*", "The act & the regulation have changed: *see*")
    assert run(guide, "edition", "record", "--date", SECOND, "--why", *why) == 0
    french, english = (stage(read(guide))[f"{language}/{CHANGES[language]}"] for language in ("fr", "en"))
    assert "<p>La loi &amp; le règlement ont changé\u00a0: *voir*</p>" in french
    assert "<p>The act &amp; the regulation have changed: *see*</p>" in english
    assert f"### [Sondage sur la police][r-sondage] {{ #edition-{SECOND}-r-sondage }}\n\nFait\n{{ .change }}" in french
    assert "added: </span>2025</ins>" in english


@pytest.mark.parametrize("date", [FIRST, "2025-01-01"])
def test_an_edition_is_later_than_the_last(guide, capsys, date):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    capsys.readouterr()
    assert run(guide, "edition", "record", "--date", date) == 1
    assert capsys.readouterr().err == (
        f"build.py: nothing was recorded: the last edition is of {FIRST}; give a later --date\n"
    )


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--date", "2030-01-02"], 1, "2030-01-02 is a day to come"),
        (
            ["--amend"],
            1,
            f"and that of {FIRST} is what readers know; record one without --amend",
        ),
        (["--why", "Parce que", " "], 2, "--why takes a sentence in French and the same in English"),
    ],
)
def test_a_wrong_edition_is_refused(guide, capsys, words, status, said):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    capsys.readouterr()
    assert run(guide, "edition", "record", *words) == status
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert len(read(guide).editions) == 1


def test_the_edition_of_today_can_be_recorded_again(guide, capsys, monkeypatch):
    on(monkeypatch, FIRST)
    assert run(guide, "edition", "record") == 0
    on(monkeypatch, SECOND)
    for new in ("quand rien n'est urgent", "quand rien n'arrive"):
        edit(guide, PAGE_FR, "quand rien ne presse" if "urgent" in new else "quand rien n'est urgent", new)
        words = () if "urgent" in new else ("--amend",)
        assert run(guide, "edition", "record", *words, *(("--why", "Oui", "Yes") if not words else ())) == 0
        assert findings(guide) == []
    said = capsys.readouterr().out
    assert f"1 changed, 0 removed since the edition of {FIRST}; just now: P1.1\n" in said
    assert "the reason is still “Oui” / “Yes”" in said
    assert run(guide, "edition", "record", "--amend", "--why", "Non", "No") == 0
    said = capsys.readouterr().out
    assert f"1 changed, 0 removed since the edition of {FIRST}; just now: no text\n" in said
    assert "the reason is now “Non” / “No”; it was “Oui” / “Yes”\n" in said
    assert list(read(guide).editions) == [FIRST, SECOND]
    french = stage(read(guide))["fr/nouveautes.md"]
    assert "arrive" in french
    assert "urgent" not in french
    assert "Non" in french
    capsys.readouterr()
    assert run(guide, "edition", "record") == 1
    assert "today has its edition; python3 scripts/build.py edition record --amend records it again" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rapprocher, c'est agir", "rapprocher, c’est agir"),
        ("rien ne presse : l'équipe", "rien ne presse\u00a0: l'équipe"),
        ("Soyez là aussi quand", "Soyez là aussi\nquand"),
        ("quand rien ne presse", "quand **rien** ne presse"),
    ],
)
def test_what_is_published_alike_is_no_change(guide, old, new):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, PAGE_FR, old, new)
    assert not [finding for finding in findings(guide) if finding.code.startswith("EDN")]


def test_a_change_waits_for_an_edition_that_holds_it(guide):
    """One warning for all that changed, and one for each text that changed in one language alone."""
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    found = findings(guide)
    assert [(f.code, f.path) for f in found] == [("EDN001", f"docs/editions/{FIRST}.json"), ("EDN002", PAGE_FR)]
    assert found[0].message == f"1 text changed since the edition of {FIRST}: P1.1"
    assert found[0].hint.endswith("edition record")
    assert found[1].message == f"only the French of P1.1 changed since the edition of {FIRST}"
    assert "rien n'est urgent" in (guide / PAGE_FR).read_text(encoding="utf-8").split("\n")[found[1].line - 1]
    assert all(finding.is_warning for finding in found)
    edit(guide, PAGE_FR, "quand rien n'est urgent", "quand rien ne presse")
    edit(guide, PAGE_EN, "## Presence and accessibility", "## Presence and access")
    heading = next(finding for finding in findings(guide) if finding.code == "EDN002")
    assert (
        (guide / PAGE_EN).read_text(encoding="utf-8").split("\n")[heading.line - 1].startswith("## Presence and access")
    )
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    assert [f.code for f in findings(guide)] == ["EDN001"]
    assert run(guide, "edition", "record", "--date", SECOND) == 0
    assert findings(guide) == []


# Texts of YAML that no edition holds: words that the search alone reads, and the short form of a title in the menu.
UNTOLD = {"aliases", "nav_title"}


def test_an_edition_holds_every_text_of_yaml(base):
    """Whichever of them changes, in whichever language, its passage does."""
    corpus = read(base)
    known, told = passages(corpus), set()
    for prose in strings(corpus):
        rows = corpus.files[prose.path].split("\n")
        row = rows[prose.line - 1]
        rows[prose.line - 1] = f"{row[: prose.column - 1]}Z{row[prose.column - 1 :]}"
        changed = passages(read(base, {prose.path: "\n".join(rows)})) != known
        assert changed == UNTOLD.isdisjoint(prose.key), prose
        told.add(prose.path)
    assert {"docs/milestones.yml", "docs/figures.yml", "examples/reso/record.yml"} <= told


def test_an_address_waits_for_an_edition_that_holds_it(guide, capsys):
    """Or it could vanish from the ledger again; the text of a new page brings its own with it."""
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    for old, new in pairwise(("/politique/contexte/", "/politique/ici/", "/politique/la/")):
        assert run(guide, "ledger", "move", old, new) == 0
    (found,) = findings(guide)
    assert (found.code, found.path, found.is_warning) == ("EDN008", of(FIRST), True)
    assert found.message.startswith("10 addresses published since the edition of 2026-11-22: ")
    assert found.hint.endswith("edition record")
    assert run(guide, "edition", "record", "--date", SECOND) == 0
    assert findings(guide) == []
    assert "No change in this language." in stage(read(guide))["en/changes.md"]
    ledger = (guide / PATH).read_text(encoding="utf-8").split("\n")
    left = [line for line in ledger if "/politique/ici/" not in line]
    assert len(left) < len(ledger)
    (guide / PATH).write_text("\n".join(left), encoding="utf-8")
    assert codes(guide) == [("LED010", PATH)]


def test_a_new_page_waits_once(guide):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    text = "---\nid: nouvelle\ntitle: Page\ndescription: Page.\neditorial: true\n---\nPage.\n"
    for language in ("fr", "en"):
        (guide / f"docs/{language}/nouvelle.md").write_text(text, encoding="utf-8")
    assert run(guide, "ledger", "record") == 0
    assert codes(guide) == [("EDN001", of(FIRST))]


# What the files themselves tell


@pytest.fixture
def twice(guide: Path) -> Path:
    publish_twice(guide)
    assert findings(guide) == []
    return guide


def codes(root: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in findings(root)]


def of(date: str) -> str:
    return f"docs/editions/{date}.json"


@pytest.mark.parametrize("date", [FIRST, SECOND])
def test_a_lost_edition_is_one_finding(twice, date):
    (twice / of(date)).unlink()
    assert codes(twice) == [("EDN004", of(date))]


def test_lost_editions_are_a_finding_each(twice):
    shutil.rmtree(twice / "docs/editions")
    assert codes(twice) == [("EDN004", of(FIRST)), ("EDN004", of(SECOND))]


def test_a_folder_that_cannot_be_read_is_one_finding(twice):
    (twice / "docs/editions").rename(twice / "ailleurs")
    (twice / "docs/editions").symlink_to(twice / "ailleurs")
    assert codes(twice) == [("FIL011", "docs/editions")]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_cut_edition_is_one_finding(twice, share):
    text = (twice / of(FIRST)).read_text(encoding="utf-8")
    (twice / of(FIRST)).write_text(text[: int(len(text) * share)], encoding="utf-8")
    assert codes(twice) == [("REC001", of(FIRST))]


@pytest.mark.parametrize(("path", "mend"), [(of(SECOND), "edition record"), (PATH, "ledger record")])
def test_what_a_merge_leaves_of_an_edition_or_the_ledger_says_what_to_keep(twice, path, mend):
    text = (twice / path).read_text(encoding="utf-8")
    (twice / path).write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> autre\n", encoding="utf-8")
    found = [finding for finding in findings(twice) if finding.code == "FIL003"]
    assert [finding.path for finding in found] == [path] * 3
    assert all(f"then python3 scripts/build.py {mend}" in finding.hint for finding in found)
    assert all((f"git checkout --ours {path} " in finding.hint) == (path != PATH) for finding in found)


def test_a_copied_edition_is_one_finding(twice):
    shutil.copy(twice / of(SECOND), twice / of("2027-02-01"))
    assert codes(twice) == [("EDN003", of("2027-02-01"))]


def test_exchanged_editions_are_found(twice):
    first, second = ((twice / of(date)).read_bytes() for date in (FIRST, SECOND))
    (twice / of(FIRST)).write_bytes(second)
    (twice / of(SECOND)).write_bytes(first)
    assert codes(twice) == [("EDN003", of(FIRST)), ("EDN003", of(SECOND))]


def test_line_ends_of_another_system_are_no_change(twice):
    for date in (FIRST, SECOND):
        path = twice / of(date)
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert codes(twice) == []


def test_an_altered_edition_is_found_and_may_be_meant(twice, capsys):
    edit(twice, of(FIRST), "l’équipe RÉSO le fait à Longueuil", "une équipe le fait")
    assert codes(twice) == [("EDN003", of(FIRST))]
    (finding,) = findings(twice)
    assert f"git checkout COMMIT -- {of(FIRST)}, with" in finding.hint
    assert finding.hint.endswith(f"edition seal {FIRST}")
    assert run(twice, "edition", "seal", FIRST) == 0
    assert "and 1 that follow it" in capsys.readouterr().out
    assert codes(twice) == []
    assert run(twice, "edition", "seal", "2020-01-01") == 2
    assert f"editions: {FIRST}, {SECOND}" in capsys.readouterr().err


def test_an_edition_to_be_gone(twice):
    """It is said twice on purpose: of the edition after it, and of its address on the page of changes."""
    (twice / of(FIRST)).unlink()
    (finding,) = findings(twice)
    assert finding.hint.endswith(f"edition seal {SECOND}")
    assert run(twice, "ledger", "move", f"nouveautes#edition-{FIRST}", "nouveautes") == 0
    assert run(twice, "edition", "seal", SECOND) == 0
    assert {finding.code for finding in findings(twice)} == {"EDN001"}
    assert run(twice, "edition", "record", "--date", "2027-02-01") == 0
    assert codes(twice) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: data["texts"]["presence"].update(es=["Presencia"]), "REC002"),
        (lambda data: data["texts"].update(inconnue={"fr": ["Rien"]}), "EDN006"),
        (lambda data: data.update(gone=["inconnue"]), "EDN006"),
        (lambda data: data.update(follows={}), "EDN004"),
        (lambda data: data.update(follows={FIRST: "0" * 16}), "EDN004"),
        (lambda data: data.update(follows={**data["follows"], "2029-01-01": "0" * 16}), "EDN004"),
    ],
)
def test_an_edition_that_tells_what_cannot_be(twice, change, code):
    """However it came to be sealed."""
    data = json.loads((twice / of(SECOND)).read_text(encoding="utf-8"))
    change(data)
    if code != "REC002":
        data["seal"] = seal(SECOND, Edition(**data))
    (twice / of(SECOND)).write_text(json.dumps(data), encoding="utf-8")
    assert {found for found, _ in codes(twice)} == {code}


def test_a_key_twice_is_a_finding(twice):
    edit(twice, of(SECOND), ' "texts": {', ' "gone": [],\n "gone": ["accueil"],\n "texts": {')
    assert codes(twice) == [("REC001", of(SECOND))]


def test_nothing_is_of_a_day_to_come(twice):
    assert run(twice, "ledger", "move", "/politique/contexte/", "/politique/ici/") == 0
    corpus = read(twice)
    found = check(corpus, today=datetime.date(2026, 12, 1))
    assert {(finding.code, finding.path) for finding in found} == {("EDN007", of(SECOND)), ("LED012", PATH)}
    later = check(corpus, today=datetime.date(2029, 12, 31))
    assert [finding.code for finding in later] == ["EDN008"], "the move waits for an edition, and no day is to come"


def git(root: Path, *words: str) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize("ours", ["one", "other"])
def test_two_branches_retract_nothing(guide, capsys, ours):
    """Each records an edition of another day that touches one section; git merges them without a conflict."""
    paragraphs = "Un début.\n\nPuis un.\n\nEt un.\n\nUn second.\n\n"
    edit(guide, PAGE_FR, "Soyez là aussi", f"{paragraphs}Soyez là aussi")
    edit(guide, PAGE_EN, "Be there", "A start.\n\nThen one.\n\nAnd one.\n\nAnother.\n\nBe there")
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    shutil.copy(PROJECT / ".gitattributes", guide)
    git(guide, "init", "--initial-branch=base")
    git(guide, "add", ".")
    git(guide, "commit", "-m", "base")
    for branch, old, date in (("one", "Un début", "2026-12-01"), ("other", "Un second", "2026-12-02")):
        git(guide, "switch", "-c", branch, "base")
        edit(guide, PAGE_FR, old, f"{old} changement")
        assert run(guide, "edition", "record", "--date", date) == 0
        git(guide, "add", ".")
        git(guide, "commit", "-m", branch)
    git(guide, "switch", ours)
    git(guide, "merge", "other" if ours == "one" else "one")
    assert codes(guide) == [("EDN005", of("2026-12-02"))]
    assert run(guide, "edition", "record", "--date", "2026-12-03") == 0
    assert codes(guide) == []
    french = stage(read(guide))["fr/nouveautes.md"]
    assert "retiré" not in french, "both only added a word"
    newest, other, one, _first = french.split("\n## ")[1:]
    assert "changement" in one
    assert "changement" in other
    assert "### [P1.1 " in newest, "the section of both is neither's"
    assert fold(read(guide).editions) == passages(read(guide))


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
    error = capsys.readouterr().err
    assert "the ledger comes first, as an edition holds its addresses (nouvelle: not yet in the ledger" in error
    assert error.endswith(": python3 scripts/build.py ledger record\n") and error.count("\n") == 1
    assert run(base, "edition", "record", "--date", FIRST, "--lang", "fr") == 1
    assert "rien n'a été inscrit : le registre vient d'abord" in capsys.readouterr().err


def test_a_finding_names_the_command_of_the_day(guide):
    assert run(guide, "edition", "record", "--date", FIRST) == 0
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    for day, end in ((FIRST, " edition record --amend"), (SECOND, " edition record")):
        found = check(read(guide), today=datetime.date.fromisoformat(day))
        (waiting,) = [finding for finding in found if finding.code == "EDN001"]
        assert waiting.hint.endswith(end) and waiting.hint.fr.endswith(end)


def test_every_message_is_told_in_french_too(guide, capsys, monkeypatch):
    def told(status: int, *words: str) -> str:
        assert run(guide, "edition", *words, "--lang", "fr") == status
        said = capsys.readouterr()
        return said.out + said.err

    on(monkeypatch, SECOND)
    assert "et il n'y en a pas encore; inscrivez-en une sans --amend" in told(1, "record", "--amend")
    assert "textes ajoutés, 0 texte modifié, 0 texte retiré\n" in told(0, "record", "--date", FIRST)
    assert f"aucun texte n'a changé depuis le {FIRST}" in told(1, "record")
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    assert f"la dernière édition est du {FIRST}; donnez" in told(1, "record", "--date", "2025-01-01")
    assert "le 2030-01-02 est un jour à venir" in told(1, "record", "--date", "2030-01-02")
    assert f"et celle du {FIRST} est déjà connue" in told(1, "record", "--amend")
    assert "--why prend une phrase" in told(2, "record", "--why", "Oui", " ")
    assert "0 texte ajouté, 1 texte modifié, " in told(0, "record", "--why", "Oui", "Yes")
    assert "ce jour a déjà son édition; pour l'inscrire de nouveau" in told(1, "record")
    said = told(0, "record", "--amend")
    assert f"0 texte retiré depuis l'édition du {FIRST}; cette fois-ci : aucun texte\n" in said
    assert "la raison reste « Oui » / « Yes »" in said
    assert "maintenant « Non » / « No »; c'était « Oui » / « Yes »" in told(
        0, "record", "--amend", "--why", "Non", "No"
    )
    assert f"rien n'a été scellé : aucune édition du 2020-01-01 ne peut être lue; éditions : {FIRST}" in told(
        2, "seal", "2020-01-01"
    )
    assert f"{of(SECOND)} : scellée telle quelle\n" in told(0, "seal", SECOND)


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
