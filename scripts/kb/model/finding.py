"""What a check reports: one finding, three formats and one exit rule."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from kb.formats.unseen import printable
from kb.model.rule import RULES, Said, in_language

NOTHING = Said("", "")


@dataclass(frozen=True, order=True)
class Finding:
    """One fault at one place.

    Args:
        path: POSIX path of the file, relative to the root that was checked.
        line: line number, from 1.
        column: column number in characters, from 1.
        code: the rule that it breaks.
        message: what is wrong, in one clause.
        hint: how to mend it.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        """What quotes a source may hold anything: a finding is one line."""
        object.__setattr__(self, "path", printable(self.path))
        for key in ("message", "hint"):
            object.__setattr__(self, key, _one_line(getattr(self, key)))

    @property
    def is_warning(self) -> bool:
        return RULES[self.code].warning

    def told(self, language: str = "en") -> tuple[str, str]:
        """The message and the hint in a language."""
        return in_language(self.message, language), in_language(self.hint, language)

    def line_in(self, language: str = "en") -> str:
        """The finding as one line: `path:line:column: CODE message — hint`."""
        message, hint = self.told(language)
        return f"{self.path}:{self.line}:{self.column}: {self.code} {message}{f' — {hint}' if hint else ''}"

    def __str__(self) -> str:
        return self.line_in()


def _one_line(text: str) -> str:
    if isinstance(text, Said):
        return Said(_one_line(str(text)), _one_line(text.fr))
    return printable(" ".join(text.split("\n")))


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that somebody who wrote `word` most likely meant."""
    return next(iter(difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, candidates: Iterable[str], otherwise: Said = NOTHING) -> Said:
    """The hint that names the closest candidate, or `otherwise` where none is close."""
    close = closest(word, candidates)
    return meant(close) if close else otherwise


def meant(close: str) -> Said:
    """The hint that asks whether somebody meant a candidate."""
    return Said(f"did you mean {close}?", f"vouliez-vous dire {close}?")


def exit_code(findings: Iterable[Finding], strict: bool = False) -> int:
    """1 where a finding is an error (under `strict` a warning counts as one), else 0."""
    return int(any(strict or not f.is_warning for f in findings))


def render(findings: Iterable[Finding], style: str = "text", language: str = "en") -> str:
    """The sorted report as `text` lines, a `json` array or `github` workflow annotations, in a language."""
    ordered = sorted(set(findings))
    if style == "json":
        return json.dumps([_row(f, language) for f in ordered], ensure_ascii=False, indent=2)
    line = _annotation if style == "github" else Finding.line_in
    return "\n".join(line(f, language) for f in ordered)


def _row(finding: Finding, language: str) -> dict[str, object]:
    message, hint = finding.told(language)
    severity = "warning" if finding.is_warning else "error"
    return {**vars(finding), "message": message, "hint": hint, "severity": severity}


def _annotation(finding: Finding, language: str) -> str:
    """A workflow command, escaped as GitHub's toolkit escapes it."""
    level = "warning" if finding.is_warning else "error"
    text = " — ".join(filter(None, finding.told(language)))
    data = text.replace("%", "%25")
    path = finding.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={path},line={finding.line},col={finding.column},title={finding.code}::{data}"
