"""The home page: an item that starts with a pillar in bold is its card, and each section of the third level a door."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.formats.markdown import Heading
from kb.model.corpus import Page
from kb.model.sitepath import INDEX
from kb.model.vocabulary import PILLARS

DOOR = 3
PILLAR = re.compile(rf"^(\s*[-*+] \*\*\[[^\[\]]*\]\[({'|'.join(PILLARS)})\]\*\*)")


def is_home(page: Page, language: str) -> bool:
    """Whether the page is the first of its language."""
    return page.source_file(language) == f"{INDEX}.md"


def with_cards(lines: list[str], headings: Mapping[int, Heading]) -> list[str]:
    """The lines of the page with what its style knows the cards by; `headings` are given by their rows."""
    out: list[str] = []
    open_ = False
    for row, line in enumerate(lines):
        level = headings[row].level if row in headings else DOOR + 1
        if open_ and level <= DOOR:
            out += ["</div>", ""]
            open_ = False
        if level == DOOR:
            out += ['<div class="door" markdown="1">', ""]
            open_ = True
        out.append(PILLAR.sub(r"\1{ data-pillar=\2 }", line))
    return [*out, *(["", "</div>"] if open_ else [])]
