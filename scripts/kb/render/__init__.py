"""Corpus → {path: Markdown}: pure, the same text for the same corpus."""

from __future__ import annotations

from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.render.page import page_text, stage_page
from kb.render.view import View


def stage(corpus: Corpus) -> dict[str, str]:
    """Every page of a corpus without errors, as `fr/…md` and `en/…md`."""
    tree: dict[str, str] = {}
    for view in (View(corpus, language) for language in LANGUAGES):
        texts = {page.id: page_text(view, page) for page in corpus.pages.values()}
        for page in corpus.pages.values():
            tree[f"{view.language}/{page.file(view.language)}"] = stage_page(view, page, texts)
    return tree
