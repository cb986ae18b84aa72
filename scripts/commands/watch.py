"""build.py watch: what became of the sections that a course relies on."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from commands.sources import Refused, clean, refusing
from kb.permanent.mentions import decoded
from kb.permanent.watch import Report, watch
from kb.permanent.worddiff import Piece

LIST = """LIST is any text or HTML document that holds marks (P1.3, E11) or addresses of the guide: a list with one a
line, a course outline, a saved web page; - reads standard input. The texts of the edition are compared with the
sources as they are now. In a difference, [-words-] were taken out and {+words+} put in."""
SIGNS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def register(commands: argparse._SubParsersAction, root: argparse.ArgumentParser) -> None:
    text = "report what changed in the sections that a course relies on"
    parser = commands.add_parser("watch", parents=[root], help=text, description=text, epilog=LIST)
    parser.add_argument("list", metavar="LIST", help="the course's marks or addresses")
    parser.add_argument("--since", required=True, metavar="EDITION", help="the edition's date, such as 2026-11-22")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how the report is printed")
    parser.set_defaults(run=_watch)


@refusing
def _watch(root: Path, arguments: argparse.Namespace) -> int:
    corpus = clean(root, but="LED")  # what is gone is what the report is for
    if arguments.since not in corpus.editions:
        known = ", ".join(corpus.editions) or "none yet"
        raise Refused(f"there is no edition of {arguments.since}; editions: {known}", status=2)
    data = sys.stdin.buffer.read() if arguments.list == "-" else Path(arguments.list).read_bytes()
    found = watch(corpus, decoded(data), arguments.since)
    if not found:
        raise Refused(f"{arguments.list} holds no mark or address of the guide")
    print(_json(found) if arguments.format == "json" else _text(found))
    return 0


def _text(found: list[Report]) -> str:
    width = max(len(report.written) for report in found)
    lines = []
    for report in found:
        where = " ".join(report.addresses)
        if report.before:
            where = f"{' '.join(report.before)} → {where}"
        parts = (f"{report.status:<9}  {report.written:<{width}}", report.title, where)
        lines.append("  ".join(filter(None, parts)).rstrip())
        for language, paragraphs in report.differences.items():
            lines += [f"    {language}: {_marked(paragraph)}" for paragraph in paragraphs]
    counts = Counter(report.status for report in found)
    return "\n".join([*lines, ", ".join(f"{count} {status}" for status, count in counts.items())])


def _marked(paragraph: list[Piece]) -> str:
    return "".join(SIGNS[piece.kind].format(piece.text) for piece in paragraph)


def _json(found: list[Report]) -> str:
    rows = []
    for report in found:
        row = {**vars(report), "differences": {k: [_versions(p) for p in v] for k, v in report.differences.items()}}
        rows.append(row)
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _versions(paragraph: list[Piece]) -> dict[str, str]:
    """A paragraph before and after."""
    return {
        "before": "".join(piece.text for piece in paragraph if piece.kind != "inserted"),
        "after": "".join(piece.text for piece in paragraph if piece.kind != "deleted"),
    }
