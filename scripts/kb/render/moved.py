"""Old fragments of a page that still stands: an anchor where its section is now, or a line that says where it went."""

from __future__ import annotations

import re

from kb.model.corpus import Corpus, Page
from kb.published.published import published
from kb.render.links import named
from kb.render.slots import inline
from kb.text.labels import label


def with_old_fragments(corpus: Corpus, page: Page, text: str, language: str) -> str:
    """The page's Markdown with every old fragment of its address: before the block that it means now, or at the end."""
    here = page.url(language)
    for entry in corpus.ledger.moved:
        address, _, fragment = (entry[language] or "").partition("#")
        if address != here or not fragment or not entry.to:
            continue
        path, _, target = (published(corpus)[entry.to][language] or "").partition("#")
        if path == here:
            text = _anchored(text, fragment, target)
        else:
            link = f"[{inline(named(corpus, entry.to, language), language)}][{entry.to}]"
            line = label(corpus, "section-moved", language, link=link)
            text += f"\n\n{line}\n{{ #{fragment} .moved }}"
    return text


def _anchored(text: str, old: str, target: str) -> str:
    """`text` with an empty anchor `old` before the block whose id is `target`, or before everything."""
    block = re.compile(rf'(?:\A|\n\n)(?=(?:[^\n]+\n)*[^\n]*(?:\{{ #{re.escape(target)}[ }}]|id="{re.escape(target)}"))')
    match = block.search(text) if target else None
    at = match.end() if match else 0
    return f'{text[:at]}<div id="{old}"></div>\n\n{text[at:]}'
