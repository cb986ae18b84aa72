"""Old fragments of a page that still stands: an anchor where its section is now, or a line that says where it went."""

from __future__ import annotations

import re

from kb.model.corpus import Page
from kb.published.published import published
from kb.render.view import View


def with_old_fragments(view: View, page: Page, text: str) -> str:
    """The page's Markdown with every old fragment of its address: before the block that it means now, or at the end."""
    here = page.address(view.language)
    for entry in view.corpus.ledger.moved:
        address, _, fragment = (entry[view.language] or "").partition("#")
        if address != here or not fragment or not entry.to:
            continue
        path, _, target = (published(view.corpus)[entry.to][view.language] or "").partition("#")
        if path == here:
            text = _anchored(text, fragment, _start(text, target) or 0)
        else:
            link = f"[{view.inline(view.named(entry.to))}][{entry.to}]"
            line = view.label("section-moved", link=link)
            text += f"\n\n{line}\n{{ #{fragment} .moved }}"
    return text


def with_old_chapters(view: View, text: str) -> str:
    """The Markdown of the whole guide with the id that everything in it had there before something replaced it."""
    for old, new in {entry.id: entry.to or "" for entry in view.corpus.ledger.moved}.items():
        at = _start(text, new.replace("#", "--")) if old not in published(view.corpus) else None
        if at is not None:
            text = _anchored(text, old.replace("#", "--"), at)
    return text


def _start(text: str, target: str) -> int | None:
    """Where the block whose id is `target` starts."""
    block = re.compile(rf'(?:\A|\n\n)(?=(?:[^\n]+\n)*[^\n]*(?:\{{ #{re.escape(target)}[ }}]|id="{re.escape(target)}"))')
    match = block.search(text) if target else None
    return match.end() if match else None


def _anchored(text: str, old: str, at: int) -> str:
    """`text` with an empty anchor `old` there."""
    return f'{text[:at]}<div id="{old}"></div>\n\n{text[at:]}'
