"""Keeping builds apart: the lock of what is built below a root, and that of a folder which is published into."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no flock; a single maintainer there builds one site at a time
    fcntl = None  # type: ignore[assignment]

# A file system that has no locks says one of these.
_NO_LOCKS = (errno.EBADF, errno.ENOLCK, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)
_held: set[Path] = set()  # the locks of this process


class Busy(Exception):
    """Another build is publishing to the same place."""


@contextmanager
def exclusive(root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of what is built below `root`, the staged tree first of all, while a build runs.

    Waits while another process holds it, and says so. A part of a build that holds it already goes on. The kernel lets
    go of it when the process ends, however it ends.

    Raises:
        OSError: the lock file cannot be made.
    """
    lock = root / ".build" / "lock"
    if lock in _held:
        yield
        return
    lock.parent.mkdir(parents=True, exist_ok=True)
    with open(lock, "a+", encoding="utf-8") as handle:
        if not _flock(handle.fileno()):
            handle.seek(0)
            say(f"another build is running (process {handle.read().strip() or 'unknown'}): waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        _held.add(lock)
        try:
            yield
        finally:
            _held.discard(lock)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder itself, which leaves no lock file in it.

    Raises:
        Busy: another process holds it.
    """
    if not fcntl:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not _flock(handle):
            raise Busy(f"another build is publishing in {folder}")
        yield
    finally:
        os.close(handle)


def _flock(handle: int) -> bool:
    """Whether the lock was free; a file system without locks has them all free."""
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True
