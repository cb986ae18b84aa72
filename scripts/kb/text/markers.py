"""Modality, negation and condition: the words that give a sentence its force, in both languages.

The table is as narrow as two good translations of each other allow; `kb.text.answers` compares two texts by it.
"""

from __future__ import annotations

from typing import NamedTuple


class Marker(NamedTuple):
    """What a sentence can say, and the phrases (between commas) that say it in each language.

    Each of them asks for one in the other language. Those of `also` may answer it, and ask for nothing themselves.
    """

    fr: str
    en: str
    fr_also: str = ""
    en_also: str = ""


ROWS = {
    "obligation": Marker(
        "doit, doivent, devez, devons, devra, devront, faut, faudra",
        "must, has to, have to, having to",
        "besoin, faudrait, devait, dû, nécessaire, obligation",
        "need, needs, needed, call for, calls for, require, requires, required, necessary, meant to, takes, was to, "
        "were to, should",
    ),
    "advice": Marker(
        "devrait, devraient, devriez, faudrait", "should, ought to", "faut, faudra", "would, needs, have to"
    ),
    "possibility": Marker(
        "peux, peut, peuvent, pouvez, pourra, pourront",
        "can, may, cannot",
        "puisse, puissent, possible, possibles, pouvoir, pouvant, permet, permettent, permettant, risque, risquent, "
        "devait, donneraient, comment, s'utilise, s'observent, se lisent, pour que, pour y",
        "able to, possible, could, might",
    ),
    "eventuality": Marker(
        "pourrait, pourraient, pourriez",
        "could, might",
        "pu, risque, risquent, pouvant, possible",
        "may, can, would",
    ),
    "conditional": Marker(
        "permettrait, permettraient, serait, seraient, aurait, auraient, ferait, feraient, gagnerait, gagneraient, "
        "mériterait, indiqueraient, viendrait, montreriez, expliqueriez",
        "would",
        "pourrait, pourraient, devrait, devraient, faudrait, donnerait, donneraient, soit, allait, allaient",
        "could, might, should",
    ),
    "negation": Marker(
        "pas, aucun, aucune, rien, et non, non documenté, lesquelles non",
        "not, cannot, no, nothing, nobody, none, no one",
        "ni, non, sans, sans que rien, sans qu'aucun, sans qu'aucune, peu, échappe, éviter, introuvable, "
        "passer, taire, tait",
        "without, neither, nor, unlike, rather than, instead of",
    ),
    "never": Marker("jamais", "never", "pas, rien", "not, no"),
    "exclusion": Marker("ni", "neither, nor", "non, pas", "no, not, or, while"),
    "lack": Marker(
        "sans, sans que rien, sans qu'aucun, sans qu'aucune",
        "without",
        "pas, passer, rien, aucun, aucune",
        "no, not, nothing, nobody, none, nor, while, out, unarmed, untitled",
    ),
    "restriction": Marker(
        "seulement, uniquement, seul, seule, seuls, seules",
        "only, sole, solely, alone, merely",
        "unique",
        "one, single",
    ),
    "part": Marker("certain, certaine, certains, certaines", "some, certain", "parfois, une partie", ""),
    "several": Marker("plusieurs", "several", "divers, diverses, quelques", "many, various, others"),
    "condition": Marker("si, s'il, s'ils, que si", "if", "sauf, à moins", "when, whether, unless"),
    "exception": Marker("sauf, à moins", "unless, except", "si", "if"),
    "alternative": Marker("ou", "or", "ni", "nor"),
    "before": Marker("avant", "before", "d'avance, préalable, précède", "ahead, beforehand, prior"),
    "after": Marker("après", "after", "à la suite, suivant", "following, based on, according"),
    "lesser": Marker("moins", "less, fewer", "réduire", "least, lower, minus"),
    "frequency": Marker("souvent", "often", "", "usually"),
    "favour": Marker(
        "favoriser, favorise, favorisent, favorisant",
        "foster, fosters, fostering",
        "encourager, promouvoir",
        "promote, promotes, encourage, encourages, facilitate, facilitates, support, supports, supporting, help, "
        "helps, make, makes, favour, favours",
    ),
    "aim": Marker(
        "vise à, visent à, visait à, visant à, viser à",
        "aims to, aim to, aimed to, aiming to",
        "vise, visent",
        "aim, aims, aimed, seek, seeks, meant, intended, to",
    ),
    "contribution": Marker(
        "contribuer, contribue, contribuent, contribué, contribuant",
        "contribute, contributes, contributed, contributing",
        "aider, aide, participer, contribution, en commun",
        "help, helps, helping, helped, contribution, contributions, part",
    ),
    "nearness": Marker("près de", "nearly", "presque", "close to, almost, near"),
}
# « Ne » without pas, jamais … negates (« ne peut ») or restricts (« ne … que »).
PARTICLE, OF_PARTICLE = ("ne", "n"), ("negation", "never", "restriction")
# French asks a question in the infinitive where English needs one of these: « Comment savoir ? », “How can you tell?”.
OF_QUESTIONS = ("obligation", "advice", "possibility", "eventuality")
OF_ANY_QUESTION = ("conditional",)  # its verbs in -riez are many: « Que feriez-vous ? », “What would you do?”
# Idioms that hold a word of a row and do not say it.
IDIOMS = {
    "fr": "sans cesse, sans égard, sans date, plus que jamais, d'or, si l'on compte, s'il y a lieu, "
    "informations ou de renseignements, premières nations, première ligne, premières loges, pas vers",
    "en": "teach or train, d'or, look after, looks after, looking after, goes after, first nation, first nations, "
    "first of all, two-way, “would”, and which would",
}
