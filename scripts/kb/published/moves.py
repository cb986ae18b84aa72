"""Recording a move: the ledger in which an old address leads on to where its content is now."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from kb.model import sitepath
from kb.model.finding import closest, meant
from kb.model.languages import LANGUAGES
from kb.model.ledger import Entry, Ledger
from kb.model.rule import Said

HOST = re.compile(r"^https?://[^/]+", re.I)
PUBLISHED = Said("give a published id, mark or address", "donnez un identifiant, un repère ou une adresse publiés")
PLACE = Said("give the id of a page or section", "donnez l'identifiant d'une page ou d'une section")
REPLACED = Said("give an id that something replaced", "donnez un identifiant que quelque chose a remplacé")


class MoveError(ValueError):
    """The move cannot be recorded; the message is one line for the person who asked, a `Said`."""


def move(ledger: Ledger, now: Mapping[str, Entry], old: str, new: str, date: datetime.date) -> Ledger:
    """The ledger after the move of `old`, recorded under that id, mark or address, to `new`, published now or free.

    Raises:
        MoveError: `old` is not recorded, `new` is nothing, or nothing has moved.
    """
    entry = find(ledger.live, old)
    gone = find({entry.id: entry for entry in ledger.moved}, old) if entry is None else None
    if gone:
        raise MoveError(Said(f"{old} leads to {gone.to} already", f"{old} mène déjà à {gone.to}"))
    if entry is None:
        known = _meant(old, ledger.live, PUBLISHED)
        raise MoveError(Said(f"{old} is not in the ledger; {known}", f"{old} n'est pas dans le registre; {known.fr}"))
    target = find(now, new)
    if target is None and entry.is_page and entry.id in now and new.startswith("/"):
        return _readdressed(ledger, entry, new, date)
    if target is None:
        known = _meant(new, now, PLACE)
        raise MoveError(Said(f"{new} is not published; {known}", f"{new} n'est pas publié; {known.fr}"))
    if target.id == entry.id:
        return _relocated(ledger, now, entry, target, date)
    if entry.id in now:
        fr = f"{entry.id} est toujours publié; retirez-le d'abord des sources"
        raise MoveError(Said(f"{entry.id} is still published; take it out of the sources first", fr))
    if any(other.id == target.id and other.is_back(now) for other in ledger.moved):
        ledger = restore(ledger, now, target.id)
    return _replaced(ledger, now, entry, target, date)


def restore(ledger: Ledger, now: Mapping[str, Entry], old: str) -> Ledger:
    """The ledger in which `old`, which something had replaced, is itself again, with all that it holds.

    Raises:
        MoveError: it was not replaced, or is not published again where it was.
    """
    back = {entry.id: entry for entry in ledger.moved if entry.is_back(now)}
    entry = find(back, old)
    if entry is None:
        replaced = {entry.id: entry for entry in ledger.moved if entry.to != entry.id}
        if gone := find(replaced, old):
            fr = f"{gone.id} n'est pas où il était; remettez-le d'abord dans les sources"
            raise MoveError(Said(f"{gone.id} is not where it was; put it back in the sources first", fr))
        known = _meant(old, replaced, REPLACED)
        raise MoveError(Said(f"nothing replaced {old}; {known}", f"rien n'a remplacé {old}; {known.fr}"))
    back = {id_: other for id_, other in back.items() if other is entry or entry.holds(other)}
    live = [*ledger.live.values(), *(other.model_copy(update={"to": None, "date": None}) for other in back.values())]
    moved = [other.model_copy(update={"to": other.id}) if other.id in back else other for other in ledger.moved]
    return _freed(live, moved)


def _meant(wanted: str, known: Mapping[str, Entry], otherwise: Said) -> Said:
    """The references of the headings that have this id on their page, else the one that looks most like it."""
    if headings := [id_ for id_ in known if id_.endswith(f"#{wanted}")]:
        listed = ", ".join(headings)
        return Said(f"did you mean one of {listed}?", f"vouliez-vous dire l'un de ceux-ci : {listed}?")
    close = closest(wanted, known)
    return meant(close) if close else otherwise


def find(entries: Mapping[str, Entry], wanted: str) -> Entry | None:
    """The entry of an id, mark or address, which may be absolute; a heading stands alone or after its page."""
    page, _, heading = wanted.partition("#")
    headings = [entry for id_, entry in entries.items() if id_.endswith(f"#{wanted}")]
    if wanted in entries or len(headings) == 1:
        return entries.get(wanted) or headings[0]
    if page in entries and heading in entries and entries[page].holds(entries[heading]):
        return entries[heading]
    address = HOST.sub("", wanted)
    for entry in entries.values():
        made = [one for language in LANGUAGES if entry.mark for one in sitepath.of_mark(entry.mark, language)]
        if wanted == entry.mark or address in (*entry.addresses.values(), *made):
            return entry
    return None


def _readdressed(ledger: Ledger, page: Entry, address: str, date: datetime.date) -> Ledger:
    """A page takes a new address in one language, and all that stands on it goes with it."""
    language = sitepath.language_of(address)
    fault = sitepath.fault(address, language)
    if fault:
        raise MoveError(Said(f"{fault.message}; {fault.hint}", f"{fault.message.fr}; {fault.hint.fr}"))
    if "#" in address:
        message = Said(
            f"{address} is a section's address; a page takes one such as /piliers/rapprochement/",
            f"{address} est l'adresse d'une section; celle d'une page est comme /piliers/rapprochement/",
        )
        raise MoveError(message)
    holder = next((entry for entry in ledger.entries if address in entry.addresses.values()), None)
    if holder and holder.to != page.id:
        raise MoveError(Said(f"{address} belongs to {holder.id}", f"{address} appartient à {holder.id}"))
    before = page[language] or ""
    live, old = [], []
    for entry in ledger.live.values():
        if before and _on(entry, language, before):
            old.append(Entry(id=entry.id, to=entry.id, date=date, **{language: entry[language]}))
            entry = entry.model_copy(update={language: address + (entry[language] or "").removeprefix(before)})
        live.append(entry)
    return _freed(live, [*ledger.moved, *old])


def _relocated(ledger: Ledger, now: Mapping[str, Entry], entry: Entry, target: Entry, date: datetime.date) -> Ledger:
    """A section keeps its id and stands on another page now."""
    changed = _changed(entry, target)
    if not changed:
        en, fr = (f" {word} ".join(entry.addresses.values()) for word in ("and", "et"))
        message = Said(
            f"{entry.id} has not moved: it is still at {en}",
            f"{entry.id} ne s'est pas déplacé : il est toujours à {fr}",
        )
        raise MoveError(message)
    live = {**ledger.live, entry.id: entry.model_copy(update={language: target[language] for language in changed})}
    old = Entry(id=entry.id, to=entry.id, date=date, **changed)
    return _retired(live, [*ledger.moved, old], _followers(ledger, now, entry, target), date)


def _replaced(ledger: Ledger, now: Mapping[str, Entry], entry: Entry, target: Entry, date: datetime.date) -> Ledger:
    """What `entry` named is gone and `target` takes its place; what it held and keeps its id is where it is now."""
    going = {entry.id: target.id, **_followers(ledger, now, entry, target)}
    after = _retired(ledger.live, ledger.moved, going, date)
    for id_ in [other.id for other in after.live.values() if entry.holds(other) and other.id in now]:
        if _changed(after.live[id_], now[id_]):
            after = _relocated(after, now, after.live[id_], now[id_], date)
    return after


def _changed(entry: Entry, target: Entry) -> dict[str, str]:
    """The addresses of an entry, by language, where the target has another."""
    return {code: address for code, address in entry.addresses.items() if target[code] not in (None, address)}


def _followers(ledger: Ledger, now: Mapping[str, Entry], entry: Entry, target: Entry) -> dict[str, str]:
    """What is gone together with `entry` and where it is now: the sections of a page, the parts of a section.

    The parts of a section are known by its id (presence-demande is part of presence) or keep theirs.
    """
    pages = {address: other.id for other in now.values() if other.is_page for address in other.addresses.values()}
    here = {language: address.partition("#")[0] for language, address in entry.addresses.items()}
    there = next(pages[address.partition("#")[0]] for address in target.addresses.values())
    old, new = entry.id.rpartition("#")[2], target.id.rpartition("#")[2]
    going = {}
    for other in ledger.live.values():
        if other.id in now or other.id == entry.id or not any(_on(other, *item) for item in here.items()):
            continue
        fragment = other.id.rpartition("#")[2]
        name = new + fragment.removeprefix(old) if fragment.startswith(f"{old}-") else fragment
        if f"{there}#{name}" in now:
            going[other.id] = f"{there}#{name}"
        elif entry.id not in now and entry.holds(other):
            going[other.id] = target.id
    return going


def _on(entry: Entry, language: str, page: str) -> bool:
    """Whether an entry stands on the page at an address."""
    return (entry[language] or "").partition("#")[0] == page


def _retired(live: Mapping[str, Entry], moved: list[Entry], going: dict[str, str], date: datetime.date) -> Ledger:
    """Turn the entries of `going` into old ones, and lead what led to them to where they lead."""
    old = [live[id_].model_copy(update={"to": to, "date": date}) for id_, to in going.items()]
    moved = [entry.model_copy(update={"to": going.get(entry.to or "", entry.to)}) for entry in moved]
    return _freed([entry for id_, entry in live.items() if id_ not in going], [*moved, *old])


def _freed(live: list[Entry], moved: list[Entry]) -> Ledger:
    """The ledger without the old addresses that are in use again, as when a section returns to where it was."""
    used = {address for entry in live for address in entry.addresses.values()}
    kept = [
        entry.model_copy(update={language: None for language in LANGUAGES if entry[language] in used})
        for entry in moved
    ]
    return Ledger((*live, *(entry for entry in kept if entry.addresses)))
