"""MkDocs as the guide runs it: its configuration for a content root, and one strict build."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from console import cause
from engine import staging
from engine.adapter import Adapter
from engine.settings import Malformed, check_feedback, check_site_url
from kb.model.finding import Finding

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
            config = load_config(str(staging.PROJECT / "mkdocs.yml"), site_dir=str(site_dir or root / "site"))
        except MkDocsException as error:
            raise BuildFailed("mkdocs.yml: " + "; ".join([*warnings, str(error)])) from None
    try:
        check_site_url(config.site_url or "")
        check_feedback(config.extra.get("feedback") or "")
    except Malformed as fault:
        raise BuildFailed(str(fault)) from None
    return config


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


def run_mkdocs(config: MkDocsConfig, prepared: staging.Prepared | None = None) -> None:
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
