"""The dates that prose states, read as records write them."""

import pytest

from kb.text.dates import written


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("fr", "Le 5 octobre 2023, puis le 1er mai 2021.", ["2023-10-05", "2021-05-01"]),
        ("en", "On October 5, 2023, then on May 1, 2021.", ["2023-10-05", "2021-05-01"]),
        ("fr", "En mai 2021, au cours des années 1990.", ["2021-05", "199X"]),
        ("en", "In May 2021, during the 1990s.", ["2021-05", "199X"]),
        ("fr", "Le plan 2023-2027 et la Loi (2023, chapitre 20).", ["2023", "2027", "2023"]),
        ("fr", "Depuis 1021, en 2999.", ["1021", "2999"]),
        ("fr", "Les 2 019 appels, 1 950,5 $ et 20 195 pas.", []),
        ("en", "The 2,019 calls, $1,950.50 and 20,195 steps.", []),
        ("fr", "L'article 1457, en 1500 lieux et le P-2019a.", []),
    ],
)
def test_dates_are_read(language, text, dates):
    assert [date for date, _ in written(text, language)] == dates
