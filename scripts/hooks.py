"""The MkDocs adapter: stages the sources, pairs the languages, and lends data to the templates.

static-i18n builds the site once per language in one MkDocs run, so every event here runs once per language.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from console import Progress
from engine import navigation, pipeline
from engine.citelinks import with_links
from engine.furniture import furnished
from engine.lock import exclusive
from engine.serve_memory import Outputs, Renderings, Templates
from engine.serving import announce, watch
from engine.settings import Malformed, check_environment
from engine.sourcedate import GitRefused, set_source_date
from kb.cite.citation import citable
from kb.cite.metadata import metadata
from kb.cite.pages import citation_pages
from kb.model.finding import render
from kb.model.interface import INTERFACE
from kb.model.languages import LANGUAGES
from kb.published.host import host_files
from kb.render import old_addresses
from kb.text.dates import in_words
from kb.text.labels import label
from kb.text.typography import typeset
from kb.writer import inside, write_if_changed

_state: dict = {}
_lock = ExitStack()  # held from a build's first event to its last
_renderings, _outputs, _templates = Renderings(), Outputs(), Templates()


def _root(config: MkDocsConfig) -> Path:
    """The tree that holds the content: the project's, or the one that build.py was given."""
    return Path(config.extra.get("content_root") or Path(config.config_file_path).parent)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage once per build, before static-i18n (priority -100) reads docs_dir and the navigation."""
    i18n = config.plugins["i18n"]
    if not i18n.building:
        _lock.enter_context(exclusive(_root(config), Progress().say))
        try:
            check_environment()
            set_source_date(_root(config))
        except (Malformed, GitRefused) as fault:
            raise Abort(str(fault)) from None
        _renderings.begin()
        _outputs.begin()
        try:
            _state["guide"] = pipeline.guide_from(config.site_url, config.extra)
            _state["prepared"] = pipeline.take(_root(config), _state["guide"])
        except pipeline.CheckFailed as failed:
            raise Abort(render(failed.findings)) from None
        except pipeline.Unsettled as failed:
            raise Abort(str(failed)) from None
        _expand_navigation(config)
        config.extra["edition"] = max(_state["prepared"].corpus.editions, default=None)
    config.docs_dir = str(_state["prepared"].folder)
    return config


def _expand_navigation(config: MkDocsConfig) -> None:
    corpus = _state["prepared"].corpus
    for language in config.plugins["i18n"].config.languages:
        if language.locale in LANGUAGES:
            language.nav = navigation.expanded(language.nav, corpus, language.locale)
            if _root(config) != pipeline.PROJECT:
                language.nav = navigation.adapted(language.nav, corpus, language.locale)


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Pair the languages by id (static-i18n pairs by path): the switcher and the sitemap follow."""
    i18n = config.plugins["i18n"]
    here = i18n.current_language
    corpus = _state["prepared"].corpus
    pages = {f"{here}/{page.address(here)}": page for page in (*corpus.pages.values(), *citation_pages(corpus))}
    _state["addresses"] = {}
    for file in files.documentation_pages():
        page = pages.get(file.src_uri)
        if page:
            _state["addresses"][page.id] = file.url
            file.alternates = {
                language: file if language == here else _twin(config, page, language) for language in LANGUAGES
            }
    for asset in _assets(files, config):
        files.append(asset)
    _renderings.begin_language(files, config)
    return files


def _assets(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """The files that both languages share and static-i18n keeps in the default one alone: pages may link them."""
    folder = Path(config.docs_dir)
    for path in sorted(folder.glob("assets/**/*")):
        uri = path.relative_to(folder).as_posix()
        if path.is_file() and uri not in files.src_uris:
            yield File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)


def _twin(config: MkDocsConfig, page, language: str) -> File:
    """The page's file in another language, with the address that its own build will give it."""
    address = page.address(language)
    prefix = "" if language == config.plugins["i18n"].default_language else f"{language}/"
    twin = File(f"{language}/{address}", config.docs_dir, config.site_dir, config.use_directory_urls)
    own = File(address, config.docs_dir, config.site_dir, config.use_directory_urls)
    twin.dest_uri = prefix + own.dest_uri
    twin.url = prefix + ("" if own.url == "./" else own.url) or "./"
    return twin


def on_env(env, config: MkDocsConfig, files: Files):
    """Lend the templates what they cannot know: words, the pages' addresses by id, every mark, the other home, the
    theme's style sheet."""
    i18n = config.plugins["i18n"]
    corpus, here = _state["prepared"].corpus, i18n.current_language
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = _templates
    # MkDocs collapses the no-break spaces of a table of contents
    env.filters["typeset"] = lambda text: typeset(text, here)
    env.filters["in_words"] = lambda date: typeset(in_words(date, here), here)
    env.globals["here"], env.globals["elsewhere"] = here, next(code for code in LANGUAGES if code != here)
    env.globals["t"] = lambda key, language=here, **filled: label(corpus, key, language, **filled)
    env.globals["addresses"] = _state["addresses"]
    env.globals["marks"] = frozenset(citable(corpus).values())
    env.globals["home_elsewhere"] = f"{LANGUAGES[1]}/" if here == i18n.default_language else "."
    sheet = next(file for file in files.css_files() if file.url.startswith("assets/stylesheets/main."))
    sheet.content_string = f"@layer theme{{{sheet.content_string}}}"
    env.globals["theme_stylesheet"] = sheet.url
    for file in list(files):
        if file.url.startswith("assets/javascripts/") or file.url.endswith(".css.map") or "/palette." in file.url:
            files.remove(file)  # the theme's own, which no page loads
    words = {_root(config) / INTERFACE, pipeline.PROJECT / INTERFACE}
    shell = sorted(path for path in (*words, *Path(pipeline.PROJECT, "overrides").rglob("*")) if path.is_file())
    _outputs.begin_language(env, config, files, [Path(config.config_file_path), *shell])
    return env


def on_pre_page(page: Page, **_) -> Page:
    """Render only what `serve` has not rendered before."""
    _renderings.attach(page)
    return page


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_) -> str:
    """Furnish the text of a page for the shell."""
    html = furnished(html)
    corpus = _state["prepared"].corpus
    known = corpus.pages.get(page.meta.get("id"))
    if known and known.generated != "all":
        language = config.plugins["i18n"].current_language
        html = with_links(corpus, html, known.url(language), language, config.extra.get("feedback") or "")
    return html


def on_page_context(context: dict, page: Page, config: MkDocsConfig, **_) -> dict:
    """Lend the head of a page what reference managers and search engines read."""
    corpus = _state["prepared"].corpus
    known = corpus.pages.get(page.meta.get("id"))
    if known:
        language = config.plugins["i18n"].current_language
        context["citation"] = metadata(corpus, _state["guide"], known, language, _crumbs(page, context["nav"]))
    return context


def _crumbs(page: Page, nav: Navigation) -> list[tuple[str, str]]:
    """Title and address of the home page, of each section that has a page of its own, and of the page."""
    starts = [section.children[0] for section in reversed(page.ancestors)]
    way = [nav.homepage, *(start for start in starts if getattr(start, "is_index", False)), page]
    return [(title, address) for address, title in {step.canonical_url: step.title for step in way if step}.items()]


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """MkDocs writes one 404.html, the last language's: each but the default keeps its own in its folder."""
    i18n = config.plugins["i18n"]
    if template_name == "404.html" and i18n.current_language != i18n.default_language:
        path = Path(config.site_dir, i18n.current_language, template_name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output_content, encoding="utf-8")
        return ""
    return output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Add the short and old addresses, and the host's files, once the last language is built."""
    if not config.plugins["i18n"].building:
        for path, html in old_addresses.pages(_state["prepared"].corpus, config.site_url or "").items():
            write_if_changed(inside(Path(config.site_dir), path), html.encode())
        for name, path in host_files(_root(config)).items():
            write_if_changed(Path(config.site_dir, name), path.read_bytes())
        _renderings.succeed()
        _outputs.succeed()
        _lock.close()


def on_build_error(error: Exception, **_) -> None:
    """A build that fails lets others begin."""
    _lock.close()


def on_serve(server, config: MkDocsConfig, builder):
    """Watch the sources instead of the staged tree, so that an edit of a record or the glossary is seen."""
    root = _root(config)
    server.unwatch(str(_state["prepared"].folder))
    folders = (root / "docs", root / "examples", root / "models", pipeline.PROJECT / "overrides")
    watch(server, config.config_file_path, folders)
    announce(server, builder)
    return server
