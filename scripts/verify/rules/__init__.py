"""The rules, one module per family; a rule is a pure generator of findings whose docstring states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.model.finding import Finding
from verify.rules import (
    accessibility,
    citations,
    contents,
    discovery,
    document,
    files,
    languages,
    leading_on,
    links,
    metadata,
    policy,
    search,
    sections,
    wholeness,
)
from verify.site import Site

Rule = Callable[[Site], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *links.RULES,
    *wholeness.RULES,
    *policy.RULES,
    *files.RULES,
    *sections.RULES,
    *contents.RULES,
    *leading_on.RULES,
    *citations.RULES,
    *search.RULES,
    *metadata.RULES,
    *document.RULES,
    *accessibility.RULES,
    *languages.RULES,
    *discovery.RULES,
)
