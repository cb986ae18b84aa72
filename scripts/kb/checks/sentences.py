"""Sentences: each starts and ends as one, and is said once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kb.checks.slips import PEN006
from kb.formats.markdown import Block, plain
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding
from kb.model.interface import INTERFACE
from kb.model.rule import Rule, Said
from kb.text.prose import Prose, front_matter, strings

PEN011 = Rule(
    "PEN011",
    "A sentence, paragraph or definition ends as one, the items of a list alike, a phrase without a sign.",
    "Une phrase, un paragraphe ou une définition se termine comme il se doit, les éléments d'une liste tous de la "
    "même façon, et un simple groupe de mots sans signe.",
    "Readers would wonder whether a part of the text is missing.",
    "On se demanderait s'il manque une partie du texte.",
)

PEN012 = Rule(
    "PEN012",
    "A sentence is not said twice: in one list or section, or anywhere if it is long.",
    "Une phrase n'est pas dite deux fois : ni dans une même liste ou section, ni où que ce soit si elle est longue.",
    "Readers lose time, and an editor who corrects one copy would forget the other.",
    "On perd du temps à lire, et qui corrige une copie oublierait l'autre.",
)


NOTES = re.compile(r"\[[^\]]*\]\[note-[\w-]+\]")
INITIALS = re.compile(r"\b[A-Z]\.$")
END = re.compile(r"[.!?…:][»”\")\] \u00a0]*$")
# Keys of YAML whose texts are phrases that a table or a sentence takes up; the other texts are sentences.
PHRASES = {"principles", "models", "milestones", "partners", "qualifier", "silent"}
TITLES = {("title",), ("nav_title",)}  # of pages and records; a publication's may end with a sign
SENTENCE = re.compile(r"[.!?;] +")
# What starts a sentence, and stands in capital after a small word where the sign between the two is lost.
STARTS = {
    "fr": re.compile(r"[a-zà-ÿœ] (?P<at>L['’](?=\w)|(?:Les?|La|Une?|Des|Ils?|Elles?|Ce|Cet|Cette|Ces|En)(?= ))"),
    "en": re.compile(r"[a-zà-ÿœ] (?P<at>(?:The|It|They|This|These|That|Those)(?= ))"),
}
# Words from which a sentence is said twice: phrases may well recur.
SAME_BLOCK, SAME_SECTION, ANYWHERE, IN_YAML = 3, 6, 16, 8
COPY = 3  # sentences that two files share from which one is a copy

ADD = Said("add it", "ajoutez-le")
ADD_OR_LIST = Said(
    "add it, write a small letter, or list the name in docs/words.yml",
    "ajoutez-le, écrivez une minuscule, ou inscrivez le nom dans docs/words.yml",
)
NO_STOP = Said("no full stop at the end", "pas de point à la fin"), ADD
SPARE_STOP = Said("a full stop after a phrase", "un point après un groupe de mots"), Said("remove it", "retirez-le")
SPARE_SIGN = Said("a sign at the end of a heading", "un signe à la fin d'un titre"), Said("remove it", "retirez-le")
NOTHING_FOLLOWS = (
    Said("nothing follows the colon", "rien ne suit le deux-points"),
    Said("write what it announces, or end with a full stop", "écrivez ce qu'il annonce, ou finissez par un point"),
)
ONCE = Said("keep it once", "ne le dites qu'une fois")


def beginnings(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph starts with no small letter."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            if block.kind == "paragraph" and block.source[:1].islower():
                message = Said("the paragraph starts with a small letter", "le paragraphe commence par une minuscule")
                hint = Said("write a capital", "écrivez une majuscule")
                yield document.finding_in(block, 0, PEN006, message, hint)


def endings(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph ends as a sentence; the items of a list end alike, the last one of « ; » with a full stop."""
    for _, document in corpus.documents():
        images = {link.line for link in document.scan.links if link.alone}
        for block in document.scan.blocks:
            if block.kind == "paragraph" and block.line not in images and not _ends(block):
                message = Said("the paragraph ends without a full stop", "le paragraphe finit sans point")
                yield _at_end(document, block, message, ADD)
            if block.kind == "heading" and block.text.endswith((".", ":", ";", ",")):
                yield document.finding(PEN011, block.line, block.column, *SPARE_SIGN)
        items = (block for block in document.scan.blocks if block.kind == "item")
        for _, group in groupby(sorted(items, key=lambda block: block.group), key=lambda block: block.group):
            yield from _odd_items(document, [block for block in group if _ending(block) != ":"])


def nothing_announced(corpus: Corpus) -> Iterator[Finding]:
    """What a paragraph or item that ends in a colon announces follows it: a list, table, quotation or picture."""
    for page, document in corpus.documents():
        images = {link.line for link in document.scan.links if link.alone}
        blocks = document.scan.blocks
        for index, block in enumerate(blocks):
            if block.kind in ("paragraph", "item") and block.source.endswith(":"):
                after = blocks[index + 1] if index + 1 < len(blocks) else None
                announced = page.generated if after is None else _can_follow(after, images)
                if not announced:
                    yield _at_end(document, block, *NOTHING_FOLLOWS)


def _can_follow(block: Block, images: set[int]) -> bool:
    return block.kind != "heading" and (block.kind != "paragraph" or block.line in images)


def _ends(block: Block) -> bool:
    return block.source[-1:] in ".:?!" or bool(END.search(_said(block)))


def _said(block: Block) -> str:
    return plain(NOTES.sub("", block.source))


def _ending(block: Block) -> str:
    """How an item ends: « . » for any end of a sentence, « ; », « : », or nothing after a name (or its initials)."""
    sign = block.source[-1:]
    if sign not in ".:;":
        sign = _said(block).rstrip('»”")] ')[-1:]
    if sign == "." and INITIALS.search(block.source):
        return ""
    sign = "." if sign in tuple("?!…") else sign
    return sign if sign in tuple(".:;") else ""


def _odd_items(document: Document, items: list[Block]) -> Iterator[Finding]:
    ends = [_ending(item) for item in items]
    usual = max((";", ".", ""), key=(ends[:-1] if ";" in ends else ends).count)
    for item, end in zip(items, ends, strict=True):
        wanted = "." if usual == ";" and item is items[-1] else usual
        if end != wanted:
            shown = Said(f"with {wanted}", f"par « {wanted} »") if wanted else Said("without a sign", "sans signe")
            message = Said(
                f"the item does not end {shown}, as its list does",
                f"l'élément de liste devrait finir {shown.fr}, comme les autres de sa liste",
            )
            yield _at_end(document, item, message, Said("end it as the others", "terminez-le comme les autres"))


def _at_end(document: Document, block: Block, message: Said, hint: Said) -> Finding:
    return document.finding_in(block, len(block.source) - 1, PEN011, message, hint)


def run_together(corpus: Corpus) -> Iterator[Finding]:
    """No article stands in capital after a small word, as where a full stop is lost, but in a name or quotation."""
    listed = {word for item in corpus.words for word in item.value.words}
    texts = (prose for prose in (*strings(corpus), *front_matter(corpus)) if prose.path != INTERFACE)
    names = listed | {prose.text for prose in texts if prose.name}
    for prose in _plain_runs(corpus):
        text = prose.text
        for match in STARTS[prose.language].finditer(text):
            at = match.start("at")
            quoted = any(text.count(one, 0, at) > text.count(two, 0, at) for one, two in ("«»", "“”"))
            if not quoted and not any(name in text[max(at - len(name) + 1, 0) : at + len(name)] for name in names):
                message = Said(
                    f"no full stop before {match['at']}, where a sentence seems to start",
                    f"pas de point avant {match['at']}, où une phrase semble commencer",
                )
                yield prose.finding(PEN011, at, message, ADD_OR_LIST)


def _plain_runs(corpus: Corpus) -> Iterator[Prose]:
    """The runs of prose that no name, heading, link, emphasis or other language holds."""
    for _, document in corpus.documents():
        lines = document.text.split("\n")
        for text in document.scan.texts:
            marked = text.column > 1 and lines[text.line - document.first_line][text.column - 2] in "*_"
            if not (text.heading or text.linked or text.language or (marked and text.text[0] != " ")):
                yield Prose(text.text, document.language, document.path, text.line, text.column)
    yield from (prose for prose in (*strings(corpus), *front_matter(corpus)) if not prose.name)


def endings_in_yaml(corpus: Corpus) -> Iterator[Finding]:
    """A summary, definition or other sentence of YAML ends as one; a phrase that a table takes up does not."""
    for prose in (*strings(corpus), *front_matter(corpus)):
        if prose.name:
            if prose.key in TITLES and prose.text.endswith((".", ":", ";", ",")):
                yield prose.finding(PEN011, len(prose.text) - 1, *SPARE_SIGN)
            continue
        is_phrase = prose.path == "docs/milestones.yml" or not PHRASES.isdisjoint(prose.key)
        if is_phrase == bool(END.search(prose.text)):
            yield prose.finding(PEN011, len(prose.text) - 1, *(SPARE_STOP if is_phrase else NO_STOP))


def said_twice(corpus: Corpus) -> Iterator[Finding]:
    """A sentence stands once in a list, paragraph or section; a long one, and a text of YAML, once in its language.

    A file that says many of another again is one finding: a copy.
    """
    shared: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding, other in (*_again(corpus), *_again_in_yaml(corpus)):
        shared[finding.path, other].append(finding)
    for (path, other), found in shared.items():
        if path != other and len(found) >= COPY:
            message = Said(
                f"{len(found)} sentences also stand in {other}: is it a copy?",
                f"{len(found)} phrases se trouvent aussi dans {other} : est-ce une copie?",
            )
            yield replace(found[0], message=message, hint=Said("rewrite it", "réécrivez ce texte"))
        else:
            yield from found


def _again(corpus: Corpus) -> Iterator[tuple[Finding, str]]:
    """Each sentence of Markdown that is said again, and the file that says it first."""
    first: dict[tuple[object, str], tuple[str, int]] = {}
    for document, section, block in _told(corpus):
        for sentence, offset in _sentences(block.source):
            said = sentence.rstrip(" \u00a0.;")
            words = said.count(" ") + 1
            if words < SAME_BLOCK and not (block.kind == "item" and said and sentence == block.source):
                continue
            block_or_list = (document.path, block.group or block.line)
            near = block_or_list if words < SAME_SECTION else (document.path, section)
            place = (document.path, block.line)
            where = first.setdefault((near if words < ANYWHERE else document.language, said), place)
            if where is not place:
                there = "{}:{}".format(*where)
                message = Said(f"this sentence also stands at {there}", f"cette phrase se trouve aussi à {there}")
                yield document.finding_in(block, offset, PEN012, message, ONCE), where[0]


def rows_twice(corpus: Corpus) -> Iterator[Finding]:
    """A row stands once in the tables of a section."""
    for _, document in corpus.documents():
        cells = [block for block in document.scan.blocks if block.kind == "cell" and "td" in block.within]
        first: dict[tuple[str | None, ...], int] = {}
        for line, group in groupby(cells, key=lambda cell: cell.line):
            row = list(group)
            said = (row[0].section, *(cell.source for cell in row))
            if any(said[1:]) and first.setdefault(said, line) != line:
                there = f"{document.path}:{first[said]}"
                message = Said(f"this row also stands at {there}", f"cette rangée se trouve aussi à {there}")
                yield document.finding(PEN012, row[0].line, row[0].column, message, ONCE)


def _again_in_yaml(corpus: Corpus) -> Iterator[tuple[Finding, str]]:
    first: dict[tuple[str, str], tuple[str, int, KeyPath]] = {}
    for prose in strings(corpus):
        if not prose.name and prose.text.count(" ") >= IN_YAML:
            place = (prose.path, prose.line, prose.key)
            where = first.setdefault((prose.language, prose.text), place)
            if where is not place and not where[2] == prose.key == ("summary",):  # PAR015 says that
                there = "{}:{}".format(*where[:2])
                message = Said(f"this text also stands at {there}", f"ce texte se trouve aussi à {there}")
                yield prose.finding(PEN012, 0, message, ONCE), where[0]


def _told(corpus: Corpus) -> Iterator[tuple[Document, str | None, Block]]:
    """The blocks that hold sentences, each with the section that it stands in."""
    for _, document in corpus.documents():
        ids = {heading.line: heading.id for heading in document.scan.headings}
        section = None
        for block in document.scan.blocks:
            section = ids.get(block.line, section)
            if block.kind in ("paragraph", "quote", "item"):
                yield document, section, block


def _sentences(source: str) -> Iterator[tuple[str, int]]:
    start = 0
    for match in SENTENCE.finditer(source):
        yield source[start : match.start() + 1], start
        start = match.end()
    yield source[start:], start


CHECKS = (beginnings, endings, nothing_announced, run_together, endings_in_yaml, rows_twice, said_twice)
