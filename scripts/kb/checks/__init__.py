"""Every check of the sources. A check takes a Corpus and yields findings; it changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from kb.checks import (
    assets,
    boxes,
    consistency,
    counts,
    dates,
    dialect,
    figures,
    files,
    glossary,
    ids,
    interface,
    links,
    misplaced,
    mistyped,
    mixups,
    navigation,
    numbering,
    order,
    pairs,
    parity,
    permanence,
    records,
    relations,
    sentences,
    silence,
    slips,
    sources,
    spelling,
    synonyms,
    twins,
    typography,
)
from kb.model.corpus import Corpus
from kb.model.finding import Finding

Check = Callable[[Corpus], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    *files.CHECKS,
    *boxes.CHECKS,
    *dialect.CHECKS,
    *assets.CHECKS,
    *ids.CHECKS,
    *links.CHECKS,
    *glossary.CHECKS,
    *synonyms.CHECKS,
    *records.CHECKS,
    *parity.CHECKS,
    *mistyped.CHECKS,
    *counts.CHECKS,
    *twins.CHECKS,
    *order.CHECKS,
    *mixups.CHECKS,
    *sources.CHECKS,
    *dates.CHECKS,
    *figures.CHECKS,
    *misplaced.CHECKS,
    *numbering.CHECKS,
    *relations.CHECKS,
    *spelling.CHECKS,
    *typography.CHECKS,
    *slips.CHECKS,
    *pairs.CHECKS,
    *sentences.CHECKS,
    *consistency.CHECKS,
    *interface.CHECKS,
    *permanence.CHECKS,
    *navigation.CHECKS,
)


def check(corpus: Corpus, checks: Iterable[Check] = CHECKS, today: datetime.date | None = None) -> list[Finding]:
    """All findings of the sources, sorted: the faults met in reading and what every check reports.

    What depends on a source that could not be read is held back until it can be. Given the day, also what is dated
    after it is reported: the checks themselves know no clock.
    """
    found = set(corpus.faults)
    held = silence.held_back(corpus)
    for one in checks:
        found.update(finding for finding in one(corpus) if finding.code not in held)
    if today:
        found.update(permanence.nothing_ahead(corpus, today))
    return sorted(found - set(silence.brought(corpus, found)))
