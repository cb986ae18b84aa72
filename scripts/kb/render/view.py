"""The corpus as readers of one language see it: every text that it hands out is typeset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kb.model.corpus import Corpus, Page
from kb.model.edition import last_changes
from kb.model.languages import Bilingual
from kb.render import slots
from kb.render.backlinks import backlinks
from kb.text import labels
from kb.text.dates import in_words
from kb.text.foreign import foreign
from kb.text.typography import typeset


@dataclass(frozen=True, eq=False)
class View:
    """Made once for a language, since it keeps what it has worked out."""

    corpus: Corpus
    language: str

    def label(self, key: str, **filled: object) -> str:
        """The words under a key of the interface; what fills them is typeset already."""
        return labels.label(self.corpus, key, self.language, **filled)

    def text(self, text: str | Bilingual) -> str:
        """Plain text."""
        return typeset(self._own(text), self.language)

    def inline(self, text: str | Bilingual) -> str:
        """The same as Markdown that shows it as it is."""
        return slots.inline(self._own(text), self.language)

    def said(self, shown: str, language: str) -> str:
        """Markdown in `language` as it stands in a text of this view's: marked where that is another."""
        return shown if language == self.language else f'<span lang="{language}">{shown}</span>'

    def spoken(self, html: str) -> str:
        """HTML without a language of its own, in which the names of the other language are marked."""
        names = foreign(self.corpus, self.language)
        parts = names.split(html)
        return "".join(self.said(part, names.other) if at % 2 else part for at, part in enumerate(parts))

    def _own(self, text: str | Bilingual) -> str:
        return text[self.language] if isinstance(text, Bilingual) else text

    def own(self, page: Page) -> str:
        """What is said below the heading of a page's last section, which is the guide's own."""
        return self.label("editorial-silence" if page.kind == "situation" else "editorial")

    def date(self, edtf: str) -> str:
        return self.text(in_words(edtf, self.language))

    def listed(self, things: Sequence[str]) -> str:
        """« a, b et c »"""
        *first, last = things
        return f"{', '.join(first)} {self.label('and')} {last}" if first else last

    @property
    def colon(self) -> str:
        return self.text(" :" if self.language == "fr" else ":")

    def marked(self, id_: str) -> str:
        """The label of an id after its mark, such as « P1.3 Représentativité… »."""
        return self.text(" ".join(filter(None, (self.corpus.mark(id_), self.corpus.label(id_, self.language)))))

    def named(self, ref: str) -> str:
        """The marked label of an id, or of a page and one of its headings: « E11 L'équipe RÉSO, Le besoin »."""
        id_, _, fragment = ref.partition("#")
        page = self.corpus.pages.get(id_)
        headings = page.documents[self.language].scan.headings if page else ()
        heading = next((h.text for h in headings if fragment and h.id == fragment), "")
        return ", ".join(filter(None, (self.marked(id_), self.text(heading))))

    def link(self, id_: str) -> str:
        """A reference link under the marked label of its target."""
        return f"[{self.inline(self.marked(id_))}][{id_}]"

    @cached_property
    def backlinks(self) -> dict[str, list[str]]:
        return backlinks(self.corpus, self.language)

    @cached_property
    def changes(self) -> dict[str, str]:
        """Passage → the date of the edition that last changed it."""
        return last_changes(self.corpus.editions, self.language)
