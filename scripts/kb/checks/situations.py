"""Situations and gestures: each has its page, and names what stands in the base."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kb.checks.records import not_taken
from kb.model.corpus import Corpus, Document, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.page import SituationPage
from kb.model.rule import Rule, Said
from kb.model.schema.situations import Situation

SIT001 = Rule(
    "SIT001",
    "A situation has a page of its own.",
    "Une situation a sa propre page.",
    "Nobody would find the answer that docs/situations.yml puts together.",
    "Personne ne trouverait la réponse que docs/situations.yml rassemble.",
)

SIT002 = Rule(
    "SIT002",
    "A situation names sections, examples, models, laws and terms that exist.",
    "Une situation nomme des sections, des exemples, des modèles, des lois et des termes qui existent.",
    "The page would lose the answer, the team or the law that readers came for.",
    "La page perdrait la réponse, l'équipe ou la loi qu'on venait y chercher.",
)

SIT003 = Rule(
    "SIT003",
    "The gestures of a unit stand under a heading of its own section.",
    "Les gestes d'une unité se trouvent sous un titre de sa propre section.",
    "The aide-mémoire would show a principle without what to do, or with what another asks.",
    "L'aide-mémoire montrerait un principe sans ses gestes, ou avec ceux d'un autre.",
)

SIT004 = Rule(
    "SIT004",
    "The page of a situation says what the policy does not, in a section of its own.",
    "La page d'une situation dit ce que la politique ne dit pas, dans une section à elle.",
    "Readers would take the policy's silence for leave, or not know where else to ask.",
    "On prendrait le silence de la politique pour une permission, ou on ne saurait pas où demander.",
)

SIT005 = Rule(
    "SIT005",
    "A heading of gestures has a list or a text right below it, outside of a box.",
    "Un titre de gestes a une liste ou un texte juste en dessous, hors d'un encadré.",
    "The aide-mémoire and the situations would show a principle without what to do.",
    "L'aide-mémoire et les situations montreraient un principe sans ses gestes.",
)


def have_pages(corpus: Corpus) -> Iterator[Finding]:
    """Each situation has a page of its id."""
    for item in without_page(corpus):
        id_ = item.value.id
        if not corpus.is_told(id_):
            message = Said(f"no page has the id {id_}", f"aucune page n'a l'identifiant {id_}")
            hint = Said("write it in docs/fr and docs/en", "écrivez-la dans docs/fr et docs/en")
            instead = corpus.ledger.instead(id_, corpus.pages) or did_you_mean(id_, _free(corpus), hint)
            yield item.finding(SIT001, message, instead, ("id",))


def without_page(corpus: Corpus) -> Iterator[Item[Situation]]:
    """The situations whose page is not there, or has another id."""
    return (item for item in corpus.situations if not isinstance(corpus.pages.get(item.value.id), SituationPage))


def _free(corpus: Corpus) -> list[str]:
    return [page.id for page in corpus.authored if not isinstance(page, SituationPage)]


def silences_are_said(corpus: Corpus) -> Iterator[Finding]:
    """Each page of a situation has the section that its text of its own goes into."""
    for page in (page for page in corpus.pages.values() if isinstance(page, SituationPage)):
        for document in page.documents.values():
            for id_ in sorted({*page.prose} - {heading.id for heading in document.scan.headings}):
                message = Said(f"the section {id_} is missing", f"la section {id_} manque")
                hint = Said(f"head it with {{ #{id_} }}", f"donnez-lui un titre avec {{ #{id_} }}")
                yield document.finding(SIT004, 1, 1, message, hint)


CORRECT_ID = Said("correct the id, or remove it", "corrigez l'identifiant, ou retirez-le")


def names_exist(corpus: Corpus) -> Iterator[Finding]:
    """Whatever a situation names exists, and is of the kind asked for."""
    examples, models = ({page.id for page in pages} for pages in (corpus.examples, corpus.models))
    known: dict[str, Collection[str]] = {
        "sections": (units := corpus.unit.keys() & corpus.targets.keys()),
        "also": units,
        "teams": examples,
        "examples": examples,
        "models": models,
        "terms": corpus.term,
    }
    laws = {id_ for id_, reference in corpus.reference.items() if reference.kind == "law"}
    for item in corpus.situations:
        for key, ids in known.items():
            for index, id_ in enumerate(getattr(item.value, key)):
                yield from _unknown(corpus, item, id_, ids, (key, index))
        for index, law in enumerate(item.value.articles):
            yield from _unknown(corpus, item, law.reference, laws, ("articles", index, "reference"))


def _unknown(
    corpus: Corpus, item: Item[Situation], id_: str, known: Collection[str], at: tuple[str | int, ...]
) -> Iterator[Finding]:
    if id_ not in known and not corpus.is_told(id_):
        yield item.finding(SIT002, *not_taken(corpus, str(at[0]), id_, known, CORRECT_ID), at)


def gestures_stand(corpus: Corpus) -> Iterator[Finding]:
    """The headings that hold the gestures of a unit are its own, and hold what the pages that show them would show."""
    for item in corpus.units:
        unit, target = item.value, corpus.targets.get(item.value.id)
        page = corpus.pages.get(target.page) if target else None
        if not page or page.id in corpus.broken:
            continue
        headings = {one.id for text in page.documents.values() for one in text.scan.headings}
        own = {id_ for id_ in headings if id_ and id_.startswith(f"{unit.id}-")}
        for index, id_ in enumerate(unit.gestures):
            bare = next((text.path for text in page.documents.values() if _is_bare(text, id_)), None)
            if id_ not in own:
                message = Said(f"{unit.id} has no heading {id_}", f"{unit.id} n'a pas de titre {id_}")
                hint = Said("name a heading of its section", "nommez un titre de sa section")
                yield item.finding(SIT003, message, did_you_mean(id_, own, hint), ("gestures", index))
            elif bare:
                yield item.finding(SIT005, *_nothing(id_, bare), ("gestures", index))


def _is_bare(document: Document, heading: str) -> bool:
    """Whether a heading of this id has no list and no text below it, up to the next heading, outside of a box."""
    blocks = (block for block in document.scan.blocks if block.section == heading and block.kind != "heading")
    has_it = any(one.id == heading for one in document.scan.headings)
    return has_it and all("admonition" in block.within for block in blocks)


def _nothing(heading: str, path: str) -> tuple[Said, Said]:
    message = Said(
        f"no list and no text under the heading {heading} of {path}",
        f"aucune liste ni aucun texte sous le titre {heading} de {path}",
    )
    return message, Said(
        "write the list there, or name the heading that holds it",
        "écrivez-y la liste, ou nommez le titre qui la contient",
    )


CHECKS = (have_pages, silences_are_said, names_exist, gestures_stand)
