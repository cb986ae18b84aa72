"""Sources → checked, staged Markdown: what build.py and the MkDocs hook both run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kb.checks import check
from kb.corpus import Corpus
from kb.finding import Finding, exit_code
from kb.reader import read
from kb.stage import stage
from kb.stage.writer import write

PROJECT = Path(__file__).resolve().parent.parent


class CheckFailed(Exception):
    """The sources have errors; `findings` holds every one."""

    def __init__(self, findings: list[Finding]):
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True)
class Prepared:
    """A staged tree and the corpus that it was made from."""

    corpus: Corpus
    folder: Path
    findings: list[Finding]


_prepared: dict[Path, Prepared] = {}


def stage_folder(root: Path) -> Path:
    return root / ".build" / "stage"


def checked(root: Path, strict: bool = False) -> tuple[Corpus, list[Finding]]:
    """Read and check the sources below `root`.

    Raises:
        CheckFailed: there is an error (under `strict`, any finding).
    """
    corpus = read(root)
    findings = check(corpus)
    if exit_code(findings, strict):
        raise CheckFailed(findings)
    return corpus, findings


def prepare(root: Path, strict: bool = False) -> Prepared:
    """Read, check and stage the sources below `root`, and keep the result for one `take`.

    Raises:
        CheckFailed: there is an error; the staged tree is left as it was.
    """
    corpus, findings = checked(root, strict)
    folder = stage_folder(root)
    write(stage(corpus), folder, root / "docs" / "assets")
    _prepared[root] = Prepared(corpus, folder, findings)
    return _prepared[root]


def take(root: Path) -> Prepared:
    """What `prepare` has just made, once; otherwise prepare now, so that an edit is always seen."""
    return _prepared.pop(root, None) or prepare(root)
