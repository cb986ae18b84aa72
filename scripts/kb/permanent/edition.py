"""Editions: dated states of the guide's texts. Each holds only what changed since the one before; folding adds them up.

A text is a list of paragraphs, by reference and language, as `kb.permanent.passages` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kb.bilingual import LANGUAGES, Model

FOLDER = "docs/editions"
Texts = Mapping[str, Mapping[str, list[str]]]  # reference → language → paragraphs


class Edition(Model):
    """The texts that are new or changed (in the languages that are), and the references that are gone."""

    texts: dict[str, dict[str, list[str]]] = {}
    gone: list[str] = []


@dataclass(frozen=True)
class Step:
    """What one edition did in one language: references, with the text before, after, or both."""

    date: str
    added: dict[str, list[str]] = field(default_factory=dict)
    changed: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)


def fold(editions: Mapping[str, Edition], until: str = "9999") -> dict[str, dict[str, list[str]]]:
    """Every text as of the edition `until`; `editions` are by date, oldest first."""
    texts: dict[str, dict[str, list[str]]] = {}
    for date, edition in editions.items():
        if date <= until:
            _apply(texts, edition)
    return texts


def _apply(texts: dict[str, dict[str, list[str]]], edition: Edition) -> None:
    for id_ in edition.gone:
        texts.pop(id_, None)
    for id_, languages in edition.texts.items():
        texts[id_] = {**texts.get(id_, {}), **languages}


def steps(editions: Mapping[str, Edition], language: str) -> Iterator[Step]:
    """What each edition did, oldest first."""
    texts: dict[str, dict[str, list[str]]] = {}
    for date, edition in editions.items():
        step = Step(date)
        for id_ in edition.gone:
            if language in texts.get(id_, {}):
                step.removed[id_] = texts[id_][language]
        for id_, languages in edition.texts.items():
            before = texts.get(id_, {}).get(language)
            if language in languages and before is None:
                step.added[id_] = languages[language]
            elif language in languages:
                step.changed[id_] = (before, languages[language])
        _apply(texts, edition)
        yield step


def last_changes(editions: Mapping[str, Edition], language: str) -> dict[str, str]:
    """Reference → the date of the edition that last changed its text."""
    return {id_: step.date for step in steps(editions, language) for id_ in (*step.added, *step.changed)}


def difference(before: Texts, now: Texts) -> Edition:
    """The edition that leads from the texts `before` to the texts `now`."""
    changed = {}
    for id_, languages in now.items():
        new = {k: languages[k] for k in LANGUAGES if k in languages and languages[k] != before.get(id_, {}).get(k)}
        if new:
            changed[id_] = new
    return Edition(texts=changed, gone=[id_ for id_ in before if id_ not in now])
