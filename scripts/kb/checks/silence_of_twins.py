"""One fault, one finding, in the two languages of a page: what a fault of one brings with it is held back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from kb.checks.figures import FCT005, FCT006
from kb.checks.linked_files import LNK003, LNK004, PAR018
from kb.checks.links import LNK001, LNK010
from kb.checks.numbering import FCT007
from kb.checks.parity import PAR001, PAR002, PAR003, PAR004, PAR006, PAR007
from kb.checks.record_prose import missing_sections
from kb.checks.sources import SRC001
from kb.checks.spelling import SPL001, SPL002
from kb.checks.synonyms import SYN001
from kb.checks.twins import PAR010, PAR011, PAR012, PAR013
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding
from kb.published.promises import LED001
from kb.text.answers import SENTENCE_END
from kb.text.twins import sections

# These say that a link is wrong.
WRONG_LINK = frozenset({FCT007, LNK001, LNK003, LNK004, LNK010})
# What these say of a section of one language depends on its twin.
OF_SECTIONS = frozenset({PAR002, PAR003, PAR007, PAR010, PAR011, PAR012, PAR013, PAR018})
# What these say of a sentence that one language has more, the plainest first.
OF_SENTENCES = (PAR007, PAR018, PAR003, PAR013, PAR012)
# What is said of the language of a text, of which one finding is enough where the whole is of the other language.
OF_LANGUAGE = ("PAR004", "PAR012", "PAR013", "PEN", "SPL001", "TYP", "CON")
# What these say rests on the words of every text of a language.
OF_BOTH = frozenset({FCT005, FCT006, SYN001, SPL002})
FEWEST = 3  # blocks


def of_sections(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """How a section differs from its twin, where a link in it is wrong, or one of the two was not read as it is."""
    lines = {(one.path, one.line) for one in found if one.code in WRONG_LINK or one.code.startswith("DIA")}
    lopsided, unlike = _lopsided(corpus, _foreign(corpus, found)), _beside(corpus, lines)
    return (
        one for one in found if one.code in OF_SECTIONS and (one.path in lopsided or (one.path, one.line) in unlike)
    )


def of_sentences(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What a sentence that one language has more brings after its first finding: a link, a figure, a « doit »."""
    told = [one for one in found if one.code in OF_SENTENCES]
    for places in _longer(corpus) if len(told) > 1 else ():
        here = [one for one in told if (one.path, one.line) in places]
        yield from sorted(here, key=lambda one: (OF_SENTENCES.index(one.code), one))[1:]


def of_language(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What is said of the words of a text that is in the other language as a whole, after the first finding."""
    foreign = _foreign(corpus, found)
    for one in found:
        of_text = one.path in foreign and one.code.startswith(OF_LANGUAGE) and one != foreign[one.path]
        if of_text or (foreign and one.code in OF_BOTH):
            yield one


def of_pages(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What the ledger says of a page that lost a language, and what a page that names no source says of its twin."""
    told = {one.code for one in found}
    lost = {
        document.path
        for page in (corpus.authored if LED001 in told else ())
        if page.published.keys() - page.documents.keys()
        for document in page.documents.values()
    }
    sourceless = with_twins(corpus, {(one.path, one.line) for one in found if one.code == SRC001})
    for one in found:
        if (one.code in (PAR001, SPL001) and one.path in lost) or (one.code == PAR006 and one.path in sourceless):
            yield one


def with_twins(corpus: Corpus, lines: set[tuple[str, int]]) -> set[str]:
    """The files of the lines, and those of the same pages in the other language."""
    paths = {path for path, _ in lines}
    twins = ([document.path for document in page.documents.values()] for page in corpus.pages.values())
    return {path for own in twins if paths.intersection(own) for path in own} if paths else set()


def _longer(corpus: Corpus) -> Iterator[set[tuple[str, int]]]:
    """The lines, by path and number, of each block that has more sentences than its twin."""
    for section in (section for section in sections(corpus) if section.same_shape):
        for pair in zip(*section.blocks, strict=True):
            fr, en = (len(SENTENCE_END.findall(block.text)) for block in pair)
            if fr != en:
                longer = int(fr < en)
                yield {(section.documents[longer].path, run.line) for run in pair[longer].runs}


def _foreign(corpus: Corpus, found: set[Finding]) -> dict[str, Finding]:
    """The texts most of whose blocks are in the other language → the finding that says it of the whole."""
    told: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        if one.code == PAR004:
            told[one.path].append(one)
    first: dict[str, Finding] = {}
    for _, document in corpus.documents():
        wrong = sorted(told[document.path])
        if len(wrong) >= FEWEST and 2 * len(wrong) > sum(bool(block.text) for block in document.scan.blocks):
            first[document.path] = wrong[0]
    return first


def _lopsided(corpus: Corpus, foreign: Collection[str]) -> set[str]:
    """The texts whose sections cannot be compared.

    One lacks a section (REC005) or the id of a heading (IDS004), or is in the language of the other (PAR004).
    """
    return {
        document.path
        for page in corpus.pages.values()
        if any(
            document.path in foreign or _nameless(document) or missing_sections(page, document)
            for document in page.documents.values()
        )
        for document in page.documents.values()
    }


def _beside(corpus: Corpus, lines: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """The lines, by path and number, of the sections that hold one of the lines in either language."""
    found = set()
    for section in sections(corpus) if lines else ():
        own = {
            (document.path, line)
            for document, blocks in zip(section.documents, section.blocks, strict=True)
            for block in blocks
            for line in (block.line, *(run.line for run in block.runs))
        }
        if own & lines:
            found |= own
    return found


def _nameless(document: Document) -> bool:
    return any(heading.id is None and heading.level > 1 for heading in document.scan.headings)
