"""Texts that share most of their words are found as a comparison of all pairs would find them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kb.text.alike import alike

TEXTS = st.lists(st.frozensets(st.sampled_from("abcdefghijklmnop"), max_size=12), max_size=12)


@given(TEXTS, st.sampled_from((0.5, 0.7, 0.9)))
def test_finds_what_comparing_every_pair_finds(texts: list[frozenset[str]], share: float) -> None:
    words = {str(number): own for number, own in enumerate(texts)}
    pairs = {
        (one, other)
        for one, other in combinations(words, 2)
        if len(words[one] & words[other]) > share * len(words[one] | words[other])
    }
    found = list(alike(words, share))
    assert len(found) == len(pairs)
    assert set(found) == pairs


def test_keeps_the_order_of_the_texts() -> None:
    same = frozenset("abcd")
    assert list(alike(dict.fromkeys("zyx", same), 0.7)) == [("z", "y"), ("z", "x"), ("y", "x")]
