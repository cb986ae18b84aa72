"""What lies in the folders of the content, looked at before anything is opened; nothing here follows a link."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from kb.formats.unseen import IN_NAMES
from kb.model.finding import Finding
from kb.model.rule import Rule, Said

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
DEVICE = Said("a device", "un périphérique")
KINDS = {
    stat.S_IFIFO: Said("a named pipe", "un tube nommé"),
    stat.S_IFSOCK: Said("a socket", "un connecteur (socket)"),
    stat.S_IFBLK: DEVICE,
    stat.S_IFCHR: DEVICE,
}
NO_FILE = Said("no file", "autre chose qu'un fichier")
NO_UTF8 = Said("letters that are not UTF-8", "des lettres qui ne sont pas en UTF-8")
UNSEEN = Said("a character that nobody sees", "un caractère que personne ne voit")
RENAME = Said("rename it: letters, digits and hyphens", "renommez-le : lettres, chiffres et traits d'union")
RIGHTS = Said("give it back its rights", "rendez-lui ses droits")
SYMLINK = (
    Said("this is a symbolic link", "ceci est un lien symbolique"),
    Said(
        "put the file itself here: a link may lead out of the guide, and not every system keeps it",
        "mettez ici le fichier lui-même : un lien peut mener hors du guide, et tous les systèmes ne le gardent pas",
    ),
)
NOT_A_FILE = (
    Said("this is a folder, not a file", "ceci est un dossier, et non un fichier"),
    Said("put a file here", "mettez ici un fichier"),
)
OR_REMOVE = Said("put a file here, or remove it", "mettez ici un fichier, ou retirez ceci")
# Why a system gives nothing to read, in French.
REASONS = {
    errno.EACCES: "la permission manque",
    errno.EPERM: "l'opération n'est pas permise",
    errno.ENOENT: "il n'existe plus",
    errno.EIO: "erreur d'entrée ou de sortie",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.ELOOP: "trop de liens symboliques",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ESTALE: "le serveur de fichiers l'a perdu",
}


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
        tree.faults[folder] = Finding(folder, 1, 1, FIL007, unreadable(error), RIGHTS)
        return
    for entry in (entry for entry in entries if not _hidden(entry)):
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and not _fault(entry, path):
            _walk(root, path, tree)
        else:
            _note(entry, path, tree)


def _note(entry: os.DirEntry[str], path: str, tree: Tree) -> None:
    """A file that can be read, or the fault of what cannot."""
    if fault := _fault(entry, path):
        tree.faults[path] = fault
    else:
        tree.files[path] = None


def _hidden(entry: os.DirEntry[str]) -> bool:
    """What systems and editors keep for themselves; a page that is named so is still somebody's text."""
    return entry.name.startswith(".") and not (entry.name.endswith(".md") and entry.is_file(follow_symlinks=False))


def _fault(entry: os.DirEntry[str], path: str) -> Finding | None:
    """Why an entry is neither read nor followed."""
    if found := IN_NAMES.search(entry.name):
        what = NO_UTF8 if "\ud800" <= found.group() <= "\udfff" else UNSEEN
        message = Said(f"its name holds {what}", f"son nom contient {what.fr}")
        return Finding(path, 1, 1, FIL010, message, RENAME)
    if entry.is_symlink():
        return Finding(path, 1, 1, FIL011, *SYMLINK)
    if entry.is_dir(follow_symlinks=False):
        named = os.path.splitext(entry.name)[1] in TEXTS
        return Finding(path, 1, 1, FIL007, *NOT_A_FILE) if named else None
    if entry.is_file(follow_symlinks=False):
        return None
    kind = KINDS.get(stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode), NO_FILE)
    message = Said(f"this is {kind}, which is never opened", f"ceci est {kind.fr}, et ne s'ouvre jamais")
    return Finding(path, 1, 1, FIL007, message, OR_REMOVE)


def unreadable(error: OSError) -> Said:
    """That a system gives a file or folder to nobody, and why."""
    reason = REASONS.get(error.errno or 0, error.strerror)
    return Said(f"cannot be read: {error.strerror}", f"ne peut pas être lu : {reason}")
