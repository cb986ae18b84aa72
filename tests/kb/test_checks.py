"""Every finding code of the sources: the faults it reports, where it points, and the look-alikes it leaves alone."""

from __future__ import annotations

import pytest

from cases import CLEAN, FAILING
from content import PROJECT
from kb.model.finding import exit_code
from kb.model.rule import RULES
from planting import told_in_french
from support import FAMILIES, Case, apply, family_findings, findings, make_base, place

# The families that have a test module of their own.
ELSEWHERE = {
    "NAV": "test_navigation.py",
    "HTM": "test_verify.py",
    "DIF": "test_verify_sources.py",
    "TYP": "test_language_checks.py",
    "SPL": "test_language_checks.py",
    "CON": "test_language_checks.py",
    "PEN": "test_slips.py",
    "SYN": "test_search_index.py",
    "QST": "test_questions.py",
    "LED": "test_ledger.py",
    "EDN": "test_editions.py",
    "ADR": "test_linkcheck.py",
    "INT": "test_interface.py",
}
HERE = {code for code in RULES if code.startswith(FAMILIES)}


def test_the_clean_base_has_no_finding(tmp_path):
    found = findings(make_base(tmp_path))
    assert [str(finding) for finding in found] == []
    assert exit_code(found, strict=True) == 0


@pytest.mark.parametrize("case", FAILING, ids=str)
def test_a_fault_is_reported_where_it_stands(tmp_path, case: Case):
    expected = apply(make_base(tmp_path), case)
    found = family_findings(tmp_path)
    assert {place(finding) for finding in found} == expected, "\n".join(map(str, found))
    assert case.code in {finding.code for finding in found}
    assert all(finding.message and finding.hint for finding in found)
    assert all(all(told_in_french(finding)) for finding in found)
    assert exit_code(found) == int(not all(RULES[finding.code].warning for finding in found))


@pytest.mark.parametrize("case", CLEAN, ids=str)
def test_a_look_alike_is_left_alone(tmp_path, case: Case):
    assert apply(make_base(tmp_path), case) == set(), "a clean case holds a marker"
    assert list(map(str, family_findings(tmp_path))) == []


@pytest.mark.parametrize("cases", [FAILING, CLEAN], ids=["failing", "clean"])
def test_every_code_has_a_case(cases: list[Case]):
    assert {case.code for case in cases} == HERE


def test_every_family_has_its_tests():
    assert {code[:3] for code in RULES} == {*FAMILIES, *ELSEWHERE}
    assert [name for name in ELSEWHERE.values() if not list((PROJECT / "tests").glob(f"*/{name}"))] == []


def test_case_names_are_unique():
    names = [str(case) for case in (*FAILING, *CLEAN)]
    assert len(names) == len(set(names))
