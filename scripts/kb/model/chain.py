"""What the editions promise of each other and of the ledger: each function states one rule and yields its faults.

The files themselves tell what is missing, altered or out of place: each edition is sealed, follows the seal of the one
before, and holds the addresses that it published; the ledger holds the address of each on the page of changes.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kb.model.edition import FOLDER, Editions, heads, seal, states
from kb.model.ledger import PATH, Ledger
from kb.model.rule import Rule, Said

EDN003 = Rule(
    "EDN003",
    "An edition is as it was recorded, under its date.",
    "Une édition est telle qu'elle a été inscrite, sous sa date.",
    "Nobody could trust what the guide says of its own past.",
    "On ne pourrait plus se fier à ce que le guide dit de son passé.",
)

EDN004 = Rule(
    "EDN004",
    "No edition is missing, and each follows those before it.",
    "Aucune édition ne manque, et chacune suit celles qui la précèdent.",
    "The account of what changed would have a hole in it.",
    "Le récit de ce qui a changé aurait un trou.",
)

EDN005 = Rule(
    "EDN005",
    "One edition is the newest: after a merge, the next one follows both.",
    "Une seule édition est la plus récente : après une fusion, la suivante suit les deux.",
    "The guide would have two pasts, and could not say what its texts were.",
    "Le guide aurait deux passés et ne pourrait pas dire quels étaient ses textes.",
)

EDN006 = Rule(
    "EDN006",
    "An edition tells of what was published.",
    "Une édition parle de ce qui a été publié.",
    "Readers would be told of changes to a text that nobody ever saw.",
    "On lirait que des textes jamais vus de personne ont changé.",
)

EDN007 = Rule(
    "EDN007",
    "No edition is of a day to come.",
    "Aucune édition n'est datée d'un jour à venir.",
    "People would cite a version by a date that has not come.",
    "On citerait une version par une date qui n'est pas arrivée.",
)


COMMAND = "python3 scripts/build.py edition"
IF_CHANGED = Said("if the change is meant", "si le changement est voulu")
IF_GONE = Said("if it is to be gone", "si elle doit disparaître")
IF_RIGHT = Said("if it is right as it stands", "si elle est juste telle qu'elle est")
ANCHOR = "edition-"  # and the date: the id of an edition's heading on the page of changes


class ChainFault(NamedTuple):
    """A broken promise, and the date of the edition where it is reported."""

    code: str
    date: str
    message: Said
    hint: Said


def sealed_as_recorded(editions: Editions, ledger: Ledger) -> Iterator[ChainFault]:
    """An edition is as it was recorded, under its date."""
    for date, edition in editions.items():
        if seal(date, edition) != edition.seal:
            message = Said(
                f"the edition of {date} is not as it was recorded: it was edited, or copied under another date",
                f"l'édition du {date} n'est pas telle qu'elle a été inscrite : elle a été modifiée, ou copiée sous une "
                "autre date",
            )
            yield ChainFault(EDN003, date, message, _or_seal(_back(date), date, IF_CHANGED))


def none_missing(editions: Editions, ledger: Ledger) -> Iterator[ChainFault]:
    """Every edition that another follows, or whose address the ledger holds, is there."""
    named = {
        other: Said(f"the edition of {date} follows it", f"l'édition du {date} la suit")
        for date in editions
        for other in editions[date].follows
    }
    for entry in ledger.live.values():
        page, _, date = entry.id.partition(f"#{ANCHOR}")
        if date:
            fr = f"le registre contient son adresse dans la page {page}"
            named.setdefault(date, Said(f"the ledger holds its address on the page {page}", fr))
    for date, why in sorted(named.items()):
        if date not in editions:
            later = min((other for other in editions if date in editions[other].follows), default="")
            hint = _back(date)
            if later:
                hint = _or_seal(hint, later, IF_GONE)
            message = Said(f"the edition of {date} is missing: {why}", f"l'édition du {date} manque : {why.fr}")
            yield ChainFault(EDN004, date, message, hint)


def each_follows(editions: Editions, ledger: Ledger) -> Iterator[ChainFault]:
    """An edition but the first follows those before it, as they were recorded."""
    for date, edition in editions.items():
        hint = _or_seal(_back(date), date, IF_RIGHT)
        if not edition.follows and date != min(editions):
            message = Said(
                f"the edition of {date} does not follow the one before it",
                f"l'édition du {date} ne suit pas la précédente",
            )
            yield ChainFault(EDN004, date, message, hint)
        for other, known in edition.follows.items():
            if other >= date:
                message = Said(
                    f"the edition of {date} follows that of {other}, which is later",
                    f"l'édition du {date} suit celle du {other}, qui est plus récente",
                )
                yield ChainFault(EDN004, date, message, hint)
            elif other in editions and editions[other].seal != known:
                message = Said(
                    f"the edition of {date} follows another edition of {other} than the one that is here",
                    f"l'édition du {date} suit une autre édition du {other} que celle qui est ici",
                )
                yield ChainFault(EDN004, date, message, hint)


def one_newest(editions: Editions, ledger: Ledger) -> Iterator[ChainFault]:
    """One edition is the newest: where two branches were merged, the next one follows both."""
    newest, *others = heads(editions) or [""]
    if others:
        message = Said(
            f"the editions of {newest} and {', '.join(others)} come from two branches, and none follows both",
            f"les éditions du {newest} et du {', du '.join(others)} viennent de deux branches, et aucune ne suit les "
            "deux",
        )
        hint = Said(
            f"record one that does: {COMMAND} record (with --amend, if that of {newest} is of today)",
            f"inscrivez-en une qui les suit : {COMMAND} record (avec --amend, si celle du {newest} est d'aujourd'hui)",
        )
        yield ChainFault(EDN005, newest, message, hint)


def ids_known(editions: Editions, known: Collection[str]) -> Iterator[ChainFault]:
    """An edition holds texts of what was ever published, and takes out what was there."""
    before = states(editions)
    for date, edition in editions.items():
        held = {id_ for other in edition.follows for id_ in before.get(other, {})}
        unknown = [id_ for id_ in edition.texts if id_ not in known] + [id_ for id_ in edition.gone if id_ not in held]
        if unknown:
            names = listed(unknown)
            message = Said(
                f"the edition of {date} tells of what was never published: {names}",
                f"l'édition du {date} parle de ce qui n'a jamais été publié : {names.fr}",
            )
            yield ChainFault(EDN006, date, message, _back(date))


def listed(names: list[str]) -> Said:
    """The first of them, and how many more."""
    first, more = ", ".join(names[:3]), len(names) - 3
    return Said(f"{first} and {more} more", f"{first} et {more} de plus") if more > 0 else Said(first, first)


RULES = (sealed_as_recorded, none_missing, each_follows, one_newest)


def broken(editions: Editions, ledger: Ledger) -> list[ChainFault]:
    """The faults of the first rule that finds any: the others would tell of the same again."""
    return next((faults for rule in RULES if (faults := list(rule(editions, ledger)))), [])


def lost(editions: Editions, ledger: Ledger, now: Iterable[str]) -> dict[str, str]:
    """Address or mark → the edition that published it, where neither the ledger nor `now` holds it any more."""
    held = {*ledger.held, *now}
    return {one: date for date, edition in editions.items() for one in edition.published if one not in held}


def ahead(editions: Editions, today: datetime.date) -> Iterator[ChainFault]:
    """No edition is of a day to come; one day is left to those who live further east."""
    for date in editions:
        if date > (today + datetime.timedelta(days=1)).isoformat():
            fr = f"l'édition du {date} est datée d'un jour à venir"
            yield ChainFault(EDN007, date, Said(f"the edition of {date} is of a day to come", fr), _undone(date))


def _back(date: str) -> Said:
    """How to put the file of an edition back as it was recorded."""
    file = f"{FOLDER}/{date}.json"
    back = f"git checkout COMMIT -- {file}"
    return Said(
        f"put its file back: {back}, with a commit that has it as it was (git log -- {file})",
        f"remettez son fichier : {back}, avec un commit où il est tel qu'il était (git log -- {file})",
    )


def _undone(date: str) -> Said:
    """How to take back an edition that was recorded on a wrong day."""
    back = f"git rm -f {FOLDER}/{date}.json, git checkout COMMIT -- {PATH}"
    return Said(
        f"correct the clock of this machine, or take it back ({back}, with the commit before it) and record it again",
        f"corrigez l'horloge de cet ordinateur, ou annulez-la ({back}, avec le commit qui la précède) et refaites "
        "l'inscription",
    )


def _or_seal(back: Said, date: str, condition: Said) -> Said:
    """The file as it was, or what is there sealed again."""
    command = f"{COMMAND} seal {date}"
    return Said(f"{back}; {condition}: {command}", f"{back.fr}; {condition.fr} : {command}")
