#!/usr/bin/env python3
"""The one entry to everything that the Makefile calls."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

if __name__ == "__main__":
    import environment

    environment.enter()

from commands import addresses, edition, ledger, publish, readability, serve, watch
from kb.finding import exit_code
from progress import Progress, report
from settings import Malformed, check_environment

PROJECT = Path(__file__).resolve().parent.parent
ABOUT = "Checks, builds and serves the guide."
STATUS = "Exit status: 0 done, 1 errors were found or the build failed, 2 wrong usage."


def main(argv: list[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
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


def _parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument(
        "--root",
        type=Path,
        default=PROJECT,
        metavar="DIR",
        help="the tree that holds docs/, examples/ and models/ (this project)",
    )
    shared = argparse.ArgumentParser(add_help=False, parents=[root])
    shared.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how findings are printed (text: path:line:column: CODE message — hint)",
    )
    lenient = argparse.ArgumentParser(add_help=False, parents=[shared])
    lenient.add_argument("--strict", action="store_true", help="warnings, such as a unit not yet covered, are errors")
    parser = argparse.ArgumentParser(prog="build.py", description=ABOUT, epilog=STATUS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, run, text in (
        ("check", check, "check the sources; needs no MkDocs"),
        ("site", site, "check, stage, build and verify, then put the result in site/"),
    ):
        command = commands.add_parser(name, parents=[lenient], help=text, description=text)
        command.set_defaults(run=run)
    publish.register(commands, shared)
    addresses.register(commands, lenient)
    for module in (serve, ledger, edition, readability, watch):
        module.register(commands, root)
    return parser


def check(root: Path, arguments: argparse.Namespace) -> int:
    """Print every finding of the sources."""
    from pipeline import read_and_check

    progress = Progress()
    with progress.step("check") as details:
        corpus, findings = read_and_check(root)
        details.append(f"{len(corpus.files)} files")
    report(findings, arguments.format)
    warnings = sum(finding.is_warning for finding in findings)
    progress.say(f"{len(findings) - warnings} errors, {warnings} warnings")
    return exit_code(findings, arguments.strict)


def site(root: Path, arguments: argparse.Namespace) -> int:
    """Build aside and put the verified result in the place of site/; a failure leaves site/ as it was."""
    from sitebuild import BuildFailed, build
    from swap import exclusive, recover, replace_folder

    progress, new, target = Progress(), root / ".build" / "site", root / "site"
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        progress.say(f"not built: {target} is a link or a file: move it away, as a folder takes its place")
        return 1
    try:
        with exclusive(root, progress.say):
            recover(new, target)
            report(build(root, new, progress, arguments.strict).findings, arguments.format)
            with progress.step("replace site/"):
                replace_folder(new, target)
    except BuildFailed as failed:
        report(failed.findings, arguments.format)
        progress.say(f"not built: {failed}; site/ is as it was")
        return 1
    progress.say(f"built: {target}")
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # findings hold letters that a bare locale or an old console lacks
    sys.exit(main())
