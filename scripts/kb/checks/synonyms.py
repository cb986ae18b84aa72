"""Synonyms of the search: every group leads somewhere, and a word leads to one group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.formats.folding import folded
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.prose import all_prose

SYN001 = Rule(
    "SYN001",
    "A group of synonyms holds a word that the base uses.",
    "Un groupe de synonymes contient un mot que la base emploie.",
    "Someone who searches with one of these words would still find nothing.",
    "Une recherche avec un de ces mots ne donnerait toujours rien.",
)

SYN002 = Rule(
    "SYN002",
    "A synonym stands once, in one group of its language.",
    "Un synonyme se trouve une seule fois, dans un seul groupe de sa langue.",
    "The search could not tell which meaning a reader has in mind.",
    "La recherche ne saurait pas à quel sens pense la personne.",
)


WORD = re.compile(r"\w+")


def _spelled(text: str) -> str:
    """Words between single spaces, without accents, capitals or plural endings."""
    return " ".join(word.rstrip("sx") for word in WORD.findall(folded(text)))


def groups_lead_somewhere(corpus: Corpus) -> Iterator[Finding]:
    """A group of synonyms holds a word that the base uses."""
    if not corpus.synonyms:
        return
    used: dict[str, list[str]] = {code: [] for code in LANGUAGES}
    for prose in all_prose(corpus):
        used[prose.language].append(prose.text)
    text = {code: f" {_spelled(' '.join(parts))} " for code, parts in used.items()}
    for item in corpus.synonyms:
        for language in LANGUAGES:
            group = item.value[language]
            if group and not any(f" {_spelled(word)} " in text[language] for word in group):
                words = ", ".join(group)
                message = Said(f"the base uses none of {words}", f"la base n'emploie aucun de ces mots : {words}")
                hint = Said(
                    "add the word that it uses, or remove the group",
                    "ajoutez le mot qu'elle emploie, ou retirez le groupe",
                )
                yield item.finding(SYN001, message, hint, (language,))


def words_in_one_group(corpus: Corpus) -> Iterator[Finding]:
    """A synonym stands once, in one group of its language."""
    for language in LANGUAGES:
        seen: set[str] = set()
        for item in corpus.synonyms:
            for index, word in enumerate(item.value[language]):
                if _spelled(word) in seen:
                    message = Said(
                        f"the synonym {word} ({language}) stands twice",
                        f"le synonyme {word} ({language}) figure deux fois",
                    )
                    hint = Said("keep it in one group", "gardez-le dans un seul groupe")
                    yield item.finding(SYN002, message, hint, (language, index))
                seen.add(_spelled(word))


CHECKS = (groups_lead_somewhere, words_in_one_group)
