"""Where an address leads: the one place that knows how addresses become files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from kb.model.finding import closest, meant
from kb.model.rule import Rule, Said

HTM002 = Rule(
    "HTM002",
    "An address inside the site leads to a file of the site.",
    "Une adresse à l'intérieur du site mène à un fichier du site.",
    "A reader who follows the link would find an error page, or an image would be missing.",
    "Qui suit le lien tomberait sur une page d'erreur, ou une image manquerait.",
)

HTM004 = Rule(
    "HTM004",
    "An address is not empty.",
    "Une adresse n'est pas vide.",
    "A link without a destination reloads the page, and the reader thinks the site is broken.",
    "Un lien sans destination recharge la page, et on croit le site en panne.",
)

HTM005 = Rule(
    "HTM005",
    "An address is well formed: a known scheme, no space, backslash, double slash or stray percent sign.",
    "Une adresse est bien formée : un schéma connu, et ni espace, ni barre oblique inverse, ni double barre oblique, "
    "ni signe de pourcentage isolé.",
    "Browsers and servers guess differently at a faulty address, so it may work for the editor and fail for a reader.",
    "Devant une adresse fautive, chaque navigateur et chaque serveur devine à sa façon : ce qui marche pour qui écrit "
    "peut échouer pour qui lit.",
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


_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOME = "index.html"
_SCRIPTS = frozenset({"javascript", "vbscript"})
_INERT = frozenset({"about", "blob", "data", "geo", "mailto", "sms", "tel"})
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")
# An address that needs no other look: relative, and of plain letters.
_PLAIN = re.compile(r"[\w.~-][\w.~/-]*(?:#[\w.~-]*)?", re.ASCII)
# \s covers the no-break spaces that typography may slip into an address.
_MALFORMED = (
    (
        re.compile(r"[\s\x00-\x1f\x7f\u200b\u2060\ufeff]"),
        Said("holds a space", "contient une espace"),
        Said("write it without, or as %20", "écrivez-la sans espace, ou écrivez %20"),
    ),
    (re.compile(r"\\"), Said("holds a backslash", "contient une barre oblique inverse"), Said("write /", "écrivez /")),
    (
        re.compile(r"%(?![0-9a-fA-F]{2})"),
        Said("holds a stray percent sign", "contient un signe de pourcentage isolé"),
        Said("write it %25", "écrivez-le %25"),
    ),
)


class Form(Enum):
    """How an address is written, or what makes it no address of a file."""

    SAME = "a fragment or query of the same file"
    RELATIVE = "relative"
    ROOTED = "from the root of the host"
    ABSOLUTE = "with the site's own scheme and host"
    EXTERNAL = "another site"
    INERT = "nothing to load"
    SCRIPT = "runs a script"
    FAULTY = "no address"


class Fault(NamedTuple):
    code: str
    message: Said
    hint: Said


MAKE_RELATIVE = Said("write it relative to the page", "écrivez-la relative à la page")
_EMPTY, _BLANK = Said("is empty", "est vide"), Said("has only white space", "ne contient que des espaces")
_FILL = Said("give it an address, or remove the attribute", "donnez-lui une adresse, ou retirez l'attribut")
_MEND = Said("mend the address or restore the file", "corrigez l'adresse ou rétablissez le fichier")
_NO_SLASH = Fault(
    HTM007,
    Said("is a folder without its final slash", "est un dossier sans sa barre oblique finale"),
    Said("add the slash", "ajoutez la barre oblique"),
)
_DOUBLE_SLASH = Fault(
    HTM005,
    Said("holds a double slash", "contient une double barre oblique"),
    Said("write one", "n'en écrivez qu'une"),
)
_ABOVE = Fault(
    HTM002, Said("climbs above the site", "remonte plus haut que le site"), Said("remove a ../", "retirez un ../")
)


def start_with(address: str) -> Said:
    """The hint for an address that is to be absolute, or rooted."""
    return Said(f"start it with {address}", f"commencez-la par {address}")


class Target(NamedTuple):
    """Where an address leads: `file` is empty for another site, the same file or a fault."""

    form: Form
    file: str = ""
    fragment: str = ""
    scheme: str = ""
    fault: Fault | None = None


class Resolver:
    """Resolves addresses against the files of a site published at `url`; answers are cached."""

    def __init__(self, url: str, files: Iterable[str]):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError(f"the address of the site is not an absolute http(s) address: {url!r}")
        self.host = parts.netloc.lower()
        self.prefix = parts.path.rstrip("/") + "/"
        self.url = f"{parts.scheme}://{parts.netloc}{self.prefix}"
        self._files = frozenset(files)
        self._folders = {""} | {name[:end] for name in self._files for end in _slashes(name)}
        self._folded = {name.casefold(): name for name in self._files}
        self._targets: dict[tuple[str, str], Target] = {}

    def resolve(self, folder: str, address: str) -> Target:
        """Where `address`, written in a file of `folder` (empty, or with a final slash), leads."""
        # Climbing first lets the pages of a site share their answers: ../../a/ of x/y/ is a/ of the root.
        while folder and address.startswith("../") and (address[3:4] == "." or address[3:4].isalnum()):
            folder, address = folder[: folder.rfind("/", 0, -1) + 1], address[3:]
        key = (folder, address)
        target = self._targets.get(key)
        if target is None:
            target = self._targets[key] = self._resolve(folder, address)
        return target

    def _resolve(self, folder: str, address: str) -> Target:
        if _PLAIN.fullmatch(address):
            path, _, fragment = address.partition("#")
            return self._locate(Form.RELATIVE, folder, path, fragment)
        compact = _INVISIBLE.sub("", address)
        if not compact:
            return _faulty(HTM004, _BLANK if address else _EMPTY, _FILL)
        match = _SCHEME.match(compact)
        scheme = match[1].lower() if match else ""
        if scheme in _SCRIPTS:
            return Target(Form.SCRIPT)
        if scheme in _INERT:
            return Target(Form.INERT)
        if scheme not in ("", "http", "https"):
            what = Said(f"has the unknown scheme {scheme}:", f"a le schéma inconnu {scheme}:")
            hint = Said("use https:, mailto: or tel:", "utilisez https:, mailto: ou tel:")
            return _faulty(HTM005, what, hint)
        for pattern, what, hint in _MALFORMED:
            if pattern.search(address):
                return _faulty(HTM005, what, hint)
        rest, _, fragment = address.partition("#")
        fragment = fragment.partition(":~:")[0]
        if scheme or rest.startswith("//"):
            return self._absolute(rest, fragment, scheme)
        path = rest.partition("?")[0]
        if not path:
            return Target(Form.SAME, fragment=fragment)
        if not path.startswith("/"):
            return self._locate(Form.RELATIVE, folder, path, fragment)
        if not path.startswith(self.prefix):
            english = f"leaves the site, which is under {self.prefix}"
            fault = Fault(HTM002, Said(english, f"sort du site, qui est sous {self.prefix}"), MAKE_RELATIVE)
            return Target(Form.ROOTED, fault=fault)
        return self._locate(Form.ROOTED, "", path[len(self.prefix) :], fragment)

    def _absolute(self, address: str, fragment: str, scheme: str) -> Target:
        try:
            parts = urlsplit(address)
        except ValueError as error:
            what = Said(f"is malformed ({error})", f"est mal formée ({error})")
            return _faulty(HTM005, what, Said("mend the host", "corrigez l'hôte"))
        if not parts.hostname:
            hint = Said("write https://host/path", "écrivez https://hôte/chemin")
            return _faulty(HTM005, Said("has no host", "n'a pas d'hôte"), hint)
        path = parts.path or "/"
        if parts.netloc.lower() != self.host or not f"{path}/".startswith(self.prefix):
            return Target(Form.EXTERNAL, scheme=scheme)
        if len(path) < len(self.prefix):
            return Target(Form.ABSOLUTE, scheme=scheme, fault=_NO_SLASH)
        return self._locate(Form.ABSOLUTE, "", path[len(self.prefix) :], fragment, scheme)

    def _locate(self, form: Form, folder: str, path: str, fragment: str, scheme: str = "") -> Target:
        """The file at `path` from `folder`, or the reason why there is none."""
        if "%" in path:
            path = unquote(path)
        name = normpath(folder + path) if folder or path else ""
        name = "" if name == "." else name
        if "//" in path or path.startswith("/"):
            fault = _DOUBLE_SLASH
        elif name == ".." or name.startswith("../"):
            fault = _ABOVE
        else:
            is_folder = path.endswith(("/", "/.", "/..")) or path in ("", ".", "..")
            file = f"{name}/index.html".lstrip("/") if is_folder else name
            if file in self._files:
                return Target(form, file, fragment, scheme)
            fault = self._missing(file, name, is_folder)
        return Target(form, fragment=fragment, scheme=scheme, fault=fault)

    def _missing(self, file: str, name: str, is_folder: bool) -> Fault:
        if (other := self._folded.get(file.casefold())) is not None:
            english = f"differs in letter case from {other}"
            french = f"n'a pas les majuscules et les minuscules de {other}"
            hint = Said("write it as the file is named", "écrivez-la comme le nom du fichier")
            return Fault(HTM006, Said(english, french), hint)
        if name in self._folders:
            if is_folder:
                english = f"leads to the folder {name or '.'}, without index.html"
                french = f"mène au dossier {name or '.'}, sans index.html"
                return Fault(HTM007, Said(english, french), Said("link a page of it", "menez à une page du dossier"))
            return _NO_SLASH
        return Fault(HTM002, Said(f"leads to no file ({file})", f"ne mène à aucun fichier ({file})"), self._guess(file))

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


def _faulty(code: str, message: Said, hint: Said) -> Target:
    return Target(Form.FAULTY, fault=Fault(code, message, hint))
