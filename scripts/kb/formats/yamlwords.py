"""What libyaml says of a text that does not parse, in plain words."""

from __future__ import annotations

import re

import yaml

BRACKET = "did not find expected ',' or"
# A part of libyaml's problem → message and hint.
PROBLEMS = (
    ("mapping values are not allowed", "a second “: ” in this text", "put a text that holds “: ” between quotes"),
    ("cannot start any token", "a text cannot begin with this sign", "put the text between quotes"),
    ("unexpected end of stream", "a quotation mark is never closed", "close the text with the same quotation mark"),
    (
        "could not find expected ':'",
        "a line above is neither “key: value” nor “- item”",
        "give it a key, or indent it below its own",
    ),
    ("found undefined alias", "* begins a reference to something that does not exist", "put the text between quotes"),
    (
        "unknown escape character",
        "a backslash inside double quotes has a meaning of its own",
        "write \\\\, or use single quotes",
    ),
    ("found a tab character", "a tab", "indent YAML with spaces"),
    (
        "block sequence entries are not allowed",
        "a list item in this place",
        "begin the list on a line of its own below its key",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not belong to the list above it",
        "begin it with “- ”, or indent it as its own level is",
    ),
    (BRACKET, "a bracket is never closed, or a comma is missing", "close it, and separate what it holds by commas"),
    (
        "did not find expected node content",
        "something is missing here, or a text begins with a sign of YAML's own",
        "put the text between quotes",
    ),
    (
        "did not find expected key",
        "this line does not go on from the one above it",
        "indent it as the keys of its level are",
    ),
    (
        "did not find expected <document start>",
        "the text goes on where YAML has ended",
        "indent it below its key, or close what is open above",
    ),
    ("expected a single document", "a line --- inside the text", "remove it"),
    ("found duplicate anchor", "& begins a name that stands twice", "put the text between quotes"),
    ("did not find expected alphabetic", "a text cannot begin with this sign", "put the text between quotes"),
)
QUOTE = ("a quotation mark ends the text here", "write « » or “ ” inside it; close the text above, if it is open")
COMMENT = ("# begins a comment, which ends the text", "put the text between quotes")
CUT = re.compile(r"\s(#\S?)")
TAB = ("a tab", "indent YAML with spaces")


def in_plain_words(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """Row and column from 0, message and hint for an error that stands in one of the `lines`."""
    mark = error.problem_mark or error.context_mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    start = error.context_mark.line if error.context_mark else mark.line
    for row in range(start, mark.line) if BRACKET in (error.problem or "") else ():
        if cut := CUT.search(lines[row]):
            return row, cut.start(1), *COMMENT
    return mark.line, mark.column, *_said(error, mark, line)


def _said(error: yaml.MarkedYAMLError, mark: yaml.Mark, line: str) -> tuple[str, str]:
    if line[mark.column : mark.column + 1] == "\t" or line[: mark.column].endswith("\t"):
        return TAB
    if line[: mark.column].rstrip().endswith(("'", '"')) and line[mark.column :].strip(" ,]}"):
        return QUOTE
    problem = error.problem or ""
    for part, message, hint in PROBLEMS:
        if part in problem:
            return message, hint
    return problem or "YAML ends too early", "mend the YAML here"
