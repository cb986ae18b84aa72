"""The rules, one module per family; a rule is a pure generator of findings whose docstring states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.model.finding import Finding
from verify.rules import (
    accessibility,
    citation_pages,
    citations,
    contacts,
    contents,
    discovery,
    document,
    files,
    languages,
    leading_on,
    links,
    metadata,
    policy,
    presence,
    search,
    search_data,
    sections,
    sources,
    wholeness,
    works,
)
from verify.site import Site

Rule = Callable[[Site], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *links.RULES,
    *contacts.RULES,
    *wholeness.RULES,
    *policy.RULES,
    *files.RULES,
    *sections.RULES,
    *sources.RULES,
    *contents.RULES,
    *leading_on.RULES,
    *citations.RULES,
    *citation_pages.RULES,
    *search.RULES,
    *search_data.RULES,
    *metadata.RULES,
    *works.RULES,
    *presence.RULES,
    *document.RULES,
    *accessibility.RULES,
    *languages.RULES,
    *discovery.RULES,
)
