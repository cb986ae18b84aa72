"""build.py explain: what a code asks and why; without a code, the table of all of them, as Markdown."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import kb.checks
import tools.linkcheck
import verify.rules
from commands import options
from kb.model.finding import closest
from kb.model.rule import RULES, Said

FAMILIES = (kb.checks, verify.rules, tools.linkcheck)  # which declare their rules as they are read
TITLE = Said("The rules", "Les règles")
INTRO = Said(
    "Made by `python3 scripts/build.py explain --lang en > scripts/RULES.md`; a test keeps it true.",
    "Fait par `python3 scripts/build.py explain --lang fr > scripts/REGLES.md`; un test en garantit l'exactitude.",
)
HEAD = Said("| code | rule | why |", "| code | règle | pourquoi |")
WARNING = Said("Warning: ", "Avertissement : ")
NOTE = Said(
    "a warning stops nothing, but under --strict and when the guide is published",
    "un avertissement n'arrête rien, sauf avec --strict et quand le guide est publié",
)


def register(commands: argparse._SubParsersAction) -> None:
    text = "say what a code asks and why; without one, print the table of all of them"
    parser = commands.add_parser("explain", parents=[options.language()], help=text, description=text)
    parser.add_argument("code", nargs="?", type=str.upper, metavar="CODE", help="such as LNK001")
    parser.set_defaults(run=_explain)


def _explain(_: Path, arguments: argparse.Namespace) -> int:
    if arguments.code and arguments.code not in RULES:
        near = closest(arguments.code, RULES)
        print(f"build.py: no rule {arguments.code}{f': did you mean {near}?' if near else ''}", file=sys.stderr)
        return 2
    print("\n".join(_rule(arguments.code, arguments.lang) if arguments.code else table(arguments.lang)))
    return 0


def _rule(code: str, language: str) -> Iterator[str]:
    rule = RULES[code]
    yield f"{code}  {rule.rule.in_language(language)}"
    yield f"        {rule.why.in_language(language)}"
    if rule.warning:
        yield f"        ({NOTE.in_language(language)})"


def table(language: str) -> Iterator[str]:
    """The lines of the table of every rule, in the order of their codes."""
    yield from (f"# {TITLE.in_language(language)}", "", INTRO.in_language(language), "")
    yield from (HEAD.in_language(language), "| --- | --- | --- |")
    for code, rule in sorted(RULES.items()):
        lead = WARNING.in_language(language) if rule.warning else ""
        yield f"| {code} | {lead}{rule.rule.in_language(language)} | {rule.why.in_language(language)} |"
