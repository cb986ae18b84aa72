"""Records: what they name exists, their dates agree, and each stands in its own folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kb.checks.ids import IDS003
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.model.schema.records import Record, TheoreticalModel
from kb.model.vocabulary import PILLARS
from kb.text.dates import span
from kb.text.prose import points

REC003 = Rule(
    "REC003",
    "A record names pillars, principles, models, terms and figures that exist.",
    "Une fiche nomme des piliers, des principes, des modèles, des termes et des figures qui existent.",
    "The page would lose the connections that lead readers to related content.",
    "La page perdrait les relations qui mènent aux contenus apparentés.",
)

REC004 = Rule(
    "REC004",
    "Period and milestones agree: in order, and within the period.",
    "La période et les jalons concordent : ils sont en ordre et dans la période.",
    "The timeline would tell events in an impossible sequence.",
    "La chronologie raconterait les événements dans une suite impossible.",
)


REC007 = Rule(
    "REC007",
    "A record stands in the folder of its id.",
    "Une fiche se trouve dans le dossier qui porte son identifiant.",
    "An editor would open one folder and find the content of another.",
    "On ouvrirait un dossier pour y trouver le contenu d'un autre.",
)

REC009 = Rule(
    "REC009",
    "Two pages of one language have different titles.",
    "Deux pages d'une même langue ont des titres différents.",
    "In search results, nobody could tell one from the other.",
    "Dans les résultats d'une recherche, on ne pourrait pas les distinguer.",
)

REC020 = Rule(
    "REC020",
    "A record from outside the policy says so in its evidence and names its references; no other does.",
    "Une fiche hors de la politique le dit dans son appui documentaire et nomme ses références; aucune autre ne le "
    "fait.",
    "Readers could take what the guide added for something that the policy says.",
    "On pourrait prendre un ajout du guide pour une affirmation de la politique.",
)

REC021 = Rule(
    "REC021",
    "A model of the policy has the English name that the policy prints.",
    "Un modèle de la politique a le nom anglais que la politique imprime.",
    "Readers could not find the model in research, where it goes by that name.",
    "On ne pourrait pas retrouver le modèle dans les écrits de recherche, où il porte ce nom.",
)


LETTER = {"example": "E", "model": "M"}
A = {"example": "an example", "model": "a model"}
IN_FRENCH = {"example": "exemple", "model": "modèle"}
NO_REFERENCE = (
    Said(
        "a record from outside the policy names no reference",
        "une fiche hors de la politique ne nomme aucune référence",
    ),
    Said(
        "name where it comes from, by its id in docs/references.yml: references: [r-…]",
        "dites d'où elle vient, par un identifiant de docs/references.yml : references: [r-…]",
    ),
)
UNITS_ALONE = (
    Said("a record of the policy rests on its units alone", "une fiche de la politique ne s'appuie que sur ses unités"),
    Said(
        "cite it in the text, or write source: editorial",
        "citez la référence dans le texte, ou écrivez source: editorial",
    ),
)
NO_ENGLISH_NAME = (
    Said("the key english_name is missing", "la clé english_name manque"),
    Said("add the English name that the policy prints", "ajoutez le nom anglais que la politique imprime"),
)


def names_exist(corpus: Corpus) -> Iterator[Finding]:
    """A record names principles, models, terms and organisations that exist and are of that kind."""
    kinds = ("principle", "section", "pillar")
    principles = [id_ for id_, unit in corpus.unit.items() if unit.kind in kinds and id_ in corpus.targets]
    models = [page.id for page in corpus.models]
    organisations = [term.id for term in corpus.term.values() if term.kind == "organisation"]
    listed = [id_ for id_ in principles if any(points(corpus, id_, "fr"))]
    for page in corpus.records:
        yield from _known(corpus, page.item, "principles", page.record.principles, principles)
        yield from _known(corpus, page.item, "terms", page.record.terms, corpus.term)
        yield from _known(corpus, page.item, "references", page.record.references, corpus.reference)
    for page in corpus.examples:
        yield from _known(corpus, page.item, "models", page.record.models, models)
        yield from _known(corpus, page.item, "organisations", page.record.organisations, organisations)
    for figure in corpus.figures:
        yield from _known(corpus, figure, "notes", figure.value.notes, corpus.note)
        yield from _known(corpus, figure, "steps", [step.id for step in figure.value.steps], corpus.targets)
        yield from _known(corpus, figure, "flows", [flow.points for flow in figure.value.flows], listed)
    for note in corpus.notes:
        yield from _known(corpus, note, "references", note.value.references, corpus.reference)
        yield from _known(corpus, note, "page_ref", [note.value.page_ref], corpus.targets)
    for unit in corpus.units:
        yield from _known(corpus, unit, "pillar", [unit.value.pillar], PILLARS)


def outside_the_policy(corpus: Corpus) -> Iterator[Finding]:
    """A record from outside the policy says so and names its references; one of the policy rests on its units alone."""
    for page in corpus.records:
        item, record = page.item, page.record
        if record.editorial != (record.evidence == "editorial"):
            yield item.finding(REC020, *_evidence(record), ("evidence",))
        if record.editorial and not record.references:
            yield item.finding(REC020, *NO_REFERENCE, ("source",))
        if record.references and not record.editorial:
            yield item.finding(REC020, *UNITS_ALONE, ("references",))
        if isinstance(record, TheoreticalModel) and not record.editorial and not record.english_name:
            yield item.finding(REC021, *NO_ENGLISH_NAME)


def _evidence(record: Record) -> tuple[Said, Said]:
    source = Said("editorial", "éditoriale") if record.editorial else Said("the policy", "la politique")
    message = Said(
        f"the evidence is {record.evidence}, and the source is {source}",
        f"l'appui documentaire (evidence) est {record.evidence}, et la source est {source.fr}",
    )
    if record.editorial:
        return message, Said("write editorial", "écrivez editorial")
    hint = Said(
        "write described or evaluated, or source: editorial above",
        "écrivez described ou evaluated, ou bien source: editorial plus haut",
    )
    return message, hint


REMOVE = Said("remove it", "retirez-le")
ADD_TERM = Said(
    "add its term to docs/glossary.yml, or remove it", "ajoutez son terme à docs/glossary.yml, ou retirez-le"
)
OTHER_KIND = Said(
    "put it under the key of its kind, or name one of the kind asked for",
    "mettez-le sous la clé de son genre, ou nommez-en un du genre demandé",
)
NO_ORGANISATION = Said(
    "name it under terms, or write kind: organisation in its entry of docs/glossary.yml",
    "mettez-le sous terms, ou écrivez kind: organisation à son entrée de docs/glossary.yml",
)
OTHERWISE = {"terms": ADD_TERM, "organisations": ADD_TERM}


def _known(
    corpus: Corpus, item: Item[Any], key: str, ids: Iterable[str | None], known: Collection[str]
) -> Iterator[Finding]:
    for index, id_ in enumerate(ids):
        if id_ and id_ not in known and not corpus.is_told(id_):
            at = (key, id_) if isinstance(ids, dict) else (key, index)
            yield item.finding(REC003, *_unknown(corpus, key, id_, known), at)


def _unknown(corpus: Corpus, key: str, id_: str, known: Collection[str]) -> tuple[Said, Said]:
    if id_ in corpus.term and key == "organisations":
        return Said(f"the term {id_} is no organisation", f"le terme {id_} n'est pas une organisation"), NO_ORGANISATION
    return not_taken(corpus, key, id_, known, OTHERWISE.get(key, REMOVE))


def not_taken(corpus: Corpus, key: str, id_: str, known: Collection[str], otherwise: Said) -> tuple[Said, Said]:
    """What is wrong with an id that a key does not take, and how to mend it: `otherwise` where no other is near."""
    if id_ in corpus.targets:
        message = Said(f"{id_} is nothing that {key} takes", f"{id_} n'est pas de ce que prend {key}")
        return message, did_you_mean(id_, known, OTHER_KIND)
    message = Said(f"{key} names the unknown id {id_}", f"{key} nomme l'identifiant inconnu {id_}")
    return message, corpus.ledger.instead(id_, known) or did_you_mean(id_, known, otherwise)


def dates_agree(corpus: Corpus) -> Iterator[Finding]:
    """The period ends after it starts; milestones are in order and within it."""
    for page in corpus.examples:
        item, period, before = page.item, page.record.period, ""
        start, end = span(period.start)[0], span(period.end)[1] if period.end else "9999"
        if end < start:
            message = Said(
                f"the period ends ({period.end}) before it starts ({period.start})",
                f"la période finit ({period.end}) avant de commencer ({period.start})",
            )
            yield item.finding(
                REC004, message, Said("correct one of the two", "corrigez l'une des deux dates"), ("period",)
            )
        for index, milestone in enumerate(item.value.milestones):
            at = ("milestones", index)
            first, last = span(milestone.date)
            if last < start or first > end:
                message = Said(
                    f"the milestone {milestone.date} lies outside the period",
                    f"le jalon {milestone.date} est hors de la période",
                )
                hint = Said("correct the date or the period", "corrigez la date ou la période")
                yield item.finding(REC004, message, hint, at)
            if last < before:
                message = Said(
                    f"the milestone {milestone.date} stands after a later one",
                    f"le jalon {milestone.date} est placé après un jalon plus tardif",
                )
                hint = Said("put the milestones in order", "mettez les jalons en ordre")
                yield item.finding(REC004, message, hint, at)
            before = max(before, first)


def at_home(corpus: Corpus) -> Iterator[Finding]:
    """A record stands in the folder of its id, and its mark has its kind's letter."""
    for page in corpus.records:
        item, folder = page.item, page.item.path.split("/")[1]
        id_ = item.value.id
        if folder != id_:
            message = Said(
                f"the id {id_} is not its folder's name {folder}",
                f"l'identifiant {id_} n'est pas le nom de son dossier, {folder}",
            )
            hint = Said(f"write id: {folder}, or rename the folder", f"écrivez id: {folder}, ou renommez le dossier")
            yield item.finding(REC007, message, hint, ("id",))
        if not page.mark.startswith(LETTER[page.kind]):
            yield item.finding(IDS003, *_other_letter(page.mark, page.kind), ("mark",))


def _other_letter(mark: str, kind: str) -> tuple[Said, Said]:
    letter = LETTER[kind]
    message = Said(
        f"the mark {mark} of {A[kind]} does not start with {letter}",
        f"le repère {mark} d'un {IN_FRENCH[kind]} ne commence pas par {letter}",
    )
    return message, Said(f"write {letter} and a number", f"écrivez {letter} et un numéro")


def titles_differ(corpus: Corpus) -> Iterator[Finding]:
    """Two pages of a language have different titles: a reader tells them apart in a search by nothing else."""
    for language in LANGUAGES:
        first: dict[str, Item[Any]] = {}
        for page in (page for page in corpus.pages.values() if language in page.languages):
            title = page.title(language)
            item, at = page.stated("title", language)
            other = first.setdefault(title.casefold(), item)
            if other is not item:
                message = Said(
                    f"the title {title} is also that of {other.path}",
                    f"le titre {title} est aussi celui de {other.path}",
                )
                yield item.finding(REC009, message, Said("change one", "changez l'un des deux"), at)


CHECKS = (titles_differ, names_exist, outside_the_policy, dates_agree, at_home)
