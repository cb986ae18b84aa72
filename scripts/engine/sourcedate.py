"""The commit that is built: its name, and its date, the one that a build may hold so that any day gives the same."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

NAME = "SOURCE_DATE_EPOCH"
_EARLIEST = "315532800"  # 1980-01-01, the first day that every archive format can hold
_UNKNOWN_TO_GIT = ("not a git repository", "does not have any commits yet", "bad revision 'HEAD'")


class GitRefused(Exception):
    """The sources have a history, which git does not tell; the message is one line."""


def set_source_date(root: Path) -> None:
    """Set SOURCE_DATE_EPOCH, which MkDocs reads, to the time of the last commit of `root`; a value given stands.

    Sources that git does not know, such as an unpacked archive, have one fixed date.

    Raises:
        GitRefused: there is a date, which git does not tell.
    """
    if not os.environ.get(NAME):
        os.environ[NAME] = _git(root, "log", "-1", "--format=%ct") or _EARLIEST


def commit(root: Path) -> str | None:
    """The full name of the last commit of `root`; None where git knows none.

    Raises:
        GitRefused: there is one, which git does not tell.
    """
    return _git(root, "describe", "--always", "--abbrev=40", "--exclude=*") or None


def uncommitted(root: Path) -> list[str]:
    """The files below `root` that are not as in its last commit, or new; not what git ignores, or a build makes.

    What is staged and then put back as it was is as in the commit: a build reads the files, never the index.

    Raises:
        GitRefused: git does not tell them.
    """
    here = ("--", ".", ":(exclude).build", ":(exclude)site")
    status = _git(root, "status", "--porcelain", "-z", "--no-renames", *here).split("\0")
    found = [line.split(maxsplit=1) for line in status if line]
    if commit(root):
        unlike = _git(root, "diff", "--name-only", "-z", "--no-renames", "HEAD", *here).split("\0")
        found = [line for line in found if line[0] == "??" or line[1] in unlike]
    return [name for _, name in found]


def _git(root: Path, *command: str) -> str:
    """What git answers; "" where it does not know the sources."""
    environment = {**os.environ, "LC_ALL": "C"}  # for what it says to be known
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *command], env=environment, capture_output=True, text=True, check=False
        )
        fault = done.stderr.strip() if done.returncode else ""
    except OSError as error:
        fault = f"git: {error.strerror}"
        if not any((folder / ".git").exists() for folder in (root, *root.parents)):
            return ""
    if not fault:
        return done.stdout.strip()
    if any(known in fault for known in _UNKNOWN_TO_GIT):
        return ""
    raise GitRefused(f"the commit and its date are not known: {' '.join(fault.split())}")
