"""An entry of the glossary."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictBool, model_validator

from kb.model.languages import Bilingual, BilingualList, Model, NonEmpty
from kb.model.rule import Said
from kb.model.schema.values import Id, Unfit


class Term(Model):
    """A glossary entry: a notion, an organisation or an abbreviation.

    `source` holds the units that use or define it; `editorial` says that the definition is the guide's own. A word
    of the guide's own workings, such as how it cites, is `about: guide`: the glossary lists it apart.
    Prose does not write a form in `avoid`; it may still be an alias, so that a reader who types it finds the term.
    """

    id: Id
    kind: Literal["notion", "organisation", "abbreviation"]
    term: Bilingual
    abbr: NonEmpty | None = None
    aliases: BilingualList = BilingualList()
    avoid: BilingualList = BilingualList()
    definition: Bilingual
    see: list[Id] = []
    source: list[Id] | Literal["editorial"]
    editorial: StrictBool = False
    about: Literal["guide"] | None = None

    @model_validator(mode="after")
    def _of_the_guide_alone(self) -> Term:
        if self.about == "guide" and self.source != "editorial":
            raise Unfit(
                Said("a word of the policy is not about: guide", "un mot de la politique n'est pas about: guide"),
                Said("write source: editorial, or remove about", "écrivez source: editorial, ou retirez about"),
            )
        return self

    def headword(self, language: str) -> str:
        """The name that its entry stands under: its abbreviation where it has one."""
        return self.abbr or self.term[language]

    def full(self, language: str) -> str:
        """What its abbreviation stands for; "" where it stands under its whole name."""
        return "" if self.headword(language) == self.term[language] else self.term[language]

    def names(self, language: str) -> list[str]:
        """Every name that a reader may type: the term, its abbreviation, its aliases."""
        abbr = [self.abbr] if self.abbr and self.abbr.casefold() != self.term[language].casefold() else []
        return [self.term[language], *abbr, *self.aliases[language]]
