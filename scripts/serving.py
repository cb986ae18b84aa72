"""What `serve` adds to MkDocs' live server: it says what it does, and a fault leaves the last good pages served."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from kb.garbage import no_garbage
from progress import Progress

LOOK = 0.2  # seconds between two looks at the sources
SETTLED = 0.05  # seconds without a change before a build


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
    """Say where `server` serves, and have it call `build` so that a fault is told and the server goes on.

    An exception would keep MkDocs from answering any request until the next build that comes through.
    """
    progress = Progress()

    def rebuild() -> None:
        try:
            with progress.step("rebuild"), no_garbage():
                build()
        except MkDocsException as error:
            progress.say(f"{error}\nnot rebuilt: mend this and save; the pages are as they were")

    server.builder = rebuild
    progress.say(f"serving {server.url} (Ctrl+C stops it)")
