"""Corpus → the search's data: one script per language, pure, the same for the same corpus."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kb.model.corpus import Corpus
from kb.model.interface import KEYS
from kb.model.languages import LANGUAGES
from kb.model.schema import Elsewhere
from kb.render.view import View
from kb.search.entries import KINDS, entries, folder

OWN = "find-"  # what the keys of the dialog begin with


def search_files(corpus: Corpus) -> dict[str, str]:
    """`assets/search/fr.js` and `en.js`, and the words of the box.

    They are scripts, since a page opened from a folder may not fetch a file.
    """
    views = [View(corpus, language) for language in LANGUAGES]
    data = {f"assets/search/{view.language}.js": _script(view) for view in views}
    labels = {view.language: _labels(view) for view in views}
    return data | {"assets/search/labels.js": f"guideSearch.labels = {_json(labels)};\n"}


def _script(view: View) -> str:
    groups = (group.value[view.language] for group in view.corpus.synonyms)
    data = {"entries": [entry.data() for entry in entries(view)], "synonyms": [group for group in groups if group]}
    return f"guideSearch.data.{view.language} = {_json(data)};\n"


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
