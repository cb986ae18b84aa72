"""build.py edition: record a dated edition of the texts, or say that one is right as it stands."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from commands import options, shared
from commands.shared import Refused, clean, refusing
from kb.checks.editions import named
from kb.checks.ledger import addresses_recorded
from kb.model import chain, ledger
from kb.model.chain import EDN005
from kb.model.corpus import Corpus
from kb.model.edition import FOLDER, Edition, difference, fold, following, resealed, serialize
from kb.model.finding import Finding
from kb.model.languages import Bilingual
from kb.model.rule import Said, counted
from kb.published.promises import COMMAND
from kb.published.published import published
from kb.read.reader import read
from kb.render.passages import passages

ADDED, CHANGED, REMOVED = Said("text", "texte ajouté"), Said("text", "texte modifié"), Said("text", "texte retiré")
NO_TEXT = Said("no text", "aucun texte")
NONE_YET = ("there is none yet", "il n'y en a pas encore")
SEAL = """After a change that is meant, such as a name that had to be taken out of a text of DATE, or an edition that is
to be gone: DATE is then the one after it. Everything else that `check` reports of an edition is mended by putting back
the file of the version before."""


def register(commands: argparse._SubParsersAction) -> None:
    text = "keep the editions, from which the page of changes is made"
    parser = commands.add_parser("edition", help=text, description=text)
    actions = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "record the texts that changed since the last edition as a new one"
    parser = actions.add_parser("record", parents=[options.language()], help=text, description=text)
    parser.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="its date (today)")
    parser.add_argument("--amend", action="store_true", help="record the edition of today again")
    parser.add_argument("--why", nargs=2, metavar=("FRENCH", "ENGLISH"), help="a word on why, for the page of changes")
    parser.set_defaults(run=_record)
    text = "say that an edition is right as it stands, though it is not as it was recorded"
    parser = actions.add_parser("seal", parents=[options.language()], help=text, description=text, epilog=SEAL)
    parser.add_argument("date", type=_date, metavar="DATE", help="its date, such as 2026-11-22")
    parser.set_defaults(run=_seal)


def _date(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date such as 2026-11-22") from None


@refusing
def _record(root: Path, arguments: argparse.Namespace) -> int:
    corpus = clean(root, but=EDN005)  # a new edition is what follows both
    if waiting := next(addresses_recorded(corpus), None):
        raise Refused(_ledger_first(waiting))
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
        last = max(before)
        raise Refused(_nothing(f"no text has changed since {last}", f"aucun texte n'a changé depuis le {last}"))
    shared.record(root, corpus, {path: serialize(edition), ledger.PATH: ledger.serialize(after.entries)})
    added = sum(id_ not in fold(before) for id_ in edition.texts)
    counts = _counts(added, len(edition.texts) - added, len(edition.gone))
    now = named(corpus, difference(fold(corpus.editions), passages(corpus)))
    lines = [_again(counts, max(before, default=""), now) if arguments.amend else counts]
    lines += [_reason(told, why)] if told and why else []
    for line in lines:
        print(Said(f"{path}: {line}", f"{path} : {line.fr}").in_language(arguments.lang))
    return 0


def _nothing(english: str, french: str) -> Said:
    """Why nothing was recorded."""
    return Said(f"nothing was recorded: {english}", f"rien n'a été inscrit : {french}")


def _ledger_first(waiting: Finding) -> Said:
    message, command = Said(*(waiting.told(language)[0] for language in ("en", "fr"))), f"{COMMAND} record"
    return _nothing(
        f"the ledger comes first, as an edition holds its addresses ({message}): {command}",
        f"le registre vient d'abord, car une édition en prend les adresses ({message.fr}) : {command}",
    )


def _counts(added: int, changed: int, removed: int) -> Said:
    french = [counted(*one).fr for one in ((added, ADDED), (changed, CHANGED), (removed, REMOVED))]
    return Said(f"{counted(added, ADDED)} added, {changed} changed, {removed} removed", ", ".join(french))


def _again(counts: Said, before: str, now: list[str]) -> Said:
    """What an edition that is recorded again holds since the one before, if there is one, and what is new in it."""
    since, fr = (f" since the edition of {before}", f" depuis l'édition du {before}") if before else ("", "")
    listed = chain.listed(now) if now else NO_TEXT
    return Said(f"{counts}{since}; just now: {listed}", f"{counts.fr}{fr}; cette fois-ci : {listed.fr}")


def _reason(before: Bilingual, now: Bilingual) -> Said:
    """What an edition that is recorded again says of why, in one line, so that an untrue reason is seen."""
    words, was = (Said(f"“{why.fr}” / “{why.en}”", f"« {why.fr} » / « {why.en} »") for why in (now, before))
    if now == before:
        return Said(
            f"the reason is still {words}; another: --amend --why FRENCH ENGLISH",
            f"la raison reste {words.fr}; pour une autre : --amend --why FRANÇAIS ANGLAIS",
        )
    return Said(f"the reason is now {words}; it was {was}", f"la raison est maintenant {words.fr}; c'était {was.fr}")


def _day(corpus: Corpus, given: datetime.date | None, amend: bool) -> str:
    """The date of the edition to record: after the last, and not to come; to amend one, today's."""
    today, last = shared.today().isoformat(), max(corpus.editions, default="")
    date = given.isoformat() if given else today
    if amend and (last != today or date != today):
        raise Refused(_not_of_today(last))
    if date > today:
        raise Refused(_nothing(f"{date} is a day to come", f"le {date} est un jour à venir"))
    if date == last == today and not amend:
        again = f"{chain.COMMAND} record --amend"
        raise Refused(
            _nothing(
                f"today has its edition; {again} records it again",
                f"ce jour a déjà son édition; pour l'inscrire de nouveau : {again}",
            )
        )
    if date <= last and not amend:
        raise Refused(
            _nothing(
                f"the last edition is of {last}; give a later --date",
                f"la dernière édition est du {last}; donnez une --date qui la suit",
            )
        )
    return date


def _not_of_today(last: str) -> Said:
    """Why the edition of `last`, "" where there is none, cannot be amended."""
    kept, fr = (f"that of {last} is what readers know", f"celle du {last} est déjà connue") if last else NONE_YET
    return _nothing(
        f"only an edition of today can be amended, and {kept}; record one without --amend",
        f"seule une édition du jour peut être reprise, et {fr}; inscrivez-en une sans --amend",
    )


def _why(given: list[str] | None) -> Bilingual | None:
    if not given:
        return None
    french, english = (" ".join(text.split()) for text in given)
    if not (french and english):
        raise Refused(
            _nothing(
                "--why takes a sentence in French and the same in English",
                "--why prend une phrase en français et la même en anglais",
            ),
            status=2,
        )
    return Bilingual(fr=french, en=english)


@refusing
def _seal(root: Path, arguments: argparse.Namespace) -> int:
    corpus, date = read(root), arguments.date.isoformat()
    if date not in corpus.editions:
        known = ", ".join(corpus.editions)
        said = Said(
            f"nothing was sealed: no edition of {date} can be read; editions: {known or 'none'}",
            f"rien n'a été scellé : aucune édition du {date} ne peut être lue; éditions : {known or 'aucune'}",
        )
        raise Refused(said, status=2)
    after = resealed(corpus.editions, date)
    shared.record(root, corpus, {f"{FOLDER}/{other}.json": serialize(edition) for other, edition in after.items()})
    print(_sealed(date, len(after) - 1).in_language(arguments.lang))
    return 0


def _sealed(date: str, following: int) -> Said:
    """What was done: the edition, and how many that follow it; none where all was as it should be."""
    path, more, fr = f"{FOLDER}/{date}.json", "", ""
    if following > 0:
        more, fr = f", and {following} that follow it", f", et {following} qui la suivent"
    return Said(f"{path}: sealed as it stands{more}", f"{path} : scellée telle quelle{fr}")
