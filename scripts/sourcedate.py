"""The one date that a build may hold: that of the commit, so that a build on another day gives the same bytes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

NAME = "SOURCE_DATE_EPOCH"
_EARLIEST = "315532800"  # 1980-01-01, the first day that every archive format can hold


def set_source_date(root: Path) -> None:
    """Set SOURCE_DATE_EPOCH, which MkDocs reads, to the time of the last commit of `root`; a value given stands.

    Sources that git does not know, such as an unpacked archive, have one fixed date.
    """
    if os.environ.get(NAME):
        return
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        found = ""
    os.environ[NAME] = found or _EARLIEST
