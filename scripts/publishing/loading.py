"""What a built folder loads: in its pages' tags, and in its scripts by whole paths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from posixpath import basename, join, normpath
from urllib.parse import unquote

# A script names another file of the site by its path from the root, alone in a string: publishing may rename that one.
WHOLE_PATH = re.compile(r"""(?<=["'`])assets/[\w./-]+\.(?:css|js)(?=["'`])""")


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
