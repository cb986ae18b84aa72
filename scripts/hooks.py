"""The MkDocs adapter: stages the sources, pairs the languages, and lends data to the templates.

static-i18n builds the site once per language in one MkDocs run, so every event here runs once per language.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

import pipeline
from kb.bilingual import LANGUAGES
from kb.finding import render

_state: dict = {}


def _root(config: MkDocsConfig) -> Path:
    """The tree that holds the content: the project's, or the one that build.py was given."""
    return Path(config.extra.get("content_root") or Path(config.config_file_path).parent)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage once per build, before static-i18n (priority -100) reads docs_dir and the navigation."""
    i18n = config.plugins["i18n"]
    if not i18n.building:
        try:
            _state["prepared"] = pipeline.take(_root(config))
        except pipeline.CheckFailed as failed:
            raise Abort(render(failed.findings)) from None
        _expand_navigation(config)
    config.docs_dir = str(_state["prepared"].folder)
    return config


def _expand_navigation(config: MkDocsConfig) -> None:
    """Replace `exemples/*.md` by the records' pages in the order of their marks."""
    corpus = _state["prepared"].corpus
    for language in config.plugins["i18n"].config.languages:
        if language.locale in LANGUAGES:
            known = {page.address(language.locale) for page in corpus.pages.values()}
            records = [page.address(language.locale) for kind in ("example", "model") for page in corpus.records(kind)]
            whole = _root(config) == pipeline.PROJECT
            language.nav = _expanded(language.nav, records, None if whole else known)


def _expanded(nav: list, records: list[str], known: set[str] | None) -> list:
    """`nav` with its patterns expanded and, where `known` is given, without the pages that are not in it."""
    out: list = []
    for entry in nav:
        if isinstance(entry, dict):
            ((title, children),) = entry.items()
            inner = _expanded(children, records, known)
            out += [{title: inner}] if inner else []
        elif entry.endswith("/*.md"):
            out += [path for path in records if path.startswith(entry.removesuffix("*.md")) and path not in out]
        elif known is None or entry in known:
            out.append(entry)
    return out


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Pair the languages by id (static-i18n pairs by path): the switcher and the sitemap follow."""
    i18n = config.plugins["i18n"]
    here = i18n.current_language
    pages = {}
    for page in _state["prepared"].corpus.pages.values():
        pages[f"{here}/{page.address(here)}"] = page
    for file in files.documentation_pages():
        page = pages.get(file.src_uri)
        if page:
            file.alternates = {
                language: file if language == here else _twin(config, page, language) for language in LANGUAGES
            }
    return files


def _twin(config: MkDocsConfig, page, language: str) -> File:
    """The page's file in another language, with the address that its own build will give it."""
    address = page.address(language)
    prefix = "" if language == config.plugins["i18n"].default_language else f"{language}/"
    twin = File(f"{language}/{address}", config.docs_dir, config.site_dir, config.use_directory_urls)
    own = File(address, config.docs_dir, config.site_dir, config.use_directory_urls)
    twin.dest_uri = prefix + own.dest_uri
    twin.url = prefix + ("" if own.url == "./" else own.url) or "./"
    return twin


def on_serve(server, config: MkDocsConfig, builder):
    """Watch the sources instead of the staged tree, so that an edit of a record or the glossary is seen."""
    root = _root(config)
    server.unwatch(str(_state["prepared"].folder))
    for folder in ("docs", "examples", "models", "overrides"):
        if (root / folder).is_dir():
            server.watch(str(root / folder))
    return server
