"""build.py publish: the verified, compressed site in the place of a folder that a server serves."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import options
from commands.shared import untouched
from console import Progress, report


def register(commands: argparse._SubParsersAction) -> None:
    text = "build, verify and compress, then put the result in the place of the folder DEST"
    parser = commands.add_parser("publish", parents=[options.findings()], help=text, description=text)
    parser.add_argument("dest", type=Path, metavar="DEST", help="a new folder, or one published before")
    parser.set_defaults(run=_publish)


def _publish(root: Path, arguments: argparse.Namespace) -> int:
    """Build aside; a failure at any step leaves DEST as it was."""
    from engine.lock import Busy, exclusive
    from engine.mkdocs_run import BuildFailed
    from publishing.destination import CannotPublish
    from publishing.publish import publish

    progress = Progress()
    try:
        with exclusive(root, progress.say):
            target = publish(root, arguments.dest, progress)
    except (BuildFailed, CannotPublish, Busy) as failed:
        report(getattr(failed, "findings", []), arguments.format, arguments.lang)
        progress.say(f"not published: {failed}; {untouched(arguments.dest, arguments.dest)}")
        return 1
    progress.say(f"published: {target}")
    return 0
