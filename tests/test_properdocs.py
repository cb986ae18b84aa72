"""ProperDocs, the continuation of MkDocs 1, builds the same pages: the way out if MkDocs 1 stays unmaintained."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pipeline


def build(engine: str, folder: Path) -> str:
    """What a strict build by hand says."""
    command = [sys.executable, "-m", engine, "build", "--strict", "-f", str(pipeline.PROJECT / "mkdocs.yml")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("CONTENT_ROOT", None)
    command += ["-d", str(folder)]
    done = subprocess.run(command, env=environment, cwd=pipeline.PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_properdocs_builds_the_same_pages_without_a_warning(tmp_path: Path):
    said = build("properdocs", tmp_path / "properdocs")
    assert not [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR", "DEPRECATION"))], said
    build("mkdocs", tmp_path / "mkdocs")
    ours, theirs = (
        {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in (tmp_path / "mkdocs", tmp_path / "properdocs")
    )
    assert ours.keys() == theirs.keys() and len(ours) > 150
    assert [name for name in ours if ours[name] != theirs[name]] == []
