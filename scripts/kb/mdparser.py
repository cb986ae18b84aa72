"""markdown-it-py, set up to say where inline elements stand: it places blocks but not what is inside them."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.admon import admon_plugin

REFERENCE = "ref:"


class EveryLabel(dict):
    """A reference table in which every label is defined, so that none is silently read as text."""

    def __contains__(self, label: object) -> bool:
        return True

    def __getitem__(self, label: str) -> dict[str, str]:
        return {"href": REFERENCE + label.lower(), "title": ""}

    def get(self, label: str, default: object = None) -> dict[str, str]:
        return self[label]


@dataclass(frozen=True)
class Span:
    """A stretch of an inline source that is not plain text; `inner` is a link's text."""

    kind: str
    start: int
    end: int
    inner: tuple[int, int] | None = None
    href: str = ""


def _recording(kind: str, rule):
    """The inline rule `rule`, noting in `env["spans"]` the stretch that it took."""

    def wrapped(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if silent or state.src is not state.env.get("source"):
            return True
        href, inner = "", None
        if kind in ("link", "image"):
            at = start + (kind == "image")
            inner = (at + 1, parseLinkLabel(state, at, False))
            tokens = [t for t in state.tokens[before:] if t.type in ("link_open", "image")]
            href = str(tokens[0].attrGet("href") or tokens[0].attrGet("src") or "")
        state.env["spans"].append(Span(kind, start, state.pos, inner, href))
        return True

    return wrapped


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark").enable("table").disable("reference").use(admon_plugin)
    md.core.ruler.disable("inline")
    md.validateLink = lambda url: True  # a bad address is a finding, not text
    md.normalizeLink = lambda url: url
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
