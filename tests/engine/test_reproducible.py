"""Two builds of one commit are byte-identical: on other days, in other folders, in another locale and time zone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from content import PROJECT
from programs import program

COMMITTER = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def run(*command: str | Path, **environment: str) -> str:
    own = {"SITE_URL": "https://guide.example/", "FEEDBACK": "guide@guide.example"}
    clean = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "CONTENT_ROOT")}
    done = subprocess.run(command, env={**clean, **own, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def checkouts(folder: Path) -> tuple[Path, Path]:
    """Two clones of one commit that holds the project as it is now, each with the libraries that npm installed."""
    origin, names = folder / "origin", (folder / "a", folder / "another folder" / "é")
    listed = run("git", "-C", PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            (origin / name).write_bytes((PROJECT / name).read_bytes())
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "as it is now"]):
        run("git", "-C", origin, *command, **COMMITTER)
    for clone in names:
        run("git", "clone", "-q", origin, clone)
        (clone / "node_modules").symlink_to(PROJECT / "node_modules")
    return names


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_builds_of_one_commit_are_byte_identical(tmp_path: Path):
    """Also where one is made by build.py and the other by hand."""
    one, other = checkouts(tmp_path)
    by_hand = ["-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", other / "mkdocs.yml"]
    for clone, site, date, environment in (
        (
            one,
            [one / "scripts" / "build.py", "site"],
            "2031-01-01 03:00:00",
            {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
        ),
        (
            other,
            by_hand,
            "2032-02-29 23:59:59",
            {"TZ": "America/Toronto", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
        ),
    ):
        for command in ([clone / "scripts" / "build.py", "publish", f"{clone}-published"], site):
            run(program("faketime"), date, sys.executable, *command, **environment)
    for first, second in ((f"{one}-published", f"{other}-published"), (one / "site", other / "site")):
        here, there = bytes_of(Path(first)), bytes_of(Path(second))
        assert {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)} == set()
        assert len(here) > 150
    # The published pages are those of site/ but for the names of what they load.
    assert {n for n in bytes_of(one / "site") if n.endswith(".html")} < set(bytes_of(Path(f"{one}-published")))


def test_the_date_is_that_of_the_commit_or_of_the_environment(tmp_path: Path):
    code = """
import os, pathlib
from engine.sourcedate import set_source_date
set_source_date(pathlib.Path("."))
print(os.environ["SOURCE_DATE_EPOCH"])
"""
    command = [sys.executable, "-c", code]
    os.chdir(tmp_path)
    scripts = str(PROJECT / "scripts")
    assert run(*command, PYTHONPATH=scripts) == "315532800\n"
    assert run(*command, PYTHONPATH=scripts, PATH="") == "315532800\n"
    run("git", "init", "-q")
    date = {"GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000"}
    run("git", "commit", "-q", "--allow-empty", "-m", "one", **COMMITTER, **date)
    assert run(*command, PYTHONPATH=scripts) == "1700000000\n"
    assert run(*command, PYTHONPATH=scripts, SOURCE_DATE_EPOCH="1") == "1\n"


REFUSING = """#!/bin/sh
echo "fatal: detected dubious ownership in repository at '/srv/guide'
To add an exception for this directory, call:

	git config --global --add safe.directory /srv/guide" >&2
exit 128
"""


def test_a_git_that_refuses_is_told(tmp_path: Path, base: Path):
    """Else two builds of one commit would differ, and nobody would know."""
    git = tmp_path / "bin" / "git"
    git.parent.mkdir()
    git.write_text(REFUSING, encoding="utf-8")
    git.chmod(0o755)
    command = [sys.executable, PROJECT / "scripts" / "build.py", "site", "--root", base]
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    (base / ".git").mkdir()
    for path in (f"{git.parent}:{os.environ['PATH']}", str(tmp_path)):  # git refuses, and there is no git
        done = subprocess.run(command, env={**clean, "PATH": path}, capture_output=True, text=True, check=False)
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "the commit and its date are not known" in done.stderr.splitlines()[-1]
    assert not (base / "site").exists()
