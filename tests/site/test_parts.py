"""Words of the other language say so wherever they stand (WCAG 3.1.2): in generated lines as in an author's text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from engine.staging import PROJECT
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.model.sitepath import INDEX
from kb.read.reader import read
from kb.text.foreign import foreign as names_in
from kb.text.typography import typeset


def foreign(corpus: Corpus, language: str) -> list[str]:
    """What the pages of a language quote of the other: the policy's own headings, the titles of documents."""
    units = (unit for unit in corpus.unit.values() if language == "en" and not unit.untitled)
    headings = [unit.heading for unit in units if len(unit.heading.split()) > 2]  # one word may be English, too
    own = (one for one in corpus.reference.values() if one.title_language(language) != language)
    return [typeset(text, "fr") for text in (*headings, *(one.title[language] for one in own)) if "«" not in text]


def spoken(body: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Each text and tooltip, with its language; a tooltip explains a link in the words of the page."""
    for text in body.xpath("//body//text()[not(ancestor::script)]"):
        parent = text.getparent()
        within = "ancestor::*[@lang][1]/@lang" if text.is_tail else "ancestor-or-self::*[@lang][1]/@lang"
        yield text, parent.xpath(within)[0]
    for title in body.xpath("//body//@title"):
        yield title, "title"


def test_words_of_the_other_language_say_so(site: Path) -> None:
    found = []
    quoted = foreign(read(PROJECT), "en")
    assert len(quoted) > 50
    kept = (path for path in sorted((site / "en").rglob(f"{INDEX}.html")) if path.parent.name != "changes")
    for path in kept:  # what changed is compared as plain text
        for text, language in spoken(html.parse(path).getroot().body):
            said = " ".join(text.split())
            if language[:2] != "fr":
                found += [f"{path.parent.name}: {one}" for one in quoted if " ".join(one.split()) in said]
    assert found == []


def test_names_of_the_other_language_say_so(site: Path) -> None:
    """Of bodies, laws, publications and functions; a tooltip has no language of its own."""
    corpus, found = read(PROJECT), []
    for path in sorted(site.rglob(f"{INDEX}.html")):
        body = html.parse(path).getroot().body
        found += [f"{path}: {title}" for title in body.xpath("//a[@lang and not(@hreflang)]/@title")]
        for text, language in spoken(body):
            if language[:2] in LANGUAGES and (names := names_in(corpus, language[:2]).split(text)[1::2]):
                found += [f"{path.relative_to(site)}: {name}" for name in names]
    assert found == []
