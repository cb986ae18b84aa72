"""An id mistyped in one language is read as the one meant: the slip is told, and not all that it would bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kb.formats.markdown import Heading, Scan
from kb.model import sitepath
from kb.model.corpus import Corpus, Document, Mistyped, Page
from kb.model.finding import closest
from kb.model.languages import LANGUAGES
from kb.model.page import AuthoredPage


def published_at(corpus: Corpus, language: str, page: Page) -> str | None:
    """The id of the page that the ledger has where the file of a page in a language stands."""
    address = sitepath.of_file(page.source_file(language), language)
    found = (entry.id for entry in corpus.ledger.live.values() if entry.is_page and entry[language] == address)
    return next(found, None)


def read_as_meant(corpus: Corpus) -> None:
    """Give a page the text of the other language whose id is a slip, and a heading the id of its twin.

    The records, whose headings are given, are read later.
    """
    for french in _alone(corpus, "fr"):
        for english in _alone(corpus, "en"):
            if _are_twins(corpus, french, english):
                _join(corpus, *_right_first(corpus, french, english))
                break
    for page in corpus.pages.values():
        if len(page.documents) == len(LANGUAGES):
            for language, other, slips in _slips(corpus, page):
                page.documents[language] = _corrected(corpus, page.documents[language], page.documents[other], slips)


def _alone(corpus: Corpus, language: str) -> list[AuthoredPage]:
    pages = (page for page in corpus.pages.values() if isinstance(page, AuthoredPage))
    return [page for page in pages if list(page.documents) == [language]]


def _are_twins(corpus: Corpus, french: AuthoredPage, english: AuthoredPage) -> bool:
    """Whether the ledger, the headings, the navigations or the ids say that two texts are one page."""
    live = corpus.ledger.live
    if french.id in live and english.id in live:
        return False
    if french.id in live or english.id in live:
        return published_at(corpus, "en", english) == french.id or published_at(corpus, "fr", french) == english.id
    ids = [[heading.id for heading in page.documents[code].scan.headings] for page, code in _sides(french, english)]
    places = [_place(corpus, page, language) for page, language in _sides(french, english)]
    return bool(
        (ids[0] == ids[1] and any(ids[0]))
        or (places[0] is not None and places[0] == places[1])
        or closest(english.id, [french.id])
    )


def _sides(french: AuthoredPage, english: AuthoredPage) -> tuple[tuple[Page, str], tuple[Page, str]]:
    return (french, "fr"), (english, "en")


def _place(corpus: Corpus, page: Page, language: str) -> int | None:
    """Where a navigation names the page."""
    entries = corpus.navigations[language].entries if language in corpus.navigations else ()
    return next((at for at, entry in enumerate(entries) if entry.path == page.source_file(language)), None)


def _right_first(corpus: Corpus, french: AuthoredPage, english: AuthoredPage) -> tuple[AuthoredPage, AuthoredPage]:
    known = english.id in corpus.ledger.live or (english.id in corpus.unit and french.id not in corpus.unit)
    return (english, french) if known else (french, english)


def _join(corpus: Corpus, right: AuthoredPage, wrong: AuthoredPage) -> None:
    ((language, document),) = wrong.documents.items()
    other = next(iter(right.documents.values()))
    meta = wrong.meta[language]
    place = (meta.path, *meta.located.at(("id",)))
    corpus.mistyped.append(Mistyped(False, *place, wrong.id, right.id, other.path))
    del corpus.pages[wrong.id]
    documents, front = {**right.documents, language: document}, {**right.meta, language: meta}
    corpus.pages[right.id] = replace(
        right,
        documents={code: documents[code] for code in LANGUAGES},
        meta={code: front[code] for code in LANGUAGES},
    )


def _slips(corpus: Corpus, page: Page) -> Iterator[tuple[str, str, dict[str, str]]]:
    """A language, the other one, and the ids of its headings that are slips, each with the one meant."""
    fr, en = (page.documents[code].scan.headings for code in LANGUAGES)
    wrong: dict[str, dict[str, str]] = {code: {} for code in LANGUAGES}
    for one, two in zip(fr, en, strict=False):
        if one.id and two.id and _differ(one, two, {h.id for h in fr}, {h.id for h in en}):
            first, second = (_is_known(corpus, page, heading.id) for heading in (one, two))
            if second and not first:
                wrong["fr"][one.id] = two.id
            elif not second:
                wrong["en"][two.id] = one.id
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        if wrong[language]:
            yield language, other, wrong[language]


def _differ(one: Heading, two: Heading, french: set[str | None], english: set[str | None]) -> bool:
    """Whether two headings stand at the same place, each with an id that the other language lacks."""
    return one.level == two.level and one.id not in english and two.id not in french


def _is_known(corpus: Corpus, page: Page, id_: str | None) -> bool:
    return id_ in corpus.unit or not {id_, f"{page.id}#{id_}"}.isdisjoint(corpus.ledger.live)


def _corrected(corpus: Corpus, document: Document, other: Document, slips: dict[str, str]) -> Document:
    for heading in document.scan.headings:
        if heading.id in slips:
            place = (document.path, heading.line, heading.column)
            corpus.mistyped.append(Mistyped(True, *place, heading.id, slips[heading.id], other.path))
    old = document.scan

    def sections(things: list[Any]) -> list[Any]:
        return [thing._replace(section=slips.get(thing.section or "", thing.section)) for thing in things]

    headings = [replace(heading, id=slips.get(heading.id or "", heading.id)) for heading in old.headings]
    blocks = [block._replace(runs=tuple(sections(list(block.runs)))) for block in sections(old.blocks)]
    return replace(document, scan=Scan(headings, sections(old.links), sections(old.texts), old.raw, blocks))
