"""What a command runs in: the project's own interpreter, whichever one it was typed with, and open standard streams.

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
    _open_streams()
    if sys.prefix == sys.base_prefix and PYTHON.exists() and sys.executable != str(PYTHON):
        command = [str(PYTHON), *sys.argv]
        if os.name == "nt":  # where execv does not wait for the new program
            sys.exit(subprocess.call(command))
        sys.stdout.flush()
        os.execv(command[0], command)
    if not importlib.util.find_spec("markdown_it"):
        sys.exit("build.py: the packages are not installed: run `make site` once, then this command again")


def _open_streams():
    """Stand in for a standard stream that was closed, lest the next file that is opened gets its number."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))
