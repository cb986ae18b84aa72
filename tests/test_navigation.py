"""The navigations of mkdocs.yml: what an author gets wrong there, planted in the real one, and a clean twin."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from content import PROJECT, copy_content
from kb.checks import check
from kb.finding import Finding
from kb.reader import read
from planting import Fault, first, planted, shortfall, swap, whole

NAV, FR, EN = "mkdocs.yml", r"^ +- politique/vision\.md$", r"^ +- policy/vision\.md$"
PAGE = "---\nid: faq\ntitle: Questions\ndescription: Une page de questions.\neditorial: true\n---\nDu texte.\n"
NEW = "PAR001 LED007"  # what a new page in one language brings besides

FAULTS = [
    Fault("NAV001", "mistyped page", NAV, swap("- politique/vision.md", "- politique/visoin.md")),
    Fault("NAV001", "page under a title", NAV, swap("- policy/vision.md", "- Vision: policy/visions.md")),
    Fault(
        "NAV001",
        "page that is gone",
        NAV,
        first(FR, "                - politique/vision.md\n                - xyz.md"),
        at=(NAV, "- xyz"),
    ),
    Fault("NAV001", "pattern of nothing", NAV, swap("- exemples/*.md", "- exempels/*.md")),
    Fault("NAV002", "page that nothing lists", NAV, first(FR + r"\n", ""), at=(NAV, "^          nav:")),
    Fault("NAV002", "new page", "docs/fr/questions.md", whole(PAGE), at=(NAV, "^          nav:"), besides=NEW),
    Fault(
        "NAV002",
        "page twice",
        NAV,
        first(EN, r"\g<0>\n                - policy/vision.md"),
        at=(NAV, r"policy/vision\.md\n +- policy/principles"),
    ),
    Fault("NAV003", "another order", NAV, first(r"(- policy/context\.md)(\n +)(- policy/vision\.md)", r"\3\2\1")),
    Fault(
        "NAV003",
        "one heading deeper",
        NAV,
        swap("- policy/vision.md", "- Vision:\n                    - policy/vision.md"),
        at=(NAV, "    - policy/vision"),
    ),
    Fault("REC001", "no YAML", NAV, swap("- locale: fr", "- locale: [fr"), at=(NAV, "name: Français")),
]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_content(tmp_path_factory.mktemp("content"))
    shutil.copy(PROJECT / NAV, root)
    return root


def faults(root: Path) -> set[Finding]:
    """What breaks a navigation; a text that changed since it was recorded is another matter."""
    return {finding for finding in check(read(root)) if not finding.is_warning or finding.code in NEW}


def test_the_navigations_of_the_guide_are_whole(content: Path):
    assert not faults(content)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_caught_in_its_place(content: Path, fault: Fault, record_property):
    record_property("planted", "faults in the navigation")
    with planted(content, fault) as expected:
        assert not shortfall(fault, expected, faults(content))


def test_a_page_that_moved_may_be_listed_where_it_was_published(content: Path):
    page = content / "docs/fr/politique/vision.md"
    moved = page.rename(page.with_name("la-vision.md"))
    try:
        assert not faults(content)
    finally:
        moved.rename(page)
