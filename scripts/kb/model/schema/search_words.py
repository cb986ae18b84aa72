"""What readers type and ask, and words that no dictionary has."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool, model_validator

from kb.model.languages import LANGUAGES, Bilingual, BilingualList, Language, Model, NonEmpty
from kb.model.rule import Said
from kb.model.schema.values import Id, Unfit


class Synonyms(BilingualList):
    """Words that readers use for one another; in each language none, or two and more."""

    @model_validator(mode="after")
    def _in_company(self) -> Synonyms:
        for language in LANGUAGES:
            if len(self[language]) == 1:
                raise Unfit(_alone(language, self[language][0]))
        return self


def _alone(language: str, word: str) -> Said:
    return Said(
        f"{language} has one word only, {word}: give what it stands for too",
        f"{language} n'a qu'un mot, {word} : donnez aussi ce qu'il remplace",
    )


class Asked(BilingualList):
    """What readers ask, in their own words: as much in one language as in the other."""

    @model_validator(mode="after")
    def _enough(self) -> Asked:
        counts = [len(self[language]) for language in LANGUAGES]
        if counts[0] != counts[1] or not 3 <= counts[0] <= 6:
            raise Unfit(Said(f"{counts[0]} questions in French, {counts[1]} in English", _uneven(counts)), SOME)
        return self


def _uneven(counts: list[int]) -> str:
    return f"{counts[0]} questions en français, {counts[1]} en anglais"


SOME = Said("write three to six, as many in both languages", "écrivez-en de trois à six, autant dans les deux langues")


class Questions(Model):
    """What readers ask that a page, section, record or situation answers: for the search alone."""

    id: Id
    asked: Asked


class Typed(BilingualList):
    """Words that readers would type, in each language."""

    @model_validator(mode="after")
    def _in_both(self) -> Typed:
        for language in LANGUAGES:
            if not self[language]:
                raise Unfit(Said(f"{language} has no word", f"{language} n'a aucun mot"), SOME_WORD)
        return self


SOME_WORD = Said("write what a reader would type", "écrivez ce qu'on taperait")


class Elsewhere(Model):
    """A subject that the policy does not cover: words for it, what the guide says of it, and where to look.

    `see` names pages, sections of pages (`attentes#attentes-ailleurs`) and references.
    """

    words: Typed
    says: Bilingual
    see: list[Id] = []


class Words(Model):
    """Words of docs/words.yml that the dictionaries lack, and names of several words; `why` is what they share.

    Some are right in questions only, which are written as people speak.
    """

    why: NonEmpty
    questions: StrictBool = False
    language: Language | Literal["both"]
    words: list[NonEmpty] = Field(min_length=1)
