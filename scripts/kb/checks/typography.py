"""Typography: what the author typed and staging cannot mend.

kb/language/typography.py sets the spaces, quotes and dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.text.lines import Line, all_lines


class Rule(NamedTuple):
    """A sign that is wrong in `languages`; the finding stands at the pattern's group, or at the match."""

    code: str
    languages: str
    needed: str  # what a line must hold for the pattern to be tried
    pattern: re.Pattern
    message: str
    hint: str


RULES = (
    Rule("TYP001", "fr", '"', re.compile(r'"'), "a straight quotation mark", "write « and »"),
    Rule("TYP003", "fr en", " -", re.compile(r"(?<=\S) (-{1,3}) "), "a hyphen between spaces", "write a dash: –"),
    Rule("TYP004", "fr en", "  ", re.compile(r"(?<=\S)(  +)(?=\S)"), "more than one space", "write one"),
    Rule("TYP004", "fr en", " ,", re.compile(r"( +),(?=\s|$)"), "a space before a comma", "remove it"),
    Rule("TYP004", "fr en", " .", re.compile(r"( +)\.(?=\s|$)"), "a space before a full stop", "remove it"),
    Rule("TYP004", "en", " ", re.compile(r"(?<=\S)( +)[;:!?%](?=\s|$)"), "a space before this sign", "remove it"),
    Rule("TYP004", "fr en", ",", re.compile(r"(?<=[^\W\d_])(,)(?=[^\W\d_])"), "no space after a comma", "add one"),
    Rule(
        "TYP005",
        "fr",
        "",
        re.compile(r"\b\d+(?:i?[èe]mes?|[èe]res?)\b"),
        "an ordinal that is not French usage",
        "write 1er, 1re, 2e, 3e",
    ),
    Rule("TYP006", "fr", "A ", re.compile(r"(?:^|(?<=[.!?…«] ))A (?=[^\W\d_])"), "no accent on A", "write À"),
    Rule("TYP007", "fr", ".", re.compile(r"\d+\.\d+(?=\s*[%$])"), "a decimal point", "write a comma: 20,8 %"),
    Rule("TYP007", "en", ",", re.compile(r"\d+,\d{1,2}(?!\d)"), "a decimal comma", "write a point: 20.8%"),
    Rule("TYP008", "en", "«", re.compile("«"), "a French quotation mark", "write “ and ”"),
    Rule("TYP008", "en", "»", re.compile("»"), "a French quotation mark", "write “ and ”"),
)
OF_LANGUAGE = {code: [rule for rule in RULES if code in rule.languages.split()] for code in LANGUAGES}
INNER = re.compile(r"«[^«»]*»")  # inside them, a quotation takes “ ”
ENGLISH_QUOTE = re.compile(r"[“”„‟]")


def marks(corpus: Corpus) -> Iterator[Finding]:
    """No line holds a sign of `RULES`; the title of a publication keeps its own."""
    titles = {text for reference in corpus.reference.values() for text in (reference.title.fr, reference.title.en)}
    for line in all_lines(corpus):
        for rule in OF_LANGUAGE.get(line.language, ()):
            if rule.needed in line.text:
                for match in rule.pattern.finditer(line.text):
                    keeps = line.language == "en" or rule.code == "TYP003"
                    if not (keeps and _inside(titles, line.text, match.start())):
                        yield line.finding(rule.code, match.start(rule.pattern.groups), rule.message, rule.hint)


def _inside(titles: set[str], text: str, offset: int) -> bool:
    """Whether the place is inside one of the titles."""
    return any(-1 < (start := text.find(title)) <= offset < start + len(title) for title in titles)


def english_quotes(corpus: Corpus) -> Iterator[Finding]:
    """French is quoted with guillemets; “ ” quote inside them."""
    for line in all_lines(corpus):
        if line.language == "fr" and ENGLISH_QUOTE.search(line.text):
            inner = [match.span() for match in INNER.finditer(line.text)]
            for match in ENGLISH_QUOTE.finditer(line.text):
                if not any(start < match.start() < end for start, end in inner):
                    yield line.finding("TYP001", match.start(), "an English quotation mark", "write « and »")


def pairs(corpus: Corpus) -> Iterator[Finding]:
    """Each « has its » before the next «, in the same block of lines."""
    opened: tuple[Line, int] | None = None
    before: Line | None = None
    for line in all_lines(corpus):
        if opened and not _continues(before, line):
            yield _unpaired(*opened, "«", "»")
            opened = None
        before = line
        for match in re.finditer("[«»]", line.text) if line.language == "fr" else ():
            if opened and match.group() == "«":
                yield _unpaired(*opened, "«", "»")
            elif not opened and match.group() == "»":
                yield _unpaired(line, match.start(), "»", "«")
            opened = (line, match.start()) if match.group() == "«" else None
    if opened:
        yield _unpaired(*opened, "«", "»")


def _continues(before: Line, line: Line) -> bool:
    return not (before.alone or line.alone) and before.path == line.path and line.line - before.line in (0, 1)


def _unpaired(line: Line, offset: int, mark: str, other: str) -> Finding:
    return line.finding("TYP002", offset, f"{mark} without {other}", f"add {other}; a quotation inside takes “ ”")


CHECKS = (marks, english_quotes, pairs)
