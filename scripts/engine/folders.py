"""Replacing a folder by a new one without a moment in which it is half written."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD of fcntl.h, RENAME_EXCHANGE of linux/fs.h
_NOT_OFFERED = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the file system does not offer it.

    Raises:
        OSError: the names cannot be exchanged for another reason.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_OFFERED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`; both must be on one file system.

    By exchange (Linux), `target` is at every instant the whole old folder or the whole new one. Elsewhere two renames
    leave an instant without it: an error then is undone here, and a death is mended by `recover` at the next start.
    """
    old = _old(new)
    if not target.exists():
        os.rename(new, target)
    elif exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)  # now the old one
    else:
        remove(old)
        os.rename(target, old)
        try:
            os.rename(new, target)
        except OSError:
            os.rename(old, target)
            raise
        shutil.rmtree(old, ignore_errors=True)


def recover(new: Path, target: Path) -> None:
    """Undo what a `replace_folder` that died left behind: `target` is there again, and nothing stands beside it.

    Raises:
        OSError: something stale cannot be removed.
    """
    old = _old(new)
    if old.exists() and not target.exists():
        os.rename(old, target)
    for stale in (new, old):
        remove(stale)


def remove(path: Path) -> None:
    """Remove a folder with all that is in it, a file, or a link but not what it leads to; nothing where none stands.

    Raises:
        OSError: it cannot be removed.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _old(new: Path) -> Path:
    return new.with_name(f"{new.name}.old")
