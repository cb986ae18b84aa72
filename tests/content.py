"""Copies of the real content: to break, to make larger, or to build while another process builds."""

from __future__ import annotations

import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def copy_content(root: Path) -> Path:
    """Copy the project's sources below `root`, which is returned."""
    for name in ("docs", "examples", "models"):
        shutil.copytree(PROJECT / name, root / name, dirs_exist_ok=True)
    return root
