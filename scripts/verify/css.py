"""The addresses in a style sheet, with their place, and whether it is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.rule import Said
from verify.parts import LineText

# One alternation, so that a comment or string hides what it holds. Every branch takes what it starts: linear time.
_STRING = r"\"(?:\\.|[^\"\\\n])*\"?|'(?:\\.|[^'\\\n])*'?"
_TOKEN = re.compile(
    rf"/\*.*?(?:\*/|\Z)|@namespace[^;]*|@import\s*(?P<import>{_STRING})"
    rf"|\burl\(\s*(?P<url>{_STRING}|(?:\\.|[^)\s\"'\\])*)\s*\)?|(?P<set>\bimage-set\()|\btype\(\s*{_STRING}\s*\)"
    rf"|\bsrc\(\s*(?P<src>{_STRING})\s*\)?|(?P<string>{_STRING})|(?P<end>[);}}])",
    re.DOTALL | re.IGNORECASE,
)
_HINT = re.compile(r"url\(|@import|src\(|image-set\(", re.IGNORECASE)
_BRACKET = re.compile(
    rf"/\*.*?(?:\*/|\Z)|{_STRING}|\burl\((?:\\.|[^)\s\"'\\])*\)|\\.|[][(){{}}]|<(?=[!/a-z])", re.DOTALL
)
_COMMENT = re.compile(r"/\*.*\*/", re.DOTALL)
_OPEN_COMMENT = Said(
    "no “*/” ends the comment that starts here", "aucun « */ » ne ferme le commentaire qui commence ici"
)
_TAG = Said("“<” is no style sheet's", "« < » n'a pas sa place dans une feuille de style")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def css_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Every `url()`, `src()`, `@import` and string of an `image-set()` as (line, column, address), from 1.

    Comments and other strings say nothing.
    """
    if not _HINT.search(text):
        return
    line, line_start, in_set = 1, 0, False
    for token in _TOKEN.finditer(text):
        group, raw = token.lastgroup, token[token.lastgroup or 0]
        if group in ("set", "end"):
            in_set = group == "set"
        if group not in ("import", "url", "src") and not (group == "string" and in_set):
            continue
        start = token.start(group)
        if newlines := text.count("\n", line_start, start):
            line, line_start = line + newlines, text.rindex("\n", line_start, start) + 1
        yield line, start - line_start + 1, _ESCAPE.sub(_unescape, _unquote(raw))


def css_fault(text: str) -> LineText | None:
    """Where the brackets of a style sheet do not pair; a cut one, or a page in its place, is found so."""
    waiting: list[tuple[str, int]] = []  # the closing brackets that are due, with the places of their opening ones
    for token in _BRACKET.finditer(text):
        bracket = token[0]
        if bracket.startswith("/*") and not _COMMENT.fullmatch(bracket):
            return _at(text, token.start(), _OPEN_COMMENT)
        if bracket in _PAIRS:
            waiting.append((_PAIRS[bracket], token.start()))
        elif bracket in ")]}" and (not waiting or waiting.pop()[0] != bracket):
            return _at(text, token.start(), Said(f"“{bracket}” closes nothing", f"« {bracket} » ne ferme rien"))
        elif bracket == "<":
            return _at(text, token.start(), _TAG)
    if waiting:
        closing, start = waiting[0]
        message = Said(f"no “{closing}” ends what starts here", f"aucun « {closing} » ne ferme ce qui commence ici")
        return _at(text, start, message)
    return None


def _at(text: str, start: int, message: Said) -> LineText:
    return LineText(text.count("\n", 0, start) + 1, message)


def _unquote(raw: str) -> str:
    if raw[:1] in ("'", '"'):
        return raw[1:-1] if len(raw) > 1 and raw[-1] == raw[0] else raw[1:]
    return raw


def _unescape(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
