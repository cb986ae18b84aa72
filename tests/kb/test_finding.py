"""What a run reports: order, the three formats, exit codes and hints."""

from __future__ import annotations

import json

import pytest

import kb.checks  # noqa: F401 (its families declare their rules)
from kb.model.finding import Finding, did_you_mean, exit_code, render

ERROR = Finding("docs/fr/index.md", 12, 3, "LNK001", "unknown id rezo", "did you mean reso?")
WARNING = Finding("docs/units.yml", 2, 4, "SRC003", "the unit x is not covered")


def test_text_is_one_line_a_finding():
    assert render([ERROR, WARNING]) == (
        "docs/fr/index.md:12:3: LNK001 unknown id rezo — did you mean reso?\n"
        "docs/units.yml:2:4: SRC003 the unit x is not covered"
    )


def test_text_of_nothing_is_empty():
    assert render([]) == render([], "github") == ""


def test_json_holds_every_field_and_the_severity():
    assert json.loads(render([WARNING, ERROR], "json")) == [
        {
            "path": "docs/fr/index.md",
            "line": 12,
            "column": 3,
            "code": "LNK001",
            "message": "unknown id rezo",
            "hint": "did you mean reso?",
            "severity": "error",
        },
        {
            "path": "docs/units.yml",
            "line": 2,
            "column": 4,
            "code": "SRC003",
            "message": "the unit x is not covered",
            "hint": "",
            "severity": "warning",
        },
    ]


def test_json_of_nothing_is_an_empty_array():
    assert json.loads(render([], "json")) == []


def test_json_keeps_accents_readable():
    assert "é — à" in render([Finding("x", 1, 1, "LNK001", "é — à")], "json")


def test_github_annotates_errors_and_warnings():
    assert render([ERROR, WARNING], "github") == (
        "::error file=docs/fr/index.md,line=12,col=3,title=LNK001::unknown id rezo — did you mean reso?\n"
        "::warning file=docs/units.yml,line=2,col=4,title=SRC003::the unit x is not covered"
    )


def test_github_escapes_what_its_syntax_uses():
    odd = Finding("docs/a,b:c%.md", 1, 1, "LNK001", "20 %: a,b\nc", "d\ne")
    assert render([odd], "github") == (
        "::error file=docs/a%2Cb%3Ac%25.md,line=1,col=1,title=LNK001::20 %25: a,b c — d e"
    )


@pytest.mark.parametrize("style", ["text", "json", "github"])
@pytest.mark.parametrize(
    "odd", ["a\r\nb", "a\u2028b", "a\x1b[31mb", "a\u202eb", "caf\udce9", "a\0b", "\ufeffa", "\ud800"]
)
def test_a_finding_is_one_line_that_can_be_written_whatever_it_quotes(odd, style):
    text = render([Finding(odd, 1, 1, "LNK001", odd, odd)], style)
    text.encode("utf-8")
    assert "\ufeff" not in text and not {"\r", "\x1b", "\u2028", "\u202e", "\0"} & set(text)
    assert style == "json" or text.isprintable()


def test_a_byte_of_a_name_that_is_not_utf_8_is_shown_as_it_is():
    assert str(Finding("docs/fr/caf\udce9.md", 1, 1, "FIL010", "m")) == "docs/fr/caf\\xe9.md:1:1: FIL010 m"


def test_findings_are_sorted_by_place_then_code_and_each_stands_once():
    places = [("b", 1, 1, "LNK001"), ("a", 10, 1, "LNK001"), ("a", 9, 1, "LNK001"), ("a", 9, 1, "IDS001")]
    found = [Finding(*place, "x") for place in (*places, places[0])]
    assert [line.split(" x")[0] for line in render(found).splitlines()] == [
        "a:9:1: IDS001",
        "a:9:1: LNK001",
        "a:10:1: LNK001",
        "b:1:1: LNK001",
    ]


@pytest.mark.parametrize(
    ("findings", "lenient", "strict"),
    [([], 0, 0), ([WARNING], 0, 1), ([ERROR], 1, 1), ([WARNING, ERROR], 1, 1)],
    ids=["none", "warning", "error", "both"],
)
def test_exit_code(findings, lenient, strict):
    assert exit_code(findings) == lenient
    assert exit_code(iter(findings), strict=True) == strict


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("rezo", "did you mean reso?"),
        ("Reso", "did you mean reso?"),
        ("presence-accesibilite", "did you mean presence-accessibilite?"),
        ("tout-autre-chose", "add it"),
        ("", "add it"),
    ],
)
def test_did_you_mean_names_the_closest_or_says_otherwise(word, hint):
    assert did_you_mean(word, ["hub", "reso", "presence-accessibilite"], "add it") == hint


def test_did_you_mean_has_nothing_to_say_without_candidates():
    assert did_you_mean("reso", []) == ""
