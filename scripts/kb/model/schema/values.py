"""What a value may be, whatever names it: ids, dates, and one of a closed vocabulary.

Dates are EDTF (ISO 8601-2:2019): `2019`, `2019-05`, or `199X` for a decade.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo
from pydantic.fields import FieldInfo

from kb.model.rule import Said

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

MARK_PATTERN = r"^[A-Z]{1,2}(\d+(\.\d+)*)?$"

DATE = re.compile(r"\d{4}(-\d{2}){0,2}|\d{3}X", re.A)

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


def one_of(values: tuple[str, ...]) -> AfterValidator:
    return AfterValidator(OneOf(values))


def of(vocabulary: str) -> AfterValidator:
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
