"""Texts that share most of their words, found without comparing each with every other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping


def alike(words: Mapping[str, frozenset[str]], share: float) -> Iterator[tuple[str, str]]:
    """Each pair of texts, by their names, of which more than `share` of all their words are in both; in their order.

    Two such texts hold few words that are rarer than the rarest they share: only those that hold it as far on are
    compared.
    """
    often = Counter(word for own in words.values() for word in own)
    places: dict[str, dict[tuple[int, int], list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, own in words.items():
        size, near = len(own), set()
        ranked = sorted(own, key=lambda word: (often[word], word))
        for rank, word in enumerate(ranked[: int(size * (1 - share)) + 1]):
            for (there, theirs), names in places[word].items():
                if min(size - rank, theirs - there) * (1 + share) > share * (size + theirs):
                    near.update(names)
            places[word][rank, size].append(name)
        for other in (other for other in words if other in near) if near else ():
            if len(own & words[other]) > share * len(own | words[other]):
                yield other, name
