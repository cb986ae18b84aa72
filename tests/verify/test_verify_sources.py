"""A built page against what its authors wrote: each difference is one finding, where they wrote it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from content import PROJECT
from kb.formats.markdown import scan
from kb.formats.pagemarkdown import EXTENSIONS, to_html
from kb.formats.shape import Piece, pieces
from kb.model.finding import Finding
from kb.model.rule import RULES
from tinysite import URL, valid_site, write
from verify import verify

HOME, SOURCE = "index.html", "docs/fr/index.md"


def found(folder: Path, markdown: str, html: str) -> list[Finding]:
    """The findings of a home page that shows `html`, where its author wrote `markdown`."""
    files = valid_site()
    before, main, after = str(files[HOME]).partition("<main>")
    files[HOME] = f'{before}{main}<div class="article__text">{html}</div>{after}'
    written = {HOME: tuple(map(_on_the_page, pieces(scan(markdown, 7), SOURCE)))}
    return [one for one in verify(write(folder, files), URL, written=written) if one.code.startswith("DIF")]


def _on_the_page(piece: Piece) -> Piece:
    """A piece whose links to its own page say so, as the engine hands them over."""
    return piece._replace(links=tuple(HOME + link if link.startswith("#") else link for link in piece.links))


SAME = {
    "paragraphs": "Un mot.\n\nUn *autre*, **gras** et `code`.",
    "typography": "Il dit « non » à l'équipe... en 2024 : 10 316 $.",
    "headings": "Un mot.\n\n## Titre { #titre }\n\nUn mot.\n\n### Suite { #suite }\n\nUn mot.",
    "lists": "Un mot :\n\n- un;\n- deux.\n\nPuis :\n\n1. un\n2. deux\n\nFin.",
    "table": "| A | B |\n|---|---|\n| *c* | d |\n| e | |",
    "box": '!!! note "Un titre"\n    Un mot.\n\n    - un\n\nFin.',
    "box without a title": "!!! note\n    Un mot.",
    "quotation and code": "> Un mot.\n\n```\n**brut**\n- x\n```\n\nFin.",
    "attributes": "*cookies*{ lang=en } et le reste.\n{ .editorial }",
    "signs": "Un \\* et un \\[mot\\], 5 < 6, a_b_c, R&D &amp; plus.",
    "links": "Un [mot](#fin), <https://a.example/b>.",
}
APART = {
    "list after a paragraph": ("Un mot :\n- un\n- deux", 7, "DIF003"),
    "table after a paragraph": ("Un mot :\n| A | B |\n|---|---|\n| c | d |", 7, "DIF003"),
    "items nested by two spaces": ("- un\n  - deux\n- trois", 8, "DIF001"),
    "list that goes on at 3": ("Un.\n\n3. trois\n4. quatre", 9, "DIF001"),
    "parenthesis": ("1) un\n2) deux", 7, "DIF001"),
    "year": ("Un mot.\n\n2019. Un mot.", 9, "DIF001"),
    "no space in a heading": ("####Titre\n\nUn mot.", 7, "DIF001"),
    "no space before an id": ("Un mot.\n\n## Titre{#titre}", 9, "DIF002"),
    "heading after a space": ("Un mot.\n\n ## Titre { #titre }", 9, "DIF002"),
    "tag that takes the rest": ("Un mot.\n\n<div>\n\nUn mot.\n\n## Titre { #titre }", 11, "DIF003"),
    "box that is no list": ('- un\n\n!!! note "Titre\n    Un mot.', 9, "DIF001"),
    "title without quotation marks": ("!!! note Titre\n    Un mot.", 7, "DIF001"),
    "emphasis that only one reads": ("Un mot.\n\nUn *mot * de **plus*.", 9, "DIF003"),
    "list after another": ("- un\n\n1. deux", 9, "DIF001"),
    "definition list": ("Mot\n:   Sa définition.", 7, "DIF001"),
    "abbreviation": ("Un mot.\n\n*[MOT]: Ce qu'il dit.", 9, "DIF001"),
}


@pytest.mark.parametrize("markdown", SAME.values(), ids=SAME)
def test_what_both_read_alike_is_silent(tmp_path, markdown):
    assert list(map(str, found(tmp_path, markdown, to_html(markdown)))) == []


@pytest.mark.parametrize(("markdown", "line", "code"), APART.values(), ids=APART)
def test_what_is_read_otherwise_is_one_finding_of_its_source(tmp_path, markdown, line, code):
    (one,) = found(tmp_path, markdown, to_html(markdown))
    assert (one.path, one.line, one.code) == (SOURCE, line, code), str(one)
    assert one.told("fr") != one.told("en") and all(one.told("fr"))


@pytest.mark.parametrize(
    ("html", "code", "said"),
    [
        ('<p>Un <a href="#b">mot</a>.</p>', "DIF004", "links to index.html#a; the page shows index.html#b"),
        ("<p>Un mot.</p>", "DIF004", "links to index.html#a; the page shows none"),
        ('<p>Un <a href="#a">nom</a>.</p>', "DIF003", "“Un [mot](#a).”; the page shows paragraph: “Un nom.”"),
        ('<ul><li>Un <a href="#a">mot</a>.</li></ul>', "DIF001", "the page shows paragraph in list item: “Un mot.”"),
        ("", "DIF001", "the page shows nothing of it"),
    ],
)
def test_the_message_says_what_the_source_has_and_what_the_page_shows(tmp_path, html, code, said):
    (one,) = found(tmp_path, "Un [mot](#a).", html)
    assert one.code == code and said in one.message


def test_what_the_guide_adds_is_left_aside(tmp_path):
    markdown = "Un mot du SPAL.\n\n## Titre { #titre }\n\nUn [mot](#titre)."
    html = (
        '<p>Un mot du <a href="#s">SPAL</a>.</p>\n<dl><dt>Lieu</dt><dd>Ici</dd></dl>'
        '<h2 id="titre"><a class="mark" href="#titre">P1</a> Titre</h2><p class="cite-links"><a href="#x">Citer</a></p>'
        '<p>Un <a href="#titre"><span class="visually-hidden">note </span>mot</a>.</p><p class="source">Source</p>'
    )
    assert found(tmp_path, markdown, html) == []


def test_a_page_that_is_nested_without_end_is_a_finding(tmp_path):
    (one,) = found(tmp_path, "Un mot.", "<b>" * 5000 + "Un mot." + "</b>" * 5000)
    assert one.code == "DIF001"


def _searched(folder: Path, text: str) -> list[str]:
    """The codes found where the search has `text` of a section that says otherwise."""
    entry = {"id": "a", "kind": "section", "title": "Titre", "address": ""}
    data = {
        "assets/search/fr.js": f"guideSearch.data.fr = {json.dumps({'entries': [entry], 'synonyms': []})};",
        "assets/search/texts-fr.js": f"guideSearch.texts.fr = {json.dumps({'a': [['titre', '', text]]})};",
    }
    written = {HOME: tuple(pieces(scan("## Titre { #titre }\n\nIl dit « *concertation* »[1][note-1].", 7), SOURCE))}
    site = write(folder, {**valid_site(), **data})
    return [one.code for one in verify(site, URL, written=written) if one.code == "DIF005"]


def test_the_search_has_the_words_of_its_section(tmp_path):
    assert _searched(tmp_path / "same", "Il dit « concertation ».") == []
    assert _searched(tmp_path / "other", "Il dit « partenariat ».") == ["DIF005"]


def test_every_code_has_a_fault():
    planted = {code for *_, code in APART.values()} | {"DIF004", "DIF005"}
    assert planted == {code for code in RULES if code.startswith("DIF")}


def test_a_page_of_many_blocks_is_read_in_one_pass(tmp_path):
    """Headings that stand nowhere, each looked for among all."""
    markdown = "\n\n".join(f"## T{number} {{ #t-{number} }}\n\nUn mot." for number in range(3000))
    assert found(tmp_path, markdown, to_html(markdown)) == []


def test_the_other_reader_is_that_of_the_pages():
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.safe_load(text[text.index("markdown_extensions:") :])["markdown_extensions"]
    names = {name for entry in listed for name in ([entry] if isinstance(entry, str) else entry)}
    assert names | {"toc", "tables", "fenced_code"} == set(EXTENSIONS)
