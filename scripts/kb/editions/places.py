"""From a mark or address that someone kept to what it names in the guide today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kb.editions.mentions import NOWHERE, Mention
from kb.editions.weblinks import Address, GuideSite, is_gateway
from kb.model import sitepath
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.model.ledger import Entry
from kb.published.published import published


class FoundPlace(NamedTuple):
    """A reference, the languages meant, and the old entry through which it was found, if any.

    `reference` is "" for what the guide has published and no longer has.
    """

    reference: str
    languages: tuple[str, ...]
    old: Entry | None = None


class Places:
    """Everything that the guide ever published, by mark and by address.

    `sites`: where it stands or stood. `is_sure`: it stands nowhere else; if not, every address on a host that has one
    which ends as one of the guide's is unknown. `elsewhere`: how many addresses were met on each host that is none of
    `sites`.
    """

    def __init__(self, corpus: Corpus, sites: Collection[GuideSite] = (), is_sure: bool = True):
        self.now = published(corpus)
        self.sites, self.is_sure = sites, is_sure
        self.marks: dict[str, FoundPlace] = {}
        self.addresses: dict[str, FoundPlace] = {}
        self.elsewhere: Counter[str] = Counter()
        for entry in (*self.now.values(), *corpus.ledger.moved, *corpus.ledger.live.values()):
            self._add(entry)
        self.folders = {address.split("/")[1] for address in self.addresses}
        self.longest = max(address.count("/") for address in self.addresses)

    def _add(self, entry: Entry) -> None:
        """The first to claim a mark or address keeps it: what is published now comes before what was."""
        to = entry.to or entry.id
        reference, old = to if to in self.now else "", entry if entry.to else None
        for language, address in entry.addresses.items():
            place = FoundPlace(reference, (language,), old)
            self.addresses.setdefault(address, place)
            if entry.is_page:  # its title has the page's own id
                self.addresses.setdefault(f"{address}#{entry.id}", place)
        if entry.mark:
            self.marks.setdefault(entry.mark, FoundPlace(reference, LANGUAGES, old))
            for language in LANGUAGES:
                for address in sitepath.of_mark(entry.mark, language):
                    self.addresses.setdefault(address, FoundPlace(reference, (language,), old))

    def all(self, found: Iterable[Mention]) -> Iterator[tuple[Mention, FoundPlace | None]]:
        """Each mention of the guide with its place; None for one that leads to nothing that the guide ever had.

        What only looks like an address (and/or), and what stands on another host, is left out.
        """
        found = tuple(found)
        ours = {one.address.host for one in found if one.address and one.address.host and self._looks_ours(one.address)}
        for mention in found:
            address = mention.address
            if address is None:
                yield mention, self.marks.get(mention.mark)
            elif not address.host:
                yield from self._relative(mention, address)
            elif own := self._own(address):
                yield mention, self._at(own, address.fragment)
            elif address is NOWHERE or is_gateway(address.host):
                yield mention, None
            else:
                self.elsewhere[address.host] += 1
                if not self.is_sure and address.host in ours:
                    yield mention, None

    def _own(self, address: Address) -> str | None:
        """The path of an address below the folder of the guide, on a host of its own."""
        for host, folder in self.sites:
            if address.host == host and address.path.startswith(folder):
                return f"/{address.path.removeprefix(folder)}"
        return None

    def _relative(self, mention: Mention, address: Address) -> Iterator[tuple[Mention, FoundPlace | None]]:
        """A relative address may start at the site's root, at its folder, or at the home page of a language."""
        starts = ["/", *(folder for _, folder in self.sites)]
        paths = [f"/{address.path.removeprefix(start)}" for start in starts if address.path.startswith(start)]
        paths += [f"/{language}{address.path}" for language in LANGUAGES[1:]]
        place = next(filter(None, (self._at(path, address.fragment) for path in paths)), None)
        if place and (mention.is_alone or not _is_home(address.path)):
            yield mention, place
        elif mention.within:
            for text, mark in mention.within:
                yield Mention(mention.line, text, mark), self.marks.get(mark)
        elif mention.is_alone and (
            mention.written.startswith(("/", ".")) or address.path.split("/")[1] in self.folders
        ):
            yield mention, None

    def _looks_ours(self, address: Address) -> bool:
        """Whether the end of a path is one of the guide's, in whichever folder the guide may stand."""
        names = address.path.split("/")[1:-1][-self.longest :]
        paths = (f"/{'/'.join(names[start:])}/" for start in range(len(names)))
        return any(path in self.addresses and not _is_home(path) for path in paths)

    def _at(self, path: str, fragment: str) -> FoundPlace | None:
        """The place at an address, also as people type it: in capitals, or with the dot of a mark."""
        hash_ = f"#{fragment}" if fragment not in ("", "top") else ""
        small = path.lower()
        ways = (path, small, small.replace(".", "-"))
        return next((self.addresses[way + hash_] for way in ways if way + hash_ in self.addresses), None)


def _is_home(path: str) -> bool:
    return path in map(sitepath.root, LANGUAGES)
