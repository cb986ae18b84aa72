"""Texts in both languages, side by side, so that a missing translation is a schema error."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

LANGUAGES = ("fr", "en")
Language = Literal["fr", "en"]

NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Model(BaseModel):
    """Closed: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Model):
    """A text in both languages, side by side, so that a missing translation is a schema error."""

    fr: NonEmpty
    en: NonEmpty

    def __getitem__(self, language: str) -> str:
        return getattr(self, language)


class BilingualList(Model):
    fr: list[NonEmpty] = []
    en: list[NonEmpty] = []

    def __getitem__(self, language: str) -> list[str]:
        return getattr(self, language)


class PartialBilingual(Model):
    """A text that one of the languages may lack, such as the gloss of a French title."""

    fr: NonEmpty | None = None
    en: NonEmpty | None = None
