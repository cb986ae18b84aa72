"""An entry whose keys, dates or listed words are wrong, read as it was meant: its fault and all others are told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError

from kb.model.finding import closest
from kb.model.languages import LANGUAGES
from kb.model.schema.records import Record
from kb.model.schema.values import NoDate, choices, date_of
from kb.read.schemafault import UNKNOWN, place_of

MISREAD = str.maketrans("OoIl/.", "0011--")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def mended(
    error: ValidationError, model: type[BaseModel], data: Any, vocabularies: Mapping[str, Any]
) -> tuple[Any | None, bool]:
    """The model of the data with each misspelt key as the one meant, without the other unknown keys, with each wrong
    date as it was meant, and in a record with a stand-in for each word that is none of a vocabulary and no item in a
    list that is missing, and whether nothing was lost so; None where more than that is wrong."""
    data, whole = deepcopy(data), True
    kinds = {place_of(fault): fault["type"] for fault in error.errors(include_url=False)}
    dates = [place_of(fault) for fault in error.errors() if isinstance(fault.get("ctx", {}).get("error"), NoDate)]
    for at, kind in sorted(kinds.items(), key=lambda fault: fault[1] != UNKNOWN):
        if kind == UNKNOWN:
            whole &= _renamed(data, model, at)
        elif at in dates:
            _dated(data, at)
        elif issubclass(model, Record) and at and (kind != "missing" or at[0] not in data):
            whole = False
            _stand_in(data, model, str(at[0]), vocabularies)
    try:
        return model.model_validate(data, context=vocabularies), whole
    except ValidationError:
        return None, False


def _renamed(data: Any, model: type[BaseModel], at: tuple[str | int, ...]) -> bool:
    """Give the unknown key at a place the name of the key that it was meant for, or take it out: false."""
    for part in at[:-1]:
        data = data[part]
    value = data.pop(at[-1], None)
    known = model.model_fields if len(at) == 1 else LANGUAGES
    meant = closest(str(at[-1]), (key for key in known if key not in data))
    if meant:
        data[meant] = value
    return bool(meant)


def _dated(data: Any, at: tuple[str | int, ...]) -> None:
    """Write a date as it was meant, 2012-10 for 2012/1O, or else its year, 2012 for 2012-13, if it has one."""
    for part in at[:-1]:
        data = data[part]
    meant = str(data[at[-1]]).translate(MISREAD)
    for date in (meant, *YEAR.findall(meant)):
        with suppress(NoDate):
            data[at[-1]] = date_of(date)
            return


def _stand_in(data: dict[str, Any], model: type[BaseModel], key: str, vocabularies: Mapping[str, Any]) -> None:
    """Put the first word of its vocabulary in the place of a value that should be one, or no item for a list that is
    missing."""
    field = model.model_fields[key]
    if words := choices(field, vocabularies):
        data[key] = words[0] if field.annotation is str else [words[0]]
    elif key not in data and get_origin(field.annotation) is list:
        data[key] = []
