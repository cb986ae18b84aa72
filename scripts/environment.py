"""The interpreter that a command runs in: the project's own, whichever one it was typed with.

Read by any Python 3, as it says what to do where only an old one, or one without the packages, is at hand.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PYTHON = PROJECT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter():
    """Start this program again in `.venv`, unless it runs in a virtual environment that somebody chose.

    Raises:
        SystemExit: with one line, where no interpreter has the packages.
    """
    if sys.prefix == sys.base_prefix and PYTHON.exists() and sys.executable != str(PYTHON):
        command = [str(PYTHON), *sys.argv]
        if os.name == "nt":  # where execv does not wait for the new program
            sys.exit(subprocess.call(command))
        sys.stdout.flush()
        os.execv(command[0], command)
    if not importlib.util.find_spec("markdown_it"):
        sys.exit("build.py: the packages are not installed: run `make site` once, then this command again")
