"""The shape of every record, list entry and front matter: closed, so that an unknown key is an error.

Dates are EDTF (ISO 8601-2:2019): `2019`, `2019-05`, or `199X` for a decade.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictBool,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from kb.model.languages import LANGUAGES, Bilingual, BilingualList, Language, Model, NonEmpty, PartialBilingual
from kb.model.vocabulary import EVIDENCE, PILLARS, YEARS

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MARK_PATTERN = r"^[A-Z]{1,2}(\d+(\.\d+)*)?$"
DATE = re.compile(r"\d{4}(-\d{2}){0,2}|\d{3}X", re.A)

# Ids carry their kind where the same word could also name a page, a principle or a record.
PREFIXES = {"term": "t-", "reference": "r-", "note": "note-", "figure": "fig-"}

Id = Annotated[str, StringConstraints(min_length=1)]  # its form is a check of its own (IDS003)


def _date(value: object) -> str:
    """An EDTF date of the calendar, which has no 13th month and no 31st of February."""
    text = str(value) if isinstance(value, (str, int)) else "this"
    if not DATE.fullmatch(text):
        raise ValueError(f"{text} is no date — write it like 2021, 2021-05, 2021-05-14 or 199X")
    if not text.endswith("X"):
        try:
            datetime.date(*(*map(int, text.split("-")), 1, 1)[:3])
        except ValueError:
            raise ValueError(f"the calendar has no {text} — correct the year, the month or the day") from None
    return text


Date = Annotated[str, BeforeValidator(_date)]


def _refuse(value: str, values: Iterable[str], hint: str) -> None:
    if value not in values:
        raise ValueError(f"{value} is not one of {', '.join(values)} — {hint}")


def _one_of(values: tuple[str, ...]):
    """A validator that takes one of `values` and says which there are."""

    def check(value: str) -> str:
        _refuse(value, values, "write one of these")
        return value

    return AfterValidator(check)


def _of(vocabulary: str):
    """A validator that takes a value of a vocabulary, which the context of validation holds where it could be read."""

    def check(value: str, info: ValidationInfo) -> str:
        values = (info.context or {}).get(vocabulary)
        if values:
            _refuse(value, values, "write one of these, or add it to docs/interface.yml in both languages")
        return value

    return AfterValidator(check)


def _units(value: object) -> object:
    """No unit for what is editorial, said in so many words."""
    if value == []:
        raise ValueError("names no unit — name those of docs/units.yml, or write source: editorial")
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
    then do.
    """

    id: Id
    mark: NonEmpty
    slug: Bilingual
    title: Bilingual
    nav_title: Bilingual | None = None
    aliases: BilingualList = BilingualList()
    summary: Bilingual
    pillar: Annotated[str, _one_of(PILLARS)]
    source: Annotated[list[Id], BeforeValidator(_units)]
    references: list[Id] = []
    evidence: Annotated[str, _one_of(EVIDENCE)]
    principles: dict[str, Bilingual] = Field(min_length=1)
    terms: list[Id] = []

    @property
    def editorial(self) -> bool:
        return not self.source


class Example(Record):
    """A Québec example. `organisations` are glossary ids; `partners` those the policy names besides."""

    initiative: Annotated[str, _of("initiatives")]
    clientele: list[Annotated[str, _of("clienteles")]] = Field(min_length=1)
    organisations: list[Id]
    place: Annotated[str, _of("places")]
    period: Period
    milestones: list[Milestone] = Field(min_length=1)
    partners: list[Bilingual] | Undocumented
    models: dict[str, Bilingual] = {}


class TheoreticalModel(Record):
    """A theoretical model. `english_name` is the name that the policy itself prints, for a model of the policy."""

    english_name: NonEmpty | None = None
    idea: Bilingual
    mechanism: Bilingual
    caution: Bilingual | Undocumented


class Term(Model):
    """A glossary entry: a notion, an organisation or an abbreviation.

    `source` holds the units that use or define it; `editorial` says that the definition is the guide's own.
    Prose does not write a form in `avoid`; it may still be an alias, so that a reader who types it finds the term.
    """

    id: Id
    kind: Literal["notion", "organisation", "abbreviation"]
    term: Bilingual
    abbr: NonEmpty | None = None
    aliases: BilingualList = BilingualList()
    avoid: BilingualList = BilingualList()
    definition: Bilingual
    see: list[Id] = []
    source: list[Id] | Literal["editorial"]
    editorial: StrictBool = False

    def names(self, language: str) -> list[str]:
        """Every name that a reader may type: the term, its abbreviation, its aliases."""
        abbr = [self.abbr] if self.abbr and self.abbr.casefold() != self.term[language].casefold() else []
        return [self.term[language], *abbr, *self.aliases[language]]


class Urls(Model):
    fr: str | None = None
    en: str | None = None


class Reference(Model):
    """A document that the policy or the guide cites. Without `year` it is undated (s. d. / n.d.)."""

    id: Id
    kind: Literal["policy", "law", "bill", "report", "statistics", "survey", "literature", "standard"]
    author: Bilingual
    year: int | None = Field(default=None, ge=YEARS.start, lt=YEARS.stop, strict=True)
    title: Bilingual
    gloss: PartialBilingual = PartialBilingual()
    citation: Bilingual | None = None
    publisher: Bilingual | None = None
    language: list[Language] = Field(min_length=1)
    url: Urls = Urls()
    editorial: StrictBool = False


class Note(Model):
    """One of the policy's footnotes: where it stands, and the documents that it names."""

    id: Id
    number: int = Field(ge=1, strict=True)
    page: int = Field(ge=1, strict=True)
    unit: Id
    references: list[Id]
    page_ref: Id | None = None
    locator: Bilingual | None = None
    text: Bilingual | None = None
    url: str | None = None


class Synonyms(BilingualList):
    """Words that readers use for one another; in each language none, or two and more."""

    @model_validator(mode="after")
    def _in_company(self) -> Synonyms:
        for language in LANGUAGES:
            if len(self[language]) == 1:
                raise ValueError(f"{language} has one word only, {self[language][0]}: give what it stands for too")
        return self


class Words(Model):
    """Words of docs/words.yml that the dictionaries lack, and names of several words; `why` is what they share."""

    why: NonEmpty
    language: Language | Literal["both"]
    words: list[NonEmpty] = Field(min_length=1)


class Unit(Model):
    """A unit of the policy. `page`, and `end` where its text runs on, are derived from the one folio that it prints.

    `heading` is the policy's own; where it has none (`untitled`), it describes the passage.
    """

    id: Id
    page: int = Field(ge=1, strict=True)
    end: int | None = Field(default=None, strict=True)
    kind: Literal["page", "section", "pillar", "principle", "example", "model", "figure", "glossary", "references"]
    pillar: str | None = None
    mark: NonEmpty | None = None
    heading: NonEmpty
    untitled: StrictBool = False

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Unit:
        if self.end is not None and self.end <= self.page:
            raise ValueError(f"end: {self.end} is not after page {self.page}")
        return self


class Bar(Model):
    label: Bilingual
    value: float = Field(ge=0, le=100, strict=True)
    qualifier: Bilingual | None = None


class Step(Model):
    id: Id
    title: Bilingual
    text: Bilingual


class Figure(Model):
    """A figure drawn at build time: bars from data, steps in order, or the house of the pillars."""

    id: Id
    kind: Literal["bars", "steps", "house"]
    title: Bilingual
    caption: Bilingual
    source: list[Id] = Field(min_length=1)
    notes: list[Id] = []
    unit: NonEmpty | None = None
    bars: list[Bar] = []
    steps: list[Step] = []

    @model_validator(mode="after")
    def _has_what_it_draws(self) -> Figure:
        for kind in ("bars", "steps"):
            if (self.kind == kind) != bool(getattr(self, kind)):
                raise ValueError(
                    f"a figure of kind {kind} has {kind}, and no other has — correct the kind, or the {kind}"
                )
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
        Literal["glossary", "references", "examples", "models", "concordance", "timeline", "matrix", "changes", "all"]
        | None
    ) = None
