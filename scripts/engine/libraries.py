"""The libraries that the pages load: installed by npm, copied into the staged tree, never committed."""

from __future__ import annotations

from pathlib import Path

# Staged file → the package's own file, below node_modules/.
LIBRARIES = {"assets/search/minisearch.js": "minisearch/dist/umd/index.js"}


class LibraryMissing(Exception):
    """A library is not installed; the text says which, and how to install it."""


def libraries(project: Path) -> dict[str, str]:
    """Staged path → text, under its licence and without the name of a source map that is not published.

    Raises:
        LibraryMissing: node_modules/ lacks one.
    """
    return {staged: _library(project / "node_modules" / source) for staged, source in LIBRARIES.items()}


def _library(file: Path) -> str:
    package = next(folder for folder in file.parents if folder.parent.name == "node_modules")
    try:
        text, licence = file.read_text("utf-8"), next(package.glob("LICEN[CS]E*")).read_text("utf-8")
    except (OSError, StopIteration):
        raise LibraryMissing(
            f"{package.name} is not installed: run make site, or scripts/tools/npm_install.py"
        ) from None
    return f"/*!\n{licence.strip()}\n*/\n{text.partition('//# sourceMappingURL')[0].rstrip()}\n"
