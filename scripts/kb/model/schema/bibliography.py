"""The documents that the policy or the guide cites, and the notes that name them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool

from kb.model.languages import LANGUAGES, Bilingual, Language, Model, PartialBilingual
from kb.model.schema.values import Id
from kb.model.vocabulary import YEARS

LEGIS = "://www.legisquebec.gouv.qc.ca/"


class Urls(Model):
    fr: str | None = None
    en: str | None = None

    def __getitem__(self, language: str) -> str | None:
        return self.en if language == "en" else self.fr


class Reference(Model):
    """A document that the policy or the guide cites. Without `year` it is undated (s. d. / n.d.)."""

    id: Id
    kind: Literal["policy", "law", "bill", "report", "statistics", "survey", "literature", "standard", "site"]
    author: Bilingual
    year: int | None = Field(default=None, ge=YEARS.start, lt=YEARS.stop, strict=True)
    title: Bilingual
    gloss: PartialBilingual = PartialBilingual()
    citation: Bilingual | None = None
    publisher: Bilingual | None = None
    language: list[Language] = Field(min_length=1)
    url: Urls = Urls()
    editorial: StrictBool = False

    def address(self, language: str) -> str | None:
        """The document's address in this language, else in the other one."""
        return self.url[language] or self.url.fr or self.url.en

    def article(self, language: str, number: str) -> str | None:
        """The address of one of a law's articles, where LégisQuébec publishes it in this language."""
        url = self.url[language] or ""
        return f"{url}?code=se:{number}" if self.kind == "law" and LEGIS in url else None

    def leads_to(self, language: str, article: str = "") -> str | None:
        """Where a link to it leads instead of to its entry: to one of a law's articles, or to a body's own site."""
        if self.kind == "site":
            return self.address(language)
        return self.article(language, article) if article else None

    def title_language(self, language: str) -> str:
        """That of the title which readers of `language` see: a gloss explains one in the other language."""
        foreign = self.title.fr == self.title.en and (self.gloss[language] or language not in self.language)
        return next(code for code in LANGUAGES if (code != language) == bool(foreign))


class Note(Model):
    """One of the policy's footnotes: where it stands, and the documents that it names."""

    id: Id
    number: int = Field(ge=1, strict=True)
    page: int = Field(ge=1, strict=True)
    unit: Id
    references: list[Id] = Field(examples=["r-…"])
    page_ref: Id | None = None
    locator: Bilingual | None = None
    text: Bilingual | None = None
    url: str | None = None
