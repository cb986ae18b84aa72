"""Subjects that the policy does not cover: where the search leads readers instead."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.corpus import Corpus
from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said

ELS001 = Rule(
    "ELS001",
    "A subject that the policy does not cover leads to a page, section or reference of the guide.",
    "Un sujet dont la politique ne traite pas mène à une page, une section ou une référence du guide.",
    "The search would tell readers to look where nothing stands.",
    "La recherche enverrait les lecteurs là où il n'y a rien.",
)


def lead_somewhere(corpus: Corpus) -> Iterator[Finding]:
    """Each id exists, and so does the heading that follows it."""
    for item in corpus.elsewhere:
        for index, ref in enumerate(item.value.see):
            id_, _, fragment = ref.partition("#")
            if id_ not in corpus.targets and not corpus.is_told(id_):
                message = Said(f"nothing has the id {id_}", f"rien n'a l'identifiant {id_}")
                hint = Said("correct the id, or remove it", "corrigez l'identifiant, ou retirez-le")
                yield item.finding(ELS001, message, did_you_mean(id_, corpus.targets, hint), ("see", index))
            elif fragment and id_ in corpus.pages and fragment not in (headings := _headings(corpus, id_)):
                message = Said(f"{id_} has no heading {fragment}", f"{id_} n'a pas de titre {fragment}")
                hint = Said("correct what follows the #", "corrigez ce qui suit le #")
                yield item.finding(ELS001, message, did_you_mean(fragment, headings, hint), ("see", index))


def _headings(corpus: Corpus, id_: str) -> set[str]:
    documents = corpus.pages[id_].documents.values()
    return {heading.id for document in documents for heading in document.scan.headings if heading.id}


CHECKS = (lead_somewhere,)
