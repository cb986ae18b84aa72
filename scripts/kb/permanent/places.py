"""From a mark or address that someone kept to what it names in the guide today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kb.bilingual import LANGUAGES
from kb.corpus import Corpus
from kb.permanent import sitepath
from kb.permanent.ledger import Entry
from kb.permanent.mentions import Address, Mention, split
from kb.permanent.published import published


class Place(NamedTuple):
    """A reference, the languages meant, and the old entry through which it was found, if any.

    `reference` is "" for what the guide has published and no longer has.
    """

    reference: str
    languages: tuple[str, ...]
    old: Entry | None = None


class Places:
    """Everything that the guide ever published, by mark and by address."""

    def __init__(self, corpus: Corpus):
        self.now = published(corpus)
        self.marks: dict[str, Place] = {}
        self.addresses: dict[str, Place] = {}
        self.starts: set[str] = set()  # hosts and folders at which the document has the guide
        for entry in (*self.now.values(), *corpus.ledger.moved, *corpus.ledger.live.values()):
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        """The first to claim a mark or address keeps it: what is published now comes before what was."""
        to = entry.to or entry.id
        reference, old = to if to in self.now else "", entry if entry.to else None
        for language, address in entry.addresses.items():
            place = Place(reference, (language,), old)
            self.addresses.setdefault(address, place)
            if entry.is_page:  # its title has the page's own id
                self.addresses.setdefault(f"{address}#{entry.id}", place)
        if entry.mark:
            self.marks.setdefault(entry.mark, Place(reference, LANGUAGES, old))
            for language in LANGUAGES:
                self.addresses.setdefault(sitepath.short(entry.mark, language), Place(reference, (language,), old))

    def all(self, found: list[Mention]) -> Iterator[tuple[Mention, Place | None]]:
        """Each mention with its place; None for what stands alone on its line, or on the guide's own site, unknown.

        Anything else that only looks like a mark or an address is left out.
        """
        for mention in found:
            self._learn(mention)
        for mention in found:
            place = self._of_address(split(mention.written), mention) if mention.is_address else None
            place = place or self.marks.get(mention.written)
            if place or mention.alone or self._is_ours(mention):
                yield mention, place

    def _learn(self, mention: Mention) -> None:
        """Note where a document has the guide, from the addresses that can be nothing else."""
        address = split(mention.written)
        for start, path in _suffixes(address):
            if address.start and path in self.addresses and path.count("/") > 2:
                self.starts.add(start)

    def _is_ours(self, mention: Mention) -> bool:
        return any(mention.written.startswith(start) for start in self.starts)

    def _of_address(self, address: Address, mention: Mention) -> Place | None:
        """The longest end of the path that is an address of the guide; a short one needs more to be believed."""
        for start, path in _suffixes(address):
            sure = start in self.starts or mention.alone or path.count("/") > 2
            if path in self.addresses and (sure or path.strip("/") == "/".join(address.segments)):
                hash_ = f"#{address.fragment}" if address.fragment not in ("", "top") else ""
                return self.addresses.get(path + hash_)
        return None


def _suffixes(address: Address) -> Iterator[tuple[str, str]]:
    """(what comes before, path) for each end of an address's path, longest first, as is and as English."""
    segments = address.segments
    for cut in range(len(segments) + (not segments)):
        before = "/".join((address.start, *segments[:cut])) + "/"
        path = "".join(f"{segment}/" for segment in segments[cut:])
        yield before, f"/{path}"
        yield before, f"/{LANGUAGES[1]}/{path}"
