"""Publishing leaves a whole site whatever fails, and whoever is killed.

The site is a small stand-in here, so that every fault can be tried at every instant; test_nginx.py publishes and
serves the real one.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest

import build
from content import PROJECT
from engine import folders, lock, mkdocs_run, pipeline, settings
from kb.model.finding import Finding
from programs import privileged, program
from publishing import publish, receipt
from publishing.destination import destination
from publishing.receipt import Receipt
from support import edit

SCRIPTS = PROJECT / "scripts"
TAIL = "is as it was\n"
KILLS = 100

# build.py publish with a stand-in for the build, which lasts until its standard input ends: SITE ROOT DEST
DRIVER = """
import pathlib, shutil, sys
import build
from engine import pipeline
from publishing import publish
site, root, dest = sys.argv[1:]
def made(root, folder, progress, strict, finish):
    assert strict
    print("building", flush=True)
    sys.stdin.read()
    shutil.rmtree(folder, ignore_errors=True)
    for path in pathlib.Path(site).rglob("*.*"):
        copy = folder / path.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    finish(folder, "https://example.org/")
    return pipeline.Built([], None)
publish.build = made
sys.exit(build.main(["publish", dest, "--root", root]))
"""


def make_site(folder: Path, letter: str, size: int = 2000) -> Path:
    """A site of a few pages, each of which says which site it belongs to, with a script and a style sheet."""
    for number in range(20):
        page = folder / f"{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<script src="../a.js"></script><p>{letter * size}</p>', encoding="utf-8")
    (folder / "a.js").write_text(f'"{letter}";', encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, without the receipt."""
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name: data for name, data in files.items() if name != receipt.NAME}


def letters(folder: Path) -> set[str]:
    """Which sites the pages of a folder belong to."""
    return {page.read_text(encoding="utf-8")[-5] for page in folder.rglob("*.html")}


def put(site: Path, target: Path) -> None:
    publish.put(site, target, Receipt(guide="Guide", address="https://example.org/", commit=None, edition=None))


@pytest.fixture(autouse=True)
def publisher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever publishes has said where, and who reads the comments."""
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    monkeypatch.setenv("FEEDBACK", "guide@example.org")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_site(tmp_path / "old", "a")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return make_site(tmp_path / "new", "b")


@pytest.fixture
def target(tmp_path: Path, old: Path) -> Path:
    """The folder of a site published before, alone in its parent."""
    (tmp_path / "www").mkdir()
    put(old, tmp_path / "www" / "guide")
    return tmp_path / "www" / "guide"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root").mkdir()
    return tmp_path / "root"


def drive(site: Path, root: Path, dest: Path, lead: tuple[str, ...] = ()) -> subprocess.Popen:
    command = [*lead, sys.executable, "-c", DRIVER, str(site), str(root), str(dest)]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(SCRIPTS)}, text=True, **pipes)


def stands(target: Path, site: Path) -> None:
    """The whole `site` is published, and nothing is left beside it."""
    assert contents(target) == contents(site)
    assert receipt.read_receipt(target).files == tuple(sorted(contents(site)))
    assert os.listdir(target.parent) == [target.name]


def stub(monkeypatch: pytest.MonkeyPatch, site: Path, addresses: tuple[str, ...] = ()) -> None:
    def made(root, folder, progress, strict, finish):
        shutil.copytree(site, folder, dirs_exist_ok=True)
        finish(folder, "https://example.org/")
        return pipeline.Built([], None, addresses)

    monkeypatch.setattr(publish, "build", made)


# --- where it goes


def test_a_first_and_a_second_site(tmp_path: Path, old: Path, new: Path):
    target = tmp_path / "www" / "guide"
    target.parent.mkdir()
    put(old, target)
    stands(target, old)
    put(new, target)
    stands(target, new)


def test_an_empty_folder_and_a_link_to_a_folder_are_filled(tmp_path: Path, new: Path, target: Path):
    empty, link = tmp_path / "empty", tmp_path / "link"
    empty.mkdir()
    link.symlink_to(target)
    for given in (empty, link):
        put(new, destination(tmp_path / "root", given))
        assert contents(given) == contents(new)
    assert link.is_symlink()


def test_any_server_can_read_it_whatever_the_umask(tmp_path: Path, new: Path):
    before = os.umask(0o077)
    try:
        put(new, tmp_path / "guide")
    finally:
        os.umask(before)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (tmp_path / "guide").rglob("*")}
    assert modes == {True: 0o755, False: 0o644}
    assert (tmp_path / "guide").stat().st_mode & 0o777 == 0o755


PLACES = [
    "other", "file", "absent/guide", "file/guide", "root", "/", "/proc", "root/docs/guide", "root/.build/publish",
    "circle", "circle/guide", "listed", "forged", "added", str(SCRIPTS / "guide"),
]  # fmt: skip


@pytest.mark.parametrize("where", PLACES)
def test_what_is_no_published_site_is_never_replaced(where, tmp_path, root, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.odt").write_text("years of work", encoding="utf-8")
    (tmp_path / "file").write_text("text", encoding="utf-8")
    (root / "docs").mkdir()
    (tmp_path / "circle").symlink_to(tmp_path / "back")
    (tmp_path / "back").symlink_to(tmp_path / "circle")
    for name, said in (("listed", "thesis.odt\n"), ("forged", '{"made_by": "build.py publish"}')):
        (tmp_path / name).mkdir()
        (tmp_path / name / receipt.NAME).write_text(said, encoding="utf-8")
    put(make_site(tmp_path / "site", "a"), tmp_path / "added")
    (tmp_path / "added" / ".well-known").mkdir()
    (tmp_path / "added" / ".well-known" / "security.txt").write_text("Contact: …", encoding="utf-8")
    before = contents(tmp_path)
    monkeypatch.setattr(publish, "build", lambda *_, **__: pytest.fail("it was built in vain"))
    assert build.main(["publish", where, "--root", str(root)]) == 1
    said = capsys.readouterr().err
    tail = TAIL if os.path.lexists(where) else f"{where} was not made\n"
    assert said.startswith("not published: ") and said.endswith(tail) and said.count("\n") == 1
    shutil.rmtree(root / ".build")
    assert contents(tmp_path) == before


def test_a_folder_published_before_there_were_receipts_is_known(tmp_path, new, root):
    (tmp_path / "guide").mkdir()
    for name, text in (("index.html", "old"), (receipt.NAME, receipt._FORMER)):
        (tmp_path / "guide" / name).write_text(text, encoding="utf-8")
    put(new, destination(root, tmp_path / "guide"))
    assert contents(tmp_path / "guide") == contents(new)


# --- what it says of itself, and keeps for readers of the version before


def test_the_receipt_names_what_is_published(new, target, root, monkeypatch):
    stub(monkeypatch, new)
    commands = (["init", "-q"], ["-c", "user.name=a", "-c", "user.email=a", "commit", "-q", "--allow-empty", "-m", "x"])
    for command in commands:
        subprocess.run(["git", "-C", root, *command], check=True)
    assert build.main(["publish", str(target), "--root", str(root)]) == 0
    said = json.loads((target / receipt.NAME).read_text("utf-8"))
    head = subprocess.run(["git", "-C", root, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout
    assert (said["commit"], said["edition"], said["address"]) == (head.strip(), None, "https://example.org/")
    assert said["guide"] == "La police de proximité au Québec : le guide"


def test_what_no_commit_holds_is_not_published(old, new, target, root, monkeypatch, capsys):
    stub(monkeypatch, new)
    for name in ("fr.md", "l'été.md"):
        (root / name).write_text("a", encoding="utf-8")
    (root / ".gitignore").write_text("*.pyc\n", encoding="utf-8")
    identity = ("-c", "user.name=a", "-c", "user.email=a")
    for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", root, *command], check=True)
    (root / "fr.md").write_text("b", encoding="utf-8")  # edited
    (root / "l'été.md").unlink()
    for first, done in (("fr.md and 1 more", ["checkout", "l'été.md"]), ("fr.md", ["add", "-A"]), ("fr.md", ["stash"])):
        assert build.main(["publish", str(target), "--root", str(root)]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"not published: not committed: {first}, and what is published is what a commit holds")
        assert said.endswith(TAIL) and said.count("\n") == 1
        stands(target, old)
        subprocess.run(["git", "-C", root, *identity, *done], check=True, capture_output=True)
    (root / "new.pyc").write_text("ignored", encoding="utf-8")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("built", encoding="utf-8")
    assert build.main(["publish", str(target), "--root", str(root)]) == 0
    (root / "fr.md").write_text("b", encoding="utf-8")
    subprocess.run(["git", "-C", root, "add", "-A"], check=True)
    (root / "fr.md").write_text("a", encoding="utf-8")  # staged, then put back
    assert build.main(["publish", str(target), "--root", str(root)]) == 0
    (root / "new.md").write_text("new", encoding="utf-8")
    assert build.main(["publish", str(target), "--root", str(root)]) == 1
    said = capsys.readouterr().err
    assert "not committed: new.md, and" in said and "a commit holds: git add and git commit, or" in said


def test_going_back_takes_no_published_address_back(old, new, target, root, monkeypatch, capsys):
    before = Receipt(
        guide="Guide",
        address="https://example.org/",
        commit="1234567",
        edition=None,
        addresses=("/a/", "/b/", "/b/#c"),
    )
    publish.put(old, target, before)
    for addresses, status in ((("/a/", "/b/", "/d/"), 1), (("/a/", "/b/", "/b/#c", "/d/"), 0)):
        stub(monkeypatch, new, addresses)
        assert build.main(["publish", str(target), "--root", str(root)]) == status
        said = capsys.readouterr().err
        assert ("/b/#c, published in" in said) == bool(status)
        assert ("git checkout 1234567 -- docs/ledger.jsonl docs/editions" in said) == bool(status)
        assert letters(target) == ({"a"} if status else {"b"})
    assert receipt.read_receipt(target).addresses == ("/a/", "/b/", "/b/#c", "/d/")


def test_hashed_files_of_the_version_before_stay_for_one_publication(tmp_path, root):
    target, files = tmp_path / "guide", []
    for number in range(3):
        site = tmp_path / str(number)
        site.mkdir()
        (site / "index.html").write_text("x", encoding="utf-8")
        for suffix in ("", ".br"):
            (site / f"a.{number:012}.css{suffix}").write_text(str(number), encoding="utf-8")
        (site / "plain.css").write_text(str(number), encoding="utf-8")
        put(site, destination(root, target))
        files.append(sorted(name for name in os.listdir(target) if name.startswith("a.")))
        assert (target / "plain.css").read_text(encoding="utf-8") == str(number)
    zero, one, two = ([f"a.{number:012}.css", f"a.{number:012}.css.br"] for number in range(3))
    assert files == [zero, zero + one, one + two]
    assert receipt.read_receipt(target).kept == (one[0],)
    put(tmp_path / "2", destination(root, target))
    assert sorted(name for name in os.listdir(target) if name.startswith("a.")) == two


# --- a failure at every step


@pytest.mark.parametrize("step", ["fingerprint", "precompress", "_copy", "_to_disk", "replace_folder", "_sync"])
def test_a_full_disk_at_any_step(step, old, new, target, root, monkeypatch, capsys):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    stub(monkeypatch, new)
    monkeypatch.setattr(publish, step, full)
    assert build.main(["publish", str(target), "--root", str(root)]) == 1
    assert capsys.readouterr().err.endswith("build.py: No space left on device\n")
    stands(target, old)


def test_a_site_with_errors(old, new, target, root, monkeypatch, capsys):
    def faulty(*_, **__):
        raise mkdocs_run.BuildFailed("the built site has errors", [Finding("a.html", 1, 1, "HTM004", "it is empty")])

    monkeypatch.setattr(publish, "build", faulty)
    assert build.main(["publish", str(target), "--root", str(root)]) == 1
    said = capsys.readouterr()
    assert said.out == "a.html:1:1: HTM004 it is empty\n"
    told = said.err.removeprefix("(why, for each code: python3 scripts/build.py explain HTM004)\n")
    assert told.startswith("not published: the built site has errors; ") and told.endswith(TAIL)
    stands(target, old)


def test_a_compressed_file_that_is_not_the_one_beside_it(old, new, target, root, monkeypatch, capsys):
    def stale(site: Path) -> int:
        (site / "0" / "index.html.gz").write_bytes(gzip.compress(b"yesterday"))
        return 1

    stub(monkeypatch, new)
    monkeypatch.setattr(publish, "precompress", stale)
    assert build.main(["publish", str(target), "--root", str(root)]) == 1
    assert capsys.readouterr().out.startswith("0/index.html.gz:1:1: HTM067 it does not hold what 0/index.html holds")
    stands(target, old)


def test_sources_with_errors(old, target, base, capsys):
    (base / "docs" / "fr" / "index.md").unlink()
    assert build.main(["publish", str(target), "--root", str(base)]) == 1
    said = capsys.readouterr()
    assert "PAR001" in said.out and said.err.endswith(f"not published: the sources have errors; {target} {TAIL}")
    stands(target, old)


@pytest.mark.parametrize(
    ("name", "value"), [("SITE_URL", f"https://{settings.PLACEHOLDER}/"), ("FEEDBACK", f"guide@{settings.PLACEHOLDER}")]
)
def test_a_placeholder_is_not_published(name, value, old, target, root, monkeypatch, capsys):
    for given in (value, None):  # as the environment or mkdocs.yml says it
        monkeypatch.setenv(name, given) if given else monkeypatch.delenv(name)
        assert build.main(["publish", str(target), "--root", str(root)]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"not published: {name} is not set to the ") and said.endswith(TAIL)
        assert said.count("\n") == 1 and f": write {name}=" in said
    stands(target, old)


def test_warnings_are_not_published(old, target, base, capsys):
    edit(base, "docs/units.yml", "- {id: notes,", "- {id: x, page: 31, kind: section, heading: Texte}\n- {id: notes,")
    assert build.main(["publish", str(target), "--root", str(base)]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("docs/units.yml:11:4: SRC003 the unit x is not covered — ") and said.out.count("\n") == 1
    assert said.err.endswith(f"not published: the sources have warnings; {target} {TAIL}")
    stands(target, old)


@pytest.mark.parametrize("place", ["dest", "root"])
def test_a_disk_that_is_really_full(place, old, new, target, root):
    """On a file system of 600 KiB, which is also another one than the sources'."""
    make_site(new.with_name("large"), "c", 60_000)
    full = target.parent if place == "dest" else root
    script = f"""
        mount -t tmpfs -o size=600k guide {full} && cd / || exit 90
        "$@" {old} {root} {target} || exit 91
        free=$(df --output=avail {full})
        "$@" {new.with_name("large")} {root} {target}
        test $? = 1 || exit 92
        grep -q aaa {target}/0/index.html || exit 93
        test "$(ls -A {target.parent})" = guide || exit 94
        {"" if place == "root" else f'test "$(df --output=avail {full})" = "$free" || exit 95'}
        "$@" {new} {root} {target} || exit 96
        grep -q bbb {target}/0/index.html || exit 97
    """
    command = [program("unshare", "util-linux"), "--mount", "sh", "-c", script, "sh", sys.executable, "-c", DRIVER]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    done = subprocess.run(privileged(*command), env=environment, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"step {done.returncode}: {done.stderr}"
    assert done.stderr.count("No space left on device") == 1 and "Traceback" not in done.stderr


# --- no permission, nobody alone


def unprivileged() -> tuple[str, ...]:
    """What makes root, too, subject to the modes of files."""
    if os.geteuid():
        return ()
    return (program("setpriv", "util-linux"), "--bounding-set", "-dac_override,-dac_read_search")


def finished(process: subprocess.Popen) -> tuple[int, str]:
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said, said
    return process.returncode, said


def test_no_permission_at_the_destination(old, new, target, root):
    target.parent.chmod(0o555)
    code, said = finished(drive(new, root, target, unprivileged()))
    target.parent.chmod(0o755)
    assert (code, said) == (
        1,
        f"not published: {target.parent} cannot be written in, and the new site is made there before it takes its "
        f"place; {target} {TAIL}",
    )
    stands(target, old)


def test_a_read_only_source(old, new, target, root):
    (root / "docs").mkdir()
    root.chmod(0o555)
    code, said = finished(drive(new, root, target, unprivileged()))
    root.chmod(0o755)
    assert (code, said) == (1, f"build.py: {root / '.build'}: Permission denied\n")
    assert os.listdir(root) == ["docs"]
    stands(target, old)


def test_two_builds_of_one_checkout(old, new, target, root):
    first = drive(new, root, target)
    assert first.stdout.readline() == "building\n"
    second = drive(old, root, target)
    assert second.stderr.readline() == f"another build is running (process {first.pid}): waiting for it\n"
    stands(target, old)
    assert finished(first)[0] == 0
    assert letters(target) == {"b"}
    assert finished(second)[0] == 0
    assert letters(target) == {"a"}


def test_two_checkouts_that_publish_to_one_place(old, new, target, root, monkeypatch, capsys):
    stub(monkeypatch, new)
    with lock.alone_in(target.parent):
        assert build.main(["publish", str(target), "--root", str(root)]) == 1
    assert f"not published: another build is publishing in {target.parent};" in capsys.readouterr().err
    stands(target, old)


# --- death


def published_now(target: Path) -> dict[str, bytes] | None:
    """What a reader finds in the folder that stands there; None where another took its place in the meantime."""
    handle = os.open(target, os.O_RDONLY | os.O_DIRECTORY)  # fails if there is none, be it for an instant
    try:
        found = {}
        for folder, _, names, folder_handle in os.fwalk(".", dir_fd=handle):
            for name in names:
                with open(os.open(name, os.O_RDONLY, dir_fd=folder_handle), "rb") as file:
                    found[os.path.normpath(os.path.join(folder, name))] = file.read()
    except FileNotFoundError:
        found = None
    here, there = os.fstat(handle), os.stat(target)
    os.close(handle)
    if found is None or (here.st_dev, here.st_ino) != (there.st_dev, there.st_ino):
        return None
    assert Receipt.model_validate_json(found.pop(receipt.NAME))
    return found


@contextmanager
def killed(action: Callable[[], object]) -> Iterator[None]:
    """A process that does `action` while the context lasts, and is killed where it stands at its end."""
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(1)
    try:
        yield
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_killed_at_any_instant(old, new, target):
    """A publisher is killed again and again, and all the while a reader only ever finds one of two whole sites."""
    sites, chance, seen, readings = (contents(old), contents(new)), random.Random(5), [0, 0], 0
    start = time.monotonic()
    put(old, target)
    lasts = time.monotonic() - start  # how long, depends on the disk
    for _ in range(KILLS):
        changes, last, end = chance.randrange(3), published_now(target), None
        patience = time.monotonic() + 60
        with killed(lambda: [put(site, target) for site in cycle((new, old))]):
            while end is None or time.monotonic() < end:
                found = published_now(target)
                assert found is None or found in sites
                readings += found is not None
                if found not in (None, last):
                    changes, last = changes - 1, found
                assert time.monotonic() < patience, "the publisher stands still"
                if changes <= 0 and end is None:
                    end = time.monotonic() + chance.uniform(0, lasts)
        found = published_now(target)
        assert found in sites
        seen[sites.index(found)] += 1
        assert set(os.listdir(target.parent)) <= {"guide", ".guide.publishing"}
    assert all(seen) and readings > KILLS
    put(new, target)
    stands(target, new)


def test_the_whole_command_killed(old, new, target, root, monkeypatch):
    stub(monkeypatch, new)
    command = ["publish", str(target), "--root", str(root)]
    for instant in range(20):
        with killed(lambda: build.main(command)):
            time.sleep(instant / 100)
        assert letters(target) in ({"a"}, {"b"})
    assert build.main(command) == 0
    assert letters(target) == {"b"}
    assert os.listdir(target.parent) == ["guide"]


# --- where names cannot be exchanged


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "exchange", lambda one, other: False)


def test_two_renames_do_it_too(no_exchange, new, target):
    put(new, target)
    stands(target, new)


def test_a_second_rename_that_fails_undoes_the_first(no_exchange, old, new, target, monkeypatch):
    rename, names = os.rename, []

    def refuse_the_second(source, place):
        names.append(source)
        if len(names) == 2:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        rename(source, place)

    monkeypatch.setattr(os, "rename", refuse_the_second)
    with pytest.raises(PermissionError):
        put(new, target)
    stands(target, old)


def test_a_death_between_the_two_renames_is_mended_at_the_next_start(no_exchange, old, new, target, root, monkeypatch):
    class Killed(BaseException):
        pass

    rename = os.rename

    def die_after_the_first(source, place):
        rename(source, place)
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(os, "rename", die_after_the_first)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        put(new, target)
    assert not target.exists()
    folders.recover(target.with_name(".guide.publishing"), target)
    stands(target, old)


def test_the_system_offers_the_exchange(old, new):
    assert not sys.platform.startswith("linux") or folders.exchange(old, new)
