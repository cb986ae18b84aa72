"""Corpus → the search's data: one script per language, pure, the same for the same corpus."""

from __future__ import annotations

import json

from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.search.entries import entries


def search_files(corpus: Corpus) -> dict[str, str]:
    """`assets/search/fr.js` and `en.js`: scripts, since a page opened from a folder may not fetch a file."""
    return {f"assets/search/{language}.js": _script(corpus, language) for language in LANGUAGES}


def _script(corpus: Corpus, language: str) -> str:
    data = {
        "entries": [entry.data() for entry in entries(corpus, language)],
        "synonyms": [group.value[language] for group in corpus.synonyms if group.value[language]],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"guideSearch.data.{language} = {text};\n"
