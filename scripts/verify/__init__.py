"""Reads a built site, as its readers will get it, and reports what is broken; no network."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kb.formats.shape import Piece
from kb.model.finding import Finding
from verify.files import wrong_copies
from verify.reading import files_of, read_site
from verify.rules import RULES
from verify.rules.files import copy_findings

__all__ = ["verify", "verify_copies"]


def verify(
    site: Path,
    site_url: str,
    outside: Collection[str] | None = None,
    host: Collection[str] = (),
    written: Mapping[str, Sequence[Piece]] = MappingProxyType({}),
) -> list[Finding]:
    """Every finding about the built folder `site`, sorted; paths are relative to it, but those of sources.

    Args:
        site: the folder that would be published.
        site_url: the absolute address it is published at, path included.
        outside: every address of another site that a page may link; None: any.
        host: files for the host alone, which are published as they are and are no pages.
        written: what a page, by its file, must show of what its authors wrote: a fault of it is one of their file.

    Raises:
        ValueError: `site_url` is not an absolute http(s) address.
    """
    facts = read_site(site, site_url, outside, host, written)
    return sorted({finding for rule in RULES for finding in rule(facts)})


def verify_copies(site: Path) -> list[Finding]:
    """The findings about the compressed files of the folder `site` alone, which come after all others are made."""
    return sorted(copy_findings(wrong_copies(files_of(site))))
