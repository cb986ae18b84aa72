"""Names that a text gives in the other language."""

from __future__ import annotations

import pytest

from engine.staging import PROJECT
from kb.model.corpus import Corpus
from kb.read.reader import read
from kb.text.foreign import _spoken, foreign


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read(PROJECT)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Service de police de Laval", "fr"),
        ("Division Urgence psychosociale", "fr"),
        ("American Psychological Association", "en"),
        ("Police en service", "fr"),
        ("Inspectrice", "fr"),
        ("consultation", ""),
        ("E11", ""),
        ("SPVM", ""),
    ],
)
def test_a_name_is_of_the_language_that_knows_its_words(name: str, language: str) -> None:
    assert _spoken(name) == language


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "The Service de police de l’agglomération de Longueuil, and", 1),
        ("en", "Loi\u00a0sur la police", 1),
        ("en", "the Loi sur la policeman", 0),
        ("en", "the Loi sur la police¹⁷ of", 1),
        ("en", "Police de quartier, at the Division des opérations policières", 2),
        ("en", " Inspecteur ", 1),
        ("en", "Inspecteur Clouseau", 0),
        ("en", "Politique ministérielle en prévention de la criminalité, Sûreté du Québec", 2),
        ("fr", "Le Service de police de Laval", 0),
        ("fr", "de l’American Psychological Association", 1),
    ],
)
def test_names_are_found_in_any_typography(corpus: Corpus, language: str, text: str, names: int) -> None:
    parts = foreign(corpus, language).split(text)
    assert "".join(parts) == text and len(parts[1::2]) == names
