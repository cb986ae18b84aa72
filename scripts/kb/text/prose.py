"""Every run of prose in the base, whether it stands in Markdown or in YAML, with its place and language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from pydantic import BaseModel

from kb.formats.markdown import Heading, Text
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document, Item
from kb.model.finding import Finding
from kb.model.interface import PLACEHOLDER
from kb.model.languages import LANGUAGES, Bilingual, BilingualList, PartialBilingual
from kb.model.page import AuthoredPage, RecordPage


class Prose(NamedTuple):
    """A run of plain text. `linked` and `heading` say that it is a link's or a heading's text."""

    text: str
    language: str
    path: str
    line: int
    column: int
    linked: bool = False
    heading: bool = False
    name: bool = False  # a title, term or alias: a name rather than a sentence
    key: KeyPath = ()  # where it stands in its YAML file, without its language

    def finding(self, code: str, offset: int, message: str, hint: str = "") -> Finding:
        return Finding(self.path, self.line, self.column + offset, code, message, hint)


# YAML keys that hold names; the rest of the bilingual strings are sentences or phrases.
NAMES = {
    "title",
    "nav_title",
    "term",
    "aliases",
    "words",
    "author",
    "publisher",
    "citation",
    "gloss",
    "slug",
    "label",
    "locator",
    "giver",
    "receiver",
}
# What stands for the parts of a text that are not its prose: code, images, raw HTML, words of another language.
OTHER = "\ufffc"
DIGIT = re.compile(r"\d")
POINT = re.compile(r"\*\*([^*]+?)\.?\*\*")
UNPUBLISHED = {"slug", "avoid"}
# What a text of YAML, which is plain, shows as it is typed: HTML, links, emphasis, code, attributes.
MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|!?\[[^\[\]]*\](?:\[[^\[\]]*\]|\([^()]*\))"
    r"|\*\*|(?<!\w)\*\S[^*]*\*(?!\w)|`|\{ ?[#.:][^{}]*\}"
)


@lru_cache(maxsize=1)  # several checks read it all
def all_prose(corpus: Corpus) -> tuple[Prose, ...]:
    """Markdown first, then front matter, then the strings of the records and lists."""
    return (*_markdown(corpus), *front_matter(corpus), *strings(corpus))


@lru_cache(maxsize=1)
def with_digits(corpus: Corpus) -> tuple[Prose, ...]:
    """The runs that hold a figure: a tenth of them."""
    return tuple(prose for prose in all_prose(corpus) if DIGIT.search(prose.text))


def _markdown(corpus: Corpus) -> Iterator[Prose]:
    for _, document in corpus.documents():
        for text in document.scan.texts:
            language = text.language or document.language
            yield Prose(text.text, language, document.path, text.line, text.column, text.linked, text.heading)
        for link in document.scan.links:
            if link.image and link.text:  # what it says instead of the picture
                yield Prose(link.text, document.language, document.path, link.line, link.column + 2)


def front_matter(corpus: Corpus) -> Iterator[Prose]:
    for page in corpus.authored:
        yield from of_front_matter(page)


def of_front_matter(page: AuthoredPage) -> Iterator[Prose]:
    """The title, short title and description of a page."""
    for language, item in page.meta.items():
        for key in ("title", "nav_title", "description"):
            value = getattr(item.value, key)
            if value:
                line, column = item.located.text_at((key,))
                yield Prose(value, language, item.path, line, column, name=key != "description", key=(key,))


@lru_cache(maxsize=1)
def strings(corpus: Corpus) -> tuple[Prose, ...]:
    """The bilingual strings of records, lists and interface, less those not published."""
    records = (page.item for page in corpus.pages.values() if isinstance(page, RecordPage))
    lists = (corpus.terms, corpus.figures, corpus.milestones, corpus.references, corpus.notes, corpus.elsewhere)
    told = (_walk(item, item.value, ()) for item in chain(records, *lists))
    return (*chain.from_iterable(told), *_interface(corpus))


def _interface(corpus: Corpus) -> Iterator[Prose]:
    """The words of the interface, where they are the base's own: names, unless they end as a sentence does.

    What fills them is no part of their text.
    """
    for item in corpus.interface.values():
        if item.path in corpus.files:
            for prose in _bilingual(item, item.value, ()):
                text = PLACEHOLDER.sub(lambda match: OTHER * len(match[0]), prose.text)
                yield prose._replace(text=text, name=not text.endswith("."))


@lru_cache(maxsize=1)
def asked(corpus: Corpus) -> tuple[Prose, ...]:
    """What readers ask, in their own words, which no other text of the base follows."""
    return tuple(prose for item in corpus.questions for prose in _bilingual(item, item.value.asked, ("asked",)))


def _walk(item: Item[Any], value: Any, at: KeyPath) -> Iterator[Prose]:
    if isinstance(value, (Bilingual, BilingualList, PartialBilingual)):
        if at[-1] not in UNPUBLISHED:
            yield from _bilingual(item, value, at)
    elif isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from _walk(item, getattr(value, key), (*at, key))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _walk(item, entry, (*at, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _walk(item, entry, (*at, index))


def _bilingual(item: Item[Any], value: Any, at: KeyPath) -> Iterator[Prose]:
    name = any(key in NAMES for key in at)
    for language in LANGUAGES:
        texts = getattr(value, language)
        for index, text in enumerate(texts if isinstance(texts, list) else [texts]):
            if text:
                place = (*at, language, index) if isinstance(texts, list) else (*at, language)
                line, column = item.located.text_at((*item.base, *place))
                yield Prose(text, language, item.path, line, column, name=name, key=(*item.base, *at))


@lru_cache(maxsize=1)
def _lineages(corpus: Corpus) -> dict[str, dict[str | None, set[str]]]:
    """What `retells` gives, by file and section."""
    found: dict[str, dict[str | None, set[str]]] = {}
    for page, document in corpus.documents():
        own = {page.id, *(page.sources if isinstance(page, RecordPage) else ())}
        lineage: dict[str | None, set[str]] = {None: own}
        found[document.path] = lineage
        above: list[Heading] = []
        for heading in document.scan.headings:
            above = [other for other in above if other.level < heading.level] + [heading]
            if heading.id:
                lineage[heading.id] = own | {other.id for other in above if other.id}
    return found


def retells(corpus: Corpus, document: Document, section: str | None) -> set[str]:
    """The ids that a section of a document tells of: its own, those above it, its page's and its record's units."""
    return _lineages(corpus)[document.path][section]


def told_blocks(corpus: Corpus, id_: str, language: str) -> Iterator[str]:
    """The text of each block of what tells of a page, section, record or unit."""
    for _, document in corpus.documents():
        if document.language == language:
            yield from (block.text for block in document.scan.blocks if id_ in retells(corpus, document, block.section))


def points(corpus: Corpus, id_: str, language: str) -> Iterator[str]:
    """The bold words that open each item of what a unit says to do, as Markdown without their last point."""
    here = corpus.targets[id_].page
    documents = (one for page, one in corpus.documents() if page.id == here and one.language == language)
    for block in (block for document in documents for block in document.scan.blocks):
        if block.kind == "item" and block.section in corpus.unit[id_].gestures and (found := POINT.match(block.source)):
            yield found[1]


@lru_cache(maxsize=1)
def _figures_told(corpus: Corpus) -> dict[tuple[str, str], list[Text]]:
    found: dict[tuple[str, str], list[Text]] = defaultdict(list)
    for _, document in corpus.documents():
        for section, ids in _lineages(corpus)[document.path].items():
            numbered = [text for text in document.scan.texts if text.section == section and DIGIT.search(text.text)]
            for id_ in ids:
                found[id_, document.language] += numbered
    return found


def figures_told(corpus: Corpus, id_: str, language: str) -> list[Text] | None:
    """The runs with a figure in what tells of a page, section, record or unit; None where nothing tells of it."""
    return _figures_told(corpus).get((id_, language))
