"""Ids mistyped in one language: each is told once, with the id meant, and is read as that one everywhere else."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.parity import PAR001, PAR002
from kb.model.corpus import Corpus, Mistyped
from kb.model.finding import Finding
from kb.model.rule import Said


def mistyped(corpus: Corpus) -> Iterator[Finding]:
    """Both languages of a page, and of a heading, have the same id."""
    for slip in corpus.mistyped:
        code, message = (PAR002, _heading(slip)) if slip.heading else (PAR001, _page(corpus, slip))
        hint = Said(
            f"did you mean {slip.meant}, as in {slip.other}?",
            f"vouliez-vous dire {slip.meant}, comme dans {slip.other}?",
        )
        yield Finding(slip.path, slip.line, slip.column, code, message, hint)


def _page(corpus: Corpus, slip: Mistyped) -> Said:
    if slip.meant in corpus.ledger.live:
        return Said(f"{slip.written} is no published id", f"{slip.written} n'est pas un identifiant publié")
    return Said(f"no other text has the id {slip.written}", f"aucun autre texte n'a l'identifiant {slip.written}")


def _heading(slip: Mistyped) -> Said:
    return Said(
        f"no heading of {slip.other} has the id {slip.written}",
        f"aucun titre de {slip.other} n'a l'identifiant {slip.written}",
    )


CHECKS = (mistyped,)
