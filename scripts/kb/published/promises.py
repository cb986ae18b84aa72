"""What the ledger promises, against what a corpus publishes: each function states one rule and yields its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kb.model.languages import LANGUAGES
from kb.model.ledger import Entry, Ledger
from kb.model.rule import Rule, Said
from kb.model.sitepath import LED008

LED001 = Rule(
    "LED001",
    "A published page or section keeps its address, or a recorded move carries the old one on.",
    "Une page ou une section publiée garde son adresse, ou un déplacement inscrit fait suivre l'ancienne.",
    "Links saved in courses, reports and bookmarks would stop working.",
    "Les liens conservés dans des cours, des rapports et des favoris cesseraient de fonctionner.",
)

LED002 = Rule(
    "LED002",
    "A published page or section exists for ever, or a recorded move says what replaces it.",
    "Une page ou une section publiée existe pour toujours, ou un déplacement inscrit dit ce qui la remplace.",
    "People who cited it would have nothing left to show.",
    "Les personnes qui l'ont citée n'auraient plus rien à montrer.",
)

LED003 = Rule(
    "LED003",
    "A published mark is never given to another id.",
    "Un repère publié n'est jamais donné à un autre identifiant.",
    "An old citation would quietly start to mean something else.",
    "Une ancienne citation se mettrait, sans bruit, à désigner autre chose.",
)

LED004 = Rule(
    "LED004",
    "A published mark never changes.",
    "Un repère publié ne change jamais.",
    "Everyone who wrote the former one in a document would refer to nothing.",
    "Quiconque a écrit l'ancien dans un document ne renverrait plus à rien.",
)

LED005 = Rule(
    "LED005",
    "An old address leads to an id that exists.",
    "Une ancienne adresse mène à un identifiant qui existe.",
    "Readers with an old link would be led to an error page.",
    "Avec un ancien lien, on aboutirait à une page d'erreur.",
)

LED006 = Rule(
    "LED006",
    "An old address leads straight there: no chain, no circle.",
    "Une ancienne adresse mène directement au but : ni chaîne ni boucle.",
    "Readers would be sent from page to page, or never arrive.",
    "On serait envoyé de page en page, ou on n'arriverait jamais.",
)

LED009 = Rule(
    "LED009",
    "The ledger holds an id, an address and a mark once.",
    "Le registre contient un identifiant, une adresse et un repère une seule fois.",
    "Two lines could contradict each other, and nobody could say which one holds.",
    "Deux lignes pourraient se contredire, et personne ne saurait laquelle vaut.",
)


COMMAND = "python3 scripts/build.py ledger"
KINDS_FR = {"address": "l'adresse", "id": "l'identifiant", "mark": "le repère"}
Published = Mapping[str, Entry]
_OTHER_NAME = Said(
    "give it another id, slug or file name",
    "donnez-lui un autre identifiant, nom dans l'adresse (slug) ou nom de fichier",
)


class BrokenPromise(NamedTuple):
    """A broken promise; `entry` is the ledger's, or the published one, and says where to report it."""

    code: str
    entry: Entry
    message: Said
    hint: Said


def addresses_stay(ledger: Ledger, now: Published) -> Iterator[BrokenPromise]:
    """A published page or section keeps its address, unless a recorded move carries the old one on.

    A page that lacks a language, or is gone (LED002), is reported once, for all that stood on it.
    """
    carried = {address for entry in ledger.moved for address in entry.addresses.values()}
    kept = [entry for entry in ledger.live.values() if entry.id in now]
    pages = (entry for entry in ledger.live.values() if entry.is_page)
    lost = {page[code] for page in pages for code in LANGUAGES if page.id not in now or not now[page.id][code]}
    for entry in kept:
        for language, address in entry.addresses.items():
            there = now[entry.id][language]
            told = "#" in address and address.partition("#")[0] in lost
            if there != address and address not in carried and not told:
                yield _vanishing(entry, address, there)


def _vanishing(entry: Entry, address: str, there: str | None) -> BrokenPromise:
    where = Said(f"{entry.id} lacks that language", f"{entry.id} n'a pas cette langue")
    mend = Said("take it out of the other language too", "retirez-la aussi de l'autre langue")
    if there:
        where = Said(f"{entry.id} is now at {there}", f"{entry.id} est maintenant à {there}")
        move = f"{COMMAND} move {address} {entry.id}"
        mend = Said(f"record the move: {move}", f"inscrivez le déplacement : {move}")
    english = f"the published address {address} would vanish: {where}"
    message = Said(english, f"l'adresse publiée {address} disparaîtrait : {where.fr}")
    return BrokenPromise(LED001, entry, message, Said(f"put it back, or {mend}", f"remettez-la, ou {mend.fr}"))


def ids_stay(ledger: Ledger, now: Published) -> Iterator[BrokenPromise]:
    """A published page or section exists for ever, or a recorded move says what replaces it.

    A page or section that is gone is reported once, for all that stood in it.
    """
    gone = [entry for entry in ledger.live.values() if entry.id not in now]
    for entry in gone:
        if any(other.holds(entry) for other in gone):
            continue
        english = f"{entry.id}, published at {_where(entry)}, would vanish"
        message = Said(english, f"{entry.id}, publié à {_where(entry).fr}, disparaîtrait")
        move = move_of(entry, ledger, now)
        hint = Said(
            f"give it back this id, or say what replaces it: {move}",
            f"redonnez-lui cet identifiant, ou dites ce qui le remplace : {move}",
        )
        yield BrokenPromise(LED002, entry, message, hint)


def move_of(entry: Entry, ledger: Ledger, now: Published) -> str:
    """The command that says what replaces an entry.

    It is what the entry had replaced, where that is back, as after going back, or its heir.
    """
    back = next((old.id for old in ledger.moved if old.to == entry.id and old.is_back(now)), "")
    return f"{COMMAND} move {entry.id} {back or heir(entry, ledger, now) or 'NEW'}"


def heir(entry: Entry, ledger: Ledger, now: Published) -> str:
    """The new page that has every section of a page that is gone, which then has but another id; "" for none."""
    if entry.id in now or not entry.is_page:
        return ""
    held = [now[other.id] for other in ledger.live.values() if entry.holds(other) and other.id in now]
    new = (page for page in now.values() if page.is_page and page.id not in ledger.live)
    return next((page.id for page in new if held and all(page.holds(other) for other in held)), "")


def marks_stay(ledger: Ledger, now: Published) -> Iterator[BrokenPromise]:
    """A published mark belongs to one id for ever; it passes only to the id that replaces its own."""
    owners: dict[str, list[Entry]] = {}
    for entry in ledger.entries:
        if entry.mark:
            owners.setdefault(entry.mark, []).append(entry)
    for entry in now.values():
        for owner in owners.get(entry.mark or "", ()):
            if entry.id not in (owner.id, owner.to, heir(owner, ledger, now)):
                english = f"the mark {entry.mark} was published for {owner.id}"
                message = Said(english, f"le repère {entry.mark} a été publié pour {owner.id}")
                hint = Said("take a mark that was never used", "prenez un repère qui n'a jamais servi")
                yield BrokenPromise(LED003, entry, message, hint)
        known = ledger.live.get(entry.id)
        if known and known.mark and entry.mark != known.mark:
            english = f"{entry.id} was published as {known.mark}"
            message = Said(english, f"{entry.id} a été publié sous le repère {known.mark}")
            yield BrokenPromise(
                LED004, entry, message, Said(f"give it back {known.mark}", f"redonnez-lui {known.mark}")
            )


def moves_lead_somewhere(ledger: Ledger, now: Published) -> Iterator[BrokenPromise]:
    """An old address leads to what is published, directly; where that would vanish, LED002 says so."""
    replaced = {entry.id: entry.to for entry in ledger.moved if entry.to != entry.id}
    for entry in ledger.moved:
        if entry.to in now or entry.to in ledger.live:
            continue
        chain = [entry.to]
        while chain[-1] in replaced and chain[-1] not in now and replaced[chain[-1]] not in chain:
            chain.append(replaced[chain[-1]])
        if chain[-1] in replaced and chain[-1] not in now:
            yield _circle(entry)
        elif len(chain) > 1:
            yield _detour(entry, chain[-1])
        else:
            french = f"{_where(entry).fr} {_leads(entry)} à l'identifiant inconnu {entry.to}"
            message = Said(f"{_where(entry)} leads to the unknown id {entry.to}", french)
            hint = Said("give in “to” an id that exists", "donnez dans « to » un identifiant qui existe")
            yield BrokenPromise(LED005, entry, message, hint)


def _circle(entry: Entry) -> BrokenPromise:
    where, turns = _where(entry), "tournent" if len(entry.addresses) > 1 else "tourne"
    hint = Said(f"give in “to” an id that is not {entry.to}", f"donnez dans « to » un identifiant autre que {entry.to}")
    return BrokenPromise(LED006, entry, Said(f"{where} moves in a circle", f"{where.fr} {turns} en rond"), hint)


def _detour(entry: Entry, end: str | None) -> BrokenPromise:
    french = f"{_where(entry).fr} {_leads(entry)} à {entry.to}, qui s'est déplacé aussi"
    message = Said(f"{_where(entry)} leads to {entry.to}, which has moved itself", french)
    hint = Said(f"give in “to” where that leads: {end}", f"donnez dans « to » le but final : {end}")
    return BrokenPromise(LED006, entry, message, hint)


def _where(entry: Entry) -> Said:
    """The addresses of an entry."""
    return Said(" and ".join(entry.addresses.values()), " et ".join(entry.addresses.values()))


def _leads(entry: Entry) -> str:
    return "mènent" if len(entry.addresses) > 1 else "mène"


def old_addresses_stay_free(ledger: Ledger, now: Published) -> Iterator[BrokenPromise]:
    """An old address is given to nothing new; what is back under its id is reported once, for all that it holds."""
    taken = {address: entry for entry in now.values() for address in entry.addresses.values()}
    back = [old for old in ledger.moved if old.is_back(now)]
    for old in back:
        if old.to in now and not any(other.holds(old) for other in back):  # else LED002 says what is to be done
            yield BrokenPromise(LED008, now[old.id], *_is_back(old, f"{COMMAND} restore {old.id}"))
    for old in (old for old in ledger.moved if old not in back):
        for address in old.addresses.values():
            if address in taken and (new := taken[address]).id != old.to:
                english = f"{address}, which leads to {old.to}, would be the address of {new.id}"
                message = Said(english, f"{address}, qui mène à {old.to}, serait l'adresse de {new.id}")
                yield BrokenPromise(LED008, new, message, _OTHER_NAME)


def _is_back(old: Entry, restore: str) -> tuple[Said, Said]:
    message = Said(
        f"{old.id} is back, and its address leads to {old.to}, which replaced it",
        f"{old.id} est de retour, et son adresse mène à {old.to}, qui l'a remplacé",
    )
    hint = Said(
        f"if it is the same again, say so: {restore}; if not, give it another id",
        f"si c'est bien le même, dites-le : {restore}; sinon, donnez-lui un autre identifiant",
    )
    return message, hint


def recorded_once(ledger: Ledger, now: Published) -> Iterator[BrokenPromise]:
    """The ledger holds an id, an address and a mark once."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in ledger.entries:
        keys = [("address", address) for address in entry.addresses.values()]
        keys += [] if entry.to else [("id", entry.id)]
        keys += [("mark", entry.mark)] if entry.mark else []
        for key in keys:
            first = seen.setdefault(key, entry)
            if first is not entry and not (key[0] == "mark" and _same_lineage(first, entry)):
                kind, value = key
                english = f"the {kind} {value} is already that of {first.id}"
                message = Said(english, f"{KINDS_FR[kind]} {value} appartient déjà à {first.id}")
                yield BrokenPromise(LED009, entry, message, Said("keep one line", "gardez une seule ligne"))


def _same_lineage(one: Entry, two: Entry) -> bool:
    """Whether one replaced the other, or the same id replaced both."""
    return bool({one.id, one.to} & {two.id, two.to} - {None})


def unrecorded(ledger: Ledger, now: Published) -> list[Entry]:
    """What is published and not yet, or not wholly, in the ledger."""
    missing = []
    for entry in now.values():
        known = ledger.live.get(entry.id)
        new = [key for key in ("mark", *entry.addresses) if getattr(entry, key) and not getattr(known, key, None)]
        if new:
            missing.append(entry)
    return missing


RULES = (addresses_stay, ids_stay, marks_stay, moves_lead_somewhere, old_addresses_stay_free, recorded_once)
