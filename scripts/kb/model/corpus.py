"""The knowledge base in memory: pages, records, terms, references, units, and what every id leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from kb.formats.markdown import Heading, Link
from kb.formats.siteconfig import Navigation, SiteName
from kb.model.edition import Edition
from kb.model.finding import Finding
from kb.model.item import Document, Item
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.ledger import Entry, Ledger
from kb.model.page import AuthoredPage, ExamplePage, ModelPage, Page, RecordPage
from kb.model.schema.bibliography import Note, Reference
from kb.model.schema.figures import Figure
from kb.model.schema.glossary import Term
from kb.model.schema.pages import Unit
from kb.model.schema.records import PolicyMilestone
from kb.model.schema.search_words import Elsewhere, Questions, Synonyms, Words
from kb.model.schema.situations import Situation
from kb.model.tree import Tree

P = TypeVar("P", bound=Page)


@dataclass(frozen=True)
class Target:
    """What an id leads to: a page, and the heading or entry in it. `place` is where the id is declared."""

    kind: str  # page, example, model, section, figure, term, reference, note
    page: str
    fragment: str | None
    place: tuple[str, int, int]


@dataclass(frozen=True)
class Mistyped:
    """An id `written` in one language where the other, in the file `other`, has the id `meant`, by which it is read."""

    heading: bool  # of a heading, not of a page
    path: str
    line: int
    column: int
    written: str
    meant: str
    other: str


# The files beside the content that name the guide, and the language in which they do.
BESIDE = {"README.md": "en", "LISEZMOI.md": "fr", "LICENSE-TEXT.md": "fr"}


@dataclass(eq=False)
class Corpus:
    """Everything that was read below `root`, with the faults met in reading."""

    root: Path
    tree: Tree = field(default_factory=Tree)
    counts: dict[str, int] = field(default_factory=dict)  # what prose may count, by name (kb/counts.py)
    pages: dict[str, Page] = field(default_factory=dict)
    terms: list[Item[Term]] = field(default_factory=list)
    references: list[Item[Reference]] = field(default_factory=list)
    notes: list[Item[Note]] = field(default_factory=list)
    figures: list[Item[Figure]] = field(default_factory=list)
    units: list[Item[Unit]] = field(default_factory=list)
    milestones: list[Item[PolicyMilestone]] = field(default_factory=list)
    situations: list[Item[Situation]] = field(default_factory=list)
    synonyms: list[Item[Synonyms]] = field(default_factory=list)
    questions: list[Item[Questions]] = field(default_factory=list)
    elsewhere: list[Item[Elsewhere]] = field(default_factory=list)
    words: list[Item[Words]] = field(default_factory=list)
    interface: dict[str, Item[Bilingual]] = field(default_factory=dict)  # by key; see kb/text/labels.py
    vocabularies: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # the values that the interface has words for
    navigations: dict[str, Navigation] = field(default_factory=dict)  # by language, as mkdocs.yml has them
    titles: dict[str, str] = field(default_factory=dict)  # of the guide, by language, as mkdocs.yml has them
    site_names: list[SiteName] = field(default_factory=list)  # in mkdocs.yml
    beside: dict[str, str] = field(default_factory=dict)  # path → text of each file of BESIDE that is there
    ledger_items: list[Item[Entry]] = field(default_factory=list)
    editions: dict[str, Edition] = field(default_factory=dict)  # by date, oldest first
    faults: list[Finding] = field(default_factory=list)
    declared: list[tuple[str, Target]] = field(default_factory=list)  # every declaration, duplicates included
    mistyped: list[Mistyped] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)  # path → text of every source that could be read
    broken: set[str] = field(default_factory=set)  # ids whose own source has a fault: not reported as unknown
    unfit: dict[str, Item[Any]] = field(default_factory=dict)  # by folder, the plain data of records with a wrong shape
    unread: set[str] = field(default_factory=set)  # files whose text or YAML cannot be read at all
    unknown: set[str] = field(default_factory=set)  # of these, the ones that no id could be found in

    @cached_property
    def targets(self) -> dict[str, Target]:
        """The first declaration of each id."""
        return {id_: target for id_, target in reversed(self.declared)}

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(tuple(item.value for item in self.ledger_items))

    @cached_property
    def unit(self) -> dict[str, Unit]:
        return {item.value.id: item.value for item in self.units}

    @cached_property
    def term(self) -> dict[str, Term]:
        return {item.value.id: item.value for item in self.terms}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        return {item.value.id: item.value for item in self.references}

    @cached_property
    def note(self) -> dict[str, Note]:
        return {item.value.id: item.value for item in self.notes}

    @cached_property
    def figure(self) -> dict[str, Figure]:
        return {item.value.id: item.value for item in self.figures}

    @cached_property
    def authored(self) -> list[AuthoredPage]:
        return self._of(AuthoredPage)

    @cached_property
    def examples(self) -> list[ExamplePage]:
        """In the order of their marks (E2 before E10), as the models."""
        return sorted(self._of(ExamplePage), key=lambda page: mark_order(page.mark))

    @cached_property
    def models(self) -> list[ModelPage]:
        return sorted(self._of(ModelPage), key=lambda page: mark_order(page.mark))

    @cached_property
    def records(self) -> list[RecordPage]:
        return [*self.examples, *self.models]

    def _of(self, kind: type[P]) -> list[P]:
        return [page for page in self.pages.values() if isinstance(page, kind)]

    def documents(self) -> Iterator[tuple[Page, Document]]:
        for page in self.pages.values():
            for document in page.documents.values():
                yield page, document

    def links(self) -> Iterator[tuple[Page, Document, Link]]:
        for page, document in self.documents():
            for link in document.scan.links:
                yield page, document, link

    def generated_page(self, kind: str) -> Page | None:
        """The page whose body is generated as `kind` (glossary, references, …)."""
        return self._generated.get(kind)

    @cached_property
    def _generated(self) -> dict[str | None, Page]:
        """The first page of each generated body."""
        return {page.generated: page for page in reversed(self.pages.values())}

    def is_told(self, id_: str) -> bool:
        """Whether an id that is not as it should be is reported elsewhere: its own source has a fault, or it was
        published and is gone (LED002)."""
        return id_ in self.broken or (id_ not in self.targets and id_ in self.ledger.live)

    def mark(self, id_: str) -> str | None:
        """The mark of a page, section, example or model."""
        page = self.pages.get(id_)
        if page and page.mark:
            return page.mark
        return self.unit[id_].mark if id_ in self.unit else None

    def label(self, id_: str, language: str) -> str:
        """The name that a reader sees for an id: a title, a heading, a term."""
        if id_ in self.pages:
            return self.pages[id_].nav_title(language)
        if id_ in self.term:
            return self.term[id_].term[language]
        if id_ in self.reference:
            return self.reference[id_].title[language]
        target = self.targets.get(id_)
        document = self.pages[target.page].documents.get(language) if target and target.page in self.pages else None
        headings = document.scan.headings if document else []
        return next((h.text for h in headings if h.id == id_), id_)

    def sections(self, page: Page, language: str) -> list[Heading]:
        """The citable headings of a page: those whose id is a unit of the policy."""
        document = page.documents.get(language)
        return [h for h in document.scan.headings if h.id in self.unit] if document else []


def mark_order(mark: str) -> tuple[str, tuple[int, ...]]:
    """A sort key that puts P3.2 before P3.10 and E2 before E10."""
    letters = mark.rstrip("0123456789.")
    return letters, tuple(int(part) for part in mark[len(letters) :].split(".") if part)


__all__ = ["LANGUAGES", "Corpus", "Document", "Item", "Mistyped", "Page", "Target", "mark_order"]
