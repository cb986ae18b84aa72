"""What does not follow the schema, in plain words: a pydantic error as a code, a message and a hint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from kb.model.finding import did_you_mean
from kb.model.rule import Rule

REC002 = Rule(
    "REC002",
    "YAML follows its schema: no unknown key, wrong type, missing key or missing language.",
    "Le YAML suit son schéma : aucune clé inconnue, aucun mauvais type, aucune clé ni langue manquante.",
    "A misspelled or forgotten fact would simply not appear on the page.",
    "Un fait mal nommé ou oublié n'apparaîtrait tout simplement pas dans la page.",
)

PAR005 = Rule(
    "PAR005",
    "A page has a title and a description.",
    "Une page a un titre et une description.",
    "Search results and shared links would say nothing about the page.",
    "Les résultats de recherche et les liens partagés ne diraient rien de la page.",
)


# Error types of pydantic → what is wanted, and how it is written.
WANTED = {
    "string_type": ("a text", "write a text here, between quotes if it is a number or true"),
    "list_type": ("a list", "write a list: [one, two], or a line “- one” for each"),
    "dict_type": ("keys with their values", "write “key: value” lines below it"),
    "model_type": ("keys with their values", "write “key: value” lines below it, such as “fr: …” and “en: …”"),
    "model_attributes_type": ("keys with their values", "write “key: value” lines below it"),
    "bool_type": ("true or false", "write true or false"),
    "int_type": ("a whole number", "write a whole number in figures"),
    "int_from_float": ("a whole number", "write a whole number in figures"),
    "float_type": ("a number", "write a number in figures, with a point for decimals"),
    "finite_number": ("a number", "write a number in figures, with a point for decimals"),
}
LIMITS = {
    "greater_than_equal": ("is less than {ge:g}", "correct the number"),
    "less_than_equal": ("is more than {le:g}", "correct the number"),
}
SHOWN = 40  # characters of a wrong value


class SchemaFault(NamedTuple):
    """A fault and the keys that lead to it."""

    at: tuple
    code: str
    message: str
    hint: str


def faults(error: ValidationError, model: type[BaseModel]) -> Iterator[SchemaFault]:
    """What is wrong, once at each place: a value that may be of two shapes fits neither, and fails twice."""
    by_place: dict[tuple, list[Any]] = {}
    for fault in error.errors(include_url=False):
        by_place.setdefault(_place(fault), []).append(fault)
    for at, found in by_place.items():
        words = [fault for fault in found if fault["type"] == "literal_error"]
        others = [fault for fault in found if fault["type"] != "literal_error"]
        deeper = any(other[: len(at)] == at and other != at for other in by_place)
        if others:
            code, message, hint = _explain(others[0], model, at)
            yield SchemaFault(at, code, message, f"{hint}; or write {_expected(words[0])}" if words else hint)
        elif not deeper:
            yield SchemaFault(at, *_explain(words[0], model, at))


def _place(fault: Any) -> tuple:
    """The keys that lead to a fault, without the branches of a union."""
    return tuple(part for part in fault["loc"] if not str(part).startswith(("literal[", "list[", "Bilingual")))


def _expected(fault: Any) -> str:
    return fault["ctx"]["expected"].replace("'", "")


def _explain(fault: Any, model: type[BaseModel], at: tuple) -> tuple[str, str, str]:
    """Code, message and hint."""
    kind, key = fault["type"], ".".join(map(str, at))
    if kind == "extra_forbidden":
        hint = did_you_mean(str(at[-1]), model.model_fields, "remove it or correct its name")
        return REC002, f"unknown key {key}", hint
    if kind == "missing":
        code = PAR005 if at in (("title",), ("description",)) else REC002
        return code, f"the key {key} is missing", "add it"
    message, hint = _value(fault, model, at)
    return REC002, f"{key}: {message}" if key else message, hint


def _value(fault: Any, model: type[BaseModel], at: tuple) -> tuple[str, str]:
    kind, value = fault["type"], fault["input"]
    if kind in ("string_too_short", "too_short") or value is None:
        return "nothing stands here", "write it, or remove the key if it may be left out"
    if kind == "literal_error":
        return f"{_shown(value)} is not one of {_expected(fault)}", "write one of these"
    if kind == "list_type" and at == ("source",):
        return f"{_shown(value)} is not a list", "list the units of docs/units.yml that tell it: [vision]"
    if kind in WANTED:
        wanted, hint = WANTED[kind]
        return f"{_shown(value)} is not {wanted}", hint
    if kind in LIMITS:
        what, hint = LIMITS[kind]
        return f"{_shown(value)} {what.format(**fault['ctx'])}", hint
    message = fault["msg"].removeprefix("Value error, ")
    said, _, hint = message.partition(" — ")
    return said, hint or "correct the value"


def _shown(value: Any) -> str:
    """A wrong value as its author wrote it, or what it is made of."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a set of keys"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
