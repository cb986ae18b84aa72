"""What a corpus publishes: the address and mark of every page, section, glossary entry, reference and figure.

The headings that generated lists make for themselves (a letter of the glossary, a group of examples) are not
addresses: they come and go with what is listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from kb.model.chain import ANCHOR
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.model.ledger import Entry


@lru_cache(maxsize=2)
def published(corpus: Corpus) -> dict[str, Entry]:
    """Reference → its entry, each page followed by what stands on it."""
    found: dict[str, Entry] = {}
    for page in corpus.pages.values():
        for entry in _of_page(corpus, page):
            found.setdefault(entry.id, entry)
    for id_, target in corpus.targets.items():
        if target.fragment and target.page in corpus.pages:
            page = corpus.pages[target.page]
            found.setdefault(id_, _entry(corpus, page, id_, target.fragment, tuple(page.documents)))
    return found


def retired(corpus: Corpus) -> dict[str, str]:
    """Mark that nothing bears any more → the reference of what took its place."""
    now = published(corpus)
    borne = {entry.mark for entry in now.values()}
    moved = (entry for entry in corpus.ledger.moved if entry.mark and entry.mark not in borne)
    return {entry.mark: entry.to for entry in moved if entry.mark and entry.to in now}


def _of_page(corpus: Corpus, page: Page) -> Iterator[Entry]:
    """A page and its headings; a heading whose id is its own in the whole base goes by that id alone."""
    yield _entry(corpus, page, page.id, "", tuple(page.documents))
    headings: dict[str, list[str]] = {}
    for language in LANGUAGES:
        document = page.documents.get(language)
        for heading in document.scan.headings if document else ():
            if heading.id:
                headings.setdefault(heading.id, []).append(language)
    told = [f"{ANCHOR}{date}" for date in corpus.editions] if page.generated == "changes" else []
    for id_ in (*page.added, *told):
        headings.setdefault(id_, list(page.documents))
    for id_, languages in headings.items():
        target = corpus.targets.get(id_)
        own = target is not None and (target.page, target.fragment) == (page.id, id_)
        yield _entry(corpus, page, id_ if own else f"{page.id}#{id_}", id_, tuple(languages))


def _entry(corpus: Corpus, page: Page, reference: str, fragment: str, languages: tuple[str, ...]) -> Entry:
    hash_ = f"#{fragment}" if fragment else ""
    # Not validated: the form of an id is a check of its own (IDS003).
    fr, en = (page.address(language) + hash_ if language in languages else None for language in LANGUAGES)
    return Entry.model_construct(id=reference, mark=corpus.mark(reference), fr=fr, en=en)


def place(corpus: Corpus, reference: str, language: str = LANGUAGES[0]) -> tuple[str, int, int]:
    """Where the source of a published reference stands; for pages and their headings, in a language."""
    id_, _, fragment = reference.partition("#")
    target = corpus.targets[id_]
    page = corpus.pages.get(target.page)
    if page and target.kind not in ("term", "reference", "note", "figure") and language in page.documents:
        document = page.documents[language]
        wanted = fragment or target.fragment
        line = next((heading.line for heading in document.scan.headings if wanted and heading.id == wanted), 0)
        if line or language != LANGUAGES[0]:
            return document.path, max(line, 1), 1
    return target.place


def inside(corpus: Corpus, reference: str, language: str) -> list[str]:
    """The passages that a link to `reference` covers: its own and those of the sections, entries and figures in it."""
    id_, _, fragment = reference.partition("#")
    target = corpus.targets[id_]
    if target.kind not in ("page", "section"):
        return [id_]
    page = corpus.pages[target.page]
    if not fragment and target.kind == "page":
        return [page.id, *_standing_on(corpus).get(page.id, ())]
    return _below(corpus, page, language, fragment or id_)


@lru_cache(maxsize=2)
def _standing_on(corpus: Corpus) -> dict[str, list[str]]:
    """Page → the sections, figures and entries of lists that stand on it."""
    found: dict[str, list[str]] = {}
    for id_ in dict.fromkeys(id_ for id_, _ in corpus.declared):
        if corpus.targets[id_].fragment:
            found.setdefault(corpus.targets[id_].page, []).append(id_)
    return found


def _below(corpus: Corpus, page: Page, language: str, wanted: str) -> list[str]:
    """The citable section that the heading `wanted` is in or is, and the citable ones below it, with their figures."""
    scan = page.documents[language].scan
    headings = scan.headings
    at = next((index for index, heading in enumerate(headings) if heading.id == wanted), None)
    if at is None:  # a heading that staging makes
        return [page.id]
    first = next((h.id for h in reversed(headings[: at + 1]) if h.id in corpus.unit), page.id)
    within = [headings[at], *takewhile(lambda heading: heading.level > headings[at].level, headings[at + 1 :])]
    sections = [heading.id for heading in within[1:] if heading.id in corpus.unit]
    parts = {heading.id for heading in within}
    return [first, *sections, *(link.ref for link in scan.links if link.section in parts and link.ref in corpus.figure)]
