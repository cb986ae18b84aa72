"""The watch of a course: what it finds in a trainer's document, and what it says of each mark or address."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import build
from kb.permanent.ledger import PATH
from kb.permanent.mentions import decoded, mentions, split
from kb.permanent.watch import watch
from kb.reader import read
from support import edit, findings

PAGE_FR, PAGE_EN = "docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"
FIRST = "2026-11-22"
SITE = "https://guide.example/base"


@pytest.fixture
def guide(base: Path, capsys) -> Path:
    """The base, recorded, with a first edition."""
    for command in (["ledger", "record"], ["edition", "record", "--date", FIRST]):
        assert build.main([*command, "--root", str(base)]) == 0
    capsys.readouterr()
    return base


def statuses(root: Path, document: str) -> dict[str, str]:
    return {report.written: report.status for report in watch(read(root), document, FIRST)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("P1.3\nE11\n", ["P1.3", "E11"]),
        ("- P1.3\n* E11.\n2. M1", ["P1.3", "E11", "M1"]),
        ("Lisez P1.3, puis (E11). Le P1.3.", ["P1.3", "E11"]),
        ("MM", ["MM"]),
        ("Le MM et le C.", []),
        ("AMP3.1 X-P1.3 P1.3-b aP1", []),
        ("[ici](../piliers/x/#y) et <https://a.ca/r/p1-3/>.", ["../piliers/x/#y", "https://a.ca/r/p1-3/"]),
        ('<p>Voir <a href="/r/p1-3/?a=1&amp;b=2">P1.4</a></p><script>P1.5</script>', ["/r/p1-3/?a=1&b=2", "P1.4"]),
        ("", []),
    ],
)
def test_marks_and_addresses_are_found(text, found):
    assert [mention.written for mention in mentions(text)] == found


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("https://a.ca/b/c/?q=1#d", ("https://a.ca", ("b", "c"), "d")),
        ("../b/index.html#%C3%A9t%C3%A9", ("", ("b",), "été")),
        ("/b/#d:~:text=x", ("", ("b",), "d")),
        ("//a.ca", ("//a.ca", (), "")),
    ],
)
def test_an_address_is_split(written, parts):
    assert tuple(split(written)) == parts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(encoding):
    assert decoded("P1.3 – été".encode(encoding)) == "P1.3 – été"


def test_what_is_the_same_is_unchanged(guide):
    document = f"""
P1.1
E1
/r/p1-1/
{SITE}/en/r/p1-1/
{SITE}/piliers/rapprochement/#presence
{SITE}/en/pillars/closer-ties/index.html#presence
pillars/closer-ties/
piliers/rapprochement
{SITE}/glossaire/#t-concertation
/exemples/equipe-reso/#besoin
/
/en/
"""
    found = statuses(guide, document)
    assert set(found.values()) == {"unchanged"}
    assert len(found) == 12


def test_a_change_is_reported_with_its_words(guide):
    edit(guide, PAGE_FR, "quand rien ne presse", "quand tout va bien")
    document = f"P1.1\nP1.2\nP1\n{SITE}/piliers/rapprochement/#presence\n{SITE}/en/pillars/closer-ties/#presence"
    assert list(statuses(guide, document).values()) == ["changed", "unchanged", "changed", "changed", "unchanged"]
    (report, *_) = watch(read(guide), document, FIRST)
    ((paragraph,),) = report.differences.values()
    assert [piece.text for piece in paragraph if piece.kind == "deleted"] == ["rien ne presse"]
    assert report.title == "P1.1 Présence et accessibilité"


def test_a_move_is_reported_with_both_addresses(guide, capsys):
    assert build.main(["ledger", "move", "rapprochement", "/piliers/proche/", "--root", str(guide)]) == 0
    ledger = guide / PATH
    entries = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    for entry in entries:
        if "to" in entry:
            entry["date"] = "2026-12-01"
    ledger.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    old = f"{SITE}/piliers/rapprochement/#presence"
    reports = {report.written: report for report in watch(read(guide), f"{old}\nP1.1\nE1\n/piliers/proche/", FIRST)}
    assert {written: report.status for written, report in reports.items()} == {
        old: "moved",
        "P1.1": "moved",
        "E1": "unchanged",
        "/piliers/proche/": "unchanged",
    }
    assert reports[old].before == ("/piliers/rapprochement/#presence",)
    assert reports[old].addresses == ("/piliers/proche/#presence",)
    assert [report.status for report in watch(read(guide), "P1.1", "2027-01-01")] == ["unchanged"]


def test_what_was_replaced_leads_to_what_replaces_it(guide):
    for path in (PAGE_FR, PAGE_EN):
        edit(guide, path, "{ #ecoute }", "{ #consultation }")
    edit(guide, "docs/units.yml", "id: ecoute", "id: consultation")
    for file in (guide / name for name in ("docs/figures.yml", "examples/reso/record.yml", "models/hub/record.yml")):
        file.write_text(file.read_text(encoding="utf-8").replace("ecoute", "consultation"), encoding="utf-8")
    assert statuses(guide, f"{SITE}/piliers/rapprochement/#ecoute") == {f"{SITE}/piliers/rapprochement/#ecoute": "gone"}
    for words in (["move", "ecoute", "consultation"], ["record"]):
        assert build.main(["ledger", *words, "--root", str(guide)]) == 0
    (report, mark) = watch(read(guide), f"{SITE}/piliers/rapprochement/#ecoute\nP1.2", FIRST)
    assert (report.status, report.differences) == ("moved", {})
    assert report.addresses == ("/piliers/rapprochement/#consultation",)
    assert mark.title.startswith("P1.2 ")


def test_what_is_new_since_the_edition_says_so(guide):
    text = "---\nid: nouvelle\ntitle: Page\ndescription: Page.\neditorial: true\n---\nPage.\n"
    for language in ("fr", "en"):
        (guide / f"docs/{language}/nouvelle.md").write_text(text, encoding="utf-8")
    assert statuses(guide, "/nouvelle/") == {"/nouvelle/": "new"}


def test_what_is_unknown_is_said_where_it_was_meant(guide):
    """A line of its own, or an address of the guide's own site, was meant; anything else in a document was not."""
    document = f"""P9.9
/piliers/inconnu/
Voir {SITE}/piliers/rapprochement/#presence et {SITE}/piliers/rien/, mais pas https://www.quebec.ca/a/b ni
le format A4, l'autoroute A20, « et/ou », ni https://www.quebec.ca/autre/glossaire/."""
    assert statuses(guide, document) == {
        "P9.9": "unknown",
        "/piliers/inconnu/": "unknown",
        f"{SITE}/piliers/rapprochement/#presence": "unchanged",
        f"{SITE}/piliers/rien/": "unknown",
    }


def test_the_bibliography_is_in_no_edition(guide):
    assert statuses(guide, f"{SITE}/references/#note-2") == {f"{SITE}/references/#note-2": "unkept"}


# The command


def command(root: Path, *words: str) -> int:
    return build.main(["watch", *words, "--root", str(root)])


def test_the_report_is_aligned(guide, tmp_path, capsys):
    edit(guide, PAGE_FR, "quand rien ne presse", "quand tout va bien")
    assert findings(guide) == []
    (tmp_path / "cours.txt").write_text("P1.1\nP1.12\n", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), "--since", FIRST) == 0
    first, difference, second, count = capsys.readouterr().out.splitlines()
    assert first.startswith("changed    P1.1   P1.1 Présence et accessibilité  /piliers/rapprochement/#presence /en/")
    assert difference.startswith("    fr: Soyez là aussi quand [-rien ne presse-]{+tout va bien+} : l'équipe")
    assert second == "unknown    P1.12"
    assert count == "1 changed, 1 unknown"


def test_the_report_is_data_too(guide, tmp_path, capsys):
    edit(guide, PAGE_FR, "quand rien ne presse", "quand tout va bien")
    (tmp_path / "cours.txt").write_text("P1.1", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), "--since", FIRST, "--format", "json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["line"], row["written"], row["status"]) == (1, "P1.1", "changed")
    assert "rien ne presse" in row["differences"]["fr"][0]["before"]
    assert "tout va bien" in row["differences"]["fr"][0]["after"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--since", "2020-01-01"], 2, f"there is no edition of 2020-01-01; editions: {FIRST}"),
        (["--since", FIRST], 1, "holds no mark or address of the guide"),
    ],
)
def test_what_cannot_be_reported_is_one_line(guide, tmp_path, capsys, words, status, said):
    (tmp_path / "cours.txt").write_text("Bonjour.", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), *words) == status
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_missing_list_is_one_line(guide, tmp_path, capsys):
    assert command(guide, str(tmp_path / "absent.txt"), "--since", FIRST) == 1
    assert capsys.readouterr().err.count("\n") == 1
