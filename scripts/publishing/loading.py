"""What a built folder loads: in its pages' tags, and in its scripts by whole paths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from posixpath import basename, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

# A script names another file of the site by its path from the root, alone in a string: publishing may rename that one.
WHOLE_PATH = re.compile(r"""(?<=["'`])assets/[\w./-]+\.(?:css|js)(?=["'`])""")


_ADDRESS = {"link": "href", "script": "src"}
_PATH = re.compile(r"[^?#]+\.(?:css|js)(?=[?#]|\Z)")
_SPACES = re.compile(r"\s*")


class Load(NamedTuple):
    """An element that loads a script or style sheet; `end` is after the spaces that follow it.

    Its address starts at `at`, and is without a query.
    """

    start: int
    end: int
    at: int
    address: str
    attributes: dict[str, str | None]


def loads(page: str) -> list[Load]:
    """What the HTML of a page loads by an address in double quotes, in its order."""
    return _Loads(page).found


class _Loads(HTMLParser):
    def __init__(self, page: str):
        super().__init__()
        self.found: list[Load] = []
        self._page = page
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        value = dict(attributes).get(_ADDRESS.get(tag, "")) or ""
        path, at = _PATH.match(value), text.find(f'"{value}"') + 1
        if path and at:
            start = self._offset()
            self.found.append(Load(start, self._after(start + len(text)), start + at, path[0], dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.found and "src" in self.found[-1].attributes:
            end = self._after(self._page.index(">", self._offset()) + 1)
            self.found[-1] = self.found[-1]._replace(end=end)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _after(self, end: int) -> int:
        spaces = _SPACES.match(self._page, end)
        return spaces.end() if spaces else end


def edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """`text` with each of `edits`, from one place to another, in the place of what stands there."""
    parts, done = [], 0
    for start, end, new in sorted(edits):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def target(folder: str, address: str, prefix: str) -> str:
    """The path in the site of an address in a page of `folder`; one at another host leads to no file of it.

    `prefix` is the path that the site stands below.
    """
    address = unquote(address)
    if address.startswith(prefix):
        return normpath(address[len(prefix) :])
    return normpath(join(folder, address))


def named_in_part(paths: Iterable[str], code: str) -> set[str]:
    """Those of `paths` whose name stands in `code` otherwise than in a whole path: their addresses are put together."""
    rest = WHOLE_PATH.sub("", code)
    return {path for path in paths if re.search(rf"(?<![\w-]){re.escape(basename(path))}(?![\w-])", rest)}


def code_of(site: Path) -> str:
    """The text of every script and style sheet below `site`."""
    return "\n".join(read(path) for suffix in ("js", "css") for path in sorted(site.rglob(f"*.{suffix}")))


def read(path: Path) -> str:
    """The text with its own line ends, and with bytes that are not UTF-8 kept for `verify` to report."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write(path: Path, text: str) -> None:
    """Write what `read` gave, changed or not."""
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
