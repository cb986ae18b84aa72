"""The prose of a record has its sections, and says so where the policy is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb.formats.markdown import Heading
from kb.model.corpus import Corpus, Document, Page
from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from kb.model.vocabulary import OPTIONAL, PROSE
from kb.text.labels import prose
from kb.text.unsaid import agreed, sections

REC005 = Rule(
    "REC005",
    "The prose of a record has its sections, in order; besoin and participants alone may be left out.",
    "Le texte d'une fiche a ses sections, dans l'ordre; seules besoin et participants peuvent manquer.",
    "Readers who compare examples would not find the same information in the same place.",
    "On ne retrouverait pas la même information au même endroit en comparant les exemples.",
)

REC006 = Rule(
    "REC006",
    "Where the policy is silent, the section says so in the agreed words.",
    "Là où la politique se tait, la section le dit dans les mots convenus.",
    "Readers could not tell what is unknown from what was forgotten.",
    "On ne pourrait pas distinguer ce qui est inconnu de ce qui a été oublié.",
)


ORDER = Said(f"the order is {', '.join(PROSE)}", f"l'ordre est {', '.join(PROSE)}")
SECTIONS = Said(f"the sections are {', '.join(PROSE)}", f"les sections sont {', '.join(PROSE)}")
SILENCE = re.compile(
    r"non document|pas document|not documented|undocumented|n['’]est pas précisé|sans objet|\bn/?a\b", re.I
)


def missing_sections(page: Page, document: Document) -> list[str]:
    """The ids of the sections that the prose of a record lacks: none may be left out in one language alone."""
    ids = {key: {h.id for h in one.scan.headings if h.level == 2} for key, one in page.documents.items()}
    wanted = {*page.prose} - OPTIONAL | set.union(*ids.values())
    return [id_ for id_ in page.prose if id_ in wanted - ids[document.language]]


def prose_sections(corpus: Corpus) -> Iterator[Finding]:
    """The prose of a record has its sections, in order, under their agreed headings."""
    for page in corpus.records:
        headed = prose(corpus, page.outside)
        for language, document in page.documents.items():
            headings = [h for h in document.scan.headings if h.level == 2]
            nameless = {heading.text for heading in headings if heading.id is None}  # IDS004 reports those
            for id_ in missing_sections(page, document):
                if headed[id_][language] in nameless:
                    continue
                row = f"## {headed[id_][language]} {{ #{id_} }}"
                message = Said(f"the section {id_} is missing", f"la section {id_} manque")
                line = _end_before(page, document, id_)
                hint = Said(f"add after this line: {row}", f"ajoutez après cette ligne : {row}")
                if not line:
                    hint = Said(f"start the text with {row}", f"commencez le texte par {row}")
                yield document.finding(REC005, line or 1, 1, message, hint)
            for heading in headings:
                wanted = headed[heading.id][language] if heading.id in PROSE else None
                if heading.id and heading.text != wanted:
                    yield document.finding(REC005, heading.line, 1, *_wrong_section(heading, wanted))
            known = [heading for heading in headings if heading.id in PROSE]
            for before, heading in pairwise(known):
                if PROSE.index(heading.id) < PROSE.index(before.id):
                    message = Said(
                        f"the section {heading.id} stands after {before.id}",
                        f"la section {heading.id} est placée après {before.id}",
                    )
                    yield document.finding(REC005, heading.line, 1, message, ORDER)


def _end_before(page: Page, document: Document, id_: str) -> int:
    """The last line of text of the section after which a missing one belongs; 0 where it is to be the first."""
    before = page.prose[: list(page.prose).index(id_)]
    blocks = (block for block in document.scan.blocks if block.section in before)
    return max((line for block in blocks for line in (block.line, *(run.line for run in block.runs))), default=0)


def _wrong_section(heading: Heading, wanted: str | None) -> tuple[Said, Said]:
    """The message and the hint for a section whose heading is not the `wanted` one, or that no record has."""
    if wanted is None:
        message = Said(f"unknown section {heading.id}", f"section inconnue : {heading.id}")
        return message, did_you_mean(heading.id or "", PROSE, SECTIONS)
    message = Said(f"the section {heading.id} has another heading", f"la section {heading.id} a un autre titre")
    return message, Said(f"write {wanted}", f"écrivez {wanted}")


def silence_is_said(corpus: Corpus) -> Iterator[Finding]:
    """Where the policy is silent, the section says so in the agreed words, and is never left empty."""
    for page in corpus.records:
        for document in page.documents.values():
            silence = agreed(corpus, page, document.language)
            hint = Said(f"write “{silence}”", f"écrivez « {silence} »")
            for id_, line, _, text in sections(document):
                if not text.strip():
                    message = Said(f"the section {id_} is empty", f"la section {id_} est vide")
                    yield document.finding(REC006, line, 1, message, hint)
                elif (match := SILENCE.search(text)) and silence not in text:
                    line += 1 + text.count("\n", 0, match.start())
                    column = match.start() - text.rfind("\n", 0, match.start())
                    message = Said(
                        f"the section {id_} is silent in other words",
                        f"la section {id_} dit le silence de la politique en d'autres mots",
                    )
                    yield document.finding(REC006, line, column, message, hint)


CHECKS = (prose_sections, silence_is_said)
