"""build.py edition: record a dated edition of the texts, or say that one is right as it stands."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from commands import options, shared
from commands.shared import Refused, clean, refusing
from kb.checks.permanence import LED007
from kb.model import chain, ledger
from kb.model.chain import EDN005
from kb.model.corpus import Corpus
from kb.model.edition import FOLDER, Edition, fold, following, resealed, serialize
from kb.model.languages import Bilingual
from kb.published.published import published
from kb.read.reader import read
from kb.render.passages import passages

SEAL = """After a change that is meant, such as a name that had to be taken out of a text of DATE, or an edition that is
to be gone: DATE is then the one after it. Everything else that `check` reports of an edition is mended by putting back
the file of the version before."""


def register(commands: argparse._SubParsersAction) -> None:
    text = "keep the editions, from which the page of changes is made"
    parser = commands.add_parser("edition", help=text, description=text)
    actions = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "record the texts that changed since the last edition as a new one"
    parser = actions.add_parser("record", parents=[options.root()], help=text, description=text)
    parser.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="its date (today)")
    parser.add_argument("--amend", action="store_true", help="record the edition of today again")
    parser.add_argument("--why", nargs=2, metavar=("FRENCH", "ENGLISH"), help="a word on why, for the page of changes")
    parser.set_defaults(run=_record)
    text = "say that an edition is right as it stands, though it is not as it was recorded"
    parser = actions.add_parser("seal", parents=[options.root()], help=text, description=text, epilog=SEAL)
    parser.add_argument("date", type=_date, metavar="DATE", help="its date, such as 2026-11-22")
    parser.set_defaults(run=_seal)


def _date(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date such as 2026-11-22") from None


@refusing
def _record(root: Path, arguments: argparse.Namespace) -> int:
    corpus = clean(root, LED007, but=EDN005)  # a new edition is what follows both
    date = _day(corpus, arguments.date, arguments.amend)
    before = {other: edition for other, edition in corpus.editions.items() if other != date}
    told = corpus.editions[date].why if arguments.amend else None
    why = _why(arguments.why) or told
    path = f"{FOLDER}/{date}.json"
    dated = read(root, {path: serialize(Edition())})  # whose page of changes has its heading
    after = ledger.record(corpus.ledger, published(dated).values())
    edition = following(before, date, passages(corpus), after.held, why)
    new = edition.texts or edition.gone or set(edition.published) & corpus.ledger.held or len(edition.follows) > 1
    if not new and not arguments.amend:
        raise Refused(f"nothing was recorded: no text has changed since {max(before)}")
    shared.record(root, corpus, {path: serialize(edition), ledger.PATH: ledger.serialize(after.entries)})
    added = sum(id_ not in fold(before) for id_ in edition.texts)
    print(f"{path}: {added} texts added, {len(edition.texts) - added} changed, {len(edition.gone)} removed")
    if told and why:
        print(f"{path}: {_reason(told, why)}")
    return 0


def _reason(before: Bilingual, now: Bilingual) -> str:
    """What an edition that is recorded again says of why, in one line, so that an untrue reason is seen."""
    words = f"“{now.fr}” / “{now.en}”"
    if now == before:
        return f"the reason is still {words}; another: --amend --why FRENCH ENGLISH"
    return f"the reason is now {words}; it was “{before.fr}” / “{before.en}”"


def _day(corpus: Corpus, given: datetime.date | None, amend: bool) -> str:
    """The date of the edition to record: after the last, and not to come; to amend one, today's."""
    today, last = shared.today().isoformat(), max(corpus.editions, default="")
    date = given.isoformat() if given else today
    if amend and (last != today or date != today):
        kept = f"that of {last} is what readers know" if last else "there is none yet"
        raise Refused(
            f"nothing was recorded: only an edition of today can be amended, and {kept}; record one without --amend"
        )
    if date > today:
        raise Refused(f"nothing was recorded: {date} is a day to come")
    if date == last == today and not amend:
        again = f"{chain.COMMAND} record --amend"
        raise Refused(f"nothing was recorded: today has its edition; {again} records it again")
    if date <= last and not amend:
        raise Refused(f"nothing was recorded: the last edition is of {last}; give a later --date")
    return date


def _why(given: list[str] | None) -> Bilingual | None:
    if not given:
        return None
    french, english = (" ".join(text.split()) for text in given)
    if not (french and english):
        raise Refused("nothing was recorded: --why takes a sentence in French and the same in English", status=2)
    return Bilingual(fr=french, en=english)


@refusing
def _seal(root: Path, arguments: argparse.Namespace) -> int:
    corpus, date = read(root), arguments.date.isoformat()
    if date not in corpus.editions:
        known = ", ".join(corpus.editions) or "none"
        raise Refused(f"nothing was sealed: no edition of {date} can be read; editions: {known}", status=2)
    after = resealed(corpus.editions, date)
    shared.record(root, corpus, {f"{FOLDER}/{other}.json": serialize(edition) for other, edition in after.items()})
    print(f"{FOLDER}/{date}.json: sealed as it stands" + (f", and {len(after) - 1} that follow it" if after else ""))
    return 0
