"""What the shell adds to the tree of a page's text, and what leaves it for the templates."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown

from engine.page_tree import PageTree
from kb.read.reader import read

PAGE = """<div id="old"></div>

# **P1**{ .mark } Rapprochement { #rapprochement }

Before & after.

## **P1.1**{ .mark } *Local* policing { #local }

| A <b>"b"</b> | C |
| --- | ---: |
| 1 | 2 |
"""


def furnished(base: Path, text: str, feedback: str = "", **meta: str) -> tuple[str, dict]:
    tree = PageTree(read(base), feedback)
    page = SimpleNamespace(meta=dict(meta))
    tree.turn_to(page, "fr")
    extensions = ["attr_list", "tables", "md_in_html", "toc", tree]
    return Markdown(extensions=extensions).convert(text), page.meta


def test_the_title_and_the_introduction_leave_the_text(base: Path):
    html, meta = furnished(base, PAGE)
    assert meta["heading"].startswith('<div id="old"></div>') and meta["heading"].endswith("Rapprochement</h1>")
    assert meta["introduction"] == "<p>Before &amp; after.</p>"
    assert html.startswith('<h2 id="local"><a class="mark" href="#local">P1.1</a> <em>Local</em> policing</h2>')


@pytest.mark.parametrize("text", ["Text alone.", "# Title\n\nText alone."])
def test_what_has_no_section_is_all_text(base: Path, text: str):
    html, meta = furnished(base, text)
    assert html == "<p>Text alone.</p>" and meta["introduction"] == ""
    assert meta["heading"] == ('<h1 id="title">Title</h1>' if text.startswith("#") else "")


def test_a_cell_knows_its_column_in_plain_words(base: Path):
    html, _ = furnished(base, PAGE)
    assert '<td data-label="A &quot;b&quot;">1</td>' in html
    assert html.count('scope="col"') == 2 and '<td data-label="C" ' in html


def test_a_mark_is_cited_on_its_own_page_alone(base: Path):
    own, meta = furnished(base, PAGE, id="rapprochement")
    assert "cite-links" not in meta["heading"] and meta["introduction"].startswith('<p class="cite-links">')
    assert own.count('<p class="cite-links">') == 1 and "mailto:" not in own
    assert "cite-links" not in furnished(base, PAGE)[0], "a page of citations"
    commented, _ = furnished(base, PAGE, "guide@example.org", id="rapprochement")
    assert 'href="mailto:guide@example.org?subject=P1.1"' in commented
