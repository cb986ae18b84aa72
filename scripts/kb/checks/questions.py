"""What readers ask: every section, record and situation carries questions of its own, for the search."""

from __future__ import annotations

from collections.abc import Iterator

from kb.formats.folding import folded
from kb.model.corpus import Corpus
from kb.model.finding import Finding, did_you_mean
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage, SituationPage
from kb.model.rule import Rule, Said

QST001 = Rule(
    "QST001",
    "Questions stand under the id of a page, section, record or situation, once.",
    "Les questions se trouvent sous l'identifiant d'une page, d'une section, d'une fiche ou d'une situation, une fois.",
    "Someone who asks them would be led nowhere.",
    "La personne qui les pose ne serait menée nulle part.",
)

QST002 = Rule(
    "QST002",
    "Every section of the policy, record and situation says what its readers ask.",
    "Chaque section de la politique, chaque fiche et chaque situation dit ce que demandent ses lecteurs.",
    "Someone who asks in words of their own would not find it.",
    "La personne qui demande avec ses mots à elle ne la trouverait pas.",
)

QST003 = Rule(
    "QST003",
    "A question stands once in its language.",
    "Une question figure une seule fois dans sa langue.",
    "The search could not tell which place answers it.",
    "La recherche ne saurait pas quel endroit y répond.",
)

ASKED = ("section", "principle")  # the kinds of units, besides records and situations


def lead_somewhere(corpus: Corpus) -> Iterator[Finding]:
    """Each entry names a page, section, record or situation, and none names the same."""
    known = corpus.pages.keys() | (corpus.unit.keys() & corpus.targets.keys())
    seen: set[str] = set()
    for item in corpus.questions:
        id_ = item.value.id
        if id_ in seen:
            message = Said(f"{id_} has questions already", f"{id_} a déjà des questions")
            yield item.finding(
                QST001, message, Said("keep them in one entry", "gardez-les dans une seule entrée"), ("id",)
            )
        elif id_ not in known and id_ not in corpus.broken:
            message = Said(f"nothing has the id {id_}", f"rien n'a l'identifiant {id_}")
            hint = Said("correct the id, or remove the entry", "corrigez l'identifiant, ou retirez l'entrée")
            yield item.finding(QST001, message, did_you_mean(id_, known, hint), ("id",))
        seen.add(id_)


def asked_of_each(corpus: Corpus) -> Iterator[Finding]:
    """What is cited has questions, once the base has any."""
    told = {item.value.id for item in corpus.questions}
    units = (item for item in corpus.units if item.value.kind in ASKED and item.value.id in corpus.targets)
    pages = [page for page in corpus.pages.values() if isinstance(page, (RecordPage, SituationPage))]
    for item in (*units, *(page.item for page in pages)) if told else ():
        id_ = item.value.id
        if id_ not in told and id_ not in corpus.broken:
            message = Said(f"nobody asks what {id_} answers", f"personne ne demande ce à quoi répond {id_}")
            hint = Said("give its questions in docs/questions.yml", "donnez ses questions dans docs/questions.yml")
            yield item.finding(QST002, message, hint, ("id",))


def asked_once(corpus: Corpus) -> Iterator[Finding]:
    """No two entries have the same question."""
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for item in corpus.questions:
            for index, question in enumerate(item.value.asked[language]):
                before = seen.setdefault(folded(question), item.value.id)
                if before != item.value.id:
                    message = Said(f"{before} has this question too", f"{before} a aussi cette question")
                    hint = Said("keep it where it is answered", "gardez-la là où on y répond")
                    yield item.finding(QST003, message, hint, ("asked", language, index))


CHECKS = (lead_somewhere, asked_of_each, asked_once)
