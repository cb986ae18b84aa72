"""What lies in the folders of the content, looked at before anything is opened; nothing here follows a link."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from kb.formats.unseen import IN_NAMES
from kb.model.finding import Finding
from kb.model.rule import Rule

FIL007 = Rule(
    "FIL007",
    "A file that the knowledge base needs exists and can be read.",
    "Un fichier dont la base de connaissances a besoin existe et peut être lu.",
    "The guide would be built without a part of its content.",
    "Le guide serait construit sans une partie de son contenu.",
)

FIL008 = Rule(
    "FIL008",
    "A file or folder stands where the content model expects one.",
    "Un fichier ou un dossier se trouve là où le modèle de contenu en attend un.",
    "What an editor wrote elsewhere is read by nothing and never reaches the site.",
    "Ce qu'on a écrit ailleurs n'est lu par rien et n'arrive jamais dans le site.",
)

FIL010 = Rule(
    "FIL010",
    "The name of a file is UTF-8, without characters that nobody sees.",
    "Le nom d'un fichier est en UTF-8, sans caractère que personne ne voit.",
    "Two names that look the same could be different files, and no one could type the right one.",
    "Deux noms d'apparence identique pourraient être deux fichiers, et personne ne saurait taper le bon.",
)

FIL011 = Rule(
    "FIL011",
    "A source is a file of its own, not a symbolic link.",
    "Une source est un fichier en soi, et non un lien symbolique.",
    "Such a pointer may lead out of the guide, and not every computer keeps it.",
    "Un tel renvoi peut mener hors du guide, et tous les ordinateurs ne le conservent pas.",
)


FOLDERS = ("docs", "examples", "models")
SETTINGS = "mkdocs.yml"
TEXTS = (".md", ".yml", ".json", ".jsonl")
KINDS = {stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFBLK: "a device", stat.S_IFCHR: "a device"}


@dataclass(frozen=True)
class Tree:
    """The files and folders that can be read, as POSIX paths in their order, and a fault for each other thing."""

    files: dict[str, None] = field(default_factory=dict)
    folders: dict[str, None] = field(default_factory=dict)
    faults: dict[str, Finding] = field(default_factory=dict)

    def below(self, folder: str) -> list[str]:
        """The files below a folder, however deep."""
        return [path for path in self.files if path.startswith(f"{folder}/")]

    def inside(self, folder: str) -> list[str]:
        """The files and folders of one folder."""
        paths = (*self.files, *self.folders)
        return sorted(path for path in paths if path.rpartition("/")[0] == folder)


def walk(root: Path) -> Tree:
    """The content below `root`, without hidden files, and the settings beside it."""
    tree = Tree()
    for entry in os.scandir(root):
        if entry.name == SETTINGS:
            _note(entry, SETTINGS, tree)
    for folder in FOLDERS:
        if (root / folder).is_dir():
            _walk(root, folder, tree)
    return tree


def _walk(root: Path, folder: str, tree: Tree) -> None:
    tree.folders[folder] = None
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as error:
        tree.faults[folder] = Finding(
            folder, 1, 1, FIL007, f"cannot be read: {error.strerror}", "give it back its rights"
        )
        return
    for entry in (entry for entry in entries if not _hidden(entry)):
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and not _fault(entry, path):
            _walk(root, path, tree)
        else:
            _note(entry, path, tree)


def _note(entry: os.DirEntry, path: str, tree: Tree) -> None:
    """A file that can be read, or the fault of what cannot."""
    if fault := _fault(entry, path):
        tree.faults[path] = fault
    else:
        tree.files[path] = None


def _hidden(entry: os.DirEntry) -> bool:
    """What systems and editors keep for themselves; a page that is named so is still somebody's text."""
    return entry.name.startswith(".") and not (entry.name.endswith(".md") and entry.is_file(follow_symlinks=False))


def _fault(entry: os.DirEntry, path: str) -> Finding | None:
    """Why an entry is neither read nor followed."""
    if found := IN_NAMES.search(entry.name):
        what = "letters that are not UTF-8" if "\ud800" <= found.group() <= "\udfff" else "a character that nobody sees"
        return Finding(path, 1, 1, FIL010, f"its name holds {what}", "rename it: letters, digits and hyphens")
    if entry.is_symlink():
        hint = "put the file itself here: a link may lead out of the guide, and not every system keeps it"
        return Finding(path, 1, 1, FIL011, "this is a symbolic link", hint)
    if entry.is_dir(follow_symlinks=False):
        named = os.path.splitext(entry.name)[1] in TEXTS
        return Finding(path, 1, 1, FIL007, "this is a folder, not a file", "put a file here") if named else None
    if entry.is_file(follow_symlinks=False):
        return None
    kind = KINDS.get(stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode), "no file")
    return Finding(path, 1, 1, FIL007, f"this is {kind}, which is never opened", "put a file here, or remove it")
