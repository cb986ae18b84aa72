"""Permanence: what was published stays where it was, or a recorded move carries it on.

A base without a ledger has published nothing yet, unless it has an edition.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from typing import Any

from kb.checks import situations
from kb.checks.glossary import see_also_resolves
from kb.checks.links import own_anchors, references_resolve
from kb.checks.parity import NAMES
from kb.checks.record_prose import missing_sections
from kb.checks.records import names_exist
from kb.checks.sources import units_exist
from kb.model import chain
from kb.model.corpus import Corpus, Item, Page
from kb.model.edition import FOLDER, difference, fold
from kb.model.finding import Finding
from kb.model.ledger import PATH, Entry, order
from kb.model.page import RecordPage
from kb.model.rule import Rule, Said
from kb.model.tree import FIL007
from kb.published.promises import COMMAND, LED002, LED003, LED004, RULES, move_of, unrecorded
from kb.published.published import place, published
from kb.render.passages import first_of, passages
from kb.text.twins import borrowed_ids

LED007 = Rule(
    "LED007",
    "A published address is in the ledger.",
    "Une adresse publiée est dans le registre.",
    "Nothing would protect it the day that someone renames or removes the page.",
    "Rien ne la protégerait le jour où quelqu'un renomme ou retire la page.",
    warning=True,
)

LED010 = Rule(
    "LED010",
    "The ledger answers for every address and mark that an edition published.",
    "Le registre répond de chaque adresse et de chaque repère qu'une édition a publiés.",
    "What was once promised to readers could be lost without anybody knowing.",
    "Ce qui a été promis au lectorat pourrait se perdre à l'insu de tous.",
)

LED011 = Rule(
    "LED011",
    "The lines of the ledger are in order.",
    "Les lignes du registre sont en ordre.",
    "An editor who reviews a change could not see at a glance what was added.",
    "En relisant une modification, on ne verrait pas d'un coup d'œil ce qui s'ajoute.",
    warning=True,
)

LED012 = Rule(
    "LED012",
    "No move is of a day to come.",
    "Aucun déplacement n'est daté d'un jour à venir.",
    "The history of the guide would claim what has not happened yet.",
    "L'historique du guide affirmerait ce qui n'a pas encore eu lieu.",
)

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
    if _lost(corpus):
        return
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for entry in unrecorded(corpus.ledger, published(corpus)):
        if not (_broken(corpus) and f"#{chain.ANCHOR}" in entry.id):
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


def history_whole(corpus: Corpus) -> Iterator[Finding]:
    """The editions are all there, as they were recorded, and the ledger holds what they published."""
    history = [fault for fault in corpus.faults if fault.path == PATH or fault.path.startswith(FOLDER)]
    if history or PATH not in corpus.files:
        return  # what cannot be read is reported by itself
    for code, date, message, hint in _broken(corpus):
        yield Finding(f"{FOLDER}/{date}.json", 1, 1, code, message, hint)
    if _lost(corpus):
        yield Finding(PATH, 1, 1, LED010, *_no_longer_held(_lost(corpus)))


def _no_longer_held(lost: dict[str, str]) -> tuple[Said, Said]:
    """The message and the hint for what `_lost` gives."""
    dates, names = sorted(set(lost.values())), chain.listed(sorted(lost))
    message = Said(
        f"the ledger no longer holds what the edition of {' and '.join(dates)} published: {names}",
        f"le registre n'a plus ce que l'édition du {' et du '.join(dates)} a publié : {names.fr}",
    )
    back = f"git checkout COMMIT -- {PATH} {FOLDER}"
    hint = Said(
        f"nothing is taken out: {back}, with the commit that .published names where the site stands",
        f"rien ne se retire du registre : {back}, avec le commit que nomme .published là où est le site",
    )
    return message, hint


def lines_in_order(corpus: Corpus) -> Iterator[Finding]:
    """The lines of the ledger are in order, so that a difference shows what was added; a new edition sees to it too."""
    if _broken(corpus):
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


def texts_recorded(corpus: Corpus) -> Iterator[Finding]:
    """The texts are those of the last edition, which is the date that their pages give."""
    if not corpus.editions or corpus.faults or _broken(corpus):
        return
    last, before = max(corpus.editions), fold(corpus.editions)
    now = passages(corpus)
    changes = difference(before, now)
    changed = [corpus.mark(id_) or id_ for id_ in (*changes.texts, *changes.gone)]
    if changed:
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
    if not corpus.editions or corpus.faults or _broken(corpus):
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


def nothing_ahead(corpus: Corpus, today: datetime.date) -> Iterator[Finding]:
    """No edition and no move is of a day to come."""
    for code, date, message, hint in chain.ahead(corpus.editions, today):
        yield Finding(f"{FOLDER}/{date}.json", 1, 1, code, message, hint)
    for item in corpus.ledger_items:
        if item.value.date and item.value.date > today + datetime.timedelta(days=1):
            message = Said(
                f"the move of {item.value.id} is of {item.value.date}, a day to come",
                f"le déplacement de {item.value.id} est daté du {item.value.date}, un jour à venir",
            )
            hint = Said("give the day on which it was recorded", "donnez le jour où il a été inscrit")
            yield item.finding(LED012, message, hint)


@lru_cache(maxsize=1)
def _broken(corpus: Corpus) -> list[chain.ChainFault]:
    """What the editions promise and do not keep."""
    known = {*published(corpus), *(entry.id for entry in corpus.ledger.entries)}
    unknown = [] if _lost(corpus) else list(chain.ids_known(corpus.editions, known))
    return chain.broken(corpus.editions, corpus.ledger) or unknown


@lru_cache(maxsize=1)
def _lost(corpus: Corpus) -> dict[str, str]:
    """What an edition published and nothing answers for any more; what the sources still publish is only unrecorded."""
    if PATH not in corpus.files:
        return {}
    entries = published(corpus).values()
    now = {one for entry in entries for one in (entry.mark, *entry.addresses.values()) if one}
    return chain.lost(corpus.editions, corpus.ledger, now)


CHECKS = (promises_kept, addresses_recorded, history_whole, lines_in_order, texts_recorded, addresses_in_an_edition)
