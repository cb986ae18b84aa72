"""The site from its sources: check → stage → MkDocs → verify, into a folder that nobody reads yet."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

import pipeline
from kb.finding import Finding, exit_code
from progress import Progress
from verify import verify


class BuildFailed(Exception):
    """The build stopped: a one-line reason, and the findings behind it if there are any."""

    def __init__(self, reason: str, findings: list[Finding] | None = None):
        super().__init__(reason)
        self.findings = findings or []


def configuration(root: Path, site_dir: Path | None = None) -> MkDocsConfig:
    """The project's MkDocs configuration, for the content below `root`.

    Raises:
        BuildFailed: mkdocs.yml is missing or wrong.
    """
    os.environ["CONTENT_ROOT"] = str(root)  # mkdocs.yml hands it to the hook
    try:
        return load_config(str(pipeline.PROJECT / "mkdocs.yml"), site_dir=str(site_dir or root / "site"))
    except MkDocsException as error:
        raise BuildFailed(f"mkdocs.yml: {error}") from None


def build(root: Path, folder: Path, progress: Progress, strict: bool = False) -> list[Finding]:
    """Build the content below `root` into `folder` and verify it.

    Returns the warnings of the sources. Raises BuildFailed; `folder` is then incomplete and must not be published.
    """
    with progress.step("check and stage") as details:
        try:
            prepared = pipeline.prepare(root, strict)
        except pipeline.CheckFailed as failed:
            raise BuildFailed("the sources have errors", failed.findings) from None
        details.append(f"{len(prepared.corpus.pages)} pages in two languages")
    with progress.step("MkDocs"):
        shutil.rmtree(folder, ignore_errors=True)
        config = configuration(root, folder)
        _run_mkdocs(config)
    with progress.step("verify") as details:
        findings = verify(folder, config.site_url)
        details.append(f"{sum(1 for _ in folder.rglob('*.html'))} HTML files")
    if exit_code(findings, strict=True):
        raise BuildFailed("the built site has errors", findings)
    return prepared.findings


class _Kept(logging.Handler):
    """Keeps the warnings of MkDocs and its plugins: under `strict` any of them fails the build."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _run_mkdocs(config: MkDocsConfig) -> None:
    kept, logger = _Kept(), logging.getLogger("mkdocs")
    logger.addHandler(kept)
    logger.setLevel(logging.INFO)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        raise BuildFailed("MkDocs: " + "; ".join([*kept.messages, str(error)])) from None
    finally:
        logger.removeHandler(kept)
