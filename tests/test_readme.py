"""README.md tells every finding code and its rule, as the program knows them."""

from __future__ import annotations

import re
from pathlib import Path

from kb.model.codes import CODES

README = Path(__file__).resolve().parent.parent / "README.md"
ROW = re.compile(r"^\|\s*`?([A-Z]{3}\d{3})`?\s*\|\s*(.*?)\s*\|\s*$", re.M)


def rows() -> list[tuple[str, str]]:
    assert README.is_file(), "README.md is missing: it must hold a table | code | rule | of kb.model.codes.CODES"
    return ROW.findall(README.read_text(encoding="utf-8"))


def test_every_code_stands_once_in_the_table():
    codes = [code for code, _ in rows()]
    assert sorted(codes) == sorted(CODES), "one row | code | rule | for each code of scripts/kb/model/codes.py"


def test_the_rules_are_the_programs_own():
    assert dict(rows()) == CODES
