#!/usr/bin/env python3
"""The one entry to everything that the Makefile calls."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

if __name__ == "__main__":
    import environment

    environment.enter()

from engine.settings import Malformed, check_environment

ABOUT = "Checks, builds and serves the guide."
COMMANDS = (
    "check", "site", "publish", "addresses", "serve", "ledger", "edition", "readability", "watch", "explain",
)  # fmt: skip
STATUS = "Exit status: 0 done, 1 errors were found or the build failed, 2 wrong usage."


def main(argv: list[str] | None = None) -> int:
    arguments = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    root = arguments.root.resolve()
    try:
        check_environment()
    except Malformed as fault:
        print(f"build.py: {fault}", file=sys.stderr)
        return 2
    if not root.is_dir():
        print(f"build.py: --root {arguments.root} is not a folder", file=sys.stderr)
        return 2
    try:
        status = arguments.run(root, arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"build.py: {where}{error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("build.py: stopped", file=sys.stderr)
        return 1


def _parser(argv: list[str]) -> argparse.ArgumentParser:
    """The parser of the command that argv names, else of all: what one command needs, the others need not load."""
    parser = argparse.ArgumentParser(prog="build.py", description=ABOUT, epilog=STATUS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in [argv[0]] if argv and argv[0] in COMMANDS else COMMANDS:
        importlib.import_module(f"commands.{name}").register(commands)
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # findings hold letters that a bare locale or an old console lacks
    gc.disable()  # a command is short, and makes few cycles: to look for them takes a tenth of its time
    sys.exit(main())
