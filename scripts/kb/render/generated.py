"""The bodies that staging writes whole, from the records and lists; `generated:` in a page's front matter names one."""

from __future__ import annotations

from collections.abc import Callable

from kb.model.corpus import Page
from kb.render import bibliography, changes, contents, glossary, lists, memo, models
from kb.render.view import View


def body(view: View, page: Page) -> str:
    """The generated Markdown of a page; "" where it has none."""
    if page.generated in OF_PAGE:
        return OF_PAGE[page.generated](view, page)
    return BODIES[page.generated](view) if page.generated in BODIES else ""


OF_PAGE: dict[str, Callable[[View, Page], str]] = {"contents": contents.body, "memo": memo.body}


BODIES: dict[str, Callable[[View], str]] = {
    "glossary": glossary.body,
    "references": bibliography.body,
    "examples": lists.examples,
    "models": models.body,
    "concordance": lists.concordance,
    "timeline": lists.timeline,
    "matrix": lists.matrix,
    "changes": changes.body,
}
