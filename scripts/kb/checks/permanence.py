"""Permanence: what was published stays where it was, or a recorded move carries it on.

A base without a ledger has published nothing yet, unless it has an edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.corpus import Corpus, Item
from kb.finding import Finding
from kb.permanent.ledger import PATH, Entry
from kb.permanent.permanence import COMMAND, RULES, unrecorded
from kb.permanent.published import place, published


def promises_kept(corpus: Corpus) -> Iterator[Finding]:
    """Every rule of kb.permanent.permanence holds; what stands in a source that could not be read is left aside."""
    now = published(corpus)
    places = {id(item.value): item for item in corpus.ledger_items}
    live = corpus.ledger.live
    aside = {address for id_ in corpus.broken if id_ in live for address in live[id_].addresses.values()}
    for rule in RULES:
        for code, entry, message, hint in rule(corpus.ledger, now):
            stands_on = {address.partition("#")[0] for address in entry.addresses.values()}
            if entry.id.partition("#")[0] in corpus.broken or stands_on & aside:
                continue
            bearer = _bearer(corpus, entry.id) if code in ("LED003", "LED004") else None
            if bearer:
                yield bearer.finding(code, message, hint, ("mark",))
            elif id(entry) in places:
                yield places[id(entry)].finding(code, message, hint)
            else:
                yield Finding(*place(corpus, entry.id), code, message, hint)


def _bearer(corpus: Corpus, id_: str) -> Item | None:
    """The record or unit that gives an id its mark."""
    page = corpus.pages.get(id_)
    units = (item for item in corpus.units if item.value.id == id_)
    return page.record if page and page.record else next(units, None)


def addresses_recorded(corpus: Corpus) -> Iterator[Finding]:
    """What is published is in the ledger; each source file is named once."""
    if PATH not in corpus.files:
        if corpus.editions:
            yield Finding(PATH, 1, 1, "FIL007", "this file is missing", "restore it: it holds every published address")
        return
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for entry in unrecorded(corpus.ledger, published(corpus)):
        waiting[place(corpus, entry.id)[0]].append(entry)
    for path, entries in waiting.items():
        many = f" and {len(entries) - 1} more" if len(entries) > 1 else ""
        message = f"{entries[0].id}{many}: not yet in the ledger of published addresses"
        yield Finding(path, 1, 1, "LED007", message, f"when it may be published, record it: {COMMAND} record")


CHECKS = (promises_kept, addresses_recorded)
