"""Faults planted one at a time in real content: the edit of one file, and the place where it must be reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kb.model.finding import Finding

MARK = "⟦⟧"  # in a new text: where the fault stands, if not at its start

# The text of a file → the new text (None: no file; a path: a link to it), and the offset of the fault in it.
Edit = Callable[[str], tuple[str | Path | None, int]]


@dataclass(frozen=True)
class Fault:
    """One fault, alone: `edit` changes the file `path`, and `code` must be reported on the line that it made.

    Where the rule reports it elsewhere, `at` is a file and a pattern: the line of its first match. `besides` names
    the other codes that the same edit rightly brings: all of them, and any further one is noise.
    """

    code: str
    name: str
    path: str
    edit: Edit
    at: tuple[str, str] | None = None
    besides: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def swap(old: str, new: str) -> Edit:
    """Replace the first `old`."""
    return first(re.escape(old), new.replace("\\", r"\\"))


def first(pattern: str, new: str) -> Edit:
    r"""Replace the first match of `pattern`; `new` may hold its groups as \1."""

    def edit(text: str) -> tuple[str, int]:
        match = re.search(pattern, text, re.MULTILINE)
        assert match, f"the content has changed: nothing in it matches {pattern!r} any more"
        put = match.expand(new)
        return text[: match.start()] + put.replace(MARK, "") + text[match.end() :], match.start() + max(
            0, put.find(MARK)
        )

    return edit


def end(new: str) -> Edit:
    """Add lines after the last one, below an empty line; a sentence joins the last paragraph."""
    joins = new.removeprefix(MARK)[:1].isalpha() and "\n" not in new

    def edit(text: str) -> tuple[str, int]:
        text = text.rstrip("\n") + (" " if joins else "\n\n")
        return text + new.replace(MARK, "") + "\n", len(text) + max(0, new.find(MARK))

    return edit


def whole(new: str | None) -> Edit:
    """Make `new` the file's whole text; None removes it."""
    return lambda _: (new, 0)


def link(target: str) -> Edit:
    """Make the file a symbolic link."""
    return lambda _: (Path(target), 0)


@contextmanager
def planted(root: Path, fault: Fault) -> Iterator[tuple[str, int]]:
    """The place (path and line) where the fault must be reported, while it stands in the tree `root`.

    A byte that is not UTF-8 is written as Python's surrogate escape, such as \\udce9 for 0xE9.
    """
    file = root / fault.path
    before = file.read_bytes() if file.exists() else None
    text, offset = fault.edit((before or b"").decode("utf-8"))
    new = [folder for folder in file.parents if not folder.exists()]
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        if text is None:
            file.unlink()
        elif isinstance(text, Path):
            file.symlink_to(text)
        else:
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        yield _line(root, *fault.at) if fault.at else (fault.path, str(text or "").count("\n", 0, offset) + 1)
    finally:
        if before is None:
            file.unlink()
            for folder in new:
                folder.rmdir()
        else:
            file.write_bytes(before)


def _line(root: Path, path: str, pattern: str) -> tuple[str, int]:
    text = (root / path).read_text(encoding="utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match, f"the content has changed: nothing in {path} matches {pattern!r} any more"
    return path, text.count("\n", 0, match.start()) + 1


def told_in_french(finding: Finding) -> Iterator[bool]:
    """Whether the message, and the hint if there is one, differ in French."""
    return (
        english != french for english, french in zip(finding.told("en"), finding.told("fr"), strict=True) if english
    )


def shortfall(fault: Fault, expected: tuple[str, int], found: Iterable[Finding]) -> str:
    """What is wrong with the findings of a fault; empty where it is caught in its place, without noise."""
    found = sorted(set(found))
    report = "".join(f"\n  {finding}" for finding in found[:20]) or " nothing"
    if (*expected, fault.code) not in {(finding.path, finding.line, finding.code) for finding in found}:
        return "missed: expected {}:{} {code}, found{report}".format(*expected, code=fault.code, report=report)
    if english := [str(finding) for finding in found if not all(told_in_french(finding))]:
        return f"not in French: {english[0]}"
    codes, named = {finding.code for finding in found} - {fault.code}, set(fault.besides.split())
    if silent := named - codes:
        return f"no longer brought: {' '.join(sorted(silent))}, found{report}"
    noise = codes - named
    return f"noise: {' '.join(sorted(noise))}, found{report}" if noise else ""
