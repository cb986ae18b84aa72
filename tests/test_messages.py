"""What the reader says of the commonest slips: place, cause and mend, in plain words, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.model.finding import Finding
from support import BASE, EN, FR, edit, findings

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
        (FR, TITLE, "title: À propos : du guide: essai", "a second “: ”", "between quotes"),
        (FR, TITLE, 'title: "Mise en contexte', "a quotation mark ends the text here", "close the text above"),
        (FR, TITLE, "title: @SPVM", "a text cannot begin with this sign", "between quotes"),
        (FR, TITLE, "title: *SPVM", "* begins a reference", "between quotes"),
        (FR, TITLE, "title: [Mise en contexte", "a bracket is never closed", "close it"),
        (RECORD, "period: {start: 199X, end: 2021-06}", "period: {start: 2021/05}", "2021/05 is no date", "199X"),
        (
            RECORD,
            "period: {start: 199X, end: 2021-06}",
            "period: {start: 2021-31}",
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


def test_front_matter_that_does_not_end(base):
    edit(base, EN, "---\nThe", "\nThe")
    assert "does not end" in one(base).message
