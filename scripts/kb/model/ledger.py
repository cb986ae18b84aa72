"""The ledger of published addresses: what was ever published, and where each old address leads now.

`docs/ledger.jsonl` holds one JSON object a line. An entry without `to` is an address that readers may hold today; one
with `to` is an old address that leads on to the page or section of that reference. Nothing is ever taken out of it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from pydantic import StringConstraints, model_validator

from kb.model import sitepath
from kb.model.languages import LANGUAGES, Model, NonEmpty
from kb.model.rule import Said
from kb.model.schema.values import MARK_PATTERN, Unfit

PATH = "docs/ledger.jsonl"
Mark = Annotated[str, StringConstraints(pattern=MARK_PATTERN)]


class Entry(Model):
    """An address in each language, by the reference that an author would write for it: `id` or `page#heading`."""

    id: NonEmpty
    mark: Mark | None = None
    fr: str | None = None
    en: str | None = None
    to: NonEmpty | None = None
    date: datetime.date | None = None  # of the move, where there is `to`

    @model_validator(mode="after")
    def _can_be_for_ever(self) -> Entry:
        for language, address in self.addresses.items():
            fault = sitepath.fault(address, language)
            if fault:
                raise Unfit(Said(f"{fault.message}; {fault.hint}", f"{fault.message.fr}; {fault.hint.fr}"))
        return self

    def __getitem__(self, language: str) -> str | None:
        return self.en if language == "en" else self.fr

    @property
    def addresses(self) -> dict[str, str]:
        return {language: address for language in LANGUAGES if (address := self[language])}

    @property
    def is_page(self) -> bool:
        return "#" not in (self.fr or self.en or "#")

    def is_back(self, now: Mapping[str, Entry]) -> bool:
        """Whether what was replaced is published again, under its id and at its address."""
        there = now.get(self.id) if self.to != self.id else None
        return there is not None and all(there[language] == address for language, address in self.addresses.items())

    def holds(self, other: Entry) -> bool:
        """Whether another stands on this page, or is a part of this section: presence-demande is one of presence."""
        if other.id == self.id or not (self.is_page or "#" in other.id):
            return False
        joint = "#" if self.is_page else "-"
        return all(address.startswith(f"{self[language]}{joint}") for language, address in other.addresses.items())


@dataclass(frozen=True)
class Ledger:
    """Every entry, in the order of the file."""

    entries: tuple[Entry, ...] = field(default=())

    @cached_property
    def live(self) -> dict[str, Entry]:
        """The addresses of today, by reference."""
        return {entry.id: entry for entry in self.entries if not entry.to}

    @cached_property
    def held(self) -> set[str]:
        """Every address and mark that it answers for."""
        marks = {entry.mark for entry in self.entries if entry.mark}
        return marks | {address for entry in self.entries for address in entry.addresses.values()}

    @cached_property
    def moved(self) -> list[Entry]:
        """The old addresses."""
        return [entry for entry in self.entries if entry.to]

    def instead(self, id_: str, known: Collection[str]) -> Said | None:
        """The hint for an id that was replaced by one that is `known`."""
        to = next((entry.to for entry in self.moved if entry.to and entry.id == id_), "")
        found = Said(f"write {to}, which replaces it", f"écrivez {to}, qui le remplace")
        return found if to.partition("#")[0] in known else None

    @cached_property
    def _folders(self) -> set[str]:
        """Page addresses that other pages stand below."""
        pages = [address for entry in self.live.values() if entry.is_page for address in entry.addresses.values()]
        return {address[: cut + 1] for address in pages for cut in range(len(address) - 1) if address[cut] == "/"}

    def files(self, page: str) -> dict[str, str]:
        """Language → the staged file that keeps a published page at its address, whatever its source is called."""
        entry = self.live.get(page)
        if entry is None or not entry.is_page:
            return {}
        return {
            language: sitepath.to_file(address, language, index=address in self._folders)
            for language, address in entry.addresses.items()
        }


def serialize(entries: Iterable[Entry]) -> str:
    """The file's text: today's addresses in their order, then the old ones, one a line, so that diffs read well."""
    return "".join(
        json.dumps(entry.model_dump(mode="json", exclude_none=True), ensure_ascii=False) + "\n"
        for entry in sorted(entries, key=order)
    )


def order(entry: Entry) -> tuple[bool, str, str]:
    """The sort key of the file's lines."""
    return bool(entry.to), entry.fr or entry.en or "", entry.id


def record(ledger: Ledger, published: Iterable[Entry]) -> Ledger:
    """The ledger with what is published and not yet in it: new entries, first marks, missing languages."""
    live = dict(ledger.live)
    for entry in published:
        known = live.get(entry.id)
        live[entry.id] = _completed(known, entry) if known else entry
    return Ledger((*live.values(), *ledger.moved))


def _completed(known: Entry, entry: Entry) -> Entry:
    """`known` with what it lacks; what it already says is never changed."""
    return Entry(**{**entry.model_dump(exclude_none=True), **known.model_dump(exclude_none=True)})
