"""build.py check: every finding of the sources."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import options
from console import Progress, counted, report
from kb.model.finding import exit_code


def register(commands: argparse._SubParsersAction) -> None:
    text = "check the sources; needs no MkDocs"
    commands.add_parser("check", parents=[options.strict()], help=text, description=text).set_defaults(run=_check)


def _check(root: Path, arguments: argparse.Namespace) -> int:
    """Print every finding of the sources."""
    from engine.staging import read_and_check

    progress = Progress()
    with progress.step("check") as details:
        corpus, findings = read_and_check(root)
        details.append(counted(len(corpus.files), "file"))
    report(findings, arguments.format, arguments.lang)
    warnings = sum(finding.is_warning for finding in findings)
    progress.say(f"{counted(len(findings) - warnings, 'error')}, {counted(warnings, 'warning')}")
    return exit_code(findings, arguments.strict)
