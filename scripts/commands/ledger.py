"""build.py ledger: record what is newly published, or what moved, in the ledger of published addresses."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from commands import options, shared
from commands.shared import Refused, clean, refusing
from kb.model import ledger
from kb.model.corpus import Corpus
from kb.model.ledger import Entry, Ledger
from kb.published.moves import MoveError, move, restore
from kb.published.published import published
from kb.read.reader import read

MOVE = """OLD is a published id, mark or address. NEW is the id, mark or address of what takes its place in the sources;
or, for a page that stays, its new address in one language, such as /piliers/rapprochement/. Old addresses lead on to
NEW, what stands on a page goes with it, and the mark of OLD goes to NEW or is kept from use."""

RESTORE = """OLD stands in the sources again, under its id and where it was; its address leads to itself again, and so
does that of all that it holds."""


def register(commands: argparse._SubParsersAction) -> None:
    text = "keep the ledger of published addresses"
    parser = commands.add_parser("ledger", help=text, description=text)
    actions = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "record every address and mark that is not yet in the ledger"
    actions.add_parser("record", parents=[options.root()], help=text, description=text).set_defaults(run=_record)
    text = "record that a page or section has moved, so that its old address leads on"
    parser = actions.add_parser("move", parents=[options.root()], help=text, description=text, epilog=MOVE)
    parser.add_argument("old", metavar="OLD", help="what was published: an id, mark or address")
    parser.add_argument("new", metavar="NEW", help="where it is now: an id, mark or address")
    parser.set_defaults(run=_move)
    text = "record that what was replaced is itself again, as after going back over a change"
    parser = actions.add_parser("restore", parents=[options.root()], help=text, description=text, epilog=RESTORE)
    parser.add_argument("old", metavar="OLD", help="what was replaced: an id, mark or address")
    parser.set_defaults(run=_restore)


@refusing
def _record(root: Path, arguments: argparse.Namespace) -> int:
    corpus = clean(root)
    _write(root, corpus, ledger.record(corpus.ledger, published(corpus).values()))
    return 0


@refusing
def _move(root: Path, arguments: argparse.Namespace) -> int:
    return _changed(root, lambda before, now: move(before, now, arguments.old, arguments.new, shared.today()))


@refusing
def _restore(root: Path, arguments: argparse.Namespace) -> int:
    return _changed(root, lambda before, now: restore(before, now, arguments.old))


def _changed(root: Path, change: Callable[[Ledger, Mapping[str, Entry]], Ledger]) -> int:
    """Change the ledger, given what is published now."""
    corpus = read(root)
    try:
        after = change(corpus.ledger, published(corpus))
    except MoveError as error:
        raise Refused(str(error)) from None
    _write(root, corpus, after)
    return 0


def _write(root: Path, corpus: Corpus, after: Ledger) -> None:
    """Write the ledger, and say what is new in it."""
    shared.record(root, corpus, {ledger.PATH: ledger.serialize(after.entries)})
    new = [entry for entry in after.entries if entry not in corpus.ledger.entries]
    for entry in new:
        print(_line(entry))
    print(f"{ledger.PATH}: {len(new)} new or changed, {len(after.entries)} in all")


def _line(entry: Entry) -> str:
    where = " ".join(entry.addresses.values())
    return f"{where} leads to {entry.to}" if entry.to else f"{entry.mark or entry.id}: {where}"
