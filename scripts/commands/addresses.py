"""build.py addresses: which external addresses are gone, which moved, and which are out of reach."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from commands import options
from console import Progress, report
from kb.model.corpus import Corpus, Item
from kb.model.finding import exit_code
from kb.model.languages import LANGUAGES
from kb.read.reader import read


def register(commands: argparse._SubParsersAction) -> None:
    text = "ask every address of references.yml whether it still answers; needs the network"
    commands.add_parser("addresses", parents=[options.strict()], help=text, description=text).set_defaults(
        run=_addresses
    )


def _addresses(root: Path, arguments: argparse.Namespace) -> int:
    """Only an address that its host calls gone is an error (under --strict one that moved too), never silence."""
    from tools.linkcheck import GONE, MOVED, UNREACHABLE, ask

    progress, places = Progress(), list(_places(read(root)))
    with progress.step("ask") as details:
        answers = asyncio.run(ask({address for address, _, _ in places}))
        details.append(f"{len(answers)} address{'es' * (len(answers) != 1)}")
    found = [item.finding(*answers[address], at) for address, item, at in places if answers[address].code]
    gone, moved, unreachable = ([f for f in found if f.code == code] for code in (GONE, MOVED, UNREACHABLE))
    for part in (gone, moved, unreachable) if arguments.format == "text" else (found,):
        report(part, arguments.format, arguments.lang)
    counts = Counter(answer.code for answer in answers.values())
    progress.say(f"{counts['']} answer, {counts[GONE]} gone, {counts[MOVED]} moved, {counts[UNREACHABLE]} unreachable")
    if answers and counts[UNREACHABLE] == len(answers):
        progress.say("none could be reached: is this machine connected?")
    return exit_code([*gone, *moved], arguments.strict)


def _places(corpus: Corpus) -> Iterator[tuple[str, Item, tuple[str, ...]]]:
    """Every address of the references with the value that holds it, and its key there."""
    for item in corpus.references:
        for language in LANGUAGES:
            if address := item.value.url[language]:
                yield address, item, ("url", language)
    for note in corpus.notes:
        if note.value.url:
            yield str(note.value.url), note, ("url",)
