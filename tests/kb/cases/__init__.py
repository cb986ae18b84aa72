"""The failing and the clean cases of every finding code of the sources, one module per family of checks."""

from cases import (
    counts,
    dialect,
    elsewhere,
    facts,
    files,
    glossary,
    ids,
    links,
    mixups,
    parity,
    records,
    situations,
    sources,
    text,
    twins,
)

FAMILIES = (
    files,
    text,
    links,
    ids,
    glossary,
    records,
    parity,
    counts,
    twins,
    mixups,
    sources,
    facts,
    dialect,
    elsewhere,
    situations,
)
FAILING = [case for family in FAMILIES for case in family.FAILING]
CLEAN = [case for family in FAMILIES for case in family.CLEAN]
