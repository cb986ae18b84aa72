"""Sources → Corpus → findings, staged tree: what every build begins with, whoever runs it."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from engine.libraries import LibraryMissing, libraries
from kb.checks import check
from kb.cite.card import Fonts, stage_cards
from kb.cite.citation import Guide
from kb.cite.pages import stage_citations
from kb.formats import siteconfig
from kb.model.corpus import Corpus
from kb.model.finding import Finding, exit_code
from kb.model.languages import LANGUAGES
from kb.model.tree import FIL007
from kb.published.assets import asset_files
from kb.read.reader import read
from kb.read.source import MISSING
from kb.render import stage
from kb.render.view import View
from kb.search import search_files
from kb.search.description import descriptions
from kb.writer import write

PROJECT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("docs", "examples", "models")
READINGS = 10
ICON = PROJECT / "docs/assets/img/icon.svg"
FONTS = "mkdocs/themes/readthedocs/css/fonts/{}.woff"  # of the lock's packages, only this one has any with accents


class CheckFailed(Exception):
    """The sources have errors; `findings` holds every one."""

    def __init__(self, findings: list[Finding]):
        super().__init__(f"{len(findings)} finding{'s' * (len(findings) != 1)}")
        self.findings = findings


class Unsettled(Exception):
    """The sources change faster than they are read; the message is one line."""


@dataclass(frozen=True)
class Prepared:
    """A staged tree and the corpus that it was made from."""

    corpus: Corpus
    folder: Path
    findings: list[Finding]


def stage_folder(root: Path) -> Path:
    return root / ".build" / "stage"


def read_and_check(root: Path) -> tuple[Corpus, list[Finding]]:
    """The base below `root`, and every finding of its sources."""
    corpus = read(root)
    if root == PROJECT and siteconfig.PATH not in corpus.files:
        corpus.faults.append(Finding(siteconfig.PATH, 1, 1, FIL007, *MISSING))
    return corpus, check(corpus, today=datetime.date.today())


def checked(root: Path, strict: bool = False) -> tuple[Corpus, list[Finding]]:
    """Read and check the sources below `root`.

    Raises:
        CheckFailed: there is an error (under `strict`, any finding).
    """
    corpus, findings = read_and_check(root)
    if exit_code(findings, strict):
        raise CheckFailed(findings)
    return corpus, findings


def prepare(root: Path, strict: bool = False, guide: Guide | None = None) -> Prepared:
    """Read, check and stage the sources below `root`.

    An edit that comes meanwhile has them read again, as one half of it may have been read.

    Raises:
        CheckFailed: there is an error; the staged tree is left as it was.
        Unsettled: the edits do not stop.
    """
    for _ in range(READINGS):
        before = _stamps(root)
        try:
            corpus, findings = checked(root, strict)
            prepared = Prepared(corpus, staged(corpus, root, guide), findings)
        except CheckFailed:
            if _stamps(root) == before:
                raise
        else:
            if _stamps(root) == before:
                return prepared
    raise Unsettled("the sources change while they are read: try again when they are saved")


def _stamps(root: Path) -> dict[str, tuple[int, int, int]]:
    """Which version of each source stands below `root`."""
    found = {}
    for folder, _, names in (step for source in SOURCES for step in os.walk(root / source)):
        for name in names:
            stat = os.lstat(path := os.path.join(folder, name))
            found[path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found


def staged(corpus: Corpus, root: Path, guide: Guide | None = None) -> Path:
    """Write the staged tree of a corpus, with the search's data and library; returns its folder.

    Its citations, cards and descriptions of the search are staged where `guide` says what is cited.

    Raises:
        CheckFailed: a library that the pages load is not installed.
    """
    cited: dict[str, str | bytes] = {}
    if guide:
        cited = {**stage_citations(corpus, guide), **cards(corpus, guide), **descriptions(corpus, guide.site)}
    try:
        tree: dict[str, str | bytes] = {**stage(corpus), **cited, **search_files(corpus), **libraries(PROJECT)}
    except LibraryMissing as missing:
        raise CheckFailed([missing.finding]) from None
    folder = stage_folder(root)
    write(tree, folder, {path.removeprefix("docs/"): root / path for path in asset_files(corpus)})
    return folder


def cards(corpus: Corpus, guide: Guide) -> dict[str, bytes]:
    """The picture of the guide in each language, in fonts of MkDocs' own other theme, which are free."""
    mkdocs = distribution("mkdocs")  # ProperDocs answers to the name of the module, and has no such theme
    paths = (Path(str(mkdocs.locate_file(FONTS.format(name)))) for name in ("Roboto-Slab-Bold", "lato-normal"))
    fonts = Fonts(*(path.read_bytes() for path in paths))
    return stage_cards({code: View(corpus, code) for code in LANGUAGES}, guide, ICON.read_bytes(), fonts)
