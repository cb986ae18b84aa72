"""Tables, as Markdown: rows of cells, and in a cell what it lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

BLANK = "—"  # what a cell says that has nothing to say; a card leaves it out


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table of these cells, each of them Markdown in one line."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def stacked(items: Sequence[str], none: str = BLANK) -> str:
    """A cell that names several things as a list, one as it is; without any, it says `none`."""
    if len(items) < 2:
        return "".join(items) or none
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
