"""Numbers in words."""

import pytest

from kb.text.numerals import in_words


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [(0, "zéro", "zero"), (12, "douze", "twelve"), (20, "vingt", "twenty"), (21, "21", "21"), (1200, "1 200", "1,200")],
)
def test_counts_are_written_as_usage_has_them(number, french, english):
    assert in_words(number, "fr").replace("\xa0", " ").replace("\u202f", " ") == french
    assert in_words(number, "en") == english
