"""The reader on broken input: a finding and never an exception, and every other file is still read."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb.checks import check
from kb.formats.inline import parsed_spans, spans
from kb.formats.markdown import scan
from kb.formats.yamlfile import YamlFault, load
from kb.model.finding import render
from kb.read.reader import read
from strategies import damage, damaged, markdown, yaml_text
from support import BASE, EN, FR, edit, findings, make_base, place

PAGE, LIST, RECORD = "docs/fr/chronologie.md", "docs/milestones.yml", "examples/reso/record.yml"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.suffix in (".md", ".yml"))
OTHERS = len(read(BASE).files)


def faults(root: Path) -> list[str]:
    return sorted(place(fault) for fault in read(root).faults)


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        (PAGE, b"\xff", f"{PAGE}:1:1 FIL001"),
        (PAGE, "---\nid: é".encode() + b"\xe9", f"{PAGE}:2:6 FIL001"),
        (LIST, b"- date: 2000\n\xc3", f"{LIST}:2:1 FIL001"),
        (PAGE, b"---\nid: [\n---\n", f"{PAGE}:3:1 REC001"),
        (PAGE, b"---\nid: a\nid: b\n---\nTexte.\n", f"{PAGE}:3:1 REC001"),
        (PAGE, b"---\n---\nTexte.\n", f"{PAGE}:1:1 PAR005"),
        (PAGE, b"---\n# rien\n---\nTexte.\n", f"{PAGE}:1:1 REC002"),
        (PAGE, b"Texte seul.\n", f"{PAGE}:1:1 PAR005"),
        (PAGE, b"---\nid: \0\n---\nTexte.\n", f"{PAGE}:2:5 REC001"),
        (LIST, b"- date: 2000\n  date: 2001\n", f"{LIST}:2:3 REC001"),
        (LIST, b"date: 2000\n", f"{LIST}:1:1 REC002"),
        (LIST, b"- x\n- [y]\n", f"{LIST}:1:3 REC002"),
        (LIST, b"", f"{LIST}:1:1 REC002"),
        (LIST, b"# rien\n", f"{LIST}:1:1 REC002"),
        (LIST, b"- \0\n", f"{LIST}:1:3 REC001"),
        (LIST, b"- {\n", f"{LIST}:2:1 REC001"),
        (LIST, b"- *a\n", f"{LIST}:1:3 REC001"),
        (LIST, b"- &a [*a]\n", f"{LIST}:1:3 REC002"),
        (LIST, b'- !!int ""\n', f"{LIST}:1:3 REC001"),
        (LIST, b"- 2021-13-45\n", f"{LIST}:1:3 REC002"),
        (LIST, b"[" * 100_000, f"{LIST}:1:51 REC001"),
        (LIST, b"- " * 100_000, f"{LIST}:1:101 REC001"),
        (LIST, b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n" + b"d: [*c,*c]\n", f"{LIST}:1:1 REC002"),
        (RECORD, b"", f"{RECORD}:1:1 REC002"),
        (RECORD, b"- id: reso\n", f"{RECORD}:1:1 REC002"),
    ],
)
def test_a_broken_file_is_a_finding_and_the_others_are_read(base, path, content, expected):
    (base / path).write_bytes(content)
    assert expected in faults(base)
    assert {fault.partition(":")[0] for fault in faults(base)} == {path}
    assert len(read(base).files) >= OTHERS - 1
    check(read(base))


@pytest.mark.parametrize(
    "folder", ["docs/fr", "docs/en", "docs/assets", "docs", "examples", "models", "examples/reso", "models/hub"]
)
def test_a_missing_folder_never_stops_the_reader(base, folder):
    shutil.rmtree(base / folder)
    corpus = read(base)
    check(corpus)
    assert {path for path in FILES if not path.startswith(f"{folder}/")} == set(corpus.files)


@pytest.mark.parametrize("folder", ["examples", "models"])
def test_a_missing_folder_of_records_is_a_finding(base, folder):
    shutil.rmtree(base / folder)
    assert faults(base) == [f"{folder}:1:1 FIL007"]


def test_nothing_at_all(tmp_path):
    found = findings(tmp_path)
    assert {"docs/units.yml", "docs/glossary.yml", "docs/references.yml", "examples", "models"} <= {
        finding.path for finding in found if finding.code == "FIL007"
    }


@pytest.mark.parametrize("path", [FR, LIST, RECORD, "examples/reso/fr.md"])
def test_a_folder_in_the_place_of_a_file(base, path):
    (base / path).unlink()
    (base / path).mkdir()
    assert f"{path}:1:1 FIL007" in faults(base)
    check(read(base))


@pytest.mark.parametrize(
    "path", ["docs/fr/tuyau.md", LIST, RECORD, "examples/reso/en.md", "docs/ledger.jsonl", "docs/assets/x"]
)
@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: socket.socket(socket.AF_UNIX).bind(str(path))], ids=["pipe", "socket"]
)
def test_what_is_no_file_is_one_finding_and_never_opened(base, monkeypatch, path, make):
    (base / path).unlink(missing_ok=True)
    monkeypatch.chdir((base / path).parent)  # the path of a socket is short
    make(Path(Path(path).name))
    assert list(map(place, findings(base))) == [f"{path}:1:1 FIL007"]


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "old Macintosh"])
def test_line_ends_and_byte_order_mark_change_no_place_and_no_text(base, ends):
    clean = read(base)
    for path in FILES:
        text = (base / path).read_text(encoding="utf-8").replace("\n", ends)
        (base / path).write_bytes(b"\xef\xbb\xbf" + text.encode())
    corpus = read(base)
    assert faults(base) == []
    assert {finding.code for finding in check(corpus)} == {"FIL002"}
    assert [document for _, document in corpus.documents()] == [document for _, document in clean.documents()]
    assert [(id_, target) for id_, target in corpus.declared] == clean.declared


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000,
        "- " * 5_000,
        "[" * 20_000,
        "![" * 10_000,
        "*a " * 10_000,
        "`" * 20_001,
        "<" * 20_000,
        "|" * 5_000 + "\n" + "|-" * 5_000,
        "é" * 1_000_000,
        "mot\n" * 20_000,
        "\n" * 100_000,
        "{" * 20_000,
        "# " + "{#" * 3_000,
    ],
    ids=lambda text: repr(text[:4]),
)
def test_absurd_sizes_are_read(text):
    scan(text)


@settings(max_examples=200)
@given(markdown)
@example("!!!a")
@example("!!! note\n    Note")
def test_everything_scanned_points_at_its_place_in_the_source(text):
    found, lines = scan(text, 3), text.replace("\0", "\ufffd").split("\n")
    taken = set()
    for run in found.texts:
        start, end = run.column - 1, run.column - 1 + len(run.text)
        assert run.column >= 1
        assert lines[run.line - 3][start:end] == run.text
        assert not taken & {(run.line, at) for at in range(start, end)}, "two runs claim one place"
        taken |= {(run.line, at) for at in range(start, end)}
    for link in found.links:
        assert lines[link.line - 3][link.column - 1] in "![<"
    for part in (*found.headings, *found.raw):
        assert 3 <= part.line < 3 + len(lines)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("| 20 % | 20 % |\n|---|---|\n| 11 | 1 |", [("20 %", 1, 3), ("20 %", 1, 10), ("11", 3, 3), ("1", 3, 8)]),
        ("| a \\| b | c |\n|---|---|\n", [("a ", 1, 3), ("| b", 1, 6), ("c", 1, 12)]),
        ("1) 1) 1", [("1", 1, 7)]),
        ('!!! note "note"\n    note\n', [("note", 1, 11), ("note", 2, 5)]),
        ("- a\n\tb", [("a", 1, 3), ("b", 2, 2)]),
        ("> a\nb", [("a", 1, 3), ("b", 2, 1)]),
        ("\u00a0\na", [("a", 2, 1)]),
        ("## a { #a }", [("a ", 1, 4)]),
        ("a `b` [c][d] *e*", [("a ", 1, 1), (" ", 1, 6), ("c", 1, 8), (" ", 1, 13), ("e", 1, 15)]),
    ],
)
def test_places_that_repeat_or_shift(text, runs):
    assert [(run.text, run.line, run.column) for run in scan(text).texts] == runs


# Reference links that the reader takes without the parser, and what may keep it from doing so.
LINKS = ["[x][y]", "[a b][note-3]", "[*a*][T-x]", "[a\nb][c#d]", "[][z]", "![x][y]", "[b]", "(u)", "*", "!", "]"]


@given(markdown | st.lists(st.sampled_from(LINKS)).map("".join))
def test_simple_links_are_read_as_the_parser_reads_them(source):
    source = source.replace("\0", "\ufffd")
    assert spans(source) == parsed_spans(source)


@settings(max_examples=200)
@given(yaml_text, st.integers(1, 9))
def test_yaml_fails_in_one_way_only(text, first_line):
    try:
        located = load(text, first_line)
    except YamlFault as fault:
        assert first_line <= fault.line <= first_line + len(text.splitlines()) + 1
        assert fault.column >= 1
        assert "\n" not in "".join(fault.message)
    else:
        assert all(line >= first_line and column >= 1 for line, column in located.positions.values())


def test_yaml_knows_where_keys_and_texts_stand():
    located = load('a: {b: "x"}\nc:\n  - d\n  - e: >\n      y\n', 5)
    assert located.at(("a", "b")) == (5, 5)
    assert located.text_at(("a", "b")) == (5, 9)
    assert located.at(("c", 0)) == located.text_at(("c", 0)) == (7, 5)
    assert located.text_at(("c", 1, "e")) == (8, 5)
    assert located.at(("c", 1, "no", "such", "path")) == (8, 5)
    assert load("").at(("a",)) == (1, 1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> Path:
    """One copy of the base for all the examples of a property; each puts back what it changed."""
    return make_base(tmp_path_factory.mktemp("shared"))


@settings(max_examples=25)
@given(path=st.sampled_from(FILES), changes=damage)
def test_damaged_bytes_in_any_file_never_raise(shared, path, changes):
    try:
        (shared / path).write_bytes(damaged((BASE / path).read_bytes(), changes))
        corpus = read(shared)
        assert set(FILES) - set(corpus.files) <= {path}
        check(corpus)
    finally:
        shutil.copy(BASE / path, shared / path)


def test_aliases_of_aliases_as_an_id_are_one_finding_at_once(base):
    levels = "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    (base / LIST).write_text(f"- a0: &a0 [x]\n{levels}  id: *a29\n", encoding="utf-8")
    assert {finding.path for finding in findings(base)} == {LIST}


names = st.binary(min_size=1, max_size=20).filter(
    lambda name: not {b"/", b"\0"} & {name[i : i + 1] for i in range(len(name))}
)


@settings(max_examples=40)
@given(
    name=names, folder=st.sampled_from(["docs", "docs/fr", "docs/assets", "examples", "examples/reso", "models/hub"])
)
@example(name=b"caf\xe9", folder="docs/fr")
@example(name=b"a\nb", folder="docs/fr")
def test_any_name_of_a_file_is_read_or_a_finding_that_can_be_printed(shared, name, folder):
    file = os.fsencode(shared / folder) + b"/" + name + b".md"
    with open(file, "wb") as handle:
        handle.write(b"Du texte.\n")
    try:
        render(check(read(shared))).encode("utf-8")
    finally:
        os.unlink(file)


def test_both_languages_of_the_base_are_read():
    assert {FR, EN} <= set(read(BASE).files)


def test_counts_are_read_in_words(base):
    edit(base, "docs/fr/index.md", "Un petit guide", "{{Exemples}} exemple et {{modeles}} modèle, 1 {{guide}}")
    edit(base, "docs/en/index.md", "plain language", "plain language, {{ exemples }} example")
    for number in range(20):
        (base / f"models/m{number}").mkdir()
        (base / f"models/m{number}/record.yml").write_text("", encoding="utf-8")
    page = read(base).pages["accueil"]
    assert page.description("fr").startswith("Un exemple et 21 modèle, 1 {{guide}} de la")
    assert "plain language, one example" in page.documents["en"].text
