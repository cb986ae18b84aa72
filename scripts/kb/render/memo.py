"""The aide-mémoire of a pillar: each of its principles as its first sentences and its gestures."""

from __future__ import annotations

from kb.model.corpus import Page
from kb.render.excerpts import card
from kb.render.view import View


def way(view: View, id_: str) -> str:
    """The line that leads from a principle to its card; "" for what has none."""
    pillar = view.corpus.unit[id_].pillar
    pages = (page.id for page in view.corpus.authored if page.generated == "memo" and pillar in page.sources)
    page = next(pages, None)
    if page is None or view.corpus.unit[id_].kind != "principle":
        return ""
    return f"[{view.label('in-memo')}][{page}#carte-{id_}]\n{{ .in-memo }}"


def body(view: View, page: Page) -> str:
    """The cards of the principles of the pillar that the page names as its source."""
    units = (unit for unit in view.corpus.unit.values() if unit.kind == "principle" and unit.pillar in page.sources)
    return "\n\n".join(card(view, unit.id, "##", brief=True) for unit in units if unit.id in view.corpus.targets)
