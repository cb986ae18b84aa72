"""What reference managers and search engines read in the head of a page: citation_* tags and JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.cite import card, exports
from kb.cite.citation import Citation, Guide, cite
from kb.model import sitepath
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.render.view import View
from kb.text.typography import typeset

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Crumb = tuple[str, str]  # title and absolute address


@dataclass(frozen=True)
class Metadata:
    """The tags of a page in their order, and its JSON-LD as it can stand in HTML."""

    tags: list[tuple[str, str]]
    json_ld: str


def metadata(corpus: Corpus, guide: Guide, page: Page, language: str, crumbs: list[Crumb]) -> Metadata:
    """The metadata of a page; `crumbs` lead to it from the home page, itself included."""
    view = View(corpus, language)
    cited = cite(view, guide, page.id)
    graph = [{key: value for key, value in _page(view, guide, page, cited).items() if value}]
    if len(crumbs) > 1:
        graph.append(_breadcrumbs(crumbs))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return Metadata([*_tags(cited), *_card(view, guide, page, cited)], text.replace("<", "\\u003c"))


def _tags(cited: Citation) -> Iterator[tuple[str, str]]:
    """As Google Scholar and Zotero read them; Zotero would take a page for a journal article without its own tag.

    Zotero splits DC.creator, which is for other programs, at its last space, but prefers citation_author.
    """
    yield "citation_title", cited.title
    yield "citation_author", exports.whole(cited.author)
    yield "DC.creator", cited.author
    if cited.date:
        yield "citation_publication_date", cited.date.strftime("%Y/%m/%d")
    yield "citation_language", cited.language
    yield "citation_public_url", cited.address
    yield "citation_fulltext_html_url", cited.page
    yield "z:itemType", "webpage"


def _card(view: View, guide: Guide, page: Page, cited: Citation) -> Iterator[tuple[str, str]]:
    """What other sites show beside a link to the page: Open Graph."""
    yield "og:site_name", cited.guide
    yield "og:type", "website"
    yield "og:title", cited.title
    yield "og:description", view.text(page.description(view.language))
    yield "og:url", cited.page
    yield "og:locale", exports.LOCALES[view.language].replace("-", "_")
    yield "og:image", guide.absolute(card.address(view.language))
    yield "og:image:width", str(card.WIDTH)
    yield "og:image:height", str(card.HEIGHT)
    yield "og:image:alt", " ".join(f"{line.rstrip('.')}." for line in card.said(view, guide))
    yield "twitter:card", "summary_large_image"


def _page(view: View, guide: Guide, page: Page, cited: Citation) -> dict[str, Any]:
    """The page as a work, with the language that it exists in besides, and what it rests on."""
    language = view.language
    twin = next(code for code in LANGUAGES if code != language)
    return {
        "@type": "Article",
        "@id": cited.page,
        "url": cited.page,
        "headline": cited.section,
        "description": view.text(page.description(language)),
        "identifier": cited.mark,
        "inLanguage": exports.LOCALES[language],
        "author": {"@type": "Organization", "name": cited.author},
        "datePublished": cited.date.isoformat() if cited.date else None,
        "license": LICENCE,
        "isPartOf": {"@type": "CreativeWork", "name": cited.guide, "url": guide.absolute(sitepath.root(language))},
        "isBasedOn": _policy(cited) if view.corpus.mark(page.id) or page.id in view.corpus.unit else None,
        "workTranslation": {"@id": guide.absolute(page.address(twin)), "inLanguage": exports.LOCALES[twin]},
        "hasPart": [_section(cite(view, guide, h.id)) for h in view.corpus.sections(page, language) if h.id],
        **(_terms(view, cited) if page.generated == "glossary" else {}),
        **(_site(cited) if page.address(language) == sitepath.root(language) else {}),
    }


def _site(cited: Citation) -> dict[str, Any]:
    """The home page stands for the whole guide."""
    return {"@type": "WebSite", "name": cited.guide, "headline": None, "isPartOf": None}


def _policy(cited: Citation) -> dict[str, Any] | None:
    policy = cited.policy
    if policy is None:
        return None
    author = {"@type": "GovernmentOrganization", "name": policy.author["fr"]}
    return {"@type": "Report", "name": typeset(policy.title["fr"], "fr"), "author": author, "inLanguage": "fr-CA"}


def _section(cited: Citation) -> dict[str, Any]:
    part = {"@type": "Article", "@id": cited.page, "url": cited.page, "headline": cited.section}
    return part | ({"identifier": cited.mark} if cited.mark else {})


def _terms(view: View, cited: Citation) -> dict[str, Any]:
    """The glossary as a set of terms, each with its other names and its abbreviation."""
    terms = []
    for term in view.corpus.term.values():
        name, *others = map(view.text, term.names(view.language))
        defined = {
            "@type": "DefinedTerm",
            "@id": f"{cited.page}#{term.id}",
            "name": name,
            "alternateName": others,
            "termCode": term.abbr,
            "description": view.text(term.definition),
        }
        terms.append({key: value for key, value in defined.items() if value})
    return {"@type": "DefinedTermSet", "name": cited.section, "headline": None, "hasDefinedTerm": terms}


def _breadcrumbs(crumbs: list[Crumb]) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": address}
            for position, (title, address) in enumerate(crumbs, 1)
        ],
    }
