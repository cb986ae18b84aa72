"""Office Open XML (.docx, .pptx, .xlsx) and OpenDocument (.odt, .odp, .ods): packed trees of elements.

Every part is read alike, so that notes, comments, text boxes, tables, headers and the notes of a slide count, and so
do links, which python-docx, python-pptx and odfdo each give from some of these places only.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from tools.documents.line import SAVE, DocumentLine, Unreadable
from tools.documents.tree import Dialect, Paragraphs

BREAKS = frozenset("p h si is c br cr tab line-break annotation".split())
OPEN_XML = Dialect(BREAKS.__contains__, is_read=lambda name: name in ("t", "v"))
OPEN_XML_PART = re.compile(r"(?!docProps/|customXml/|.*/(?:theme|\w+Masters|slideLayouts)/).*\.xml")
OPEN_DOCUMENT = Dialect(BREAKS.__contains__, skipped=frozenset(("tracked-changes", "meta", "settings")))
OPEN_DOCUMENT_PART = re.compile(r"(?:.*/)?(?:content|styles)\.xml")
IN_FIELD = re.compile(r'HYPERLINK[\s(]*+"(?P<address>[^"]*)"(?:[^"]*\\l\s+"(?P<fragment>[^"]*)")?')


def lines(data: bytes, largest: int) -> list[DocumentLine]:
    """Every paragraph and link, the parts in their order; `largest`: bytes that may be unpacked.

    Raises:
        Unreadable: another kind of archive, damaged, encrypted or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _lines(archive, *_kind(archive), largest)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, ValueError, LookupError) as error:
        raise Unreadable("is damaged: open it, and save it again") from error
    except (RuntimeError, NotImplementedError) as error:  # zipfile has no other word for it
        raise Unreadable("has a password: save it without one") from error


def _kind(archive: zipfile.ZipFile) -> tuple[Dialect, re.Pattern]:
    """How its elements are read, and the names of the parts that hold what somebody wrote."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return OPEN_XML, OPEN_XML_PART
    if "mimetype" in names and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument"):
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Unreadable("has a password: save it without one")
        return OPEN_DOCUMENT, OPEN_DOCUMENT_PART
    raise Unreadable(f"is an archive and no document: {SAVE}")


def _lines(archive: zipfile.ZipFile, dialect: Dialect, parts: re.Pattern, largest: int) -> list[DocumentLine]:
    if sum(part.file_size for part in archive.infolist()) > largest:
        raise Unreadable(f"holds more than {largest // 1_000_000} MB: take the part that names the sections")
    found = list[DocumentLine]()
    for name in sorted(filter(parts.fullmatch, archive.namelist()), key=_order):
        part = _Part(dialect, _targets(archive, name))
        _parse(archive.read(name), part)
        found += part.found
    return [line._replace(number=number) for number, line in enumerate(found, 1)]


def _order(name: str) -> list[tuple[int, str]]:
    """The second slide before the tenth."""
    return [(len(piece) if piece.isdigit() else 0, piece) for piece in re.split("([0-9]+)", name)]


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The addresses that a part leads to, by the ids that it gives them."""
    folder, name = posixpath.split(part)
    try:
        tree = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    except KeyError:
        return {}
    found = _Targets()
    _parse(tree, found)
    return found.targets


def _parse(tree: bytes, target: Any) -> None:
    etree.fromstring(tree, etree.XMLParser(target=target, resolve_entities=False, no_network=True))


class _Targets:
    """A target of a parser for the relationships of a part."""

    def __init__(self):
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if attributes.get("TargetMode") == "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def close(self) -> None:
        pass


class _Part(Paragraphs):
    def __init__(self, dialect: Dialect, targets: dict[str, str]):
        super().__init__(dialect)
        self.targets = targets

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().start(tag, attributes)
        of = {name.rpartition("/")[2]: value for name, value in attributes.items()}
        target = self.targets.get(of.get("relationships}id", ""), "")
        fragment = next((value for name, value in of.items() if name.endswith(("anchor", "location"))), "")
        self.link(target, fragment if target else "")

    def instruction(self, text: str) -> None:
        """A field of Word or a formula of Excel, of which only that of a link holds an address."""
        for match in IN_FIELD.finditer(text):
            self.link(match["address"], match["fragment"] or "")
