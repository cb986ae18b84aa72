"""What stands beside what in the two languages: the sections of a page, their blocks, and the texts of YAML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kb.formats.markdown import Block
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document, Page
from kb.model.languages import LANGUAGES
from kb.text.prose import Prose, of_front_matter, strings

# Names that each language has in its own way: words that readers type, titles of publications.
UNALIKE = frozenset(("aliases", "references"))


class SectionPair(NamedTuple):
    """A section in French and English: its heading, then its blocks. `id` is None above the first heading."""

    page: Page
    id: str | None
    documents: tuple[Document, Document]
    blocks: tuple[list[Block], list[Block]]

    @property
    def same_shape(self) -> bool:
        """Whether both languages have the same kinds of blocks in the same order."""
        fr, en = self.blocks
        return [block.within for block in fr] == [block.within for block in en]


@lru_cache(maxsize=1)  # several checks go through them
def sections(corpus: Corpus) -> tuple[SectionPair, ...]:
    """The sections of every page whose headings have the same ids, each once, in both languages."""
    return tuple(section for page in corpus.pages.values() for section in _of_page(page))


def alike_in_shape(corpus: Corpus) -> set[tuple[str, str | None]]:
    """The ids of the page and heading of each section whose blocks are of the same kinds in both languages."""
    return {(section.page.id, section.id) for section in sections(corpus) if section.same_shape}


def _of_page(page: Page) -> Iterator[SectionPair]:
    if all(language in page.documents for language in LANGUAGES):
        pair = page.documents["fr"], page.documents["en"]
        ids = [sorted(heading.id or "" for heading in document.scan.headings) for document in pair]
        if ids[0] == ids[1] and "" not in ids[0] and len(set(ids[0])) == len(ids[0]):
            french, english = map(_by_section, pair)
            for id_, blocks in french.items():
                yield SectionPair(page, id_, pair, (blocks, english[id_]))


def borrowed_ids(here: Document, other: Document) -> dict[int, str]:
    """The line of each heading of `here` that has no id → the id that its twin in `other` seems to have."""
    own = {heading.id for heading in here.scan.headings}
    free = [heading for heading in other.scan.headings if heading.id not in own]
    found = {}
    for bare in here.scan.headings:
        twin = next((heading for heading in free if bare.id is None and heading.level == bare.level > 1), None)
        if twin and twin.id:
            found[bare.line] = twin.id
            free.remove(twin)
    return found


def _by_section(document: Document) -> dict[str | None, list[Block]]:
    found: dict[str | None, list[Block]] = {None: []}
    for block in document.scan.blocks:
        found.setdefault(block.section, []).append(block)
    return found


@lru_cache(maxsize=1)
def texts(corpus: Corpus) -> tuple[tuple[Prose, Prose], ...]:
    """The texts of front matter and YAML that both languages have, French first; not every name."""
    twins: dict[tuple[str, KeyPath], dict[str, Prose]] = defaultdict(dict)
    for page in corpus.authored:
        for prose in of_front_matter(page):
            twins[page.id, prose.key][prose.language] = prose
    for prose in strings(corpus):
        if not (prose.name and UNALIKE.intersection(prose.key)):
            twins[prose.path, prose.key][prose.language] = prose
    return tuple((pair["fr"], pair["en"]) for pair in twins.values() if len(pair) == len(LANGUAGES))
