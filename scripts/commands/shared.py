"""What the commands share: sources that may be recorded, and the one way to refuse."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kb.checks import check
from kb.model.corpus import Corpus
from kb.model.finding import Finding, exit_code
from kb.model.rule import Said, counted, in_language
from kb.read.reader import read
from kb.writer import write_if_changed

CHECK = "python3 scripts/build.py check"
ERROR = Said("error", "erreur")


class Refused(Exception):
    """The command did nothing; the message is for the person who asked: one line, and one more for each error of many.

    `status` is the exit status. `ledger` and `edition` say it in the language that was asked for.
    """

    def __init__(self, message: str, status: int = 1):
        super().__init__(message)
        self.status = status


def today() -> datetime.date:
    """The day on which the command runs."""
    return datetime.date.today()


def untouched(folder: Path, name: object) -> str:
    """What a command that failed says of the folder that it was to put something into."""
    return f"{name} is as it was" if os.path.lexists(folder) else f"{name} was not made"


def record(root: Path, before: Corpus, texts: Mapping[str, str]) -> None:
    """Write files of the history, by path.

    Raises:
        Refused: with them the sources would have an error that they do not have now; nothing was written.
    """
    known = {(fault.code, fault.message) for fault in check(before, today=today())}
    after = check(read(root, texts), today=today())
    faults = [fault for fault in after if exit_code([fault]) and (fault.code, fault.message) not in known]
    if faults:
        raise Refused(_would_have(faults))
    for path, text in texts.items():
        write_if_changed(root / path, text.encode())


def _would_have(faults: list[Finding]) -> Said:
    count, end = counted(len(faults), ERROR), "\n" if len(faults) > 1 else " "
    english, french = ("\n".join(fault.line_in(language) for fault in faults) for language in ("en", "fr"))
    return Said(
        f"nothing was recorded, as the sources would then have {count}:{end}{english}",
        f"rien n'a été inscrit, car les sources auraient alors {count.fr} :{end}{french}",
    )


def clean(root: Path, but: str = "none") -> Corpus:
    """The corpus below `root`, where no check reports an error, `but` of a family of codes.

    Raises:
        Refused: there is one.
    """
    corpus = read(root)
    found = check(corpus, today=today())
    if faults := [fault for fault in found if exit_code([fault]) and not fault.code.startswith(but)]:
        raise Refused(_have(faults))
    return corpus


def _have(faults: list[Finding]) -> Said:
    count, (english, french) = counted(len(faults), ERROR), (faults[0].line_in(language) for language in ("en", "fr"))
    if len(faults) > 1:
        english, french = f"{english} (all: {CHECK})", f"{french} (toutes : {CHECK} --lang fr)"
    return Said(f"the sources have {count}: {english}", f"les sources ont {count.fr} : {french}")


def refusing(run):
    """A command whose refusals are printed as one line."""

    def wrapped(root: Path, arguments) -> int:
        try:
            return run(root, arguments)
        except Refused as refused:
            told = in_language(refused.args[0], getattr(arguments, "lang", "en"))
            print(f"build.py: {told}", file=sys.stderr)
            return refused.status

    return wrapped
