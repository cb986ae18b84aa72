"""What a figure draws."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from kb.model.languages import Bilingual, Model, NonEmpty
from kb.model.rule import Said
from kb.model.schema.values import Id, Unfit

OFF_THE_SCALE = (
    Said("a value is not between the scale's ends", "une valeur n'est pas entre les bouts de l'échelle"),
    Said("correct the scale, or the value", "corrigez l'échelle (scale), ou la valeur"),
)


class Bar(Model):
    label: Bilingual
    value: float = Field(ge=0, le=100, strict=True)
    qualifier: Bilingual | None = None


class Scale(Model):
    """Where an axis begins and ends, for values so close that their bars would look alike; each is a dot on it."""

    start: float = Field(ge=0, le=100, strict=True)
    end: float = Field(ge=0, le=100, strict=True)


class Step(Model):
    id: Id
    title: Bilingual
    text: Bilingual


class Flow(Model):
    """What the policy says that one may tell the other; `points` is the unit whose gestures list it, if it says any."""

    giver: Bilingual
    receiver: Bilingual
    says: Bilingual
    points: Id | None = None


class Figure(Model):
    """A figure drawn at build time: bars from data, steps in order, who tells whom, or the house of the pillars."""

    id: Id
    kind: Literal["bars", "steps", "flow", "house"]
    title: Bilingual
    caption: Bilingual
    source: list[Id] = Field(min_length=1)
    notes: list[Id] = []
    unit: NonEmpty | None = None
    bars: list[Bar] = []
    scale: Scale | None = None
    steps: list[Step] = []
    flows: list[Flow] = []

    @model_validator(mode="after")
    def _has_what_it_draws(self) -> Figure:
        for kind, key in (("bars", "bars"), ("steps", "steps"), ("flow", "flows")):
            if (self.kind == kind) != bool(getattr(self, key)):
                raise Unfit(*_drawn(kind, key))
        if self.scale and not all(self.scale.start < bar.value <= self.scale.end for bar in self.bars):
            raise Unfit(*OFF_THE_SCALE)
        return self


def _drawn(kind: str, key: str) -> tuple[Said, Said]:
    message = Said(
        f"a figure of kind {kind} has {key}, and no other has",
        f"une figure du genre {kind} a la clé {key}, et aucune autre ne l'a",
    )
    return message, Said(f"correct the kind, or the {key}", f"corrigez le genre (kind), ou la clé {key}")
