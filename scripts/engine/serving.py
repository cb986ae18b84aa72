"""What `serve` adds to MkDocs' live server: it says what it does, and a fault leaves the last good pages served."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from console import Progress, cause
from engine.folders import remove
from engine.staging import PROJECT

LOOK = 0.2  # seconds between two looks at the sources
SETTLED = 0.05  # seconds without a change before a build
PANEL = (
    '<pre role="alert" style="position: sticky; top: 0; z-index: 99; margin: 0; padding: 1em; white-space: pre-wrap;'
    ' overflow-wrap: anywhere; font: 16px/1.4 monospace; color: #fff; background: #8b1a1a">{}</pre>'
)


def serve(root: Path, address: str) -> None:
    """Build the content below `root` and serve it at `address` (HOST:PORT) until interrupted; hooks.py calls the rest.

    Raises:
        Exception: the first build fails.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["CONTENT_ROOT"] = str(root)
    mkdocs_serve(config_file=str(PROJECT / "mkdocs.yml"), livereload=True, dev_addr=address)


def watch(server: LiveReloadServer, config_file: str | None, folders: Iterable[Path]) -> None:
    """Watch `config_file` and `folders`, and look at them more often than MkDocs does.

    Polling stays, as the system's own events fail on network drives and tell of every file that a build opens.
    """
    if config_file:
        server.unwatch(config_file)
    server.observer = PollingObserver(timeout=LOOK)
    server.build_delay = SETTLED
    for path in (*([config_file] if config_file else []), *filter(Path.is_dir, folders)):
        server.watch(str(path))


def announce(server: LiveReloadServer, build: Callable[[], None]) -> None:
    """Say where `server` serves, and have it call `build` so that a fault is told, on its pages too, and it goes on.

    An exception would keep MkDocs from answering any request until the next build that comes through.
    """
    progress, faults = Progress(), list[str]()

    def rebuild() -> None:
        try:
            with progress.step("rebuild"), _spare(Path(server.root)):
                build()
            gc.collect()  # build.py looks for no cycles while it works
            faults.clear()
        except (Exception, SystemExit) as error:
            faults[:] = [f"{cause(error)}\nnot rebuilt: mend this and save; the pages are as they were"]
            progress.say(faults[0])

    def activate() -> None:
        LiveReloadServer.server_activate(server)
        progress.say(f"serving {server.url} (Ctrl+C stops it)")

    server.builder, server.server_activate = rebuild, activate  # type: ignore[method-assign]
    if app := server.get_app():
        server.set_app(_with_faults(app, faults))


@contextmanager
def _spare(folder: Path) -> Iterator[None]:
    """Keep `folder` aside while a new one is built in its place; it comes back where that fails."""
    last = folder.with_name(f"{folder.name}.last")
    os.rename(folder, last)
    try:
        yield
    except BaseException:
        remove(folder)
        os.rename(last, folder)
        raise
    remove(last)


def _with_faults(app: Callable, faults: list[str]) -> Callable:
    """A WSGI application that shows `faults`, while there are any, on each page that `app` answers."""

    def answer(environ: dict, start_response: Callable) -> Iterable[bytes]:
        started = []
        body = app(environ, lambda *given: started.extend(given))
        status, headers = started[:2]
        if not faults or not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        page = b"".join(body)
        start_response(status, [(name, value) for name, value in headers if name != "Content-Length"])
        start = page.find(b">", page.find(b"<body")) + 1
        return [page[:start], PANEL.format(escape(faults[0], quote=False)).encode(), page[start:]]

    return answer
