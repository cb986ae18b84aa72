"""What can be found: one entry for each citable section, page, record, term and reference, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kb.formats.markdown import Heading
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage
from kb.model.schema import Example, Record, Reference, Term, TheoreticalModel
from kb.render import reference_style
from kb.search.text import by_heading
from kb.text.labels import plain_label
from kb.text.typography import typeset

PRINCIPLES = ("pillar", "principle")
KINDS = ("principle", "example", "model", "term", "section", "reference")


@dataclass
class Entry:
    """One result. `full` is the name that an abbreviation stands for, `names` are other names, `other` those in the
    other language.

    `parts` are the stretches of its text: fragment of the address, heading, text. A result leads to the best one.
    """

    id: str
    kind: str  # one of KINDS
    title: str
    address: str  # from the site's root, without a fragment
    fragment: str = ""
    mark: str | None = None
    pillar: str | None = None
    full: str = ""
    names: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    parts: list[tuple[str, str, str]] = field(default_factory=list)

    def data(self) -> dict[str, Any]:
        """What is published: keys without a value are left out, but the home page's address is empty."""
        return {key: value for key, value in vars(self).items() if value or key == "address"}


def entries(corpus: Corpus, language: str) -> Iterator[Entry]:
    for page in corpus.pages.values():
        if language in page.documents:
            if isinstance(page, RecordPage):
                yield _record(corpus, page, language)
            else:
                yield from _page(corpus, page, language)
    glossary, bibliography = (_address(corpus.generated_page(kind), language) for kind in ("glossary", "references"))
    for term in corpus.term.values():
        yield _term(term, glossary, language)
    for reference in corpus.reference.values():
        yield _reference(corpus, reference, bibliography, language)


def _other(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)


def _address(page: Page | None, language: str) -> str:
    """The folder that a page is published in, from the site's root: `piliers/rapprochement/`."""
    return page.url(language).removeprefix("/") if page else ""


def _page(corpus: Corpus, page: Page, language: str) -> Iterator[Entry]:
    """The page itself, then each of its sections: a unit of the policy, or a level 2 heading of another page."""
    texts = by_heading(page.documents[language])
    intro = f"{typeset(page.description(language), language)} {texts.get(None, '')}".strip()
    titles = {code: [page.title(code), page.nav_title(code)] for code in page.documents}
    entry = Entry(
        page.id,
        _kind(corpus, page.id),
        typeset(page.title(language), language),
        _address(page, language),
        mark=corpus.mark(page.id),
        pillar=_pillar(corpus, page.id),
        names=titles[language][1:],
        other=titles.get(_other(language), []),
        parts=[("", "", intro)],
    )
    elsewhere = _headings(page, _other(language))
    for heading in page.documents[language].scan.headings:
        title, text = typeset(heading.text, language), texts.get(heading.id, "")
        if heading.id in corpus.unit or heading.level == 2:
            yield entry
            entry = Entry(
                heading.id if heading.id in corpus.unit else f"{page.id}#{heading.id}",
                _kind(corpus, heading.id),
                title,
                entry.address,
                heading.id or "",
                corpus.mark(heading.id or ""),
                _pillar(corpus, heading.id),
                other=elsewhere.get(heading.id, []),
                parts=[(heading.id or "", "", text)],
            )
        else:
            entry.parts.append((heading.id or "", title, text))
    yield entry


def _headings(page: Page, language: str) -> dict[str | None, list[str]]:
    headings: list[Heading] = page.documents[language].scan.headings if language in page.documents else []
    return {heading.id: [typeset(heading.text, language)] for heading in headings}


def _kind(corpus: Corpus, id_: str | None) -> str:
    return "principle" if id_ in corpus.unit and corpus.unit[id_].kind in PRINCIPLES else "section"


def _pillar(corpus: Corpus, id_: str | None) -> str | None:
    unit = corpus.unit.get(id_ or "")
    if not unit:
        return None
    return unit.id if unit.kind == "pillar" else unit.pillar


def _record(corpus: Corpus, page: RecordPage, language: str) -> Entry:
    """A record is one result; its parts are its facts and the sections of its prose."""
    record, other, texts = page.record, _other(language), by_heading(page.documents[language])
    english = [record.english_name] if isinstance(record, TheoreticalModel) and record.english_name else []
    return Entry(
        page.id,
        page.kind,
        typeset(record.title[language], language),
        _address(page, language),
        mark=record.mark,
        pillar=record.pillar,
        names=[page.nav_title(language), *record.aliases[language]],
        other=[record.title[other], page.nav_title(other), *record.aliases[other], *english],
        parts=[
            ("", "", typeset(record.summary[language], language)),
            *(
                (heading.id or "", typeset(heading.text, language), texts.get(heading.id, ""))
                for heading in page.documents[language].scan.headings
            ),
            ("", "", typeset(" ".join(_facts(corpus, record, language)), language)),
        ],
    )


def _facts(corpus: Corpus, record: Record, language: str) -> Iterator[str]:
    """The facts of a record that its prose need not repeat, as sentences."""
    if isinstance(record, TheoreticalModel):
        yield from (record.idea[language], record.mechanism[language])
    if not isinstance(record, Example):
        return
    names = [corpus.label(id_, language) for id_ in record.organisations]
    partners = [] if record.partners == "undocumented" else [partner[language] for partner in record.partners]
    keys = [f"initiatives.{record.initiative}", *(f"clienteles.{key}" for key in record.clientele)]
    keys += [f"places.{record.place}"] if record.place != "undocumented" else []
    yield from (f"{fact}." for fact in [*names, *partners, *(plain_label(corpus, key)[language] for key in keys)])
    yield from (f"{milestone.text[language]} ({milestone.date})." for milestone in record.milestones)


def _term(term: Term, address: str, language: str) -> Entry:
    other = _other(language)
    return Entry(
        term.id,
        "term",
        typeset(term.headword(language), language),
        address,
        term.id,
        full=typeset(term.full(language), language),
        names=term.aliases[language],
        other=[*([term.term[other]] if term.term[other] != term.term[language] else []), *term.aliases[other]],
        parts=[(term.id, "", typeset(term.definition[language], language))],
    )


def _reference(corpus: Corpus, reference: Reference, address: str, language: str) -> Entry:
    other = _other(language)
    gloss = reference.gloss[language]
    return Entry(
        reference.id,
        "reference",
        typeset(reference.title[language], language),
        address,
        reference.id,
        names=[gloss] if gloss else [],
        other=[reference.title[other]] if reference.title[other] != reference.title[language] else [],
        parts=[(reference.id, "", reference_style.short(corpus, reference, language))],
    )
