"""Names that a text gives in the other language: bodies, laws, publications and functions that keep their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.text.dictionaries import in_dictionary
from kb.text.names import french_names

NOTE_SIGNS = "⁰¹²³⁴-⁹"
WORD = re.compile(r"[^\W\d_]+")


class Foreign:
    """How to find them in what pages of `language` say, in whatever typography."""

    def __init__(self, corpus: Corpus, language: str):
        self.other = next(code for code in LANGUAGES if code != language)
        known = french_names(corpus) | _unchanged(corpus) | _listed(corpus, language)
        kept = {name for name in known if _spoken(name) == self.other}
        self.names = tuple(sorted(kept, key=lambda name: (-len(name), name)))  # a longer one holds a shorter one
        self._inside, self._whole = _any(name for name in self.names if " " in name), _any(self.names)

    def split(self, text: str) -> list[str]:
        """The parts of a text, each second of which is a name; one of a single word is known where it stands alone."""
        bare = text.strip()
        if self._whole.fullmatch(bare):
            before, after = text.split(bare)
            return [before, bare, after]
        return self._inside.split(text)


@lru_cache(maxsize=4)
def foreign(corpus: Corpus, language: str) -> Foreign:
    return Foreign(corpus, language)


def _unchanged(corpus: Corpus) -> set[str]:
    """The short names, items, cells and runs of text that a page has in both languages alike."""
    found = set()
    for page in corpus.pages.values():
        texts = [
            {page.nav_title(language), *(text.text.strip() for text in document.scan.texts)}
            for language, document in page.documents.items()
        ]
        found |= set.intersection(*texts) if len(texts) == len(LANGUAGES) else set()
    return found


def _listed(corpus: Corpus, language: str) -> set[str]:
    """The names of several words that docs/words.yml allows in texts of a language."""
    return {
        name for item in corpus.words if item.value.language == language for name in item.value.words if " " in name
    }


def _spoken(name: str) -> str:
    """The language whose dictionary knows most words of a name; of several words both may know all, and it is French.

    "" where none does, as for SQ or E11.
    """
    words = [word for word in WORD.findall(name) if not word.isupper()]
    french, english = (sum(in_dictionary(word, language) for word in words) for language in LANGUAGES)
    if english > french:
        return "en"
    return "fr" if french > english or (french and " " in name) else ""


def _any(names: Iterable[str]) -> re.Pattern[str]:
    """Each of these names, as typed or typeset, at the start of a sentence too; the sign of a note may follow it."""
    forms = (re.sub("['’]", "['’]", re.escape(name).replace(r"\ ", r"\s+")) for name in names)
    either = (f"[{form[0].upper()}{form[0].lower()}]{form[1:]}" if form[0].isalpha() else form for form in forms)
    return re.compile(rf"(?<!\w)({'|'.join(either) or '(?!)'})(?![^\W{NOTE_SIGNS}])")
