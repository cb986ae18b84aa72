"""A published page in its languages: one that an author writes whole, or that of a record (an example, a model)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from kb.formats.yamlfile import Path as KeyPath
from kb.model import sitepath
from kb.model.item import Document, Item
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.schema.pages import FrontMatter
from kb.model.schema.records import Example, Record, TheoreticalModel
from kb.model.schema.situations import Situation
from kb.model.vocabulary import PROSE

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True)
class Page(ABC):
    """What every page has, whatever states its facts."""

    id: str
    documents: dict[str, Document]
    published: dict[str, str] = field(default_factory=dict, kw_only=True)  # staged files that the ledger keeps it at

    kind: ClassVar[str]
    prose: ClassVar[tuple[str, ...]] = ()  # ids of the sections that its text must have

    @property
    @abstractmethod
    def items(self) -> tuple[Item[Any], ...]:
        """What states its facts: a record, or the front matter of each language."""

    @property
    @abstractmethod
    def languages(self) -> Collection[str]:
        """The languages that have a title and an address for it."""

    @abstractmethod
    def stated(self, key: str, language: str) -> tuple[Item[Any], KeyPath]:
        """The item that states its title or description in a language, and the key there."""

    @abstractmethod
    def title(self, language: str) -> str: ...

    @abstractmethod
    def nav_title(self, language: str) -> str:
        """The short name that navigation and links use."""

    @abstractmethod
    def description(self, language: str) -> str: ...

    @abstractmethod
    def source_file(self, language: str) -> str:
        """The path that the record's slug or the file's name gives."""

    @property
    @abstractmethod
    def sources(self) -> list[str]:
        """The units that it retells, besides one of its own id."""

    @property
    def added(self) -> tuple[str, ...]:
        """Ids of the sections that staging adds."""
        return ()

    @property
    def mark(self) -> str | None:
        return None

    @property
    def pillar(self) -> str | None:
        return None

    @property
    def outside(self) -> bool:
        """Whether it tells of what the policy does not."""
        return False

    @property
    def generated(self) -> str | None:
        return None

    @property
    def wide(self) -> bool:
        return False

    def file(self, language: str) -> str:
        """Path of the staged Markdown below its language's folder, such as `exemples/reso.md`.

        A published page stays where the ledger has it, whatever slug or file name it has now; that name is its own as
        long as it gives the same address, as `outils.md` and `outils/index.md` do.
        """
        kept = self.published.get(language)
        if kept and (language not in self.languages or self._has_moved(kept, language)):
            return kept
        return self.source_file(language)

    def _has_moved(self, kept: str, language: str) -> bool:
        """Whether the published file has another address than the slug or file name would give."""
        return sitepath.of_file(kept, language) != sitepath.of_file(self.source_file(language), language)

    def address(self, language: str) -> str:
        """The address from the site's root, such as `/exemples/reso/`."""
        return sitepath.of_file(self.file(language), language)


@dataclass(frozen=True)
class AuthoredPage(Page):
    meta: dict[str, Item[FrontMatter]] = field(default_factory=dict)

    kind = "page"

    @property
    def items(self) -> tuple[Item[FrontMatter], ...]:
        return tuple(self.meta.values())

    @property
    def languages(self) -> Collection[str]:
        return self.documents

    def _front_matter(self, language: str) -> FrontMatter:
        """That of the language, or the other's while a page awaits its translation."""
        return self.meta.get(language, self.items[0]).value

    def stated(self, key: str, language: str) -> tuple[Item[Any], KeyPath]:
        return self.meta[language], (key,)

    def title(self, language: str) -> str:
        return self._front_matter(language).title

    def nav_title(self, language: str) -> str:
        return self._front_matter(language).nav_title or self.title(language)

    def description(self, language: str) -> str:
        return self._front_matter(language).description

    def source_file(self, language: str) -> str:
        return self.documents[language].path.split("/", 2)[2]

    @property
    def sources(self) -> list[str]:
        return self.items[0].value.sources

    @property
    def generated(self) -> str | None:
        return self.items[0].value.generated

    @property
    def wide(self) -> bool:
        return self.items[0].value.wide


@dataclass(frozen=True)
class SituationPage(AuthoredPage):
    """Where a situation is answered: its text says what the policy does not, staging adds what the base says."""

    item: Item[Situation] = field(kw_only=True)

    kind, prose = "situation", ("silence",)

    @property
    def situation(self) -> Situation:
        return self.item.value

    @property
    def mark(self) -> str:
        return self.situation.mark

    @property
    def sources(self) -> list[str]:
        return [*self.situation.sections, *self.situation.also]

    @property
    def added(self) -> tuple[str, ...]:
        named = {"gestes": "sections", "equipes": "teams", "loi": "articles"}
        further = {"principes": "also", "exemples": "examples", "modeles": "models"}
        return tuple(id_ for id_, key in {**named, **further}.items() if getattr(self.situation, key))


@dataclass(frozen=True)
class _RecordPage(Page, Generic[R_co]):
    item: Item[R_co]

    folder: ClassVar[Bilingual]
    prose = PROSE

    @property
    def record(self) -> R_co:
        return self.item.value

    @property
    def items(self) -> tuple[Item[R_co], ...]:
        return (self.item,)

    @property
    def languages(self) -> Collection[str]:
        return LANGUAGES

    def stated(self, key: str, language: str) -> tuple[Item[Any], KeyPath]:
        return self.item, ("summary" if key == "description" else key, language)

    def title(self, language: str) -> str:
        return self.record.title[language]

    def nav_title(self, language: str) -> str:
        return (self.record.nav_title or self.record.title)[language]

    def description(self, language: str) -> str:
        return self.record.summary[language]

    def source_file(self, language: str) -> str:
        return f"{self.folder[language]}/{self.record.slug[language]}.md"

    @property
    def sources(self) -> list[str]:
        return self.record.source

    @property
    def mark(self) -> str:
        return self.record.mark

    @property
    def pillar(self) -> str:
        return self.record.pillar

    @property
    def outside(self) -> bool:
        return self.record.editorial


class ExamplePage(_RecordPage[Example]):
    kind, folder = "example", Bilingual(fr="exemples", en="examples")

    @property
    def added(self) -> tuple[str, ...]:
        return ("jalons", "relations")


class ModelPage(_RecordPage[TheoreticalModel]):
    kind, folder = "model", Bilingual(fr="modeles", en="models")

    @property
    def added(self) -> tuple[str, ...]:
        return ("relations",)


RecordPage: TypeAlias = ExamplePage | ModelPage
RECORD_PAGES = (ExamplePage, ModelPage)
