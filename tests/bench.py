"""Measures our steps beside MkDocs' own build of the same tree, on generated bases: `make bench`.

Each step runs in a process of its own, so that its peak memory is its own. Quote the ratios: seconds depend on the
machine.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

import pipeline
from generated import generate
from kb.bilingual import Bilingual
from kb.cite.citing import Guide

SIZES = (100, 500, 2000)
GUIDE = Guide(title=Bilingual(fr="Le guide", en="The guide"))
STEPS = ("check", "stage", "mkdocs", "verify")


def run(step: str, root: Path) -> float:
    """Seconds that one step takes, its imports and what it needs from earlier steps not counted."""
    site = root / ".build" / "bench-site"
    if step == "check":
        return _timed(lambda: pipeline.checked(root))
    if step == "stage":
        corpus, _ = pipeline.checked(root)
        return _timed(lambda: pipeline.staged(corpus, root, GUIDE))
    if step == "mkdocs":
        import sitebuild

        pipeline.prepare(root, guide=GUIDE)
        config = sitebuild.configuration(root, site)
        return _timed(lambda: sitebuild.run_mkdocs(config))
    import sitebuild
    from verify import verify

    address = sitebuild.configuration(root, site).site_url
    return _timed(lambda: verify(site, address))


def _timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


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
        print(f"{'pages a language':>16} " + " ".join(f"{step:>9} s {'MiB':>6}" for step in STEPS) + "   ours / MkDocs")
        for name, root in rows:
            found = {step: measure(step, root) for step in STEPS}
            ours = sum(found[step][0] for step in STEPS if step != "mkdocs")
            cells = " ".join(f"{seconds:>11.2f} {memory:>6.0f}" for seconds, memory in found.values())
            print(f"{name:>16} {cells}   {ours / found['mkdocs'][0]:.2f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        seconds = run(sys.argv[1], Path(sys.argv[2]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "mebibytes": peak}))
    else:
        main()
