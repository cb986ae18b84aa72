"""A built folder to facts: the only module that reads files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kb.formats.shape import Piece
from kb.model.finding import Finding
from kb.model.rule import Said
from verify.facts import File, Page, Ref, Text, Use, is_404
from verify.files import READ, is_left_behind, read_file, wrong_copies
from verify.page import read_page
from verify.pictures import PICTURES, read_picture
from verify.resolver import Form, Resolver, Target
from verify.robots import NAME as ROBOTS
from verify.robots import Robots, read_robots
from verify.sitemap import NAME as SITEMAP
from verify.sitemap import Sitemap, read_sitemap

PAGE_USES = frozenset({Use.LINK, Use.LOAD})
_HTML = frozenset({".htm", ".html"})


class Resolved(NamedTuple):
    """An address in the file `path`, and the site's file it leads to (empty: none)."""

    path: str
    ref: Ref
    target: Target
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
class Site:
    """What the rules read. `anchors` holds the ids of every file that a fragment can name a part of, `wrong_copies`
    each compressed file that is not the one beside it, and why; `written` what the authors of a page wrote."""

    pages: Mapping[str, Page]
    files: Mapping[str, File]
    anchors: Mapping[str, frozenset[str]]
    refs: tuple[Resolved, ...]
    sitemap: Sitemap
    robots: Robots
    unreadable: Mapping[str, Text]
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

    def page_at(self, address: str) -> Page | None:
        """The page that an address, absolute or from the site's root, leads to."""
        return self.pages.get(self.resolver.resolve("", address).file)

    def address_of(self, page: Page) -> str:
        """The one address of a page, percent-decoded."""
        path = page.path
        return self.resolver.url + (page.folder if path == f"{page.folder}index.html" else path)


def read_site(
    root: Path,
    url: str,
    outside: Collection[str] | None = None,
    host: Collection[str] = (),
    written: Mapping[str, Sequence[Piece]] = MappingProxyType({}),
) -> Site:
    """Every fact about the folder `root`, published at `url`; a file that fails to be read is a fact too.

    The files `host` are none of the site's, but robots.txt speaks of its pages. `written` is what pages must show.
    """
    everything = files_of(root)
    paths = {name: path for name, path in everything.items() if name not in host}
    resolver = Resolver(url, paths)
    unreadable: dict[str, Text] = {}
    pages: dict[str, Page] = {}
    files: dict[str, File] = {}
    for name, path in paths.items():
        suffix = name[name.rfind(".") :].lower()
        if suffix in _HTML:
            leads_to = partial(_leads_to, resolver, name) if name in written else None
            if page := read_page(name, _read(path, name, unreadable), leads_to):
                pages[name] = page
            else:
                unreadable.setdefault(
                    name, Text(1, Said("it holds no document", "le fichier ne contient aucun document"))
                )
        elif suffix in PICTURES:
            files[name] = read_picture(suffix, _bytes(path, name, unreadable))
        elif suffix in READ and name != SITEMAP:
            files[name] = read_file(suffix, _read(path, name, unreadable))
    anchors = {name: frozenset((*page.ids, *page.anchors)) for name, page in pages.items()}
    anchors |= {name: file.ids for name, file in files.items() if file.ids is not None}
    written_by: Mapping[str, Page | File] = {**pages, **files}
    refs = [item for name, facts in written_by.items() for item in _resolved(resolver, name, facts.refs)]
    return Site(
        pages=pages,
        files=files,
        anchors=anchors,
        refs=tuple(refs),
        sitemap=read_sitemap(_read(paths[SITEMAP], SITEMAP, {}) if SITEMAP in paths else None),
        robots=read_robots(_read(everything[ROBOTS], ROBOTS, {}) if ROBOTS in everything else b""),
        unreadable=unreadable,
        empty=tuple(name for name, path in paths.items() if name not in unreadable and not path.stat().st_size),
        left_behind=tuple(filter(is_left_behind, paths)),
        wrong_copies=tuple(wrong_copies(paths)),
        resolver=resolver,
        paths=paths.keys(),
        outside=outside,
        written=written,
    )


def _leads_to(resolver: Resolver, name: str, address: str) -> str:
    """Where an address of the page `name` leads, from the root of the site; an address outside stays as it is."""
    target = resolver.resolve(name[: name.rfind("/") + 1], address)
    file = name if target.form is Form.SAME else target.file
    return (f"{file}#{target.fragment}" if target.fragment else file) or address


def files_of(root: Path) -> dict[str, Path]:
    """Every regular file under `root` by its POSIX path, in order; a name that is not UTF-8 is shown with �."""
    return dict(sorted(_files(root)))


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            if os.path.isfile(path):
                yield os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace"), path


def _bytes(path: Path, name: str, unreadable: dict[str, Text]) -> bytes:
    """The bytes of a file; what keeps it from being read goes to `unreadable`."""
    try:
        return path.read_bytes()
    except OSError as error:
        cause = error.strerror
        unreadable[name] = Text(1, Said(f"it cannot be read: {cause}", f"la lecture est impossible : {cause}"))
        return b""


def _read(path: Path, name: str, unreadable: dict[str, Text]) -> bytes:
    """The bytes of a file; what keeps it from being read as UTF-8 goes to `unreadable`."""
    data = _bytes(path, name, unreadable)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"{data[error.start]:#04x}"
        unreadable[name] = Text(line, Said(f"byte {byte} is not UTF-8", f"l'octet {byte} n'est pas de l'UTF-8"))
    return data


def _resolved(resolver: Resolver, name: str, refs: tuple[Ref, ...]) -> Iterator[Resolved]:
    folder = name[: name.rfind("/") + 1]
    for ref in refs:
        target = resolver.resolve(folder, ref.address)
        yield Resolved(name, ref, target, name if target.form is Form.SAME else target.file)
