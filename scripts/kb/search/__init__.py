"""Corpus → the search's data: two scripts per language, pure, the same for the same corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kb.model.corpus import Corpus
from kb.model.interface import KEYS
from kb.model.languages import LANGUAGES
from kb.model.schema.search_words import Elsewhere
from kb.render.view import View
from kb.search.entries import KINDS, entries, folder
from kb.search.words import words

OWN = "find-"  # what the keys of the dialog begin with


def search_files(corpus: Corpus) -> dict[str, str]:
    """`assets/search/fr.js` and `en.js`, their texts, and the words of the box.

    They are scripts, since a page opened from a folder may not fetch a file.
    """
    views = [View(corpus, language) for language in LANGUAGES]
    data = {path: text for view in views for path, text in _scripts(view)}
    labels = {view.language: _labels(view) for view in views}
    return data | {"assets/search/labels.js": f"guideSearch.labels = {_json(labels)};\n"}


def _scripts(view: View) -> Iterator[tuple[str, str]]:
    """What the search needs to find, and the texts that it shows of what is found, by their ids."""
    code, found = view.language, list(entries(view))
    groups = (group.value[code] for group in view.corpus.synonyms)
    data: dict[str, Any] = {
        "entries": [entry.data() for entry in found],
        "synonyms": [group for group in groups if group],
    }
    data["words"], data["steps"] = words(found)
    yield f"assets/search/{code}.js", f"guideSearch.data.{code} = {_json(data)};\n"
    texts = {entry.id: entry.parts for entry in found}
    yield f"assets/search/texts-{code}.js", f"guideSearch.texts.{code} = {_json(texts)};\n"


def _labels(view: View) -> dict[str, object]:
    said: dict[str, object] = {key.removeprefix(OWN): view.label(key) for key in KEYS if key.startswith(OWN)}
    said["pillar"] = view.label("pillar")
    said["kinds"] = {kind: view.label(f"kind-{kind}") for kind in KINDS}
    page = view.corpus.generated_page("search")
    said["page"] = folder(page, view.language)
    said["subjects"] = [_subject(view, item.value) for item in view.corpus.elsewhere]
    return said


def _subject(view: View, subject: Elsewhere) -> dict[str, object]:
    """What the policy does not cover: what is typed for it, what is said of it, and links as label and address."""
    links = [(view.named(ref), _reference(view, ref)) for ref in subject.see]
    words = subject.words[view.language]
    return {"words": words, "says": view.text(subject.says), "see": links}


def _reference(view: View, ref: str) -> str:
    """The address that an id leads to, `page#section` too."""
    id_, _, fragment = ref.partition("#")
    target = view.corpus.targets[id_]
    fragment = fragment or target.fragment or ""
    address = folder(view.corpus.pages[target.page], view.language)
    return f"{address}#{fragment}" if fragment else address


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
