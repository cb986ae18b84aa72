"""build.py site: the verified site in the place of site/."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import options
from commands.shared import untouched
from console import Progress, report


def register(commands: argparse._SubParsersAction) -> None:
    text = "check, stage, build and verify, then put the result in site/"
    commands.add_parser("site", parents=[options.strict()], help=text, description=text).set_defaults(run=_site)


def _site(root: Path, arguments: argparse.Namespace) -> int:
    """Build aside and put the verified result in the place of site/; a failure leaves site/ as it was."""
    from engine.folders import recover, replace_folder
    from engine.lock import exclusive
    from engine.mkdocs_run import BuildFailed
    from engine.pipeline import build

    progress, new, target = Progress(), root / ".build" / "site", root / "site"
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        progress.say(f"not built: {target} is a link or a file: move it away, as a folder takes its place")
        return 1
    try:
        with exclusive(root, progress.say):
            recover(new, target)
            report(build(root, new, progress, arguments.strict).findings, arguments.format, arguments.lang)
            with progress.step("replace site/"):
                replace_folder(new, target)
    except BuildFailed as failed:
        report(failed.findings, arguments.format, arguments.lang)
        progress.say(f"not built: {failed}; {untouched(target, 'site/')}")
        return 1
    progress.say(f"built: {target}")
    return 0
