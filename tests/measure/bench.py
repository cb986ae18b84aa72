"""Measures whole commands beside a stock build of the same staged tree, at three sizes: `make bench`.

The peer is Material with static-i18n and search (tests/helpers/stock.py). Commands run in turn, and each figure is the
median of a few runs: processor seconds of the process and its children, and its peak memory. Quote the ratios: seconds
depend on the machine. The steps are what the first build says of itself, so that one that is not linear in pages shows.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import stock
from content import PROJECT
from engine import staging
from generated import edit, generate
from kb.model.languages import LANGUAGES
from waits import waits

SIZES = {1: 5, 500: 3, 2000: 1}  # generated pages a language beside the real ones → runs
BUILD = [sys.executable, str(PROJECT / "scripts" / "build.py")]
STEP = re.compile(r"^  (check and stage|MkDocs|verify).*: ([\d.]+) s$", re.M)


class Run(NamedTuple):
    """What a command cost: processor seconds, MiB at its peak, and the seconds by the clock of each step it tells."""

    seconds: float
    mebibytes: float
    steps: dict[str, float]


def run(*command: str) -> Run:
    """Run a command to its end and measure it.

    Raises:
        SystemExit: it failed.
    """
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        text = said.read()
    if status:
        raise SystemExit(f"bench: {' '.join(command)} failed:\n{text.strip()}")
    steps = {name: float(seconds) for name, seconds in STEP.findall(text)}
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, steps)


def measure(root: Path, runs: int) -> dict[str, Run]:
    """Our commands and the stock build on the sources below `root`, each measured by the median of its runs."""
    site = [*BUILD, "site", "--root", str(root)]
    peer = root / "peer"
    peer.mkdir()
    config = stock.configure(root, peer)
    found: dict[str, list[Run]] = {name: [] for name in ("check", "first", "again", "stock")}
    for number in range(runs):
        found["check"].append(run(*BUILD, "check", "--root", str(root)))
        for made in (".build", "site"):
            shutil.rmtree(root / made, ignore_errors=True)
        found["first"].append(run(*site))
        edit(root, number)
        found["again"].append(run(*site))
        found["stock"].append(run(sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)))
    return {name: _median(of) for name, of in found.items()}


def _median(runs: list[Run]) -> Run:
    steps = {name: statistics.median(run.steps[name] for run in runs) for name in runs[0].steps}
    return Run(statistics.median(run.seconds for run in runs), max(run.mebibytes for run in runs), steps)


def search_bytes(root: Path) -> dict[str, int]:
    """Language → the gzip bytes of the data that its search needs for a first result."""
    folder = staging.stage_folder(root) / "assets" / "search"
    return {language: len(gzip.compress((folder / f"{language}.js").read_bytes(), 9)) for language in LANGUAGES}


def main() -> None:
    heads = "".join(f"{head:>18}" for head in ("check", "first build", "after one edit", "stock build"))
    print(f"{'pages more':>10}{heads}   steps of the first build; search's data, KB gzip ({' / '.join(LANGUAGES)})")
    for size, runs in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            generate(root, size)
            found = measure(root, runs)
            least = found["stock"].seconds
            cells = "".join(f"{r.seconds:>6.2f} s ({r.seconds / least:>4.2f})  " for r in found.values())
            steps = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in found["first"].steps.items())
            search = " / ".join(f"{size / 1000:.0f}" for size in search_bytes(root).values())
            peak = f"{found['first'].mebibytes:.0f} MiB"
            opening, typing = waits(root / "site")
            slow = f"a slow phone waits for the search {opening:.0f} ms as it opens, {typing:.0f} ms at a letter"
            print(f"{size:>10}{cells}   {steps}; {peak}; {search}; {slow}", flush=True)


if __name__ == "__main__":
    main()
