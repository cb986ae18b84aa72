"""Staging: the golden pages, the same bytes each time, links that resolve, relations both ways, and the one writer.

After a wanted change of what is staged: `python -m pytest tests/kb/test_stage.py --update-golden`, then read the diff.
"""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path

import pytest

from kb.formats.markdown import scan
from kb.read.reader import read
from kb.render import stage
from kb.render.home import with_cards
from kb.writer import write
from support import BASE, EN, END, FIXTURES, FR, edit

GOLDEN = FIXTURES / "golden"
PAGES = (
    "fr/politique/contexte.md",
    "en/policy/context.md",
    "fr/piliers/rapprochement.md",
    "en/pillars/closer-ties.md",
    "fr/exemples/equipe-reso.md",
    "en/examples/reso-team.md",
    "fr/modeles/pole.md",
    "en/models/hub.md",
    "fr/glossaire.md",
    "en/glossary.md",
    "fr/references.md",
    "en/references.md",
)
# Pages that say beside each link where it leads.
UNTITLED = ("index.md", "glossaire.md", "glossary.md", "exemples/index.md", "examples/index.md")
DEFINITION = re.compile(r'^\[([a-z0-9#-]+)\]: (\S+)(?: "(.*)")?$', re.M)
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


@pytest.fixture(scope="module")
def staged() -> dict[str, str]:
    return stage(read(BASE))


def code_free(text: str) -> str:
    return re.sub(r"`[^`\n]+`", "", FENCE.sub("", text))


@pytest.mark.parametrize("path", PAGES)
def test_golden_pages(staged, update_golden, path):
    golden = GOLDEN / path
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(staged[path], encoding="utf-8")
    assert staged[path] == golden.read_text(encoding="utf-8")


def test_every_golden_page_is_compared():
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")} == set(PAGES)


def test_every_page_is_staged_once_in_each_language(staged):
    corpus = read(BASE)
    for language in ("fr", "en"):
        paths = [path for path in staged if path.startswith(f"{language}/")]
        assert len(paths) == len(corpus.pages)


def test_staging_is_pure(staged):
    corpus = read(BASE)
    before = {path.relative_to(BASE): path.stat().st_mtime_ns for path in BASE.rglob("*")}
    assert stage(corpus) == stage(corpus) == staged
    assert before == {path.relative_to(BASE): path.stat().st_mtime_ns for path in BASE.rglob("*")}


def test_the_order_of_the_files_on_disk_does_not_count(base, monkeypatch, staged):
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(sorted(listed(self), reverse=True)))
    assert stage(read(base)) == staged


def test_every_reference_has_its_definition(staged):
    for path, text in staged.items():
        defined = {match.group(1) for match in DEFINITION.finditer(text)}
        used = set(re.findall(r"(?<!\\)\]\[([^\]]+)\]", code_free(text)))
        used |= {found for found in re.findall(r"(?<!\\)\[([^\[\]]+)\]\[\]", code_free(text))}
        assert used == defined, path


def test_links_are_relative_and_lead_to_a_heading_or_entry_of_the_staged_tree(staged):
    links = [(path, *match.groups()) for path, text in staged.items() for match in DEFINITION.finditer(text)]
    assert len(links) > 100
    for path, id_, address, title in links:
        file, _, fragment = address.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        assert not re.match(r"/|[a-z]+:", address), f"{path}: {id_} is not relative"
        assert target in staged, f"{path}: {id_} leads to {target}"
        assert target.split("/")[0] == path.split("/")[0], f"{path}: {id_} leaves its language"
        if fragment:
            assert re.search(rf'\{{[^}}]*#{fragment}[ }}]|id="{fragment}"', staged[target]), f"{path}: {address}"
        assert bool(title) == (path.split("/", 1)[1] not in UNTITLED), f"{path}: {id_}"
        assert '"' not in (title or "")


def test_ids_stand_once_in_a_page(staged):
    for path, text in staged.items():
        ids = re.findall(r"\{ #([a-z0-9-]+)", code_free(text))
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize(
    ("typed", "definition"),
    [
        ("[RESO][]", "[reso]: ../exemples/equipe-reso.md"),
        ("[reso]", "[reso]: ../exemples/equipe-reso.md"),
        ("[x][Hub]", "[hub]: ../modeles/pole.md"),
        ("[accueil#commencer][]", "[accueil#commencer]: ../index.md#commencer"),
    ],
)
def test_a_reference_is_defined_whatever_its_form(base, typed, definition):
    edit(base, FR, END[FR], f"{END[FR]} Un {typed}.")
    assert definition in stage(read(base))["fr/politique/contexte.md"]


def test_relations_run_both_ways(staged):
    example, model = staged["fr/exemples/equipe-reso.md"], staged["fr/modeles/pole.md"]
    pillar, matrix = staged["fr/piliers/rapprochement.md"], staged["fr/liens.md"]
    assert "- [M1 Les pôles de concertation][hub]" in example
    assert "- [E1 L’équipe RÉSO][reso]" in model
    assert "- [P1.1 Présence et accessibilité][presence]" in example
    assert "    - [E1 L’équipe RÉSO][reso]" in pillar.split("{ #presence }")[1].split("{ #ecoute }")[0]
    assert "    - [M1 Les pôles de concertation][hub]" in pillar.split("{ #ecoute }")[1]
    assert "| [P1.1 Présence et accessibilité][presence] | [E1 L’équipe RÉSO][reso] | — |" in matrix
    assert "| [P1.1 <span>Présence et accessibilité</span>][presence] | <b>E1</b> | — |" in matrix


def test_the_glossary_and_the_notes_name_their_uses(staged):
    glossary, references = staged["en/glossary.md"], staged["en/references.md"]
    entry = glossary.split("{ #t-spal }")[1]
    assert "[C1 Legitimacy to maintain][legitimite], [E1 The RÉSO team][reso]" in entry
    note = references[references.index("**1.**") : references.index("**2.**")]
    assert "[C1 Legitimacy to maintain][legitimite]" in note


def test_a_use_that_the_glossary_says_to_see_is_not_listed_again(staged):
    entry = staged["en/glossary.md"].split("{ #t-reso }")[1].split("</details>")[0]
    assert "See also\n:   [E1 The RÉSO team][reso]\n" in entry
    assert entry.count("[reso]") == 1 and "Used in\n:   [P1.1 " in entry


def test_only_the_first_abbreviation_of_a_page_is_linked(base):
    edit(base, FR, END[FR], f"{END[FR]} Le SPAL, `SPAL`, le SPAL et [SPAL][reso].")
    text = stage(read(base))["fr/politique/contexte.md"]
    assert "Le [SPAL][t-spal], `SPAL`, le SPAL et [SPAL][reso]." in text
    assert text.count("][t-spal]") == 1


def test_calls_of_notes_and_figures_in_code_stay(base):
    code = "```\n[1][note-1]\n![x][fig-sondage]\n```"
    edit(base, EN, END[EN], f"{END[EN]}\n\n{code}\n\n")
    assert code in stage(read(base))["en/policy/context.md"]


# --- the writer ---


def tree_of(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_the_writer_makes_exactly_the_tree(tmp_path, staged):
    plan = BASE / "docs/assets/plan.svg"
    assert write(staged, tmp_path / "a/b", {"assets/plan.svg": plan}) == len(staged) + 1
    written = tree_of(tmp_path / "a/b")
    assert {path: text for path, text in written.items() if not path.startswith("assets/")} == staged
    assert written["assets/plan.svg"] == plan.read_text()


@pytest.mark.parametrize("path", ["../x.md", "fr/../../x.md", "/x.md", "..", "", "fr/.."])
def test_the_writer_writes_nothing_outside_its_folder(tmp_path, path):
    with pytest.raises(OSError, match="leads out of"):
        write({path: "x"}, tmp_path / "stage")
    assert [found.name for found in tmp_path.rglob("*")] == ["stage"]


def test_the_writer_leaves_what_did_not_change(tmp_path):
    write({"fr/a.md": "un", "fr/b.md": "deux"}, tmp_path)
    for path in tmp_path.rglob("*.md"):
        os.utime(path, (1, 1))
    assert write({"fr/a.md": "un", "fr/b.md": "trois"}, tmp_path) == 1
    assert (tmp_path / "fr/a.md").stat().st_mtime == 1
    assert (tmp_path / "fr/b.md").stat().st_mtime > 1
    assert write({"fr/a.md": "un", "fr/b.md": "trois"}, tmp_path) == 0


def test_the_writer_prunes_what_is_stale(tmp_path):
    write({"fr/a.md": "un", "fr/vieux/b.md": "deux"}, tmp_path)
    (tmp_path / "fr/.staging-reste").write_text("interrompu")
    write({"fr/a.md": "un"}, tmp_path)
    assert tree_of(tmp_path) == {"fr/a.md": "un"}
    assert not (tmp_path / "fr/vieux").exists()


@pytest.mark.parametrize(
    ("before", "after"), [({"a": "file"}, {"a/b": "inside"}), ({"a/b/c": "inside"}, {"a/b": "file"})]
)
def test_a_file_and_a_folder_take_each_others_place(tmp_path, before, after):
    write(before, tmp_path)
    write(after, tmp_path)
    assert tree_of(tmp_path) == after


def test_what_is_staged_can_be_read_by_a_web_server(tmp_path):
    write({"fr/a.md": "un"}, tmp_path)
    assert (tmp_path / "fr/a.md").stat().st_mode & 0o777 == 0o644


def test_the_cards_of_the_home_page_hang_on_what_they_are_and_not_on_their_order():
    text = (
        "## Piliers\n- Un mot\n\n- **[La pro][proactivite]** : mot\n\n### A { #a }\nMot\n## B { #b }\n### C { #c }\nFin"
    )
    lines = text.split("\n")
    headings = {heading.line - 1: heading for heading in scan(text).headings}
    door = '<div class="door" markdown="1">\n\n'
    assert "\n".join(with_cards(lines, headings)) == (
        "## Piliers\n- Un mot\n\n- **[La pro][proactivite]**{ data-pillar=proactivite } : mot\n\n"
        f"{door}### A {{ #a }}\nMot\n</div>\n\n## B {{ #b }}\n{door}### C {{ #c }}\nFin\n\n</div>"
    )


def test_the_timeline_has_a_table_for_each_decade(staged):
    parts = re.split(r"^## ", staged["en/timeline.md"].partition("\n[")[0], flags=re.M)[1:]
    assert parts
    for part in parts:
        heading, *rows = re.findall(r"^(?:\| )?(?:\w+ )?(\d{3})\d", part, re.M)
        assert rows and set(rows) == {heading}, part
