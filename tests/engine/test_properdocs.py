"""ProperDocs, the continuation of MkDocs 1, builds the same pages: the way out if MkDocs 1 stays unmaintained."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from engine import staging
from sitefixture import SITE_URL, SOURCE_DATE


def test_properdocs_builds_the_same_pages_without_a_warning(site: Path, tmp_path: Path):
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", str(staging.PROJECT / "mkdocs.yml")]
    environment = {**os.environ, "SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": SOURCE_DATE}
    environment.pop("CONTENT_ROOT", None)
    command += ["-d", str(tmp_path)]
    done = subprocess.run(command, env=environment, cwd=staging.PROJECT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert not [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR", "DEPRECATION"))], said
    ours, theirs = (
        {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in (site, tmp_path)
    )
    assert ours.keys() == theirs.keys() and len(ours) > 150
    assert [name for name in ours if ours[name] != theirs[name]] == []
