"""The options that several commands take, as parsers for `parents=`."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.model.languages import LANGUAGES

PROJECT = Path(__file__).resolve().parent.parent.parent


def root() -> argparse.ArgumentParser:
    """`--root`: which tree."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--root",
        type=Path,
        default=PROJECT,
        metavar="DIR",
        help="the tree that holds docs/, examples/ and models/ (this project)",
    )
    return parser


def language() -> argparse.ArgumentParser:
    """`--root`, and `--lang`: the language that findings and rules are told in."""
    parser = argparse.ArgumentParser(add_help=False, parents=[root()])
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of the findings (en)")
    return parser


def findings() -> argparse.ArgumentParser:
    """`--root`, `--lang`, and `--format`: how findings are printed."""
    parser = argparse.ArgumentParser(add_help=False, parents=[language()])
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how findings are printed (text: path:line:column: CODE message — hint)",
    )
    return parser


def strict() -> argparse.ArgumentParser:
    """`--root`, `--lang`, `--format`, and `--strict`: whether warnings count."""
    parser = argparse.ArgumentParser(add_help=False, parents=[findings()])
    parser.add_argument("--strict", action="store_true", help="warnings, such as a unit not yet covered, are errors")
    return parser
