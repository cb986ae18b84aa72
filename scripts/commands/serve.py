"""build.py serve: the site on this machine, built anew at every edit."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ADDRESS = "127.0.0.1:8000"


def register(commands: argparse._SubParsersAction, root: argparse.ArgumentParser) -> None:
    text = "build, serve on a local address and rebuild at every edit"
    parser = commands.add_parser("serve", parents=[root], help=text, description=text)
    parser.add_argument("--address", default=ADDRESS, metavar="HOST:PORT", help=f"where to serve ({ADDRESS})")
    parser.set_defaults(run=_serve)


def _serve(root: Path, arguments: argparse.Namespace) -> int:
    """Serve with live reload until interrupted; only the first build must come through."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["CONTENT_ROOT"] = str(root)

    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import MkDocsException

    import pipeline

    try:
        serve(config_file=str(pipeline.PROJECT / "mkdocs.yml"), livereload=True, dev_addr=arguments.address)
    except MkDocsException as error:
        print(error, file=sys.stderr)
        return 1
    return 0
