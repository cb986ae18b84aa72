"""The files of a language as MkDocs has them: its pages with their twins, and what is copied besides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from kb.cite.pages import CitationPage, citation_pages
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES


def pair(files: Files, config: MkDocsConfig, corpus: Corpus, here: str, default: str) -> dict[str, str]:
    """Pair the languages by id, as static-i18n pairs by path: the language switch and the site map follow.

    Returns the address of each page of the language `here`, by id; pages of `default` stand at the root.
    """
    both: list[Page | CitationPage] = [*corpus.pages.values(), *citation_pages(corpus)]
    pages = {f"{here}/{page.file(here)}": page for page in both}
    addresses = {}
    for file in files.documentation_pages():
        if page := pages.get(file.src_uri):
            addresses[page.id] = file.url
            twins = {code: file if code == here else _twin(config, page, code, default) for code in LANGUAGES}
            file.alternates = twins  # type: ignore[attr-defined]
    return addresses


def _twin(config: MkDocsConfig, page: Page | CitationPage, language: str, default: str) -> File:
    """The page's file in another language, with the address that its own build will give it."""
    path = page.file(language)
    prefix = "" if language == default else f"{language}/"
    twin, own = _file(config, f"{language}/{path}"), _file(config, path)
    twin.dest_uri = prefix + own.dest_uri
    twin.url = prefix + ("" if own.url == "./" else own.url) or "./"
    return twin


def shared_assets(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """The files that both languages share and static-i18n keeps in the default one alone: pages may link them."""
    folder = Path(config.docs_dir)
    for path in sorted(folder.glob("assets/**/*")):
        uri = path.relative_to(folder).as_posix()
        if path.is_file() and uri not in files.src_uris:
            yield _file(config, uri)


def leave_theme_scripts(files: Files) -> None:
    """Take out the theme's own files that no page loads."""
    for file in list(files):
        if file.url.startswith("assets/javascripts/") or file.url.endswith(".css.map") or "/palette." in file.url:
            files.remove(file)


def _file(config: MkDocsConfig, uri: str) -> File:
    return File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
