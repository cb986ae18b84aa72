"""Files: bytes, leftovers and images, whatever the file is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kb.bilingual import LANGUAGES
from kb.corpus import Corpus
from kb.finding import Finding
from kb.loading import BOM

CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # but tabs and line ends
# In capitals only: « todo » and « xxx » are also words.
PLACEHOLDERS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "LOREM IPSUM")
PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum|LOREM IPSUM")

RECORD_FILES = ("record.yml", *(f"{language}.md" for language in LANGUAGES))


def byte_order_mark(corpus: Corpus) -> Iterator[Finding]:
    """A source file has no byte order mark."""
    for path, text in corpus.files.items():
        if text.startswith(BOM):
            yield Finding(path, 1, 1, "FIL002", "starts with a byte order mark", "save as UTF-8 without BOM")


def control_characters(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no control character: nobody sees it, and each reader takes it for something else."""
    for path, text in corpus.files.items():
        for match in CONTROL.finditer(text) if path not in corpus.unread else ():  # YAML refuses them itself
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            message = f"control character U+{ord(match.group()):04X}"
            yield Finding(path, line, column, "FIL009", message, "remove it")


def conflict_markers(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no merge conflict marker."""
    for path, text in corpus.files.items():
        if "<<<<<<<" not in text and ">>>>>>>" not in text and "=======" not in text:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if CONFLICT.match(line):
                yield Finding(path, number, 1, "FIL003", f"merge conflict marker {line[:7]}", "resolve the conflict")


def empty_files(corpus: Corpus) -> Iterator[Finding]:
    """A source file is not empty."""
    for path, text in corpus.files.items():
        if not text.removeprefix(BOM).strip():
            yield Finding(path, 1, 1, "FIL004", "the file is empty", "write it or remove it")
    for page, document in corpus.documents():
        if not document.text.strip() and not page.generated and corpus.files[document.path].strip():
            yield document.finding("FIL004", document.first_line, 1, "the page has no text", "write it or remove it")


def placeholders(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no placeholder text."""
    for path, text in corpus.files.items():
        if not any(word in text for word in PLACEHOLDERS):
            continue
        for match in PLACEHOLDER.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            yield Finding(path, line, column, "FIL005", f"placeholder text {match.group()}", "write the real text")


def alternative_texts(corpus: Corpus) -> Iterator[Finding]:
    """An image has an alternative text."""
    for _, document in corpus.documents():
        for link in document.scan.links:
            if link.image and not link.text.strip():
                hint = "say what it shows: ![text][id]"
                yield document.finding("FIL006", link.line, link.column, "image without alternative text", hint)


def lists_have_pages(corpus: Corpus) -> Iterator[Finding]:
    """The page that holds the terms, and that which holds the references, exist: staging links into them."""
    for kind, items in (("glossary", corpus.terms), ("references", corpus.references)):
        if items and not corpus.generated_page(kind):
            message, hint = f"no page shows the {kind}", f"add a page with generated: {kind}"
            yield Finding(f"docs/{kind}.yml", 1, 1, "FIL007", message, hint)


def policy_listed(corpus: Corpus) -> Iterator[Finding]:
    """The policy is a reference, r-politique: every source line links it."""
    if corpus.references and not {"r-politique"} & (corpus.reference.keys() | corpus.broken):
        hint = "give the policy this id"
        yield Finding("docs/references.yml", 1, 1, "LNK001", "no reference has the id r-politique", hint)


def strays(corpus: Corpus) -> Iterator[Finding]:
    """A file or folder stands where the content model expects one: nothing reads another, so its text is lost."""
    for path in sorted(_strays(corpus)):
        name = path.relative_to(corpus.root).as_posix()
        yield Finding(name, 1, 1, "FIL008", "nothing reads this", "move it where it belongs, or remove it")


def _strays(corpus: Corpus) -> Iterator[Path]:
    read = {*corpus.files, *(fault.path for fault in corpus.faults)}
    docs = corpus.root / "docs"
    for path in _visible(docs):
        known = (
            path.name in (*LANGUAGES, "assets", "editions")
            if path.is_dir()
            else path.suffix not in (".md", ".yml", ".yaml")
        )
        if not known and path.relative_to(corpus.root).as_posix() not in read:
            yield path
    for language in LANGUAGES:
        yield from (p for p in (docs / language).rglob("[!.]*") if p.is_file() and p.suffix != ".md")
    for folder in ("examples", "models"):
        for path in _visible(corpus.root / folder):
            yield from (p for p in _visible(path) if p.name not in RECORD_FILES) if path.is_dir() else [path]


def _visible(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")] if folder.is_dir() else []


CHECKS = (
    byte_order_mark,
    control_characters,
    conflict_markers,
    empty_files,
    placeholders,
    alternative_texts,
    lists_have_pages,
    policy_listed,
    strays,
)
