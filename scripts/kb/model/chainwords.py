"""What is said of the editions where they do not keep what they promise."""

from __future__ import annotations

from kb.model.rule import Said

RESTORE = Said("put back the file of the version before", "remettez le fichier de la version précédente")


def listed(names: list[str]) -> Said:
    """The first of them, and how many more."""
    first, more = ", ".join(names[:3]), len(names) - 3
    return Said(f"{first} and {more} more", f"{first} et {more} de plus") if more > 0 else Said(first, first)


def altered(date: str) -> Said:
    return Said(
        f"the edition of {date} is not as it was recorded: it was edited, or copied under another date",
        f"l'édition du {date} n'est pas telle qu'elle a été inscrite : elle a été modifiée, ou copiée sous une autre "
        "date",
    )


def followed(date: str) -> Said:
    return Said(f"the edition of {date} follows it", f"l'édition du {date} la suit")


def recorded(page: str) -> Said:
    return Said(
        f"the ledger holds its address on the page {page}", f"le registre contient son adresse dans la page {page}"
    )


def first(date: str) -> Said:
    return Said(
        f"the edition of {date} does not follow the one before it", f"l'édition du {date} ne suit pas la précédente"
    )


def backwards(date: str, other: str) -> Said:
    return Said(
        f"the edition of {date} follows that of {other}, which is later",
        f"l'édition du {date} suit celle du {other}, qui est plus récente",
    )


def another(date: str, other: str) -> Said:
    return Said(
        f"the edition of {date} follows another edition of {other} than the one that is here",
        f"l'édition du {date} suit une autre édition du {other} que celle qui est ici",
    )


def two_branches(newest: str, others: list[str], record: str) -> tuple[Said, Said]:
    message = Said(
        f"the editions of {newest} and {', '.join(others)} come from two branches, and none follows both",
        f"les éditions du {newest} et du {', du '.join(others)} viennent de deux branches, et aucune ne suit les deux",
    )
    hint = Said(
        f"record one that does: {record} (with --amend, if that of {newest} is of today)",
        f"inscrivez-en une qui les suit : {record} (avec --amend, si celle du {newest} est d'aujourd'hui)",
    )
    return message, hint


def missing(date: str, why: Said) -> Said:
    return Said(f"the edition of {date} is missing: {why}", f"l'édition du {date} manque : {why.fr}")


def never_published(date: str, names: Said) -> Said:
    return Said(
        f"the edition of {date} tells of what was never published: {names}",
        f"l'édition du {date} parle de ce qui n'a jamais été publié : {names.fr}",
    )


def to_come(date: str) -> tuple[Said, Said]:
    message = Said(f"the edition of {date} is of a day to come", f"l'édition du {date} est datée d'un jour à venir")
    hint = Said(
        f"{RESTORE}, or correct the clock of this machine", f"{RESTORE.fr}, ou corrigez l'horloge de cet ordinateur"
    )
    return message, hint
