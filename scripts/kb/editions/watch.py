"""What became of the marks and addresses that a course relies on, since an edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kb.editions.marks import Marks
from kb.editions.mentions import Mention, mentions
from kb.editions.places import FoundPlace, Places
from kb.model.corpus import Corpus
from kb.model.edition import Texts, fold
from kb.model.languages import LANGUAGES
from kb.model.ledger import Entry
from kb.published.published import inside
from kb.render.passages import passages
from kb.render.view import View
from kb.text.worddiff import DiffRun, changed_paragraphs


@dataclass(frozen=True)
class Report:
    """One mark or address: its status, what it names now, and the paragraphs that changed in each language.

    Status: unchanged, changed, moved (the text may have changed as well), merged into another, new since the edition,
    gone or unknown.
    """

    line: int
    written: str
    status: str
    title: str = ""
    addresses: tuple[str, ...] = ()
    before: tuple[str, ...] = ()  # where it was, if it moved
    differences: dict[str, list[list[DiffRun]]] = field(default_factory=dict)


def watch(corpus: Corpus, lines: Iterable[tuple[int, str, bool]], since: str, places: Places) -> list[Report]:
    """A report on each way of writing a mark or address in numbered lines; `since` is the date of an edition.

    The last of a line says whether it is the target of a link. `places` knows where the guide stands.
    """
    return _Watch(corpus, since, places).reports(lines)


class _Watch:
    def __init__(self, corpus: Corpus, since: str, places: Places):
        self.corpus, self.since, self.places = corpus, since, places
        self.before: Texts = fold(corpus.editions, since)
        self.now: Texts = passages(corpus)

    def reports(self, lines: Iterable[tuple[int, str, bool]]) -> list[Report]:
        found = mentions(lines, Marks(self.places.marks), {host for host, _ in self.places.sites})
        first: dict[str, tuple[Mention, FoundPlace | None]] = {}
        for mention, place in self.places.all(found):
            first.setdefault(mention.written, (mention, place))
        return [self._report(mention.line, written, place) for written, (mention, place) in first.items()]

    def _report(self, line: int, written: str, place: FoundPlace | None) -> Report:
        if place is None:
            return Report(line, written, "unknown")
        if not place.reference:
            return Report(line, written, "gone")
        entry, language = self.places.now[place.reference], place.languages[0]
        moved = self._moved(place)
        differences = {k: found for k in place.languages if (found := self._differences(place, k))}
        return Report(
            line,
            written,
            self._status(place, moved, differences),
            View(self.corpus, language).named(place.reference),
            tuple(address for k in place.languages if (address := entry[k])),
            tuple(address for old in moved for k in place.languages if (address := old[k])),
            differences,
        )

    def _moved(self, place: FoundPlace) -> list[Entry]:
        """Through an old address or mark; or, for a mark that stays, the moves of its section since the edition."""
        if place.old:
            return [place.old]
        entries = [entry for entry in self.corpus.ledger.moved if entry.to == entry.id == place.reference]
        if len(place.languages) < len(LANGUAGES):
            return []  # an address of today
        return [entry for entry in entries if entry.date and entry.date.isoformat() > self.since]

    def _status(self, place: FoundPlace, moved: list[Entry], differences: dict[str, Any]) -> str:
        if self._merged(place):
            return "merged"
        if moved:
            return "moved"
        if not any(self._earlier(place, id_) for id_ in inside(self.corpus, place.reference, place.languages[0])):
            return "new"
        return "changed" if differences else "unchanged"

    def _earlier(self, place: FoundPlace, id_: str) -> Mapping[str, list[str]]:
        """The texts of the edition, under the id that it had then."""
        old = place.old.id if place.old and id_ == place.reference else id_
        return self.before.get(id_) or self.before.get(old) or {}

    def _merged(self, place: FoundPlace) -> list[str]:
        """What the edition had of its own where another that it had too holds it now: itself and all that it held."""
        old = place.old
        if old is None or not {old.id, place.reference} <= self.before.keys() or old.id == place.reference:
            return []
        held = (one.id for one in self.corpus.ledger.moved if one.to == place.reference and old.holds(one))
        return [old.id, *(id_ for id_ in held if id_ in self.before)]

    def _gained(self, place: FoundPlace, language: str) -> list[list[DiffRun]]:
        """From the texts of its own, below their titles, to what holds them now has and did not have then."""
        own = [text for id_ in self._merged(place) for text in self.before[id_].get(language, [])[1:]]
        there = inside(self.corpus, place.reference, language)
        known = {text for id_ in there for text in self.before.get(id_, {}).get(language, [])} - set(own)
        now = [text for id_ in there for text in self.now.get(id_, {}).get(language, []) if text not in known]
        return list(changed_paragraphs(own, now))

    def _differences(self, place: FoundPlace, language: str) -> list[list[DiffRun]]:
        if self._merged(place):
            return self._gained(place, language)
        found: list[list[DiffRun]] = []
        for id_ in inside(self.corpus, place.reference, language):
            before, now = self._earlier(place, id_).get(language, []), self.now.get(id_, {}).get(language, [])
            found += changed_paragraphs(before, now)
        return found
