"""What does not follow the schema, in plain words: a pydantic error as a code, a message and a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from kb.formats.yamlfile import Path as KeyPath
from kb.model.finding import closest, did_you_mean
from kb.model.rule import Rule, Said
from kb.model.schema.values import CORRECT, ONE_OF_THESE, Id, Unfit, choices

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


UNKNOWN = "extra_forbidden"  # the type of a key that the schema does not have
SHOWN = 40  # characters of a wrong value
KEYS_BELOW = Said("write “key: value” lines below it", "écrivez en dessous des lignes « clé: valeur »")
FR_AND_EN = Said(
    "write “key: value” lines below it, such as “fr: …” and “en: …”",
    "écrivez en dessous des lignes « clé: valeur », comme « fr: … » et « en: … »",
)
NO_KEYS = Said("is not keys with their values", "n'est pas fait de clés avec leurs valeurs")
NO_WHOLE = (
    Said("is not a whole number", "n'est pas un nombre entier"),
    Said("write a whole number in figures", "écrivez un nombre entier en chiffres"),
)
NO_NUMBER = (
    Said("is not a number", "n'est pas un nombre"),
    Said(
        "write a number in figures, with a point for decimals",
        "écrivez un nombre en chiffres, avec un point pour les décimales",
    ),
)
CORRECT_NUMBER = Said("correct the number", "corrigez le nombre")
NO_LIST = Said("is not a list", "n'est pas une liste")
# Error types of pydantic → what a value is not, and how it is written.
NOT = {
    "string_type": (
        Said("is not a text", "n'est pas un texte"),
        Said(
            "write a text here, between quotes if it is a number or true",
            "écrivez ici un texte, entre guillemets droits si c'est un nombre ou true",
        ),
    ),
    "list_type": (
        NO_LIST,
        Said(
            "write a list: [one, two], or a line “- one” for each",
            "écrivez une liste : [un, deux], ou une ligne « - un » pour chacun",
        ),
    ),
    "dict_type": (NO_KEYS, KEYS_BELOW),
    "model_type": (NO_KEYS, FR_AND_EN),
    "model_attributes_type": (NO_KEYS, KEYS_BELOW),
    "bool_type": (
        Said("is not true or false", "n'est ni true ni false"),
        Said("write true or false", "écrivez true ou false"),
    ),
    "int_type": NO_WHOLE,
    "int_from_float": NO_WHOLE,
    "float_type": NO_NUMBER,
    "finite_number": NO_NUMBER,
    "greater_than_equal": (Said("is less than {ge:g}", "est inférieur à {ge:g}"), CORRECT_NUMBER),
    "less_than_equal": (Said("is more than {le:g}", "est supérieur à {le:g}"), CORRECT_NUMBER),
}
# What else pydantic says, in its own words in English.
FRENCH = {
    "missing": "cette clé manque",
    UNKNOWN: "cette clé est inconnue",
    "string_type": "un texte est attendu ici",
    "string_too_short": "un texte est attendu ici",
    "string_unicode": "ce texte contient des caractères qui ne sont pas de l'Unicode valide",
    "string_pattern_mismatch": "ce texte n'a pas la forme voulue, {pattern}",
    "model_type": "des clés avec leurs valeurs sont attendues ici",
    "less_than": "un nombre inférieur à {lt:g} est attendu ici",
    "date_type": "une date est attendue ici",
    "date_parsing": "une date est attendue ici, comme 2026-11-22",
    "date_from_datetime_parsing": "une date est attendue ici, comme 2026-11-22",
    "date_from_datetime_inexact": "une date sans heure est attendue ici, comme 2026-11-22",
}
NOTHING = (
    Said("nothing stands here", "il n'y a rien ici"),
    Said(
        "write it, or remove the key if it may be left out",
        "écrivez-le, ou retirez la clé si elle n'est pas obligatoire",
    ),
)
NAME_UNITS = Said(
    "list the units of docs/units.yml that tell it: [vision]",
    "énumérez les unités de docs/units.yml qui en parlent : [vision]",
)
OTHER_KEY = Said("remove it or correct its name", "retirez-la ou corrigez son nom")
ADD_KEY = Said("add it", "ajoutez-la")
OR_NONE = Said(", or [] where there is none", ", ou [] s'il n'y en a pas")


class SchemaFault(NamedTuple):
    """A fault and the keys that lead to it."""

    at: KeyPath
    code: str
    message: Said
    hint: Said


def faults(
    error: ValidationError, model: type[BaseModel], vocabularies: Mapping[str, tuple[str, ...]]
) -> Iterator[SchemaFault]:
    """What is wrong, once at each place: a value that may be of two shapes fits neither, and fails twice."""
    by_place: dict[KeyPath, list[Any]] = {}
    for fault in error.errors(include_url=False):
        by_place.setdefault(place_of(fault), []).append(fault)
    for at, found in by_place.items():
        if found[0]["type"] == "missing" and _is_misspelt(at, by_place):
            continue
        words = [fault for fault in found if fault["type"] == "literal_error"]
        others = [fault for fault in found if fault["type"] != "literal_error"]
        deeper = any(other[: len(at)] == at and other != at for other in by_place)
        if others:
            code, message, hint = _explain(others[0], model, at)
            if found[0]["type"] == "missing" and len(at) == 1:
                hint = _add(str(at[0]), model.model_fields[str(at[0])], vocabularies)
            yield SchemaFault(at, code, message, _or_word(hint, words[0]) if words else hint)
        elif not deeper:
            yield SchemaFault(at, *_explain(words[0], model, at))


def _is_misspelt(at: KeyPath, by_place: dict[KeyPath, list[Any]]) -> bool:
    """Whether an unknown key beside it was meant for a missing one."""
    beside = (other for other, found in by_place.items() if found[0]["type"] == UNKNOWN)
    return any(other[:-1] == at[:-1] and closest(str(other[-1]), [str(at[-1])]) for other in beside)


def place_of(fault: Any) -> KeyPath:
    """The keys that lead to a fault, without the branches of a union."""
    return tuple(part for part in fault["loc"] if not str(part).startswith(("literal[", "list[", "Bilingual")))


def _add(key: str, field: FieldInfo, vocabularies: Mapping[str, tuple[str, ...]]) -> Said:
    """How to mend a missing key: the words that it may be one of, or the form of a list of ids."""
    if words := ", ".join(choices(field, vocabularies)):
        return Said(f"{ADD_KEY}: one of {words}", f"{ADD_KEY.fr}, avec une de ces valeurs : {words}")
    if field.annotation != list[Id]:
        return ADD_KEY
    form = f"{key}: [{', '.join(field.examples or ['…'])}]"
    none = Said("", "") if field.metadata else OR_NONE
    return Said(f"{ADD_KEY}: {form}{none}", f"{ADD_KEY.fr} : {form}{none.fr}")


def in_both(fault: Any) -> Said:
    """What pydantic itself says, and the same in French."""
    french = FRENCH.get(fault["type"], "cette valeur ne convient pas")
    return Said(fault["msg"], french.format(**fault.get("ctx", {})))


def _expected(fault: Any) -> Said:
    words = fault["ctx"]["expected"].replace("'", "")
    return Said(words, words.replace(" or ", " ou "))


def _or_word(hint: Said, fault: Any) -> Said:
    words = _expected(fault)
    return Said(f"{hint}; or write {words}", f"{hint.fr}; ou écrivez {words.fr}")


def _explain(fault: Any, model: type[BaseModel], at: KeyPath) -> tuple[str, Said, Said]:
    """Code, message and hint."""
    kind, key = fault["type"], ".".join(map(str, at))
    if kind == UNKNOWN:
        hint = did_you_mean(str(at[-1]), model.model_fields, OTHER_KEY)
        return REC002, Said(f"unknown key {key}", f"clé inconnue : {key}"), hint
    if kind == "missing":
        code = PAR005 if at in (("title",), ("description",)) else REC002
        return code, Said(f"the key {key} is missing", f"la clé {key} manque"), ADD_KEY
    message, hint = _value(fault, at)
    return REC002, Said(f"{key}: {message}", f"{key} : {message.fr}") if key else message, hint


def _value(fault: Any, at: KeyPath) -> tuple[Said, Said]:
    kind, value = fault["type"], fault["input"]
    if kind in ("string_too_short", "too_short") or value is None:
        return NOTHING
    if kind == "literal_error":
        words = _expected(fault)
        return _of(value, Said(f"is not one of {words}", f"n'est pas une de ces valeurs : {words.fr}")), ONE_OF_THESE
    if kind == "list_type" and at == ("source",):
        return _of(value, NO_LIST), NAME_UNITS
    if kind in NOT:
        what, hint = NOT[kind]
        context = fault.get("ctx", {})
        return _of(value, Said(what.format(**context), what.fr.format(**context))), hint
    error = fault.get("ctx", {}).get("error")
    return (error.message, error.hint) if isinstance(error, Unfit) else (in_both(fault), CORRECT)


def _of(value: Any, what: Said) -> Said:
    """A wrong value as its author wrote it, or what it is made of, and what is wrong with it."""
    if isinstance(value, list):
        return Said(f"a list {what}", f"une liste {what.fr}")
    if isinstance(value, dict):
        return Said(f"a set of keys {what}", f"un ensemble de clés {what.fr}")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return Said(f"{shown} {what}", f"{shown} {what.fr}")
