"""What the shell adds to the tree of a page's text, and what leaves it for the templates."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown

from engine.page_tree import PageTree
from kb.read.reader import read
from support import edit, make_base

PAGE = """<div id="old"></div>

# **P1**{ .mark } Rapprochement { #rapprochement }

Before & after.

## **P1.1**{ .mark } *Local* policing { #local }

| A <b>"b"</b> | C <i>"d"</i> | E |
| --- | ---: | --- |
| 1 | 2 | — |
"""
BOXES = """!!! ties "See *also*"

    - [A][a], [B][a]

<details markdown="1">
<summary>Data</summary>

| A |
| - |
| 1 |

</details>

| A |
| - |
| 2 |

[a]: #x "B"
"""


def furnished(base: Path, text: str, feedback: str = "", language: str = "fr", **meta: str) -> tuple[str, dict]:
    tree = PageTree(read(base), feedback)
    page = SimpleNamespace(meta=dict(meta))
    tree.turn_to(page, language)
    extensions = ["admonition", "attr_list", "tables", "md_in_html", "toc", tree]
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


def test_a_table_has_a_name_and_a_header_for_each_row_and_column(base: Path):
    html, _ = furnished(base, PAGE)
    assert '<caption class="visually-hidden"><span>P1.1</span> <em>Local</em> policing</caption>' in html
    assert html.count('scope="col"') == 3 and '<th scope="row">1</th>' in html


def test_a_cell_knows_its_column_in_plain_words_and_whether_it_says_anything(base: Path):
    html, _ = furnished(base, PAGE)
    assert re.search(r'<td data-label="C &quot;d&quot;"[^>]*>2</td>', html)
    assert '<td class="blank" data-label="E">—</td>' in html


def test_a_summary_names_the_table_that_it_opens_and_no_other(base: Path):
    html, _ = furnished(base, f"## Title\n\n{BOXES}")
    assert re.findall(r"<caption[^>]*>(.*)</caption>", html) == ["Data", "Title"]
    assert "<caption" not in furnished(base, "| A |\n| - |\n| 1 |")[0], "nothing stands above it"


def test_a_box_is_a_group_under_its_title(base: Path):
    assert '<div aria-label="See also" class="admonition ties" role="group">' in furnished(base, BOXES)[0]


def test_a_tooltip_does_not_repeat_its_link(base: Path):
    assert '<a href="#x" title="B">A</a>, <a href="#x">B</a>' in furnished(base, BOXES)[0]


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "the Loi sur la police, then", 'the <span lang="fr">Loi sur la police</span>, then'),
        ("en", "a *Loi sur la police* b", 'a <em><span lang="fr">Loi sur la police</span></em> b'),
        ("en", "**x** Loi sur la police", '<strong>x</strong> <span lang="fr">Loi sur la police</span>'),
        ("en", "*Loi sur la police*{ lang=fr }", '<em lang="fr">Loi sur la police</em>'),
        ("en", '<b lang="fr">Loi sur la police</b>', '<b lang="fr">Loi sur la police</b>'),
        (
            "fr",
            'x <i lang="en">a *b* <b>c</b> Loi sur la police</i> Loi sur la police',
            'x <i lang="en">a <em>b</em> <b>c</b> <span lang="fr">Loi sur la police</span></i> Loi sur la police',
        ),
        ("en", "`Loi sur la police`", "<code>Loi sur la police</code>"),
        ("fr", "la Loi sur la police", "la Loi sur la police"),
        ("fr", "*Loi sur la police*{ lang=en }", '<em lang="en"><span lang="fr">Loi sur la police</span></em>'),
    ],
)
def test_a_name_of_the_other_language_says_so(base: Path, language: str, text: str, shown: str):
    assert furnished(base, text, language=language)[0] == f"<p>{shown}</p>"


def test_a_mark_is_cited_on_its_own_page_alone(base: Path):
    own, meta = furnished(base, PAGE, id="rapprochement")
    assert "cite-links" not in meta["heading"] and meta["introduction"].startswith('<p class="cite-links">')
    assert own.count('<p class="cite-links">') == 1 and "mailto:" not in own
    assert "cite-links" not in furnished(base, PAGE)[0], "a page of citations"
    commented, _ = furnished(base, PAGE, "guide@example.org", id="rapprochement")
    assert 'href="mailto:guide@example.org?subject=P1.1"' in commented


def test_what_is_kept_of_a_page_is_not_kept_when_the_policy_s_pages_change(tmp_path: Path):
    """`serve` keeps a rendered page as long as the tree says that all it depends on is the same."""
    before = repr(PageTree(read(make_base(tmp_path)), ""))
    assert repr(PageTree(read(tmp_path), "")) == before
    edit(tmp_path, "docs/units.yml", "mark: P1, page: 12", "mark: P1, page: 11")
    assert repr(PageTree(read(tmp_path), "")) != before
