"""Texts of YAML, whatever they hold: each comes out of its place as it is, on one line, or is a finding."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from kb.checks import check
from kb.read.reader import read
from kb.render import stage
from kb.render.slots import attribute, inline, tooltip
from kb.text.typography import typeset
from strategies import MARKUP, characters
from support import edit

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "md_in_html", "tables"]
ODD = [
    *MARKUP,
    "|",
    "\\|",
    "\\",
    "]",
    "][",
    "<jeunes>",
    "</div>",
    "<b>",
    "&lt;",
    "{ .x }",
    "{: #y }",
    "!!! note",
    "- ",
    "1. ",
]
# No control characters, which are a finding wherever they stand, nor spaces that a browser joins.
texts = (
    st.lists(st.sampled_from(ODD) | characters, min_size=1, max_size=15)
    .map("".join)
    .map(lambda text: " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split()))
    .filter(bool)
)


def rendered(source: str) -> html.HtmlElement:
    return html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(source), create_parent="div")


def shown(element: html.HtmlElement) -> str:
    return element.text_content().strip()


@given(texts, st.sampled_from(["fr", "en"]))
def test_a_text_is_shown_as_it_is_wherever_it_is_put(text, language):
    said, slot = typeset(text, language), inline(text, language)
    assert "\n" not in slot
    assert shown(rendered(slot).find("p")) == said
    cells = rendered(f"| A | B |\n|---|---|\n| {slot} | [x][y] |\n\n[y]: z").findall(".//td")
    assert [shown(cell) for cell in cells] == [said, "x"]
    assert cells[1].find("a").get("href") == "z"
    assert shown(rendered(f"- {slot}\n- y").find(".//li")) == said
    assert shown(rendered(f"## {slot} {{ #x }}").get_element_by_id("x")) == said
    assert shown(rendered(f"Clé\n:   {slot}").find(".//dd")) == said
    link = rendered(f"a [{slot}][y]\n\n[y]: z").find(".//a")
    assert (shown(link), link.get("href")) == (said, "z")


@given(texts, st.sampled_from(["fr", "en"]))
def test_a_tooltip_ends_where_it_should(text, language):
    page = rendered(f"[x][y] et [z][w]\n\n[y]: a {tooltip(text, language)}\n[w]: b")
    assert [element.tag for element in page.iterdescendants()] == ["p", "a", "a"]
    assert [link.get("href") for link in page.findall(".//a")] == ["a", "b"]


@given(texts)
def test_an_attribute_ends_where_it_should(text):
    element = html.fragment_fromstring(f'<i title="{attribute(text, "fr")}" id="x">y</i>')
    assert element.get("title") == typeset(text, "fr")
    assert element.get("id") == "x"


RECORD, GLOSSARY, FIGURES = "examples/reso/record.yml", "docs/glossary.yml", "docs/figures.yml"
PLACES = [
    (RECORD, '"Création de l\'équipe"'),
    (RECORD, "organismes du quartier"),
    (RECORD, '"aller vers les gens"'),
    (FIGURES, "La présence, en"),
    (FIGURES, '"La trouvent proche"'),
]


@pytest.mark.parametrize(("path", "old"), PLACES)
@pytest.mark.parametrize(
    "text", ["ceci | cela", "ceci\\n\\ncela", "a] b[", "* a", "_a_b", 'dit \\" oui', "a \\\\ b", "1. a", "x & y"]
)
def test_a_text_of_the_base_leaves_the_page_as_it_was(base, path, old, text):
    before = {name: shape(page) for name, page in stage(read(base)).items()}
    edit(base, path, old, f'"{text}"' + (", en" if old.endswith(", en") else ""))
    corpus = read(base)
    assert {finding.code for finding in check(corpus)} <= {"SPL001", "TYP001", "TYP004", "PAR003", "PEN008"}
    assert {name: shape(page) for name, page in stage(corpus).items()} == before


def shape(page: str) -> list[str]:
    """The elements of a staged page, in their order."""
    return [element.tag for element in rendered(page.split("---\n", 2)[2]).iterdescendants()]
