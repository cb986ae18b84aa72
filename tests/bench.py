"""Measures our steps beside MkDocs' own build of the same tree, on generated bases: `make bench`.

Each step runs in a process of its own, so that its peak memory is its own; on the small bases several times, of which
the best counts: there a check after the first knows what the dictionaries said. Quote the ratios: seconds depend on the
machine. The last column is what a reader of each language loads to search.
"""

from __future__ import annotations

import gzip
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from engine import pipeline
from generated import generate
from kb.cite.citation import Guide
from kb.model.languages import LANGUAGES, Bilingual

SIZES = (100, 500, 2000)
GUIDE = Guide(title=Bilingual(fr="Le guide", en="The guide"))
RUNS = {"real": 5, "100": 5}  # others once
STEPS = ("check", "stage", "mkdocs", "verify")


def run(step: str, root: Path) -> float:
    """Seconds that one step takes, its imports and what it needs from earlier steps not counted."""
    site = root / ".build" / "bench-site"
    if step == "check":
        return _timed(lambda: pipeline.checked(root))
    if step == "stage":
        corpus, _ = pipeline.checked(root)
        shutil.rmtree(pipeline.stage_folder(root), ignore_errors=True)
        return _timed(lambda: pipeline.staged(corpus, root, GUIDE))
    if step == "mkdocs":
        from engine import sitebuild

        prepared = pipeline.prepare(root, guide=GUIDE)
        config = sitebuild.configuration(root, site)
        return _timed(lambda: sitebuild.run_mkdocs(config, prepared))
    from engine import sitebuild
    from verify import verify

    address = sitebuild.configuration(root, site).site_url
    return _timed(lambda: verify(site, address))


def _timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def best(step: str, root: Path, runs: int) -> tuple[float, float]:
    """The least seconds and MiB of several runs, since other work only adds to them."""
    seconds, mebibytes = zip(*(measure(step, root) for _ in range(runs)), strict=True)
    return min(seconds), min(mebibytes)


def search_bytes(root: Path) -> dict[str, int]:
    """Language → the gzip bytes that its search loads: the entries of that language, and the scripts and the library
    that every language shares."""
    folder = pipeline.stage_folder(root) / "assets" / "search"
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in folder.iterdir()}
    data = {language: sizes.pop(f"{language}.js") for language in LANGUAGES}
    return {language: size + sum(sizes.values()) for language, size in data.items()}


def measure(step: str, root: Path) -> tuple[float, float]:
    """Seconds and peak MiB of a step, in a fresh process."""
    done = subprocess.run([sys.executable, __file__, step, str(root)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench: the step {step} failed:\n{done.stderr.strip()}")
    result = json.loads(done.stdout.splitlines()[-1])
    return result["seconds"], result["mebibytes"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = [("real", pipeline.PROJECT)]
        for size in SIZES:
            root = Path(folder) / str(size)
            generate(root, size)
            rows.append((str(size), root))
        heads = " ".join(f"{step + ' s':>9} {'MiB':>5}" for step in STEPS)
        print(f"{'pages a language':>16} {heads}   ours / MkDocs   search KB gzip, {' / '.join(LANGUAGES)}")
        for name, root in rows:
            found = {step: best(step, root, RUNS.get(name, 1)) for step in STEPS}
            ours = sum(found[step][0] for step in STEPS if step != "mkdocs")
            cells = " ".join(f"{seconds:>9.2f} {memory:>5.0f}" for seconds, memory in found.values())
            search = " / ".join(f"{size / 1000:.0f}" for size in search_bytes(root).values())
            print(f"{name:>16} {cells}   {ours / found['mkdocs'][0]:>13.2f}   {search:>22}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        seconds = run(sys.argv[1], Path(sys.argv[2]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "mebibytes": peak}))
    else:
        main()
