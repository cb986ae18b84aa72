"""The only reader of sources: the files below a root → a Corpus.

A fault in one file never keeps the others from being read: it becomes a finding in `Corpus.faults`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from kb import siteconfig
from kb.addresses import with_full_addresses
from kb.bilingual import LANGUAGES
from kb.corpus import Corpus, Document, Item, Page, Target
from kb.counts import counts, with_counts
from kb.finding import Finding
from kb.loading import read_text, read_yaml, set_aside, validate
from kb.markdown import scan
from kb.permanent.history import read_history
from kb.schema import (
    Example,
    Figure,
    FrontMatter,
    Note,
    PolicyMilestone,
    Reference,
    Synonyms,
    Term,
    TheoreticalModel,
    Unit,
    Words,
)

RECORDS = {"examples": ("example", Example), "models": ("model", TheoreticalModel)}
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---(?:\n|\Z)", re.S)


def read(root: Path, instead: Mapping[str, str] | None = None) -> Corpus:
    """Read the whole base below `root`, the folder that holds docs/, examples/ and models/.

    `instead` gives, by path, texts that are not yet in their files: what would be said if they were.
    """
    corpus = Corpus(root, counts=counts(root), files=dict(instead or {}))
    read_history(corpus)
    _read_units(corpus)
    for language in LANGUAGES:
        _read_pages(corpus, language)
    for folder in RECORDS:
        _read_records(corpus, folder)
    _read_lists(corpus)
    _read_navigations(corpus)
    _declare(corpus)
    return corpus


def _read_units(corpus: Corpus) -> None:
    corpus.units = list(_read_list(corpus, "docs/units.yml", Unit))


def _read_lists(corpus: Corpus) -> None:
    """The glossary, the references with the policy's notes, and the figures."""
    corpus.terms = list(_read_list(corpus, "docs/glossary.yml", Term))
    corpus.figures = list(_read_list(corpus, "docs/figures.yml", Figure))
    corpus.milestones = list(_read_list(corpus, "docs/milestones.yml", PolicyMilestone))
    if (corpus.root / "docs/synonyms.yml").is_file():
        corpus.synonyms = list(_read_list(corpus, "docs/synonyms.yml", Synonyms))
    if (corpus.root / "docs/words.yml").is_file():
        corpus.words = list(_read_list(corpus, "docs/words.yml", Words))
    corpus.references = list(_read_list(corpus, "docs/references.yml", Reference, "references"))
    corpus.notes = list(_read_list(corpus, "docs/references.yml", Note, "notes"))


def _read_list(corpus: Corpus, path: str, model: type[BaseModel], key: str | None = None) -> Iterator[Item[Any]]:
    """The entries of a YAML list, or of the list under `key` of a YAML mapping."""
    text = read_text(corpus, path)
    located = read_yaml(corpus, path, text) if text is not None else None
    if located is None:
        return
    data = located.data.get(key) if key and isinstance(located.data, dict) else located.data
    if not isinstance(data, list):
        what = f"no list under the key {key}" if key else "this file is not a list of entries"
        corpus.faults.append(Finding(path, 1, 1, "REC002", what, "start each entry with “- id:”"))
        return
    sites = located.data.get("sites", {}) if key else {}
    for index, entry in enumerate(data):
        base = (key, index) if key else (index,)
        entry = with_full_addresses(entry, sites)
        item = validate(corpus, model, Item(entry, path, located, base))
        if item:
            yield item
        elif isinstance(entry, dict):
            corpus.broken.add(str(entry.get("id")))


def _read_navigations(corpus: Corpus) -> None:
    """Those of the project; another tree of sources, such as a test's, has no mkdocs.yml of its own."""
    text = read_text(corpus, siteconfig.PATH, required=False)
    try:
        corpus.navigations = siteconfig.navigations(text or "")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = error.problem or "no YAML"
        corpus.faults.append(Finding(siteconfig.PATH, *place, "REC001", message, "mend the YAML here"))


def _read_pages(corpus: Corpus, language: str) -> None:
    folder = corpus.root / "docs" / language
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(corpus.root).as_posix()
        text = read_text(corpus, path)
        if text is None:
            continue
        meta, body, first_line = _front_matter(corpus, path, with_counts(text, language, corpus.counts))
        if meta is None:
            continue
        document = Document(path, language, body, first_line, scan(body, first_line))
        id_ = meta.value.id
        page = corpus.pages.get(id_)
        if page and (page.kind != "page" or language in page.documents):
            target = Target("page", id_, None, (path, *meta.located.at(("id",))))
            corpus.declared.append((id_, target))
        elif page:
            page.documents[language], page.meta[language] = document, meta
        else:
            published = corpus.ledger.files(id_)
            corpus.pages[id_] = Page(id_, "page", {language: document}, {language: meta}, published=published)


def _front_matter(corpus: Corpus, path: str, text: str) -> tuple[Item[FrontMatter] | None, str, int]:
    match = FRONT_MATTER.match(text)
    if not match:
        if text.strip():
            hint = "start the file with id, title and description between two --- lines"
            corpus.faults.append(Finding(path, 1, 1, "PAR005", "no front matter", hint))
            set_aside(corpus, path, text)
        return None, text, 1
    located = read_yaml(corpus, path, match.group(1), first_line=2)
    if located is None:
        return None, text, 1
    meta = validate(corpus, FrontMatter, Item(located.data, path, located))
    if meta is None and isinstance(located.data, dict):
        corpus.broken.add(str(located.data.get("id")))
    return meta, text[match.end() :], match.group().count("\n") + 1


def _read_records(corpus: Corpus, folder: str) -> None:
    kind, model = RECORDS[folder]
    base = corpus.root / folder
    if not base.is_dir():
        corpus.faults.append(Finding(folder, 1, 1, "FIL007", "this folder is missing", "add it"))
        return
    for place in sorted(p for p in base.iterdir() if p.is_dir()):
        record_path = f"{folder}/{place.name}/record.yml"
        text = read_text(corpus, record_path)
        located = read_yaml(corpus, record_path, text) if text is not None else None
        record = validate(corpus, model, Item(located.data, record_path, located)) if located else None
        documents = dict(_record_prose(corpus, folder, place.name))
        if record is None:
            corpus.broken.add(place.name)
            continue
        id_ = record.value.id
        if id_ in corpus.pages:
            target = Target(kind, id_, None, (record_path, *record.located.at(("id",))))
            corpus.declared.append((id_, target))
        else:
            corpus.pages[id_] = Page(id_, kind, documents, record=record, published=corpus.ledger.files(id_))


def _record_prose(corpus: Corpus, folder: str, name: str) -> Iterator[tuple[str, Document]]:
    for language in LANGUAGES:
        path = f"{folder}/{name}/{language}.md"
        text = read_text(corpus, path, required=False)
        if text is not None:
            text = with_counts(text, language, corpus.counts)
            yield language, Document(path, language, text, 1, scan(text))
        elif path in corpus.unread:
            corpus.broken.add(name)


def _declare(corpus: Corpus) -> None:
    """Every global id with what it leads to. A section's id is global where it is a unit of the policy."""
    pages: list[tuple[str, Target]] = []
    sections: dict[str, tuple[str, Target]] = {}
    for page in corpus.pages.values():
        item = page.record or next(iter(page.meta.values()))
        pages.append((page.id, Target(page.kind, page.id, None, (item.path, *item.located.at(("id",))))))
        for document in page.documents.values():
            for heading in document.scan.headings:
                place = (document.path, heading.line, heading.column)
                if heading.id and (heading.id in corpus.unit or heading.id in corpus.pages):
                    key = f"{page.id}#{heading.id}"
                    sections.setdefault(key, (heading.id, Target("section", page.id, heading.id, place)))
    corpus.declared = pages + list(sections.values()) + corpus.declared
    glossary = corpus.generated_page("glossary")
    bibliography = corpus.generated_page("references")
    for kind, items, page in (
        ("term", corpus.terms, glossary),
        ("reference", corpus.references, bibliography),
        ("note", corpus.notes, bibliography),
    ):
        for item in items:
            place = (item.path, *item.located.at((*item.base, "id")))
            corpus.declared.append((item.value.id, Target(kind, page.id if page else "", item.value.id, place)))
    for item in corpus.figures:
        place = (item.path, *item.located.at((*item.base, "id")))
        page = _page_of_figure(corpus, item.value.id)
        corpus.declared.append((item.value.id, Target("figure", page, item.value.id, place)))


def _page_of_figure(corpus: Corpus, figure: str) -> str:
    """The page whose text places the figure; "" where none does."""
    return next(
        (
            page.id
            for page, document in corpus.documents()
            for link in document.scan.links
            if link.image and link.ref == figure
        ),
        "",
    )
