"""The other reader: Markdown to HTML as MkDocs has it made for the pages, with the extensions of mkdocs.yml.

What it needs is loaded when a text is read: most checks of the sources do without.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kb.formats.shape import Piece

# Those of mkdocs.yml, and those that MkDocs adds to any site; a test holds them to it.
OF_MARKDOWN = ("toc", "tables", "fenced_code", "abbr", "admonition", "attr_list", "def_list", "md_in_html")
EXTENSIONS = (*OF_MARKDOWN, "pymdownx.superfences")


@lru_cache(maxsize=1)
def _reader() -> Any:
    from markdown import Markdown

    return Markdown(extensions=list(EXTENSIONS))


def to_html(text: str, refs: Iterable[str] = ()) -> str:
    """The HTML of a text whose reference links `refs` are defined: each leads to `ref:` and itself."""
    definitions = "\n".join(f"[{ref}]: ref:{ref}" for ref in sorted(set(refs)))
    html: str = _reader().reset().convert(f"{text}\n\n{definitions}\n")
    return html


def shown(text: str, refs: Iterable[str] = ()) -> list[Piece]:
    """The pieces of what a page shows of a text."""
    from lxml import html

    from kb.formats.htmlshape import read_html

    return read_html(html.fragment_fromstring(to_html(text, refs), create_parent="div"), str)
