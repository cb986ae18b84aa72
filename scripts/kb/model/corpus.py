"""The knowledge base in memory: pages, records, terms, references, units, and what every id leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from kb.formats.markdown import Block, Heading, Scan
from kb.formats.siteconfig import Navigation
from kb.formats.yamlfile import Located
from kb.formats.yamlfile import Path as KeyPath
from kb.model import sitepath
from kb.model.edition import Edition
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.ledger import Entry, Ledger
from kb.model.schema import Figure, FrontMatter, Note, PolicyMilestone, Record, Reference, Synonyms, Term, Unit, Words
from kb.model.tree import Tree

T = TypeVar("T")

# Folder of the records of each kind in the address of a page.
FOLDERS = {"example": Bilingual(fr="exemples", en="examples"), "model": Bilingual(fr="modeles", en="models")}


@dataclass(frozen=True)
class Item(Generic[T]):
    """A validated value and where each of its parts stands; `base` is its own path in its file."""

    value: T
    path: str
    located: Located
    base: KeyPath = ()

    def finding(self, code: str, message: str, hint: str = "", at: KeyPath = ()) -> Finding:
        """A finding at the key path `at` of this value."""
        return Finding(self.path, *self.located.at((*self.base, *at)), code, message, hint)


@dataclass(frozen=True)
class Document:
    """The prose of a page in one language; `first_line` is the line of its file that `text` starts on."""

    path: str
    language: str
    text: str
    first_line: int
    scan: Scan

    def finding(self, code: str, line: int, column: int, message: str, hint: str = "") -> Finding:
        return Finding(self.path, line, column, code, message, hint)

    def finding_in(self, block: Block, offset: int, code: str, message: str, hint: str = "") -> Finding:
        """A finding at an offset of a block's source, whose lines lost their indentation and markers."""
        before = block.source[:offset].split("\n")
        line = block.line + len(before) - 1
        content = block.source.split("\n")[len(before) - 1]
        start = max(self.text.split("\n")[line - self.first_line].find(content), 0)
        return self.finding(code, line, start + len(before[-1]) + 1, message, hint)


@dataclass(frozen=True)
class Page:
    """A published page in its languages. `meta` (authored pages) or `record` (examples, models) holds its facts."""

    id: str
    kind: str  # page, example, model
    documents: dict[str, Document]
    meta: dict[str, Item[FrontMatter]] = field(default_factory=dict)
    record: Item[Record] | None = None
    published: dict[str, str] = field(default_factory=dict)  # staged files that the ledger keeps it at

    def _front_matter(self, language: str) -> FrontMatter:
        """That of the language, or the other's while a page awaits its translation."""
        return (self.meta.get(language) or next(iter(self.meta.values()))).value

    def title(self, language: str) -> str:
        return self.record.value.title[language] if self.record else self._front_matter(language).title

    def nav_title(self, language: str) -> str:
        """The short name that navigation and links use."""
        if self.record:
            short = self.record.value.nav_title
            return short[language] if short else self.title(language)
        return self._front_matter(language).nav_title or self.title(language)

    def description(self, language: str) -> str:
        return self.record.value.summary[language] if self.record else self._front_matter(language).description

    @property
    def facts(self) -> FrontMatter | Record:
        """The language-neutral facts: the record, or the front matter of the first language that has one."""
        return self.record.value if self.record else next(iter(self.meta.values())).value

    @property
    def generated(self) -> str | None:
        return getattr(self.facts, "generated", None)

    def address(self, language: str) -> str:
        """Path of the staged Markdown below its language's folder, such as `exemples/reso.md`.

        A published page stays where the ledger has it; the slug or file name only places one not yet published.
        """
        return self.published.get(language) or self.source_address(language)

    def source_address(self, language: str) -> str:
        """The path that the record's slug or the file's name gives."""
        if self.record:
            return f"{FOLDERS[self.kind][language]}/{self.record.value.slug[language]}.md"
        return self.documents[language].path.split("/", 2)[2]

    def url(self, language: str) -> str:
        """The address from the site's root, such as `/exemples/reso/`."""
        return sitepath.of_file(self.address(language), language)


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
    synonyms: list[Item[Synonyms]] = field(default_factory=list)
    words: list[Item[Words]] = field(default_factory=list)
    interface: dict[str, Item[Bilingual]] = field(default_factory=dict)  # by key; see kb/text/labels.py
    vocabularies: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # the values that the interface has words for
    navigations: dict[str, Navigation] = field(default_factory=dict)  # by language, as mkdocs.yml has them
    titles: dict[str, str] = field(default_factory=dict)  # of the guide, by language, as mkdocs.yml has them
    ledger_items: list[Item[Entry]] = field(default_factory=list)
    editions: dict[str, Edition] = field(default_factory=dict)  # by date, oldest first
    faults: list[Finding] = field(default_factory=list)
    declared: list[tuple[str, Target]] = field(default_factory=list)  # every declaration, duplicates included
    mistyped: list[Mistyped] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)  # path → text of every source that could be read
    broken: set[str] = field(default_factory=set)  # ids whose own source has a fault: not reported as unknown
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

    def records(self, kind: str) -> list[Page]:
        """The pages of one kind of record, in the order of their marks (E2 before E10)."""
        found = [(page.record.value.mark, page) for page in self.pages.values() if page.kind == kind and page.record]
        return [page for _, page in sorted(found, key=lambda one: mark_order(one[0]))]

    def documents(self) -> Iterator[tuple[Page, Document]]:
        for page in self.pages.values():
            for document in page.documents.values():
                yield page, document

    def generated_page(self, kind: str) -> Page | None:
        """The page whose body is generated as `kind` (glossary, references, …)."""
        return self._generated.get(kind)

    @cached_property
    def _generated(self) -> dict[str | None, Page]:
        """The first page of each generated body."""
        return {page.generated: page for page in reversed(self.pages.values())}

    def mark(self, id_: str) -> str | None:
        """The mark of a page, section, example or model."""
        page = self.pages.get(id_)
        if page and page.record:
            return page.record.value.mark
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


def mark_order(mark: str) -> tuple:
    """A sort key that puts P3.2 before P3.10 and E2 before E10."""
    letters = mark.rstrip("0123456789.")
    return letters, tuple(int(part) for part in mark[len(letters) :].split(".") if part)


__all__ = ["LANGUAGES", "Corpus", "Document", "Item", "Mistyped", "Page", "Target", "mark_order"]
