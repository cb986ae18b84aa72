"""The other reader: Markdown to HTML as MkDocs has it made for the pages, with the extensions of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markdown import Markdown

# Those of mkdocs.yml, and those that MkDocs adds to any site; a test holds them to it.
EXTENSIONS = ("toc", "tables", "fenced_code", "abbr", "admonition", "attr_list", "def_list", "md_in_html")
EXTENSIONS += ("pymdownx.superfences",)


@lru_cache(maxsize=1)
def _reader() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS))


def to_html(text: str, refs: Iterable[str] = ()) -> str:
    """The HTML of a text whose reference links `refs` are defined: each leads to `ref:` and itself."""
    definitions = "\n".join(f"[{ref}]: ref:{ref}" for ref in sorted(set(refs)))
    return _reader().reset().convert(f"{text}\n\n{definitions}\n")
