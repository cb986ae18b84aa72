"""A gzip and a brotli file beside each text file, so that a server compresses nothing while it serves."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

SUFFIXES = {".css", ".html", ".js", ".json", ".ris", ".svg", ".txt", ".xml"}
_WAYS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".gz", lambda data: gzip.compress(data, 9, mtime=0)),
    (".br", brotli.compress),
)


def precompress(site: Path) -> int:
    """Write `name.gz` and `name.br` beside every text file below `site`, where they are smaller.

    Returns the number of text files. The same content gives the same bytes on any day.
    """
    files = [path for path in site.rglob("*") if path.suffix in SUFFIXES and path.is_file()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both compressors let other threads run
        list(pool.map(_compress, files))
    return len(files)


def _compress(path: Path) -> None:
    data = path.read_bytes()
    for suffix, compress in _WAYS:
        packed, beside = compress(data), path.with_name(path.name + suffix)
        if len(packed) < len(data):
            beside.write_bytes(packed)
        else:
            beside.unlink(missing_ok=True)
