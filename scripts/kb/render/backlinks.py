"""Who points at an id: the sections, records and pages whose text links it, or whose record names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import chain

from kb.model.corpus import Corpus, Document, Page
from kb.model.page import RecordPage, SituationPage
from kb.render.whole import reading_order
from kb.text.abbreviations import abbreviations, pattern


def backlinks(corpus: Corpus, language: str) -> dict[str, list[str]]:
    """Id → the ids of the places that point at it, in the policy's order, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    sigles = [(id_, abbr, pattern(abbr)) for abbr, id_ in abbreviations(corpus).items()]
    ordered = {page.id: page for page in (*reading_order(corpus), *corpus.pages.values())}
    for page in ordered.values():
        document = page.documents.get(language)
        if document is None:
            continue
        place = _places(corpus, page, document)
        for link in document.scan.links:
            if link.ref:
                found[link.ref.partition("#")[0]].setdefault(place(link.line))
        used = [sigle for sigle in sigles if sigle[1] in document.text]
        for text in document.scan.texts if used else ():
            for id_, abbr, regex in used:
                if abbr in text.text and regex.search(text.text):
                    found[id_].setdefault(place(text.line))
        named = page.record.entries.values() if isinstance(page, RecordPage) else ()
        for id_ in page.situation.terms if isinstance(page, SituationPage) else chain(*named):
            found[id_].setdefault(page.id)
    return {id_: list(places) for id_, places in found.items()}


def _places(corpus: Corpus, page: Page, document: Document) -> Callable[[int], str]:
    """A function from a line to the id of the citable section that it stands in, or of the page."""
    sections = [(h.id, h.line) for h in reversed(document.scan.headings) if h.id and h.id in corpus.unit]
    return lambda line: next((id_ for id_, first in sections if first <= line), page.id)
