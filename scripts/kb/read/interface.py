"""docs/interface.yml → the words of the interface by key: what the file lacks, or holds for nothing, is a finding.

A tree of sources without the file, such as a test's, speaks as the guide does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kb.formats.yamlfile import Located
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.interface import INTERFACE, KEYS, VOCABULARIES
from kb.model.languages import Bilingual
from kb.model.rule import Said
from kb.read.schemafault import REC002
from kb.read.source import read_text, read_yaml, set_aside, validate

OWN = Path(__file__).resolve().parents[3] / INTERFACE


def read_interface(corpus: Corpus) -> None:
    """Read the words of the interface into `corpus.interface`."""
    if INTERFACE in corpus.tree.files or INTERFACE in corpus.tree.faults or not OWN.is_file():
        text = read_text(corpus, INTERFACE)
    else:
        text = OWN.read_text(encoding="utf-8")
    located = read_yaml(corpus, INTERFACE, text) if text is not None else None
    if located is not None:
        _read(corpus, located)


def _read(corpus: Corpus, located: Located) -> None:
    if not isinstance(located.data, dict):
        message = Said("this file is not a list of keys", "ce fichier n'est pas une liste de clés")
        hint = Said("write “key: {fr: …, en: …}”", "écrivez « clé: {fr: …, en: …} »")
        corpus.faults.append(Finding(INTERFACE, 1, 1, REC002, message, hint))
        set_aside(corpus, INTERFACE)
        return
    corpus.vocabularies = {
        name: tuple(located.data[name]) for name in VOCABULARIES if isinstance(located.data.get(name), dict)
    }
    for base, entry in _entries(located.data):
        item = Item(entry, INTERFACE, located, base)
        if base[0] not in VOCABULARIES and _key(item) not in KEYS:
            _unknown(corpus, item)
        elif words := validate(corpus, Bilingual, item):
            corpus.interface[_key(item)] = words
    for key in KEYS.keys() - {".".join(base) for base, _ in _entries(located.data)}:
        message = Said(f"the key {key} is missing", f"la clé {key} manque")
        corpus.faults.append(Finding(INTERFACE, 1, 1, REC002, message, Said("add it", "ajoutez-la")))
        corpus.unread.add(INTERFACE)


def _entries(data: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each set of words, under its key or under that of its vocabulary and its own."""
    for key, entry in data.items():
        if key in VOCABULARIES and isinstance(entry, dict):
            yield from (((key, value), words) for value, words in entry.items())
        else:
            yield (key,), entry


def _key(item: Item[Any]) -> str:
    return ".".join(map(str, item.base))


def _unknown(corpus: Corpus, item: Item[Any]) -> None:
    key = _key(item)
    otherwise = Said("remove it or correct its name", "retirez-la ou corrigez son nom")
    hint = did_you_mean(key, (*KEYS, *VOCABULARIES), otherwise)
    corpus.faults.append(item.finding(REC002, Said(f"unknown key {key}", f"clé inconnue {key}"), hint))
    corpus.unread.add(INTERFACE)
