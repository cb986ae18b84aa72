"""What the reader says of the commonest slips: place, cause and mend, in plain words, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.checks.records import ADD_TERM, NO_ORGANISATION, OTHER_KIND
from kb.model.finding import Finding
from support import BASE, EN, END, FR, edit, findings

KINDS = "notion, organisation, abbreviation"
CLIENTELES = "general-public, homelessness, crisis, indigenous, vulnerability, police-personnel"
ORGANISATIONS = "organisations: [t-…], or [] where there is none"
RECORD, GLOSSARY, TITLE = "examples/reso/record.yml", "docs/glossary.yml", "title: Mise en contexte"


def one(root: Path) -> Finding:
    """The only finding."""
    found = findings(root)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


@pytest.mark.parametrize(
    ("path", "old", "new", "message", "hint"),
    [
        (FR, TITLE, 'title: "Mise "en" contexte"', "a quotation mark ends the text here", "write « »"),
        (FR, TITLE, "title: 'Mise 'en' contexte'", "a quotation mark ends the text here", "write « »"),
        (RECORD, '"Premiers essais"', '"Premiers "vrais" essais"', "a quotation mark ends the text", "write « »"),
        (RECORD, "  - date: 199X", "\t- date: 199X", "a tab", "with spaces"),
        (RECORD, "mark: E1\n", "mark E1\n", "this line is neither “key: value” nor “- item”", "give it a key"),
        (FR, TITLE, "title: À propos : du guide: essai", "a second “: ”", "between quotes"),
        (FR, TITLE, 'title: "Mise en contexte', "a quotation mark ends the text here", "close the text above"),
        (FR, TITLE, "title: @SPVM", "a text cannot begin with this sign", "between quotes"),
        (FR, TITLE, "title: *SPVM", "* begins a reference", "between quotes"),
        (FR, TITLE, "title: [Mise en contexte", "a bracket is never closed", "close it"),
        (RECORD, "period: {start: 199X, end: 2021-06}", "period: {start: 1991/05}", "1991/05 is no date", "199X"),
        (
            RECORD,
            "period: {start: 199X, end: 2021-06}",
            "period: {start: 199X, end: 2021-31}",
            "the calendar has no 2021-31",
            "month",
        ),
        (RECORD, "source: [reso]", "source: editoriale", "editoriale is not a list", "[vision]"),
        (RECORD, "organisations: [t-spal]", "organisations: t-spal", "t-spal is not a list", "[one, two]"),
        (
            RECORD,
            "evidence: described",
            "evidence: proven",
            "proven is not one of described, evaluated",
            "write one of these",
        ),
        (
            RECORD,
            "- {fr: organismes du quartier, en: neighbourhood organizations}",
            "- organismes",
            "organismes is not keys with",
            "fr: …",
        ),
        (
            GLOSSARY,
            "source: [abreviations, reso]",
            "source: editoriel",
            "editoriel is not a list",
            "or write editorial",
        ),
        (FR, "description:", "description: ''\n#", "description: nothing stands here", "write it"),
        (
            "docs/milestones.yml",
            "2000\n  unit: mise-en-contexte",
            "2000\n  unit: presence",
            "of any other date with its year",
            "October 2012",
        ),
        (FR, TITLE, f"{TITLE}\neditorial: oui", "oui is not true or false", "write true or false"),
    ],
)
def test_a_slip_in_yaml_is_told_in_plain_words(base, path, old, new, message, hint):
    edit(base, path, old, new)
    finding, line = one(base), (BASE / path).read_text().split(old)[0].count("\n") + 1
    assert finding.path == path
    assert finding.line - line in (0, 1)
    assert message in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("path", "old", "new", "message", "hint"),
    [
        (RECORD, "evidence: described\n", "", "the key evidence is", "add it: one of described, evaluated, editorial"),
        (RECORD, "clientele: [vulnerability, general-public]\n", "", "clientele is", f"add it: one of {CLIENTELES}"),
        (RECORD, "organisations: [t-spal]\n", "", "organisations is missing", f"add it: {ORGANISATIONS}"),
        (RECORD, "source: [reso]\n", "", "the key source is missing", "add it: source: [vision]"),
        (RECORD, "[t-spal]", "[t-spal, t-concertation]", "the term t-concertation is no organisation", NO_ORGANISATION),
        (RECORD, "[t-spal]", "[t-spal, t-zzz]", "organisations names the unknown id t-zzz", ADD_TERM),
        (RECORD, "  presence: {", "  reso: {", "reso is nothing that principles takes", OTHER_KIND),
        (GLOSSARY, "- id: t-spal\n  kind: organisation\n", "- id: t-spal\n", "kind is", f"add it: one of {KINDS}"),
        (RECORD, "mark: E1\n", "mark: M7\n", "the mark M7 of an example does not start with E", "write E and a number"),
        (
            "examples/reso/fr.md",
            "## Le fonctionnement { #fonctionnement }\n",
            "",
            "the section fonctionnement is missing",
            "add after this line: ## Le fonctionnement { #fonctionnement }",
        ),
        (
            "docs/units.yml",
            "- {id: notes,",
            '- {id: pivot, page: 16, kind: example, pillar: rapprochement, heading: "Pivot"}\n- {id: notes,',
            "the unit pivot is not covered",
            "write its record, examples/pivot/, or, if another page tells it now, add pivot to sources: […] there",
        ),
        ("models/hub/record.yml", "mark: M1\n", "mark: E7\n", "the mark E7 of a model does", "write M and a number"),
        (
            "examples/reso/fr.md",
            " { #besoin }",
            "",
            "the heading Le besoin has no id",
            "write ## Le besoin { #besoin }",
        ),
    ],
)
def test_a_slip_in_a_record_is_one_finding_in_plain_words(base, path, old, new, message, hint):
    edit(base, path, old, new)
    finding = one(base)
    assert message in finding.message
    assert finding.hint == hint


def test_a_file_of_another_kind_is_told_its_name(base):
    (base / "docs/assets/velo.jpg").write_bytes(b"\x89PNG\r\n\x1a\n...IEND\xaeB`\x82")
    for path, old in ((FR, END[FR]), (EN, END[EN])):
        edit(base, path, old, f"{old} ![Plan](assets/velo.jpg).")
    finding = one(base)
    assert finding.message == "this is a PNG, whose name tells a JPG"
    assert finding.hint == "name it velo.png, in its links too, or save it as JPG"


@pytest.mark.parametrize(
    ("path", "end", "answers"),
    [
        (FR, " Elle contribue.", "in English, one of these does: contribute, contributes,"),
        (EN, " It contributes.", "in French, one of these does: contribuer, contribue,"),
        (FR, " Elle agit deux fois.", "in English, one of these does: two, 2, both, twice,"),
    ],
)
def test_what_would_answer_a_word_is_named(base, path, end, answers):
    for file, last in ((FR, "tous les jours."), (EN, "every day.")):
        edit(base, file, last, f"{last}{end if file == path else ' Oh.'}")
    assert one(base).hint.startswith(answers)


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("Le Zorvalin agit. Zorvalin aide.", "unknown word Zorvalin, 2 times", "if it is a name, add it to docs/words"),
        ("Le Quebéc agit.", "unknown word Quebéc", "did you mean Québec?"),
        ("La politque agit.", "unknown word politque", "did you mean politique?"),
        ("[9][note-9]", "unknown id note-9", "did you mean note-"),
        ("[22][note-22]", "unknown id note-22", "the notes are the policy's own, note-1 to note-21: cite"),
    ],
)
def test_a_name_and_a_note_are_told_without_a_guess(base, words, message, hint):
    edit(base, FR, "tous les jours.", f"tous les jours. {words}")
    edit(base, EN, "every day.", f"every day.{' Oh.' * words.count('.')}")
    (finding,) = [one for one in findings(base) if one.code in ("SPL001", "LNK001")]
    assert finding.message == message
    assert finding.hint.startswith(hint)


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("example", "write its record, examples/suite/"),
        ("model", "write its record, models/suite/"),
        ("section", "write"),
    ],
)
def test_what_covers_a_unit_is_told_by_its_kind(base, kind, hint):
    units = base / "docs/units.yml"
    units.write_text(f"{units.read_text()}- {{id: suite, page: 31, kind: {kind}, heading: Suite}}\n")
    assert one(base).hint.startswith(hint)


@pytest.mark.parametrize(
    ("image", "written"),
    [("![](assets/plan.svg)", "![text](assets/plan.svg)"), ("![][fig-maison]", "![text][id]")],
)
def test_an_image_without_a_text_keeps_its_own_form(base, image, written):
    edit(base, FR, "tous les jours.", f"tous les jours. {image}")
    (finding,) = [finding for finding in findings(base) if finding.code == "FIL006"]
    assert finding.hint == f"say what it shows: {written}"


def test_a_file_that_is_nearly_named_so_is_meant(base):
    (base / "docs/assets/plan.svg").write_text("<svg/>", encoding="utf-8")
    for path, words in ((FR, "Un [plan](assets/plam.svg)."), (EN, "A [plan](assets/plan.svg).")):
        edit(base, path, END[path], f"{END[path]} {words}")
    assert one(base).hint == "did you mean assets/plan.svg?"


@pytest.mark.parametrize(
    ("written", "place"),
    [("plan.pdf", "assets/files/plan.pdf"), ("../x/rue.svg", "assets/img/rue.svg"), ("assets/a/plan.pdf",) * 2],
)
def test_a_file_that_is_not_there_is_told_its_place(base, written, place):
    (base / "docs/assets/casse.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    for path, words in ((FR, f"Un [plan]({written}), [un](assets/casse.pdf)."), (EN, "A [plan](assets/casse.pdf).")):
        edit(base, path, END[path], f"{END[path]} {words}")
    (finding,) = [finding for finding in findings(base) if finding.code == "LNK003"]
    assert finding.hint == f"put it at docs/{place}, and write {place}"


def test_an_ending_in_capitals_is_told_as_such(base):
    (base / "docs/assets/velo.JPG").write_text("x")
    assert one(base).hint == "write the ending in small letters: velo.jpg"


def test_front_matter_that_does_not_end(base):
    edit(base, EN, "---\nThe", "\nThe")
    assert "does not end" in one(base).message
