"""`serve` renders only the pages that changed: what the Markdown of a page was rendered to, and what the template made
of it, are kept from build to build, and each template is compiled once.

MkDocs' own dirty builds are no way to do so: they leave the pages that they skip without titles and anchors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

PAGE_TEMPLATE = "main.html"


class Rendering(NamedTuple):
    """What MkDocs learns from the text of a page; `links` by the staged path that they lead to."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]
    meta: MutableMapping[str, Any]


class ServeMemory:
    """What the last build that succeeded made, by all that it depends on: a build with a warning must warn again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], Any] = {}
        self._new: dict[tuple[Any, ...], Any] = {}
        self._templates = Templates()

    def begin(self) -> None:
        """A build begins."""
        self._new = {}

    def succeed(self) -> None:
        """The build succeeded."""
        self._kept = self._new

    def _once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        if key not in self._new:
            self._new[key] = self._kept[key] if key in self._kept else make()
        return self._new[key]

    def begin_texts(self, files: Files, config: MkDocsConfig) -> None:
        """Take note of what every text depends on besides itself: where links lead, and how Markdown is read."""
        addresses = sorted((file.src_uri, file.url) for file in files)
        self._around_texts = repr((addresses, config.markdown_extensions, config.mdx_configs))

    def attach(self, page: Page) -> None:
        """Let `page` be rendered from what is kept, where it still holds."""
        page.render = partial(self._render, page)  # type: ignore[method-assign]

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        key = (page.file.src_uri, page.markdown, repr(page.meta), self._around_texts)
        _restore(page, files, self._once(key, lambda: _rendered(page, config, files)))

    def begin_pages(self, env: Environment, config: MkDocsConfig, files: Files, sources: Iterable[Path]) -> None:
        """Take note of what every page shows of the others, and of the files `sources` that the shell is made of.

        From here on MkDocs gets the page template of `env` as one that remembers.
        """
        env.bytecode_cache = self._templates
        pages = [_shown(file.url, file.page) for file in files.documentation_pages() if file.page]
        lent = {name: value for name, value in env.globals.items() if not callable(value)}
        stamps = [(str(path), path.stat().st_mtime_ns) for path in sources]
        self._around_pages = blake2b(repr((pages, config.nav, config.extra, lent, stamps)).encode()).hexdigest()
        find = env.get_template
        env.get_template = lambda name, parent=None, globals=None: (  # type: ignore
            find(name, parent, globals)
            if parent or name != PAGE_TEMPLATE
            else SimpleNamespace(render=partial(self._write, find(name)))  # type: ignore
        )

    def _write(self, template: Template, context: dict) -> str:
        page = context["page"]
        twins = [file.url for file in getattr(page.file, "alternates", {}).values()]
        own = repr((page.meta, twins, context.get("citation")))
        key = (page.file.dest_uri, page.content, own, self._around_pages)
        return self._once(key, lambda: template.render(context))


def _shown(address: str, page: Page) -> tuple[Any, ...]:
    """What the other pages show of one, in their menus."""
    return address, page.title, page.meta.get("mark"), page.meta.get("pillar")


def _rendered(page: Page, config: MkDocsConfig, files: Files) -> Rendering:
    Page.render(page, config, files)
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return Rendering(page.content or "", page.toc, page._title_from_render, page.present_anchor_ids, links, page.meta)


def _restore(page: Page, files: Files, kept: Rendering) -> None:
    page.content, page.toc, page.meta = kept.content, kept.toc, kept.meta
    page._title_from_render, page.present_anchor_ids = kept.title, kept.anchors
    found = ((files.get_file_from_path(path), anchors) for path, anchors in kept.links.items())
    page.links_to_anchors = {file: anchors for file, anchors in found if file}


class Templates(BytecodeCache):
    """Compiled templates; Jinja itself sees to it that one is as its source now stands."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()
