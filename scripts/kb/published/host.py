"""docs/host: what the host asks for, such as robots.txt, CNAME or .well-known/, published at the root as it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

FOLDER = "docs/host"
WELL_KNOWN = ".well-known"
HIDDEN = (WELL_KNOWN, ".htaccess", ".nojekyll")  # files for a host that nobody sees where they do not belong
LITTER = (".DS_Store", ".gitkeep", ".keep", "Thumbs.db", "desktop.ini")  # of systems and git, which no host asks for


def host_files(root: Path) -> dict[str, Path]:
    """Every file of docs/host, hidden ones included, by the path that it is published at; no link is followed."""
    return {name: path for name, path in entries(root).items() if is_file(path)}


def entries(root: Path) -> dict[str, Path]:
    """Whatever stands in docs/host, by its path in it, but folders: a link to one is no folder."""
    found, folder = {}, root / FOLDER
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for path in (Path(place, name) for name in (*names, *links) if name not in LITTER):
            found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def is_file(path: Path) -> bool:
    """Whether it is a file itself: no link to one, no pipe."""
    return stat.S_ISREG(path.lstat().st_mode)
