"""Counts: what the base knows the number of is counted by the base, and named as it names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kb.formats.markdown import Block
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding, did_you_mean
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.counts import BRACES, is_count
from kb.text.numerals import WORDS, in_words
from kb.text.prose import strings
from kb.text.twins import sections

PAR008 = Rule(
    "PAR008",
    "A count in double braces names what the base counts, in Markdown.",
    "Un décompte entre doubles accolades nomme ce que la base compte, dans du Markdown.",
    "The braces themselves would be published in place of the number.",
    "Les accolades elles-mêmes seraient publiées à la place du nombre.",
)

PAR009 = Rule(
    "PAR009",
    "What the base counts is computed, never typed.",
    "Ce que la base compte est calculé, jamais tapé.",
    "The number would be wrong as soon as somebody adds an example.",
    "Le nombre serait faux dès qu'on ajoute un exemple.",
)

PAR017 = Rule(
    "PAR017",
    "A number that announces a list is that of its items.",
    "Un nombre qui annonce une liste est celui de ses éléments.",
    "Readers would look for one more, or doubt the whole list.",
    "On en chercherait un de plus, ou l'on douterait de toute la liste.",
)


# What readers see each count of.
NOUNS = {
    "exemples": {"fr": "exemples|initiatives", "en": "examples|initiatives"},
    "modeles": {"fr": "modèles", "en": "models"},
}
ELSEWHERE = (
    Said("counts are computed in Markdown only", "les décomptes ne sont calculés que dans du Markdown"),
    Said("say it without a number here", "dites-le sans nombre ici"),
)

COUNT_ITEMS = Said("correct the number or the list", "corrigez le nombre ou la liste")
ANNOUNCES = re.compile(r"[^.!?;:]*:\s*\Z")  # the sentence that a list completes
WORD = re.compile(r"[^\W\d_]+")


def named_counts(corpus: Corpus) -> Iterator[Finding]:
    """What stands in double braces is the name of a count, and only Markdown holds any."""
    for path, text in corpus.files.items():
        for match in BRACES.finditer(text) if "{{" in text else ():
            line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
            if not path.endswith(".md"):
                yield Finding(path, line, column, PAR008, *ELSEWHERE)
            elif not is_count(match, corpus.counts):
                yield Finding(path, line, column, PAR008, *_no_count(match, corpus))


def _no_count(match: re.Match[str], corpus: Corpus) -> tuple[Said, str]:
    """The message and the hint for double braces of a Markdown file that hold no count."""
    if match[2] != "}}":
        return Said("double braces that do not close", "doubles accolades qui ne se ferment pas"), _braces(match[1])
    names = ", ".join(corpus.counts)
    hint = did_you_mean(match[1].lower(), corpus.counts, Said(f"one of {names}", f"écrivez l'un de ces noms : {names}"))
    return Said(f"{match[1]} is no count", f"{match[1]} n'est pas un décompte"), hint


def _braces(name: str) -> Said:
    return Said(f"write {{{{{name.strip()}}}}}", f"écrivez {{{{{name.strip()}}}}}")


def no_typed_count(corpus: Corpus) -> Iterator[Finding]:
    """No text types the number that the base counts (2 and more) beside what it counts."""
    for language in LANGUAGES:
        typed = [(name, *_typed(name, n, language)) for name, n in corpus.counts.items() if n > 1]
        for path, line, column, text in _lines(corpus, language):
            lowered = text.lower()
            for name, numbers, pattern in typed:
                for match in pattern.finditer(lowered) if any(number in lowered for number in numbers) else ():
                    message = Said(
                        f"{match[1]} is typed, and the base counts its {name} itself",
                        f"{match[1]} est tapé, alors que la base fait elle-même ce décompte ({name})",
                    )
                    yield Finding(path, line, column + match.start(), PAR009, message, _braces(name))


def _typed(name: str, number: int, language: str) -> tuple[set[str], re.Pattern[str]]:
    """The number as it is written, and as what it counts follows it, with up to two more words of its clause."""
    numbers = {str(number), in_words(number, language)}
    between = r"[^\w.,;:!?]+"
    nouns = NOUNS[name][language]
    return numbers, re.compile(rf"\b({'|'.join(numbers)})(?:{between}\w+){{0,2}}?{between}(?:{nouns})\b")


def _lines(corpus: Corpus, language: str) -> Iterator[tuple[str, int, int, str]]:
    """Every line of the language as its author typed it, with its file and place."""
    for _, document in corpus.documents():
        if document.language == language:
            for number, line in enumerate(corpus.files[document.path].split("\n"), 1):
                yield document.path, number, 1, line
    for prose in strings(corpus):
        if prose.language == language:
            yield prose.path, prose.line, prose.column, prose.text


def announced(corpus: Corpus) -> Iterator[Finding]:
    """The only number, from 2 to 12, of the sentence that ends in a colon before a list is that of its items."""
    for section in sections(corpus):
        if section.same_shape:  # PAR010 says what one language lacks
            for document, blocks in zip(section.documents, section.blocks, strict=True):
                yield from _misannounced(document, blocks)


def _misannounced(document: Document, blocks: list[Block]) -> Iterator[Finding]:
    for place, (block, after) in enumerate(pairwise(blocks), 1):
        sentence = ANNOUNCES.search(block.text)
        if sentence and after.kind == "item" and after.group != block.group:
            said = [word for word in WORD.findall(sentence[0].lower()) if word in WORDS[document.language][2:13]]
            items = _items(blocks[place:])
            if len(said) == 1 and said != [in_words(items, document.language)]:
                message = Said(
                    f"“{said[0]}” announces a list of {items}", f"« {said[0]} » annonce une liste de {items}"
                )
                at = block.source.lower().rindex(said[0])
                yield document.finding_in(block, at, PAR017, message, COUNT_ITEMS)


def _items(blocks: Sequence[Block]) -> int:
    """How many items the list that the first block opens has, less those of lists inside it."""
    name, depth = blocks[0].place.rstrip("0123456789"), blocks[0].place.count("/")
    list_ = takewhile(lambda block: block.place.startswith(name), blocks)
    return len({"/".join(block.place.split("/")[: depth + 1]) for block in list_})


CHECKS = (named_counts, no_typed_count, announced)
