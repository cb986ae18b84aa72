"""One page as staged Markdown: front matter, title, prose with its section furniture, generated body, definitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from kb.formats.markdown import Heading
from kb.model.corpus import Corpus, Document, Page
from kb.model.page import AuthoredPage, RecordPage
from kb.render import generated, records, reference_style
from kb.render.authored import publishable
from kb.render.changes import change_line, last_change
from kb.render.home import is_home, with_cards
from kb.render.links import definitions, link, with_assets
from kb.render.locators import locators, sources
from kb.render.moved import with_old_fragments
from kb.render.slots import inline
from kb.render.whole import embed, reading_order
from kb.text.labels import label
from kb.text.typography import typeset


def stage_page(corpus: Corpus, page: Page, language: str, texts: Mapping[str, str]) -> str:
    """The staged Markdown of a page in one language; `texts` holds the `page_text` of every page by id."""
    text = with_old_fragments(corpus, page, texts[page.id], language)
    if page.generated == "all":
        embedded = [embed(corpus, other, texts[other.id]) for other in reading_order(corpus)]
        text = "\n\n".join([text, *embedded])
    text = with_assets(text, page, language)
    head = yaml.dump(
        _front_matter(corpus, page, language), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000
    )
    return "\n".join(["---", head + "---", "", text, "", definitions(corpus, page, text, language), ""])


def page_text(corpus: Corpus, page: Page, language: str) -> str:
    """A page's title and body, its references not yet defined."""
    title = f"# {_marked(corpus.mark(page.id), inline(page.title(language), language))} {{ #{page.id} }}"
    prose = _prose(corpus, page, page.documents[language])
    parts = [title, prose, generated.body(corpus, page, language), _page_source(corpus, page, language)]
    if isinstance(page, RecordPage):
        parts.insert(2, records.relations(corpus, page, language))
        parts[1:1] = [records.outside(corpus, page, language), records.facts(corpus, page, language)]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def _front_matter(corpus: Corpus, page: Page, language: str) -> dict[str, Any]:
    """What the templates need, as plain data."""
    unit = corpus.unit.get(page.id)
    headings = page.documents[language].scan.headings
    data = {
        "title": typeset(page.nav_title(language), language),
        "long_title": typeset(page.title(language), language),
        "description": typeset(page.description(language), language),
        "id": page.id,
        "kind": page.kind,
        "mark": corpus.mark(page.id),
        "pillar": page.pillar or (page.id if unit and unit.kind == "pillar" else None),
        "generated": page.generated,
        "wide": page.wide,
        "changed": last_change(corpus, page.id, language),
        "hide_from_toc": [h.id for h in headings if h.level > 2 and h.id not in corpus.unit],
    }
    return {key: value for key, value in data.items() if value}


def _marked(mark: str | None, title: str) -> str:
    return f"**{mark}**{{ .mark }} {title}" if mark else title


def _prose(corpus: Corpus, page: Page, document: Document) -> str:
    """The author's lines, with a mark in the heading of each citable section and its furniture at its end."""
    lines = publishable(corpus, document)
    headings = {h.line - document.first_line: h for h in document.scan.headings}
    if is_home(page, document.language):
        return "\n".join(with_cards(lines, headings))
    out: list[str] = []
    open_: Heading | None = None
    for row, text in enumerate(lines):
        heading = headings.get(row)
        if heading:
            if open_ and (heading.id in corpus.unit or heading.level <= open_.level):
                out += _furniture(corpus, open_.id or "", document.language)
                open_ = None
            if heading.id in corpus.unit:
                open_ = heading
            text = _heading(corpus, page, heading, text, document.language)
        out.append(text)
    if open_:
        out += _furniture(corpus, open_.id or "", document.language)
    return "\n".join(out)


def _heading(corpus: Corpus, page: Page, heading: Heading, text: str, language: str) -> str:
    if heading.id in corpus.unit and corpus.unit[heading.id].mark:
        hashes, _, rest = text.partition(" ")
        return f"{hashes} {_marked(corpus.unit[heading.id].mark, rest)}"
    if heading.id in page.prose[-1:]:
        return f"{text}\n\n{label(corpus, 'editorial', language)}\n{{ .editorial }}"
    return text


def _furniture(corpus: Corpus, id_: str, language: str) -> list[str]:
    """What stands at the end of a citable section: the records tied to it, its source and its last change."""
    source, changed = source_line(corpus, [id_], language), change_line(corpus, id_, language)
    return ["", records.ties(corpus, id_, language), "", source, "", changed, ""]


def _page_source(corpus: Corpus, page: Page, language: str) -> str:
    """The source of a page that has no citable section of its own to carry it."""
    if isinstance(page, RecordPage) and page.outside:
        return _references(corpus, page.record.references, language)
    if isinstance(page, AuthoredPage) and corpus.sections(page, language):
        return ""
    return source_line(corpus, sources(corpus, page.id), language)


def _references(corpus: Corpus, ids: list[str], language: str) -> str:
    """« Source, hors de la politique : Firme Léger (2024). Sondage sur la police »."""
    colon = " : " if language == "fr" else ": "
    named = (reference_style.linked(corpus, id_, language) for id_ in ids)
    return f"{typeset(label(corpus, 'source-elsewhere', language) + colon, language)}{'; '.join(named)}.\n{{ .source }}"


def source_line(corpus: Corpus, units: list[str], language: str) -> str:
    """« Source : Politique, p. 12, « Présence et accessibilité » », with the policy's own heading."""
    if not units:
        return ""
    colon = " : " if language == "fr" else ": "
    text = typeset(f"{label(corpus, 'source', language)}{colon}", language)
    policy = f"[{label(corpus, 'policy', language)}][r-politique]"
    return f"{text}{policy}, {locators(corpus, units, language)}.\n{{ .source }}"


__all__ = ["link", "page_text", "source_line", "stage_page"]
