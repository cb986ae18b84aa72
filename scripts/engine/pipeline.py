"""The site from its sources, into a folder that nobody reads yet: the steps of `build`, in their order.

files ── staging.read_and_check ──► Corpus, findings: an error stops here
           └── staging.staged ──► .build/stage, plain Markdown
                 └── run_mkdocs ──► HTML ── finish: what publishing makes of it ── verify ──► the folder
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from console import Progress
from engine import staging
from engine.folders import remove
from engine.guide import guide_from
from engine.mkdocs_run import BuildFailed, configuration, run_mkdocs
from kb.checks.links import addresses
from kb.model.corpus import Corpus
from kb.model.finding import Finding, exit_code
from kb.published.host import host_files
from kb.render.shown import shown
from verify import verify


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


def _prepared(root: Path, strict: bool, config: MkDocsConfig) -> staging.Prepared:
    try:
        return staging.prepare(root, strict, guide_from(config.site_url, dict(config.extra)))
    except staging.Unsettled as failed:
        raise BuildFailed(str(failed)) from None
    except staging.CheckFailed as failed:
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
