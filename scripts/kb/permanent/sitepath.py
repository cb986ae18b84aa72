"""Addresses of the site as readers see them, from its root: `/piliers/rapprochement/`, `/en/r/p1-3/`.

A page's staged file (`exemples/index.md`, below its language's folder) and its address give each other.
"""

from __future__ import annotations

import posixpath

from kb.bilingual import LANGUAGES

SHORT = "r/"  # below a language's root: the short address of each mark


def root(language: str) -> str:
    """The address of a language's home page."""
    return "/" if language == LANGUAGES[0] else f"/{language}/"


def of_file(file: str, language: str) -> str:
    """The address at which a staged Markdown file is published."""
    folder, name = posixpath.split(file.removesuffix(".md"))
    parts = [part for part in (folder, name) if part and part != "index"]
    return root(language) + "".join(f"{part}/" for part in parts)


def to_file(address: str, language: str, *, index: bool) -> str:
    """The staged file that is published at the address of a page; `index`: as the index of its folder."""
    path = address.removeprefix(root(language))
    return f"{path}index.md" if index or not path else f"{path.rstrip('/')}.md"


def language_of(address: str) -> str:
    """The language of the page at an address."""
    return next((language for language in LANGUAGES[1:] if address.startswith(root(language))), LANGUAGES[0])


def short(mark: str, language: str) -> str:
    """The short address of a mark: P1.3 is at `/r/p1-3/`."""
    return f"{root(language)}{SHORT}{mark.lower().replace('.', '-')}/"


def relative(source: str, target: str) -> str:
    """How the page at `source` links `target`, which may have a fragment; works below any path."""
    path, hash_, fragment = target.partition("#")
    way = posixpath.relpath(path, source) + "/"
    return f"{way}{hash_}{fragment}"
