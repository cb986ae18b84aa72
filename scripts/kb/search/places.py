"""Places that readers know by a number: a page, note, article or bill. The search reads them in what is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.corpus import Corpus
from kb.model.page import RecordPage, SituationPage
from kb.render.locators import own_pages

# « articles 74 à 76 », “sections 74 to 76”, « projet de loi nº 66 », “Bill 66”; spaces may be no-break.
ARTICLES = re.compile(r"\b(?:article|section)s?\s(\d+)(?:\s(?:\u00e0|to)\s(\d+))?", re.I)
BILL = re.compile(r"\b(?:projet\sde\sloi|bill)\s(?:n\S*\s)?(\d+)", re.I)


def pages(corpus: Corpus, id_: str) -> Iterator[str]:
    """The pages of the policy that a section, record or page retells."""
    page = corpus.pages.get(id_)
    sources = page.sources if isinstance(page, RecordPage) else [id_]
    for unit in (corpus.unit[source] for source in sources if source in corpus.unit):
        first, last = own_pages(unit)
        yield from (f"page {number}" for number in range(first, last + 1))


def cited(corpus: Corpus, id_: str, text: str) -> Iterator[str]:
    """The articles and bills that a text names, and the articles that a situation shows."""
    for match in ARTICLES.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from (f"article {number}" for number in range(first, last + 1))
    yield from (f"bill {match[1]}" for match in BILL.finditer(text))
    if isinstance(page := corpus.pages.get(id_), SituationPage):
        yield from (f"article {number}" for law in page.situation.articles for number in law.articles)
