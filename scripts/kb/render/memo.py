"""The aide-mémoire of a pillar: each of its principles as its first sentences and its gestures."""

from __future__ import annotations

from kb.model.corpus import Page
from kb.render.excerpts import card
from kb.render.view import View


def way(view: View, id_: str) -> str:
    """The line that leads from a principle to its card; "" for what has none."""
    place = _place(view, id_)
    return place and f"[{view.label('in-memo')}][{place}]\n{{ .in-memo }}"


def aside(view: View, id_: str) -> str:
    """The quiet link to its card that stands beside what names a principle; "" for what has none."""
    place = _place(view, id_)
    return place and f" [{view.label('memo')}][{place}]{{ .to-memo }}"


def _place(view: View, id_: str) -> str:
    """The page and heading of the card of a principle; "" for what has none."""
    unit = view.corpus.unit.get(id_)
    if unit is None or unit.kind != "principle":
        return ""
    return next((f"{page}#carte-{id_}" for page in _pages(view, unit.pillar)), "")


def cards(view: View, pillar: str | None) -> list[str]:
    """The line that leads to the cards of a pillar."""
    return [f"{view.link(page)}\n{{ .in-memo }}" for page in _pages(view, pillar)]


def _pages(view: View, pillar: str | None) -> list[str]:
    return [page.id for page in view.corpus.authored if page.generated == "memo" and pillar in page.sources]


def body(view: View, page: Page) -> str:
    """The cards of the principles of the pillar that the page names as its source."""
    units = (unit for unit in view.corpus.unit.values() if unit.kind == "principle" and unit.pillar in page.sources)
    return "\n\n".join(card(view, unit.id, "##", brief=True) for unit in units if unit.id in view.corpus.targets)
