"""The bodies that staging writes whole, from the records and lists; `generated:` in a page's front matter names one."""

from __future__ import annotations

from collections.abc import Callable

from kb.model.corpus import Corpus, Page
from kb.render import bibliography, changes, glossary, lists


def body(corpus: Corpus, page: Page, language: str) -> str:
    """The generated Markdown of a page; "" where it has none."""
    return BODIES[page.generated](corpus, language) if page.generated in BODIES else ""


BODIES: dict[str, Callable[[Corpus, str], str]] = {
    "glossary": glossary.body,
    "references": bibliography.body,
    "examples": lists.examples,
    "models": lists.models,
    "concordance": lists.concordance,
    "timeline": lists.timeline,
    "matrix": lists.matrix,
    "changes": changes.body,
}
