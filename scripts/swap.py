"""Replacing a folder by a new one without a moment in which it is half written, and keeping builds apart."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no flock; a single maintainer there builds one site at a time
    fcntl = None


class Busy(Exception):
    """Another build holds the lock."""


@contextmanager
def exclusive(lock: Path) -> Iterator[None]:
    """Hold `lock` while a build runs; the kernel lets go of it when the process ends, however it ends.

    Raises:
        Busy: another process holds it.
        OSError: the lock file cannot be made.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with open(lock, "a+", encoding="utf-8") as handle:
        if fcntl:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                handle.seek(0)
                raise Busy(f"another build is running (process {handle.read().strip() or 'unknown'})") from None
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target` by renaming; both must be on one file system.

    If the second rename fails, the first is undone, so that `target` is always a whole site.
    """
    old = new.with_name(new.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    had = target.exists()
    if had:
        os.rename(target, old)
    try:
        os.rename(new, target)
    except OSError:
        if had:
            os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)
