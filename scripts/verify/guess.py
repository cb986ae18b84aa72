"""Hints that name the closest candidate, kept cheap on a site where everything is broken."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from kb.model.finding import did_you_mean

_MOST = 20


class Guesses:
    """`did_you_mean` for the first faults; comparing is slow, and beyond that many one cause explains the rest."""

    def __init__(self) -> None:
        self._known: dict[Hashable, str] = {}

    def hint(self, word: str, scope: Hashable, candidates: Iterable[str], otherwise: str) -> str:
        """The hint for `word` among the candidates of `scope`, or `otherwise`."""
        key = (scope, word)
        if key not in self._known:
            self._known[key] = did_you_mean(word, candidates, otherwise) if len(self._known) < _MOST else otherwise
        return self._known[key]
