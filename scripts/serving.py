"""What `serve` adds to MkDocs' live server: it says what it does, and a fault leaves the last good pages served."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from progress import Progress


def announce(server: LiveReloadServer, build: Callable[[], None]) -> None:
    """Say where `server` serves, and have it call `build` so that a fault is told and the server goes on.

    An exception would keep MkDocs from answering any request until the next build that comes through.
    """
    progress = Progress()

    def rebuild() -> None:
        try:
            with progress.step("rebuild"):
                build()
        except MkDocsException as error:
            progress.say(f"{error}\nnot rebuilt: mend this and save; the pages are as they were")

    server.builder = rebuild
    progress.say(f"serving {server.url} (Ctrl+C stops it)")
