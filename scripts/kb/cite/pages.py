"""The page of each citation, with its files: what « Citer » opens, and all that is needed without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kb.cite import exports
from kb.cite.citation import (
    POLICY,
    Citation,
    Guide,
    citable,
    cite,
    in_text,
    policy_in_text,
    reference,
)
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.model.sitepath import CITATIONS, file_name, short
from kb.published.published import retired
from kb.render import reference_style
from kb.render.view import View

QR_MODULE = 5  # pixels
FILES = (
    ("RIS", "ris", "application/x-research-info-systems"),
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
)


@dataclass(frozen=True)
class CitationPage:
    """The page that holds the citations of one mark: that of the page or section `of`, or one that it replaced."""

    of: str
    mark: str
    is_replaced: bool = False

    @property
    def id(self) -> str:
        return f"cite/{file_name(self.mark)}"

    def file(self, language: str) -> str:
        """Path of the staged Markdown below its language's folder, such as `citer/p1-3.md`."""
        return f"{CITATIONS[language]}/{file_name(self.mark)}.md"


def citation_pages(corpus: Corpus) -> list[CitationPage]:
    """Of every mark ever published; one that nothing bears any more cites what took its place."""
    borne = [CitationPage(id_, mark) for id_, mark in citable(corpus).items()]
    return borne + [CitationPage(_citable(corpus, to), mark, True) for mark, to in retired(corpus).items()]


def _citable(corpus: Corpus, reference: str) -> str:
    """The id that a reference is cited by: that of the page, for a heading without an id of its own."""
    return reference if reference in corpus.targets else reference.partition("#")[0]


def stage_citations(corpus: Corpus, guide: Guide) -> dict[str, str]:
    """Every citation page, and beside it the files that it offers."""
    tree: dict[str, str] = {}
    views = {language: View(corpus, language) for language in LANGUAGES}
    for language, view in views.items():
        for page in citation_pages(corpus):
            cited = {code: cite(views[code], guide, page.of) for code in LANGUAGES}
            path = f"{language}/{page.file(language)}"
            address = guide.absolute(short(page.mark, language))
            image, width = exports.qr(address)
            item = exports.csl(corpus, cited[language])
            tree[path] = _page(view, page, cited, address, width * QR_MODULE)
            tree |= _files(path.removesuffix(".md"), item) | {path.replace(".md", ".svg"): image}
        if POLICY in corpus.reference:
            item = exports.csl_policy(corpus.reference[POLICY], language)
            tree |= _files(f"{language}/{CITATIONS[language]}/{item['id']}", item)
    return tree


def _files(path: str, item: dict[str, Any]) -> dict[str, str]:
    return {f"{path}.ris": exports.ris(item), f"{path}.json": exports.csl_json(item)}


def _page(view: View, page: CitationPage, cited: dict[str, Citation], address: str, width: int) -> str:
    """The page in the language of `view`, with the QR code of `address`, `width` pixels wide."""
    here, name = cited[view.language], file_name(page.mark)
    quoted = view.label("quoted", title=here.section)
    head = {
        "title": f"{view.label('cite')} {page.mark}",
        "long_title": f"{view.label('cite')} {quoted} ({page.mark})",
        "description": view.label("cite-description", title=here.title),
        "kind": "citation",
        "mark": page.mark,
        "noindex": True,
    }
    way = _way(view, page.of)
    moved = view.label("section-moved", link=f"[{view.inline(view.marked(page.of))}]({way})")
    parts = [
        f"---\n{yaml.dump(head, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)}---",
        f"# {view.label('cite')} **{page.mark}**{{ .mark }} {view.inline(quoted)} {{ #cite }}",
        *([moved] if page.is_replaced else []),
        f"[{view.label('cite-back')}]({way}){{ .cite-back }}",
        *(part for code in sorted(LANGUAGES, key=view.language.__ne__) for part in _citations(view, cited[code])),
        f"## {view.label('cite-files')} {{ #cite-files }}",
        _downloads(view, "cite-section", name)
        + ("\n" + _downloads(view, "cite-policy", "politique") if here.policy else ""),
    ]
    parts += [
        f"## {view.label('cite-qr')} {{ #cite-qr }}",
        f"![{view.label('cite-qr-of', address=address)}]({name}.svg){{ .cite-qr width={width} height={width} }}",
        f"[{address}]({way}){{ .cite-address }}",
    ]
    return "\n\n".join(parts) + "\n"


def _way(view: View, id_: str) -> str:
    """From the folder of the citation pages to the staged file that an id leads to."""
    target = view.corpus.targets[id_]
    return f"../{view.corpus.pages[target.page].file(view.language)}" + (
        f"#{target.fragment}" if target.fragment else ""
    )


def _citations(view: View, cited: Citation) -> Iterator[str]:
    """The guide's section and the policy's passage in the language of `cited`, under headings in `language`."""
    code = cited.language
    yield f"## {view.label(f'cite-in-{code}')} {{ #cite-{code} }}"
    yield f"### {view.label('cite-section')} {{ #cite-{code}-section }}"
    yield from _forms(view, reference(cited), in_text(cited), code)
    if cited.policy and cited.passage:
        yield f"### {view.label('cite-passage')} {{ #cite-{code}-policy }}"
        there = View(view.corpus, code)
        entry = reference_style.full(there, cited.policy)
        yield from _forms(view, entry, policy_in_text(there, cited), code)
        if code == view.language:
            yield f"{view.label('cite-derived')}\n{{ .details }}"


def _forms(view: View, entry: str, text: str, code: str) -> Iterator[str]:
    yield f"{entry}\n{{ .citation lang={code} }}"
    before = view.said(View(view.corpus, code).label("cite-text"), code)
    yield f'{before} <span class="citation" lang="{code}">{text}</span>'


def _downloads(view: View, what: str, name: str) -> str:
    """« La section du guide : RIS, CSL-JSON »."""
    links = ", ".join(f'[{kind}]({name}.{end}){{ download="{name}.{end}" type="{mime}" }}' for kind, end, mime in FILES)
    return f"- {view.label(what)}{view.colon} {links}"
