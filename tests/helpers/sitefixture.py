"""The real site, built once a test session, served on this machine as it is published, and a browser."""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser import launch
from content import PROJECT, copy_content
from engine import mkdocs_run
from kb.formats.siteconfig import PATH
from publishing.bundle import bundle
from publishing.fingerprint import fingerprint

PREFIX = "/guide"  # a sub-path, so that an address that only works at the root of a host fails
SITE_URL = f"https://guide.example{PREFIX}/"
SOURCE_DATE = "1790000000"  # given, as a copy of the content has no commit to take it from
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, for `SITE_URL`."""

    def build(folder: Path) -> None:
        root = copy_content(tmp_path_factory.mktemp("content"))
        shutil.copy(PROJECT / PATH, root)  # the menu, whose groups have pages that list them
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", SITE_URL)
            patch.setenv("SOURCE_DATE_EPOCH", SOURCE_DATE)
            mkdocs_run.run_mkdocs(mkdocs_run.configuration(root, folder))

    return _made_once("site", build, tmp_path_factory)


@pytest.fixture(scope="session")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with the style sheets and scripts that publishing makes of its own."""

    def publish(folder: Path) -> None:
        shutil.copytree(site, folder)
        bundle(folder, SITE_URL)
        fingerprint(folder, SITE_URL)

    return _made_once("published", publish, tmp_path_factory)


def _made_once(name: str, make: Callable[[Path], object], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the first process of the run that asks for it makes, and that all of them read."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            making = folder.with_suffix(".making")
            make(making)
            making.rename(folder)
    return folder


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept, as by any real server

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX) if path.startswith(PREFIX + "/") else "/absent")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Silent: a test says itself what it misses."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, served below a sub-path and under a strict content security policy."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(published: Path) -> Iterator[str]:
    """The address of the published site."""
    with served(published) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()
