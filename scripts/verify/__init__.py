"""Reads a built site, as its readers will get it, and reports what is broken; no network."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.finding import Finding
from verify.rules import RULES
from verify.site import read_site

__all__ = ["verify"]


def verify(site: Path, site_url: str) -> list[Finding]:
    """Every finding about the built folder `site`, sorted; paths are relative to it.

    Args:
        site: the folder that would be published.
        site_url: the absolute address it is published at, path included.

    Raises:
        ValueError: `site_url` is not an absolute http(s) address.
    """
    with _no_garbage():
        facts = read_site(site, site_url)
        return sorted({finding for rule in RULES for finding in rule(facts)})


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Without the collector of cycles: facts hold none, and looking for some takes a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
