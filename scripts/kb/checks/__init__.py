"""Every check of the sources. A check takes a Corpus and yields findings; it changes nothing."""

from __future__ import annotations

from kb.checks import (
    consistency,
    counts,
    files,
    glossary,
    ids,
    links,
    navigation,
    parity,
    permanence,
    records,
    sources,
    spelling,
    synonyms,
    typography,
)
from kb.corpus import Corpus
from kb.finding import Finding

CHECKS = (
    *files.CHECKS,
    *ids.CHECKS,
    *links.CHECKS,
    *glossary.CHECKS,
    *synonyms.CHECKS,
    *records.CHECKS,
    *parity.CHECKS,
    *counts.CHECKS,
    *sources.CHECKS,
    *spelling.CHECKS,
    *typography.CHECKS,
    *consistency.CHECKS,
    *permanence.CHECKS,
    *navigation.CHECKS,
)


def check(corpus: Corpus) -> list[Finding]:
    """All findings of the sources, sorted: the faults met in reading and what every check reports."""
    found = set(corpus.faults)
    for one in CHECKS:
        found.update(one(corpus))
    return sorted(found)
