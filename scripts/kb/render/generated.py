"""The bodies that staging writes whole, from the records and lists; `generated:` in a page's front matter names one."""

from __future__ import annotations

from collections.abc import Callable

from kb.model.corpus import Page
from kb.render import bibliography, changes, glossary, lists
from kb.render.view import View


def body(view: View, page: Page) -> str:
    """The generated Markdown of a page; "" where it has none."""
    return BODIES[page.generated](view) if page.generated in BODIES else ""


BODIES: dict[str, Callable[[View], str]] = {
    "glossary": glossary.body,
    "references": bibliography.body,
    "examples": lists.examples,
    "models": lists.models,
    "concordance": lists.concordance,
    "timeline": lists.timeline,
    "matrix": lists.matrix,
    "changes": changes.body,
}
