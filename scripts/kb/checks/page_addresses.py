"""Addresses of pages: each can be one for ever, and is that of one page."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import sitepath
from kb.model.corpus import Corpus, Page
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage
from kb.model.rule import Rule, Said

IDS007 = Rule(
    "IDS007",
    "Two pages of one language do not share an address.",
    "Deux pages d'une même langue n'ont pas la même adresse.",
    "One would hide the other, and its readers would find the wrong text.",
    "L'une cacherait l'autre, et on y trouverait le mauvais texte.",
)


CHANGE_SLUG = Said("change the slug", "changez le nom dans l'adresse (slug)")
RENAME = Said("rename the file", "renommez le fichier")


def possible_addresses(corpus: Corpus) -> Iterator[Finding]:
    """A file's name or a slug can be part of an address for ever."""
    for page in corpus.pages.values():
        for language in page.languages:
            fault = _address_fault(page, language)
            if fault and isinstance(page, RecordPage):
                yield page.item.finding(*fault, ("slug", language))
            elif fault:
                yield page.documents[language].finding(fault.code, 1, 1, fault.message, fault.hint)


def _address_fault(page: Page, language: str) -> sitepath.PathFault | None:
    """What keeps the name that the authors gave a page from being an address."""
    slug = sitepath.name_fault(page.record.slug[language]) if isinstance(page, RecordPage) else None
    return slug or sitepath.fault(sitepath.of_file(page.source_file(language), language), language)


def unique_addresses(corpus: Corpus) -> Iterator[Finding]:
    """Two pages of one language do not share an address; it stays that of the one already published."""
    for language in LANGUAGES:
        seen: dict[str, Page] = {}
        pages = (page for page in corpus.pages.values() if language in page.documents)
        for page in sorted(pages, key=lambda page: language not in page.published):
            if _address_fault(page, language):
                continue
            first = seen.setdefault(page.address(language), page)
            if first is not page:
                where = first.stated("slug", language)[0].path
                message = Said(f"has the same address as {where}", f"a la même adresse que {where}")
                if isinstance(page, RecordPage):
                    yield page.item.finding(IDS007, message, CHANGE_SLUG, ("slug", language))
                else:
                    yield page.documents[language].finding(IDS007, 1, 1, message, RENAME)


CHECKS = (possible_addresses, unique_addresses)
