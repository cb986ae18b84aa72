"""Scripts and style sheets without what a browser skips, by esbuild, which npm installs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from engine.mkdocs_run import BuildFailed
from engine.staging import PROJECT

# A file that stands alone is read: no name that another file may use is changed, no syntax is made older.
_WAY = ("--minify", "--charset=utf8", "--log-level=warning", "--log-limit=1", "--tsconfig-raw={}", "--allow-overwrite")


def minify(site: Path, paths: Iterable[Path]) -> None:
    """Write the files `paths` below `site` anew, shorter, their licences kept; the same text gives the same bytes.

    Raises:
        BuildFailed: esbuild is not installed, or reads a mistake in one of them.
    """
    names = [path.relative_to(site).as_posix() for path in paths]
    if not names:
        return
    command = [_program(), *(f"./{name}" for name in names), *_WAY, "--outdir=.", "--outbase=."]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode or done.stderr:
        raise BuildFailed(f"esbuild: {' '.join(done.stderr.split())}")


def _program() -> str:
    """The program itself, which needs no Node.js, of the machine's own package."""
    packages = PROJECT / "node_modules" / "@esbuild"
    found = next(iter((*packages.glob("*/bin/esbuild"), *packages.glob("*/esbuild.exe"))), None)
    if found is None:
        raise BuildFailed("esbuild is not installed: run make site, or scripts/tools/npm_install.py")
    return str(found)
