"""The only writer of the staged tree: writes what changed, removes what is stale."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write(tree: Mapping[str, str | bytes], folder: Path, copies: dict[str, Path] | None = None) -> int:
    """Make `folder` hold exactly `tree` (relative path → content), and a copy of each file of `copies` at its path.

    Returns the number of files written. An unchanged file keeps its time stamp, so that `serve` rebuilds only once.
    Raises OSError where the folder cannot be written, or a path leads out of it.
    """
    contents = {path: data.encode() if isinstance(data, str) else data for path, data in tree.items()}
    contents |= {path: file.read_bytes() for path, file in (copies or {}).items()}
    folder.mkdir(parents=True, exist_ok=True)
    _prune(folder, set(contents))  # first, as a file may now stand where a folder stood, or the reverse
    return sum(write_if_changed(inside(folder, path), data) for path, data in contents.items())


def inside(folder: Path, path: str) -> Path:
    """The file at `path` below `folder`.

    Raises:
        OSError: the path leads out of the folder.
    """
    file = Path(os.path.normpath(folder / path))
    if Path(os.path.normpath(folder)) not in file.parents:
        raise OSError(errno.EPERM, f"leads out of {folder}, where nothing is written", path)
    return file


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write through a temporary file, so that a reader never meets half a page."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".staging-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.chmod(name, 0o644)
    os.replace(name, path)
    return True


def _prune(folder: Path, keep: set[str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in keep:
            path.unlink()
