"""What the commands share: sources that may be recorded, and the one way to refuse."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping
from pathlib import Path

from kb.checks import check
from kb.model.corpus import Corpus
from kb.model.finding import exit_code
from kb.read.reader import read
from kb.writer import write_if_changed


class Refused(Exception):
    """The command did nothing; the message is for the person who asked: one line, and one more for each error of many.

    `status` is the exit status.
    """

    def __init__(self, message: str, status: int = 1):
        super().__init__(message)
        self.status = status


def today() -> datetime.date:
    """The day on which the command runs."""
    return datetime.date.today()


def record(root: Path, before: Corpus, texts: Mapping[str, str]) -> None:
    """Write files of the history, by path.

    Raises:
        Refused: with them the sources would have an error that they do not have now; nothing was written.
    """
    known = {(fault.code, fault.message) for fault in check(before, today=today())}
    after = check(read(root, texts), today=today())
    faults = [str(fault) for fault in after if exit_code([fault]) and (fault.code, fault.message) not in known]
    if faults:
        many = f"{len(faults)} errors:\n" if len(faults) > 1 else "an error: "
        raise Refused("nothing was recorded, as the sources would then have " + many + "\n".join(faults))
    for path, text in texts.items():
        write_if_changed(root / path, text.encode())


def clean(root: Path, also: str = "", but: str = "none") -> Corpus:
    """The corpus below `root`, where no check reports an error (`but` of a family of codes), nor the warning `also`.

    Raises:
        Refused: there is one.
    """
    corpus = read(root)
    found = check(corpus, today=today())
    faults = [f for f in found if (exit_code([f]) and not f.code.startswith(but)) or f.code == also]
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
