"""`build.py serve` as an author meets it: an edit of any source is soon seen, and a fault does not stop it."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import build
from content import copy_content
from support import edit
from webserver import free_ports

PATIENCE = 180  # seconds, on a machine that does much else; an idle one shows an edit in about two
EDITS = (
    ("examples/reso/record.yml", "une équipe du SPAL créée", "une autre équipe du SPAL créée", "exemples/equipe-reso/"),
    ("docs/glossary.yml", "Numéro de téléphone à composer", "Numéro de téléphone court à composer", "glossaire/"),
    ("docs/references.yml", "policy toward more community", "policy toward much more community", "en/references/"),
    ("docs/fr/politique/conclusion.md", "par souci de clarté", "par souci de grande clarté", "politique/conclusion/"),
    ("models/hub/en.md", "gather a community around", "bring a community together around", "en/models/hub/"),
    ("docs/interface.yml", "Aller au contenu", "Aller au contenu de la page", "a-propos/"),
    ("docs/assets/css/tokens.css", "--measure: 39rem", "--measure: 38.5rem", "assets/css/tokens.css"),
)


class Served(NamedTuple):
    """A copy of the content, served at `address`; `said` holds what the command prints."""

    root: Path
    address: str
    said: Path

    def read(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def until(self, condition: Callable[[], bool]) -> float:
        """Wait for a condition; returns how long it took, in seconds."""
        start = time.monotonic()
        while not condition():
            assert time.monotonic() - start < PATIENCE, f"waited in vain; serve said:\n{self.said.read_text('utf-8')}"
            time.sleep(0.02)
        return time.monotonic() - start


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root, said = copy_content(tmp_path_factory.mktemp("served")), tmp_path_factory.mktemp("said") / "log"
    host = f"127.0.0.1:{free_ports().http}"
    command = [sys.executable, build.__file__, "serve", "--root", str(root), "--address", host]
    with said.open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        served = Served(root, f"http://{host}/", said)
        served.until(lambda: process.poll() is not None or _answers(served))
        assert process.poll() is None, said.read_text("utf-8")
        yield served
    finally:
        process.terminate()
        process.wait()


def _answers(served: Served) -> bool:
    try:
        return bool(served.read(""))
    except urllib.error.URLError:
        return False


def _epoch(html: str) -> int:
    """The version of the site that a served page knows; its script asks whether there is a newer one."""
    return int(re.search(r"livereload\((\d+), \d+\);", html)[1])


def test_an_edit_of_any_source_is_soon_seen(served, record_property):
    times = []
    for path, old, new, page in EDITS:
        assert new not in served.read(page), page
        edit(served.root, path, old, new)
        times.append(served.until(lambda page=page, new=new: new in served.read(page)))
    record_property("figure", f"serve: an edit is seen after {min(times):.1f} to {max(times):.1f} s")


def test_a_new_title_is_seen_in_the_menu_of_every_page(served):
    assert "La proactivité" not in served.read("piliers/rapprochement/")
    edit(served.root, "docs/fr/piliers/proactivite.md", "nav_title: Proactivité", "nav_title: La proactivité")
    served.until(lambda: "La proactivité" in served.read("piliers/rapprochement/"))


def test_a_page_that_is_open_reloads_itself(served):
    epoch = _epoch(served.read("a-propos/"))
    edit(served.root, "docs/units.yml", "# The policy", "#  The policy")
    served.until(lambda: int(served.read(f"livereload/{epoch}/1")) > epoch)


def test_a_fault_is_told_and_the_last_good_pages_stay(served):
    path, page = served.root / "docs/fr/politique/vision.md", "politique/vision/"
    before = path.read_text("utf-8")
    path.write_text(before + "\n[Rien][aucun-identifiant].\n", "utf-8")
    epoch = _epoch(served.read(page))
    served.until(lambda: "aucun-identifiant" in served.said.read_text("utf-8"))
    assert re.search(r"^docs/fr/politique/vision\.md:\d+:\d+: LNK\d+ ", served.said.read_text("utf-8"), re.M)
    served.until(lambda: int(served.read(f"livereload/{epoch}/1")) > epoch)
    shown = served.read(page)
    assert "[Rien]" not in shown
    assert re.search(r'<body[^>]*><pre role="alert"[^>]*>.*docs/fr/politique/vision\.md:.*\nnot rebuilt: ', shown, re.S)
    assert 'role="alert"' not in served.read("assets/css/tokens.css")
    path.write_text(before, "utf-8")
    served.until(lambda: 'role="alert"' not in served.read(page))


def test_a_new_page_joins_and_a_removed_one_goes(served):
    """What is kept between builds depends on the other pages too: links to them, and their titles in the menu."""
    pages = {
        "fr": (served.root / "docs/fr/essai.md", "Essai", "Lire la [vision][vision]."),
        "en": (served.root / "docs/en/trial.md", "Trial", "Read the [vision][vision]."),
    }
    for file, title, text in pages.values():
        head = f"---\nid: essai\ntitle: {title}\ndescription: {title}.\neditorial: true\n---\n"
        file.write_text(f"{head}{text}\n", "utf-8")
    served.until(lambda: _found(served, "en/trial/"))
    assert 'href="../politique/vision/"' in served.read("essai/")
    for file, *_ in pages.values():
        file.unlink()
    served.until(lambda: not _found(served, "en/trial/"))


def _found(served: Served, path: str) -> bool:
    try:
        return bool(served.read(path))
    except urllib.error.HTTPError:
        return False
