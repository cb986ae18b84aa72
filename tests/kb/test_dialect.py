"""What an author writes is what a page shows: staging writes it so that both readers agree, or a check says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from kb.checks import boxes, check, dialect, headings, ids, pairs
from kb.formats.markdown import scan
from kb.formats.pagemarkdown import shown, to_html
from kb.formats.shape import Difference, difference, pieces
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding
from kb.model.page import AuthoredPage
from kb.render.dialect import written
from strategies import authored, tidy

CHECKS = (*dialect.CHECKS, *boxes.CHECKS, *pairs.CHECKS, *ids.CHECKS, *headings.CHECKS)


def document(text: str) -> Document:
    return Document("docs/fr/page.md", "fr", text, 1, scan(text))


def staged(text: str) -> str:
    """The Markdown that staging makes of a text, its words left as they are."""
    rows = (heading.line - 1 for heading in scan(text).headings if heading.id)
    return "\n".join(written(text.split("\n"), text, rows))


def findings(text: str) -> list[Finding]:
    page = AuthoredPage("page", {"fr": document(text)})
    return check(Corpus(Path("nowhere"), pages={"page": page}), CHECKS)


def apart(text: str) -> Difference | None:
    """The first difference between what the checks read and what the page would show."""
    refs = {link.ref for link in scan(text).links if link.ref}
    return difference(pieces(scan(text)), shown(staged(text), refs))


ALIKE = {
    "list after a paragraph": ("Un mot :\n- un\n- deux", "<p>Un mot :</p><ul><li>un</li><li>deux</li></ul>"),
    "numbered list after a paragraph": ("Un mot :\n1. un\n2. deux", "<p>Un mot :</p><ol><li>un</li><li>deux</li></ol>"),
    "parenthesis": ("1) un\n2) deux", "<ol><li>un</li><li>deux</li></ol>"),
    "two spaces": (
        "- un\n  - deux\n    - trois\n- fin",
        "<ul><li>un<ul><li>deux<ul><li>trois</li></ul></li></ul></li><li>fin</li></ul>",
    ),
    "three spaces": ("1. un\n   - deux\n2. fin", "<ol><li>un<ul><li>deux</li></ul></li><li>fin</li></ol>"),
    "second paragraph of an item": (
        "1. un\n\n   suite\n2. deux",
        "<ol><li><p>un</p><p>suite</p></li><li><p>deux</p></li></ol>",
    ),
    "paragraph under a nested item": (
        "- un\n  - a\n\n    suite\n  - b\n- deux",
        "<ul><li><p>un</p><ul><li><p>a</p><p>suite</p></li><li><p>b</p></li></ul></li><li><p>deux</p></li></ul>",
    ),
    "table after a paragraph": (
        "Un mot :\n| A |\n|---|\n| b |",
        "<p>Un mot :</p><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    ),
    "heading after one space": (" ## Titre { #titre }\nUn mot", '<h2 id="titre">Titre</h2><p>Un mot</p>'),
    "id right after a heading": ("## Titre{#titre}", '<h2 id="titre">Titre</h2>'),
    "id without spaces": ("### Titre {#titre}", '<h3 id="titre">Titre</h3>'),
    "heading right after a list": ("- un\n## Fin { #fin }", '<ul><li>un</li></ul><h2 id="fin">Fin</h2>'),
    "list in a box": (
        '!!! note "T"\n    Un mot :\n    - un\n      - deux',
        '<div class="admonition note"><p class="admonition-title">T</p><p>Un mot :</p>'
        "<ul><li>un<ul><li>deux</li></ul></li></ul></div>",
    ),
}


@pytest.mark.parametrize(("text", "page"), ALIKE.values(), ids=ALIKE)
def test_what_can_be_written_so_that_both_read_it_alike_is(text, page):
    root = html.fragment_fromstring(to_html(staged(text)), create_parent="div")
    for element in root.iter():
        element.text, element.tail = (part and part.strip() for part in (element.text, element.tail))
    assert html.tostring(root, encoding="unicode") == f"<div>{page}</div>"
    assert apart(text) is None and [one for one in findings(text) if one.code.startswith("DIA")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Un mot :\n\n- un\n- deux\n\nFin.",
        "## Titre { #titre }\n\nUn *mot*{ lang=en }.\n\n| a |\n|---|\n| b |",
        '!!! note "T"\n    Un mot.\n\n    - un\n\n> Une citation\n> en deux lignes.\n\n```\n- brut\n```',
    ],
)
def test_what_is_tidy_is_left_as_it_was_typed(text):
    assert staged(text) == text


@example("### Suite { #suite }\n\n- un\n\n1. deux")  # of two findings, either could hold back the other
@example("- un\n\n1.  deux\n1.  trois")  # no sentence begins like an item
@given(st.one_of(authored, tidy))
@settings(max_examples=600)
def test_a_text_gets_a_finding_or_is_published_as_it_was_read(text):
    assert apart(text) is None or findings(text)
