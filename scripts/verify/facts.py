"""What is known of one HTML page: plain data, and no judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from kb.formats.shape import Piece
from kb.model.rule import Said

LANGUAGES = ("fr", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]


class Use(Enum):
    """What an address is for, which decides the rules that apply to it."""

    LINK = "followed"
    LOAD = "loaded"
    ALTERNATE = "alternate"
    CANONICAL = "canonical"
    SOCIAL = "social"


class Ref(NamedTuple):
    """An address as a page or style sheet writes it; `place` says where, such as `<a href>`."""

    line: int
    column: int
    use: Use
    place: str
    address: str


class Alternate(NamedTuple):
    """A claim that `address` is the same page in `language`; the medium is `link`, `a` or `sitemap`."""

    line: int
    medium: str
    language: str
    address: str


class Text(NamedTuple):
    """A text and the line it stands on."""

    line: int
    text: str


class Flaw(NamedTuple):
    """What one look at an element, or at the text of its page, shows to be wrong."""

    line: int
    code: str
    message: Said
    hint: Said


class Field(NamedTuple):
    """A form field without a name of its own, which a label may name by its id."""

    line: int
    place: str
    id: str


class Heading(NamedTuple):
    line: int
    level: int


class Section(NamedTuple):
    """A heading that an address or a mark can name; `way` is where its mark leads, None where it is no link."""

    line: int
    level: int
    id: str
    title: str
    mark: str = ""
    way: str | None = None


class CiteLinks(NamedTuple):
    """What stands under the heading of a section with a mark: what is copied, and the page that cites it."""

    line: int
    section: Section
    copy: str
    cite: str
    comment: str | None = None  # the subject of the message that comments on it
    names: tuple[str, ...] = ()  # what the button and each link say


class Citation(NamedTuple):
    """A citation that a page shows, and its language."""

    language: str
    text: str
    line: int = 1


class Code(NamedTuple):
    """A QR code, or the address beside it, whose own `address` is empty; `said` ends with what it stands for."""

    line: int
    address: str
    said: str


class Cited(NamedTuple):
    """What a file for a reference manager cites; each date is a year or a day, as ISO 8601 writes it."""

    title: str = ""
    address: str = ""
    author: str = ""
    dates: tuple[str, ...] = ()
    language: str = ""
    note: str = ""


class MarkLink(NamedTuple):
    """A link that names a mark, as its `whole` text, at its start or set apart in it."""

    line: int
    mark: str
    address: str
    whole: bool


class IdRef(NamedTuple):
    """An id that an attribute such as `aria-controls` names."""

    line: int
    place: str
    id: str


@dataclass(frozen=True, slots=True)
class File:
    """The facts of a file that is no page: `ids` where a fragment can name a part, `active` what runs in an image."""

    refs: tuple[Ref, ...] = ()
    ids: frozenset[str] | None = None
    active: tuple[Text, ...] = ()
    fault: Text | None = None
    hollow: Text | None = None  # why it is not what its name says, though it parses
    names: frozenset[str] = frozenset()  # of the files that a script may load
    cited: Cited | None = None
    digest: int = 0  # of an image: the same for the same bytes
    entries: tuple[Mapping[str, Any], ...] | None = None  # of the search
    synonyms: bool = False  # of the search: whether it has any


@dataclass(frozen=True, slots=True)
class Page:
    """The facts of one HTML file; every line is that of the end of the element's start tag."""

    path: str
    line: int
    language: str
    ids: Mapping[str, int] = field(default_factory=dict)
    charsets: tuple[str, ...] = ()
    titles: tuple[Text, ...] = ()
    descriptions: tuple[Text, ...] = ()
    headings: tuple[Heading, ...] = ()
    refs: tuple[Ref, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    id_refs: tuple[IdRef, ...] = ()
    anchors: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    refreshes: tuple[int, ...] = ()
    delays: tuple[Text, ...] = ()  # how long a refresh waits, but at once
    noindex: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    mains: tuple[int, ...] = ()
    footers: tuple[int, ...] = ()
    fields: tuple[Field, ...] = ()
    labels: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    cite_links: tuple[CiteLinks, ...] = ()
    citations: tuple[Citation, ...] = ()
    quotations: tuple[Citation, ...] = ()  # as they stand in a text
    codes: tuple[Code, ...] = ()
    mark_links: tuple[MarkLink, ...] = ()
    contents: tuple[tuple[str, Text], ...] = ()  # of the page's own list of contents: addresses, and what they say
    moved_links: tuple[Text, ...] = ()
    downloads: tuple[str, ...] = ()
    ways_back: tuple[Text, ...] = ()
    linked_data: tuple[tuple[int, Mapping[str, Any]], ...] = ()
    tags: tuple[tuple[str, Text], ...] = ()
    dates: tuple[str, ...] = ()
    searches: tuple[Text, ...] = ()
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
    def title(self) -> Section:
        """The level 1 heading, or an empty one at the start of the page."""
        return next((section for section in self.sections if section.level == 1), Section(self.line, 1, "", ""))

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
