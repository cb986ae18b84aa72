"""What libyaml says of a text that does not parse, in plain words."""

from __future__ import annotations

import re

import yaml

Told = tuple[str, str]  # in English, and in French

BRACKET = "did not find expected ',' or"
NO_COLON = "could not find expected ':'"  # which libyaml sees on the next line
BETWEEN_QUOTES = ("put the text between quotes", "mettez le texte entre guillemets droits")
TAB = (("a tab", "une tabulation"), ("indent YAML with spaces", "faites les retraits du YAML avec des espaces"))
NO_START = ("a text cannot begin with this sign", "un texte ne peut pas commencer par ce signe")
MEND = ("mend the YAML here", "corrigez le YAML ici")
# A part of libyaml's problem → message and hint.
PROBLEMS: tuple[tuple[str, Told, Told], ...] = (
    (
        "mapping values are not allowed",
        ("a second “: ” in this text", "un second deux-points suivi d'une espace dans ce texte"),
        (
            "put a text that holds “: ” between quotes",
            "mettez entre guillemets droits un texte qui contient un deux-points suivi d'une espace",
        ),
    ),
    ("cannot start any token", NO_START, BETWEEN_QUOTES),
    (
        "unexpected end of stream",
        ("a quotation mark is never closed", "un guillemet n'est jamais fermé"),
        ("close the text with the same quotation mark", "fermez le texte par le même guillemet"),
    ),
    (
        NO_COLON,
        (
            "this line is neither “key: value” nor “- item”",
            "cette ligne n'est ni « clé: valeur » ni « - élément »",
        ),
        ("give it a key, or indent it below its own", "donnez-lui une clé, ou mettez-la en retrait sous la sienne"),
    ),
    (
        "found undefined alias",
        ("* begins a reference to something that does not exist", "* commence un renvoi à ce qui n'existe pas"),
        BETWEEN_QUOTES,
    ),
    (
        "unknown escape character",
        (
            "a backslash inside double quotes has a meaning of its own",
            "une barre oblique inverse entre guillemets doubles a un sens particulier",
        ),
        ("write \\\\, or use single quotes", "écrivez \\\\, ou prenez des guillemets simples"),
    ),
    ("found a tab character", *TAB),
    (
        "block sequence entries are not allowed",
        ("a list item in this place", "un élément de liste à cet endroit"),
        (
            "begin the list on a line of its own below its key",
            "commencez la liste sur une ligne à elle, sous sa clé",
        ),
    ),
    (
        "did not find expected '-' indicator",
        ("this line does not belong to the list above it", "cette ligne n'appartient pas à la liste qui la précède"),
        (
            "begin it with “- ”, or indent it as its own level is",
            "commencez-la par « - », ou donnez-lui le retrait de son niveau",
        ),
    ),
    (
        BRACKET,
        (
            "a bracket is never closed, or a comma is missing",
            "un crochet ou une accolade reste ouvert, ou une virgule manque",
        ),
        (
            "close it, and separate what it holds by commas",
            "fermez le crochet ou l'accolade, et séparez son contenu par des virgules",
        ),
    ),
    (
        "did not find expected node content",
        (
            "something is missing here, or a text begins with a sign of YAML's own",
            "quelque chose manque ici, ou un texte commence par un signe propre au YAML",
        ),
        BETWEEN_QUOTES,
    ),
    (
        "did not find expected key",
        ("this line does not go on from the one above it", "cette ligne ne fait pas suite à la précédente"),
        ("indent it as the keys of its level are", "donnez-lui le retrait des clés de son niveau"),
    ),
    (
        "did not find expected <document start>",
        ("the text goes on where YAML has ended", "le texte continue là où le YAML est fini"),
        (
            "indent it below its key, or close what is open above",
            "mettez-le en retrait sous sa clé, ou fermez ce qui est ouvert au-dessus",
        ),
    ),
    (
        "expected a single document",
        ("a line --- inside the text", "une ligne --- dans le texte"),
        ("remove it", "retirez-la"),
    ),
    (
        "found duplicate anchor",
        ("& begins a name that stands twice", "& commence un nom qui se trouve deux fois"),
        BETWEEN_QUOTES,
    ),
    ("did not find expected alphabetic", NO_START, BETWEEN_QUOTES),
)
# What else libyaml says, as it says it → in French.
RARE = {
    "mapping keys are not allowed": "une clé n'est pas permise ici",
    "found unknown directive name": "nom de directive inconnu",
    "did not find expected comment or line break": "un commentaire ou une fin de ligne manque ici",
    "could not find expected directive name": "le nom de la directive manque",
    "found unexpected non-alphabetical character": "un caractère qui n'est pas une lettre",
    "did not find expected digit or '.'": "un chiffre ou un point manque ici",
    "found extremely long version number": "un numéro de version beaucoup trop long",
    "did not find expected version number": "le numéro de version manque",
    "did not find expected whitespace": "une espace ou une fin de ligne manque ici",
    "did not find the expected '>'": "le signe > manque ici",
    "did not find expected '!'": "le signe ! manque ici",
    "did not find expected tag URI": "l'adresse de l'étiquette manque",
    "did not find URI escaped octet": "% doit être suivi de deux chiffres hexadécimaux",
    "UTF-8 octet": "cette étiquette n'est pas en UTF-8 valide",
    "found an indentation indicator equal to 0": "un retrait de 0 n'existe pas",
    "found unexpected document indicator": "une ligne --- ou ... à l'intérieur d'un texte entre guillemets",
    "did not find expected hexdecimal number": "un nombre hexadécimal manque ici",
    "found invalid Unicode character escape code": "ce code n'est pas celui d'un caractère Unicode",
    "found unexpected ':'": "un deux-points que rien n'annonce",
    "found duplicate %YAML directive": "la directive %YAML se trouve deux fois",
    "found incompatible YAML document": "cette version de YAML n'est pas prise en charge",
    "found duplicate %TAG directive": "la directive %TAG se trouve deux fois",
    "second occurrence": "& commence un nom qui se trouve deux fois",
    "but found another document": "une ligne --- dans le texte",
    "found undefined tag handle": "cette étiquette n'est définie nulle part",
}
NO_YAML = "ceci n'est pas du YAML valide"
QUOTE = (
    ("a quotation mark ends the text here", "un guillemet termine le texte ici"),
    (
        "write « » or “ ” inside it; close the text above, if it is open",
        "écrivez « » ou “ ” à l'intérieur; fermez le texte au-dessus, s'il est ouvert",
    ),
)
COMMENT = (
    ("# begins a comment, which ends the text", "# commence un commentaire, qui termine le texte"),
    BETWEEN_QUOTES,
)
CUT = re.compile(r"\s(#\S?)")


def in_plain_words(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, Told, Told]:
    """Row and column from 0, message and hint for an error that stands in one of the `lines`."""
    marks = (error.problem_mark, error.context_mark)
    first, other = reversed(marks) if NO_COLON in (error.problem or "") else marks
    mark = first or other or yaml.Mark("", 0, 0, 0, None, 0)
    line = lines[mark.line] if mark.line < len(lines) else ""
    start = error.context_mark.line if error.context_mark else mark.line
    for row in range(start, mark.line) if BRACKET in (error.problem or "") else ():
        if cut := CUT.search(lines[row]):
            return row, cut.start(1), *COMMENT
    return mark.line, mark.column, *_said(error, mark, line)


def _said(error: yaml.MarkedYAMLError, mark: yaml.Mark, line: str) -> tuple[Told, Told]:
    if line[mark.column : mark.column + 1] == "\t" or line[: mark.column].endswith("\t"):
        return TAB
    if line[: mark.column].rstrip().endswith(("'", '"')) and line[mark.column :].strip(" ,]}"):
        return QUOTE
    problem = error.problem or ""
    for part, message, hint in PROBLEMS:
        if part in problem:
            return message, hint
    message = (problem, in_french(problem)) if problem else ("YAML ends too early", "le YAML finit trop tôt")
    return message, MEND


def in_french(problem: str) -> str:
    """What libyaml says, in plain words."""
    known = {**{part: message[1] for part, message, _ in PROBLEMS}, **RARE}
    return next((told for part, told in known.items() if part in problem), NO_YAML)
