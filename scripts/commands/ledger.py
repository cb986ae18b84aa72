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
from kb.model.rule import Said
from kb.published.moves import MoveError, move, restore
from kb.published.published import published
from kb.read.reader import read

MOVE = """OLD is a published id, mark or address; that of a heading may stand alone (presence-demande) or after its
page's (rapprochement#presence-demande). NEW is the id, mark or address of what takes its place in the sources;
or, for a page that stays, its new address in one language, such as /piliers/rapprochement/. Old addresses lead on to
NEW, what stands on a page goes with it, and the mark of OLD goes to NEW or is kept from use."""

RESTORE = """OLD stands in the sources again, under its id and where it was; its address leads to itself again, and so
does that of all that it holds."""


def register(commands: argparse._SubParsersAction) -> None:
    text = "keep the ledger of published addresses"
    parser = commands.add_parser("ledger", help=text, description=text)
    actions = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "record every address and mark that is not yet in the ledger"
    actions.add_parser("record", parents=[options.language()], help=text, description=text).set_defaults(run=_record)
    text = "record that a page or section has moved, so that its old address leads on"
    parser = actions.add_parser("move", parents=[options.language()], help=text, description=text, epilog=MOVE)
    parser.add_argument("old", metavar="OLD", help="what was published: an id, mark or address")
    parser.add_argument("new", metavar="NEW", help="where it is now: an id, mark or address")
    parser.set_defaults(run=_move)
    text = "record that what was replaced is itself again, as after going back over a change"
    parser = actions.add_parser("restore", parents=[options.language()], help=text, description=text, epilog=RESTORE)
    parser.add_argument("old", metavar="OLD", help="what was replaced: an id, mark or address")
    parser.set_defaults(run=_restore)


@refusing
def _record(root: Path, arguments: argparse.Namespace) -> int:
    corpus = clean(root)
    _write(root, corpus, ledger.record(corpus.ledger, published(corpus).values()), arguments.lang)
    return 0


@refusing
def _move(root: Path, arguments: argparse.Namespace) -> int:
    old, new = arguments.old, arguments.new
    return _changed(root, lambda before, now: move(before, now, old, new, shared.today()), arguments.lang)


@refusing
def _restore(root: Path, arguments: argparse.Namespace) -> int:
    return _changed(root, lambda before, now: restore(before, now, arguments.old), arguments.lang)


def _changed(root: Path, change: Callable[[Ledger, Mapping[str, Entry]], Ledger], language: str) -> int:
    """Change the ledger, given what is published now."""
    corpus = read(root)
    try:
        after = change(corpus.ledger, published(corpus))
    except MoveError as error:
        raise Refused(error.args[0]) from None
    _write(root, corpus, after, language)
    return 0


def _write(root: Path, corpus: Corpus, after: Ledger, language: str) -> None:
    """Write the ledger, and say in a language what is new in it."""
    shared.record(root, corpus, {ledger.PATH: ledger.serialize(after.entries)})
    new = [entry for entry in after.entries if entry not in corpus.ledger.entries]
    for entry in new:
        print(_line(entry).in_language(language))
    count, total = len(new), len(after.entries)
    fr = f"nouvelles ou modifiées : {count}; au total : {total}"
    print(Said(f"{ledger.PATH}: {count} new or changed, {total} in all", f"{ledger.PATH} : {fr}").in_language(language))


def _line(entry: Entry) -> Said:
    where = " ".join(entry.addresses.values())
    if entry.to:
        return Said(f"{where} leads to {entry.to}", f"{where} mène à {entry.to}")
    return Said(f"{entry.mark or entry.id}: {where}", f"{entry.mark or entry.id} : {where}")
