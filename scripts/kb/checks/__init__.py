"""Every check of the sources, one module a family. A check takes a Corpus and yields findings; it changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from kb.checks import editions, history, silence
from kb.model.corpus import Corpus
from kb.model.finding import Finding

Check = Callable[[Corpus], Iterator[Finding]]
_FAMILIES = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
CHECKS: tuple[Check, ...] = tuple(one for family in _FAMILIES for one in getattr(family, "CHECKS", ()))


def check(corpus: Corpus, checks: Iterable[Check] = CHECKS, today: datetime.date | None = None) -> list[Finding]:
    """All findings of the sources, sorted: the faults met in reading and what every check reports.

    What depends on a source that could not be read is held back until it can be. Given the day, also what is dated
    after it is reported, and what is mended on it by another command says so: the checks themselves know no clock.
    """
    found = set(corpus.faults)
    held = silence.held_back(corpus)
    for one in checks:
        found.update(finding for finding in one(corpus) if finding.code not in held)
    if today:
        found = {editions.on_the_day(finding, corpus, today) for finding in found}
        found.update(history.nothing_ahead(corpus, today))
    return sorted(found - set(silence.brought(corpus, found)))
