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
    file_name,
    in_text,
    policy_in_text,
    reference,
)
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.model.sitepath import CITATIONS
from kb.render import reference_style
from kb.render.slots import inline
from kb.text.labels import label
from kb.text.typography import typeset

QR_MODULE = 5  # pixels
FILES = (
    ("RIS", "ris", "application/x-research-info-systems"),
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
)


@dataclass(frozen=True)
class CitationPage:
    """The page that holds the citations of one mark, that of the page or section `of`."""

    of: str
    mark: str

    @property
    def id(self) -> str:
        return f"cite/{file_name(self.mark)}"

    def address(self, language: str) -> str:
        """Path of the staged Markdown below its language's folder, such as `citer/p1-3.md`."""
        return f"{CITATIONS[language]}/{file_name(self.mark)}.md"


def citation_pages(corpus: Corpus) -> list[CitationPage]:
    return [CitationPage(id_, mark) for id_, mark in citable(corpus).items()]


def stage_citations(corpus: Corpus, guide: Guide) -> dict[str, str]:
    """Every citation page, and beside it the files that it offers."""
    tree: dict[str, str] = {}
    for language in LANGUAGES:
        for page in citation_pages(corpus):
            cited = {code: cite(corpus, guide, page.of, code) for code in LANGUAGES}
            path = f"{language}/{page.address(language)}"
            image, width = exports.qr(cited[language].address)
            item = exports.csl(corpus, cited[language])
            tree[path] = _page(corpus, page, cited, language, width * QR_MODULE)
            tree |= _files(path.removesuffix(".md"), item) | {path.replace(".md", ".svg"): image}
        if POLICY in corpus.reference:
            item = exports.csl_policy(corpus.reference[POLICY], language)
            tree |= _files(f"{language}/{CITATIONS[language]}/{item['id']}", item)
    return tree


def _files(path: str, item: dict[str, Any]) -> dict[str, str]:
    return {f"{path}.ris": exports.ris(item), f"{path}.json": exports.csl_json(item)}


def _page(corpus: Corpus, page: CitationPage, cited: dict[str, Citation], language: str, width: int) -> str:
    here, name = cited[language], file_name(page.mark)
    quoted = label(corpus, "quoted", language, title=here.section)
    head = {
        "title": f"{label(corpus, 'cite', language)} {page.mark}",
        "long_title": f"{label(corpus, 'cite', language)} {quoted} ({page.mark})",
        "description": label(corpus, "cite-description", language, title=here.title),
        "kind": "citation",
        "mark": page.mark,
        "noindex": True,
    }
    parts = [
        f"---\n{yaml.dump(head, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)}---",
        f"# {label(corpus, 'cite', language)} **{page.mark}**{{ .mark }} {inline(quoted, language)} {{ #cite }}",
        f"[{label(corpus, 'cite-back', language)}]({_way(corpus, page.of, language)}){{ .cite-back }}",
        *(
            part
            for code in sorted(LANGUAGES, key=language.__ne__)
            for part in _citations(corpus, cited[code], language)
        ),
        f"## {label(corpus, 'cite-files', language)} {{ #cite-files }}",
        _downloads(label(corpus, "cite-section", language), name, language)
        + ("\n" + _downloads(label(corpus, "cite-policy", language), "politique", language) if here.policy else ""),
    ]
    parts += [
        f"## {label(corpus, 'cite-qr', language)} {{ #cite-qr }}",
        f"![{label(corpus, 'cite-qr-of', language, address=here.address)}]({name}.svg)"
        f"{{ .cite-qr width={width} height={width} }}",
        f"[{here.address}]({_way(corpus, page.of, language)}){{ .cite-address }}",
    ]
    return "\n\n".join(parts) + "\n"


def _way(corpus: Corpus, id_: str, language: str) -> str:
    """From the folder of the citation pages to the staged file that an id leads to."""
    target = corpus.targets[id_]
    return f"../{corpus.pages[target.page].address(language)}" + (f"#{target.fragment}" if target.fragment else "")


def _citations(corpus: Corpus, cited: Citation, language: str) -> Iterator[str]:
    """The guide's section and the policy's passage in the language of `cited`, under headings in `language`."""
    code = cited.language
    yield f"## {label(corpus, f'cite-in-{code}', language)} {{ #cite-{code} }}"
    yield f"### {label(corpus, 'cite-section', language)} {{ #cite-{code}-section }}"
    yield from _forms(corpus, reference(cited), in_text(cited), code, language)
    if cited.policy and cited.passage:
        yield f"### {label(corpus, 'cite-passage', language)} {{ #cite-{code}-policy }}"
        yield from _forms(
            corpus, reference_style.full(corpus, cited.policy, code), policy_in_text(corpus, cited), code, language
        )
        if code == language:
            yield f"{label(corpus, 'cite-derived', language)}\n{{ .details }}"


def _forms(corpus: Corpus, entry: str, text: str, code: str, language: str) -> Iterator[str]:
    yield f"{entry}\n{{ .citation lang={code} }}"
    yield f'{label(corpus, "cite-text", language)} <span class="citation" lang="{code}">{text}</span>'


def _downloads(what: str, name: str, language: str) -> str:
    """« La section du guide : RIS, CSL-JSON »."""
    links = ", ".join(f'[{kind}]({name}.{end}){{ download="{name}.{end}" type="{mime}" }}' for kind, end, mime in FILES)
    colon = " :" if language == "fr" else ":"
    return f"- {typeset(f'{what}{colon}', language)} {links}"
