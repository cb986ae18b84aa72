"""A built folder to facts: the only module that reads files."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from verify.css import css_addresses
from verify.facts import Page, Ref, Text, Use
from verify.page import read_page
from verify.resolver import Form, Resolver, Target
from verify.sitemap import NAME as SITEMAP
from verify.sitemap import Sitemap, read_sitemap

PAGE_USES = frozenset({Use.LINK, Use.LOAD})
_SVG_ID = re.compile(r"\sid\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class Resolved(NamedTuple):
    """An address in the file `path`, and the site's file it leads to (empty: none)."""

    path: str
    ref: Ref
    target: Target
    file: str

    @property
    def is_plain(self) -> bool:
        """Whether it is followed or loaded, relative, and sound as far as a look at it alone can say."""
        form, _, fragment, _, fault = self.target
        return form is Form.RELATIVE and not fragment and not fault and self.ref.use in PAGE_USES


@dataclass(frozen=True)
class Site:
    """What the rules read. `anchors` holds the ids of every file that a fragment can name a part of."""

    pages: Mapping[str, Page]
    anchors: Mapping[str, frozenset[str]]
    refs: tuple[Resolved, ...]
    sitemap: Sitemap
    unreadable: Mapping[str, Text]
    resolver: Resolver
    outside: Collection[str] | None = None

    @cached_property
    def notable(self) -> tuple[Resolved, ...]:
        """The addresses but those that break no rule whatever they lead to: sound relative links without fragment,
        nine of ten."""
        return tuple(item for item in self.refs if not item.is_plain)

    def address_of(self, page: Page) -> str:
        """The one address of a page, percent-decoded."""
        path = page.path
        return self.resolver.url + (page.folder if path == f"{page.folder}index.html" else path)


def read_site(root: Path, url: str, outside: Collection[str] | None = None) -> Site:
    """Every fact about the folder `root`, published at `url`; a file that fails to be read is a fact too."""
    files = dict(sorted(_files(root)))
    resolver = Resolver(url, files)
    unreadable: dict[str, Text] = {}
    pages: dict[str, Page] = {}
    anchors: dict[str, frozenset[str]] = {}
    refs: list[Resolved] = []
    for name, path in files.items():
        suffix = name[name.rfind(".") :].lower()
        if suffix not in (".html", ".htm", ".css", ".svg"):
            continue
        data = _read(path, name, unreadable)
        if suffix == ".css":
            refs += _resolved(resolver, name, _style_refs(data))
        elif suffix == ".svg":
            ids = _SVG_ID.findall(data.decode("utf-8", "replace"))
            anchors[name] = frozenset(double or single for double, single in ids)
        elif (page := read_page(name, data)) is not None:
            pages[name] = page
            anchors[name] = frozenset((*page.ids, *page.anchors))
            refs += _resolved(resolver, name, page.refs)
        else:
            unreadable.setdefault(name, Text(1, "it holds no document"))
    sitemap = read_sitemap(_read(files[SITEMAP], SITEMAP, {}) if SITEMAP in files else None)
    return Site(pages, anchors, tuple(refs), sitemap, unreadable, resolver, outside)


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every regular file under `root` by its POSIX path; a name that is not UTF-8 is shown with �."""
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            if os.path.isfile(path):
                yield os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace"), path


def _read(path: Path, name: str, unreadable: dict[str, Text]) -> bytes:
    """The bytes of a file; what keeps it from being read as UTF-8 goes to `unreadable`."""
    try:
        data = path.read_bytes()
        data.decode("utf-8")
    except OSError as error:
        unreadable[name] = Text(1, f"it cannot be read: {error.strerror}")
        return b""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        unreadable[name] = Text(line, f"byte {data[error.start]:#04x} is not UTF-8")
    return data


def _style_refs(data: bytes) -> Iterator[Ref]:
    for line, column, address in css_addresses(data.decode("utf-8", "replace")):
        yield Ref(line, column, Use.LOAD, "url()", address)


def _resolved(resolver: Resolver, name: str, refs: Iterator[Ref] | tuple[Ref, ...]) -> Iterator[Resolved]:
    folder = name[: name.rfind("/") + 1]
    for ref in refs:
        target = resolver.resolve(folder, ref.address)
        yield Resolved(name, ref, target, name if target.form is Form.SAME else target.file)
