"""One source at a time: bytes → text → YAML → validated model; every fault becomes a finding."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from kb.formats import yamlfile
from kb.formats.unseen import as_meant
from kb.model.corpus import Corpus, Item
from kb.model.edition import FOLDER as EDITIONS
from kb.model.finding import Finding
from kb.model.ledger import PATH as LEDGER
from kb.model.rule import Rule, Said
from kb.model.tree import FIL007, unreadable
from kb.read.mended import mended
from kb.read.schemafault import faults

FIL001 = Rule(
    "FIL001",
    "A source file is valid UTF-8.",
    "Un fichier source est encodé en UTF-8 valide.",
    "Otherwise accents would turn into strange signs on the page.",
    "Sinon, les accents deviendraient des signes étranges dans la page.",
)

FIL003 = Rule(
    "FIL003",
    "A source file holds no merge conflict marker.",
    "Un fichier source ne contient aucun marqueur de conflit de fusion.",
    "With two versions left side by side, nobody knows which text is meant.",
    "Quand deux versions restent côte à côte, personne ne sait quel texte est le bon.",
)

TXT005 = Rule(
    "TXT005",
    "Lists, quotations and brackets are nested no deeper than people write.",
    "Les listes, les citations et les crochets ne sont pas imbriqués plus profondément que ce qu'une personne écrit.",
    "The page could take forever to prepare, or lose the rest of its text.",
    "La page pourrait être interminable à préparer, ou perdre le reste de son texte.",
)

REC001 = Rule(
    "REC001",
    "YAML parses, with no key twice.",
    "Le YAML se lit sans erreur, et aucune clé n'y est deux fois.",
    "The whole file would be lost, or one of its values would silently replace another.",
    "Tout le fichier serait perdu, ou une valeur en remplacerait une autre en silence.",
)

REC008 = Rule(
    "REC008",
    "A YAML value means one thing: no yes or no, no number in eights or sixties, no text that # cuts.",
    "Une valeur YAML n'a qu'un sens : ni oui ni non en toutes lettres (yes, no), aucun nombre compté par huit ou par "
    "soixante, aucun texte que # coupe.",
    "Different programs would read different facts from the same line.",
    "Des logiciels différents liraient des faits différents dans la même ligne.",
)


MISSING = Said("this file is missing", "ce fichier manque"), Said("add it", "ajoutez-le")
NO_UTF8 = (
    Said("not valid UTF-8 here", "pas d'UTF-8 valide ici"),
    Said("save the file as UTF-8", "enregistrez le fichier en UTF-8"),
)
KEEP_ONE = Said(
    "keep one of the two texts, and remove the marker",
    "gardez l'un des deux textes, et retirez le marqueur",
)
# What to keep of a file that a merge cannot settle by itself.
KEEP_EDITION = Said(
    "keep the whole text of one branch, the published one if there is one, git checkout --ours {path} or --theirs; "
    "then python3 scripts/build.py edition record, with --amend if this is the edition of today, takes up what the "
    "other changed",
    "gardez le texte entier d'une branche, celle qui est publiée s'il y en a une, par git checkout --ours {path} ou "
    "--theirs; ensuite, python3 scripts/build.py edition record, avec --amend si c'est l'édition d'aujourd'hui, "
    "reprend ce que l'autre a changé",
)
KEEP_LINES = Said(
    "remove the markers and keep the lines of both branches, each once; then python3 scripts/build.py ledger record "
    "puts them in order",
    "retirez les marqueurs et gardez les lignes des deux branches, chacune une fois; ensuite, python3 "
    "scripts/build.py ledger record les met en ordre",
)
TOO_DEEP = (
    Said(
        "lists, quotations or brackets nested too deeply to be read",
        "des listes, des citations ou des crochets imbriqués trop profondément pour être lus",
    ),
    Said("write them apart", "écrivez-les séparément"),
)

BOM = "\ufeff"
MARKERS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})$", re.M)
# Ten levels of lists, twenty of quotations, a hundred brackets before one closes.
ITEM = r"(?:[-*+]|\d+[.)])[ \t]+"
DEEP = re.compile(rf"^[ \t]*(?:{ITEM}){{10}}|^ {{40,}}{ITEM}|^(?:[ \t]*>){{20}}|(?:\[[^\[\]\n]*){{100}}", re.M)
ID = re.compile(r"^[ {-]*id: *[\"']?([\w-]+)", re.M)


def set_aside(corpus: Corpus, path: str, text: str = "") -> None:
    """Note the ids of a source that cannot be read, so that whatever names them is not reported as well."""
    ids = ID.findall(text)
    corpus.unread.add(path)
    corpus.broken.update(ids)
    if not ids:
        corpus.unknown.add(path)


def read_text(corpus: Corpus, path: str, required: bool = True) -> str | None:
    """The text of one source as its author sees it, with Unix line ends; None after a fault."""
    if path not in corpus.files and not _load(corpus, path, required):
        return None
    text = as_meant(corpus.files[path].removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n"))
    if _in_conflict(corpus, path, text) or (path.endswith(".md") and _too_deep(corpus, path, text)):
        set_aside(corpus, path, text)
        return None
    return text


def _load(corpus: Corpus, path: str, required: bool) -> bool:
    """Put the text of a file among `corpus.files`, as it stands; False after a fault."""
    if path not in corpus.tree.files:
        if required and path not in corpus.tree.faults:
            corpus.faults.append(Finding(path, 1, 1, FIL007, *MISSING))
            set_aside(corpus, path)
        return False
    try:
        data = (corpus.root / path).read_bytes()
    except OSError as error:
        hint = Said("make it a file that can be read", "faites-en un fichier qui peut être lu")
        corpus.faults.append(Finding(path, 1, 1, FIL007, unreadable(error), hint))
        set_aside(corpus, path)
        return False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        corpus.faults.append(Finding(path, line, column, FIL001, *NO_UTF8))
        set_aside(corpus, path, data.decode("utf-8", "replace"))
        return False
    corpus.files[path] = text
    return True


def _in_conflict(corpus: Corpus, path: str, text: str) -> bool:
    """Whether a merge left its markers, so that nobody knows which text is meant."""
    markers = [match for match in CONFLICT.finditer(text)] if any(sign in text for sign in MARKERS) else []
    for match in markers:
        line = text.count("\n", 0, match.start()) + 1
        marker = match.group()[:7]
        message = Said(f"merge conflict marker {marker}", f"marqueur de conflit de fusion {marker}")
        corpus.faults.append(Finding(path, line, 1, FIL003, message, _kept(path)))
    return bool(markers)


def _kept(path: str) -> Said:
    if path.startswith(f"{EDITIONS}/"):
        return Said(KEEP_EDITION.format(path=path), KEEP_EDITION.fr.format(path=path))
    return KEEP_LINES if path == LEDGER else KEEP_ONE


def _too_deep(corpus: Corpus, path: str, text: str) -> bool:
    """Whether Markdown is nested as nobody writes it: its readers then take for ever, or leave the rest out."""
    match = DEEP.search(text)
    if match:
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        corpus.faults.append(Finding(path, line, column, TXT005, *TOO_DEEP))
    return bool(match)


def read_yaml(corpus: Corpus, path: str, text: str, first_line: int = 1) -> yamlfile.Located | None:
    try:
        located = yamlfile.load(text, first_line)
    except yamlfile.YamlFault as fault:
        corpus.faults.append(Finding(path, fault.line, fault.column, REC001, Said(*fault.message), Said(*fault.hint)))
        set_aside(corpus, path, text)
        return None
    for at, (message, hint) in located.doubts.items():
        corpus.faults.append(Finding(path, *located.text_at(at), REC008, Said(*message), Said(*hint)))
        corpus.unread.add(path)
    return located


def validate(corpus: Corpus, model: type[BaseModel], item: Item[Any], as_meant: bool = False) -> Item[Any] | None:
    """`item` with its plain data replaced by the validated model; findings where it does not fit, and None, unless it
    is to be read as it was meant, and can be."""
    try:
        value: BaseModel | None = model.model_validate(item.value, context=corpus.vocabularies)
    except ValidationError as error:
        for at, code, message, hint in faults(error, model, corpus.vocabularies):
            if (*item.base, *at) not in item.located.doubts:
                corpus.faults.append(item.finding(code, message, hint, at))
        value, whole = mended(error, model, item.value, corpus.vocabularies) if as_meant else (None, False)
        if not whole:
            corpus.unread.add(item.path)
    return Item(value, item.path, item.located, item.base) if value else None
