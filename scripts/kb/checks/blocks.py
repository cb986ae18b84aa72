"""Blocks of text as wholes: what opens closes, what is a sentence ends as one, nothing stands there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from kb.corpus import Corpus, Document
from kb.finding import Finding
from kb.language.reading import all_passages
from kb.markdown import ATTRIBUTES, Block, plain
from kb.mdparser import MD, EveryLabel
from kb.prose import front_matter, strings

FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})(.*)$")
BRACKETS = {")": "(", "]": "["}
# An enumerator takes a closing parenthesis alone: « a) », “1)”.
BRACKET = re.compile(r"[(\[\])]")
ENUMERATOR = re.compile(r"(?:^|[\s(])(?:[a-z]|\d)$")
QUOTES = re.compile(r"[“”]|\"")
SIGNS = frozenset("*_`")
SIGN = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
HIDDEN = re.compile(r"\\.|\]\([^)\n]*\)|\]\[[^\]\n]*\]|" + ATTRIBUTES.pattern)
EVEN = re.compile(r"(\*\*|[*`])(?=\S)([^*`]+)(?<=\S)\1")
NOTES = re.compile(r"\[[^\]]*\]\[note-[\w-]+\]")
INITIALS = re.compile(r"\b[A-Z]\.$")
END = re.compile(r"[.!?…:][»”\")\] \u00a0]*$")
# What each text of YAML is by its key: sentences that end, or phrases that a table or a sentence takes up.
SENTENCES = {"summary", "idea", "mechanism", "caution", "definition", "caption", "description"}
PHRASES = {"principles", "models", "milestones", "partners"}
SAME_SECTION, ANYWHERE, IN_YAML = 6, 16, 8  # words from which a sentence is said twice
SENTENCE = re.compile(r"[.!?;] +")


def fences(corpus: Corpus) -> Iterator[Finding]:
    """A fence of code is closed."""
    for _, document in corpus.documents():
        opened = None
        for row, line in (
            enumerate(document.text.split("\n")) if "```" in document.text or "~~~" in document.text else ()
        ):
            match = FENCE.match(line)
            if match and not opened:
                opened = row, match[1]
            elif match and match[1].startswith(opened[1]) and not match[2].strip():
                opened = None
        if opened:
            yield document.finding(
                "PEN007", document.first_line + opened[0], 1, "the fence is never closed", f"close it with {opened[1]}"
            )


def brackets(corpus: Corpus) -> Iterator[Finding]:
    """Each parenthesis and bracket has its other half in the same block."""
    for passage in all_passages(corpus):
        opened: list[re.Match] = []
        for match in BRACKET.finditer(passage.text):
            if match[0] not in BRACKETS:
                opened.append(match)
            elif opened and opened[-1][0] == BRACKETS[match[0]]:
                opened.pop()
            elif not ENUMERATOR.search(passage.text[: match.start()]):
                yield passage.finding(
                    "PEN008", match.start(), f"{match[0]} closes nothing", "add the other half, or remove it"
                )
                opened.clear()
        for match in opened[:1]:
            yield passage.finding("PEN008", match.start(), f"{match[0]} is never closed", "close it, or remove it")


def quotes(corpus: Corpus) -> Iterator[Finding]:
    """Quotation marks come in pairs: “ ” everywhere, straight ones in English; French has its guillemets in TYP002."""
    for passage in all_passages(corpus):
        opened: re.Match | None = None
        for match in QUOTES.finditer(passage.text):
            if match[0] == '"' and passage.language == "fr":
                continue  # TYP001
            closes = match[0] == "”" or (match[0] == '"' and opened and opened[0] == '"')
            if closes == (opened is None):
                at = (opened or match).start()
                yield passage.finding(
                    "PEN009", at, "a quotation mark without its other half", "add it, or remove this one"
                )
                opened = None
                break
            opened = None if closes else match
        if opened:
            yield passage.finding("PEN009", opened.start(), "a quotation mark that stays open", "close it")


def emphasis(corpus: Corpus) -> Iterator[Finding]:
    """No star, underscore or backtick is left over: each opens or closes emphasis or code."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            if not SIGNS.intersection(block.source):
                continue
            rest = HIDDEN.sub(_blank, block.source)
            for _ in range(2):  # what stands inside what
                rest = EVEN.sub(lambda match: f"{_blank(match[1])}{match[2]}{_blank(match[1])}", rest)
            for match in SIGN.finditer(rest) if SIGN.search(rest) and _left_over(block.source) else ():
                message = f"{match[0]} opens or closes nothing"
                yield _in_block(
                    document, block, match.start(), "PEN010", message, "close it, or write it with a \\ before"
                )
                break


def _blank(match: re.Match | str) -> str:
    return " " * len(match if isinstance(match, str) else match[0])


@lru_cache(1024)
def _left_over(source: str) -> bool:
    """Whether CommonMark reads a sign of emphasis or code in the source as text."""
    tokens = []
    MD.inline.parse(source, MD, {"references": EveryLabel()}, tokens)
    return any(token.type == "text" and SIGN.search(token.content) for token in tokens)


def _in_block(document: Document, block: Block, offset: int, code: str, message: str, hint: str) -> Finding:
    """A finding at an offset of a block's source, whose lines lost their indentation and markers."""
    before = block.source[:offset]
    row = block.line + before.count("\n")
    content = block.source.split("\n")[before.count("\n")]
    column = document.text.split("\n")[row - document.first_line].find(content) + len(before) - before.rfind("\n")
    return document.finding(code, row, max(column, 1), message, hint)


def endings(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph ends as a sentence; the items of a list end alike, the last one of « ; » with a full stop."""
    for _, document in corpus.documents():
        images = {link.line for link in document.scan.links if link.alone}
        for block in document.scan.blocks:
            if block.kind == "paragraph" and block.line not in images and not _ends(block):
                yield _at_end(document, block, "the paragraph ends without a full stop", "add it")
        items = (block for block in document.scan.blocks if block.kind == "item")
        for _, group in groupby(sorted(items, key=lambda block: block.group), key=lambda block: block.group):
            yield from _odd_items(document, [block for block in group if _ending(block) != ":"])


def beginnings(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph starts with no small letter."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            if block.kind == "paragraph" and block.source[0].islower():
                message, hint = "the paragraph starts with a small letter", "write a capital"
                yield _in_block(document, block, 0, "PEN006", message, hint)


def _ends(block: Block) -> bool:
    return block.source[-1] in ".:?!" or bool(END.search(_said(block)))


def _said(block: Block) -> str:
    return plain(NOTES.sub("", block.source))


def _ending(block: Block) -> str:
    """How an item ends: « . » for any end of a sentence, « ; », « : », or nothing after a name (or its initials)."""
    sign = block.source[-1]
    if sign not in ".:;":
        sign = _said(block).rstrip('»”")] ')[-1:]
    if sign == "." and INITIALS.search(block.source):
        return ""
    return "." if sign in tuple("?!…") else sign if sign in tuple(".:;") else ""


def _odd_items(document: Document, items: list[Block]) -> Iterator[Finding]:
    ends = [_ending(item) for item in items]
    usual = max((";", ".", ""), key=(ends[:-1] if ";" in ends else ends).count)
    for item, end, last in zip(items, ends, [*[False] * (len(ends) - 1), True], strict=True):
        wanted = "." if usual == ";" and last else usual
        if end != wanted:
            shown = f"with {wanted}" if wanted else "without a sign"
            yield _at_end(document, item, f"the item does not end {shown}, as its list does", "end it as the others")


def _at_end(document: Document, block: Block, message: str, hint: str) -> Finding:
    return _in_block(document, block, len(block.source) - 1, "PEN011", message, hint)


def endings_in_yaml(corpus: Corpus) -> Iterator[Finding]:
    """A summary, definition or other sentence of YAML ends as one; a phrase that a table takes up does not."""
    for prose in (*strings(corpus), *front_matter(corpus)):
        phrase = not PHRASES.isdisjoint(prose.key) or prose.path == "docs/milestones.yml"
        sentence = not phrase and not prose.name and "qualifier" not in prose.key
        if sentence != bool(END.search(prose.text)) and not prose.name:
            message, hint = (
                ("no full stop at the end", "add it") if sentence else ("a full stop after a phrase", "remove it")
            )
            yield prose.finding("PEN011", len(prose.text) - 1, message, hint)


def said_twice(corpus: Corpus) -> Iterator[Finding]:
    """A sentence stands once in a section; a long one, and a text of YAML, once in its language."""
    first: dict[tuple, str] = {}
    for document, section, block in _told(corpus):
        for sentence, offset in _sentences(block.source):
            words = sentence.count(" ") + 1
            where = (document.path, section) if words < ANYWHERE else document.language
            place = f"{document.path}:{block.line}"
            if words >= SAME_SECTION and first.setdefault((where, sentence), place) is not place:
                message = f"this sentence also stands at {first[where, sentence]}"
                yield _in_block(document, block, offset, "PEN012", message, "keep it once")
    for prose in strings(corpus):
        if not prose.name and prose.text.count(" ") >= IN_YAML:
            place = f"{prose.path}:{prose.line}"
            if first.setdefault((prose.language, prose.text), place) is not place:
                message = f"this text also stands at {first[prose.language, prose.text]}"
                yield prose.finding("PEN012", 0, message, "keep it once")


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


CHECKS = (fences, brackets, quotes, emphasis, beginnings, endings, endings_in_yaml, said_twice)
