"""A built folder to facts: the module that reads its files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from kb.formats.shape import Piece
from kb.formats.wholefile import SUFFIXES
from kb.model.rule import Said
from verify.facts import File, PageFacts
from verify.files import READ, is_left_behind, read_file, read_picture, wrong_copies
from verify.page import read_page
from verify.parts import LineText, Ref
from verify.resolver import Form, Resolver
from verify.robots import NAME as ROBOTS
from verify.robots import read_robots
from verify.site import BuiltSite, Resolved
from verify.sitemap import NAME as SITEMAP
from verify.sitemap import read_sitemap

_HTML = frozenset({".htm", ".html"})


def read_site(
    root: Path,
    url: str,
    outside: Collection[str] | None = None,
    host: Collection[str] = (),
    written: Mapping[str, Sequence[Piece]] = MappingProxyType({}),
) -> BuiltSite:
    """Every fact about the folder `root`, published at `url`; a file that fails to be read is a fact too.

    The files `host` are none of the site's, but robots.txt speaks of its pages. `written` is what pages must show.
    """
    everything = files_of(root)
    paths = {name: path for name, path in everything.items() if name not in host}
    resolver = Resolver(url, paths)
    unreadable: dict[str, LineText] = {}
    pages: dict[str, PageFacts] = {}
    files: dict[str, File] = {}
    for name, path in paths.items():
        suffix = name[name.rfind(".") :].lower()
        if suffix in _HTML:
            leads_to = partial(_leads_to, resolver, name) if name in written else None
            if page := read_page(name, _read(path, name, unreadable), leads_to):
                pages[name] = page
            else:
                unreadable.setdefault(
                    name, LineText(1, Said("it holds no document", "le fichier ne contient aucun document"))
                )
        elif suffix in SUFFIXES:
            files[name] = read_picture(suffix, _bytes(path, name, unreadable))
        elif suffix in READ and name != SITEMAP:
            files[name] = read_file(suffix, _read(path, name, unreadable))
    anchors = {name: frozenset((*page.ids, *page.anchors)) for name, page in pages.items()}
    anchors |= {name: file.ids for name, file in files.items() if file.ids is not None}
    written_by: Mapping[str, PageFacts | File] = {**pages, **files}
    refs = [item for name, facts in written_by.items() for item in _resolved(resolver, name, facts.refs)]
    return BuiltSite(
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


def _bytes(path: Path, name: str, unreadable: dict[str, LineText]) -> bytes:
    """The bytes of a file; what keeps it from being read goes to `unreadable`."""
    try:
        return path.read_bytes()
    except OSError as error:
        cause = error.strerror
        unreadable[name] = LineText(1, Said(f"it cannot be read: {cause}", f"la lecture est impossible : {cause}"))
        return b""


def _read(path: Path, name: str, unreadable: dict[str, LineText]) -> bytes:
    """The bytes of a file; what keeps it from being read as UTF-8 goes to `unreadable`."""
    data = _bytes(path, name, unreadable)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"{data[error.start]:#04x}"
        unreadable[name] = LineText(line, Said(f"byte {byte} is not UTF-8", f"l'octet {byte} n'est pas de l'UTF-8"))
    return data


def _resolved(resolver: Resolver, name: str, refs: tuple[Ref, ...]) -> Iterator[Resolved]:
    folder = name[: name.rfind("/") + 1]
    for ref in refs:
        target = resolver.resolve(folder, ref.address)
        yield Resolved(name, ref, target, name if target.form is Form.SAME else target.file)
