"""Corpus → {path: Markdown}: pure, the same text for the same corpus."""

from __future__ import annotations

from kb.bilingual import LANGUAGES
from kb.corpus import Corpus
from kb.stage.page import stage_page


def stage(corpus: Corpus) -> dict[str, str]:
    """Every page of a corpus without errors, as `fr/…md` and `en/…md`."""
    return {
        f"{language}/{page.address(language)}": stage_page(corpus, page, language)
        for language in LANGUAGES
        for page in corpus.pages.values()
    }
