"""Texts in both languages, side by side, so that a missing translation is a schema error."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

LANGUAGES = ("fr", "en")
Language = Literal["fr", "en"]


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)


# A text of one or more lines in YAML is one line wherever it is put: a cell, a tooltip, a list item.
NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)]


class Model(BaseModel):
    """Closed: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Model):
    """A text in both languages, side by side, so that a missing translation is a schema error."""

    fr: NonEmpty
    en: NonEmpty

    def __getitem__(self, language: str) -> str:
        return self.en if language == "en" else self.fr


class BilingualList(Model):
    fr: list[NonEmpty] = []
    en: list[NonEmpty] = []

    def __getitem__(self, language: str) -> list[str]:
        return self.en if language == "en" else self.fr


class PartialBilingual(Model):
    """A text that one of the languages may lack, such as the gloss of a French title."""

    fr: NonEmpty | None = None
    en: NonEmpty | None = None

    def __getitem__(self, language: str) -> str | None:
        return self.en if language == "en" else self.fr
