"""What the guide remembers of itself, read into the corpus: the ledger of published addresses and the editions."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

from kb.formats.yamlfile import Located
from kb.model import ledger
from kb.model.corpus import Corpus, Item
from kb.model.edition import FOLDER, Edition
from kb.model.finding import Finding
from kb.model.rule import Said
from kb.model.tree import FIL008
from kb.read.source import REC001, read_text, validate

NO_EDITION = Said("this is not an edition", "ceci n'est pas une édition")
DATED = Said("name an edition by its date, as 2026-11-22.json", "nommez une édition par sa date : 2026-11-22.json")
MEND = Said("mend the JSON here", "corrigez le JSON ici")
TOO_DEEP = Said("nested too deeply", "une imbrication trop profonde")
# How what Python says of JSON begins → in French.
FRENCH = {
    "Expecting value": "une valeur manque ici",
    "Expecting property name": "une clé entre guillemets doubles manque ici",
    "Expecting ':'": "un deux-points manque ici",
    "Expecting ','": "une virgule manque ici",
    "Extra data": "du texte de trop",
    "Unterminated string": "un guillemet n'est jamais fermé",
    "Invalid control character": "un caractère de contrôle",
    "Invalid \\u": "\\u doit être suivi de quatre chiffres hexadécimaux",
    "Invalid \\escape": "une barre oblique inverse devant un caractère qui n'en prend pas",
    "Exceeds the limit": "un nombre beaucoup trop long",
}
EDITION = re.compile(r"\d{4}-\d{2}-\d{2}\.json")


def read_history(corpus: Corpus) -> None:
    _read_ledger(corpus)
    for path in corpus.tree.inside(FOLDER):
        _read_edition(corpus, path.rpartition("/")[2])


def _read_ledger(corpus: Corpus) -> None:
    text = read_text(corpus, ledger.PATH, required=False)
    for number, line in enumerate((text or "").splitlines(), 1):
        data = _json(corpus, ledger.PATH, line, number) if line.strip() else None
        if data is not None:
            item = validate(corpus, ledger.Entry, Item(data, ledger.PATH, Located(data, {(): (number, 1)})))
            corpus.ledger_items += [item] if item else []


def _read_edition(corpus: Corpus, name: str) -> None:
    """An edition is named by its date."""
    path, date = f"{FOLDER}/{name}", name.removesuffix(".json")
    if not EDITION.fullmatch(name) or not _is_date(date):
        corpus.faults.append(Finding(path, 1, 1, FIL008, NO_EDITION, DATED))
        return
    text = read_text(corpus, path)
    data = _json(corpus, path, text) if text is not None else None
    item = validate(corpus, Edition, Item(data, path, Located(data))) if data is not None else None
    if item:
        corpus.editions[date] = item.value


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _json(corpus: Corpus, path: str, text: str, first_line: int = 1) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place, message = (error.lineno + first_line - 1, error.colno), _said(error.msg)
    except RecursionError:
        place, message = (first_line, 1), TOO_DEEP
    except ValueError as error:
        place, message = (first_line, 1), _said(error.args[0])
    corpus.faults.append(Finding(path, *place, REC001, message, MEND))
    return None


def _said(message: str) -> Said:
    """What `_once` or Python says of JSON."""
    if isinstance(message, Said):
        return message
    french = (text for start, text in FRENCH.items() if message.startswith(start))
    return Said(message, next(french, "ceci n'est pas du JSON valide"))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs; JSON itself lets the last of two equal keys win."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(Said(f"the key {key} stands twice", f"la clé {key} se trouve deux fois"))
        found[key] = value
    return found
