"""Names that carry a hash of the content, so that browsers may keep a script or style sheet for a year.

Publishing alone does this: `site/` keeps the names that MkDocs gives. A script can put an address together from any
pieces, so a file that a script or another style sheet names by a part of its path keeps its name, and its server must
say "ask again"; one named by its whole path, alone in a string, is named anew there.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from posixpath import basename, dirname, join
from urllib.parse import urlsplit

from publishing.loading import WHOLE_PATH, code_of, edited, loads, named_in_part, read, target, write

HASHED = re.compile(
    r"\.[0-9a-f]{12}\.(?:css|js)$"
)  # the end of a name that carries one; nginx's guide.conf knows it too


def fingerprint(site: Path, site_url: str) -> int:
    """Rename the scripts and style sheets that the pages below `site` load, and those that these name; there too.

    Returns how many were renamed.
    """
    prefix = urlsplit(site_url).path
    pages = {path: read(path) for path in sorted(site.rglob("*.html"))}
    found = {path: loads(text) for path, text in pages.items()}
    targets = {
        (path, load.address): target(path.parent.relative_to(site).as_posix(), load.address, prefix)
        for path in pages
        for load in found[path]
    }
    names = _renamed(site, set(targets.values()))
    for path, text in pages.items():
        edits = (
            (load.at, load.at + len(load.address), join(dirname(load.address), basename(name)))
            for load in found[path]
            if (name := names.get(targets[path, load.address]))
        )
        write(path, edited(text, edits))
    return len(names)


def _renamed(site: Path, loaded: set[str]) -> dict[str, str]:
    """Old path → new one. A script is renamed after those that it names, as its content changes with their names."""
    code = {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.js"))}
    names = {name: set(WHOLE_PATH.findall(text)) for name, text in code.items()}
    wanted = {name for name in loaded.union(*names.values()) if (site / name).is_file()}
    waiting = wanted - named_in_part(wanted, code_of(site))
    new: dict[str, str] = {}
    while ready := sorted(name for name in waiting if not names.get(name, set()) & waiting):
        new |= {name: _rename(site, name, new) for name in ready}
        waiting.difference_update(ready)
    for name in code.keys() - new.keys():
        write(site / name, _with_names(code[name], new))
    return new


def _rename(site: Path, name: str, new: dict[str, str]) -> str:
    """Give the file its hash, and the files that it names their new names; returns its own."""
    path = site / name
    write(path, _with_names(read(path), new))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return path.rename(path.with_name(f"{path.stem}.{digest}{path.suffix}")).relative_to(site).as_posix()


def _with_names(script: str, new: dict[str, str]) -> str:
    return WHOLE_PATH.sub(lambda found: new.get(found[0], found[0]), script)
