"""The ledger keeps its promises: what was published is found again, or the check says what is lost."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import build
from content import PROJECT
from kb.checks import check
from kb.checks.silence import OF_RECORDING
from kb.model import sitepath
from kb.model.ledger import PATH, Entry, Ledger, order, record, serialize
from kb.published.moves import MoveError, move, restore
from kb.published.promises import RULES, unrecorded
from kb.published.published import published
from kb.read.reader import read
from kb.render import stage
from kb.writer import inside
from merging import HUB, PAGE_EN, PAGE_FR, SOURCES, merge, name_the_first
from support import edit, findings, new_page

DAY = datetime.date(2026, 11, 22)


# A guide as a set of published entries


@st.composite
def guides(draw) -> dict[str, Entry]:
    """Pages, each with a few sections; half of all entries carry a mark."""
    sizes = draw(st.lists(st.integers(0, 4), min_size=1, max_size=5))
    found: dict[str, Entry] = {}
    for number, size in enumerate(sizes):
        page = f"page-{number}"
        for fragment in ("", *(f"s-{number}-{index}" for index in range(size))):
            hash_ = f"#{fragment}" if fragment else ""
            mark = f"P{len(found)}" if draw(st.booleans()) else None
            entry = Entry(id=fragment or page, mark=mark, fr=f"/{page}/{hash_}", en=f"/en/{page}/{hash_}")
            found[entry.id] = entry
    return found


def codes(ledger: Ledger, now: dict[str, Entry]) -> set[str]:
    return {fault.code for rule in RULES for fault in rule(ledger, now)}


def carried(ledger: Ledger) -> set[str]:
    """Every address that the ledger answers for."""
    return {address for entry in ledger.entries for address in entry.addresses.values()}


@given(guides())
def test_what_is_recorded_is_kept(now):
    ledger = record(Ledger(), now.values())
    assert not codes(ledger, now)
    assert not unrecorded(ledger, now)
    assert record(ledger, now.values()).entries == ledger.entries
    again = Ledger(tuple(Entry(**json.loads(line)) for line in serialize(ledger.entries).splitlines()))
    assert set(again.entries) == set(ledger.entries)


@given(guides(), st.data())
def test_any_removal_is_caught(now, data):
    ledger = record(Ledger(), now.values())
    gone = data.draw(st.sets(st.sampled_from(sorted(now)), min_size=1))
    left = {id_: entry for id_, entry in now.items() if id_ not in gone}
    faults = [fault for rule in RULES for fault in rule(ledger, left)]
    assert {fault.code for fault in faults} == {"LED002"}
    reported = {address for fault in faults for address in fault.entry.addresses.values()}
    for id_ in gone:
        page = now[id_].fr.partition("#")[0]
        assert now[id_].fr in reported or page in reported


@given(guides(), st.data())
def test_any_other_mark_is_caught(now, data):
    marked = sorted(id_ for id_, entry in now.items() if entry.mark)
    if marked:
        ledger = record(Ledger(), now.values())
        id_ = data.draw(st.sampled_from(marked))
        other = data.draw(st.sampled_from([None, "Z9", *(now[m].mark for m in marked if m != id_)]))
        found = codes(ledger, {**now, id_: now[id_].model_copy(update={"mark": other})})
        assert found == ({"LED003", "LED004"} if other in {now[m].mark for m in marked} else {"LED004"})


@given(guides(), st.data())
def test_a_replacement_carries_everything(now, data):
    """Remove anything but one thing, say where each went: no promise is broken, and no address forgotten."""
    ledger = record(Ledger(), now.values())
    kept = data.draw(st.sampled_from(sorted(id_ for id_, entry in now.items() if entry.is_page)))
    going = data.draw(st.permutations(sorted(set(now) - {kept})))
    left = dict(now)
    for id_ in going:
        page = now[id_].is_page
        for other in [o for o in left if o == id_ or (page and left[o].fr.startswith(now[id_].fr))]:
            left.pop(other)
        if id_ in ledger.live:
            target = data.draw(st.sampled_from(sorted(left)))
            ledger = move(ledger, left, id_, target, DAY)
        assert not codes(ledger, left)
    assert {address for entry in now.values() for address in entry.addresses.values()} == carried(ledger)
    assert {entry.mark for entry in now.values()} == {entry.mark for entry in ledger.entries if entry.id in now}


@given(guides(), st.data())
def test_a_page_takes_its_sections_along(now, data):
    ledger = record(Ledger(), now.values())
    page = data.draw(st.sampled_from(sorted(id_ for id_, entry in now.items() if entry.is_page)))
    moved = move(ledger, now, page, "/ailleurs/", DAY)
    there = {
        id_: entry.model_copy(update={"fr": entry.fr.replace(f"/{page}/", "/ailleurs/")}) for id_, entry in now.items()
    }
    assert moved.live == there
    assert not codes(moved, there)
    assert carried(ledger) <= carried(moved)
    back = move(moved, there, page, f"/{page}/", DAY)
    assert back.live == now
    assert not codes(back, now)


@given(guides(), st.data())
def test_what_is_restored_was_never_gone(now, data):
    """A merge and the way back leave the ledger as it was, the parts of a section and what stood on a page included."""
    now |= {
        f"{page}#s-{page[5:]}-0-a": Entry(id=f"{page}#s-{page[5:]}-0-a", fr=f"/{page}/#s-{page[5:]}-0-a")
        for page in now
        if now[page].is_page
    }
    ledger = record(Ledger(), now.values())
    gone = now[data.draw(st.sampled_from(sorted(set(now) - {"page-0"}) or ["page-0"]))]
    left = {id_: entry for id_, entry in now.items() if entry is not gone and not gone.holds(entry)}
    if left:
        moved = move(ledger, left, gone.id, "page-0", DAY)
        assert not codes(moved, left)
        assert codes(moved, now) == {"LED008"}
        assert set(restore(moved, now, gone.id).entries) == set(ledger.entries)


def test_a_section_carries_its_parts_to_another_page():
    now = {
        entry.id: entry
        for entry in (
            Entry(id="a", fr="/a/", en="/en/a/"),
            Entry(id="b", fr="/b/", en="/en/b/"),
            Entry(id="s", mark="P1", fr="/a/#s", en="/en/a/#s"),
            Entry(id="a#s-demande", fr="/a/#s-demande", en="/en/a/#s-demande"),
        )
    }
    ledger = record(Ledger(), now.values())
    after = {id_: entry for id_, entry in now.items() if id_ in "ab"} | {
        "s": Entry(id="s", mark="P1", fr="/b/#s", en="/en/b/#s"),
        "b#s-demande": Entry(id="b#s-demande", fr="/b/#s-demande", en="/en/b/#s-demande"),
    }
    assert codes(ledger, after) == {"LED001", "LED002"}
    moved = move(ledger, after, "s", "s", DAY)
    assert not codes(moved, after)
    assert {entry.fr: entry.to for entry in moved.moved} == {"/a/#s": "s", "/a/#s-demande": "b#s-demande"}
    renamed = {**now, "t": Entry(id="t", mark="P1", fr="/a/#t", en="/en/a/#t")}
    del renamed["s"], renamed["a#s-demande"]
    renamed["a#t-demande"] = Entry(id="a#t-demande", fr="/a/#t-demande", en="/en/a/#t-demande")
    moved = record(move(ledger, renamed, "P1", "t", DAY), renamed.values())
    assert not codes(moved, renamed)
    assert {entry.fr: entry.to for entry in moved.moved} == {"/a/#s": "t", "/a/#s-demande": "a#t-demande"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("page-9", "page-0", "page-9 is not in the ledger"),
        ("page-0", "nowhere", "nowhere is not published"),
        ("page-0", "page-1", "page-0 is still published"),
        ("P1", "P1", "s has not moved: it is still at /page-0/#s and /en/page-0/#s"),
        ("page-0", "/page-1/", "page-0 is still published"),
        ("page-0", "/Mal écrite/", "the name “Mal écrite” cannot stand in an address"),
        ("page-0", f"/{'a' * 20_000}/", "has 20002 characters; shorten its names: it may have 200"),
        ("page-0", "/index/", "index is the name of a folder's own page"),
        ("page-0", "/exemples/index/", "index is the name of a folder's own page"),
        ("page-0", "/r/x/", "/r/x/ stands among the short addresses of the marks"),
        ("page-0", "/en/cite/p1-1/", "stands among the citations"),
        ("page-0", "/../../x/", "the name “..” cannot stand in an address"),
        ("page-0", "/ailleurs/#ici", "is a section's address"),
        ("page-0", "/ailleurs", "/ailleurs is no address of a page in “fr”; write it like /piliers/rapprochement/"),
        ("https://guide.example/page-0/", "/ancienne/", "/ancienne/ belongs to page-1"),
    ],
)
def test_a_wrong_move_is_refused(old, new, said):
    now = {
        "page-0": Entry(id="page-0", fr="/page-0/", en="/en/page-0/"),
        "page-1": Entry(id="page-1", fr="/page-1/", en="/en/page-1/"),
        "s": Entry(id="s", mark="P1", fr="/page-0/#s", en="/en/page-0/#s"),
    }
    ledger = Ledger((*now.values(), Entry(id="page-1", fr="/ancienne/", to="page-1", date=DAY)))
    with pytest.raises(MoveError, match=said):
        move(ledger, now, old, new, DAY)


@pytest.mark.parametrize("file", ["index.md", "a.md", "a/index.md", "a/b.md", "a/b/index.md"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_file_and_its_address_give_each_other(file, language):
    address = sitepath.of_file(file, language)
    assert sitepath.to_file(address, language, index=file.endswith("index.md")) == file
    assert sitepath.language_of(address) == language


NAMES = st.text("abz09-./#?% AÉé~index", max_size=8) | st.sampled_from([*sitepath.RESERVED, "index", "..", "a-b"])


@given(st.lists(NAMES, max_size=4), st.sampled_from(["fr", "en"]), st.booleans())
def test_an_address_without_fault_stays_inside_its_language(names, language, index):
    """What is accepted gives a file of that language and is given back by it; what leads elsewhere is refused."""
    address = sitepath.root(language) + "".join(f"{name}/" for name in names)
    if sitepath.fault(address, language):
        with pytest.raises(ValidationError):
            Entry(id="a", **{language: address})
        return
    assert Entry(id="a", **{language: address})[language] == address
    file = sitepath.to_file(address, language, index=index)
    assert sitepath.of_file(file, language) == address
    assert inside(Path("/stage") / language, file) == Path("/stage", language, file)
    assert not set(names) & {"..", "", sitepath.INDEX}
    assert not names or names[0] not in sitepath.RESERVED


# The base


@pytest.fixture
def recorded(base: Path, capsys) -> Path:
    """The clean base, all of it recorded."""
    assert build.main(["ledger", "record", "--root", str(base)]) == 0
    capsys.readouterr()
    assert findings(base) == []
    return base


def run(root: Path, *words: str) -> int:
    return build.main([*words, "--root", str(root)])


def said(root: Path) -> list[str]:
    return [f"{finding.code} {finding.path}" for finding in findings(root)]


def lines(root: Path) -> list[dict]:
    return [json.loads(line) for line in (root / PATH).read_text(encoding="utf-8").splitlines()]


def rewrite(root: Path, entries: list[dict]) -> None:
    """Write these lines, in the order of the file."""
    entries = sorted(entries, key=lambda entry: order(Entry.model_construct(**entry)))
    (root / PATH).write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")


def test_before_the_first_record_nothing_is_promised(base):
    assert findings(base) == []


def test_the_ledger_holds_pages_sections_entries_and_marks(recorded):
    found = {entry["id"]: entry for entry in lines(recorded)}
    assert found["presence"] == {
        "id": "presence",
        "mark": "P1.1",
        "fr": "/piliers/rapprochement/#presence",
        "en": "/en/pillars/closer-ties/#presence",
    }
    assert found["reso"]["fr"] == "/exemples/equipe-reso/"
    assert found["reso#besoin"]["en"] == "/en/examples/reso-team/#besoin"
    assert {"accueil", "reso#jalons", "hub#relations", "t-concertation", "fig-etapes"} <= set(found)


def test_a_new_name_changes_no_address(recorded):
    """Headings, files and slugs may be renamed: what is published stays where it is."""
    before = stage(read(recorded))
    edit(recorded, PAGE_FR, "## Présence et accessibilité", "## Être là")
    (recorded / PAGE_FR).rename(recorded / "docs/fr/piliers/se-rapprocher.md")
    (recorded / PAGE_EN).rename(recorded / "docs/en/closer.md")
    edit(recorded, "examples/reso/record.yml", "slug: {fr: equipe-reso, en: reso-team}", "slug: {fr: reso, en: team}")
    assert findings(recorded) == []
    assert set(stage(read(recorded))) == set(before)


def test_what_vanishes_is_an_error(recorded):
    edit(recorded, PAGE_FR, "{ #ecoute }", "{ #entendre }")
    edit(recorded, PAGE_EN, "{ #ecoute }", "{ #entendre }")
    faults = [finding for finding in findings(recorded) if finding.code == "LED002"]
    (number,) = [n for n, entry in enumerate(lines(recorded), 1) if entry["id"] == "ecoute"]
    assert [(fault.path, fault.line) for fault in faults] == [(PATH, number)]
    assert "ledger move ecoute NEW" in faults[0].hint


def test_an_id_that_changes_is_one_finding(recorded):
    """Its links, however many, lead nowhere for that one reason."""
    edit(recorded, "examples/reso/record.yml", "id: reso", "id: equipe")
    (recorded / "examples/reso").rename(recorded / "examples/equipe")
    found = findings(recorded)
    assert not [str(finding) for finding in found if "unknown id" in finding.message]
    (lost,) = [finding for finding in found if finding.code == "LED002"]
    assert lost.message.endswith("would vanish; it is still named in 3 places, first docs/en/pillars/closer-ties.md:13")
    assert lost.hint.startswith("give it back this id, or say what replaces it, and the command lists these places")


def test_a_page_that_takes_another_id_and_address_is_one_finding_with_its_command(recorded):
    names = ("docs/fr/politique/contexte.md", "docs/en/policy/context.md")
    for path in names:
        (recorded / path).rename(recorded / path.replace("conte", "situ-"))
    for file in (file for file in recorded.rglob("*") if file.suffix in (".md", ".yml")):
        file.write_text(file.read_text(encoding="utf-8").replace("mise-en-contexte", "situation"), encoding="utf-8")
    (lost,) = [finding for finding in findings(recorded) if finding.code.startswith("LED")]
    assert lost.code == "LED002"
    assert lost.hint.endswith(" ledger move mise-en-contexte situation")
    assert build.main(["ledger", "move", "mise-en-contexte", "situation", "--root", str(recorded)]) == 0
    assert said(recorded) == ["LED007 docs/fr/politique/situ-xte.md"]
    (section,) = [entry for entry in lines(recorded) if entry["id"] == "demarche" and "to" not in entry]
    assert section["fr"] == "/politique/situ-xte/#demarche"


def test_a_heading_gone_in_one_language_has_a_mend_that_works(recorded):
    edit(recorded, PAGE_FR, "## Écoute de la communauté { #ecoute }\n", "")
    (fault,) = [finding for finding in findings(recorded) if finding.code == "LED001"]
    assert fault.hint == "put it back, or take it out of the other language too"


def test_a_page_that_vanishes_is_reported_once(recorded):
    for path in ("docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"):
        (recorded / path).unlink()
    (message,) = [finding.message for finding in findings(recorded) if finding.code == "LED002"]
    there = "rapprochement, published at /piliers/rapprochement/ and /en/pillars/closer-ties/, would vanish"
    assert message == f"{there}; it is still named in 9 places, first docs/en/index.md:8"


def test_a_file_that_cannot_be_read_loses_nothing(recorded):
    text = (recorded / PAGE_FR).read_text(encoding="utf-8")
    (recorded / PAGE_FR).write_text(text.replace("title:", "titre:", 1), encoding="utf-8")
    assert not any(finding.code == "LED002" for finding in findings(recorded))


def test_a_section_on_another_page_has_another_address(recorded):
    for source, page in ((PAGE_FR, "docs/fr/politique/contexte.md"), (PAGE_EN, "docs/en/policy/context.md")):
        whole = (recorded / source).read_text(encoding="utf-8")
        start = whole.index("\n## ", whole.index("{ #presence }"))
        (recorded / source).write_text(whole[:start] + "\n", encoding="utf-8")
        with (recorded / page).open("a", encoding="utf-8") as file:
            file.write(whole[start:])
    assert [code for code in said(recorded) if code.startswith("LED")] == ["LED001 docs/ledger.jsonl"] * 2
    assert build.main(["ledger", "move", "/piliers/rapprochement/#ecoute", "ecoute", "--root", str(recorded)]) == 0
    assert [code for code in said(recorded) if code.startswith("LED")] == []


def test_a_mark_is_never_reused_nor_changed(recorded):
    edit(recorded, "docs/units.yml", "mark: P1.2", "mark: P1.3")
    assert said(recorded) == ["LED004 docs/units.yml"]
    edit(recorded, "docs/units.yml", "mark: P1.1", "mark: P1.2")
    assert said(recorded) == ["LED004 docs/units.yml"] * 2  # each has its own to go back to


@pytest.mark.parametrize("name", ["abri", "zebre"])
def test_a_copied_record_and_not_the_published_one_is_at_fault(recorded, name):
    """Wherever its folder stands in the alphabet: its mark is told once, with the next free one."""
    shutil.copytree(recorded / "examples/reso", recorded / "examples" / name)
    edit(recorded, f"examples/{name}/record.yml", "id: reso", f"id: {name}")
    found = [finding for finding in findings(recorded) if finding.code[:3] not in ("PAR", "GLO")]
    assert {finding.path.rpartition("/")[0] for finding in found} == {f"examples/{name}"}
    (mark,) = [finding for finding in found if finding.line == 2 and finding.path.endswith("record.yml")]
    assert (mark.code, mark.hint) == ("IDS002", "take the next free mark: E2")


@pytest.mark.parametrize(
    ("path", "right", "wrong", "other"),
    [
        (PAGE_FR, "id: rapprochement", "id: raprochement", PAGE_EN),
        (PAGE_EN, "id: rapprochement", "id: closer-ties", PAGE_FR),
        ("docs/en/connections.md", "id: liens", "id: lien", "docs/fr/liens.md"),
    ],
)
def test_an_id_mistyped_in_one_language_is_one_finding(recorded, path, right, wrong, other):
    edit(recorded, path, right, wrong)
    (finding,) = findings(recorded)
    assert (finding.path, finding.line, finding.code) == (path, 2, "PAR001")
    assert finding.message == f"{wrong[4:]} is no published id"
    assert finding.hint == f"did you mean {right[4:]}, as in {other}?"


@pytest.mark.parametrize(("path", "other"), [(PAGE_FR, PAGE_EN), (PAGE_EN, PAGE_FR)])
def test_a_heading_id_mistyped_in_one_language_is_one_finding(recorded, path, other):
    edit(recorded, path, "{ #ecoute }", "{ #ecoutes }")
    (finding,) = findings(recorded)
    assert (finding.path, finding.code) == (path, "PAR002")
    assert finding.hint == f"did you mean ecoute, as in {other}?"


def test_an_id_taken_from_another_page_leaves_the_page_its_place(recorded):
    edit(recorded, "docs/fr/liens.md", "id: liens", "id: concordance")
    assert {finding.code for finding in findings(recorded)} == {"IDS001"}


def test_a_move_leads_to_what_exists_and_directly(recorded):
    entries = lines(recorded)
    old = {"id": "vieux", "mark": "P9", "fr": "/vieux/", "en": "/en/old/", "date": "2026-11-22"}
    for to, code in (("presence", None), ("rien", "LED005"), ("vieux", "LED005")):
        rewrite(recorded, [*entries, {**old, "to": to}])
        assert said(recorded) == ([f"{code} {PATH}"] if code else [])
    rewrite(recorded, [*entries, {"id": "parti", "fr": "/parti/"}, {**old, "to": "parti"}])
    assert said(recorded) == [f"LED002 {PATH}"]
    older = {"id": "plus-vieux", "fr": "/plus-vieux/", "to": "vieux", "date": "2026-11-22"}
    rewrite(recorded, [*entries, {**old, "to": "presence"}, older])
    assert said(recorded) == [f"LED006 {PATH}"]
    rewrite(recorded, [*entries, {**old, "to": "plus-vieux"}, older])
    assert said(recorded) == [f"LED006 {PATH}"] * 2


def test_an_old_address_and_the_short_ones_stay_free(recorded):
    old = {"id": "vieux", "fr": "/nouvelle/", "to": "presence", "date": "2026-11-22"}
    rewrite(recorded, [*lines(recorded), old])
    assert said(recorded) == []
    for path, text in new_page().items():
        (recorded / path).write_text(text, encoding="utf-8")
    assert "LED008 docs/fr/nouvelle.md" in said(recorded)
    for language in ("fr", "en"):
        (recorded / f"docs/{language}/r").mkdir()
        (recorded / f"docs/{language}/nouvelle.md").rename(recorded / f"docs/{language}/r/nouvelle.md")
    assert sorted(code for code in said(recorded) if "LED008" in code) == [
        f"LED008 docs/{language}/r/nouvelle.md" for language in ("en", "fr")
    ]


def test_a_new_page_gives_way_to_the_published_one(recorded):
    """Which of the two was read first does not matter: the address belongs to the one that readers know."""
    for language, path in (("fr", "exemples/equipe-reso.md"), ("en", "nouvelle.md")):
        text = new_page()[f"docs/{language}/nouvelle.md"]
        (recorded / f"docs/{language}" / path).write_text(text, encoding="utf-8")
    (fault,) = [finding for finding in findings(recorded) if finding.code == "IDS007"]
    assert fault.path == "docs/fr/exemples/equipe-reso.md"
    assert fault.message == "has the same address as examples/reso/record.yml"


def test_the_ledger_holds_everything_once(recorded):
    rewrite(recorded, [*lines(recorded), next(entry for entry in lines(recorded) if entry["id"] == "presence")])
    assert {code[:6] for code in said(recorded)} == {"LED009"}


def test_lines_in_another_order_are_put_back(recorded):
    before = (recorded / PATH).read_text(encoding="utf-8")
    turned = "".join(reversed(before.splitlines(keepends=True)))
    (recorded / PATH).write_text(turned, encoding="utf-8")
    assert said(recorded) == [f"LED011 {PATH}"]
    assert build.main(["ledger", "record", "--root", str(recorded)]) == 0
    assert said(recorded) == []
    assert (recorded / PATH).read_text(encoding="utf-8") == before


@pytest.mark.parametrize("gone", ['"/politique/contexte/"', "/ancienne/", '"P1.1"'])
def test_what_an_edition_published_stays_in_the_ledger(recorded, gone):
    """An address that the sources still publish can be recorded again; an old one, or a mark, would be lost."""
    old = {"id": "vieux", "fr": "/ancienne/", "to": "presence", "date": "2026-01-01"}
    rewrite(recorded, [*lines(recorded), old])
    assert build.main(["edition", "record", "--root", str(recorded)]) == 0
    assert said(recorded) == []
    text = (recorded / PATH).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in text if gone not in line]
    (recorded / PATH).write_text("".join(kept), encoding="utf-8")
    (finding,) = findings(recorded)
    assert finding.code == ("LED010" if gone == "/ancienne/" else "LED007")
    if finding.code == "LED010":
        assert finding.message.endswith("published: /ancienne/")
        assert "git checkout COMMIT -- docs/ledger.jsonl docs/editions, with the commit" in finding.hint


def test_a_lost_line_of_a_renamed_file_is_one_finding(recorded):
    """Its address would be made anew from the file's name."""
    assert build.main(["edition", "record", "--root", str(recorded)]) == 0
    (recorded / "docs/fr/politique/contexte.md").rename(recorded / "docs/fr/politique/ailleurs.md")
    rewrite(recorded, [entry for entry in lines(recorded) if "/politique/contexte/" not in entry["fr"]])
    (finding,) = findings(recorded)
    assert finding.code == "LED010"
    assert "/politique/contexte/" in finding.message


def test_a_key_twice_in_a_line_is_a_finding(recorded):
    edit(recorded, PATH, '{"id": "accueil", ', '{"id": "accueil", "id": "accueil", ')
    assert [code for code in said(recorded) if "LED007" not in code] == [f"REC001 {PATH}"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "REC001"),
        ('{"id": "a", "autre": 1}', "REC002"),
        ('{"id": "a", "fr": "sans"}', "REC002"),
        ('{"id": "a", "fr": "/../../../pwn/", "to": "presence", "date": "2026-01-01"}', "REC002"),
        ('{"id": "a", "en": "/en/../../pwn/", "to": "presence", "date": "2026-01-01"}', "REC002"),
        ('{"id": "a", "fr": "/citer/p1-1/", "to": "presence", "date": "2026-01-01"}', "REC002"),
        ('{"id": "a", "en": "/a/", "to": "presence", "date": "2026-01-01"}', "REC002"),
        ('{"id": "a", "mark": "../x", "fr": "/a/", "to": "presence", "date": "2026-01-01"}', "REC002"),
    ],
)
def test_a_faulty_line_is_a_finding(recorded, line, code):
    count = len(lines(recorded))
    with (recorded / PATH).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert [(f.code, f.path, f.line) for f in findings(recorded)] == [(code, PATH, count + 1)]


def test_what_is_new_is_a_warning_until_recorded(recorded, capsys):
    for language, title in (("fr", "Partie"), ("en", "Part")):
        head = "---\nid: nouvelle\ntitle: Page\ndescription: Page.\neditorial: true\n---\n"
        text = f"{head}## {title} {{ #partie }}\n\nPage.\n"
        (recorded / f"docs/{language}/nouvelle.md").write_text(text, encoding="utf-8")
    (warning,) = [f for f in findings(recorded) if f.code == "LED007"]
    assert warning.is_warning
    assert warning.message.startswith("nouvelle and 1 more")
    assert build.main(["ledger", "record", "--root", str(recorded)]) == 0
    assert "nouvelle#partie: /nouvelle/#partie /en/nouvelle/#partie" in capsys.readouterr().out
    assert not [f for f in findings(recorded) if f.code == "LED007"]


def test_nothing_is_recorded_from_faulty_sources(recorded, capsys):
    before = (recorded / PATH).read_bytes()
    edit(recorded, PAGE_FR, "## Présence et accessibilité { #presence }", "## Présence et accessibilité")
    assert build.main(["ledger", "record", "--root", str(recorded)]) == 1
    error = capsys.readouterr().err
    assert re.match(r"build.py: the sources have \d errors: docs/.*\(all: python3 scripts/build.py check\)\n", error)
    assert error.count("\n") == 1
    assert (recorded / PATH).read_bytes() == before


def test_what_the_reader_refuses_is_not_recorded(recorded, capsys, monkeypatch):
    """Whatever made the ledger, it is read again before it is written."""
    before = (recorded / PATH).read_bytes()
    wrong = Entry.model_construct(id="a", mark=None, fr="/Mal écrite/", en=None, to="presence", date=DAY)
    monkeypatch.setattr("commands.ledger.move", lambda ledger, *_: Ledger((*ledger.entries, wrong)))
    assert build.main(["ledger", "move", "presence", "ecoute", "--root", str(recorded)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("build.py: nothing was recorded, as the sources would then have 1 error: docs/ledger.jsonl")
    assert error.count("\n") == 1
    assert (recorded / PATH).read_bytes() == before


@pytest.mark.parametrize("new", ["/index/", "/r/x/", "/exemples/index/", f"/{'a' * 20_000}/", "/../../x/"])
def test_an_address_that_cannot_be_is_refused_in_one_line(recorded, capsys, new):
    before = (recorded / PATH).read_bytes()
    assert build.main(["ledger", "move", "/politique/contexte/", new, "--root", str(recorded)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("build.py: ")
    assert error.count("\n") == 1
    assert len(error) < 200
    assert (recorded / PATH).read_bytes() == before


def test_a_heading_of_a_page_is_meant_by_its_own_id(recorded, capsys):
    """With or without its page, where no other page has it; never something that looks like it."""
    still = "is still published"
    for old, new, said in (
        ("outils", "presence", f"mise-en-contexte#outils {still}"),
        ("rapprochement#presence", "outils", f"presence {still}"),
        ("presence", "mise-en-contexte#legitimite", f"presence {still}"),
        ("presence", "rapprochement#legitimite", "rapprochement#legitimite is not published"),
        ("presence", "en-bref", "did you mean one of reso#en-bref, hub#en-bref?"),
    ):
        assert build.main(["ledger", "move", old, new, "--root", str(recorded)]) == 1
        assert said in capsys.readouterr().err


def test_a_move_made_already_says_where_it_leads(recorded, capsys):
    old = {"id": "vieux", "mark": "P9", "fr": "/vieux/", "en": "/en/old/", "date": "2026-11-22"}
    rewrite(recorded, [*lines(recorded), {**old, "to": "presence"}])
    for one in ("vieux", "/en/old/", "P9", "/r/p9/"):
        assert build.main(["ledger", "move", one, "ecoute", "--root", str(recorded)]) == 1
        assert capsys.readouterr().err == f"build.py: {one} leads to presence already\n"


def test_what_names_a_merged_section_is_told_at_once(recorded, capsys):
    """One finding says how many places do; the command lists them all, with what to write there."""
    merge(recorded)
    (lost,) = [finding for finding in findings(recorded) if finding.code.startswith("L")]
    assert f"it is still named in 4 places, first {PAGE_EN}:15" in lost.message
    assert "ledger move ecoute NEW" in lost.hint
    assert build.main(["ledger", "move", "ecoute", "presence", "--root", str(recorded)]) == 1
    first, *told = capsys.readouterr().err.splitlines()
    assert first == "build.py: nothing was recorded, as the sources would then have 4 errors:"
    assert [line.split(":")[0] for line in told] == [PAGE_EN, "docs/figures.yml", PAGE_FR, HUB]
    assert all(line.endswith("write presence, which replaces it") for line in told)


def test_a_source_that_is_gone_is_told_with_what_names_it(recorded, capsys):
    """A unit that was taken out of the list too: the entries that trace to it wait for what replaces it."""
    merge(recorded)
    units = recorded / "docs/units.yml"
    rows = units.read_text(encoding="utf-8").splitlines(keepends=True)
    units.write_text("".join(row for row in rows if "id: ecoute" not in row), encoding="utf-8")
    edit(recorded, "docs/glossary.yml", "source: [abreviations, reso]", "source: [abreviations, ecoute]")
    assert [finding.code for finding in findings(recorded)] == ["LED002"]
    assert build.main(["ledger", "move", "ecoute", "presence", "--root", str(recorded)]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("docs/glossary.yml")]
    assert len(told) == 1 and told[0].endswith("SRC002 unknown unit ecoute — write presence, which replaces it")


def test_what_is_back_is_one_finding_whose_command_restores_it(recorded, capsys):
    """As after going back over a merge, with the ledger that was published."""
    sources = [recorded / path for path in SOURCES]
    texts, before = [path.read_text(encoding="utf-8") for path in sources], lines(recorded)
    merge(recorded)
    name_the_first(recorded)
    assert build.main(["ledger", "restore", "ecoute", "--root", str(recorded)]) == 1
    assert "nothing replaced ecoute" in capsys.readouterr().err
    assert build.main(["ledger", "move", "ecoute", "presence", "--root", str(recorded)]) == 0
    assert build.main(["ledger", "restore", "P1.2", "--root", str(recorded)]) == 1
    assert capsys.readouterr().err == "build.py: ecoute is not where it was; put it back in the sources first\n"
    for path, text in zip(sources, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    (back,) = findings(recorded)
    assert (back.code, back.message) == (
        "LED008",
        "ecoute is back, and its address leads to presence, which replaced it",
    )
    assert "ledger restore ecoute" in back.hint
    assert build.main(["ledger", "restore", "ecoute", "--root", str(recorded)]) == 0
    assert (findings(recorded), lines(recorded)) == ([], before)


def test_an_id_given_back_after_a_rename_is_itself_again(recorded):
    was = lines(recorded)
    for old, new in (("t-spal", "t-police-longueuil"), ("t-police-longueuil", "t-spal")):
        for path in [path for path in recorded.rglob("*.*") if path.suffix in (".md", ".yml")]:
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        assert build.main(["ledger", "move", old, new, "--root", str(recorded)]) == 0
        assert build.main(["ledger", "record", "--root", str(recorded)]) == 0
    assert findings(recorded) == []
    assert {entry["id"]: entry for entry in lines(recorded) if "to" not in entry} == {
        entry["id"]: entry for entry in was
    }


def test_an_id_that_comes_back_is_one_finding_whose_command_mends_it(recorded, capsys):
    """As after going back over a new id, with the ledger that was published."""
    paths = [path for path in recorded.rglob("*.*") if path.suffix in (".md", ".yml")]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    for path, text in texts.items():
        path.write_text(text.replace("t-spal", "t-police-longueuil"), encoding="utf-8")
    assert run(recorded, "ledger", "move", "t-spal", "t-police-longueuil") == 0
    assert run(recorded, "ledger", "record") == 0
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    (back,) = findings(recorded)
    assert back.code == "LED002" and back.hint.endswith(" ledger move t-police-longueuil t-spal")
    assert run(recorded, *back.hint.split("build.py ")[1].split()) == 0
    assert findings(recorded) == []


def test_a_page_that_goes_is_told_once_though_old_addresses_lead_to_it(recorded):
    old = {"id": "vieux", "fr": "/vieux/", "en": "/en/old/", "to": "liens", "date": "2026-11-22"}
    rewrite(recorded, [*lines(recorded), old])
    for path in ("docs/fr/liens.md", "docs/en/connections.md"):
        (recorded / path).unlink()
    assert [code for code in said(recorded) if code.startswith("LED")] == [f"LED002 {PATH}"]


REFUSALS = [
    (["move", "xyzzy", "presence"], "xyzzy n'est pas dans le registre; donnez un identifiant, un repère ou une"),
    (["move", "presence", "xyzzy"], "xyzzy n'est pas publié; donnez l'identifiant d'une page ou d'une section"),
    (["move", "presence", "ecoute"], "presence est toujours publié; retirez-le d'abord des sources"),
    (
        ["move", "presence", "presence"],
        "presence ne s'est pas déplacé : il est toujours à /piliers/rapprochement/#pres",
    ),
    (["move", "presence", "en-bref"], "vouliez-vous dire l'un de ceux-ci : reso#en-bref, hub#en-bref?"),
    (["move", "/glossaire/", "/Mots/"], "le nom « Mots » ne peut pas faire partie d'une adresse; écrivez-le en minusc"),
    (["move", "/glossaire/", "/mots/#a"], "/mots/#a est l'adresse d'une section"),
    (["restore", "ecoute"], "rien n'a remplacé ecoute; donnez un identifiant que quelque chose a remplacé"),
]


@pytest.mark.parametrize(("words", "told"), REFUSALS, ids=[" ".join(words) for words, _ in REFUSALS])
def test_a_refusal_is_told_in_french_too(recorded, capsys, words, told):
    assert run(recorded, "ledger", *words, "--lang", "fr") == 1
    error = capsys.readouterr().err
    assert told in error and error.count("\n") == 1


def test_what_is_recorded_is_told_in_french_too(base, capsys):
    edit(base, "docs/fr/liens.md", "id: liens", "id: autres")
    assert run(base, "ledger", "record", "--lang", "fr") == 1
    assert re.match(r"build.py: les sources ont \d erreurs? : docs/", capsys.readouterr().err)
    edit(base, "docs/fr/liens.md", "id: autres", "id: liens")
    assert run(base, "ledger", "record", "--lang", "fr") == 0
    assert re.search(
        r"P1.1 : /piliers.*docs/ledger.jsonl : nouvelles ou modifiées : 45; au", capsys.readouterr().out, re.S
    )
    merge(base)
    name_the_first(base)
    assert run(base, "ledger", "move", "ecoute", "presence", "--lang", "fr") == 0
    assert "/#ecoute mène à presence\n" in capsys.readouterr().out


def test_a_short_address_names_what_was_published(recorded, capsys):
    for one in ("/r/p1-1/", "/en/cite/p1-1/"):
        assert build.main(["ledger", "move", one, "ecoute", "--root", str(recorded)]) == 1
        assert capsys.readouterr().err.startswith("build.py: presence is still published")


def test_a_refused_move_is_one_line(recorded, capsys):
    assert build.main(["ledger", "move", "presance", "ecoute", "--root", str(recorded)]) == 1
    assert capsys.readouterr().err == "build.py: presance is not in the ledger; did you mean presence?\n"


def test_the_ledger_cannot_be_lost_once_there_is_an_edition(recorded):
    assert build.main(["edition", "record", "--root", str(recorded)]) == 0
    assert said(recorded) == []
    (recorded / PATH).unlink()
    assert said(recorded) == [f"FIL007 {PATH}"]


# The guide


def test_every_published_address_is_in_the_staged_pages():
    corpus = read(PROJECT)
    tree = stage(corpus)
    for entry in published(corpus).values():
        for language, address in entry.addresses.items():
            path, _, fragment = address.partition("#")
            page = next(page for page in corpus.pages.values() if page.address(language) == path)
            text = tree[f"{language}/{page.file(language)}"]
            assert not fragment or f"{{ #{fragment} " in text or f'id="{fragment}"' in text, address


def test_the_guide_is_recorded():
    corpus = read(PROJECT)
    assert PATH in corpus.files
    assert [str(f) for f in check(corpus) if f.code.startswith(("LED", "EDN")) and f.code not in OF_RECORDING] == []
