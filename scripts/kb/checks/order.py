"""Order: the items of a list stand in the same order in both languages, as the words that both share tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kb.checks.twins import elsewhere
from kb.formats.folding import skeleton
from kb.formats.markdown import Block
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.text.twins import Section, sections

WORD = re.compile(r"[^\W\d_]{5,}")
CLEARLY = 2  # words
STEM = 5  # letters that a French and an English word of one origin have in common: famille, family


def same_order(corpus: Corpus) -> Iterator[Finding]:
    """No two items of a list have changed places in one language alone."""
    for section in sections(corpus):
        if section.same_shape:
            for items in _lists(section):
                yield from _exchanged(section, items)


def _lists(section: Section) -> Iterator[list[tuple[Block, Block]]]:
    """The items of each list that stand beside each other, French and English; a longer one may be of several lists."""
    items: list[tuple[Block, Block]] = []
    for fr, en in zip(*section.blocks, strict=True):
        if "list_item" in fr.within:
            items.append((fr, en))
        else:
            yield items
            items = []
    yield items


def _exchanged(section: Section, items: list[tuple[Block, Block]]) -> Iterator[Finding]:
    """The first of two items that share clearly more words crosswise than as they stand."""
    stems = [(_stems(fr), _stems(en)) for fr, en in items]
    for one, other in combinations(range(len(items)), 2):
        (fr, en), (fr_other, en_other) = stems[one], stems[other]
        if len(fr & en_other) + len(fr_other & en) >= len(fr & en) + len(fr_other & en_other) + CLEARLY:
            yield elsewhere(section, *items[one])
            return


def _stems(block: Block) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(skeleton(block.text)))


CHECKS = (same_order,)
