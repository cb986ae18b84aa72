"""The navigation of mkdocs.yml, made to fit the corpus: patterns expanded, files at their published addresses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from kb.model.corpus import Corpus

Nav = list  # of paths, and of {title: Nav}


def expanded(nav: Nav, corpus: Corpus, language: str) -> Nav:
    """`exemples/*.md` replaced by the records' pages in the order of their marks, a file by where it is published."""
    places = {page.source_file(language): page.file(language) for page in corpus.pages.values()}
    records = [page.source_file(language) for page in corpus.records]

    def expand(entries: Nav) -> Iterator:
        for entry in entries:
            if isinstance(entry, dict):
                yield {title: list(expand(children)) for title, children in entry.items()}
            elif entry.endswith("/*.md"):
                yield from (places[path] for path in records if path.startswith(entry.removesuffix("*.md")))
            else:
                yield places.get(entry, entry)

    return list(expand(nav))


def adapted(nav: Nav, corpus: Corpus, language: str) -> Nav:
    """The navigation of another tree than the project's, which has pages of its own.

    Entries that it lacks are left out; the pages that it has besides follow, a section for each folder.
    """
    pages = {page.file(language) for page in corpus.pages.values()}
    kept = [entry for entry in (_kept(entry, pages) for entry in expanded(nav, corpus, language)) if entry]
    rest = sorted(pages - set(_paths(kept)))
    folders = groupby(rest, key=lambda path: path.rpartition("/")[0])
    return kept + [{folder or "+": list(group)} for folder, group in folders]


def _kept(entry: str | dict, pages: set[str]) -> str | dict | None:
    if isinstance(entry, dict):
        ((title, children),) = entry.items()
        inner = [child for child in (_kept(child, pages) for child in children) if child]
        return {title: inner} if inner else None
    return entry if entry in pages else None


def _paths(nav: Nav) -> Iterator[str]:
    for entry in nav:
        if isinstance(entry, dict):
            for children in entry.values():
                yield from _paths(children)
        else:
            yield entry


def crumbs(page: Page, nav: Navigation) -> list[tuple[str, str]]:
    """Title and address of the home page, of each section that has a page of its own, and of the page."""
    starts = [section.children[0] for section in reversed(list(page.ancestors)) if isinstance(section, Section)]
    way = [nav.homepage, *(start for start in starts if isinstance(start, Page) and start.is_index), page]
    titles = {step.canonical_url or "": step.title or "" for step in way if step}
    return [(title, address) for address, title in titles.items()]
