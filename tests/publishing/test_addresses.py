"""No address of a publication is lost by the next one, whatever became of its sections."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import build
from kb.model import ledger
from kb.published.published import published
from kb.read.reader import read
from merging import merge, name_the_first
from publishing import publish, receipt
from verify.page import read_page

MADE_ANEW = re.compile(r"assets/|sitemap|[^/]*$")  # what no link or citation names


@pytest.fixture
def root(buildable: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small guide, all of it recorded."""
    monkeypatch.setenv("SITE_URL", "https://example.org/guide/")
    monkeypatch.setenv("FEEDBACK", "guide@example.org")
    assert build.main(["ledger", "record", "--root", str(buildable)]) == 0
    return buildable


def anchors(folder: Path, name: str) -> set[str]:
    return set(read_page(name, (folder / name).read_bytes()).ids)


def test_every_address_answers_after_a_merge(root, tmp_path, capsys):
    first, target = tmp_path / "first", tmp_path / "guide"
    assert build.main(["publish", str(target), "--root", str(root)]) == 0
    shutil.copytree(target, first)
    held = [address for entry in published(read(root)).values() for address in entry.addresses.values()]
    merge(root)
    name_the_first(root)
    assert build.main(["ledger", "move", "ecoute", "presence", "--root", str(root)]) == 0
    assert build.main(["publish", str(target), "--root", str(root)]) == 0, capsys.readouterr()
    names = [name for name in receipt.read_receipt(first).files if not MADE_ANEW.match(name)]
    assert "citer/p1-2/index.html" in names and "en/cite/p1-2.ris" in names
    assert [name for name in names if not (target / name).is_file()] == []
    for address in held:
        path, _, fragment = address.partition("#")
        assert not fragment or fragment in anchors(target, f"{path[1:]}index.html"), address
    for language, page, said, name in (
        ("fr", "citer/p1-2", "Cette section a déménagé", "Présence et accessibilité"),
        ("en", "en/cite/p1-2", "This section has moved", "Presence and accessibility"),
    ):
        text = (target / page / "index.html").read_text("utf-8")
        assert re.search(rf'{said}[^<]*<a href="[^"]*#presence">P1.1 {name}</a>', text), language
        for end in (".ris", ".json"):
            assert f"{name} (P1.1)" in (target / f"{page}{end}").read_text("utf-8")
        assert (target / f"{page}.svg").read_bytes() == (first / f"{page}.svg").read_bytes()


def test_a_mark_may_pass_to_what_has_none(root, capsys):
    """An entry of the glossary, a heading of a record, a figure: each is cited by the page that it stands on."""
    places = {"P9.1": "t-concertation", "P9.2": "reso#besoin", "P9.3": "fig-maison", "P9.4": "glossaire"}
    with (root / ledger.PATH).open("a", encoding="utf-8") as lines:
        for mark, to in places.items():
            name = mark.lower().replace(".", "-")
            old = {"id": name, "mark": mark, "fr": f"/{name}/", "en": f"/en/{name}/", "to": to, "date": "2026-11-22"}
            lines.write(json.dumps(old) + "\n")
    assert build.main(["site", "--root", str(root)]) == 0, capsys.readouterr()
    assert "L’équipe RÉSO (E1)" in (root / "site/citer/p9-2.ris").read_text("utf-8")
    assert "TI  - working in concert\n" in (root / "site/en/cite/p9-1.ris").read_text("utf-8")


@pytest.mark.parametrize("gone", ["citer/p1-2/index.html", "en/cite/p1-2.ris", "en/r/p1-2/index.html"])
def test_a_site_that_loses_one_is_not_published(root, tmp_path, capsys, monkeypatch, gone):
    target = tmp_path / "guide"
    assert build.main(["publish", str(target), "--root", str(root)]) == 0
    made = publish.build

    def losing(root, folder, *rest, **options):
        built = made(root, folder, *rest, **options)
        (folder / gone).unlink()
        return built

    monkeypatch.setattr(publish, "build", losing)
    capsys.readouterr()
    assert build.main(["publish", str(target), "--root", str(root)]) == 1
    lost = capsys.readouterr().err.splitlines()[-1]
    assert lost.startswith(f"not published: /{gone.removesuffix('index.html')}, published in {target}, would be lost: ")
    assert (target / gone).is_file()
