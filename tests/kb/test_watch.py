"""The watch of a course: what it finds in a trainer's document, and what it says of each mark or address."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

import build
from kb.editions.marks import Marks
from kb.editions.mentions import mentions
from kb.editions.places import Places
from kb.editions.watch import Report, watch
from kb.editions.weblinks import parse, site, unwrapped
from kb.model.ledger import PATH
from kb.read.reader import read
from support import edit, errors
from tools import documents

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


def places(root: Path, *hosts: str, is_sure: bool = True) -> Places:
    return Places(read(root), [site(host) for host in hosts or (SITE,)], is_sure)


def reports(root: Path, document: str, since: str = FIRST, **sites) -> list[Report]:
    lines = documents.read(BytesIO(document.encode()))
    return watch(read(root), lines, since, sites.get("places") or places(root))


def statuses(root: Path, document: str, **sites) -> dict[str, str]:
    return {report.written: report.status for report in reports(root, document, **sites)}


# Marks as people write them

KNOWN = """C C1 C2 E1 E2 E7 E8 E9 E10 E11 E12 M1 M2 M4 MM V V1 P1 P1.1 P1.2 P1.3 P1.4 P1.5 P1.6 P2 P2.1 P2.2 P2.3 P3
P3.3 P3.3.1 P3.3.2 P3.4""".split()
FOUR = "P1.1 P1.2 P1.3 P1.4"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Lisez P1.3, puis (E11). Le P1.3.", "P1.3 E11 P1.3"),
        ("p1.3 e11", "P1.3 E11"),
        ("p1-3 et P3-3-1", "P1.3 P3.3.1"),
        ("#P1.3", "P1.3"),
        ("#p1-3,e7,m4,mm", "MM P1.3 E7 M4"),
        ("P1,3", "P1.3"),
        ("P 1.3, E 11", "P1.3 E11"),
        ("P1. 3", "P1.3"),
        ("p1. 3, P 1. 4 et E8. 9", "P1.3 P1.4 E8"),
        ("P9. 9", "P9.9"),
        ("Le pilier P1. 3 agents y vont.", "P1"),
        ("E01", "E1"),
        ("P1\u20113", "P1.3"),
        ("P1.3_notes, plan-P1.3.docx", "P1.3 P1.3"),
        ("E8/E9, E8/9 et M1+M2", "E8 E9 E8 E9 M1 M2"),
        ("P1.1,P1.2,E8", "P1.1 P1.2 E8"),
        ("P1.1, 1.2 et 1.4", "P1.1 P1.2 P1.4"),
        ("P1.1 à P1.4", FOUR),
        ("P1.1 to P1.4", FOUR),
        ("P1.1–P1.4", FOUR),
        ("P1.1-P1.4", FOUR),
        ("P1.1 … P1.4", FOUR),
        ("P1.1 à 1.4", FOUR),
        ("P1.1-1.4", FOUR),
        ("p1.1 jusqu’à p1.4", "P1.1 P1.2 P1.3 P1.4"),
        ("P2.1-P2.3, puis E8/E9", "P2.1 P2.2 P2.3 E8 E9"),
        ("E8-10", "E8 E9 E10"),
        ("E8 et 9, puis E1, 7 and 8.", "E8 E9 E1 E7 E8"),
        ("E8 et 9 agents, E8 et 40 %", "E8 E8"),
        ("E.11, E-11", "E11 E11"),
        ("la Loi sur la police (c. P-13.1), le Code C-46", ""),
        ("P1–3", "P1 P2 P3"),
        ("P1.5 à P2.2", "P1.5 P1.6 P2.1 P2.2"),
        ("P1.5 à P1.9", "P1.5 P1.6 P1.9"),
        ("comparez E8 à M2, et P1.4 à P1.1", "E8 M2 P1.4 P1.1"),
        ("V, C et P1.3", "V C P1.3"),
        ("MM", "MM"),
        ("Le MM et le C.", ""),
        ("P9.9 dans une phrase, et E99", "P9.9 E99"),
        ("A4", "A4"),
        ("le format A4, AMP3.1, aP1, 20 m2, P2P, e2e, M3U8, P2026", ""),
    ],
)
def test_marks_are_read_as_people_write_them(text, marks):
    assert [written.mark for written in Marks(KNOWN).written(text)] == marks.split()


@pytest.mark.parametrize("text", ["P1.3a", "E8b", "P1.3notes", "P1.3-2026", "E8-99"])
def test_what_is_like_a_mark_and_cannot_be_is_unknown(text):
    assert [*Marks(KNOWN).written(f"Voir {text}.")] == [(text, "")]


# Addresses as documents have them


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- P1.3\n* E11.\n2. M1", ["P1.3", "E11", "M1"]),
        ("[ici](../piliers/x/#y) et <https://a.ca/r/p1-3/>.", ["../piliers/x/#y", "https://a.ca/r/p1-3/"]),
        ("**/r/p1-3/** (E8/E9)", ["/r/p1-3/", "E8", "E9"]),
        ("https://a.ca/b/,https://a.ca/c/;P1.3", ["https://a.ca/b/", "https://a.ca/c/", "P1.3"]),
        ("/r/p1-3/,/r/p1-4/,E8", ["/r/p1-3/", "/r/p1-4/", "E8"]),
        ("Lien:https://a.ca/b/… mailto:a@b.ca/c", ["https://a.ca/b/"]),
        (
            '<p>Voir <a href="/r/p1-3/?a=1&amp;b=2">P1<b>.4</b></a></p><script>P1.5</script>',
            ["/r/p1-3/?a=1&b=2", "P1.4"],
        ),
        ("un deux", []),
        ("P1.1-P1.3/E8", ["P1.1", "P1.2", "P1.3", "E8"]),
    ],
)
def test_marks_and_addresses_are_found(text, found):
    lines = documents.read(BytesIO(text.encode()))
    assert [mention.written for mention in mentions(lines, Marks(KNOWN))] == found


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.ca/b/c/?q=1#d", ("a.ca", "/b/c/", "d")),
        ("HTTP://A.ca.:80/b", ("a.ca", "/b/", "")),
        ("a.ca:8000/b/", ("a.ca:8000", "/b/", "")),
        ("localhost:8000/b/", ("localhost:8000", "/b/", "")),
        ("www.québec.ca/b/", ("www.xn--qubec-csa.ca", "/b/", "")),
        ("https://own.ca@a.ca/b/", ("a.ca", "/b/", "")),
        ("../b/index.html#%C3%A9t%C3%A9", ("", "/b/", "été")),
        ("/b//c#d:~:text=x", ("", "/b/c/", "d")),
        ("/b/#100%", ("", "/b/", "100%")),
        ("//a.ca", ("a.ca", "/", "")),
        ("mailto:a@b.ca/c", None),
        ("https://", None),
        ("http://[::1/", None),
        ("https://a.ca:port/", None),
    ],
)
def test_an_address_is_taken_apart(written, address):
    assert parse(written) == address


GATEWAYS = {
    "https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.ca%2Fb%2F%23c&data=05%7C01": "https://a.ca/b/#c",
    "https://urldefense.proofpoint.com/v1/url?u=https://a.ca/b/&k=x": "https://a.ca/b/",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.ca_b-2Dc_-23d&d=DwMF": "https://a.ca/b-c/#d",
    "https://urldefense.com/v3/__https://a.ca/b/__;!!x$": "https://a.ca/b/",
    "https://urldefense.com/v3/__https://a.ca/b/*c__;Iw!!x$": "https://a.ca/b/#c",
    "https://urldefense.com/v3/__https://a.ca/**B__;YWJj!!x$": "https://a.ca/abc",
    "https://www.google.com/url?sa=D&q=https://a.ca/b/&ust=1": "https://a.ca/b/",
    "https://www.google.ca/url?url=https%3A%2F%2Fa.ca%2Fb%2F": "https://a.ca/b/",
    "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2Fa.ca%2fb%2f&c=E": "https://a.ca/b/",
    "https://secure-web.cisco.com/1a-b/https%3A%2F%2Fa.ca%2Fb%2F": "https://a.ca/b/",
    "https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps://a.ca": "https://a.ca",
}


@pytest.mark.parametrize(("wrapped", "address"), GATEWAYS.items())
def test_what_a_mail_gateway_wrapped_is_unwrapped(wrapped, address):
    assert unwrapped(wrapped) == address
    assert unwrapped(address) == address


@pytest.mark.parametrize(
    "wrapped",
    [
        "https://protect-ca.mimecast.com/s/x1y2",
        "https://urldefense.com/v3/__https://a.ca/*c__;!!x$",
        "https://can01.safelinks.protection.outlook.com/?data=1",
    ],
)
def test_what_cannot_be_unwrapped_is_unknown(guide, wrapped):
    assert list(statuses(guide, f"Voir {wrapped} et P1.1").values()) == ["unknown", "unchanged"]


def test_only_addresses_of_its_own_host_are_the_guides(guide):
    elsewhere = """https://www.quebec.ca/ https://canada.ca/en/ www.quebec.ca/glossaire/ https://autre.example/references/
https://guide.example/autre/glossaire/ https://autre.example/base/r/p1-1/ https://guide.example@autre.example/r/p1-1/"""
    known = places(guide)
    assert statuses(guide, f"P1.1\n{elsewhere}\n{SITE}/glossaire/", places=known) == {
        "P1.1": "unchanged",
        f"{SITE}/glossaire/": "unchanged",
    }
    assert dict(known.elsewhere) == {
        "www.quebec.ca": 2,
        "canada.ca": 1,
        "autre.example": 3,
        "guide.example": 1,
    }


def test_the_page_that_cites_a_section_names_it(guide):
    document = f"{SITE}/citer/p1-1/ {SITE}/en/cite/p1-1/ {SITE}/citer/p9-9/"
    assert list(statuses(guide, document).values()) == ["unchanged", "unchanged", "unknown"]


def test_hosts_are_named(guide):
    document = "http://AUTRE.example/r/p1-1/ https://guide.example/r/p1-1/ https://x.ca/cours/guide/r/p1-1/"
    known = places(guide, "autre.example", "x.ca/cours/guide")
    assert list(statuses(guide, document, places=known).values()) == ["unchanged", "unchanged"]
    assert list(known.elsewhere) == ["guide.example"]


def test_where_no_host_is_known_what_looks_like_the_guide_is_unknown(guide):
    known = places(guide, "police-de-proximite.example", is_sure=False)
    own = "https://police-de-proximite.example/r/p1-1/"
    looks = "https://x.ca/guide/r/p1-1/?a#b"
    other = "https://x.ca/autre/"
    document = f"{own} {other} {looks} https://www.quebec.ca/ https://canada.ca/en/ /r/p1-1/"
    known_ = {own: "unchanged", looks: "unknown", other: "unknown", "/r/p1-1/": "unchanged"}
    assert statuses(guide, document, places=known) == known_
    assert set(known.elsewhere) == {"x.ca", "www.quebec.ca", "canada.ca"}


def test_queries_fragments_and_ways_of_typing_are_read_right(guide):
    document = f"""
{SITE}/r/p1-1/?utm_source=cours,module#:~:text=a
{SITE}/piliers/rapprochement?a=b/c#presence
{SITE}/R/P1.1?de=https://cours.example/x/
{SITE}//piliers//rapprochement/#presence:~:text=quand
{SITE}/piliers/rapprochement/#rien
{SITE}/piliers/rapprochement/#100%
{SITE}/piliers/rapprochement/#top
"""
    assert list(statuses(guide, document).values()) == [*["unchanged"] * 4, "unknown", "unknown", "unchanged"]


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
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    document = f"P1.1\nP1.2\nP1\n{SITE}/piliers/rapprochement/#presence\n{SITE}/en/pillars/closer-ties/#presence"
    assert list(statuses(guide, document).values()) == ["changed", "unchanged", "changed", "changed", "unchanged"]
    (report, *_) = reports(guide, document)
    ((paragraph,),) = report.differences.values()
    assert [piece.text for piece in paragraph if piece.kind == "deleted"] == ["ne presse"]
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
    found = {report.written: report for report in reports(guide, f"{old}\nP1.1\nE1\n/piliers/proche/")}
    assert {written: report.status for written, report in found.items()} == {
        old: "moved",
        "P1.1": "moved",
        "E1": "unchanged",
        "/piliers/proche/": "unchanged",
    }
    assert found[old].before == ("/piliers/rapprochement/#presence",)
    assert found[old].addresses == ("/piliers/proche/#presence",)
    assert [report.status for report in reports(guide, "P1.1", "2027-01-01")] == ["unchanged"]


def test_what_was_replaced_leads_to_what_replaces_it(guide):
    for path in (PAGE_FR, PAGE_EN):
        edit(guide, path, "{ #ecoute }", "{ #consultation }")
    edit(guide, "docs/units.yml", "id: ecoute", "id: consultation")
    for file in (guide / name for name in ("docs/figures.yml", "examples/reso/record.yml", "models/hub/record.yml")):
        file.write_text(file.read_text(encoding="utf-8").replace("ecoute", "consultation"), encoding="utf-8")
    assert statuses(guide, f"{SITE}/piliers/rapprochement/#ecoute") == {f"{SITE}/piliers/rapprochement/#ecoute": "gone"}
    for words in (["move", "ecoute", "consultation"], ["record"]):
        assert build.main(["ledger", *words, "--root", str(guide)]) == 0
    (report, mark) = reports(guide, f"{SITE}/piliers/rapprochement/#ecoute\nP1.2")
    assert (report.status, report.differences) == ("moved", {})
    assert report.addresses == ("/piliers/rapprochement/#consultation",)
    assert mark.title.startswith("P1.2 ")


def test_what_was_merged_is_compared_with_its_own_text(guide):
    edit(guide, PAGE_FR, "\n\n## Écoute de la communauté { #ecoute }\n\nÉcoutez avant d'agir", "\n\nÉcoutez d'abord")
    edit(guide, PAGE_EN, "\n\n## Listening to the community { #ecoute }\n", "\n")
    (unit,) = (row for row in (guide / "docs/units.yml").read_text(encoding="utf-8").splitlines() if "P1.2" in row)
    edit(guide, "docs/units.yml", f"{unit}\n", "")
    for file in (guide / name for name in ("docs/figures.yml", "examples/reso/record.yml", "models/hub/record.yml")):
        file.write_text(file.read_text(encoding="utf-8").replace("ecoute", "presence"), encoding="utf-8")
    assert build.main(["ledger", "move", "ecoute", "presence", "--root", str(guide)]) == 0
    merged, whole = reports(guide, "P1.2\nP1.1")
    assert (merged.status, merged.title) == ("merged", "P1.1 Présence et accessibilité")
    assert merged.addresses == ("/piliers/rapprochement/#presence", "/en/pillars/closer-ties/#presence")
    said = {code: [[*map(tuple, paragraph)] for paragraph in found] for code, found in merged.differences.items()}
    assert said == {
        "fr": [
            [
                ("same", "Écoutez "),
                ("deleted", "avant d’agir"),
                ("inserted", "d’abord"),
                ("same", ", comme dans un pôle."),
            ],
        ]
    }
    assert whole.status == "changed"


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


def test_a_path_that_is_none_of_the_guides_is_read_for_its_marks(guide):
    assert statuses(guide, "Voir cours/P1.1 et et/P9.9.") == {"P1.1": "unchanged", "P9.9": "unknown"}
    assert statuses(guide, "N/A\toui/non\t2026/11/27\tpiliers/rien\tvoir /rien/\t/rien/") == {
        "piliers/rien": "unknown",
        "/rien/": "unknown",
    }
    assert statuses(guide, '<a href="/cours/e1/">x</a><a href="/glossaire/">y</a>') == {"/glossaire/": "unchanged"}


def test_the_bibliography_is_followed_too(guide):
    assert statuses(guide, f"{SITE}/references/#note-2") == {f"{SITE}/references/#note-2": "unchanged"}


# The command


def command(root: Path, *words: str) -> int:
    return build.main(["watch", *words, "--root", str(root)])


def test_the_report_is_aligned(guide, tmp_path, capsys):
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    assert errors(guide) == []
    (tmp_path / "cours.txt").write_text("P1.1\nP1.12\n", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), "--since", FIRST) == 0
    first, difference, second, count = capsys.readouterr().out.splitlines()
    assert first.startswith("changed    P1.1   P1.1 Présence et accessibilité  /piliers/rapprochement/#presence /en/")
    assert difference.startswith("    fr: Soyez là aussi quand rien [-ne presse-]{+n’est urgent+} : l’équipe")
    assert second == "unknown    P1.12"
    assert count == "1 changed, 1 unknown"


def test_the_report_is_data_too(guide, tmp_path, capsys):
    edit(guide, PAGE_FR, "quand rien ne presse", "quand rien n'est urgent")
    (tmp_path / "cours.txt").write_text("P1.1", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), "--since", FIRST, "--format", "json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["line"], row["written"], row["status"]) == (1, "P1.1", "changed")
    assert "rien ne presse" in row["differences"]["fr"][0]["before"]
    assert "n’est urgent" in row["differences"]["fr"][0]["after"]


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


LOOKS = "https://cours.example/guide/r/p1-1/"


@pytest.mark.parametrize(
    ("words", "site_url", "status", "said"),
    [
        ([], "", "unknown", "SITE_URL does not say where the guide stands: where it is one of cours.example (1), name"),
        ([], "https://guide.example/", "", "left out are the addresses on cours.example (1): where one of these hosts"),
        ([], "https://cours.example/guide/", "unchanged", ""),
        (["--host", "cours.example/guide", "--host", "autre.example"], "", "unchanged", ""),
        (["--host", "https://cours.example/guide/"], "https://guide.example/", "unchanged", ""),
        (["--host", "cours.example"], "", "unknown", ""),
        (["--host", "autre.example/guide/"], "", "", "left out are the addresses on cours.example (1)"),
    ],
)
def test_the_guides_own_hosts_are_site_url_and_those_named(
    guide, tmp_path, capsys, monkeypatch, words, site_url, status, said
):
    if site_url:
        monkeypatch.setenv("SITE_URL", site_url)
    (tmp_path / "cours.txt").write_text(f"E1 {LOOKS}", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), "--since", FIRST, "--format", "json", *words) == 0
    printed = capsys.readouterr()
    assert {row["written"]: row["status"] for row in json.loads(printed.out)}.get(LOOKS, "") == status
    assert said in printed.err
    assert printed.err.count("\n") == bool(said)


def test_a_host_that_is_none_is_one_line(guide, tmp_path, capsys):
    (tmp_path / "cours.txt").write_text("P1.1", encoding="utf-8")
    assert command(guide, str(tmp_path / "cours.txt"), "--since", FIRST, "--host", "mailto:a@b.ca") == 2
    assert capsys.readouterr().err == (
        "build.py: --host mailto:a@b.ca is no host: write guide.example.org or example.org/guide/\n"
    )


def test_what_is_no_text_is_one_line_and_a_terminal_gets_no_command(guide, tmp_path, capsys):
    picture, list_ = tmp_path / "cours\x1b[31m.png", tmp_path / "cours.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert command(guide, str(picture), "--since", FIRST) == 1
    error = capsys.readouterr().err
    assert error.endswith("cours\\x1b[31m.png is no text: save it as .docx, .odt, .pptx, .pdf, .html or .txt\n")
    wrapped = "https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.ca%2F%1B%5B31m%E2%80%AE" + "x" * 200
    list_.write_text(f"\x1b[31mP1.1 {wrapped} {'P1.1.' * 40}1\n{'mot ' * 99}", encoding="utf-8")
    assert command(guide, str(list_), "--since", FIRST, "--host", "guide.example") == 0
    out = capsys.readouterr().out
    assert all(line.isprintable() for line in out.splitlines())
    assert [line.split()[0] for line in out.splitlines()] == ["unknown", "unchanged", "unknown", "2"]
    assert max(map(len, out.splitlines())) < 300


def test_a_missing_list_is_one_line(guide, tmp_path, capsys):
    assert command(guide, str(tmp_path / "absent.txt"), "--since", FIRST) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        f"build.py: {tmp_path / 'absent.txt'} cannot be read (No such file or directory): give a file"
    )
    assert said.count("\n") == 1
