"""What the commands share: sources that may be recorded, and the one way to refuse."""

from __future__ import annotations

import sys
from pathlib import Path

from kb.checks import check
from kb.corpus import Corpus
from kb.finding import exit_code
from kb.reader import read


class Refused(Exception):
    """The command did nothing; the message is one line for the person who asked. `status` is the exit status."""

    def __init__(self, message: str, status: int = 1):
        super().__init__(message)
        self.status = status


def clean(root: Path, also: str = "", but: str = "none") -> Corpus:
    """The corpus below `root`, where no check reports an error (`but` of a family of codes), nor the warning `also`.

    Raises:
        Refused: there is one.
    """
    corpus = read(root)
    faults = [f for f in check(corpus) if (exit_code([f]) and not f.code.startswith(but)) or f.code == also]
    if faults:
        more = f" (and {len(faults) - 1} more: build.py check)" if len(faults) > 1 else ""
        raise Refused(f"the sources have errors: {faults[0]}{more}")
    return corpus


def refusing(run):
    """A command whose refusals are printed as one line."""

    def wrapped(root: Path, arguments) -> int:
        try:
            return run(root, arguments)
        except Refused as refused:
            print(f"build.py: {refused}", file=sys.stderr)
            return refused.status

    return wrapped
