"""Order: what a list holds stands in the same order in both languages, as the words that both share tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.checks.twins import PAR011, SAME_ORDER, elsewhere
from kb.formats.markdown import Block
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.rule import Said
from kb.text.answers import unanswered
from kb.text.crossed import crossed, stems
from kb.text.facts import numbers
from kb.text.prose import Prose
from kb.text.twins import SectionPair, sections, texts


def same_order(corpus: Corpus) -> Iterator[Finding]:
    """No two items of a list have changed places in one language alone."""
    for section in sections(corpus):
        if section.same_shape:
            for items in _lists(section):
                french, english = ([stems(block.text) for block in blocks] for blocks in zip(*items, strict=True))
                for one, _ in crossed(french, english):
                    yield elsewhere(section, *items[one])
                    break


def _lists(section: SectionPair) -> Iterator[list[tuple[Block, Block]]]:
    """The items of each list that stand beside each other, French and English; a longer one may be of several lists."""
    items: list[tuple[Block, Block]] = []
    for fr, en in zip(*section.blocks, strict=True):
        if "list_item" in fr.within:
            items.append((fr, en))
        elif items:
            yield items
            items = []
    if items:
        yield items


def same_places(corpus: Corpus) -> Iterator[Finding]:
    """No two texts of one kind have changed places in one language of a YAML file; PAR003, 12, 13 say what else."""
    kinds: dict[tuple[str, ...], list[tuple[Prose, Prose]]] = defaultdict(list)
    for fr, en in texts(corpus):
        kinds[fr.path, *(key for key in fr.key if isinstance(key, str))].append((fr, en))
    for pairs in kinds.values():
        french, english = ([stems(prose.text) for prose in proses] for proses in zip(*pairs, strict=True))
        for one, other in crossed(french, english):
            if _same_facts(*pairs[one]) and _same_facts(*pairs[other]):
                fr, en = pairs[one]
                message = Said(
                    f"this text does not answer the French one at line {fr.line}",
                    f"ce texte ne répond pas au français de la ligne {fr.line}",
                )
                yield en.finding(PAR011, 0, message, SAME_ORDER)
                break


def _same_facts(fr: Prose, en: Prose) -> bool:
    return numbers(fr.text, "fr").keys() == numbers(en.text, "en").keys() and not unanswered(fr.text, en.text)


CHECKS = (same_order, same_places)
