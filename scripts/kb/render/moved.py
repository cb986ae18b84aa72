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
            text = _anchored(text, fragment, target)
        else:
            link = f"[{view.inline(view.named(entry.to))}][{entry.to}]"
            line = view.label("section-moved", link=link)
            text += f"\n\n{line}\n{{ #{fragment} .moved }}"
    return text


def _anchored(text: str, old: str, target: str) -> str:
    """`text` with an empty anchor `old` before the block whose id is `target`, or before everything."""
    block = re.compile(rf'(?:\A|\n\n)(?=(?:[^\n]+\n)*[^\n]*(?:\{{ #{re.escape(target)}[ }}]|id="{re.escape(target)}"))')
    match = block.search(text) if target else None
    at = match.end() if match else 0
    return f'{text[:at]}<div id="{old}"></div>\n\n{text[at:]}'
