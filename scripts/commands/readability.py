"""build.py readability: how easy each page is to read, as a report; it refuses nothing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from commands import options
from kb.model.languages import LANGUAGES
from kb.read.reader import read
from kb.text.readability import Figures, report, total

INDEXES = {"fr": "Kandel–Moles", "en": "Flesch"}
ROW = "{:>6}  {:>9}  {:>14}  {:>7}  {:>12}  {}"


def register(commands: argparse._SubParsersAction) -> None:
    text = "report how easy each page is to read: words, sentences and the index of its language"
    parser = commands.add_parser("readability", parents=[options.root()], help=text, description=text)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how the report is printed")
    parser.set_defaults(run=_report)


def _report(root: Path, arguments: argparse.Namespace) -> int:
    figures = report(read(root))
    if arguments.format == "json":
        print(json.dumps([_values(f) for f in figures], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(_table(figures, language)) for language in LANGUAGES))
    return 0


def _values(figures: Figures) -> dict:
    mean, index = round(figures.words_per_sentence, 1), round(figures.index, 1)
    return {**vars(figures), "words_per_sentence": mean, "index": index}


def _table(figures: list[Figures], language: str) -> list[str]:
    """One language's pages, the hardest first, then all of them as one text."""
    head = ROW.format("words", "sentences", "words/sentence", "longest", INDEXES[language], "page")
    rows = [*(f for f in figures if f.language == language), total(figures, language)]
    return [head, *(_row(f) for f in rows)]


def _row(f: Figures) -> str:
    page = f.path or f"all pages ({f.language})"
    return ROW.format(f.words, f.sentences, f"{f.words_per_sentence:.1f}", f.longest, f"{f.index:.0f}", page)
