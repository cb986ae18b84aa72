"""build.py edition: record a dated edition of the texts."""

from __future__ import annotations

import argparse
import datetime
import json
from pathlib import Path

from commands.sources import Refused, clean, refusing
from kb.permanent.edition import FOLDER, difference, fold
from kb.permanent.passages import passages
from kb.stage.writer import write_if_changed


def register(commands: argparse._SubParsersAction, root: argparse.ArgumentParser) -> None:
    text = "keep the editions, from which the page of changes is made"
    parser = commands.add_parser("edition", help=text, description=text)
    actions = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "record the texts that changed since the last edition as a new one"
    parser = actions.add_parser("record", parents=[root], help=text, description=text)
    parser.add_argument(
        "--date", type=_date, default=datetime.date.today(), metavar="YYYY-MM-DD", help="its date (today)"
    )
    parser.set_defaults(run=_record)


def _date(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date such as 2026-11-22") from None


@refusing
def _record(root: Path, arguments: argparse.Namespace) -> int:
    corpus, date = clean(root, "LED007"), arguments.date.isoformat()
    last = max(corpus.editions, default="")
    if date <= last:
        raise Refused(f"nothing was recorded: the last edition is of {last}; give a later --date")
    before = fold(corpus.editions)
    edition = difference(before, passages(corpus))
    if not edition.texts and not edition.gone:
        raise Refused(f"nothing was recorded: no text has changed since {last}")
    text = json.dumps(edition.model_dump(exclude_defaults=True), ensure_ascii=False, indent=1)
    write_if_changed(root / FOLDER / f"{date}.json", f"{text}\n".encode())
    added = sum(id_ not in before for id_ in edition.texts)
    print(
        f"{FOLDER}/{date}.json: {added} texts added, {len(edition.texts) - added} changed, {len(edition.gone)} removed"
    )
    return 0
