"""One page as staged Markdown: front matter, title, prose with its section furniture, generated body, definitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from kb.formats.markdown import Heading
from kb.model.corpus import Page
from kb.model.page import AuthoredPage, RecordPage, SituationPage
from kb.render import generated, memo, records, reference_style, situations
from kb.render.authored import publishable
from kb.render.changes import change_line, last_change
from kb.render.home import is_home, with_cards
from kb.render.links import definitions, with_assets
from kb.render.locators import in_the_policy, locators, sources
from kb.render.moved import with_old_chapters, with_old_fragments
from kb.render.view import View
from kb.render.whole import embed, reading_order


def stage_page(view: View, page: Page, texts: Mapping[str, str]) -> str:
    """The staged Markdown of a page in one language; `texts` holds the `page_text` of every page by id."""
    text = with_old_fragments(view, page, texts[page.id])
    if page.generated == "all":
        embedded = [embed(view.corpus, other, texts[other.id]) for other in reading_order(view.corpus)]
        text = with_old_chapters(view, "\n\n".join([text, *embedded]))
    text = with_assets(text, page, view.language)
    head = yaml.dump(
        _front_matter(view, page), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000
    )
    return "\n".join(["---", head + "---", "", text, "", definitions(view, page, text), ""])


def page_text(view: View, page: Page) -> str:
    """A page's title and body, its references not yet defined."""
    title = f"# {_marked(view.corpus.mark(page.id), view.inline(page.title(view.language)))} {{ #{page.id} }}"
    prose = _prose(view, page)
    parts = [title, prose, generated.body(view, page), _page_source(view, page)]
    if isinstance(page, SituationPage):
        parts[1:3] = [situations.body(view, page, prose)]
    if isinstance(page, RecordPage):
        parts.insert(2, records.relations(view, page))
        parts.insert(1, records.outside(view, page))
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def _front_matter(view: View, page: Page) -> dict[str, Any]:
    """What the templates need, as plain data."""
    unit = view.corpus.unit.get(page.id)
    data = {
        "title": view.text(page.nav_title(view.language)),
        "long_title": view.text(page.title(view.language)),
        "description": view.text(page.description(view.language)),
        "id": page.id,
        "kind": page.kind,
        "mark": view.corpus.mark(page.id),
        "pillar": page.pillar or (page.id if unit and unit.kind == "pillar" else None),
        "generated": page.generated,
        "wide": page.wide,
        "changed": last_change(view, page.id),
    }
    return {key: value for key, value in data.items() if value}


def _marked(mark: str | None, title: str) -> str:
    return f"**{mark}**{{ .mark }} {title}" if mark else title


def _prose(view: View, page: Page) -> str:
    """The author's lines, with a mark in the heading of each citable section and its furniture at its end."""
    corpus, document = view.corpus, page.documents[view.language]
    lines = publishable(view, document)
    if isinstance(page, RecordPage):
        lines = records.laid_out(view, page, lines)
    headings = {h.line - document.first_line: h for h in document.scan.headings}
    if is_home(page, document.language):
        return "\n".join(with_cards(lines, headings))
    out: list[str] = []
    open_: Heading | None = None
    for row, text in enumerate(lines):
        heading = headings.get(row)
        if heading:
            if open_ and (heading.id in corpus.unit or heading.level <= open_.level):
                out += _furniture(view, open_.id or "")
                open_ = None
            if heading.id in corpus.unit:
                open_ = heading
            text = _heading(view, page, heading, text)
        out.append(text)
    if open_:
        out += _furniture(view, open_.id or "")
    return "\n".join(out)


def _heading(view: View, page: Page, heading: Heading, text: str) -> str:
    if heading.id in view.corpus.unit and view.corpus.unit[heading.id].mark:
        hashes, _, rest = text.partition(" ")
        return f"{hashes} {_marked(view.corpus.unit[heading.id].mark, rest)}"
    if heading.id in page.prose[-1:]:
        return f"{text}\n\n{view.own(page)}\n{{ .editorial }}"
    return text


def _furniture(view: View, id_: str) -> list[str]:
    """What stands at the end of a citable section: the records tied to it, its source and its last change."""
    source, changed = source_line(view, [id_]), change_line(view, id_)
    return ["", records.ties(view, id_), "", source, "", memo.way(view, id_), "", changed, ""]


def _page_source(view: View, page: Page) -> str:
    """The source of a page that has no citable section of its own to carry it."""
    if isinstance(page, RecordPage) and page.outside:
        return _references(view, page.record.references)
    if isinstance(page, AuthoredPage) and view.corpus.sections(page, view.language):
        return ""
    return source_line(view, sources(view.corpus, page.id))


def _references(view: View, ids: list[str]) -> str:
    """« Source, hors de la politique : Firme Léger (2024). Sondage sur la police »."""
    named = (reference_style.linked(view, id_) for id_ in ids)
    return f"{view.label('source-elsewhere')}{view.colon} {'; '.join(named)}.\n{{ .source }}"


def source_line(view: View, units: list[str]) -> str:
    """« Source : Politique, p. 12, « Présence et accessibilité » », with the policy's own heading."""
    if not units:
        return ""
    policy = in_the_policy(view, view.label("policy"), units)
    return f"{view.label('source')}{view.colon} {policy}, {locators(view, units, marked=True)}.\n{{ .source }}"
