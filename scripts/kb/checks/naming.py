"""Naming: the files beside the content that name the guide give it the title that mkdocs.yml gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.navigation import NAV004
from kb.formats.siteconfig import PATH
from kb.model.corpus import BESIDE, Corpus
from kb.model.finding import Finding
from kb.model.rule import Said

HEAD = re.compile(r"\A# (.+)")
QUOTED = re.compile(r"[“«]\s*([^”»]+?)\s*[”»]")


def named_beside(corpus: Corpus) -> Iterator[Finding]:
    """The head of each README, and what the licence of the texts asks to credit, is the title of the guide."""
    for path, text in corpus.beside.items():
        title = corpus.titles.get(BESIDE[path])
        for match in (QUOTED if path.startswith("LICENSE") else HEAD).finditer(text) if title else ():
            if " ".join(match[1].split()) != title:
                at = match.start(1)
                place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
                message = Said(
                    f"the guide has another title here than in {PATH}", f"le guide a ici un autre titre que dans {PATH}"
                )
                yield Finding(path, *place, NAV004, message, Said(f"write “{title}”", f"écrivez « {title} »"))


CHECKS = (named_beside,)
