"""One style sheet and one script for a page, in the place of the many that it is written in: each costs its readers a
request. Publishing alone does this: `site/` keeps the files as they are written.

The files that pages load together, and those that a script names together in a list, are joined in their order, without
the rules of the theme that nothing can match, and what is left is minified. A file keeps to itself that a page loads
alone, or that names another by its own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from posixpath import dirname, join
from typing import NamedTuple
from urllib.parse import urlsplit

from publishing.loading import WHOLE_PATH, Load, code_of, edited, loads, named_in_part, read, target, write
from publishing.minify import minify
from publishing.unused import names_of, pruned
from verify.css import css_addresses

THEME = "assets/stylesheets/"
_WAYS = {".css": '<link rel="stylesheet" href="{}">', ".js": '<script src="{}" defer></script>'}
# In a minified script
_LIST = re.compile(r'\["assets/[\w./-]+\.js"(?:,"assets/[\w./-]+\.js")+\]')
_SEARCH_DATA = re.compile(r"\s*guideSearch\.(?:data|texts)\.")  # JSON, which has nothing to skip


class Part(NamedTuple):
    """A file that pages load, by its path in the site; `media` is that of a style sheet."""

    path: str
    media: str


def bundle(site: Path, site_url: str) -> int:
    """Make what the pages below `site` load as few and as small as can be; returns the number of scripts and sheets.

    Raises:
        BuildFailed: a script or style sheet cannot be minified.
    """
    minify(site, [path for path in sorted(site.rglob("*.js")) if not _SEARCH_DATA.match(read(path))])
    pages = {path: read(path) for path in sorted(site.rglob("*.html"))}
    _prune(site, pages)
    listed = _join_lists(site)
    joined, loaded = _join(site, pages, urlsplit(site_url).path)
    minify(site, sorted(site.rglob("*.css")))
    _remove(site, listed | joined, loaded)
    return sum(1 for suffix in ("js", "css") for _ in site.rglob(f"*.{suffix}"))


def _prune(site: Path, pages: dict[Path, str]) -> None:
    themes = sorted((site / THEME).glob("*.css"))
    if not themes:
        return
    scripts = [text for path in sorted(site.rglob("*.js")) if not _SEARCH_DATA.match(text := read(path))]
    sheets = [read(path) for path in sorted(site.rglob("*.css")) if path not in themes]
    names = names_of(pages.values(), scripts)
    for path in themes:
        write(path, pruned(read(path), names, "\n".join((*sheets, *scripts))))


def _join_lists(site: Path) -> set[str]:
    """Write a bundle for each list of scripts that a script holds, and name it there in their place; returns them."""
    taken: set[str] = set()
    joined: set[str] = set()

    def one(found: re.Match[str]) -> str:
        parts = tuple(Part(path, "") for path in WHOLE_PATH.findall(found[0]))
        if not (name := _bundle(site, parts, taken)):
            return found[0]
        taken.add(name)
        joined.update(part.path for part in parts)
        return f'["{join(dirname(parts[0].path), name)}"]'

    for path in sorted(site.rglob("*.js")):
        write(path, _LIST.sub(one, read(path)))
    return joined


def _join(site: Path, pages: dict[Path, str], prefix: str) -> tuple[set[str], set[str]]:
    """Write the bundles and lead the pages to them; returns what is joined, and what pages load besides."""
    bundles: dict[tuple[Part, ...], str] = {(): ""}
    loaded: set[str] = set()
    for path, text in pages.items():
        folder = path.parent.relative_to(site).as_posix()
        found, edits = loads(text), list[tuple[int, int, str]]()
        for suffix in _WAYS:
            joined = [load for load in found if _joins(load, suffix)]
            parts = tuple(
                Part(target(folder, one.address, prefix), one.attributes.get("media") or "") for one in joined
            )
            if parts not in bundles:
                bundles[parts] = _bundle(site, parts, set(bundles.values()))
            if bundles[parts]:
                edits += _led(joined, suffix, bundles[parts])
                found = [load for load in found if load not in joined]
        loaded.update(target(folder, load.address, prefix) for load in found)
        pages[path] = edited(text, edits)
        write(path, pages[path])
    return {part.path for parts, name in bundles.items() if name for part in parts}, loaded


def _remove(site: Path, joined: set[str], loaded: set[str]) -> None:
    """Remove what is joined and nothing loads by its own name."""
    code = code_of(site)
    gone = joined - loaded - set(WHOLE_PATH.findall(code))
    for name in gone - named_in_part(gone, code):
        (site / name).unlink()


def _joins(load: Load, suffix: str) -> bool:
    """Whether the element loads a file of this kind as all others of a bundle are loaded."""
    given = load.attributes.keys()
    if suffix == ".css":
        return {"rel", "href"} <= given <= {"rel", "href", "media"} and load.attributes["rel"] == "stylesheet"
    return given == {"src", "defer"} and load.attributes["src"] == load.address


def _bundle(site: Path, parts: tuple[Part, ...], taken: set[str]) -> str:
    """Write the bundle of `parts` beside the first; returns its name, empty where they stay as they are."""
    if len(parts) < 2 or not all(_can_move(site / part.path) for part in parts):
        return ""
    first = site / parts[0].path
    names = (f"guide{number or ''}{first.suffix}" for number in count())
    bundled = first.with_name(next(name for name in names if name not in taken))
    write(bundled, "\n".join(_under(part, read(site / part.path)) for part in parts))
    return bundled.name


def _can_move(path: Path) -> bool:
    """Whether the file is there and names no other one, whose address would lead elsewhere from another folder."""
    if not path.is_file():
        return False
    addresses = css_addresses(read(path)) if path.suffix == ".css" else ()
    return all(address.startswith("data:") for *_, address in addresses)


def _led(joined: list[Load], suffix: str, name: str) -> Iterator[tuple[int, int, str]]:
    """The edits that have the first element lead to the file `name` in the folder of what it led to, and no other."""
    first, *others = joined
    yield first.start, first.end, _WAYS[suffix].format(join(dirname(first.address), name)) + "\n"
    yield from ((load.start, load.end, "") for load in others)


def _under(part: Part, text: str) -> str:
    return f"@media {part.media}{{{text}}}" if part.media else text
