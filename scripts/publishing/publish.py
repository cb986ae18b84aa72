"""The verified site into a folder that a web server serves: whole before, whole after, whole at every instant."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from console import Progress
from engine.folders import recover, replace_folder
from engine.lock import alone_in
from engine.mkdocs_run import BuildFailed, configuration
from engine.pipeline import build
from engine.settings import Malformed, check_own
from engine.sourcedate import GitRefused, commit, uncommitted
from kb.model import sitepath
from kb.model.languages import LANGUAGES
from publishing.bundle import bundle
from publishing.compress import precompress
from publishing.destination import CannotPublish, destination
from publishing.fingerprint import HASHED, fingerprint
from publishing.receipt import Receipt, read_receipt, write_receipt
from verify import verify_copies

PAGE = "index.html"


def publish(root: Path, given: Path, progress: Progress) -> Path:
    """Build the content below `root`, verify it, and put it in the place of the folder `given`.

    Returns the real folder. Any exception leaves the folder as it was.

    Raises:
        Refused: the destination is unfit, or what the publisher must say is not said; nothing was built.
        BuildFailed: the sources have errors or warnings, or MkDocs or the built site have errors.
        Busy: another process is publishing beside the folder.
        OSError: something cannot be read or written.
    """
    destination(root, given)
    config, new = configuration(root), root / ".build" / "publish"
    try:
        check_own(config.site_url or "", config.extra.get("feedback") or "")
        version, waiting = commit(root), uncommitted(root)
    except (Malformed, GitRefused) as fault:
        raise CannotPublish(str(fault)) from None
    if waiting:
        mend = "git add and git commit, or put it aside with git stash --include-untracked"
        raise CannotPublish(f"not committed: {_first(waiting)}, and what is published is what a commit holds: {mend}")

    def finish(folder: Path, site_url: str) -> None:
        with progress.step("bundle") as details:
            details.append(f"{bundle(folder, site_url)} files")
        with progress.step("fingerprint") as details:
            details.append(f"{fingerprint(folder, site_url)} files")

    built = build(root, new, progress, strict=True, finish=finish)
    target = destination(root, given)
    _keep_addresses(target, built.addresses, new)
    with progress.step("compress") as details:
        details.append(f"{precompress(new)} files")
    if findings := verify_copies(new):
        raise BuildFailed("the compressed files have errors", findings)
    target = destination(root, given)
    receipt = Receipt(
        guide=config.extra["guide"]["title"]["fr"],
        address=config.site_url,
        commit=version,
        edition=built.edition,
        addresses=built.addresses,
    )
    with progress.step("put in place"):
        put(new, target, receipt)
    shutil.rmtree(new, ignore_errors=True)
    return target


def _first(names: list[str]) -> str:
    """The first of them, and how many more."""
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0]


def _keep_addresses(target: Path, addresses: tuple[str, ...], new: Path) -> None:
    """What readers hold of the version before is held by this one: going back takes no address back.

    Raises:
        Refused: an address that was published in `target` is not in the ledger, or no page or file of `new` is at it.
    """
    before = read_receipt(target)
    lost = [*sorted(set(before.addresses) - set(addresses)), *_no_longer_there(before, new)] if before else []
    if before and lost:
        version = (before.commit or "COMMIT").removesuffix("-dirty")  # which receipts once had
        back = f"put back what was published, git checkout {version} -- docs/ledger.jsonl docs/editions, then run check"
        raise CannotPublish(f"{_first(lost)}, published in {target}, would be lost: {back}")


def _no_longer_there(before: Receipt, new: Path) -> Iterator[str]:
    """The address of each page, and each file beside a citation page, that was published and is not in `new`."""
    cited = tuple(f"{sitepath.root(language)}{sitepath.CITATIONS[language]}/"[1:] for language in LANGUAGES)
    for name in before.files or ():
        if (name.endswith(PAGE) or name.startswith(cited)) and not (new / name).is_file():
            yield f"/{name.removesuffix(PAGE)}"


def put(site: Path, target: Path, receipt: Receipt) -> None:
    """Put a copy of the folder `site`, with its receipt, in the place of `target`, be it on another file system.

    The copy is made beside `target`, under a hidden name, and is on the disk before it takes its place. What a death
    leaves beside `target` goes at the next run.
    """
    aside = target.with_name(f".{target.name}.publishing")
    with alone_in(target.parent):
        recover(aside, target)
        try:
            _copy(site, aside)
            write_receipt(aside, receipt.model_copy(update={"kept": _keep(target, aside)}))
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


def _keep(old: Path, new: Path) -> tuple[str, ...]:
    """Copy the scripts and style sheets of `old` that `new` lacks, for readers who got a page of `old` just before.

    Returns their paths. They stay for one publication: what `old` kept itself is left behind.
    """
    before = read_receipt(old)
    kept: list[str] = []
    if not before:
        return ()
    for path in sorted(old.rglob("*")):
        name = path.relative_to(old).as_posix()
        plain = name.removesuffix(".gz").removesuffix(".br")
        if HASHED.search(plain) and plain not in before.kept and path.is_file() and not (new / name).exists():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, new / name)
            (new / name).chmod(0o644)
            kept.append(plain)
    return tuple(dict.fromkeys(kept))


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
