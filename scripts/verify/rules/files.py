"""Rules on the files beside the pages: each holds what its name says, is meant to be there, and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.model.finding import Finding
from verify.site import Site


def files_hold_something(site: Site) -> Iterator[Finding]:
    """A file is not empty."""
    for path in site.empty:
        yield Finding(path, 1, 1, "HTM063", "the file is empty", "build it again, or remove it and what names it")


def files_parse(site: Site) -> Iterator[Finding]:
    """A script, a style sheet, an SVG or data parse."""
    for path, file in site.files.items():
        if file.fault and path not in site.empty:
            hint = "mend it there or shortly before, or build it again"
            yield Finding(path, file.fault.line, 1, "HTM064", file.fault.text, hint)


def images_run_nothing(site: Site) -> Iterator[Finding]:
    """An SVG holds no script, no event attribute, no doctype and no foreign content."""
    for path, file in site.files.items():
        for line, what in file.active:
            yield Finding(path, line, 1, "HTM065", f"{what} in an image", "save the image without it")


def nothing_left_behind(site: Site) -> Iterator[Finding]:
    """No file is one that an editor, a system or a tool left."""
    for path in site.left_behind:
        yield Finding(path, 1, 1, "HTM066", "nobody meant to publish this file", "remove it from the sources")


def copies_are_true(site: Site) -> Iterator[Finding]:
    """A compressed file holds what the file beside it holds."""
    return copy_findings(site.wrong_copies)


def copy_findings(faults: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """The finding of each compressed file that is not the one beside it, and why."""
    for path, message in faults:
        yield Finding(path, 1, 1, "HTM067", message, "compress the file again")


RULES = (files_hold_something, files_parse, images_run_nothing, nothing_left_behind, copies_are_true)
