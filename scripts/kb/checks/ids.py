"""Ids and marks: unique in the whole base and well formed; a figure, whose id is its address, stands once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Any

from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.model.schema.values import ID_PATTERN, MARK_PATTERN, PREFIXES

IDS001 = Rule(
    "IDS001",
    "An id is unique in the whole base, and a heading id in its page.",
    "Un identifiant est unique dans toute la base, et l'identifiant d'un titre l'est dans sa page.",
    "A link could lead to either of two things, and nobody would know which.",
    "Un lien pourrait mener à l'une ou l'autre de deux choses, sans qu'on sache laquelle.",
)

IDS002 = Rule(
    "IDS002",
    "A mark is unique in the whole base.",
    "Un repère est unique dans toute la base.",
    "A citation such as P1.3 would point to two passages at once.",
    "Une citation comme P1.3 désignerait deux passages à la fois.",
)

IDS003 = Rule(
    "IDS003",
    "An id is kebab case with its kind's prefix; a mark is letters and numbers such as P1.3.",
    "Un identifiant s'écrit en minuscules sans accents, avec des traits d'union et le préfixe de son type; un repère "
    "est fait de lettres et de chiffres, comme P1.3.",
    "Editors could no longer guess how to write a reference, nor tell what it stands for.",
    "On ne pourrait plus deviner comment écrire une référence ni savoir ce qu'elle désigne.",
)


IDS008 = Rule(
    "IDS008",
    "A figure stands on one page, once.",
    "Une figure se trouve dans une seule page, une seule fois.",
    "A link to the figure would not know which copy to show, or have nothing to show.",
    "Un lien vers la figure ne saurait quelle copie montrer, ou n'aurait rien à montrer.",
)


IDS012 = Rule(
    "IDS012",
    "Marks follow one another: a new one comes right after the last, and none is passed over.",
    "Les repères se suivent : un nouveau vient juste après le dernier, sans qu'aucun soit sauté.",
    "Readers would look for the one between, which was never given.",
    "On chercherait celui du milieu, qui n'a jamais été attribué.",
)


ANOTHER_ID = Said("give one of them another id", "donnez un autre identifiant à l'un des deux")


def unique_ids(corpus: Corpus) -> Iterator[Finding]:
    """An id is unique in the whole base: each later declaration names the first."""
    first = {}
    for id_, target in corpus.declared:
        if id_ not in first:
            first[id_] = target
            continue
        path, line, column = target.place
        other = "{}:{}".format(*first[id_].place)
        yield Finding(path, line, column, IDS001, _also_at(id_, other), ANOTHER_ID)
        yield Finding(*first[id_].place, IDS001, _also_at(id_, f"{path}:{line}"), ANOTHER_ID)


def _also_at(id_: str, place: str) -> Said:
    return Said(f"the id {id_} also stands at {place}", f"l'identifiant {id_} se trouve aussi à {place}")


def unique_headings(corpus: Corpus) -> Iterator[Finding]:
    """A heading id is unique in its page."""
    for _, document in corpus.documents():
        seen: dict[str, int] = {}
        for heading in document.scan.headings:
            if heading.id in seen:
                message = Said(
                    f"the heading id {heading.id} also stands at line {seen[heading.id]}",
                    f"l'identifiant de titre {heading.id} se trouve aussi à la ligne {seen[heading.id]}",
                )
                yield document.finding(IDS001, heading.line, heading.column, message, ANOTHER_ID)
            elif heading.id:
                seen[heading.id] = heading.line


def _marked(corpus: Corpus) -> Iterator[tuple[str, str, Item[Any]]]:
    """Every mark of the base with the unit, situation or record that carries it and its id; also of one that has
    another fault."""
    for item in corpus.units:
        if item.value.mark:
            yield item.value.mark, item.value.id, item
    for page in corpus.records:
        yield page.mark, page.record.id, page.item
    for situation in corpus.situations:
        yield situation.value.mark, situation.value.id, situation
    for name, plain in corpus.unfit.items():
        if isinstance(mark := plain.value.get("mark"), str):
            yield mark, name, plain


def unique_marks(corpus: Corpus) -> Iterator[Finding]:
    """A mark is unique in the whole base; what the ledger has a mark for goes back to it (LED004)."""
    carriers = defaultdict(list)
    for mark, id_, item in _marked(corpus):
        carriers[mark].append((id_, item))
    for mark, items in carriers.items():
        for id_, item in items if len(items) > 1 else ():
            known = corpus.ledger.live.get(id_)
            if known and known.mark:
                continue
            others = ", ".join(other for other, carrier in items if carrier is not item)
            message = Said(f"the mark {mark} also belongs to {others}", f"le repère {mark} appartient aussi à {others}")
            free = _next_free(corpus, mark)
            hint = Said(f"take the next free mark: {free}", f"prenez le prochain repère libre : {free}")
            yield item.finding(IDS002, message, hint, ("mark",))


def none_passed_over(corpus: Corpus) -> Iterator[Finding]:
    """The mark before a new one was given; a published one is permanent, whatever came before it."""
    for mark, id_, item in _marked(corpus):
        known = corpus.ledger.live.get(id_)
        stem, number = _parts(mark)
        if number > 1 and number - 1 not in _numbers(corpus, stem) and not (known and known.mark):
            free = _next_free(corpus, mark)
            message = Said(f"the mark {mark} passes over {free}", f"le repère {mark} saute {free}")
            yield item.finding(IDS012, message, Said(f"write {free}", f"écrivez {free}"), ("mark",))


def _parts(mark: str) -> tuple[str, int]:
    """A mark without its last number, and that number; 0 where it has none."""
    stem = mark.rstrip("0123456789")
    return stem, int(mark.removeprefix(stem) or 0)


def _numbers(corpus: Corpus, stem: str) -> set[int]:
    """The last numbers of the marks ever used that differ by them alone."""
    used = {*(known for known, *_ in _marked(corpus)), *(entry.mark or "" for entry in corpus.ledger.entries)}
    return {number for known in used for begin, number in [_parts(known)] if begin == stem and number}


def _next_free(corpus: Corpus, mark: str) -> str:
    """The first mark never used that differs from a mark by its last number: P1.7 for P1.3, E13 for E2."""
    stem, _ = _parts(mark)
    used = _numbers(corpus, stem)
    return f"{stem}{next(number for number in count(1) if number not in used)}"


def well_formed(corpus: Corpus) -> Iterator[Finding]:
    """An id is kebab case with its kind's prefix; a mark is letters and numbers."""
    for id_, target in corpus.declared:
        prefix = PREFIXES.get(target.kind, "")
        if not re.match(ID_PATTERN, id_) or not id_.startswith(prefix):
            message = Said(f"the id {id_} is malformed", f"l'identifiant {id_} est mal formé")
            yield Finding(*target.place, IDS003, message, _kebab_case(prefix))
    for mark, _, item in _marked(corpus):
        if not re.match(MARK_PATTERN, mark):
            message = Said(f"the mark {mark} is malformed", f"le repère {mark} est mal formé")
            hint = Said("write it like P1.3 or E4", "écrivez-le comme P1.3 ou E4")
            yield item.finding(IDS003, message, hint, ("mark",))
    for _, document in corpus.documents():
        for heading in document.scan.headings:
            if heading.id and not re.match(ID_PATTERN, heading.id):
                message = Said(
                    f"the heading id {heading.id} is malformed", f"l'identifiant de titre {heading.id} est mal formé"
                )
                yield document.finding(IDS003, heading.line, heading.column, message, _kebab_case())


def _kebab_case(prefix: str = "") -> Said:
    if prefix:
        return Said(
            f"write it in kebab case starting with {prefix}",
            f"écrivez-le en minuscules sans accents, avec des traits d'union, en commençant par {prefix}",
        )
    return Said(
        "write it in kebab case (a-z, 0-9, hyphens)",
        "écrivez-le en minuscules sans accents, avec des traits d'union (a-z, 0-9, -)",
    )


PLACE_ONCE = Said(
    "place it once, and link the section that shows it",
    "placez-la une seule fois, et liez la section qui la montre",
)


def figures_placed(corpus: Corpus) -> Iterator[Finding]:
    """A figure stands on one page, once: its id is its address."""
    placed: set[str] = set()
    for language in LANGUAGES:
        places: dict[str, str] = {}
        for document in (page.documents[language] for page in corpus.pages.values() if language in page.documents):
            for link in document.scan.links:
                if not link.image or link.ref not in corpus.figure:
                    continue
                if link.ref in places:
                    message = Said(
                        f"the figure {link.ref} already stands in {places[link.ref]}",
                        f"la figure {link.ref} se trouve déjà dans {places[link.ref]}",
                    )
                    yield document.finding(IDS008, link.line, link.column, message, PLACE_ONCE)
                places.setdefault(link.ref, f"{document.path}:{link.line}")
        placed |= places.keys()
    for item in corpus.figures:
        if item.value.id not in placed:
            yield item.finding(IDS008, *_unplaced(item.value.id), ("id",))


def _unplaced(id_: str) -> tuple[Said, Said]:
    return (
        Said(f"no page shows the figure {id_}", f"aucune page ne montre la figure {id_}"),
        Said(
            f"write ![alternative text][{id_}] on a line of a page, or remove it",
            f"écrivez ![alternative text][{id_}] sur une ligne d'une page, ou supprimez-la",
        ),
    )


CHECKS = (unique_ids, unique_headings, unique_marks, none_passed_over, well_formed, figures_placed)
