"""The libraries that the pages load: installed by npm, copied into the staged tree, never committed."""

from __future__ import annotations

from pathlib import Path

from kb.model.finding import Finding
from kb.model.rule import Said
from kb.model.tree import FIL007

# Staged file → the package's own file, below node_modules/.
LIBRARIES = {"assets/search/minisearch.js": "minisearch/dist/umd/index.js"}


class LibraryMissing(Exception):
    """A library is not installed; `finding` says which, and how to install it."""

    def __init__(self, package: str):
        message = Said(f"{package} is not installed", f"{package} n'est pas installé")
        hint = Said(
            "run make site, or scripts/tools/npm_install.py", "lancez make site, ou scripts/tools/npm_install.py"
        )
        self.finding = Finding("package.json", 1, 1, FIL007, message, hint)
        super().__init__(str(self.finding))


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
        raise LibraryMissing(package.name) from None
    return f"/*!\n{licence.strip()}\n*/\n{text.partition('//# sourceMappingURL')[0].rstrip()}\n"
