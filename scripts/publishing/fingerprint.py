"""Names that carry a hash of the content, so that browsers may keep a script or style sheet for a year.

Publishing alone does this: `site/` keeps the names that MkDocs gives. A script can put an address together from any
pieces, so a file that a script or another style sheet names keeps its name, and its server must say "ask again".
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote, urlsplit

HASHED = re.compile(
    r"\.[0-9a-f]{12}\.(?:css|js)$"
)  # the end of a name that carries one; nginx's guide.conf knows it too
_LOADED = re.compile(r"(<(?:link|script)\b[^>]*?\s(?:href|src)=\")([^\"?#]+\.(?:css|js))(?=[\"?#])")


def fingerprint(site: Path, site_url: str) -> int:
    """Rename the scripts and style sheets that the pages below `site` load, there and in the pages.

    Returns how many were renamed.
    """
    prefix = urlsplit(site_url).path
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    folders = {path: path.parent.relative_to(site).as_posix() for path in pages}
    code = "\n".join(_read(path) for suffix in ("js", "css") for path in sorted(site.rglob(f"*.{suffix}")))
    loaded = {_target(folders[path], found[2], prefix) for path in pages for found in _LOADED.finditer(pages[path])}
    names = {
        name: _rename(site / name) for name in sorted(loaded) if (site / name).is_file() and basename(name) not in code
    }
    for path, text in pages.items():

        def mended(found: re.Match[str], folder: str = folders[path]) -> str:
            name = names.get(_target(folder, found[2], prefix))
            return found[1] + (join(dirname(found[2]), name) if name else found[2])

        path.write_bytes(_LOADED.sub(mended, text).encode("utf-8", "surrogateescape"))
    return len(names)


def _target(folder: str, address: str, prefix: str) -> str:
    """The path in the site of an address in a page of `folder`; one at another host leads to no file of it."""
    address = unquote(address)
    if address.startswith(prefix):
        return normpath(address[len(prefix) :])
    return normpath(join(folder, address))


def _rename(path: Path) -> str:
    """Give the file its hash; returns the new name."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return path.rename(path.with_name(f"{path.stem}.{digest}{path.suffix}")).name


def _read(path: Path) -> str:
    """The text with its own line ends, and with bytes that are not UTF-8 kept for `verify` to report."""
    return path.read_bytes().decode("utf-8", "surrogateescape")
