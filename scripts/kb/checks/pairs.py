"""Pairs: what opens in a text closes in the same block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it.token import Token

from kb.formats.inline import MD, EveryLabel
from kb.formats.markdown import ATTRIBUTES
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.text.lines import all_passages

PEN007 = Rule(
    "PEN007",
    "A fence of code is closed.",
    "Un bloc de code est fermé.",
    "The rest of the page would be shown as code.",
    "Le reste de la page s'afficherait comme du code.",
)

PEN008 = Rule(
    "PEN008",
    "Parentheses and brackets come in pairs.",
    "Les parenthèses et les crochets vont par paires.",
    "Readers could not tell where the aside ends.",
    "On ne saurait pas où finit la parenthèse.",
)

PEN009 = Rule(
    "PEN009",
    "Quotation marks come in pairs.",
    "Les guillemets vont par paires.",
    "Nobody could tell where the words of someone else stop.",
    "Personne ne saurait où s'arrêtent les paroles d'autrui.",
)

PEN010 = Rule(
    "PEN010",
    "Signs of emphasis and code come in pairs.",
    "Les signes d'emphase et de code vont par paires.",
    "Stray asterisks or other signs would be printed in the middle of the text.",
    "Des astérisques ou d'autres signes perdus s'afficheraient au milieu du texte.",
)


FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})(.*)$")
BRACKET = re.compile(r"[(\[\])]")
OPENS = {")": "(", "]": "["}
ENUMERATOR = re.compile(r"(?:^|[\s(])(?:[a-z]|\d)$")  # « a) » and “1)” take a parenthesis alone
QUOTE = re.compile(r"[“”\"]")
# Signs of emphasis and code, what hides others, and a pair in plain sight: what is left may be without its other half.
SIGN = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
HIDDEN = re.compile(r"\\.|\]\([^)\n]*\)|\]\[[^\]\n]*\]|" + ATTRIBUTES.pattern)
EVEN = re.compile(r"(\*\*|[*`])(?=\S)([^*`]+)(?<=\S)\1")


def fences(corpus: Corpus) -> Iterator[Finding]:
    """A fence of code is closed."""
    for _, document in corpus.documents():
        opened: tuple[int, str] | None = None
        rows = document.text.split("\n") if "```" in document.text or "~~~" in document.text else ()
        for row, line in enumerate(rows, document.first_line):
            match = FENCE.match(line)
            if not match:
                continue
            if not opened:
                opened = row, match[1]
            elif match[1].startswith(opened[1]) and not match[2].strip():
                opened = None
        if opened:
            message = Said("the fence is never closed", "le bloc de code n'est jamais fermé")
            hint = Said(f"close it with {opened[1]}", f"fermez-le avec {opened[1]}")
            yield document.finding(PEN007, opened[0], 1, message, hint)


def brackets(corpus: Corpus) -> Iterator[Finding]:
    """Parentheses and brackets come in pairs."""
    hint = Said("add the other half, or remove it", "ajoutez l'autre moitié, ou retirez ce signe")
    for passage in all_passages(corpus):
        opened: list[re.Match[str]] = []
        for match in BRACKET.finditer(passage.text):
            if match[0] not in OPENS:
                opened.append(match)
            elif opened and opened[-1][0] == OPENS[match[0]]:
                opened.pop()
            elif not ENUMERATOR.search(passage.text[: match.start()]):
                message = Said(f"{match[0]} closes nothing", f"{match[0]} ne ferme rien")
                yield passage.finding(PEN008, match.start(), message, hint)
                break
        else:
            for match in opened[:1]:
                message = Said(f"{match[0]} is never closed", f"{match[0]} n'est jamais fermé")
                yield passage.finding(PEN008, match.start(), message, hint)


def quotes(corpus: Corpus) -> Iterator[Finding]:
    """Quotation marks come in pairs: “ ” everywhere, straight ones in English; TYP002 has the guillemets of French."""
    message = Said("a quotation mark without its other half", "un guillemet sans son autre moitié")
    hint = Said("add it, or remove this one", "ajoutez l'autre, ou retirez celui-ci")
    for passage in all_passages(corpus):
        opened: re.Match[str] | None = None
        for match in QUOTE.finditer(passage.text):
            if match[0] == '"' and passage.language == "fr":
                continue  # TYP001
            closes = match[0] == "”" or (match[0] == '"' and opened and opened[0] == '"')
            if closes == (opened is None):
                yield passage.finding(PEN009, (opened or match).start(), message, hint)
                break
            opened = None if closes else match
        else:
            if opened:
                yield passage.finding(PEN009, opened.start(), message, hint)


def emphasis(corpus: Corpus) -> Iterator[Finding]:
    """Signs of emphasis and code come in pairs; the first that CommonMark reads as text is reported."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            left = SIGN.search(_without_pairs(block.source))
            if left and _left_over(block.source):
                message = Said(f"{left[0]} opens or closes nothing", f"{left[0]} n'ouvre ni ne ferme rien")
                hint = Said("close it, or write it with a \\ before", "fermez-le, ou faites-le précéder de \\")
                yield document.finding_in(block, left.start(), PEN010, message, hint)


def _without_pairs(source: str) -> str:
    """The source with spaces for the pairs that anyone sees, and for what is no text; as long as it."""
    if not any(sign in source for sign in "*_`"):
        return ""
    source = HIDDEN.sub(lambda match: " " * len(match[0]), source)
    for _ in range(2):  # what stands inside what
        source = EVEN.sub(lambda match: match[2].center(len(match[0])), source)
    return source


@lru_cache(1024)
def _left_over(source: str) -> bool:
    tokens: list[Token] = []
    MD.inline.parse(source, MD, {"references": EveryLabel()}, tokens)
    return any(token.type == "text" and SIGN.search(token.content) for token in tokens)


CHECKS = (fences, brackets, quotes, emphasis)
