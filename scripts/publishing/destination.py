"""The folder that a site may be put into, so that nothing else is ever replaced."""

from __future__ import annotations

import os
from pathlib import Path

from engine import staging
from publishing.receipt import plain_files, read_receipt


class CannotPublish(Exception):
    """A site may not be put there, or not as its sources are; the message is one line."""


def destination(root: Path, given: Path) -> Path:
    """The real folder behind `given`: absent, empty, or published before, and outside the sources below `root`.

    Raises:
        Refused: it is something else, or it cannot be replaced.
    """
    try:
        target = given.resolve()
        target.stat()
    except FileNotFoundError:
        pass
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "its links lead in a circle"
        raise CannotPublish(f"{given} cannot be reached: {why}") from None
    for project in (root.resolve(), staging.PROJECT):
        if target.is_relative_to(project):
            raise CannotPublish(f"{target} is inside the project, {project}: name a folder outside it")
    if not target.parent.is_dir():
        raise CannotPublish(f"{target.parent} is not a folder: make it first")
    if target.exists():
        _refuse_what_is_not_ours(target)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise CannotPublish(
            f"{target.parent} cannot be written in, and the new site is made there before it takes its place"
        )
    return target


def _refuse_what_is_not_ours(target: Path) -> None:
    if not target.is_dir():
        raise CannotPublish(f"{target} is not a folder")
    receipt = read_receipt(target)
    if any(target.iterdir()) and not receipt:
        raise CannotPublish(f"{target} holds something else than a published site: name a new or empty folder")
    added = set(plain_files(target)).difference(receipt.files) if receipt and receipt.files is not None else ()
    if added:
        more = f" and {len(added) - 1} more" if len(added) > 1 else ""
        hint = "move it into docs/host/, whose files are published, or remove it"
        raise CannotPublish(f"{target} holds {min(added)}{more}, which publish did not put there: {hint}")
    if os.path.ismount(target):
        raise CannotPublish(f"{target} is a mount point, which nothing can take the place of: name a folder inside it")
