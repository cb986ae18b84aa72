"""What MkDocs' events do: stage the sources, pair the languages, hand the templates what they show.

static-i18n builds the site once per language in one MkDocs run, so every event runs once per language; `building` is
true in each run but the first. hooks.py binds the events, and says in which order they come.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from console import Progress
from engine import navigation, site_files, staging, templates
from engine.guide import guide_from
from engine.lock import exclusive
from engine.page_tree import PageTree
from engine.serve_memory import ServeMemory
from engine.settings import Malformed, check_environment
from engine.sourcedate import GitRefused, set_source_date
from kb.cite.citation import Guide
from kb.cite.metadata import metadata
from kb.model.finding import render
from kb.model.interface import INTERFACE
from kb.model.languages import LANGUAGES
from kb.published.host import host_files
from kb.render import old_addresses
from kb.writer import inside, write_if_changed

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

OVERRIDES = staging.PROJECT / "overrides"


class Adapter:
    """One object for the builds of a process, one after the other; `ahead` is what the next one is made from, if it
    is prepared already."""

    ahead: staging.Prepared | None = None
    guide: Guide
    prepared: staging.Prepared
    tree: PageTree
    addresses: dict[str, str]
    _memory: ServeMemory | None = None

    def __init__(self) -> None:
        self._lock = ExitStack()  # held from a build's first event to its last

    def on_startup(self, command: str, dirty: bool) -> None:
        """Only `serve` builds again."""
        self._memory = ServeMemory() if command == "serve" else None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage once per build, and give MkDocs the staged tree."""
        if not _i18n(config).building:
            self._begin(config)
        config.docs_dir = str(self.prepared.folder)
        return config

    def _begin(self, config: MkDocsConfig) -> None:
        root = _root(config)
        self._lock.enter_context(exclusive(root, Progress().say))
        try:
            check_environment()
            set_source_date(root)
            self.guide = guide_from(config.site_url, dict(config.extra))
            self.prepared, self.ahead = self.ahead or staging.prepare(root, guide=self.guide), None
        except staging.CheckFailed as failed:
            raise Abort(render(failed.findings)) from None
        except (Malformed, GitRefused, staging.Unsettled) as fault:
            raise Abort(str(fault)) from None
        corpus = self.prepared.corpus
        self.tree = PageTree(corpus, config.extra.get("feedback") or "")
        config.markdown_extensions.append(self.tree)  # type: ignore[arg-type]
        config.extra["edition"] = max(corpus.editions, default=None)
        for language in _i18n(config).config.languages:
            if language.locale in LANGUAGES:
                fitted = navigation.expanded if root == staging.PROJECT else navigation.adapted
                language.nav = fitted(language.nav, corpus, language.locale)
        if self._memory:
            self._memory.begin()

    @event_priority(-110)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Pair the languages by id, and let both have the assets."""
        self.addresses = site_files.pair(files, config, self.prepared.corpus, *_languages(config))
        for asset in list(site_files.shared_assets(files, config)):
            files.append(asset)
        files.get_file_from_path = cache(files.get_file_from_path)  # type: ignore[method-assign]  # for every link
        if self._memory:
            self._memory.begin_texts(files, config)
        return files

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Render only what `serve` has not rendered before."""
        if self._memory:
            self._memory.attach(page)
        return page

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Furnish the page that is rendered next."""
        self.tree.turn_to(page, _languages(config)[0])

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Hand the templates what they show, and let MkDocs copy no file of the theme that nothing loads."""
        templates.fill(env, files, self.prepared.corpus, self.addresses, *_languages(config))
        site_files.leave_theme_scripts(files)
        if self._memory:
            words = {_root(config) / INTERFACE, staging.PROJECT / INTERFACE}
            sources = sorted(path for path in (*words, *OVERRIDES.rglob("*")) if path.is_file())
            self._memory.begin_pages(env, config, files, [Path(config.config_file_path), *sources])

    def on_page_context(self, context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
        """Hand the head of a page what reference managers and search engines read."""
        corpus = self.prepared.corpus
        if known := corpus.pages.get(page.meta.get("id", "")):
            crumbs = navigation.crumbs(page, nav)
            context["citation"] = metadata(corpus, self.guide, known, _languages(config)[0], crumbs)
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """MkDocs writes one 404.html, the last language's: each but the default keeps its own in its folder."""
        here, default = _languages(config)
        if template_name == "404.html" and here != default:
            write_if_changed(Path(config.site_dir, here, template_name), output_content.encode())
            return ""
        return output_content

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add the short and old addresses, and the host's files, once the last language is built."""
        if not _i18n(config).building:
            for path, html in old_addresses.pages(self.prepared.corpus, config.site_url or "").items():
                write_if_changed(inside(Path(config.site_dir), path), html.encode())
            for name, file in host_files(_root(config)).items():
                write_if_changed(Path(config.site_dir, name), file.read_bytes())
            if self._memory:
                self._memory.succeed()
            self._lock.close()

    def on_build_error(self, error: Exception) -> None:
        """A build that fails lets others begin."""
        self._lock.close()

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
        """Watch the sources in place of the staged tree, so that an edit of a record or the glossary is seen."""
        from engine.serving import announce, watch  # a server, which takes its time to load

        server.unwatch(str(self.prepared.folder))
        watch(server, config.config_file_path, [*(_root(config) / name for name in staging.SOURCES), OVERRIDES])
        announce(server, builder)
        return server


def _root(config: MkDocsConfig) -> Path:
    """The tree that holds the content: the project's, or the one that build.py was given."""
    return Path(config.extra.get("content_root") or Path(config.config_file_path).parent)


def _i18n(config: MkDocsConfig) -> Any:
    """The plugin static-i18n, which has no types."""
    return config.plugins["i18n"]


def _languages(config: MkDocsConfig) -> tuple[str, str]:
    """The language that is built, and the one whose pages stand at the root."""
    return _i18n(config).current_language, _i18n(config).default_language
