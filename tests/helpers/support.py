"""A tiny valid bilingual base to break, and edits that mark where a finding must point."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import tools.linkcheck  # noqa: F401 (declares its rules)
import verify.rules  # noqa: F401 (likewise)
from kb.checks import (
    assets,
    boxes,
    check,
    counts,
    dates,
    dialect,
    elsewhere,
    figures,
    files,
    glossary,
    headings,
    ids,
    labels,
    linked_files,
    links,
    markup,
    misplaced,
    mistyped,
    mixups,
    numbering,
    order,
    page_addresses,
    parity,
    record_prose,
    records,
    relations,
    situations,
    sources,
    twins,
    web_addresses,
)
from kb.checks.silence import OF_RECORDING
from kb.model.finding import Finding
from kb.read.reader import read

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
BASE = FIXTURES / "base"

# A page pair of the base that links, figures and words can be added to, and the ends of its first paragraphs.
FR, EN = "docs/fr/politique/contexte.md", "docs/en/policy/context.md"
END = {FR: "tous les jours.", EN: "every day."}

# The families whose cases stand in tests/kb/cases; the others have test modules of their own.
FAMILIES = ("FIL", "TXT", "LNK", "IDS", "GLO", "REC", "PAR", "SRC", "FCT", "DIA", "SIT", "ELS")
MODULES = (
    files,
    assets,
    links,
    linked_files,
    web_addresses,
    markup,
    ids,
    headings,
    page_addresses,
    glossary,
    records,
    record_prose,
    parity,
    mistyped,
    counts,
    twins,
    order,
    mixups,
    sources,
    situations,
    dates,
    figures,
    misplaced,
    labels,
    numbering,
    relations,
    dialect,
    elsewhere,
    boxes,
)

MARKER = re.compile(r"⟦([A-Z]{3}\d{3})⟧")

# (old, new) replaces the one occurrence of old; a text or bytes is the whole file; None removes a file or folder; a
# path is what a symbolic link leads to.
Change = list[tuple[str, str]] | str | bytes | Path | None


@dataclass(frozen=True)
class Case:
    """A base with `changes`, and exactly what it must report.

    A finding is expected wherever a new text holds a marker such as ⟦LNK001⟧, which is not written to the file, and
    at each place in `also` (`path:line:column CODE`). Without either, the base must stay silent.
    """

    code: str
    name: str
    changes: Mapping[str, Change]
    also: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def make_base(root: Path) -> Path:
    """A copy of the clean base at `root`."""
    return Path(shutil.copytree(BASE, root, dirs_exist_ok=True))


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace the one occurrence of `old` in a file of the base."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} holds {text.count(old)} times: {old!r}"
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def apply(root: Path, case: Case) -> set[str]:
    """Make the changes of a case; returns the places, as `place` writes them, where it expects findings."""
    for path, change in case.changes.items():
        file = root / path
        if change is None:
            shutil.rmtree(file) if file.is_dir() else file.unlink()
        elif isinstance(change, list):
            for old, new in change:
                edit(root, path, old, new)
        elif isinstance(change, Path):
            file.unlink(missing_ok=True)
            file.symlink_to(change)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(change.encode() if isinstance(change, str) else change)
    return {*case.also, *(place for path, change in case.changes.items() for place in _marked(root, path, change))}


def _marked(root: Path, path: str, change: Change) -> Iterable[str]:
    """The places of the markers in a changed file, which then loses them."""
    if not isinstance(change, (list, str)):
        return
    rows = (root / path).read_text(encoding="utf-8").split("\n")
    for number, row in enumerate(rows):
        while match := MARKER.search(row):
            yield f"{path}:{number + 1}:{match.start() + 1} {match.group(1)}"
            row = row[: match.start()] + row[match.end() :]
        rows[number] = row
    (root / path).write_text("\n".join(rows), encoding="utf-8")


def place(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column} {finding.code}"


def findings(root: Path) -> list[Finding]:
    return check(read(root))


def errors(root: Path) -> list[Finding]:
    """What is wrong, whatever still waits to be recorded."""
    return [finding for finding in findings(root) if finding.code not in OF_RECORDING]


def family_findings(root: Path) -> list[Finding]:
    """What the checks of `FAMILIES` alone report, which takes less time."""
    return check(read(root), [one for module in MODULES for one in module.CHECKS])


def say(french: str, english: str | None = None) -> dict[str, Change]:
    """Add words to the same paragraph of the same page in both languages (the same words unless told)."""
    texts = {FR: french, EN: french if english is None else english}
    return {path: [(END[path], f"{END[path]} {text}")] for path, text in texts.items()}


def new_page(id_: str = "nouvelle", head: str = "editorial: true", body: str = "Du texte.") -> dict[str, Change]:
    """One more page in both languages."""
    meta = f"---\nid: {id_}\ntitle: Page\ndescription: Une page.\n{head}\n---\n"
    return {f"docs/{language}/nouvelle.md": f"{meta}{body}\n" for language in ("fr", "en")}


def all_of(*changes: Mapping[str, Change]) -> dict[str, Change]:
    """Several sets of changes as one; two lists of replacements in one file are joined."""
    out: dict[str, Change] = {}
    for change in changes:
        for path, value in change.items():
            known = out.get(path)
            out[path] = [*known, *value] if isinstance(known, list) and isinstance(value, list) else value
    return out
