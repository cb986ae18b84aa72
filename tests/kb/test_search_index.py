"""What the search is given: an entry for each place that can be cited, its text without markup, its synonyms."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import accumulate
from pathlib import Path
from string import ascii_lowercase

import pytest

from engine import libraries, staging
from kb.checks import check
from kb.read.reader import read
from kb.render.view import View
from kb.search import search_files
from kb.search.entries import entries
from support import EN, END, FR, edit, place

LANGUAGES = ("fr", "en")


def by_id(root: Path, language: str = "fr") -> dict:
    found = list(entries(View(read(root), language)))
    assert len({entry.id for entry in found}) == len(found)
    return {entry.id: entry for entry in found}


@pytest.fixture(scope="module")
def real() -> dict[str, dict]:
    return {language: by_id(staging.PROJECT, language) for language in LANGUAGES}


def test_both_languages_have_the_same_entries(real):
    assert list(real["fr"]) == list(real["en"])
    for id_, french in real["fr"].items():
        english = real["en"][id_]
        assert (french.kind, french.mark, french.pillar) == (english.kind, english.mark, english.pillar)


def test_every_place_that_can_be_cited_is_there(real):
    corpus = read(staging.PROJECT)
    wanted = {id_ for id_, target in corpus.targets.items() if target.kind not in ("note", "figure")}
    assert wanted - set(real["fr"]) == set()


def test_kinds_marks_and_pillars(real):
    fr = real["fr"]
    kinds = {id_: (fr[id_].kind, fr[id_].mark, fr[id_].pillar) for id_ in ("representativite", "rapprochement", "reso")}
    assert kinds == {
        "representativite": ("principle", "P1.3", "rapprochement"),
        "rapprochement": ("principle", "P1", "rapprochement"),
        "reso": ("example", "E11", "proactivite"),
    }
    assert (fr["hub"].kind, fr["t-lrsss"].kind, fr["legitimite"].kind) == ("model", "term", "section")
    assert fr["r-loi-police"].kind == "reference"


def test_addresses_and_fragments(real):
    section, term, record = (real["en"][id_] for id_ in ("representativite", "t-lrsss", "vitres-brisees"))
    assert (section.address, section.fragment) == ("en/pillars/closer-ties/", "representativite")
    assert (term.address, term.fragment) == ("en/glossary/", "t-lrsss")
    assert (record.address, record.fragment) == ("en/models/broken-windows/", "")
    assert real["fr"]["accueil"].address == ""


def test_the_guide_s_own_words_stand_aside(real):
    assert [real[language]["t-apa"].data()["aside"] for language in LANGUAGES] == [True, True]
    assert "aside" not in real["fr"]["t-reso"].data()


def test_names_in_both_languages(real):
    assert "Broken windows theory" in real["fr"]["vitres-brisees"].other
    assert "Traitement équitable de toute la population" in real["en"]["traitement-equitable"].other
    assert real["fr"]["t-lrsss"].full == "Loi sur les renseignements de santé et de services sociaux"


def test_a_section_holds_its_own_parts(real):
    section = real["fr"]["prevention"]
    fragments = [fragment for fragment, _, _ in section.parts]
    assert fragments == ["prevention", "prevention-demande", "prevention-terrain"]
    assert section.parts[1][1] == "Deux buts à la fois"


def test_every_part_has_a_text(real):
    """Also of a section whose whole text stands under its own headings, such as the doors of the home page."""
    parts = [part for entries in real.values() for entry in entries.values() for part in entry.parts]
    assert [fragment for fragment, _, text in parts if not text.strip()] == []
    assert real["fr"]["accueil#portes"].parts[0][0] == "porte-police"


def test_text_has_no_markup_and_no_note_call(base):
    edit(base, FR, END[FR], f"{END[FR]} Voir *la* [concertation][t-concertation][1][note-1] du « oui » : **vrai**.")
    edit(base, EN, END[EN], f"{END[EN]} See.")
    text = " ".join(text for entry in by_id(base).values() for _, _, text in entry.parts)
    assert "Voir la concertation du «\u00a0oui\u00a0»\u00a0: vrai." in text


def test_cells_of_a_table_stay_apart(base):
    for path in (FR, EN):
        edit(base, path, END[path], f"{END[path]}\n\n| Un | Deux |\n| --- | --- |\n| trois | quatre |\n")
    text = " ".join(text for entry in by_id(base).values() for _, _, text in entry.parts)
    assert "Un Deux trois quatre" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_a_script_that_holds_json(base, language):
    (base / "docs/synonyms.yml").write_text("- {fr: [police, agent]}\n", "utf-8")
    files = search_files(read(base))
    assert files == search_files(read(base))
    start = f"guideSearch.data.{language} = "
    text = files[f"assets/search/{language}.js"]
    data = json.loads(text.removeprefix(start).removesuffix(";\n"))
    assert data["entries"][0]["id"] and data["synonyms"] == ([["police", "agent"]] if language == "fr" else [])


def step(times: str, letter: str) -> int:
    return 26 * int(times or 0) + ascii_lowercase.index(letter)


def held(files: dict[str, str], name: str) -> dict:
    return json.loads(files[f"assets/search/{name}.js"].partition(" = ")[2].removesuffix(";\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stand_apart_from_the_texts_that_come_later(base, language):
    for path in (FR, EN):
        edit(base, path, END[path], f"{END[path]} P1.3, l’Œuvre de 10 316 gens, 1 000 gens.")
    files = search_files(read(base))
    data, texts = held(files, language), held(files, f"texts-{language}")
    words = [" ".join(word.split()) for word in data["words"].split("|")]
    assert len(set(words)) == len(words) and list(texts) == [entry["id"] for entry in data["entries"]]
    every = Counter[str]()
    for entry, steps in zip(data["entries"], data["steps"], strict=True):
        found = [words[at] for at in accumulate(step(*each) for each in re.findall("([0-9]*)([a-z])", steps))]
        letters = "".join(char for _, heading, text in texts[entry["id"]] for char in heading + text if char.isalnum())
        assert sorted(char for word in found for char in word if char.isalnum()) == sorted(letters.lower())
        assert "parts" not in entry
        every.update(found)
    assert {"p1.3", "l", "œuvre", "10 316", "1 000"} <= every.keys() and every["gens"] >= 2


def synonyms(base: Path, text: str) -> list[str]:
    (base / "docs/synonyms.yml").write_text(text, "utf-8")
    return [place(finding) for finding in check(read(base))]


def test_synonyms_are_checked(base):
    assert synonyms(base, "- fr: [police, agent]\n  en: [police, cop]\n- fr: [gens, citoyen]\n") == []
    assert synonyms(base, "- fr: [licorne, dragon]\n") == ["docs/synonyms.yml:1:3 SYN001"]
    assert synonyms(base, "- fr: [police, agent]\n- fr: [gens, Agents]\n") == ["docs/synonyms.yml:2:14 SYN002"]


def test_synonyms_follow_their_schema(base):
    assert synonyms(base, "- fr: [police]\n") == ["docs/synonyms.yml:1:3 REC002"]
    assert synonyms(base, "- fr: [police, agent]\n  de: [a, b]\n") == ["docs/synonyms.yml:2:3 REC002"]
    assert synonyms(base, "fr: [police, agent]\n") == ["docs/synonyms.yml:1:1 REC002"]


def test_a_library_that_is_not_installed_is_one_line(tmp_path, base, monkeypatch):
    monkeypatch.setattr(staging, "PROJECT", tmp_path)
    with pytest.raises(staging.CheckFailed) as failed:
        staging.prepare(base)
    assert "minisearch is not installed — run make site" in str(failed.value.findings[0])


def test_a_library_keeps_its_licence():
    text = libraries.libraries(staging.PROJECT)["assets/search/minisearch.js"]
    assert "Copyright" in text.partition("*/")[0] and "sourceMappingURL" not in text
