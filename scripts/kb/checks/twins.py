"""Twins: each paragraph, item, cell and text says what its twin in the other language says.

One fault gives one finding: where headings (PAR002), blocks (PAR010), figures (PAR003) or links (PAR007) differ, what
this brings with it is not reported as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.parity import NAMES, is_other_language
from kb.formats.markdown import Block
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.answers import Unanswered, unanswered
from kb.text.facts import figures, numbers
from kb.text.prose import Prose
from kb.text.twins import SectionPair, sections, texts

PAR010 = Rule(
    "PAR010",
    "Both languages of a section have the same paragraphs, list items and table cells.",
    "Les deux langues d'une section ont les mêmes paragraphes, éléments de liste et cellules de tableau.",
    "Something said in one language would be missing for readers of the other.",
    "Une chose dite dans une langue manquerait dans l'autre.",
)

PAR011 = Rule(
    "PAR011",
    "The paragraphs and items of a section stand in the same order, with the same figures and links in each.",
    "Les paragraphes et les éléments d'une section sont dans le même ordre, avec les mêmes chiffres et les mêmes "
    "liens dans chacun.",
    "People who compare the two texts in class or in a meeting would lose their way.",
    "Qui compare les deux textes en classe ou en réunion s'y perdrait.",
)

PAR012 = Rule(
    "PAR012",
    "Both languages say a thing with the same strength: modality, negation, condition.",
    "Les deux langues disent une chose avec la même force : modalité, négation, condition.",
    "What is a duty in one language could pass for a mere possibility in the other.",
    "Un devoir dans une langue pourrait passer pour une simple possibilité dans l'autre.",
)

PAR013 = Rule(
    "PAR013",
    "Both languages say the same numbers in words.",
    "Les deux langues disent les mêmes nombres en toutes lettres.",
    "A slip such as three for four would go unnoticed by everyone who reads only one version.",
    "Une erreur comme trois pour quatre échapperait à qui ne lit qu'une version.",
)


KINDS = {
    "admonition_title": Said("title of a note", "titre d'une note"),
    "heading": Said("heading", "titre"),
    "th": Said("table cell", "cellule"),
    "td": Said("table cell", "cellule"),
    "blockquote": Said("quotation", "citation"),
    "list_item": Said("list item", "élément de liste"),
    "fence": Said("block of code", "bloc de code"),
    "code_block": Said("block of code", "bloc de code"),
    "html_block": Said("block of HTML", "bloc HTML"),
}
PARAGRAPH = Said("paragraph", "paragraphe")
SAME_BLOCKS = Said(
    "write it there too, or remove it here; both languages have the same paragraphs, items and rows",
    "écrivez-le là aussi, ou retirez-le ici; les deux langues ont les mêmes paragraphes, éléments et rangées",
)
SAME_ORDER = Said(
    "put them in the same order in both languages, with the same figures and links in each",
    "suivez le même ordre dans les deux langues, avec les mêmes chiffres et les mêmes liens dans chaque bloc",
)
ASK = Said("ask it in both languages, or in neither", "posez-la dans les deux langues, ou dans aucune")
MOST = 8  # blocks of a section that are tried in another order


def same_blocks(corpus: Corpus) -> Iterator[Finding]:
    """Both languages of a section have the same paragraphs, list items and table cells."""
    for section in sections(corpus):
        bare = section.page.prose and 1 in map(len, section.blocks)  # REC006 says what an empty section lacks
        if not section.same_shape and not bare:
            yield from _odd_one(section)


def _odd_one(section: SectionPair) -> Iterator[Finding]:
    """Where the longer language has what the other lacks: there the rest fits best."""
    longer = int(len(section.blocks[0]) <= len(section.blocks[1]))
    here, there = section.blocks[longer], section.blocks[1 - longer]
    surplus = len(here) - len(there)
    first = next((i for i, (a, b) in enumerate(zip(here, there, strict=False)) if a.within != b.within), len(there))
    rests = {at: here[:at] + here[at + surplus :] for at in range(first, -1, -1)}
    fits = {at: rest for at, rest in rests.items() if _kinds(rest) == _kinds(there)} if surplus else {}
    misfits = {at: _misfits((rest, there) if longer == 0 else (there, rest)) for at, rest in fits.items()}
    block = here[min(misfits, key=misfits.__getitem__, default=first)]
    document, other = section.documents[longer], section.documents[1 - longer]
    if is_other_language(block.text, document.language) or (block.text and _texts(here).count(block.text) > 1):
        return  # PAR004 or PEN012 says it
    yield document.finding(PAR010, block.line, block.column, _lacking(_kind(block), surplus, other.path), SAME_BLOCKS)


def _lacking(what: Said, surplus: int, path: str) -> Said:
    if not surplus:
        return Said(f"{path} has no {what} in this place", f"{what.fr} sans équivalent à cet endroit dans {path}")
    if surplus == 1:
        return Said(f"this {what} has no twin in {path}", f"{what.fr} sans équivalent dans {path}")
    after = "le bloc qui suit" if surplus == 2 else f"les {surplus - 1} blocs qui suivent"
    return Said(
        f"this {what} and the {surplus - 1} after it have no twin in {path}",
        f"{what.fr} sans équivalent dans {path}, de même que {after}",
    )


def _texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]


def _kinds(blocks: list[Block]) -> list[tuple[str, ...]]:
    return [block.within for block in blocks]


def _kind(block: Block) -> Said:
    return next((KINDS[part] for part in reversed(block.within) if part in KINDS), PARAGRAPH)


def _misfits(blocks: tuple[list[Block], list[Block]]) -> tuple[int, int]:
    """How many pairs do not agree, and how much their lengths differ."""
    pairs = list(zip(*blocks, strict=True))
    return sum(not _agree(*pair) for pair in pairs), sum(abs(len(fr.text) - len(en.text)) for fr, en in pairs)


def same_meaning(corpus: Corpus) -> Iterator[Finding]:
    """Twins say the same with the same strength and numbers, and stand in the same order."""
    for section in sections(corpus):
        if section.same_shape:
            yield from _of_section(section)
    for fr, en in texts(corpus):
        if (
            fr.text != en.text
            and "{{" not in fr.text + en.text
            and numbers(fr.text, "fr").keys() == numbers(en.text, "en").keys()
        ):
            yield from _of_texts(fr, en)


def same_questions(corpus: Corpus) -> Iterator[Finding]:
    """What one language asks, the other does not state."""
    for section in (section for section in sections(corpus) if section.same_shape):
        asked = [[block.text.count("?") for block in blocks] for blocks in section.blocks]
        if sum(asked[0]) == sum(asked[1]):
            continue
        pair = next(i for i, (one, other) in enumerate(zip(*asked, strict=True)) if one != other)
        blocks = [section.blocks[side][pair] for side in (0, 1)]
        if not any(is_other_language(block.text, code) for block, code in zip(blocks, LANGUAGES, strict=True)):
            here = int(asked[1][pair] < asked[0][pair])
            where = f"{section.documents[1 - here].path}:{blocks[1 - here].line}"
            message = Said(
                f"{where} asks a question, and nothing here does", f"une question de {where} n'en est pas une ici"
            )
            yield section.documents[here].finding(PAR012, blocks[here].line, blocks[here].column, message, ASK)


def _of_section(section: SectionPair) -> Iterator[Finding]:
    pairs = [pair for pair in zip(*section.blocks, strict=True) if not _agree(*pair)]
    if len(pairs) > 1 and _reordered(*zip(*pairs, strict=True)):
        yield elsewhere(section, *pairs[0])
        return
    for fr, en in pairs:
        found = unanswered(fr.text, en.text)
        if _facts(fr, "fr")[0] != _facts(en, "en")[0]:
            found = [one for one in found if not one.is_number]
        if found and not (is_other_language(fr.text, "fr") or is_other_language(en.text, "en")):
            here = LANGUAGES.index(found[0].language)
            where = f"{section.documents[1 - here].path}:{(en, fr)[here].line}"
            yield section.documents[here].finding(*_explained(found[0], _place((fr, en)[here], found[0]), where))
    if pairs and _facts_of(section.blocks[0], "fr") == _facts_of(section.blocks[1], "en"):
        moved = [pair for pair in pairs if _facts(pair[0], "fr") != _facts(pair[1], "en")]
        if moved:
            yield elsewhere(section, *moved[0])


def _of_texts(fr: Prose, en: Prose) -> Iterator[Finding]:
    found = unanswered(fr.text, en.text)
    if found and not (is_other_language(fr.text, "fr") or is_other_language(en.text, "en")):
        here, other = (fr, en) if found[0].language == "fr" else (en, fr)
        code, _, _, message, hint = _explained(found[0], (0, 0), f"{other.path}:{other.line}")
        yield here.finding(code, found[0].offset, message, hint)


def _explained(one: Unanswered, place: tuple[int, int], where: str) -> tuple[str, int, int, Said, Said]:
    """The code, place, message and hint of a phrase that has no answer at `where`."""
    guillemets = f"« {one.phrase} »"
    phrase, other = (guillemets, NAMES["en"]) if one.language == "fr" else (f"“{one.phrase}”", NAMES["fr"])
    hint = Said(
        f"in {other}, one of these does: {one.answers}", f"en {other.fr}, l'un de ceux-ci y répond : {one.answers}"
    )
    if one.is_number:
        message = Said(
            f"{phrase} is a number that {where} does not say", f"{guillemets} est un nombre que {where} ne dit pas"
        )
        return PAR013, *place, message, hint
    message = Said(f"nothing in {where} answers {phrase}", f"rien dans {where} ne répond à {guillemets}")
    return PAR012, *place, message, hint


def elsewhere(section: SectionPair, fr: Block, en: Block) -> Finding:
    kind, there = _kind(en), f"{section.documents[0].path}:{fr.line}"
    message = Said(
        f"this {kind} does not answer the one at {there}", f"{kind.fr} qui ne répond pas à ce qui se trouve à {there}"
    )
    return section.documents[1].finding(PAR011, en.line, en.column, message, SAME_ORDER)


def _place(block: Block, one: Unanswered) -> tuple[int, int]:
    """Where the phrase stands: in the first run of text that holds it, or where the block starts."""
    phrase = re.compile(rf"(?<!\w){re.escape(one.phrase)}(?!\w)")
    for run in block.runs:
        if match := phrase.search(run.text.lower().replace("’", "'")):
            return run.line, run.column + match.start()
    return block.line, block.column


def _facts(block: Block, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The figures, months among them, and the links of a block."""
    stated = {number for run in block.runs for number in figures(run.text, run.language or language)}
    return frozenset(stated), frozenset(block.refs)


def _facts_of(blocks: list[Block], language: str) -> list[frozenset[str]]:
    """The figures and the links of several blocks."""
    return [frozenset().union(*facts) for facts in zip(*(_facts(block, language) for block in blocks), strict=True)]


def _agree(fr: Block, en: Block) -> bool:
    if "{" in fr.text + en.text:
        return True  # PAR008 says that a count is misspelt
    if _facts(fr, "fr") != _facts(en, "en"):
        return False
    return not (fr.text and en.text) or fr.text == en.text or not unanswered(fr.text, en.text)


def _reordered(french: tuple[Block, ...], english: tuple[Block, ...]) -> bool:
    """Whether the same blocks would all agree in another order."""
    if len(french) > MOST:
        return False
    if not french:
        return True
    first, rest = french[0], french[1:]
    return any(
        first.within == other.within and _agree(first, other) and _reordered(rest, english[:i] + english[i + 1 :])
        for i, other in enumerate(english)
    )


CHECKS = (same_blocks, same_meaning, same_questions)
