"""Relations: what a record or list names stands there once, is its own, and is told by its prose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from kb.checks.parity import NAMES
from kb.formats.folding import skeleton
from kb.model.corpus import Corpus, Item, Page
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said

FCT014 = Rule(
    "FCT014",
    "A list names each thing once.",
    "Une liste nomme chaque chose une seule fois.",
    "The page would show the same entry again, as if there were two.",
    "La page montrerait deux fois la même entrée, comme s'il y en avait deux.",
)

FCT015 = Rule(
    "FCT015",
    "A record traces to its own unit, and to no other record's.",
    "Une fiche se rattache à sa propre unité, et à celle d'aucune autre fiche.",
    "Readers who go to the source would read about another initiative.",
    "En allant à la source, on lirait sur une autre initiative.",
)

FCT016 = Rule(
    "FCT016",
    "A record stands under the pillar of its unit; the mark of a principle starts with its pillar's.",
    "Une fiche se trouve sous le pilier de son unité; le repère d'un principe commence par celui de son pilier.",
    "The guide would arrange the content otherwise than the policy does.",
    "Le guide classerait le contenu autrement que la politique.",
)

FCT017 = Rule(
    "FCT017",
    "The terms of a record are told by its prose, and hold those that it links.",
    "Les termes d'une fiche sont évoqués par son texte, et comprennent ceux qu'il lie.",
    "The list of related terms would promise or forget what the page really speaks of.",
    "La liste des termes associés promettrait ou oublierait ce dont la page parle vraiment.",
)

FCT018 = Rule(
    "FCT018",
    "A reference has an address in no language but its own.",
    "Une référence n'a d'adresse dans aucune autre langue que la sienne.",
    "Readers would open a document expecting a language that it does not have.",
    "On ouvrirait un document en s'attendant à une langue qu'il n'a pas.",
)


def _items(corpus: Corpus) -> Iterator[Item[Any]]:
    for page in corpus.pages.values():
        yield from page.items
    yield from (*corpus.situations, *corpus.terms, *corpus.figures, *corpus.references, *corpus.notes)


def named_once(corpus: Corpus) -> Iterator[Finding]:
    """A list of ids or keys holds each once."""
    for item in _items(corpus):
        for key in type(item.value).model_fields:
            values = getattr(item.value, key)
            if not isinstance(values, list) or len(values) < 2 or not isinstance(values[0], str):
                continue
            for index, value in enumerate(values):
                if value in values[:index]:
                    message = Said(f"{key} names {value} twice", f"{key} nomme {value} deux fois")
                    hint = Said("keep it once", "gardez une seule mention")
                    yield item.finding(FCT014, message, hint, (key, index))


def own_sources(corpus: Corpus) -> Iterator[Finding]:
    """A record's sources hold the unit of its id, if there is one, and the unit of no other record."""
    records = {page.id for page in corpus.records}
    for page in corpus.records:
        sources = page.sources
        others = [id_ for id_ in sources if id_ != page.id and id_ in records]
        for id_ in others:
            message = Said(
                f"the unit {id_} is the source of another record", f"l'unité {id_} est la source d'une autre fiche"
            )
            hint = Said("name the unit that tells of this one", "nommez l'unité qui parle de celle-ci")
            yield page.item.finding(FCT015, message, hint, ("source", sources.index(id_)))
        if not others and page.id in corpus.unit.keys() - sources and corpus.unit.keys() >= set(sources):
            message = Said(
                f"the unit {page.id}, which tells of this record, is not among its sources",
                f"l'unité {page.id}, qui parle de cette fiche, n'est pas parmi ses sources",
            )
            yield page.item.finding(FCT015, message, Said(f"add {page.id}", f"ajoutez {page.id}"), ("source",))


def pillars_agree(corpus: Corpus) -> Iterator[Finding]:
    """A record stands under the pillar of its own unit; a principle's mark starts with that of its pillar."""
    for page in corpus.records:
        record = page.record
        units = [corpus.unit[id_] for id_ in record.source if id_ in corpus.unit and corpus.unit[id_].kind == page.kind]
        if units and record.pillar not in {unit.pillar for unit in units}:
            right = units[0].pillar
            message = Said(
                f"the policy tells of {page.id} under {right}, not {record.pillar}",
                f"la politique parle de {page.id} sous {right}, et non sous {record.pillar}",
            )
            yield page.item.finding(FCT016, message, Said(f"write {right}", f"écrivez {right}"), ("pillar",))
    for item in corpus.units:
        unit, pillar = item.value, corpus.unit.get(item.value.pillar or "")
        if unit.kind == "principle" and pillar and not (unit.mark or "").startswith(f"{pillar.mark}."):
            message = Said(
                f"the mark {unit.mark} of {unit.id} is not one of the pillar {pillar.id} ({pillar.mark})",
                f"le repère {unit.mark} de {unit.id} n'est pas de ceux du pilier {pillar.id} ({pillar.mark})",
            )
            hint = Said("correct the pillar or the mark", "corrigez le pilier ou le repère")
            yield item.finding(FCT016, message, hint, ("pillar",))


def terms_told(corpus: Corpus) -> Iterator[Finding]:
    """A record's terms and organisations are linked or named by its prose, title or summary; it lists what it links."""
    for page in corpus.records:
        record = page.record
        if not page.documents or not corpus.term.keys() >= set(record.terms):
            continue
        linked = {link.ref or "" for document in page.documents.values() for link in document.scan.links}
        texts = {language: _text(page, language) for language in page.documents}
        for key, entries in record.entries.items():
            for index, id_ in enumerate(entries):
                term, told = corpus.term.get(id_), key == "organisations" and id_ in record.terms
                if not term or told or (key == "organisations" and term.kind != "organisation"):
                    continue
                if id_ not in linked and not any(_names(texts[code], term.names(code)) for code in texts):
                    yield page.item.finding(FCT017, *_untold(id_, page), (key, index))
        for id_ in sorted(linked & corpus.term.keys() - set(chain(*record.entries.values()))):
            yield page.item.finding(FCT017, *_unlisted(id_, page), ("terms",))


def _untold(id_: str, page: Page) -> tuple[Said, Said]:
    message = Said(
        f"{id_} is neither linked nor named in the prose of {page.id}",
        f"{id_} n'est ni lié ni nommé dans le texte de {page.id}",
    )
    return message, Said("link it there, or take it out", "liez-le dans ce texte, ou retirez-le")


def _unlisted(id_: str, page: Page) -> tuple[Said, Said]:
    message = Said(
        f"the prose of {page.id} links {id_}, which its terms lack",
        f"le texte de {page.id} lie {id_}, qui manque à ses termes",
    )
    return message, Said("add it to terms", "ajoutez-le à terms")


def addresses_in_languages(corpus: Corpus) -> Iterator[Finding]:
    """A reference has an address in no language but its own."""
    for item in corpus.references:
        for language in LANGUAGES:
            if item.value.url[language] and language not in item.value.language:
                name = NAMES[language]
                message = Said(
                    f"an address of {item.value.id} in {name}, which its language lacks",
                    f"une adresse de {item.value.id} en {name.fr}, langue que sa clé language n'a pas",
                )
                hint = Said(
                    f"add {language} to language, or remove it", f"ajoutez {language} à language, ou retirez l'adresse"
                )
                yield item.finding(FCT018, message, hint, ("url", language))


def _text(page: Page, language: str) -> str:
    words = [text.text for text in page.documents[language].scan.texts]
    return skeleton(" ".join([page.title(language), page.description(language), *words]))


def _names(text: str, names: list[str]) -> bool:
    return any(skeleton(name) in text for name in names)


CHECKS = (named_once, own_sources, pillars_agree, terms_told, addresses_in_languages)
