"""The commands run as they are printed, typed in any shell with any Python."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import build
import environment
from content import copy_content

PROJECT = Path(build.__file__).resolve().parent.parent
ANY_PYTHON = sys._base_executable  # not the one of .venv
COMMAND = re.compile(r"python3 scripts/build\.py [^`\n]+")
READMES = [
    pytest.param(found, id=f"{name}: {found}")
    for name in ("README.md", "LISEZMOI.md")
    for found in COMMAND.findall((PROJECT / name).read_text("utf-8"))
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project, set up."""
    copy_content(tmp_path)
    for name in ("scripts", "overrides"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    for name in (".venv", "node_modules"):
        (tmp_path / name).symlink_to(PROJECT / name)
    return tmp_path


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, check=False)


def test_any_python_runs_the_commands_of_a_project_that_is_set_up(checkout: Path, tmp_path: Path):
    done = run(ANY_PYTHON, str(checkout / "scripts" / "build.py"), "check", cwd=tmp_path.parent)
    assert done.returncode == 0 and "0 errors" in done.stderr, done.stdout


def test_before_it_is_set_up_one_line_says_what_to_run(checkout: Path):
    (checkout / ".venv").unlink()
    done = run(ANY_PYTHON, "-S", "scripts/build.py", "check", cwd=checkout)
    assert done.returncode == 1
    assert done.stderr == "build.py: the packages are not installed: run `make site` once, then this command again\n"


def test_an_environment_that_somebody_chose_is_kept(monkeypatch):
    monkeypatch.setattr(environment.os, "execv", lambda *_: pytest.fail("started again"))
    environment.enter()


@pytest.mark.parametrize("command", READMES)
def test_the_commands_of_the_readme_are_those_of_the_program(command: str):
    arguments = ["check" if word in ("COMMAND", "COMMANDE") else word for word in shlex.split(command)[2:]]
    assert build._parser(arguments).parse_args(arguments).run


def hint(found: str, code: str) -> str:
    """The command that the finding `code` tells to type."""
    return next(COMMAND.search(line).group() for line in found.splitlines() if f" {code} " in line)


def test_the_command_of_an_unrecorded_address_records_it(checkout: Path):
    for path, text in (("fr/politique/vision.md", "Plus"), ("en/policy/vision.md", "More")):
        with open(checkout / "docs" / path, "a", encoding="utf-8") as file:
            file.write(f"\n## {text} {{ #plus }}\n\n{text}.\n")
    command = hint(run("sh", "-c", "python3 scripts/build.py check", cwd=checkout).stdout, "LED007")
    assert run("sh", "-c", command, cwd=checkout).returncode == 0
    assert " LED007 " not in run("sh", "-c", "python3 scripts/build.py check", cwd=checkout).stdout


def test_the_command_of_a_page_that_is_gone_says_what_replaces_it(checkout: Path):
    for folder in ("fr/politique/conclusion.md", "en/policy/conclusion.md"):
        (checkout / "docs" / folder).unlink()
    command = hint(run("sh", "-c", "python3 scripts/build.py check", cwd=checkout).stdout, "LED002")
    done = run("sh", "-c", command.replace("NEW", "vision"), cwd=checkout)
    assert done.returncode == 0, done.stderr
    assert " LED002 " not in run("sh", "-c", "python3 scripts/build.py check", cwd=checkout).stdout
