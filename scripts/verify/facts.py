"""What is known of one HTML page, or of a file beside it: plain data, and no judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kb.formats.shape import Piece
from verify import parts

LANGUAGES = ("fr", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]


@dataclass(frozen=True, slots=True)
class File:
    """The facts of a file that is no page: `ids` where a fragment can name a part, `active` what runs in an image."""

    refs: tuple[parts.Ref, ...] = ()
    ids: frozenset[str] | None = None
    active: tuple[parts.LineText, ...] = ()
    fault: parts.LineText | None = None
    size: tuple[int, int] | None = None  # of a PNG: its width and height in pixels
    hollow: parts.LineText | None = None  # why it is not what its name says, though it parses
    names: frozenset[str] = frozenset()  # of the files that a script may load
    cited: parts.Cited | None = None
    digest: int = 0  # of an image: the same for the same bytes
    entries: tuple[Mapping[str, Any], ...] | None = None  # of the search
    texts: Mapping[str, Any] | None = None  # of the search: the parts of each result, by its id
    synonyms: bool = False  # of the search: whether it has any


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of one HTML file; every line is that of the end of the element's start tag."""

    path: str
    line: int
    language: str
    ids: Mapping[str, int] = field(default_factory=dict)
    charsets: tuple[str, ...] = ()
    titles: tuple[parts.LineText, ...] = ()
    descriptions: tuple[parts.LineText, ...] = ()
    headings: tuple[parts.ShownHeading, ...] = ()
    refs: tuple[parts.Ref, ...] = ()
    alternates: tuple[parts.Alternate, ...] = ()
    id_refs: tuple[parts.IdRef, ...] = ()
    anchors: tuple[str, ...] = ()
    flaws: tuple[parts.Flaw, ...] = ()
    refreshes: tuple[int, ...] = ()
    delays: tuple[parts.LineText, ...] = ()  # how long a refresh waits, but at once
    noindex: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    mains: tuple[int, ...] = ()
    footers: tuple[int, ...] = ()
    fields: tuple[parts.Field, ...] = ()
    labels: tuple[str, ...] = ()
    sections: tuple[parts.ShownSection, ...] = ()
    cite_links: tuple[parts.CiteLinks, ...] = ()
    citations: tuple[parts.ShownCitation, ...] = ()
    quotations: tuple[parts.ShownCitation, ...] = ()  # as they stand in a text
    codes: tuple[parts.Code, ...] = ()
    mark_links: tuple[parts.MarkLink, ...] = ()
    contents: tuple[tuple[str, parts.LineText], ...] = ()  # of its list of contents: addresses, and what they say
    moved_links: tuple[parts.LineText, ...] = ()
    downloads: tuple[str, ...] = ()
    ways_back: tuple[parts.LineText, ...] = ()
    linked_data: tuple[tuple[int, Mapping[str, Any]], ...] = ()
    tags: tuple[tuple[str, parts.LineText], ...] = ()
    dates: tuple[str, ...] = ()
    searches: tuple[parts.LineText, ...] = ()
    text: tuple[Piece, ...] = ()  # what its article shows; read only where somebody says what was written

    @property
    def folder(self) -> str:
        """The folder that relative addresses start from: empty, or with a final slash."""
        return self.path[: self.path.rfind("/") + 1]

    @property
    def folder_language(self) -> str:
        """The language that the page's place in the site promises."""
        first = self.path.split("/", 1)[0]
        return first if first in LANGUAGES and "/" in self.path else DEFAULT_LANGUAGE

    @property
    def title(self) -> parts.ShownSection:
        """The level 1 heading, or an empty one at the start of the page."""
        first = (section for section in self.sections if section.level == 1)
        return next(first, parts.ShownSection(self.line, 1, "", ""))

    @property
    def is_citation(self) -> bool:
        """Whether the page holds the citation of a section."""
        return "citation" in self.kinds

    @property
    def is_404(self) -> bool:
        return is_404(self.path)

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads on, at once or by a link for each section that stood there."""
        return bool(self.refreshes) or "moved" in self.kinds

    @property
    def is_indexable(self) -> bool:
        """Whether the page is content: neither a redirect, nor a 404 page, nor kept from search engines."""
        return not (self.is_redirect or self.noindex or self.is_404)


def is_404(path: str) -> bool:
    """Whether a page is served at any depth, in the place of one that does not exist."""
    return f"/{path}".endswith("/404.html")


def primary(language: str) -> str:
    """The primary subtag of a language tag: `fr` for `fr-CA`."""
    return language.strip().lower().split("-", 1)[0]
