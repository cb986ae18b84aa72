"""What stands in docs/host and docs/assets is published as it is, by every way to build, and nothing else is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import build
from content import PROJECT
from engine import staging
from kb.published.assets import FOLDER, SHELL, asset_files
from kb.read.reader import read
from support import findings

HOST = {
    "robots.txt": b"User-agent: *\nAllow: /\n",
    "CNAME": b"guide.example\r\n",
    "google0123456789abcdef.html": b"google-site-verification: google0123456789abcdef.html",
    ".well-known/security.txt": b"Contact: mailto:guide@example.org\n",
    ".nojekyll": b"",
}


@pytest.fixture
def sources(buildable: Path) -> Path:
    """A small base to build, with files for the host."""
    for name, data in HOST.items():
        (buildable / "docs/host" / name).parent.mkdir(parents=True, exist_ok=True)
        (buildable / "docs/host" / name).write_bytes(data)
    return buildable


def test_files_of_the_host_are_published_as_they_are(sources: Path, capsys):
    (sources / FOLDER / ".source").write_text("hidden", encoding="utf-8")
    assert build.main(["site", "--root", str(sources), "--strict"]) == 0, capsys.readouterr()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(PROJECT / "mkdocs.yml")]
    by_hand = {**os.environ, "CONTENT_ROOT": str(sources)}
    subprocess.run([*command, "--site-dir", str(sources / "by-hand")], env=by_hand, check=True, capture_output=True)
    for site in (sources / "site", sources / "by-hand"):
        assert {name: (site / name).read_bytes() for name in HOST} == HOST
        assert not (site / "assets" / ".source").exists()
    assert "google" not in (sources / "site" / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("place", ["docs/assets/img/s.svg", "docs/host/secret.txt", "docs/host/.well-known"])
def test_a_link_is_never_followed(sources: Path, tmp_path: Path, place: str):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.txt").write_text("a secret", encoding="utf-8")
    if (sources / place).is_dir():
        shutil.rmtree(sources / place)
    (sources / place).symlink_to(secret if place.endswith("known") else secret / "a.txt")
    found = [finding for finding in findings(sources) if finding.path == place]
    assert [finding.code for finding in found] == ["FIL022" if place.endswith("known") else "FIL011"]
    staged = staging.staged(read(sources), sources)
    assert not any("secret" in path.read_text("utf-8") for path in staged.rglob("*.svg"))


def test_a_pipe_does_not_hang_it(sources: Path):
    os.mkfifo(sources / "docs/host/pipe.txt")
    os.mkfifo(sources / FOLDER / "pipe.svg")
    found = {finding.path: finding.code for finding in findings(sources)}
    assert found == {"docs/host/pipe.txt": "FIL007", f"{FOLDER}/pipe.svg": "FIL007"}
    staging.staged(read(sources), sources)


def test_the_site_itself_uses_what_it_has_in_assets():
    """Nobody links these files from a page, so no check sees one that is left over."""
    shell = [path for path in asset_files(read(PROJECT)) if path.removeprefix(f"{FOLDER}/").startswith(SHELL)]
    places = [PROJECT / "mkdocs.yml", *(PROJECT / "overrides").rglob("*.html"), *(PROJECT / "scripts").rglob("*.py")]
    texts = {path: path.read_text("utf-8") for path in (*places, *(PROJECT / name for name in shell))}
    assert len(shell) > 10
    for name in shell:
        others = (text for path, text in texts.items() if path != PROJECT / name)
        assert any(re.search(rf"[/\"'`]{re.escape(Path(name).name)}\b", text) for text in others), name
