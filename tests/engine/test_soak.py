"""Whoever writes the staged tree holds its lock: edits under `serve` while publishing never mix two versions."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

import build
from engine import staging
from publishing.receipt import read_receipt
from webserver import free_ports

PUBLICATIONS = 3
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
PAGES = {
    "docs/fr/index.md": "docs/en/index.md",
    "docs/fr/chronologie.md": "docs/en/timeline.md",
    "docs/fr/politique/contexte.md": "docs/en/policy/context.md",
    "docs/fr/references.md": "docs/en/references.md",
}


@pytest.fixture
def sources(buildable: Path) -> Path:
    """A small base to build, some pages of which all tell one day; their twins have a paragraph in its place."""
    for path, twin in PAGES.items():
        for page, text in ((path, "Le texte de lundi."), (twin, "The text of a day.")):
            (buildable / page).write_text((buildable / page).read_text("utf-8") + f"\n{text}\n", "utf-8")
    return buildable


def tell(base: Path, day: str) -> None:
    """One edit, of several files, each saved as an editor does: it is never there by half."""
    for path in PAGES:
        text = (base / path).read_text("utf-8")
        saving = base / "saving"
        saving.write_text(re.sub(r"Le texte de \w+\.", f"Le texte de {day}.", text), "utf-8")
        saving.replace(base / path)


def _own_scripts(site: Path) -> list[Path]:
    """Its scripts, the search among them, but for those that are kept from the publication before."""
    receipt = read_receipt(site)
    return [path for path in site.rglob("*.js") if path.relative_to(site).as_posix() not in receipt.kept]


def days(site: Path) -> set[str]:
    """The days that the pages of a site and its search tell."""
    pages = [site / re.sub(r"^docs/fr/(index)?(.*)\.md$", r"\2/index.html", path).lstrip("/") for path in PAGES]
    return {re.search(r"Le texte de (\w+)\.", page.read_text("utf-8"))[1] for page in pages} | {
        day for path in _own_scripts(site) for day in re.findall(r"Le texte de (\w+)\.", path.read_text("utf-8"))
    }


@pytest.fixture
def served(sources: Path) -> Iterator[tuple[subprocess.Popen, Callable[[Callable[[], None]], None]]]:
    """`serve` runs, and each of its lines calls what was set to be called."""
    listeners: list[Callable[[], None]] = []
    address = f"127.0.0.1:{free_ports().http}"
    command = [sys.executable, build.__file__, "serve", "--root", str(sources), "--address", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = []
    for line in process.stderr:
        said.append(line)
        if line.startswith("serving "):
            break
    else:
        pytest.fail("".join(said))

    def listen() -> None:
        for _ in process.stderr:
            for listener in listeners:
                listener()

    thread = threading.Thread(target=listen)
    thread.start()
    yield process, listeners.append
    process.terminate()
    process.wait()
    thread.join()


def test_no_publication_mixes_versions_or_holds_a_text_that_was_never_checked(sources, served, tmp_path):
    """An edit follows each rebuild of `serve`, and each time that it begins to wait for a publication."""
    told, edits, heard = cycle(DAYS), [], threading.Event()

    def follow() -> None:
        heard.set()
        edits.append(next(told))
        tell(sources, edits[-1])

    process, listen = served
    listen(follow)
    while not heard.wait(0.5):  # it begins to look at the sources a moment after it says that it serves
        assert process.poll() is None
        tell(sources, next(told))
    command = [sys.executable, build.__file__, "publish", str(tmp_path / "guide"), "--root", str(sources)]
    environment = {**os.environ, "SITE_URL": "https://example.org/", "FEEDBACK": "guide@example.org"}
    before = 0
    for _ in range(PUBLICATIONS):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert len(days(tmp_path / "guide")) == 1
        assert len(edits) > before, "nobody edited meanwhile"
        before = len(edits)


def test_an_edit_while_the_sources_are_read_has_them_read_again(sources, monkeypatch):
    """Also where the half that was read has a fault."""
    checked, edits = staging.checked, iter(["mardi", None, "mercredi"])

    def edited_meanwhile(root: Path, strict: bool):
        found = checked(root, strict)
        if (day := next(edits, "")) is None:
            tell(sources, "jeudi")
            raise staging.CheckFailed([])
        if day:
            tell(sources, day)
        return found

    monkeypatch.setattr(staging, "checked", edited_meanwhile)
    prepared = staging.prepare(sources)
    for path in PAGES:
        assert "Le texte de mercredi." in (prepared.folder / path.removeprefix("docs/")).read_text("utf-8")


def test_sources_that_never_stand_still_are_one_line(sources, monkeypatch, capsys):
    checked, told = staging.checked, cycle(("mardi", "mercredi"))

    def edited_meanwhile(root: Path, strict: bool):
        found = checked(root, strict)
        tell(sources, next(told))
        return found

    monkeypatch.setattr(staging, "checked", edited_meanwhile)
    assert build.main(["site", "--root", str(sources)]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == (
        "not built: the sources change while they are read: try again when they are saved; site/ was not made"
    )
