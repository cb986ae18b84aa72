"""Editions: dated states of the guide's texts. Each holds only what changed since the one that it follows.

A text is a list of paragraphs, by reference and language, as `kb.render.passages` gives it. Two branches that each
recorded an edition leave two that nothing follows; the next one follows both. What an edition did is told beside what
it follows, never beside its neighbour in time, so that a merge tells no change that nobody made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kb.model.languages import LANGUAGES, Bilingual, Language, Model

FOLDER = "docs/editions"
Texts = Mapping[str, Mapping[str, list[str]]]  # reference → language → paragraphs


class Edition(Model):
    """The texts that are new or changed (in the languages that are), the references that are gone, and why.

    `published` holds the addresses and marks of the ledger that no edition before it held. `follows` gives the seals of
    the editions that it was recorded on top of, by date; its own seal is over all else and its date.
    """

    seal: str = ""
    follows: dict[str, str] = {}
    why: Bilingual | None = None
    texts: dict[str, dict[Language, list[str]]] = {}
    gone: list[str] = []
    published: list[str] = []

    @property
    def is_empty(self) -> bool:
        return not (self.texts or self.gone or self.published)


Editions = Mapping[str, Edition]  # by date, oldest first


@dataclass(frozen=True)
class EditionStep:
    """What one edition did in one language: references, with the text before, after, or both."""

    date: str
    why: str = ""
    added: dict[str, list[str]] = field(default_factory=dict)
    changed: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)


def seal(date: str, edition: Edition) -> str:
    """The digest of an edition under its date: another for whatever is changed, left out or moved in it."""
    data = {"date": date, **edition.model_dump(exclude={"seal"}, exclude_defaults=True)}
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


def sealed(date: str, edition: Edition) -> Edition:
    return edition.model_copy(update={"seal": seal(date, edition)})


def serialize(edition: Edition) -> str:
    return json.dumps(edition.model_dump(exclude_defaults=True), ensure_ascii=False, indent=1) + "\n"


def parents(editions: Editions, date: str) -> list[str]:
    """The editions that one follows, newest first."""
    return sorted((other for other in editions[date].follows if other in editions and other < date), reverse=True)


def heads(editions: Editions) -> list[str]:
    """The editions that none follows, newest first: one, unless two branches were merged."""
    followed = {other for date in editions for other in parents(editions, date)}
    return sorted(editions.keys() - followed, reverse=True)


def following(editions: Editions, date: str, now: Texts, held: Iterable[str], why: Bilingual | None = None) -> Edition:
    """The edition of `date`, after `editions`, of the texts `now` and the addresses and marks `held` by the ledger."""
    last, known = heads(editions), {one for edition in editions.values() for one in edition.published}
    changes = difference(fold(editions), now).model_copy(
        update={
            "follows": {other: editions[other].seal for other in last},
            "why": why,
            "published": sorted(set(held) - known),
        }
    )
    return sealed(date, changes)


def resealed(editions: Editions, date: str) -> dict[str, Edition]:
    """What changes where the edition of `date` is right as it stands: it is sealed again, and so is what follows it.

    Of those that it follows it keeps those that are there, or else takes the one before it.
    """
    found = dict(editions)
    for one, edition in editions.items():
        touched = {other: found[other].seal for other in parents(editions, one) if found[other] is not editions[other]}
        if one == date:
            kept = parents(editions, one) or [max((other for other in editions if other < one), default="")]
            follows = {other: found[other].seal for other in kept if other}
            found[one] = sealed(one, edition.model_copy(update={"follows": follows}))
        elif touched:
            found[one] = sealed(one, edition.model_copy(update={"follows": {**edition.follows, **touched}}))
    return {one: edition for one, edition in found.items() if edition != editions[one]}


def states(editions: Editions) -> Mapping[str, Texts]:
    """Every text as of each edition."""
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for date, edition in editions.items():
        before = next((found[other] for other in parents(editions, date)), {})
        texts = {id_: text for id_, text in before.items() if id_ not in edition.gone}
        found[date] = texts | {id_: {**texts.get(id_, {}), **new} for id_, new in edition.texts.items()}
    return found


def fold(editions: Editions, until: str = "9999") -> Texts:
    """Every text as of the last edition up to `until`."""
    known = states(editions)
    return known[max(date for date in known if date <= until)] if any(date <= until for date in known) else {}


def steps(editions: Editions, language: str) -> Iterator[EditionStep]:
    """What each edition did, oldest first: where a text is as one of those that it follows had it, nothing."""
    known = states(editions)
    for date, edition in editions.items():
        step = EditionStep(date, edition.why[language] if edition.why else "")
        before = [known[other] for other in parents(editions, date)] or [{}]
        for id_ in dict.fromkeys((*known[date], *(id_ for state in before for id_ in state))):
            now, *old = (state.get(id_, {}).get(language) for state in (known[date], *before))
            last = next((text for text in old if text is not None), None)
            if now in old:
                continue
            if now is None:
                step.removed[id_] = last or []
            elif last is None:
                step.added[id_] = now
            else:
                step.changed[id_] = (last, now)
        yield step


def last_changes(editions: Editions, language: str) -> dict[str, str]:
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
