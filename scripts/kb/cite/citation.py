"""How the guide itself is cited: the facts of each citation, and its form in APA 7 as used in Québec and Canada.

A section is cited as a web page of the guide, under its mark and its short address, which stay the same when a title
or a file changes. The date is that of the edition; without an edition it is « s. d. » / “n.d.”, never the build's.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kb.model import sitepath
from kb.model.corpus import Corpus
from kb.model.languages import Bilingual, Model
from kb.model.schema.bibliography import Reference
from kb.published.published import published
from kb.render import reference_style
from kb.render.locators import locators, sources
from kb.render.slots import inline
from kb.render.view import View
from kb.text.dates import day_and_month

POLICY = "r-politique"


class Guide(Model):
    """The guide as a publication. Without an author, its own title stands as the group that wrote it."""

    title: Bilingual
    author: Bilingual | None = None
    site: str = "/"  # the address that the site is published at

    def absolute(self, address: str) -> str:
        """An address from the site's root as readers elsewhere need it."""
        return self.site.rstrip("/") + address


@dataclass(frozen=True)
class Citation:
    """What one citation in one language states, as readers see it."""

    id: str
    mark: str | None
    language: str
    author: str
    date: datetime.date | None
    undated: str  # what stands for its year where it has none
    section: str
    guide: str
    address: str  # the permanent one: short where there is a mark
    page: str  # that of the page, with the section's fragment
    policy: Reference | None
    passage: str  # where the policy says it: « p. 13, “Heading” »
    outside: str = ""  # that it does not come from the policy, where it does not

    @property
    def title(self) -> str:
        return f"{self.section} ({self.mark})" if self.mark else self.section

    @property
    def year(self) -> str:
        return str(self.date.year) if self.date else self.undated


def citable(corpus: Corpus) -> dict[str, str]:
    """Id → mark of every page and section that has one, in the order of the base."""
    return {id_: entry.mark for id_, entry in published(corpus).items() if entry.mark}


def cite(view: View, guide: Guide, id_: str) -> Citation:
    """The citation of a page, or of a section with a mark."""
    mark, target = view.corpus.mark(id_), view.corpus.targets[id_]
    page = view.corpus.pages[target.page]
    address = page.address(view.language) + (f"#{target.fragment}" if target.fragment else "")
    section = view.corpus.label(id_, view.language) if target.fragment else page.title(view.language)
    return Citation(
        id=id_,
        mark=mark,
        language=view.language,
        author=view.text(guide.author or guide.title),
        date=max(map(datetime.date.fromisoformat, view.corpus.editions), default=None),
        undated=view.label("undated"),
        section=view.text(section),
        guide=view.text(guide.title),
        address=guide.absolute(sitepath.short(mark, view.language) if mark else address),
        page=guide.absolute(address),
        policy=None if page.outside else view.corpus.reference.get(POLICY),
        passage=locators(view, sources(view.corpus, id_)),
        outside=view.label("cite-outside") if page.outside else "",
    )


def reference(cited: Citation) -> str:
    """The entry of a bibliography, in Markdown: author, date, section and mark, guide, address."""
    title = f"*{inline(cited.section, cited.language)}*" + (f" ({cited.mark})" if cited.mark else "")
    title += rf" \[{cited.outside}\]" if cited.outside else ""
    parts = [f"{cited.author}.", f"({_date(cited)}).", f"{title}."]
    if cited.guide != cited.author:
        parts.append(f"{cited.guide}.")
    return " ".join([*parts, cited.address])


def in_text(cited: Citation) -> str:
    """The reference in a text: author, year, mark."""
    return f"({', '.join(filter(None, (cited.author, cited.year, cited.mark)))})"


def policy_in_text(view: View, cited: Citation) -> str:
    """The reference in a text to the policy's own passage, in the language of the citation, which is that of `view`."""
    assert cited.policy
    passage = locators(view, sources(view.corpus, cited.id), marked=True)
    return f"({view.text(cited.policy.author)}, {reference_style.year(view, cited.policy)}, {passage})"


def _date(cited: Citation) -> str:
    """« 2026, 1er mars », “2026, March 1”."""
    if not cited.date:
        return cited.year
    return f"{cited.year}, {day_and_month(cited.date, cited.language)}"
