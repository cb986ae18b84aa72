"""What build.py prints: its findings, and each step with its time, live on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from kb.model.finding import Finding, render
from kb.model.rule import Said

MORE = Said(
    "(why, for each code: python3 scripts/build.py explain {})",
    "(pourquoi, pour chaque code : python3 scripts/build.py explain {} --lang fr)",
)


def report(findings: list[Finding], style: str, language: str = "en") -> None:
    """Print findings to standard output; in JSON also that there are none. A text ends with how to ask for more."""
    if findings or style == "json":
        print(render(findings, style, language))
    if findings and style == "text":
        print(MORE.in_language(language).format(findings[0].code), file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an s but for one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def cause(error: BaseException) -> str:
    """What stopped a build, without a traceback: the message of an exception that is meant for readers, else also its
    kind and the template, or the line of code, that it comes from."""
    if isinstance(error, SystemExit) or hasattr(error, "format_message"):  # as MkDocs' own exceptions have
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    frames = traceback.extract_tb(error.__traceback__)
    frame = next((frame for frame in reversed(frames) if frame.filename.endswith(".html")), frames[-1])
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message} ({frame.filename}, line {frame.lineno})"


class Progress:
    """Prints steps to standard error, so that standard output holds only a report."""

    def __init__(self, stream=None):
        self.stream = stream or sys.stderr
        self.live = self.stream.isatty()

    @contextmanager
    def step(self, name: str) -> Iterator[list[str]]:
        """Time a step; what the caller appends to the yielded list is printed after its name."""
        details: list[str] = []
        if self.live:
            print(f"  {name} …", end="", file=self.stream, flush=True)
        start = time.perf_counter()
        try:
            yield details
        except BaseException:
            self._end(name, ["failed"], start)
            raise
        self._end(name, details, start)

    def _end(self, name: str, details: list[str], start: float) -> None:
        lead = "\r\033[K" if self.live else ""
        about = f" ({', '.join(details)})" if details else ""
        print(f"{lead}  {name}{about}: {time.perf_counter() - start:.2f} s", file=self.stream, flush=True)

    def say(self, text: str) -> None:
        print(text, file=self.stream, flush=True)
