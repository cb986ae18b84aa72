"""build.py watch: what became of the sections that a course relies on."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from commands import options
from commands.shared import Refused, clean, refusing
from engine.settings import PLACEHOLDER
from kb.editions.places import Places
from kb.editions.watch import Report, watch
from kb.editions.weblinks import site
from kb.model.corpus import Corpus
from kb.text.worddiff import DiffRun

LIST = """LIST is a document that holds marks (P1.3, E11, “P1.1 to P1.4”) or addresses of the guide: a list, a course
outline, slides, a saved page or message, as .txt, .csv, .md, .html, .eml, .docx, .odt, .pptx, .xlsx or .pdf; - reads
standard input. Marks of letters alone (MM) count on a line of nothing but marks. The texts of the edition are compared
with the sources as they are now. Each is unchanged, changed, moved (perhaps changed too), merged into another (its own
text is compared with what that one gained), new, gone or unknown. In a difference, [-words-] were taken out and
{+words+} put in. Exit status: 0 whatever became of them, 1 the document cannot
be read or names nothing of the guide, 2 wrong usage."""
HOST = """the guide's own host, besides SITE_URL's, with its folder if it has one (guide.example.org, or
example.org/guide/); may be repeated. Addresses on other hosts are none of the guide's."""
GIVE = "give a file that holds marks or addresses of the guide, or - for standard input"
SIGNS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
LONGEST, MOST = 100, 5  # characters of what a document has written; hosts that a line names


def register(commands: argparse._SubParsersAction) -> None:
    text = "report what changed in the sections that a course relies on"
    parser = commands.add_parser("watch", parents=[options.root()], help=text, description=text, epilog=LIST)
    parser.add_argument("list", metavar="LIST", help="the course's marks or addresses")
    parser.add_argument("--since", required=True, metavar="EDITION", help="the edition's date, such as 2026-11-22")
    parser.add_argument("--host", action="append", default=[], metavar="HOST", help=HOST)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how the report is printed")
    parser.set_defaults(run=_watch)


@refusing
def _watch(root: Path, arguments: argparse.Namespace) -> int:
    lines = _lines(arguments.list)
    corpus = clean(root, but="LED")  # what is gone is what the report is for
    if arguments.since not in corpus.editions:
        known = ", ".join(corpus.editions) or "none yet"
        raise Refused(f"there is no edition of {_shown(arguments.since)}; editions: {known}", status=2)
    places = _places(root, corpus, arguments.host)
    found = watch(corpus, lines, arguments.since, places)
    _say_elsewhere(places)
    if not found:
        raise Refused(f"{_name(arguments.list)} holds no mark or address of the guide")
    print(_json(found) if arguments.format == "json" else _text(found))
    return 0


def _lines(path: str) -> Sequence[tuple[int, str, bool]]:
    from tools import documents  # whose parsers no other command needs

    try:
        with open(0 if path == "-" else path, "rb", closefd=path != "-") as stream:
            return documents.read(stream)
    except documents.Unreadable as fault:
        raise Refused(f"{_name(path)} {fault}") from fault
    except OSError as fault:
        raise Refused(f"{_name(path)} cannot be read ({fault.strerror}): {GIVE}") from fault


def _name(path: str) -> str:
    return "the document" if path == "-" else _shown(path)


def _places(root: Path, corpus: Corpus, hosts: list[str]) -> Places:
    from engine.mkdocs_run import BuildFailed, configuration  # MkDocs takes a second to load

    named = []
    for host in hosts:
        if not (found := site(host)):
            raise Refused(f"--host {_shown(host)} is no host: write guide.example.org or example.org/guide/", status=2)
        named.append(found)
    try:
        own = site(configuration(root).site_url or "")
    except BuildFailed as fault:
        raise Refused(str(fault)) from None
    sure = bool(hosts) or (own is not None and own.host != PLACEHOLDER)
    return Places(corpus, (*([own] if own else []), *named), is_sure=sure)


def _say_elsewhere(places: Places) -> None:
    """Say on which hosts the document has addresses that were not taken for the guide's."""
    if not places.elsewhere:
        return
    hosts = [f"{_shown(host)} ({count})" for host, count in places.elsewhere.most_common(MOST)]
    more = len(places.elsewhere) - len(hosts)
    named = ", ".join(hosts) + (f" and {more} more" if more else "")
    if places.is_sure:
        said = f"left out are the addresses on {named}: where one of these hosts is the guide's, name it with --host"
    else:
        said = f"SITE_URL does not say where the guide stands: where it is one of {named}, name it with --host"
    print(f"build.py: {said}", file=sys.stderr)


def _shown(text: str) -> str:
    """What somebody else wrote, on one line, without what a terminal would obey."""
    line = text if text.isprintable() else ascii(text)[1:-1]
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _text(found: list[Report]) -> str:
    width = max(len(_shown(report.written)) for report in found)
    lines = []
    for report in found:
        where = " ".join(report.addresses)
        if report.before:
            where = f"{' '.join(report.before)} → {where}"
        parts = (f"{report.status:<9}  {_shown(report.written):<{width}}", report.title, where)
        lines.append("  ".join(filter(None, parts)).rstrip())
        for language, paragraphs in report.differences.items():
            lines += [f"    {language}: {_marked(paragraph)}" for paragraph in paragraphs]
    counts = Counter(report.status for report in found)
    return "\n".join([*lines, ", ".join(f"{count} {status}" for status, count in counts.items())])


def _marked(paragraph: list[DiffRun]) -> str:
    return "".join(SIGNS[piece.kind].format(piece.text) for piece in paragraph)


def _json(found: list[Report]) -> str:
    rows = []
    for report in found:
        row = {**vars(report), "differences": {k: [_versions(p) for p in v] for k, v in report.differences.items()}}
        rows.append(row)
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _versions(paragraph: list[DiffRun]) -> dict[str, str]:
    """A paragraph before and after."""
    return {
        "before": "".join(piece.text for piece in paragraph if piece.kind != "inserted"),
        "after": "".join(piece.text for piece in paragraph if piece.kind != "deleted"),
    }
