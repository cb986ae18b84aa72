"""What is said of a value that its schema refuses, by pydantic's type of error."""

from __future__ import annotations

from kb.model.rule import Said

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
    "extra_forbidden": "cette clé est inconnue",
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
