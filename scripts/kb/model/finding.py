"""What a check reports: one finding, three formats and one exit rule."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from kb.formats.unseen import printable
from kb.model.codes import WARNINGS


@dataclass(frozen=True, order=True)
class Finding:
    """One fault at one place.

    Args:
        path: POSIX path of the file, relative to the root that was checked.
        line: line number, from 1.
        column: column number in characters, from 1.
        code: a key of `kb.model.codes.CODES`; its meaning never changes once published.
        message: what is wrong, in one clause.
        hint: how to mend it.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    def __post_init__(self):
        """What quotes a source may hold anything: a finding is one line."""
        for key in ("path", "message", "hint"):
            text = getattr(self, key)
            object.__setattr__(self, key, printable(text if key == "path" else " ".join(text.split("\n"))))

    @property
    def is_warning(self) -> bool:
        return self.code in WARNINGS

    def __str__(self) -> str:
        hint = f" — {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}{hint}"


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that somebody who wrote `word` most likely meant."""
    return next(iter(difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """The hint that names the closest candidate, or `otherwise` where none is close."""
    close = closest(word, candidates)
    return f"did you mean {close}?" if close else otherwise


def exit_code(findings: Iterable[Finding], strict: bool = False) -> int:
    """1 where a finding is an error (under `strict` a warning counts as one), else 0."""
    return int(any(strict or not f.is_warning for f in findings))


def render(findings: Iterable[Finding], style: str = "text") -> str:
    """The sorted report as `text` lines, a `json` array or `github` workflow annotations."""
    ordered = sorted(set(findings))
    if style == "json":
        rows = [{**vars(f), "severity": "warning" if f.is_warning else "error"} for f in ordered]
        return json.dumps(rows, ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(_annotation(f) for f in ordered)
    return "\n".join(map(str, ordered))


def _annotation(finding: Finding) -> str:
    """A workflow command, escaped as GitHub's toolkit escapes it."""
    level = "warning" if finding.is_warning else "error"
    text = finding.message + (f" — {finding.hint}" if finding.hint else "")
    data = text.replace("%", "%25")
    path = finding.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={path},line={finding.line},col={finding.column},title={finding.code}::{data}"
