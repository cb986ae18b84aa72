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
    hreflang,
    languages,
    leading_on,
    linked_data,
    links,
    metadata,
    outside,
    presence,
    search,
    search_data,
    sections,
    short_addresses,
    sitemap,
    sources,
    wholeness,
)
from verify.site import Site

Rule = Callable[[Site], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *links.RULES,
    *outside.RULES,
    *contacts.RULES,
    *wholeness.RULES,
    *files.RULES,
    *sections.RULES,
    *short_addresses.RULES,
    *sources.RULES,
    *contents.RULES,
    *leading_on.RULES,
    *citations.RULES,
    *citation_pages.RULES,
    *search.RULES,
    *search_data.RULES,
    *metadata.RULES,
    *linked_data.RULES,
    *presence.RULES,
    *document.RULES,
    *accessibility.RULES,
    *languages.RULES,
    *hreflang.RULES,
    *discovery.RULES,
    *sitemap.RULES,
)
