"""The verified site into a folder that a web server serves: whole before, whole after, whole at every instant."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from fingerprint import fingerprint
from kb.finding import Finding
from precompress import precompress
from progress import Progress
from sitebuild import build
from swap import alone_in, recover, replace_folder

MARKER = ".published"
_NOTICE = "build.py publish replaces this whole folder: what is added or edited here is lost.\n"


class Refused(Exception):
    """The destination is not one that a site may be put into."""


def publish(root: Path, given: Path, progress: Progress, strict: bool = False) -> tuple[Path, list[Finding]]:
    """Build the content below `root`, verify it, and put it in the place of the folder `given`.

    Returns the real folder and the warnings of the sources. Any exception leaves the folder as it was.

    Raises:
        Refused: the destination is unfit; nothing was built.
        BuildFailed: the sources, MkDocs or the built site have errors.
        Busy: another process is publishing beside the folder.
        OSError: something cannot be read or written.
    """
    target, new = destination(given), root / ".build" / "publish"

    def finish(folder: Path, site_url: str) -> None:
        with progress.step("fingerprint") as details:
            details.append(f"{fingerprint(folder, site_url)} files")

    findings = build(root, new, progress, strict, finish)
    with progress.step("compress") as details:
        details.append(f"{precompress(new)} files")
    with progress.step("put in place"):
        put(new, target)
    shutil.rmtree(new, ignore_errors=True)
    return target, findings


def destination(given: Path) -> Path:
    """The real folder behind `given`: absent, empty, or published before, so that nothing else is ever replaced.

    Raises:
        Refused: it is something else, or it cannot be replaced.
    """
    target = given.resolve()
    if not target.parent.is_dir():
        raise Refused(f"{target.parent} is not a folder: make it first")
    if target.exists():
        if not target.is_dir():
            raise Refused(f"{target} is not a folder")
        if any(target.iterdir()) and not (target / MARKER).is_file():
            raise Refused(f"{target} holds something else than a published site: name a new or empty folder")
        if os.path.ismount(target):
            raise Refused(f"{target} is a mount point, which nothing can take the place of: name a folder inside it")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise Refused(f"{target.parent} cannot be written in, and the new site is made there before it takes its place")
    return target


def put(site: Path, target: Path) -> None:
    """Put a copy of the folder `site` in the place of `target`, which may be on another file system.

    The copy is made beside `target`, under a hidden name, and is on the disk before it takes its place. What a death
    leaves beside `target` goes at the next run.
    """
    aside = target.with_name(f".{target.name}.publishing")
    with alone_in(target.parent):
        recover(aside, target)
        try:
            _copy(site, aside)
            (aside / MARKER).write_text(_NOTICE, encoding="utf-8")
            _to_disk(aside)
            replace_folder(aside, target)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        _sync(target.parent)


def _copy(site: Path, copy: Path) -> None:
    """Copy with modes that let a server read it, whatever the umask."""
    for path in (site, *sorted(site.rglob("*"))):
        there = copy / path.relative_to(site)
        if path.is_dir():
            there.mkdir()
            there.chmod(0o755)
        else:
            shutil.copyfile(path, there)
            there.chmod(0o644)


def _to_disk(folder: Path) -> None:
    """Some file systems tell of a full disk, and all survive a power cut, only after this."""
    for path in (*folder.rglob("*"), folder):
        _sync(path)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folder
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
