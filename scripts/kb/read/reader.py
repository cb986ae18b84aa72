"""The only reader of sources: the files below a root → a Corpus.

A fault in one file never keeps the others from being read: it becomes a finding in `Corpus.faults`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from kb.formats import siteconfig
from kb.formats.markdown import scan
from kb.formats.yamlfile import YamlFault
from kb.model.corpus import BESIDE, Corpus, Document, Item, Target
from kb.model.finding import Finding, closest
from kb.model.languages import LANGUAGES
from kb.model.page import AuthoredPage, ExamplePage, ModelPage, RecordPage, SituationPage
from kb.model.rule import Said
from kb.model.schema.bibliography import Note, Reference
from kb.model.schema.figures import Figure
from kb.model.schema.glossary import Term
from kb.model.schema.pages import FrontMatter, Unit
from kb.model.schema.records import Example, PolicyMilestone, TheoreticalModel
from kb.model.schema.search_words import Elsewhere, Questions, Synonyms, Words
from kb.model.schema.situations import Situation
from kb.model.tree import FIL007, walk
from kb.read.history import read_history
from kb.read.interface import read_interface
from kb.read.meant import published_at, read_as_meant
from kb.read.schemafault import PAR005, REC002
from kb.read.sites import with_full_addresses
from kb.read.source import REC001, read_text, read_yaml, set_aside, validate
from kb.text.counts import counts, with_counts

START_ENTRY = Said("start each entry with “- id:”", "commencez chaque entrée par « - id: »")
ENDLESS = (
    Said("the front matter does not end", "l'en-tête ne finit pas"),
    Said("close it with a line --- after its last key", "fermez-le par une ligne --- après sa dernière clé"),
)
NO_FRONT_MATTER = (
    Said("no front matter", "aucun en-tête"),
    Said(
        "start the file with id, title and description between two --- lines",
        "commencez le fichier par id, title et description entre deux lignes ---",
    ),
)
NO_FOLDER = Said("this folder is missing", "ce dossier manque")
ADD_IT = Said("add it", "ajoutez-le")
RECORDS: dict[str, tuple[type[RecordPage], type[BaseModel]]] = {
    "examples": (ExamplePage, Example),
    "models": (ModelPage, TheoreticalModel),
}
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---(?:\n|\Z)", re.S)


def read(root: Path, instead: Mapping[str, str] | None = None) -> Corpus:
    """Read the whole base below `root`, the folder that holds docs/, examples/ and models/.

    `instead` gives, by path, texts that are not yet in their files: what would be said if they were.
    """
    tree = walk(root)
    tree.files.update(dict.fromkeys(instead or ()))
    corpus = Corpus(root, tree, counts(tree.files), files=dict(instead or {}), faults=list(tree.faults.values()))
    for path in tree.faults:
        if not path.startswith("docs/assets/"):
            set_aside(corpus, path)
    read_history(corpus)
    _read_units(corpus)
    _read_navigations(corpus)
    _read_beside(corpus)
    read_interface(corpus)  # before the records, whose values it has
    for language in LANGUAGES:
        _read_pages(corpus, language)
    read_as_meant(corpus)
    for folder in RECORDS:
        _read_records(corpus, folder)
    _read_lists(corpus)
    _read_situations(corpus)
    _published_first(corpus)
    _declare(corpus)
    return corpus


def _read_units(corpus: Corpus) -> None:
    corpus.units = list(_read_list(corpus, "docs/units.yml", Unit))


def _read_lists(corpus: Corpus) -> None:
    """The glossary, the references with the policy's notes, and the figures."""
    corpus.terms = list(_read_list(corpus, "docs/glossary.yml", Term))
    corpus.figures = list(_read_list(corpus, "docs/figures.yml", Figure))
    corpus.milestones = list(_read_list(corpus, "docs/milestones.yml", PolicyMilestone))
    corpus.synonyms = list(_read_list(corpus, "docs/synonyms.yml", Synonyms, required=False))
    corpus.questions = list(_read_list(corpus, "docs/questions.yml", Questions, required=False))
    corpus.elsewhere = list(_read_list(corpus, "docs/elsewhere.yml", Elsewhere, required=False))
    corpus.words = list(_read_list(corpus, "docs/words.yml", Words, required=False))
    corpus.references = list(_read_list(corpus, "docs/references.yml", Reference, "references"))
    corpus.notes = list(_read_list(corpus, "docs/references.yml", Note, "notes"))


def _read_situations(corpus: Corpus) -> None:
    """The situations, and their pages as such; a situation without a page is a finding (SIT001)."""
    corpus.situations = list(_read_list(corpus, "docs/situations.yml", Situation, required=False))
    for item in corpus.situations:
        page = corpus.pages.get(item.value.id)
        if isinstance(page, AuthoredPage):
            corpus.pages[page.id] = SituationPage(
                page.id, page.documents, page.meta, published=page.published, item=item
            )
        elif page is None and (meant := closest(item.value.id, corpus.pages)):
            corpus.broken.add(meant)  # the page that lacks its situation


def _read_list(
    corpus: Corpus, path: str, model: type[BaseModel], key: str | None = None, required: bool = True
) -> Iterator[Item[Any]]:
    """The entries of a YAML list, or of the list under `key` of a YAML mapping."""
    text = read_text(corpus, path, required)
    located = read_yaml(corpus, path, text) if text is not None else None
    if text is None or located is None:
        return
    whole = located.data if isinstance(located.data, dict) else {}
    data = whole.get(key) if key else located.data
    if not isinstance(data, list):
        corpus.faults.append(Finding(path, 1, 1, REC002, _no_list(key), START_ENTRY))
        set_aside(corpus, path, text)
        return
    sites = whole.get("sites", {})
    for index, entry in enumerate(data):
        base = (key, index) if key else (index,)
        entry = with_full_addresses(entry, sites)
        item = validate(corpus, model, Item(entry, path, located, base), as_meant=True)
        if item:
            yield item
        elif isinstance(entry, dict) and isinstance(entry.get("id"), str):
            corpus.broken.add(entry["id"])


def _no_list(key: str | None) -> Said:
    if key:
        return Said(f"no list under the key {key}", f"aucune liste sous la clé {key}")
    return Said("this file is not a list of entries", "ce fichier n'est pas une liste d'entrées")


def _read_navigations(corpus: Corpus) -> None:
    """Those of the project; another tree of sources, such as a test's, has no mkdocs.yml of its own."""
    text = read_text(corpus, siteconfig.PATH, required=False)
    try:
        corpus.navigations = siteconfig.navigations(text or "")
        corpus.titles = siteconfig.titles(text or "")
        corpus.site_names = siteconfig.site_names(text or "")
    except YamlFault as fault:
        message, hint = Said(*fault.message), Said(*fault.hint)
        corpus.faults.append(Finding(siteconfig.PATH, fault.line, fault.column, REC001, message, hint))


def _read_beside(corpus: Corpus) -> None:
    """What is no source, and names the guide: it is compared with its title, and nothing else."""
    there = {path: corpus.root / path for path in BESIDE}
    corpus.beside = {
        path: file.read_text(encoding="utf-8", errors="replace") for path, file in there.items() if file.is_file()
    }


def _read_pages(corpus: Corpus, language: str) -> None:
    for path in corpus.tree.below(f"docs/{language}"):
        text = read_text(corpus, path) if path.endswith(".md") else None
        if text is None:
            continue
        meta, body, first_line = _front_matter(corpus, path, with_counts(text, language, corpus.counts))
        if meta is None:
            continue
        document = Document(path, language, body, first_line, scan(body, first_line))
        id_ = meta.value.id
        page = corpus.pages.get(id_)
        if page and language in page.documents:
            target = Target("page", id_, None, (path, *meta.located.at(("id",))))
            corpus.declared.append((id_, target))
            id_ = published_at(corpus, language, AuthoredPage(id_, {language: document})) or id_
            page = corpus.pages.get(id_)
        if page is None:
            published = corpus.ledger.files(id_)
            corpus.pages[id_] = AuthoredPage(id_, {language: document}, {language: meta}, published=published)
        elif isinstance(page, AuthoredPage) and language not in page.documents:
            page.documents[language], page.meta[language] = document, meta


def _front_matter(corpus: Corpus, path: str, text: str) -> tuple[Item[FrontMatter] | None, str, int]:
    match = FRONT_MATTER.match(text)
    if not match:
        said = ENDLESS if text.startswith("---\n") else NO_FRONT_MATTER
        if text.strip():  # an empty file is told as such
            corpus.faults.append(Finding(path, 1, 1, PAR005, *said))
        set_aside(corpus, path, text)
        return None, text, 1
    located = read_yaml(corpus, path, match.group(1), first_line=2)
    if located is None:
        return None, text, 1
    meta = validate(corpus, FrontMatter, Item(located.data, path, located), as_meant=True)
    if meta is None:
        set_aside(corpus, path, match.group(1))
    return meta, text[match.end() :], match.group().count("\n") + 1


def _read_records(corpus: Corpus, folder: str) -> None:
    kind, model = RECORDS[folder]
    if folder not in corpus.tree.folders:
        corpus.faults.append(Finding(folder, 1, 1, FIL007, NO_FOLDER, ADD_IT))
        set_aside(corpus, folder)
        return
    found = []
    for name in (path.rpartition("/")[2] for path in corpus.tree.inside(folder) if path in corpus.tree.folders):
        record_path = f"{folder}/{name}/record.yml"
        text = read_text(corpus, record_path)
        located = read_yaml(corpus, record_path, text) if text is not None else None
        plain = Item(located.data, record_path, located) if located else None
        record = validate(corpus, model, plain, as_meant=True) if plain else None
        documents = dict(_record_prose(corpus, folder, name))
        if record is None:
            corpus.broken.add(name)
            if plain and isinstance(plain.value, dict):
                corpus.unfit[name] = plain
        else:
            found.append((record.value.id, name, record, documents))
    for id_, name, record, documents in sorted(found, key=lambda entry: entry[0] != entry[1]):
        if id_ != name:
            corpus.broken |= {id_, name}  # which of the two is right is not known yet
        if id_ in corpus.pages and id_ == name:
            target = Target(kind.kind, id_, None, (record.path, *record.located.at(("id",))))
            corpus.declared.append((id_, target))
        else:
            own = name if id_ in corpus.pages else id_  # a folder copied from another, before its id is changed
            corpus.pages[own] = kind(own, documents, record, published=corpus.ledger.files(own))


def _record_prose(corpus: Corpus, folder: str, name: str) -> Iterator[tuple[str, Document]]:
    for language in LANGUAGES:
        path = f"{folder}/{name}/{language}.md"
        text = read_text(corpus, path, required=False)
        if text is not None:
            text = with_counts(text, language, corpus.counts)
            yield language, Document(path, language, text, 1, scan(text))
        elif path in corpus.unread:
            corpus.broken.add(name)


def _published_first(corpus: Corpus) -> None:
    """A page not yet published comes after the others: of two that are alike, it is the copy."""
    live = corpus.ledger.live
    corpus.pages = dict(sorted(corpus.pages.items(), key=lambda item: item[0] not in live))


def _declare(corpus: Corpus) -> None:
    """Every global id with what it leads to. A section's id is global where it is a unit of the policy."""
    pages: list[tuple[str, Target]] = []
    sections: dict[str, tuple[str, Target]] = {}
    for page in corpus.pages.values():
        item = page.items[0]
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
    for kind, items, shown in (
        ("term", corpus.terms, glossary),
        ("reference", corpus.references, bibliography),
        ("note", corpus.notes, bibliography),
    ):
        for entry in items:
            corpus.declared.append(_declared(kind, shown.id if shown else "", entry))
    for figure in corpus.figures:
        corpus.declared.append(_declared("figure", _page_of_figure(corpus, figure.value.id), figure))


def _declared(kind: str, page: str, item: Item[Any]) -> tuple[str, Target]:
    place = (item.path, *item.located.at((*item.base, "id")))
    return item.value.id, Target(kind, page, item.value.id, place)


def _page_of_figure(corpus: Corpus, figure: str) -> str:
    """The page whose text places the figure; "" where none does."""
    return next((page.id for page, _, link in corpus.links() if link.image and link.ref == figure), "")
