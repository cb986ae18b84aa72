"""The page that holds the whole guide, to be printed or read without a network."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.model.corpus import Corpus, Page
from kb.model.page import RecordPage

HEADING = re.compile(r"^(#{1,5}) (.*\{ #)([a-z0-9-]+)( \})$", re.M)
ANCHOR = re.compile(r'(?<=<span id=")[a-z0-9-]+(?=">)')
LAST = ("glossary", "references")


@lru_cache(maxsize=1)  # asked for by every link of the page that holds them all
def reading_order(corpus: Corpus) -> list[Page]:
    """The pages of the whole guide: what retells the policy, in its order, the records that the guide adds, lists."""
    place = {id_: index for index, id_ in enumerate(corpus.unit)}
    pages = []
    for page in corpus.pages.values():
        is_record = isinstance(page, RecordPage)
        unit = next(iter(page.sources), "") if is_record else page.id
        if unit in place or is_record:
            pages.append(((place.get(unit, len(place)), page.id), page))
    ordered = [page for _, page in sorted(pages, key=lambda entry: entry[0])]
    return ordered + [page for page in map(corpus.generated_page, LAST) if page]


def embed(corpus: Corpus, page: Page, text: str) -> str:
    """A page's text as a chapter: headings one level down, ids that only its page knows made unique."""
    text = HEADING.sub(lambda m: f"#{m[1]} {m[2]}{chapter_id(corpus, page.id, m[3])}{m[4]}", text)
    return ANCHOR.sub(lambda m: chapter_id(corpus, page.id, m[0]), text)


def chapter_id(corpus: Corpus, page_id: str, id_: str) -> str:
    """The id of a heading in the whole guide: its own where it is unique in the base, else after its page's."""
    return id_ if id_ in corpus.targets else f"{page_id}--{id_}"
