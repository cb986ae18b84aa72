"""What a reader is in, and the articles of law that bear on it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kb.model.languages import BilingualList, Model, NonEmpty
from kb.model.schema.values import Id


class Articles(Model):
    """Articles of a law, by their numbers, such as `74` or `42.1`."""

    reference: Id
    articles: list[Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")]] = Field(min_length=1)


class Situation(Model):
    """What a reader is in: where the base answers it. Its page, of the same id, tells what the policy does not say.

    `sections` are units, whose first sentences are the answer and whose gestures follow; of those in `also`, the first
    sentence alone is shown, after what the policy does not say. `teams` are examples that may be called on, shown side
    by side; `examples` and `models` only show how it can be done. `first` are the parts that readers come for, of these
    and the text of its own.
    """

    id: Id
    mark: NonEmpty
    aliases: BilingualList = BilingualList()
    sections: list[Id] = Field(min_length=1)
    also: list[Id] = []
    teams: list[Id] = []
    examples: list[Id] = []
    models: list[Id] = []
    articles: list[Articles] = []
    terms: list[Id] = []
    first: list[Literal["teams", "sections", "articles", "text"]] = []
