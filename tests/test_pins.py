"""What `make outdated` makes of the tools' answers."""

from __future__ import annotations

import pytest

import pins


@pytest.fixture
def report() -> pins.Report:
    return pins.Report()


def test_a_vulnerability_names_the_package_and_the_version_that_mends_it(report: pins.Report):
    vulns = [{"id": "PYSEC-1", "fix_versions": ["1.1", "2.0"]}, {"id": "PYSEC-2", "fix_versions": []}]
    rows = [{"name": "a", "version": "1.0", "vulns": vulns}, {"name": "b", "version": "2.0", "vulns": []}]
    pins.audit_python(report, "lock", {"dependencies": rows})
    assert report.vulnerable == ["a 1.0: PYSEC-1, mended in 1.1, 2.0", "a 1.0: PYSEC-2, mended in no version yet"]
    assert report.unasked == []


def test_silence_is_never_taken_for_health(report: pins.Report):
    pins.audit_python(report, "lock", {"dependencies": [{"name": "a", "skip_reason": "not found"}]})
    pins.audit_python(report, "other", None)
    pins.newer_python(report, {"a"}, None)
    for answer in (None, {"error": {"summary": ""}}, {"message": "405"}):
        pins.audit_npm(report, answer)
    pins.newer_npm(report, {"error": {"summary": ""}})
    assert len(report.unasked) == 7 and "0 of 1" in report.unasked[0]


def test_npm(report: pins.Report):
    via = [{"title": "Prototype pollution"}, "another"]
    pins.audit_npm(report, {"vulnerabilities": {"a": {"range": "<2", "via": via}, "b": {"range": "*", "via": ["a"]}}})
    newest = {"wanted": "3.0.0", "latest": "3.0.0"}  # not installed
    pins.newer_npm(report, {"c": {"current": "1.0.0", "wanted": "1.0.0", "latest": "2.0.0"}, "d": newest})
    assert report.vulnerable == ["a <2: Prototype pollution", "b *: through what it needs"]
    assert report.outdated == ["c 1.0.0 → 2.0.0"]


def test_only_what_is_pinned_is_outdated(report: pins.Report):
    row = {"version": "1.0", "latest_version": "2.0"}
    pins.newer_python(report, {"static-i18n"}, [{"name": "Static_i18n", **row}, {"name": "pip", **row}])
    assert report.outdated == ["Static_i18n 1.0 → 2.0"]


@pytest.mark.parametrize(
    ("vulnerable", "silent", "status"), [(False, False, 0), (True, False, 1), (False, True, 2), (True, True, 1)]
)
def test_the_exit_status(vulnerable: bool, silent: bool, status: int, monkeypatch, capsys):
    vulns = [{"id": "PYSEC-1", "fix_versions": []}] if vulnerable else []
    answers = {
        "pip": [],
        "uv": {"dependencies": [{"name": "a", "version": "1.0", "vulns": vulns}]},
        "audit": None if silent else {"vulnerabilities": {}},
        "outdated": {},
    }
    monkeypatch.setattr(pins, "_json", lambda module, *_: answers[module])
    monkeypatch.setattr(pins, "_npm", answers.get)
    assert pins.main() == status
    said = capsys.readouterr().out
    assert ("PYSEC-1" in said, "npm audit gave no answer" in said) == (vulnerable, silent)


def test_what_nobody_answered_is_not_called_healthy(monkeypatch, capsys):
    monkeypatch.setattr(pins, "_json", lambda *_: None)
    monkeypatch.setattr(pins, "_npm", lambda _: None)
    assert pins.main() == 2
    said = capsys.readouterr().out
    assert "Known vulnerabilities: not known\n" in said and "Newer versions: not known\n" in said
