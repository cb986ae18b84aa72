"""The site from its sources: check → stage → MkDocs → verify, into a folder that nobody reads yet."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from console import Progress, cause
from engine import pipeline
from engine.adapter import Adapter
from engine.folders import remove
from engine.settings import Malformed, check_feedback, check_site_url
from kb.checks.links import addresses
from kb.model.corpus import Corpus
from kb.model.finding import Finding, exit_code
from kb.published.host import host_files
from kb.render.shown import shown
from verify import verify

HOOKS = "scripts/hooks.py"  # as mkdocs.yml names it


class BuildFailed(Exception):
    """The build stopped: a one-line reason, and the findings behind it if there are any."""

    def __init__(self, reason: str, findings: list[Finding] | None = None):
        super().__init__(reason)
        self.findings = findings or []


def configuration(root: Path, site_dir: Path | None = None) -> MkDocsConfig:
    """The project's MkDocs configuration, for the content below `root`.

    Raises:
        BuildFailed: mkdocs.yml is missing or wrong, or names no address that the site or comments can have.
    """
    os.environ["CONTENT_ROOT"] = str(root)  # mkdocs.yml hands it to the hook
    with _kept_warnings() as warnings:
        try:
            config = load_config(str(pipeline.PROJECT / "mkdocs.yml"), site_dir=str(site_dir or root / "site"))
        except MkDocsException as error:
            raise BuildFailed("mkdocs.yml: " + "; ".join([*warnings, str(error)])) from None
    try:
        check_site_url(config.site_url or "")
        check_feedback(config.extra.get("feedback") or "")
    except Malformed as fault:
        raise BuildFailed(str(fault)) from None
    return config


class Built(NamedTuple):
    """What was built: the warnings of its sources, the date of its edition, if any, and the addresses it keeps."""

    findings: list[Finding]
    edition: str | None
    addresses: tuple[str, ...] = ()


def build(
    root: Path,
    folder: Path,
    progress: Progress,
    strict: bool = False,
    finish: Callable[[Path, str], None] = lambda folder, site_url: None,
) -> Built:
    """Build the content below `root` into `folder`, give it to `finish` with its address, and verify it.

    Raises BuildFailed; `folder` is then incomplete and must not be published.
    """
    config = configuration(root, folder)
    address = config.site_url or ""
    with progress.step("check and stage") as details:
        prepared = _prepared(root, strict, config)
        details.append(f"{len(prepared.corpus.pages)} pages in two languages")
    with progress.step("MkDocs"):
        remove(folder)
        run_mkdocs(config, prepared)
    finish(folder, address)
    with progress.step("verify") as details:
        _verify(folder, root, prepared.corpus, config)
        details.append(f"{sum(1 for _ in folder.rglob('*.html'))} HTML files")
    corpus = prepared.corpus
    addresses = {address for entry in corpus.ledger.entries for address in entry.addresses.values()}
    return Built(prepared.findings, max(corpus.editions, default=None), tuple(sorted(addresses)))


def _prepared(root: Path, strict: bool, config: MkDocsConfig) -> pipeline.Prepared:
    try:
        return pipeline.prepare(root, strict, pipeline.guide_from(config.site_url, dict(config.extra)))
    except pipeline.Unsettled as failed:
        raise BuildFailed(str(failed)) from None
    except pipeline.CheckFailed as failed:
        what = "errors" if exit_code(failed.findings) else "warnings"
        raise BuildFailed(f"the sources have {what}", failed.findings) from None


def _verify(folder: Path, root: Path, corpus: Corpus, config: MkDocsConfig) -> None:
    listed, written = outside(corpus, config), shown(corpus)
    findings = verify(folder, config.site_url or "", listed, host_files(root), written)
    if exit_code(findings, strict=True):
        raise BuildFailed("the built site has errors", findings)


def outside(corpus: Corpus, config: MkDocsConfig) -> set[str]:
    """Every address of another site that a page may link: those of the sources' list, and the templates' own."""
    return {*addresses(corpus), *config.extra["outside"].values()}


class _Kept(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _kept_warnings() -> Iterator[list[str]]:
    """The warnings of MkDocs and its plugins, as they come: under `strict` any of them fails the build."""
    kept, logger = _Kept(), logging.getLogger("mkdocs")
    logger.addHandler(kept)
    logger.setLevel(logging.INFO)
    try:
        yield kept.messages
    finally:
        logger.removeHandler(kept)


def run_mkdocs(config: MkDocsConfig, prepared: pipeline.Prepared | None = None) -> None:
    """One strict MkDocs build, of what is `prepared` or of the sources as they stand.

    Raises:
        BuildFailed: with every warning that MkDocs or a plugin gave, and what stopped it.
    """
    adapter: Adapter = config.plugins[HOOKS].adapter  # type: ignore[attr-defined]
    adapter.ahead = prepared
    with _kept_warnings() as warnings:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        except (Exception, SystemExit) as error:  # of MkDocs, a plugin, the theme, or a template
            raise BuildFailed("MkDocs: " + "; ".join([*warnings, cause(error)])) from None
