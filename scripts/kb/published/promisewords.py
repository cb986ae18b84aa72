"""What is said of each promise of the ledger that would be broken: a message and a hint."""

from __future__ import annotations

from kb.model.ledger import Entry
from kb.model.rule import Said

KINDS_FR = {"address": "l'adresse", "id": "l'identifiant", "mark": "le repère"}


def moves(id_: str, address: str, there: str | None, move: str) -> tuple[Said, Said]:
    where = Said(f"{id_} lacks that language", f"{id_} n'a pas cette langue")
    mend = Said("take it out of the other language too", "retirez-la aussi de l'autre langue")
    if there:
        where = Said(f"{id_} is now at {there}", f"{id_} est maintenant à {there}")
        mend = Said(f"record the move: {move}", f"inscrivez le déplacement : {move}")
    message = Said(
        f"the published address {address} would vanish: {where}",
        f"l'adresse publiée {address} disparaîtrait : {where.fr}",
    )
    return message, Said(f"put it back, or {mend}", f"remettez-la, ou {mend.fr}")


def vanishes(entry: Entry, move: str) -> tuple[Said, Said]:
    where = _where(entry)
    message = Said(f"{entry.id}, published at {where}, would vanish", f"{entry.id}, publié à {where.fr}, disparaîtrait")
    hint = Said(
        f"give it back this id, or say what replaces it: {move}",
        f"redonnez-lui cet identifiant, ou dites ce qui le remplace : {move}",
    )
    return message, hint


def named_still(message: Said, count: int, first: str, move: str) -> tuple[Said, Said]:
    """Where texts and lists still name what `vanishes`: how many times, and where first."""
    times, fr = (f"in {count} places, first", f"à {count} endroits, d'abord à") if count > 1 else ("at", "à")
    message = Said(f"{message}; it is still named {times} {first}", f"{message.fr}; il est encore nommé {fr} {first}")
    hint = Said(
        f"give it back this id, or say what replaces it, and the command lists these places to mend first: {move}",
        "redonnez-lui cet identifiant, ou dites ce qui le remplace, et la commande donne d'abord ces endroits à "
        f"corriger : {move}",
    )
    return message, hint


def taken_mark(entry: Entry, owner: Entry) -> tuple[Said, Said]:
    message = Said(
        f"the mark {entry.mark} was published for {owner.id}",
        f"le repère {entry.mark} a été publié pour {owner.id}",
    )
    return message, Said("take a mark that was never used", "prenez un repère qui n'a jamais servi")


def changed_mark(id_: str, mark: str) -> tuple[Said, Said]:
    message = Said(f"{id_} was published as {mark}", f"{id_} a été publié sous le repère {mark}")
    return message, Said(f"give it back {mark}", f"redonnez-lui {mark}")


def circle(entry: Entry) -> tuple[Said, Said]:
    where, turns = _where(entry), "tournent" if len(entry.addresses) > 1 else "tourne"
    hint = Said(f"give in “to” an id that is not {entry.to}", f"donnez dans « to » un identifiant autre que {entry.to}")
    return Said(f"{where} moves in a circle", f"{where.fr} {turns} en rond"), hint


def detour(entry: Entry, end: str | None) -> tuple[Said, Said]:
    where = _where(entry)
    message = Said(
        f"{where} leads to {entry.to}, which has moved itself",
        f"{where.fr} {_leads(entry)} à {entry.to}, qui s'est déplacé aussi",
    )
    return message, Said(f"give in “to” where that leads: {end}", f"donnez dans « to » le but final : {end}")


def nowhere(entry: Entry) -> tuple[Said, Said]:
    where = _where(entry)
    message = Said(
        f"{where} leads to the unknown id {entry.to}", f"{where.fr} {_leads(entry)} à l'identifiant inconnu {entry.to}"
    )
    return message, Said("give in “to” an id that exists", "donnez dans « to » un identifiant qui existe")


def taken_address(address: str, old: Entry, new: Entry) -> tuple[Said, Said]:
    message = Said(
        f"{address}, which leads to {old.to}, would be the address of {new.id}",
        f"{address}, qui mène à {old.to}, serait l'adresse de {new.id}",
    )
    hint = Said(
        "give it another id, slug or file name",
        "donnez-lui un autre identifiant, nom dans l'adresse (slug) ou nom de fichier",
    )
    return message, hint


def is_back(old: Entry, restore: str) -> tuple[Said, Said]:
    message = Said(
        f"{old.id} is back, and its address leads to {old.to}, which replaced it",
        f"{old.id} est de retour, et son adresse mène à {old.to}, qui l'a remplacé",
    )
    hint = Said(
        f"if it is the same again, say so: {restore}; if not, give it another id",
        f"si c'est bien le même, dites-le : {restore}; sinon, donnez-lui un autre identifiant",
    )
    return message, hint


def twice(kind: str, value: str, id_: str) -> tuple[Said, Said]:
    message = Said(f"the {kind} {value} is already that of {id_}", f"{KINDS_FR[kind]} {value} appartient déjà à {id_}")
    return message, Said("keep one line", "gardez une seule ligne")


def _where(entry: Entry) -> Said:
    """The addresses of an entry."""
    return Said(" and ".join(entry.addresses.values()), " et ".join(entry.addresses.values()))


def _leads(entry: Entry) -> str:
    return "mènent" if len(entry.addresses) > 1 else "mène"
