"""What a link to a reference opens elsewhere: an article where its law is published, and the site of a body."""

from __future__ import annotations

import re

import pytest

from content import PROJECT
from kb.checks.web_addresses import addresses
from kb.read.reader import read
from kb.render import stage
from support import edit

LAW = "http://www.legisquebec.gouv.qc.ca/fr/document/lc/P-13.1"
ARTICLE = re.compile(r"\b(?:articles?|sections?)\s\d", re.I)
LINK = re.compile(r"\[[^\]]*\]\[[^\]]*\]")


def published(base):
    """A base whose law is published, and whose first page links an article of it."""
    edit(
        base,
        "docs/references.yml",
        "  - id: r-loi-police\n",
        f"  - id: r-loi-police\n    url: {{fr: {LAW}, en: {LAW}}}\n",
    )
    return linking(base)


def linking(base):
    edit(
        base,
        "docs/fr/politique/contexte.md",
        "partait d'un constat",
        "partait, selon l'[article 49][r-loi-police#49], d'un constat",
    )
    return base


def test_a_law_s_article_leads_to_where_it_is_published(base):
    corpus = read(published(base))
    text = stage(corpus)["fr/politique/contexte.md"]
    assert f"[r-loi-police#49]: {LAW}?code=se:49 " in text
    assert f"{LAW}?code=se:49" in set(addresses(corpus))


def test_where_it_is_not_published_it_leads_to_the_entry_of_the_law(base):
    assert "[r-loi-police#49]: ../references.md#r-loi-police " in stage(read(linking(base)))["fr/politique/contexte.md"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_body_s_site_is_opened_itself_where_its_address_is_known(base, language):
    edit(base, "docs/references.yml", "kind: law", "kind: site")
    file, entry = f"{language}/index.md", "references.md#r-loi-police"
    edit(base, f"docs/{file}", "][r-politique]", "][r-loi-police]")
    assert f"[r-loi-police]: {entry}" in stage(read(base))[file]
    edit(base, "docs/references.yml", "  - id: r-loi-police\n", f"  - id: r-loi-police\n    url: {{fr: {LAW}}}\n")
    assert f"[r-loi-police]: {LAW}" in stage(read(base))[file]


@pytest.mark.parametrize(("language", "named"), [("fr", "art.\u00a0"), ("en", "s.\u00a0")])
def test_a_note_links_the_articles_that_it_names(base, language, named):
    assert f"{named}[48]({LAW}?code=se:48)" in stage(read(published(base)))[f"{language}/references.md"]


def test_no_article_is_named_bare():
    """In the texts of the guide; what follows a heading or a link that names it says « cet article »."""
    corpus = read(PROJECT)
    blocks = [(d, b) for _, d in corpus.documents() for b in d.scan.blocks if b.kind != "heading"]
    bare = [(d.path, b.line) for d, b in blocks if ARTICLE.search(LINK.sub("", b.source))]
    assert bare == []
    assert any(LINK.search(b.source) and ARTICLE.search(b.source) for _, b in blocks)
