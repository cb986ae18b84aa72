"""History: the editions and the ledger are whole, of days that were, and hold what they published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache

from kb.model import chain
from kb.model.corpus import Corpus
from kb.model.edition import FOLDER
from kb.model.finding import Finding
from kb.model.ledger import PATH
from kb.model.rule import Rule, Said
from kb.published.published import published

LED010 = Rule(
    "LED010",
    "The ledger answers for every address and mark that an edition published.",
    "Le registre répond de chaque adresse et de chaque repère qu'une édition a publiés.",
    "What was once promised to readers could be lost without anybody knowing.",
    "Ce qui a été promis au lectorat pourrait se perdre à l'insu de tous.",
)

LED012 = Rule(
    "LED012",
    "No move is of a day to come.",
    "Aucun déplacement n'est daté d'un jour à venir.",
    "The history of the guide would claim what has not happened yet.",
    "L'historique du guide affirmerait ce qui n'a pas encore eu lieu.",
)


def history_whole(corpus: Corpus) -> Iterator[Finding]:
    """The editions are all there, as they were recorded, and the ledger holds what they published."""
    history = [fault for fault in corpus.faults if fault.path == PATH or fault.path.startswith(FOLDER)]
    if history or PATH not in corpus.files:
        return  # what cannot be read is reported by itself
    for code, date, message, hint in broken(corpus):
        yield Finding(f"{FOLDER}/{date}.json", 1, 1, code, message, hint)
    if lost(corpus):
        yield Finding(PATH, 1, 1, LED010, *_no_longer_held(lost(corpus)))


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
def broken(corpus: Corpus) -> list[chain.ChainFault]:
    """What the editions promise and do not keep."""
    known = {*published(corpus), *(entry.id for entry in corpus.ledger.entries)}
    unknown = [] if lost(corpus) else list(chain.ids_known(corpus.editions, known))
    return chain.broken(corpus.editions, corpus.ledger) or unknown


@lru_cache(maxsize=1)
def lost(corpus: Corpus) -> dict[str, str]:
    """What an edition published and nothing answers for any more; what the sources still publish is only unrecorded."""
    if PATH not in corpus.files:
        return {}
    entries = published(corpus).values()
    now = {one for entry in entries for one in (entry.mark, *entry.addresses.values()) if one}
    return chain.lost(corpus.editions, corpus.ledger, now)


CHECKS = (history_whole,)
