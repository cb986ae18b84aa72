"""build.py check: every finding of the sources."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import options
from commands.shared import ERROR
from console import Progress, report
from kb.model.finding import exit_code
from kb.model.rule import Said, counted

FILE = Said("file", "fichier")
WARNING = Said("warning", "avertissement")


def register(commands: argparse._SubParsersAction) -> None:
    text = "check the sources; needs no MkDocs"
    commands.add_parser("check", parents=[options.strict()], help=text, description=text).set_defaults(run=_check)


def _check(root: Path, arguments: argparse.Namespace) -> int:
    """Print every finding of the sources."""
    from engine.staging import read_and_check

    progress = Progress()
    with progress.step("check") as details:
        corpus, findings = read_and_check(root)
        details.append(counted(len(corpus.files), FILE))
    report(findings, arguments.format, arguments.lang)
    warnings = sum(finding.is_warning for finding in findings)
    errors, warned = counted(len(findings) - warnings, ERROR), counted(warnings, WARNING)
    progress.say(Said(f"{errors}, {warned}", f"{errors.fr}, {warned.fr}").in_language(arguments.lang))
    return exit_code(findings, arguments.strict)
