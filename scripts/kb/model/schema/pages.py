"""What heads an authored page, and the units of the policy."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool, model_validator

from kb.model.languages import Model, NonEmpty
from kb.model.rule import Said
from kb.model.schema.values import Id, Unfit


class Unit(Model):
    """A unit of the policy. `page`, and `end` where its text runs on, are derived from the one folio that it prints.

    `heading` is the policy's own; where it has none (`untitled`), it describes the passage. `gestures` are the headings
    of our text under which it says what to do.
    """

    id: Id
    page: int = Field(ge=1, strict=True)
    end: int | None = Field(default=None, strict=True)
    kind: Literal["page", "section", "pillar", "principle", "example", "model", "figure", "glossary", "references"]
    pillar: str | None = None
    mark: NonEmpty | None = None
    heading: NonEmpty
    untitled: StrictBool = False
    gestures: list[Id] = []

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Unit:
        if self.end is not None and self.end <= self.page:
            message = Said(
                f"end: {self.end} is not after page {self.page}",
                f"end : {self.end} ne vient pas après la page {self.page}",
            )
            raise Unfit(message)
        return self


class FrontMatter(Model):
    """What heads an authored page. A page whose id is a unit traces to it; others give `sources` or are `editorial`.

    Tables of a `wide` page take the width of the table of contents too.
    """

    id: Id
    title: NonEmpty
    nav_title: NonEmpty | None = None
    description: NonEmpty
    sources: list[Id] = []
    editorial: StrictBool = False
    wide: StrictBool = False
    generated: (
        Literal[
            "glossary",
            "references",
            "examples",
            "models",
            "concordance",
            "timeline",
            "matrix",
            "changes",
            "all",
            "memo",
            "contents",
            "search",
        ]
        | None
    ) = None
