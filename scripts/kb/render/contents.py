"""The first page of a group of the menu: what each of the others answers."""

from __future__ import annotations

from kb.model.corpus import Page
from kb.render.view import View


def body(view: View, page: Page) -> str:
    """A list of the pages that stand in the same group of the menu, each with its description."""
    navigation = view.corpus.navigations.get(view.language)
    order = navigation.beside(page.source_file(view.language)) if navigation else []
    pages = {other.source_file(view.language): other for other in view.corpus.pages.values()}
    return "\n".join(
        f"- **{view.link(pages[path].id)}**{view.colon} {view.inline(pages[path].description(view.language))}"
        for path in order
        if path in pages
    )
