"""What an example and a model state as facts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kb.model.languages import Bilingual, BilingualList, Model, NonEmpty
from kb.model.rule import Said
from kb.model.schema.values import Date, Id, Unfit, of, one_of
from kb.model.vocabulary import EVIDENCE, PILLARS

NO_UNIT = (
    Said("names no unit", "ne nomme aucune unité"),
    Said(
        "name those of docs/units.yml, or write source: editorial",
        "nommez celles de docs/units.yml, ou écrivez source: editorial",
    ),
)


def _units(value: object) -> object:
    """No unit for what is editorial, said in so many words."""
    if value == []:
        raise Unfit(*NO_UNIT)
    return [] if value == "editorial" else value


class Period(Model):
    start: Date
    end: Date | None = None


class Milestone(Model):
    date: Date
    text: Bilingual


class PolicyMilestone(Milestone):
    """A dated fact that belongs to no example; `unit` is where the policy states it."""

    unit: Id


Undocumented = Literal["undocumented"]


class Record(Model):
    """What an example and a model share; facts only, the prose stands in fr.md and en.md.

    `nav_title` is the short name that navigation and links use; without it they use the title. `source` holds the units
    of the policy that tell of it; it is empty (`editorial`) for what does not come from the policy, whose `references`
    then do. `silent` names what the policy, or the source, does not tell besides the facts and sections left unknown.
    """

    id: Id
    mark: NonEmpty
    slug: Bilingual
    title: Bilingual
    nav_title: Bilingual | None = None
    aliases: BilingualList = BilingualList()
    summary: Bilingual
    pillar: Annotated[str, one_of(PILLARS)]
    source: Annotated[list[Id], BeforeValidator(_units)] = Field(examples=["vision"])
    references: list[Id] = []
    evidence: Annotated[str, one_of(EVIDENCE)]
    principles: dict[str, Bilingual] = Field(min_length=1)
    terms: list[Id] = []
    silent: list[Bilingual] = []

    @property
    def editorial(self) -> bool:
        return not self.source

    @property
    def entries(self) -> dict[str, list[str]]:
        """The glossary entries that it names, by the key that names them."""
        return {"terms": self.terms}

    @property
    def reasons(self) -> dict[str, dict[str, Bilingual]]:
        """By key, the ids that it is tied to, each with the reason."""
        return {"principles": self.principles}


class Example(Record):
    """A Québec example. `organisations` are glossary ids; `partners` those the policy names besides."""

    initiative: list[Annotated[str, of("initiatives")]] = Field(min_length=1)
    clientele: list[Annotated[str, of("clienteles")]] = Field(min_length=1)
    organisations: list[Id] = Field(examples=["t-…"])
    place: Annotated[str, of("places")]
    period: Period
    milestones: list[Milestone] = Field(min_length=1)
    partners: list[Bilingual] | Undocumented
    models: dict[str, Bilingual] = {}

    @property
    def entries(self) -> dict[str, list[str]]:
        return {**super().entries, "organisations": self.organisations}

    @property
    def reasons(self) -> dict[str, dict[str, Bilingual]]:
        return {**super().reasons, "models": self.models}


class TheoreticalModel(Record):
    """A theoretical model. `english_name` is the name that the policy itself prints, for a model of the policy."""

    english_name: NonEmpty | None = None
    idea: Bilingual
    mechanism: Bilingual
    caution: Bilingual | Undocumented
