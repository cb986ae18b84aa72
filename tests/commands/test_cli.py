"""`python scripts/build.py check`: what it prints, where, and how it exits."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import build
from engine import mkdocs_run
from support import EN, END, FR, edit

SCRIPT = Path(build.__file__)
LINE = re.compile(r"^[\w./-]+:\d+:\d+: [A-Z]{3}\d{3} \S.*$")


@pytest.fixture
def check(base, capfd):
    """Run the command on the base in this process: exit status, lines of stdout, stderr."""

    def run(*arguments: str) -> tuple[int, list[str], str]:
        try:
            status = build.main(["check", "--root", str(base), *arguments])
        except SystemExit as stopped:
            status = stopped.code
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return status, out.splitlines(), err

    return run


def command(*arguments: str | Path, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, arguments)], capture_output=True, text=True, timeout=60, **options
    )


def break_links(base: Path) -> None:
    edit(base, FR, END[FR], f"{END[FR]} Voir [a][rezo], [b][rezo].")
    edit(base, EN, END[EN], f"{END[EN]} See [a][rezo], [b][rezo].")


def leave_a_unit(base: Path) -> None:
    edit(base, "docs/units.yml", "- {id: notes,", "- {id: x, page: 31, kind: section, heading: Texte}\n- {id: notes,")


def test_a_clean_base(check):
    status, out, err = check("--strict")
    assert (status, out) == (0, [])
    assert "0 errors, 0 warnings" in err


def test_the_counts_are_told_in_either_language(base, check):
    (base / "docs/fr/liens.md").unlink()
    found = {language: check("--lang", language)[2].splitlines()[-1] for language in ("en", "fr")}
    assert found == {"en": "1 error, 0 warnings", "fr": "1 erreur, 0 avertissement"}


def test_errors_are_printed_sorted_on_stdout(base, check):
    break_links(base)
    leave_a_unit(base)
    status, out, err = check()
    assert status == 1
    assert len(out) == 5 and all(map(LINE.match, out))
    places = [(path, int(line), int(column)) for path, line, column, _ in (row.split(":", 3) for row in out)]
    assert places == sorted(places)
    assert out[0] == f"{EN}:6:74: LNK001 unknown id rezo — did you mean reso?"
    assert "4 errors, 1 warning\n" in err


def test_a_warning_is_an_error_under_strict_alone(base, check):
    leave_a_unit(base)
    lenient, out, _ = check()
    strict, again, _ = check("--strict")
    assert (lenient, strict) == (0, 1)
    hint = "write its section, or add it to sources: […] in the page that retells it"
    assert out == again == [f"docs/units.yml:11:4: SRC003 the unit x is not covered — {hint}"]


def test_json(base, check):
    assert json.loads("\n".join(check("--format", "json")[1])) == []
    break_links(base)
    status, out, _ = check("--format", "json")
    rows = json.loads("\n".join(out))
    assert status == 1
    assert [(row["path"], row["line"], row["column"], row["code"], row["severity"]) for row in rows] == [
        (EN, 6, 74, "LNK001", "error"),
        (EN, 6, 85, "LNK001", "error"),
        (FR, 6, 88, "LNK001", "error"),
        (FR, 6, 99, "LNK001", "error"),
    ]


def test_github(base, check):
    break_links(base)
    status, out, _ = check("--format", "github")
    assert status == 1
    assert out[0] == f"::error file={EN},line=6,col=74,title=LNK001::unknown id rezo — did you mean reso?"


@pytest.mark.parametrize(
    "arguments", [["--format", "xml"], ["--unknown"], ["page.md"], ["--root"]], ids=lambda arguments: arguments[0]
)
def test_wrong_usage(check, arguments):
    status, out, err = check(*arguments)
    assert (status, out) == (2, [])
    assert err.startswith("usage: build.py")


def test_no_command_and_an_unknown_one(capfd):
    for arguments in ([], ["chekc"]):
        with pytest.raises(SystemExit) as stopped:
            build.main(arguments)
        assert stopped.value.code == 2


@pytest.mark.parametrize("name", ["absent", "file", "with\nline"])
def test_a_root_that_is_no_folder(tmp_path, capfd, name):
    (tmp_path / "file").write_text("x")
    assert build.main(["check", "--root", str(tmp_path / name)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert "is not a folder" in err


def test_an_empty_root(tmp_path, capfd):
    assert build.main(["check", "--root", str(tmp_path)]) == 1
    assert "docs/units.yml:1:1: FIL007" in capfd.readouterr().out


def test_a_root_may_hold_spaces_and_accents_and_be_relative(base, capfd, monkeypatch):
    base.rename(base.parent / "l'été 2024")
    monkeypatch.chdir(base.parent)
    assert build.main(["check", "--root", "l'été 2024", "--strict"]) == 0


def test_as_a_program_from_anywhere(base, tmp_path):
    break_links(base)
    done = command("check", "--root", base, cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 4
    assert "Traceback" not in done.stderr


def test_as_a_program_in_a_bare_locale(base):
    break_links(base)
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONUTF8": "0"}
    done = command("check", "--root", base, env=environment, encoding="utf-8")
    assert done.returncode == 1
    assert "unknown id rezo — did you mean reso?" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_as_a_program_whose_streams_are_closed(base, closed):
    for status, change in ((0, lambda base: None), (1, break_links)):
        change(base)
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} {SCRIPT} check --root {base} {closed}"], capture_output=True, text=True
        )
        assert done.returncode == status and "Traceback" not in done.stderr
        assert bool(done.stdout) == (status == 1 and ">&-" not in closed.replace("2>&-", ""))


def test_as_a_program_that_nobody_can_write_to(base):
    break_links(base)
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, SCRIPT, "check", "--root", base], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode != 0 and b"Traceback" not in done.stderr
    assert b"build.py: No space left on device\n" in done.stderr


def test_as_a_program_without_docstrings(base):
    done = subprocess.run([sys.executable, "-OO", SCRIPT, "check", "--root", base], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "") and done.stderr.endswith("0 errors, 0 warnings\n")


@pytest.mark.parametrize("place", ["link", "link to nothing", "file"])
def test_a_site_that_is_no_folder_is_left_alone(base, tmp_path, capfd, place):
    elsewhere = tmp_path / "elsewhere"
    if place == "link":
        elsewhere.mkdir()
        (elsewhere / "thesis.odt").write_text("years of work", encoding="utf-8")
    if place == "file":
        (base / "site").write_text("years of work", encoding="utf-8")
    else:
        (base / "site").symlink_to(elsewhere)
    assert build.main(["site", "--root", str(base)]) == 1
    said = capfd.readouterr().err
    assert said.startswith("not built: ") and said.count("\n") == 1 and not (base / ".build").exists()
    assert (base / "site").is_symlink() == (place != "file") and elsewhere.exists() == (place == "link")


def test_any_exception_of_mkdocs_is_one_line(base, tmp_path, capfd, monkeypatch):
    def fails(config):
        raise RuntimeError("a plugin\nfails")

    monkeypatch.setattr(mkdocs_run, "mkdocs_build", fails)
    assert build.main(["site", "--root", str(base)]) == 1
    last = capfd.readouterr().err.splitlines()[-1]
    assert re.fullmatch(r"not built: MkDocs: RuntimeError: a plugin fails \(.*, line \d+\); site/ was not made", last)


def test_as_a_program_whose_reader_goes_away(base):
    break_links(base)
    program = f"{sys.executable} {SCRIPT} check --root {base}"
    done = subprocess.run(["sh", "-c", f"{program} | true"], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
