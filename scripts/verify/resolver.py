"""Where an address leads: the one place that knows how addresses become files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from kb.model.rule import Said
from verify.missing import HTM002, NO_SLASH, FileNames
from verify.written import HTM005, AddressFault, fault_of, scheme_of

_SCRIPTS = frozenset({"javascript", "vbscript"})
_INERT = frozenset({"about", "blob", "data", "geo", "mailto", "sms", "tel"})
# An address that needs no other look: relative, and of plain letters.
_PLAIN = re.compile(r"[\w.~-][\w.~/-]*(?:#[\w.~-]*)?", re.ASCII)


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


MAKE_RELATIVE = Said("write it relative to the page", "écrivez-la relative à la page")
_NO_HOST = AddressFault(
    HTM005, Said("has no host", "n'a pas d'hôte"), Said("write https://host/path", "écrivez https://hôte/chemin")
)
_DOUBLE_SLASH = AddressFault(
    HTM005, Said("holds a double slash", "contient une double barre oblique"), Said("write one", "n'en écrivez qu'une")
)
_ABOVE = AddressFault(
    HTM002, Said("climbs above the site", "remonte plus haut que le site"), Said("remove a ../", "retirez un ../")
)


def start_with(address: str) -> Said:
    """The hint for an address that is to be absolute, or rooted."""
    return Said(f"start it with {address}", f"commencez-la par {address}")


class Destination(NamedTuple):
    """Where an address leads: `file` is empty for another site, the same file or a fault."""

    form: Form
    file: str = ""
    fragment: str = ""
    scheme: str = ""
    fault: AddressFault | None = None


class Resolver:
    """Resolves addresses against the files of a site published at `url`; answers are cached."""

    def __init__(self, url: str, files: Iterable[str]):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError(f"the address of the site is not an absolute http(s) address: {url!r}")
        self.host = parts.netloc.lower()
        self.prefix = parts.path.rstrip("/") + "/"
        self.url = f"{parts.scheme}://{parts.netloc}{self.prefix}"
        self._names = FileNames(files)
        self._targets: dict[tuple[str, str], Destination] = {}

    def resolve(self, folder: str, address: str) -> Destination:
        """Where `address`, written in a file of `folder` (empty, or with a final slash), leads."""
        # Climbing first lets the pages of a site share their answers: ../../a/ of x/y/ is a/ of the root.
        while folder and address.startswith("../") and (address[3:4] == "." or address[3:4].isalnum()):
            folder, address = folder[: folder.rfind("/", 0, -1) + 1], address[3:]
        key = (folder, address)
        target = self._targets.get(key)
        if target is None:
            target = self._targets[key] = self._resolve(folder, address)
        return target

    def _resolve(self, folder: str, address: str) -> Destination:
        if _PLAIN.fullmatch(address):
            path, _, fragment = address.partition("#")
            return self._locate(Form.RELATIVE, folder, path, fragment)
        scheme = scheme_of(address)
        if scheme in _SCRIPTS:
            return Destination(Form.SCRIPT)
        if scheme in _INERT:
            return Destination(Form.INERT)
        if fault := fault_of(address, scheme):
            return Destination(Form.FAULTY, fault=fault)
        rest, _, fragment = address.partition("#")
        fragment = fragment.partition(":~:")[0]
        if scheme or rest.startswith("//"):
            return self._absolute(rest, fragment, scheme)
        path = rest.partition("?")[0]
        if not path:
            return Destination(Form.SAME, fragment=fragment)
        if not path.startswith("/"):
            return self._locate(Form.RELATIVE, folder, path, fragment)
        if not path.startswith(self.prefix):
            english = f"leaves the site, which is under {self.prefix}"
            fault = AddressFault(HTM002, Said(english, f"sort du site, qui est sous {self.prefix}"), MAKE_RELATIVE)
            return Destination(Form.ROOTED, fault=fault)
        return self._locate(Form.ROOTED, "", path[len(self.prefix) :], fragment)

    def _absolute(self, address: str, fragment: str, scheme: str) -> Destination:
        try:
            parts = urlsplit(address)
        except ValueError as error:
            what = Said(f"is malformed ({error})", f"est mal formée ({error})")
            return Destination(Form.FAULTY, fault=AddressFault(HTM005, what, Said("mend the host", "corrigez l'hôte")))
        if not parts.hostname:
            return Destination(Form.FAULTY, fault=_NO_HOST)
        path = parts.path or "/"
        if parts.netloc.lower() != self.host or not f"{path}/".startswith(self.prefix):
            return Destination(Form.EXTERNAL, scheme=scheme)
        if len(path) < len(self.prefix):
            return Destination(Form.ABSOLUTE, scheme=scheme, fault=NO_SLASH)
        return self._locate(Form.ABSOLUTE, "", path[len(self.prefix) :], fragment, scheme)

    def _locate(self, form: Form, folder: str, path: str, fragment: str, scheme: str = "") -> Destination:
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
            if file in self._names:
                return Destination(form, file, fragment, scheme)
            fault = self._names.fault(file, name, is_folder)
        return Destination(form, fragment=fragment, scheme=scheme, fault=fault)
