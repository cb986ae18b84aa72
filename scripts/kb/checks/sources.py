"""Sources: every page and section traces to the policy, every unit is covered, every reference is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.page import AuthoredPage
from kb.model.rule import Rule, Said
from kb.model.schema.pages import Unit
from kb.model.vocabulary import NOTES

SRC001 = Rule(
    "SRC001",
    "A page or section traces to a unit of the policy, or is marked editorial.",
    "Une page ou une section se rattache à une unité de la politique, ou est marquée comme éditoriale.",
    "Readers could not tell the policy's words from the guide's own additions.",
    "On ne pourrait pas distinguer le propos de la politique des ajouts du guide.",
)

SRC002 = Rule(
    "SRC002",
    "A source names a unit that exists.",
    "Une source nomme une unité qui existe.",
    "Nobody could go back to the policy to check the statement.",
    "Personne ne pourrait remonter à la politique pour vérifier le propos.",
)

SRC003 = Rule(
    "SRC003",
    "Every unit of the policy is covered.",
    "Chaque unité de la politique est couverte.",
    "A part of the policy would be silently left out of the guide.",
    "Une partie de la politique serait absente du guide sans que rien le dise.",
    warning=True,
)

SRC004 = Rule(
    "SRC004",
    "A reference or note is cited somewhere.",
    "Une référence ou une note est citée quelque part.",
    "The bibliography would suggest a support that no statement relies on.",
    "La bibliographie laisserait croire à un appui qu'aucun énoncé n'utilise.",
)


SRC005 = Rule(
    "SRC005",
    "A reference that none of the policy's notes names is marked editorial, but for the policy itself.",
    "Une référence qu'aucune note de la politique ne nomme est marquée comme éditoriale, sauf la politique elle-même.",
    "Readers would take a document that the guide added for one on which the policy rests.",
    "On prendrait un document ajouté par le guide pour une source de la politique.",
)

FCT019 = Rule(
    "FCT019",
    "A note is one of those that the policy has.",
    "Une note est une de celles que contient la politique.",
    "Readers would look in the policy for a note that it does not have.",
    "On chercherait dans la politique une note qu'elle n'a pas.",
)


GIVE_UNITS = Said(
    "give its units in sources: […], or editorial: true", "donnez ses unités dans sources: […], ou editorial: true"
)
USE_UNIT = Said("use the id of its unit in docs/units.yml", "employez l'identifiant de son unité dans docs/units.yml")
WHERE_UNITS_ARE = Said("the units stand in docs/units.yml", "les unités se trouvent dans docs/units.yml")


MARK_EDITORIAL = Said(
    "add editorial: true, or name it in the references: […] of its note",
    "ajoutez editorial: true, ou nommez-la dans references: […] de sa note",
)


def pages_have_sources(corpus: Corpus) -> Iterator[Finding]:
    """A page traces to a unit by its id or its `sources`, or is `editorial`; a pillar's sections are units."""
    traced = corpus.unit.keys() | corpus.broken
    for page in corpus.pages.values():
        for item in page.items if isinstance(page, AuthoredPage) else ():
            if page.id not in traced and not page.sources and not item.value.editorial:
                message = Said(f"the page {page.id} names no source", f"la page {page.id} ne nomme aucune source")
                yield item.finding(SRC001, message, GIVE_UNITS, ("id",))
        unit = corpus.unit.get(page.id)
        for document in page.documents.values() if unit and unit.kind == "pillar" else ():
            for heading in document.scan.headings:
                if heading.level == 2 and heading.id and heading.id not in corpus.unit:
                    message = Said(
                        f"the section {heading.id} names no source", f"la section {heading.id} ne nomme aucune source"
                    )
                    hint = did_you_mean(heading.id, corpus.unit, USE_UNIT)
                    yield document.finding(SRC001, heading.line, heading.column, message, hint)


def units_exist(corpus: Corpus) -> Iterator[Finding]:
    """A source names a unit that exists."""
    for item in (item for page in corpus.authored for item in page.items):
        yield from _unknown(corpus, item, "sources", item.value.sources)
    for record in corpus.records:
        yield from _unknown(corpus, record.item, "source", record.sources)
    for term in corpus.terms:
        if isinstance(term.value.source, list):
            yield from _unknown(corpus, term, "source", term.value.source)
    for figure in corpus.figures:
        yield from _unknown(corpus, figure, "source", figure.value.source)
    units = [*((note, note.value.unit) for note in corpus.notes), *((one, one.value.unit) for one in corpus.milestones)]
    for told, unit in units:
        yield from _unknown(corpus, told, "unit", [unit])


def _unknown(corpus: Corpus, item: Item[Any], key: str, ids: Iterable[str]) -> Iterator[Finding]:
    for index, id_ in enumerate(ids):
        if id_ not in corpus.unit and not corpus.is_told(id_):
            hint = corpus.ledger.instead(id_, corpus.unit) or did_you_mean(id_, corpus.unit, WHERE_UNITS_ARE)
            yield item.finding(SRC002, Said(f"unknown unit {id_}", f"unité inconnue : {id_}"), hint, (key, index))


def covered_units(corpus: Corpus) -> set[str]:
    """The units that a page, a section or a record retells."""
    covered = {target.fragment or id_ for id_, target in corpus.targets.items() if target.kind in ("page", "section")}
    for page in corpus.pages.values():
        covered.update(page.sources)
    return covered & set(corpus.unit)


COVER = Said(
    "write its section, or add it to sources: […] in the page that retells it",
    "écrivez sa section, ou ajoutez-la à sources: […] dans la page qui en parle",
)
RECORDS = {"example": "examples", "model": "models"}  # the folder of the records that tell of a kind of unit


def units_covered(corpus: Corpus) -> Iterator[Finding]:
    """Every unit of the policy is covered."""
    covered = covered_units(corpus) | corpus.broken
    for item in corpus.units:
        if item.value.id not in covered:
            message = Said(f"the unit {item.value.id} is not covered", f"l'unité {item.value.id} n'est pas couverte")
            yield item.finding(SRC003, message, _cover(item.value), ("id",))


def _cover(unit: Unit) -> Said:
    if unit.kind not in RECORDS:
        return COVER
    folder = f"{RECORDS[unit.kind]}/{unit.id}/"
    return Said(
        f"write its record, {folder}, or, if another page tells it now, add {unit.id} to sources: […] there",
        f"écrivez sa fiche, {folder}, ou, si une autre page en parle maintenant, ajoutez-y {unit.id} à sources: […]",
    )


def references_cited(corpus: Corpus) -> Iterator[Finding]:
    """A note is cited by a text or a figure; a reference by a text, a note or a figure."""
    cited = {link.ref for *_, link in corpus.links() if link.ref}
    for figure in corpus.figure.values():
        cited.update(figure.notes)
    for page in corpus.records:
        cited.update(page.record.references)
    for note in corpus.notes:
        if note.value.id not in cited:
            hint = Said(
                "cite it where the policy does, or remove it", "citez-la là où la politique le fait, ou retirez-la"
            )
            yield note.finding(SRC004, _never_cited(note.value.id), hint, ("id",))
        cited.update(note.value.references)
    for item in corpus.references:
        if item.value.id not in cited:
            hint = Said("cite it, or remove it", "citez-la, ou retirez-la")
            yield item.finding(SRC004, _never_cited(item.value.id), hint, ("id",))


def additions_marked(corpus: Corpus) -> Iterator[Finding]:
    """A reference that no note names is marked editorial."""
    noted = {id_ for note in corpus.notes for id_ in note.value.references}
    for item in corpus.references if noted <= corpus.reference.keys() else ():  # REC003 says which is unknown
        if not (item.value.editorial or item.value.kind == "policy" or item.value.id in noted):
            message = Said(
                f"none of the policy's notes names {item.value.id}",
                f"aucune note de la politique ne nomme {item.value.id}",
            )
            yield item.finding(SRC005, message, MARK_EDITORIAL, ("id",))


def notes_of_the_policy(corpus: Corpus) -> Iterator[Finding]:
    """A note has the number of one of the policy's."""
    for item in corpus.notes:
        if item.value.number > NOTES:
            message = Said(
                f"the policy has no note {item.value.number}: its last is {NOTES}",
                f"la politique n'a pas de note {item.value.number} : sa dernière est la {NOTES}",
            )
            hint = Said(
                "correct the number, or make it a reference and cite that",
                "corrigez le numéro, ou faites-en une référence et citez-la",
            )
            yield item.finding(FCT019, message, hint, ("number",))


def _never_cited(id_: str) -> Said:
    return Said(f"{id_} is never cited", f"{id_} n'est jamais citée")


CHECKS = (pages_have_sources, units_exist, units_covered, references_cited, additions_marked, notes_of_the_policy)
