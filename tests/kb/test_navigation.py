"""The navigations of mkdocs.yml that are right; test_faults.py plants what an author gets wrong there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from content import PROJECT, copy_content
from kb.checks import check
from kb.model import ledger
from kb.model.finding import Finding
from kb.read.reader import read

NAV = "mkdocs.yml"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_content(tmp_path_factory.mktemp("content"))
    shutil.copy(PROJECT / NAV, root)
    return root


def faults(root: Path) -> set[Finding]:
    """What breaks a navigation; a text that changed since it was recorded is another matter."""
    return {finding for finding in check(read(root)) if not finding.is_warning}


def test_the_navigations_of_the_guide_are_whole(content: Path):
    assert not faults(content)


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("README.md", "# Proximity policing", "# Community policing", (1, 3)),
        ("LISEZMOI.md", "# La police de proximité", "# La police", (1, 3)),
        ("LICENSE-TEXT.md", "“La police de proximité", "“La police", (5, 9)),
        ("LICENSE-TEXT.md", "« La police de proximité", "« La police", (13, 69)),
    ],
)
def test_what_names_the_guide_beside_the_content_has_its_title(content: Path, path, old, new, place):
    text = (PROJECT / path).read_text(encoding="utf-8")
    (content / path).write_text(text, encoding="utf-8")
    assert not faults(content)
    (content / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    (fault,) = faults(content)
    (content / path).unlink()
    assert (fault.code, fault.path, fault.line, fault.column) == ("NAV004", path, *place)
    assert fault.hint.startswith("write “La police de" if path != "README.md" else "write “Proximity policing")


@pytest.fixture
def without_a_page(content: Path) -> Iterator[Path]:
    """The content without one published page, which the navigations name still; its ledger is put back as well."""
    paths = [content / path for path in ("docs/fr/liens.md", "docs/en/connections.md", ledger.PATH)]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    for path in paths[:2]:
        path.unlink()
    yield content
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")


def test_a_published_page_that_is_gone_is_told_where_each_mend_stands(without_a_page: Path):
    """What replaces it in the ledger, and the line of each navigation to remove."""
    found = [finding.code for finding in check(read(without_a_page)) if finding.code[:3] in ("NAV", "LED")]
    assert found == ["LED002", "NAV001", "NAV001"]


def test_no_page_that_stands_in_the_navigation_is_suggested_again(without_a_page: Path):
    path = without_a_page / ledger.PATH
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if '"id": "liens' not in row), encoding="utf-8")
    found = [finding for finding in faults(without_a_page) if finding.code == "NAV001"]
    assert [finding.hint for finding in found] == ["remove this line"] * 2


def test_the_file_that_a_page_has_now_is_suggested(content: Path):
    page, nav = content / "docs/fr/politique/vision.md", content / "mkdocs.yml"
    moved, before = page.rename(page.with_name("la-vision-2026.md")), nav.read_text(encoding="utf-8")
    nav.write_text(before.replace("politique/vision.md", "politique/la-vison.md"), encoding="utf-8")
    try:
        (finding,) = [finding for finding in faults(content) if finding.code == "NAV001"]
        assert finding.hint == "did you mean politique/la-vision-2026.md?"
    finally:
        moved.rename(page)
        nav.write_text(before, encoding="utf-8")


def test_a_name_that_an_address_can_have_is_suggested(content: Path):
    page = content / "docs/fr/Ma Page.md"
    page.write_text("---\nid: nouvelle\ntitle: Page\ndescription: Une page.\neditorial: true\n---\nDu texte.\n")
    try:
        (finding,) = [finding for finding in faults(content) if finding.code == "NAV002"]
        assert finding.hint == "add ma-page.md to the nav of “fr”"
    finally:
        page.unlink()


def test_a_page_that_moved_may_be_listed_where_it_was_published(content: Path):
    page = content / "docs/fr/politique/vision.md"
    moved = page.rename(page.with_name("la-vision.md"))
    try:
        assert not faults(content)
    finally:
        moved.rename(page)
