"""markdown-it-py, set up to say where inline elements stand: it places blocks but not what is inside them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.admon import admon_plugin

REFERENCE = "ref:"
# Characters without which a source is plain text; a bracket starts nothing without the one that opens it.
MARKUP = re.compile(r"[\[<`\\]")
# A reference link that nothing inside could make anything else; CommonMark reads it the same wherever it stands.
SIMPLE_LINK = re.compile(r"(?<!!)\[([^\[\]<`\\]*)\]\[([A-Za-z0-9#-]+)\]")


class EveryLabel(dict[str, dict[str, str]]):
    """A reference table in which every label is defined, so that none is silently read as text."""

    def __contains__(self, label: object) -> bool:
        return True

    def __getitem__(self, label: str) -> dict[str, str]:
        return {"href": REFERENCE + label.lower(), "title": ""}

    def get(self, label: str, default: object = None) -> dict[str, str]:
        return self[label]


class Span(NamedTuple):
    """A stretch of an inline source that is not plain text; `inner` is a link's text."""

    kind: str
    start: int
    end: int
    inner: tuple[int, int] = (0, 0)
    href: str = ""


def _recording(kind: str, rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The inline rule `rule`, noting in `env["spans"]` the stretch that it took."""

    def wrapped(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if silent or state.src is not state.env.get("source"):
            return True
        href, inner = "", (0, 0)
        if kind in ("link", "image"):
            at = start + (kind == "image")
            inner = (at + 1, parseLinkLabel(state, at, False))
            tokens = [t for t in state.tokens[before:] if t.type in ("link_open", "image")]
            href = str(tokens[0].attrGet("href") or tokens[0].attrGet("src") or "")
        state.env["spans"].append(Span(kind, start, state.pos, inner, href))
        return True

    return wrapped


class _Lenient(MarkdownIt):
    """Takes every address as it is written: a bad one is a finding, not text."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


def _parser() -> MarkdownIt:
    md = _Lenient("commonmark").enable("table").disable("reference").use(admon_plugin)
    md.core.ruler.disable("inline")
    for name, kind in (
        ("link", "link"),
        ("image", "image"),
        ("backticks", "code"),
        ("html_inline", "html"),
        ("autolink", "autolink"),
        ("escape", "escape"),
    ):
        rule = next(r.fn for r in md.inline.ruler.__rules__ if r.name == name)
        md.inline.ruler.at(name, _recording(kind, rule))
    return md


MD = _parser()


def spans(source: str) -> list[Span]:
    """The inline elements of a source, outer ones before those inside them."""
    if not MARKUP.search(source):
        return []
    if not MARKUP.search(SIMPLE_LINK.sub("", source)):  # most of prose; parsing it takes ten times as long
        return [
            Span("link", *match.span(), match.span(1), REFERENCE + match[2].lower())
            for match in SIMPLE_LINK.finditer(source)
        ]
    return parsed_spans(source)


def parsed_spans(source: str) -> list[Span]:
    """The same, by the parser whatever the source holds."""
    env: dict[str, Any] = {"references": EveryLabel(), "source": source, "spans": []}
    MD.inline.parse(source, MD, env, [])
    return sorted(set(env["spans"]), key=lambda span: (span.start, -span.end))
