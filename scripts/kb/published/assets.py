"""docs/assets: the files that pages load or link, published under assets/."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from kb.formats.markdown import Link
from kb.model.corpus import Corpus
from kb.published.host import LITTER

FOLDER = "docs/assets"
KINDS = (
    ".avif", ".css", ".csv", ".epub", ".gif", ".jpeg", ".jpg", ".js", ".json", ".mp3", ".mp4", ".pdf", ".png", ".svg",
    ".txt", ".vtt", ".webp", ".woff2",
)  # fmt: skip
SHELL = ("css/", "js/", "search/", "img/icon.svg")  # what the templates load, and no author links


def plain_files(corpus: Corpus) -> list[str]:
    """Every file of docs/assets, by its path from the root, but what a system left there."""
    return [path for path in corpus.tree.below(FOLDER) if path.rpartition("/")[2] not in LITTER]


def asset_files(corpus: Corpus) -> list[str]:
    """Those of a kind that is published."""
    return [path for path in plain_files(corpus) if path.endswith(KINDS)]


def unused(corpus: Corpus) -> list[str]:
    """The files of docs/assets that would be published, though neither a page nor a list names them."""
    named = {f"docs/{path}" for path in _linked(corpus)}
    lists = "\n".join(text for path, text in corpus.files.items() if path.endswith(".yml"))
    return [
        path
        for path in asset_files(corpus)
        if path not in named
        and path.removeprefix("docs/") not in lists
        and not path.removeprefix(f"{FOLDER}/").startswith(SHELL)
    ]


def _linked(corpus: Corpus) -> Iterator[str]:
    """What the links of every page lead to, where it is a path."""
    yield from filter(None, (linked_asset(link) for *_, link in corpus.links()))


def linked_asset(link: Link) -> str:
    """The path from docs/ of the file that a link leads to or shows; "" where it is none of docs/assets."""
    return unquote(urlsplit(link.href).path) if link.href and link.href.startswith("assets/") else ""
