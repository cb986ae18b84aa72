"""The shape of every record, list entry and front matter: closed, so that an unknown key is an error.

Dates are EDTF (ISO 8601-2:2019): `2019`, `2019-05`, or `199X` for a decade.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args, get_origin

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictBool,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.fields import FieldInfo

from kb.model.languages import LANGUAGES, Bilingual, BilingualList, Language, Model, NonEmpty, PartialBilingual
from kb.model.rule import Said
from kb.model.vocabulary import EVIDENCE, PILLARS, YEARS

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MARK_PATTERN = r"^[A-Z]{1,2}(\d+(\.\d+)*)?$"
DATE = re.compile(r"\d{4}(-\d{2}){0,2}|\d{3}X", re.A)

LEGIS = "://www.legisquebec.gouv.qc.ca/"

# Ids carry their kind where the same word could also name a page, a principle or a record.
PREFIXES = {"term": "t-", "reference": "r-", "note": "note-", "figure": "fig-"}

LIKE_A_DATE = Said(
    "write it like 2021, 2021-05, 2021-05-14 or 199X", "écrivez-la comme 2021, 2021-05, 2021-05-14 ou 199X"
)
CORRECT_DATE = Said("correct the year, the month or the day", "corrigez l'année, le mois ou le jour")
ONE_OF_THESE = Said("write one of these", "écrivez l'une de ces valeurs")
ONE_OR_NEW = Said(
    "write one of these, or add it to docs/interface.yml in both languages",
    "écrivez l'une de ces valeurs, ou ajoutez la vôtre à docs/interface.yml dans les deux langues",
)
NO_UNIT = (
    Said("names no unit", "ne nomme aucune unité"),
    Said(
        "name those of docs/units.yml, or write source: editorial",
        "nommez celles de docs/units.yml, ou écrivez source: editorial",
    ),
)
OFF_THE_SCALE = (
    Said("a value is not between the scale's ends", "une valeur n'est pas entre les bouts de l'échelle"),
    Said("correct the scale, or the value", "corrigez l'échelle (scale), ou la valeur"),
)
CORRECT = Said("correct the value", "corrigez la valeur")

Id = Annotated[str, StringConstraints(min_length=1)]  # its form is a check of its own (IDS003)


class Unfit(ValueError):
    """What a validator says of a value, and how to mend it, in both languages."""

    def __init__(self, message: Said, hint: Said = CORRECT):
        super().__init__(message)
        self.message, self.hint = message, hint


class NoDate(Unfit):
    """What is wrong with a date."""


def date_of(value: object) -> str:
    """An EDTF date of the calendar, which has no 13th month and no 31st of February."""
    if not isinstance(value, (str, int)):
        raise NoDate(Said("this is no date", "ceci n'est pas une date"), LIKE_A_DATE)
    text = str(value)
    if not DATE.fullmatch(text):
        raise NoDate(Said(f"{text} is no date", f"{text} n'est pas une date"), LIKE_A_DATE)
    if not text.endswith("X"):
        try:
            datetime.date(*(*map(int, text.split("-")), 1, 1)[:3])
        except ValueError:
            message = Said(f"the calendar has no {text}", f"le calendrier n'a pas de {text}")
            raise NoDate(message, CORRECT_DATE) from None
    return text


Date = Annotated[str, BeforeValidator(date_of)]


@dataclass(frozen=True)
class OneOf:
    """A validator that takes one of the words of a closed vocabulary and says which there are.

    The context of validation holds the vocabularies whose words stand in the interface, where it could be read.
    """

    values: tuple[str, ...] = ()
    vocabulary: str = ""

    def known(self, vocabularies: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        return self.values or vocabularies.get(self.vocabulary, ())

    def __call__(self, value: str, info: ValidationInfo) -> str:
        known = self.known(info.context or {})
        if known and value not in known:
            words = ", ".join(known)
            message = Said(f"{value} is not one of {words}", f"{value} ne figure pas parmi {words}")
            raise Unfit(message, ONE_OR_NEW if self.vocabulary else ONE_OF_THESE)
        return value


def _one_of(values: tuple[str, ...]) -> AfterValidator:
    return AfterValidator(OneOf(values))


def _of(vocabulary: str) -> AfterValidator:
    return AfterValidator(OneOf(vocabulary=vocabulary))


def choices(field: FieldInfo, vocabularies: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words that a field, or each item of its list, must be one of; none where it may be something else."""
    kind, metadata = field.annotation, field.metadata
    if get_origin(kind) is list and get_origin(item := get_args(kind)[0]) is Annotated:
        kind, metadata = item.__origin__, item.__metadata__
    if get_origin(kind) is Literal:
        return get_args(kind)
    validators = (one.func for one in metadata if isinstance(one, AfterValidator))
    return next((one.known(vocabularies) for one in validators if isinstance(one, OneOf)), ())


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
    pillar: Annotated[str, _one_of(PILLARS)]
    source: Annotated[list[Id], BeforeValidator(_units)]
    references: list[Id] = []
    evidence: Annotated[str, _one_of(EVIDENCE)]
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

    initiative: list[Annotated[str, _of("initiatives")]] = Field(min_length=1)
    clientele: list[Annotated[str, _of("clienteles")]] = Field(min_length=1)
    organisations: list[Id]
    place: Annotated[str, _of("places")]
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


class Term(Model):
    """A glossary entry: a notion, an organisation or an abbreviation.

    `source` holds the units that use or define it; `editorial` says that the definition is the guide's own. A word
    of the guide's own workings, such as how it cites, is `about: guide`: the glossary lists it apart.
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
    about: Literal["guide"] | None = None

    @model_validator(mode="after")
    def _of_the_guide_alone(self) -> Term:
        if self.about == "guide" and self.source != "editorial":
            raise Unfit(
                Said("a word of the policy is not about: guide", "un mot de la politique n'est pas about: guide"),
                Said("write source: editorial, or remove about", "écrivez source: editorial, ou retirez about"),
            )
        return self

    def headword(self, language: str) -> str:
        """The name that its entry stands under: its abbreviation where it has one."""
        return self.abbr or self.term[language]

    def full(self, language: str) -> str:
        """What its abbreviation stands for; "" where it stands under its whole name."""
        return "" if self.headword(language) == self.term[language] else self.term[language]

    def names(self, language: str) -> list[str]:
        """Every name that a reader may type: the term, its abbreviation, its aliases."""
        abbr = [self.abbr] if self.abbr and self.abbr.casefold() != self.term[language].casefold() else []
        return [self.term[language], *abbr, *self.aliases[language]]


class Urls(Model):
    fr: str | None = None
    en: str | None = None

    def __getitem__(self, language: str) -> str | None:
        return self.en if language == "en" else self.fr


class Reference(Model):
    """A document that the policy or the guide cites. Without `year` it is undated (s. d. / n.d.)."""

    id: Id
    kind: Literal["policy", "law", "bill", "report", "statistics", "survey", "literature", "standard", "site"]
    author: Bilingual
    year: int | None = Field(default=None, ge=YEARS.start, lt=YEARS.stop, strict=True)
    title: Bilingual
    gloss: PartialBilingual = PartialBilingual()
    citation: Bilingual | None = None
    publisher: Bilingual | None = None
    language: list[Language] = Field(min_length=1)
    url: Urls = Urls()
    editorial: StrictBool = False

    def article(self, language: str, number: str) -> str | None:
        """The address of one of a law's articles, where LégisQuébec publishes it in this language."""
        url = self.url[language] or ""
        return f"{url}?code=se:{number}" if self.kind == "law" and LEGIS in url else None

    def title_language(self, language: str) -> str:
        """That of the title which readers of `language` see: a gloss explains one in the other language."""
        foreign = self.title.fr == self.title.en and (self.gloss[language] or language not in self.language)
        return next(code for code in LANGUAGES if (code != language) == bool(foreign))


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


class Articles(Model):
    """Articles of a law, by their numbers, such as `74` or `42.1`."""

    reference: Id
    articles: list[Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")]] = Field(min_length=1)


class Situation(Model):
    """What a reader is in: where the base answers it. Its page, of the same id, tells what the policy does not say.

    `sections` are units, whose first sentences are the answer and whose gestures follow; `teams` are examples that may
    be called on, shown side by side; `examples` and `models` only show how it can be done. `first` are the parts that
    readers come for, of these and the text of its own.
    """

    id: Id
    mark: NonEmpty
    aliases: BilingualList = BilingualList()
    sections: list[Id] = Field(min_length=1)
    teams: list[Id] = []
    examples: list[Id] = []
    models: list[Id] = []
    articles: list[Articles] = []
    terms: list[Id] = []
    first: list[Literal["teams", "sections", "articles", "text"]] = []


class Bar(Model):
    label: Bilingual
    value: float = Field(ge=0, le=100, strict=True)
    qualifier: Bilingual | None = None


class Scale(Model):
    """Where bars begin and end, for values so close that they would look alike on a scale from 0 to 100."""

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
