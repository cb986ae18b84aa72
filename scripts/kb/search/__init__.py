"""Corpus → the search's data: one script per language, pure, the same for the same corpus."""

from __future__ import annotations

import json
from typing import Any

from kb.model.corpus import Corpus
from kb.model.interface import KEYS
from kb.model.languages import LANGUAGES
from kb.search.entries import KINDS, entries
from kb.text.labels import label

OWN = "find-"  # what the keys of the dialog begin with


def search_files(corpus: Corpus) -> dict[str, str]:
    """`assets/search/fr.js` and `en.js`, and the words of the dialog.

    They are scripts, since a page opened from a folder may not fetch a file.
    """
    data = {f"assets/search/{language}.js": _script(corpus, language) for language in LANGUAGES}
    return data | {f"assets/search/labels-{language}.js": _labels(corpus, language) for language in LANGUAGES}


def _script(corpus: Corpus, language: str) -> str:
    data = {
        "entries": [entry.data() for entry in entries(corpus, language)],
        "synonyms": [group.value[language] for group in corpus.synonyms if group.value[language]],
    }
    return f"guideSearch.data.{language} = {_json(data)};\n"


def _labels(corpus: Corpus, language: str) -> str:
    words: dict[str, object] = {
        key.removeprefix(OWN): label(corpus, key, language) for key in KEYS if key.startswith(OWN)
    }
    words["pillar"] = label(corpus, "pillar", language)
    words["kinds"] = {kind: label(corpus, f"kind-{kind}", language) for kind in KINDS}
    return f"guideSearch.labels = {_json(words)};\n"


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
