"""Every rule: its code, what `explain` says of it, and the tables beside the map of scripts/."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import build
from kb.model.rule import RULES, Rule

SCRIPTS = Path(build.__file__).parent
TABLES = {"en": SCRIPTS / "RULES.md", "fr": SCRIPTS / "REGLES.md"}


@pytest.mark.parametrize("language", TABLES)
def test_the_table_is_the_one_that_explain_prints(language: str, capsys):
    assert build.main(["explain", "--lang", language]) == 0
    assert TABLES[language].read_text(encoding="utf-8") == capsys.readouterr().out


def test_codes_and_sentences_are_well_formed():
    for code, rule in RULES.items():
        assert re.fullmatch(r"[A-Z]{3}\d{3}", code)
        said = [rule.rule, rule.rule.fr, rule.why, rule.why.fr]
        assert all(text.endswith(".") and "|" not in text for text in said), code
        assert len(set(map(str, said))) == 4, code


def test_a_code_is_taken_once():
    with pytest.raises(ValueError, match="LNK001 is a rule already"):
        Rule("LNK001", "a", "b", "c", "d")


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        (["LNK001"], RULES["LNK001"].rule),
        (["lnk001", "--lang", "fr"], RULES["LNK001"].rule.fr),
        (["HTM002"], "An address inside the site leads to a file of the site."),
        (["SRC003"], "a warning stops nothing"),
    ],
)
def test_a_rule_is_explained(typed: list[str], rule: str, capsys):
    assert build.main(["explain", *typed]) == 0
    assert rule in capsys.readouterr().out


def test_a_code_of_no_rule_is_told(capsys):
    assert build.main(["explain", "LNK0001"]) == 2
    assert re.fullmatch(r"build\.py: no rule LNK0001: did you mean LNK00\d\?\n", capsys.readouterr().err)
