"""What the rules read: the facts of a built folder, and where its addresses lead."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kb.formats.shape import Piece
from kb.model.finding import Finding
from kb.model.rule import Said
from verify.facts import File, PageFacts, is_404
from verify.parts import LineText, Ref, Use
from verify.resolver import Destination, Form, Resolver
from verify.robots import Robots
from verify.sitemap import Sitemap

PAGE_USES = frozenset({Use.LINK, Use.LOAD})


class Resolved(NamedTuple):
    """An address in the file `path`, and the site's file it leads to (empty: none)."""

    path: str
    ref: Ref
    target: Destination
    file: str

    def finding(self, code: str, what: Said, hint: str) -> Finding:
        """The finding that says `what` of the address."""
        line, column, _, place, address = self.ref
        shown = address if len(address) <= 120 else f"{address[:119]}…"
        message = Said(f"{place} “{shown}” {what}", f"{place} « {shown} » {what.fr}")
        return Finding(self.path, line, column, code, message, hint)

    @property
    def is_plain(self) -> bool:
        """Whether it is followed or loaded, relative, and sound as far as a look at it alone can say."""
        form, _, fragment, _, fault = self.target
        is_sound = form is Form.RELATIVE and not fragment and not fault and self.ref.use in PAGE_USES
        return is_sound and not is_404(self.path)


@dataclass(frozen=True)
class BuiltSite:
    """What the rules read. `anchors` holds the ids of every file that a fragment can name a part of, `wrong_copies`
    each compressed file that is not the one beside it, and why; `written` what the authors of a page wrote."""

    pages: Mapping[str, PageFacts]
    files: Mapping[str, File]
    anchors: Mapping[str, frozenset[str]]
    refs: tuple[Resolved, ...]
    sitemap: Sitemap
    robots: Robots
    unreadable: Mapping[str, LineText]
    empty: tuple[str, ...]
    left_behind: tuple[str, ...]
    wrong_copies: tuple[tuple[str, Said], ...]
    resolver: Resolver
    paths: Collection[str]
    outside: Collection[str] | None = None
    written: Mapping[str, Sequence[Piece]] = field(default_factory=dict)

    @cached_property
    def notable(self) -> tuple[Resolved, ...]:
        """The addresses but those that break no rule whatever they lead to: sound relative links without fragment,
        nine of ten."""
        return tuple(item for item in self.refs if not item.is_plain)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The files of the sitemap's entries."""
        return frozenset(self.resolver.resolve("", entry.address).file for entry in self.sitemap.entries)

    def page_at(self, address: str) -> PageFacts | None:
        """The page that an address, absolute or from the site's root, leads to."""
        return self.pages.get(self.resolver.resolve("", address).file)

    def address_of(self, page: PageFacts) -> str:
        """The one address of a page, percent-decoded."""
        path = page.path
        return self.resolver.url + (page.folder if path == f"{page.folder}index.html" else path)
