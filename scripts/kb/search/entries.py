"""What can be found: one entry for each citable section, page, record, term and reference, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kb.formats.markdown import Heading
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage, SituationPage
from kb.model.schema.bibliography import Note, Reference
from kb.model.schema.glossary import Term
from kb.model.schema.records import Example, Record, TheoreticalModel
from kb.render import reference_style
from kb.render.view import View
from kb.search import places
from kb.search.text import by_heading
from kb.text.dates import capitalized
from kb.text.labels import plain_label
from kb.text.typography import typeset
from kb.text.unsaid import silent

PRINCIPLES = ("pillar", "principle")
KINDS = ("situation", "principle", "example", "model", "term", "section", "reference")


@dataclass
class SearchEntry:
    """One result. `full` is the name that an abbreviation stands for, `names` are other names, `other` those in the
    other language, `asked` what its readers ask; what stands `aside` of the policy weighs less; `places` are
    the numbers that it is known by (kb/search/places.py), and what is `numbered` is found by these alone.

    `parts` are the stretches of its text: fragment of the address, heading, text. A result leads to the best one. They
    are published apart (kb/search/words.py).
    """

    id: str
    kind: str  # one of KINDS
    title: str
    address: str  # from the site's root, without a fragment
    fragment: str = ""
    mark: str | None = None
    pillar: str | None = None
    lang: str = ""  # of the title, where it is not that of the page
    full: str = ""
    names: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    parts: list[tuple[str, str, str]] = field(default_factory=list)
    aside: bool = False
    numbered: bool = False

    def data(self) -> dict[str, Any]:
        """What is published of it: keys without a value are left out, but the home page's address is empty."""
        given = {key: value for key, value in vars(self).items() if value or key == "address"}
        return {key: value for key, value in given.items() if key != "parts"}


def entries(view: View) -> Iterator[SearchEntry]:
    asked = {item.value.id: item.value.asked[view.language] for item in view.corpus.questions}
    for entry in _entries(view):
        entry.asked = [view.text(question) for question in asked.get(entry.id, ())]
        text = " ".join((entry.title, *entry.names, *(said for *_, said in entry.parts)))
        entry.places = [*places.pages(view.corpus, entry.id), *dict.fromkeys(places.cited(view.corpus, entry.id, text))]
        yield entry
    bibliography = folder(view.corpus.generated_page("references"), view.language)
    for note in view.corpus.note.values():
        yield _note(view, note, bibliography)


def _entries(view: View) -> Iterator[SearchEntry]:
    for page in view.corpus.pages.values():
        if view.language in page.documents:
            if isinstance(page, RecordPage):
                yield _record(view, page)
            else:
                yield from _page(view, page)
    glossary, bibliography = (
        folder(view.corpus.generated_page(kind), view.language) for kind in ("glossary", "references")
    )
    for term in view.corpus.term.values():
        yield _term(view, term, glossary)
    for reference in view.corpus.reference.values():
        yield _reference(view, reference, bibliography)


def _note(view: View, note: Note, address: str) -> SearchEntry:
    """A note: its words are those of the documents that it names."""
    title, text = capitalized(f"{view.label('note')} {note.number}"), reference_style.note(view, note)
    parts, numbers = [(note.id, "", text)], [f"note {note.number}"]
    return SearchEntry(note.id, "reference", title, address, note.id, parts=parts, places=numbers, numbered=True)


def _other(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)


def folder(page: Page | None, language: str) -> str:
    """The folder that a page is published in, from the site's root: `piliers/rapprochement/`."""
    return page.address(language).removeprefix("/") if page else ""


def _page(view: View, page: Page) -> Iterator[SearchEntry]:
    """The page itself, then each of its sections: a unit of the policy, or a level 2 heading of another page.

    A situation is one result: its sections have the same headings as those of the others.
    """
    texts = by_heading(page.documents[view.language])
    intro = f"{view.text(page.description(view.language))} {texts.get(None, '')}".strip()
    titles = {code: [page.title(code), page.nav_title(code)] for code in page.documents}
    entry = SearchEntry(
        page.id,
        _kind(view.corpus, page.id),
        view.text(page.title(view.language)),
        folder(page, view.language),
        mark=view.corpus.mark(page.id),
        pillar=_pillar(view.corpus, page.id),
        names=[*titles[view.language][1:], *_aliases(page, view.language)],
        other=[*titles.get(_other(view.language), []), *_aliases(page, _other(view.language))],
        parts=[("", "", intro)],
    )
    elsewhere = _headings(page, _other(view.language))
    for heading in page.documents[view.language].scan.headings:
        title, text = view.text(heading.text), texts.get(heading.id, "")
        if heading.id in view.corpus.unit or (heading.level == 2 and not isinstance(page, SituationPage)):
            yield entry
            entry = SearchEntry(
                heading.id if heading.id in view.corpus.unit else f"{page.id}#{heading.id}",
                _kind(view.corpus, heading.id),
                title,
                entry.address,
                heading.id or "",
                view.corpus.mark(heading.id or ""),
                _pillar(view.corpus, heading.id),
                other=elsewhere.get(heading.id, []),
                parts=[(heading.id or "", "", text)],
            )
        else:
            if not any(said for *_, said in entry.parts):
                entry.parts.clear()  # all that a section says may stand under its own headings
            entry.parts.append((heading.id or "", title, text))
    yield entry


def _aliases(page: Page, language: str) -> list[str]:
    return page.situation.aliases[language] if isinstance(page, SituationPage) else []


def _headings(page: Page, language: str) -> dict[str | None, list[str]]:
    headings: list[Heading] = page.documents[language].scan.headings if language in page.documents else []
    return {heading.id: [typeset(heading.text, language)] for heading in headings}


def _kind(corpus: Corpus, id_: str | None) -> str:
    if isinstance(corpus.pages.get(id_ or ""), SituationPage):
        return "situation"
    return "principle" if id_ in corpus.unit and corpus.unit[id_].kind in PRINCIPLES else "section"


def _pillar(corpus: Corpus, id_: str | None) -> str | None:
    unit = corpus.unit.get(id_ or "")
    if not unit:
        return None
    return unit.id if unit.kind == "pillar" else unit.pillar


def _record(view: View, page: RecordPage) -> SearchEntry:
    """A record is one result; its parts are its facts and the sections of its prose that say something."""
    record, other, texts = page.record, _other(view.language), by_heading(page.documents[view.language])
    unsaid = {section.id for section in silent(view.corpus, page, view.language)}
    english = [record.english_name] if isinstance(record, TheoreticalModel) and record.english_name else []
    return SearchEntry(
        page.id,
        page.kind,
        view.text(record.title),
        folder(page, view.language),
        mark=record.mark,
        pillar=record.pillar,
        names=[page.nav_title(view.language), *record.aliases[view.language]],
        other=[record.title[other], page.nav_title(other), *record.aliases[other], *english],
        parts=[
            ("", "", view.text(record.summary)),
            *(
                (heading.id or "", view.text(heading.text), texts.get(heading.id, ""))
                for heading in page.documents[view.language].scan.headings
                if heading.id not in unsaid
            ),
            ("", "", view.text(" ".join(_facts(view, record)))),
        ],
    )


def _facts(view: View, record: Record) -> Iterator[str]:
    """The facts of a record that its prose need not repeat, as sentences."""
    if isinstance(record, TheoreticalModel):
        yield from (record.idea[view.language], record.mechanism[view.language])
    if not isinstance(record, Example):
        return
    names = [view.corpus.label(id_, view.language) for id_ in record.organisations]
    partners = [] if record.partners == "undocumented" else [partner[view.language] for partner in record.partners]
    keys = [*(f"initiatives.{key}" for key in record.initiative), *(f"clienteles.{key}" for key in record.clientele)]
    keys += [f"places.{record.place}"] if record.place != "undocumented" else []
    yield from (
        f"{fact}." for fact in [*names, *partners, *(plain_label(view.corpus, key)[view.language] for key in keys)]
    )
    yield from (f"{milestone.text[view.language]} ({milestone.date})." for milestone in record.milestones)


def _term(view: View, term: Term, address: str) -> SearchEntry:
    other = _other(view.language)
    return SearchEntry(
        term.id,
        "term",
        view.text(term.headword(view.language)),
        address,
        term.id,
        full=view.text(term.full(view.language)),
        names=term.aliases[view.language],
        other=[*([term.term[other]] if term.term[other] != term.term[view.language] else []), *term.aliases[other]],
        parts=[(term.id, "", view.text(term.definition))],
        aside=term.about == "guide",
    )


def _reference(view: View, reference: Reference, address: str) -> SearchEntry:
    other = _other(view.language)
    gloss = reference.gloss[view.language]
    return SearchEntry(
        reference.id,
        "reference",
        view.text(reference.title),
        address,
        reference.id,
        lang=spoken if (spoken := reference.title_language(view.language)) != view.language else "",
        names=[gloss] if gloss else [],
        other=[reference.title[other]] if reference.title[other] != reference.title[view.language] else [],
        parts=[(reference.id, "", reference_style.short(view, reference))],
    )
