"""Why an address leads to no file of the site, and the file that it may mean."""

from __future__ import annotations

from collections.abc import Iterable

from kb.model.finding import closest, meant
from kb.model.rule import Rule, Said
from verify.written import AddressFault

HTM002 = Rule(
    "HTM002",
    "An address inside the site leads to a file of the site.",
    "Une adresse à l'intérieur du site mène à un fichier du site.",
    "A reader who follows the link would find an error page, or an image would be missing.",
    "Qui suit le lien tomberait sur une page d'erreur, ou une image manquerait.",
)

HTM006 = Rule(
    "HTM006",
    "An address has the letter case of the file it leads to.",
    "Une adresse a les majuscules et les minuscules du fichier auquel elle mène.",
    "A link that works on the editor's Windows or Mac computer would fail on most servers.",
    "Un lien qui marche sur l'ordinateur Windows ou Mac de qui écrit échouerait sur la plupart des serveurs.",
)

HTM007 = Rule(
    "HTM007",
    "The address of a folder ends with a slash, and the folder has an index.html.",
    "L'adresse d'un dossier se termine par une barre oblique, et le dossier a un index.html.",
    "The reader would be sent on a detour, see a bare list of files, or get an error.",
    "On ferait un détour, ou l'on verrait une simple liste de fichiers ou une erreur.",
)

_HOME = "index.html"
_MEND = Said("mend the address or restore the file", "corrigez l'adresse ou rétablissez le fichier")
NO_SLASH = AddressFault(
    HTM007,
    Said("is a folder without its final slash", "est un dossier sans sa barre oblique finale"),
    Said("add the slash", "ajoutez la barre oblique"),
)


class FileNames:
    """The names of the files of a site, and of their folders."""

    def __init__(self, files: Iterable[str]):
        self._files = frozenset(files)
        self._folders = {""} | {name[:end] for name in self._files for end in _slashes(name)}
        self._folded = {name.casefold(): name for name in self._files}

    def __contains__(self, file: str) -> bool:
        return file in self._files

    def fault(self, file: str, name: str, is_folder: bool) -> AddressFault:
        """Why there is no `file`, which an address names as `name`, a folder or not."""
        if (other := self._folded.get(file.casefold())) is not None:
            english = f"differs in letter case from {other}"
            french = f"n'a pas les majuscules et les minuscules de {other}"
            hint = Said("write it as the file is named", "écrivez-la comme le nom du fichier")
            return AddressFault(HTM006, Said(english, french), hint)
        if name in self._folders:
            if is_folder:
                english = f"leads to the folder {name or '.'}, without index.html"
                french = f"mène au dossier {name or '.'}, sans index.html"
                return AddressFault(
                    HTM007, Said(english, french), Said("link a page of it", "menez à une page du dossier")
                )
            return NO_SLASH
        return AddressFault(
            HTM002, Said(f"leads to no file ({file})", f"ne mène à aucun fichier ({file})"), self._guess(file)
        )

    def _guess(self, file: str) -> Said:
        """The hint that names a file whose path differs in one name, alike, or is the end of the path of `file`."""
        start = next(file[:end] for end in reversed((0, *_slashes(file))) if file[:end] in self._folders)
        start = start and f"{start}/"
        wrong, slash, rest = file.removeprefix(start).partition("/")
        end = slash + rest
        tails = (name.removeprefix(start) for name in self._files if name.startswith(start))
        beside = (tail.removesuffix(end) for tail in tails if tail.endswith(end))
        alike = (name for name in beside if "/" not in name and closest(_stem(wrong), [_stem(name)]))
        if close := closest(wrong, alike):
            return meant(f"{start}{close}{end}")
        ends = (file[at + 1 :] for at in _slashes(file))
        return next((meant(name) for name in ends if name in self._files and name != _HOME), _MEND)


def _stem(name: str) -> str:
    """A name without its endings, which would make any two images alike."""
    return name.partition(".")[0]


def _slashes(name: str) -> list[int]:
    return [at for at, letter in enumerate(name) if letter == "/"]
