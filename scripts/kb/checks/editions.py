"""Editions: the texts and addresses that are published are those of the last edition."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from kb.checks.history import broken
from kb.checks.parity import NAMES
from kb.model import chain
from kb.model.corpus import Corpus
from kb.model.edition import FOLDER, Edition, difference, fold
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.published.published import place
from kb.render.passages import first_of, passages

EDN001 = Rule(
    "EDN001",
    "The texts are those of the last edition.",
    "Les textes sont ceux de la dernière édition.",
    "The date shown on a page would be that of an older wording.",
    "La date affichée dans une page serait celle d'une formulation plus ancienne.",
    warning=True,
)

EDN002 = Rule(
    "EDN002",
    "A text changes in both languages from one edition to the next.",
    "Un texte change dans les deux langues d'une édition à l'autre.",
    "One version could be brought up to date while the other keeps saying the old thing.",
    "Une version pourrait être mise à jour pendant que l'autre reste dépassée.",
    warning=True,
)

EDN008 = Rule(
    "EDN008",
    "The last edition holds every published address and mark.",
    "La dernière édition a chaque adresse et chaque repère publiés.",
    "An address could vanish from the ledger again, and nobody would know that readers had it.",
    "Une adresse pourrait ressortir du registre sans qu'on sache qu'elle a été publiée.",
    warning=True,
)

RECORD_TEXTS = Said(
    f"when they may be published, record them: {chain.COMMAND} record",
    f"quand leur publication est permise, inscrivez-les : {chain.COMMAND} record",
)

RECORD_AGAIN = Said(f"{RECORD_TEXTS} --amend", f"{RECORD_TEXTS.fr} --amend")  # on the day of the last edition

FOLLOW = Said(
    "see whether the other language must follow; the next edition takes it as it is",
    "voyez si l'autre langue doit suivre; la prochaine édition prend le texte tel quel",
)


def texts_recorded(corpus: Corpus) -> Iterator[Finding]:
    """The texts are those of the last edition, which is the date that their pages give."""
    if not corpus.editions or corpus.faults or broken(corpus):
        return
    last, before = max(corpus.editions), fold(corpus.editions)
    now = passages(corpus)
    changes = difference(before, now)
    if changed := named(corpus, changes):
        yield Finding(f"{FOLDER}/{last}.json", 1, 1, EDN001, _changed(changed, last), RECORD_TEXTS)
    for id_, languages in changes.texts.items():
        if id_ in before and len(languages) == 1:
            (language,) = languages
            name, shown = NAMES[language], corpus.mark(id_) or id_
            message = Said(
                f"only the {name} of {shown} changed since the edition of {last}",
                f"seul le texte {name.fr} de {shown} a changé depuis l'édition du {last}",
            )
            at = _first_change(corpus, id_, language, {*now[id_][language]}.difference(before[id_].get(language, ())))
            yield Finding(*at, EDN002, message, FOLLOW)


def named(corpus: Corpus, changes: Edition) -> list[str]:
    """The marks, or else the ids, of the texts that changed."""
    return [corpus.mark(id_) or id_ for id_ in (*changes.texts, *changes.gone)]


def _first_change(corpus: Corpus, id_: str, language: str, changed: set[str]) -> tuple[str, int, int]:
    """Where the first paragraph of a text stands that is new; its heading where that is not in its prose."""
    path, line, column = place(corpus, id_, language)
    document = next((document for _, document in corpus.documents() if document.path == path), None)
    first = first_of(document, changed, line) if document else None
    return (path, first, 1) if first else (path, line, column)


def _changed(names: list[str], last: str) -> Said:
    count, listed = len(names), chain.listed(names)
    have_changed = "textes ont changé" if count > 1 else "texte a changé"
    return Said(
        f"{count} text{'s' * (count > 1)} changed since the edition of {last}: {listed}",
        f"{count} {have_changed} depuis l'édition du {last} : {listed.fr}",
    )


def addresses_in_an_edition(corpus: Corpus) -> Iterator[Finding]:
    """What the ledger holds, an edition holds too; a text that is new brings its addresses with it (EDN001)."""
    if not corpus.editions or corpus.faults or broken(corpus):
        return
    last, held = max(corpus.editions), {one for edition in corpus.editions.values() for one in edition.published}
    waiting = sorted(corpus.ledger.held - held)
    if waiting and next(texts_recorded(corpus), None) is None:
        yield Finding(f"{FOLDER}/{last}.json", 1, 1, EDN008, _since(waiting, last), RECORD_TEXTS)


def _since(addresses: list[str], last: str) -> Said:
    count, listed = len(addresses), chain.listed(addresses)
    published = "publiées" if count > 1 else "publiée"
    return Said(
        f"{count} address{'es' * (count > 1)} published since the edition of {last}: {listed}",
        f"{count} adresse{'s' * (count > 1)} {published} depuis l'édition du {last} : {listed.fr}",
    )


def on_the_day(finding: Finding, corpus: Corpus, today: datetime.date) -> Finding:
    """A finding with the command that mends it on this day: one edition a day, which is recorded again."""
    is_again = finding.hint == RECORD_TEXTS and max(corpus.editions) == today.isoformat()
    return replace(finding, hint=RECORD_AGAIN) if is_again else finding


CHECKS = (texts_recorded, addresses_in_an_edition)
