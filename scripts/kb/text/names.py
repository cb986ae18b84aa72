"""French names in English text: public bodies, laws without an English title and publications keep theirs."""

from __future__ import annotations

import re

from kb.model.corpus import Corpus

# Starts with a capital and does not end as a sentence.
NAME = re.compile(r"\s*[A-ZÀ-ÖØ-Þ].*[\w)]\s*")


def french_names(corpus: Corpus) -> set[str]:
    """The French names of organisations, abbreviations and documents, with straight apostrophes."""
    terms = [term.term.fr for term in corpus.term.values() if term.kind != "notion"]
    references = [text.fr for r in corpus.reference.values() for text in (r.title, r.author, r.publisher) if text]
    return {name.replace("’", "'") for name in (*terms, *references)}


def left_in_french(corpus: Corpus) -> set[tuple[str, str]]:
    """The items and cells of English pages, with their path, that hold a name as the French page has it."""
    left = set()
    for page in corpus.pages.values():
        french, english = page.documents.get("fr"), page.documents.get("en")
        if french and english:
            names = {text.text for text in french.scan.texts if not text.heading and NAME.fullmatch(text.text)}
            left |= {(english.path, name) for name in names & {text.text for text in english.scan.texts}}
    return left
