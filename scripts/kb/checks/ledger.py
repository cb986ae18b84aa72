"""The ledger: what was published stays where it was, or a recorded move carries it on.

A base without a ledger has published nothing yet, unless it has an edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import Any

from kb.checks import situations
from kb.checks.glossary import see_also_resolves
from kb.checks.history import broken, lost
from kb.checks.links import own_anchors, references_resolve
from kb.checks.record_prose import missing_sections
from kb.checks.records import names_exist
from kb.checks.sources import units_exist
from kb.model import chain
from kb.model.corpus import Corpus, Item, Page
from kb.model.finding import Finding
from kb.model.ledger import PATH, Entry, order
from kb.model.page import RecordPage
from kb.model.rule import Rule, Said
from kb.model.tree import FIL007
from kb.published.promises import COMMAND, LED002, LED003, LED004, RULES, move_of, unrecorded
from kb.published.published import place, published
from kb.text.twins import borrowed_ids

LED007 = Rule(
    "LED007",
    "A published address is in the ledger.",
    "Une adresse publiée est dans le registre.",
    "Nothing would protect it the day that someone renames or removes the page.",
    "Rien ne la protégerait le jour où quelqu'un renomme ou retire la page.",
    warning=True,
)

LED011 = Rule(
    "LED011",
    "The lines of the ledger are in order.",
    "Les lignes du registre sont en ordre.",
    "An editor who reviews a change could not see at a glance what was added.",
    "En relisant une modification, on ne verrait pas d'un coup d'œil ce qui s'ajoute.",
    warning=True,
)


def promises_kept(corpus: Corpus) -> Iterator[Finding]:
    """Every rule of kb.published.promises holds; what stands in a source that could not be read is left aside."""
    now = published(corpus)
    places = {id(item.value): item for item in corpus.ledger_items}
    live = corpus.ledger.live
    aside = {address for id_ in corpus.broken if id_ in live for address in live[id_].addresses.values()}
    for rule in RULES:
        for code, entry, message, hint in rule(corpus.ledger, now):
            stands_on = {address.partition("#")[0] for address in entry.addresses.values()}
            id_, _, section = entry.id.partition("#")
            if id_ in corpus.broken or stands_on & aside or section in _missing(corpus.pages.get(id_)):
                continue
            if code == LED002 and f"#{chain.ANCHOR}" in entry.id:
                continue  # EDN004 says which edition is missing
            if code == LED002 and (named := _still_named(corpus, entry)):
                first, move = f"{named[0].path}:{named[0].line}", move_of(entry, corpus.ledger, now)
                message, hint = _named_still(message, len(named), first, move)
            bearer = _bearer(corpus, entry.id) if code in (LED003, LED004) else None
            if bearer:
                yield bearer.finding(code, message, hint, ("mark",))
            elif id(entry) in places:
                yield places[id(entry)].finding(code, message, hint)
            else:
                yield Finding(*place(corpus, entry.id), code, message, hint)


def _still_named(corpus: Corpus, entry: Entry) -> list[Finding]:
    """The places that name an entry that would vanish, or what it holds."""
    going = [item for item in corpus.ledger_items if item.value == entry or entry.holds(item.value)]
    left = [item for item in corpus.ledger_items if item not in going]
    return sorted({*_unknown(replace(corpus, ledger_items=left))} - {*_unknown(corpus)})


def _unknown(corpus: Corpus) -> Iterator[Finding]:
    """What names an id that nothing has."""
    of_situations = (situations.have_pages, situations.names_exist)
    for one in (references_resolve, own_anchors, see_also_resolves, names_exist, units_exist, *of_situations):
        yield from one(corpus)


def _missing(page: Page | None) -> set[str]:
    """The sections of a page that REC005 reports, or the heading without an id (IDS004)."""
    if not page:
        return set()
    bare = {id_ for pair in permutations(page.documents.values(), 2) for id_ in borrowed_ids(*pair).values()}
    return bare.union(*(missing_sections(page, document) for document in page.documents.values()))


def _named_still(message: Said, count: int, first: str, move: str) -> tuple[Said, Said]:
    """What LED002 says of an id that texts and lists still name: how many times, and where first."""
    times, fr = (f"in {count} places, first", f"à {count} endroits, d'abord à") if count > 1 else ("at", "à")
    message = Said(f"{message}; it is still named {times} {first}", f"{message.fr}; il est encore nommé {fr} {first}")
    hint = Said(
        f"give it back this id, or say what replaces it, and the command lists these places to mend first: {move}",
        "redonnez-lui cet identifiant, ou dites ce qui le remplace, et la commande donne d'abord ces endroits à "
        f"corriger : {move}",
    )
    return message, hint


def _bearer(corpus: Corpus, id_: str) -> Item[Any] | None:
    """The record or unit that gives an id its mark."""
    page = corpus.pages.get(id_)
    units = (item for item in corpus.units if item.value.id == id_)
    return page.item if isinstance(page, RecordPage) else next(units, None)


def addresses_recorded(corpus: Corpus) -> Iterator[Finding]:
    """What is published is in the ledger; each source file is named once, at the first that is not."""
    if PATH not in corpus.files:
        if corpus.editions:
            hint = Said("restore it: it holds every published address", "rétablissez-le : il a chaque adresse publiée")
            yield Finding(PATH, 1, 1, FIL007, Said("this file is missing", "ce fichier manque"), hint)
        return
    if lost(corpus):
        return
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for entry in unrecorded(corpus.ledger, published(corpus)):
        if not (broken(corpus) and f"#{chain.ANCHOR}" in entry.id):
            waiting[place(corpus, entry.id)[0]].append(entry)
    for entries in waiting.values():
        yield Finding(*place(corpus, entries[0].id), LED007, *_waiting(entries))


def _waiting(entries: list[Entry]) -> tuple[Said, Said]:
    first, more = entries[0].id, len(entries) - 1
    many = Said(f" and {more} more", f" et {more} de plus") if more else Said("", "")
    message = Said(
        f"{first}{many}: not yet in the ledger of published addresses",
        f"{first}{many.fr} : pas encore dans le registre des adresses publiées",
    )
    hint = Said(
        f"when it may be published, record it: {COMMAND} record",
        f"quand la publication est permise, faites l'inscription : {COMMAND} record",
    )
    return message, hint


def lines_in_order(corpus: Corpus) -> Iterator[Finding]:
    """The lines of the ledger are in order, so that a difference shows what was added; a new edition sees to it too."""
    if broken(corpus):
        return
    for item, expected in zip(corpus.ledger_items, sorted(corpus.ledger.entries, key=order), strict=True):
        if item.value is not expected:
            message = Said(
                f"the line of {item.value.id} is out of order: that of {expected.id} comes here",
                f"la ligne de {item.value.id} n'est pas à sa place : celle de {expected.id} vient ici",
            )
            hint = Said(f"let it put them in order: {COMMAND} record", f"faites-les mettre en ordre : {COMMAND} record")
            yield item.finding(LED011, message, hint)
            return


CHECKS = (promises_kept, addresses_recorded, lines_in_order)
