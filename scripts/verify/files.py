"""What is known of a file that is no page: whether it holds what its name says, and should be there at all."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from kb.formats.wholefile import is_whole
from kb.model.rule import Said
from verify.css import css_addresses, css_fault
from verify.facts import File
from verify.parts import Cited, LineText, Ref, Use
from verify.scripts import read_script
from verify.svg import read_svg
from verify.xml import parse_xml

READ = frozenset({".css", ".js", ".json", ".ris", ".svg", ".xml"})
_LEFT_BEHIND = re.compile(
    r"(?:^|/)(?:thumbs\.db|desktop\.ini|__macosx/.*|#[^/]*#|\.(?!well-known/|nojekyll$).*)$"
    r"|(?:~|\.(?:bak|log|map|old|orig|part|pyc|rej|sw[op]|te?mp))$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENTS_ALONE = LineText(1, Said("it holds comments alone", "il n'y a que des commentaires"))
_SEARCH = re.compile(rb"\s*guideSearch\.(data|texts)\.\w+ = ")
_RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")
_UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}


def is_left_behind(name: str) -> bool:
    """Whether a file is one that an editor, a system or a tool leaves, by its name."""
    return _LEFT_BEHIND.search(name) is not None


def read_file(suffix: str, data: bytes) -> File:
    """The facts of a file that is no page, of one of the kinds `READ`."""
    if suffix == ".css":
        text = data.decode("utf-8", "replace")
        places = css_addresses(text)
        refs = tuple(Ref(line, column, Use.LOAD, "url()", address) for line, column, address in places)
        return File(refs, fault=css_fault(text), hollow=None if _COMMENTS.sub("", text).strip() else _COMMENTS_ALONE)
    if suffix == ".js":
        found = _SEARCH.match(data)
        return _read_search(data[found.end() :], found[1] == b"texts") if found else read_script(data)
    return read_svg(data) if suffix == ".svg" else _read_data(suffix, data)


def read_picture(suffix: str, data: bytes) -> File:
    """What keeps a file of one of the kinds of `wholefile` from being one; an empty one is reported as such."""
    kind = suffix[1:].upper()
    not_whole = LineText(1, Said(f"it is no whole {kind}", f"ce n'est pas un {kind} entier"))
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))  # the first chunk of a PNG
    return File(size=(width, height) if kind == "PNG" else None, hollow=None if is_whole(suffix, data) else not_whole)


def _read_data(suffix: str, data: bytes) -> File:
    """JSON, RIS or XML: what it cites, or what keeps it from being taken in."""
    try:
        if suffix == ".json":
            return File(cited=_csl(json.loads(data)))
        if suffix == ".ris":
            lines = data.decode("utf-8").splitlines()
            return File(fault=_ris_fault(lines), cited=_ris(lines))
    except json.JSONDecodeError as error:
        message = Said(f"it is not JSON: {error.msg}", f"ce n'est pas du JSON : {error.msg}")
        return File(fault=LineText(error.lineno, message))
    except (UnicodeDecodeError, RecursionError) as error:
        return File(fault=LineText(1, Said(f"it cannot be read: {error}", f"la lecture est impossible : {error}")))
    root = parse_xml(data)
    return File(fault=root if isinstance(root, LineText) else None)


def _read_search(data: bytes, are_texts: bool) -> File:
    """The entries of the search or their texts, which are JSON in a script."""
    try:
        content = json.loads(data.rstrip().removesuffix(b";"))
        if are_texts:
            return File(texts=dict(content.items()))
        entries, synonyms = tuple(content["entries"]), bool(content.get("synonyms"))
    except (AttributeError, ValueError, KeyError, TypeError, RecursionError) as error:
        english = f"it holds no whole data of the search: {error}"
        french = f"les données de la recherche n'y sont pas entières : {error}"
        return File(fault=LineText(1, Said(english, french)))
    return File(entries=tuple(entry for entry in entries if isinstance(entry, dict)), synonyms=synonyms)


def _csl(items: object) -> Cited | None:
    """The first item of a CSL-JSON file."""
    item = items[0] if isinstance(items, list) and items else None
    if not isinstance(item, dict):
        return None
    title, address, language = (str(item.get(name, "")) for name in ("title", "URL", "language"))
    note = str(item.get("note", ""))
    return Cited(title, address, _csl_author(item.get("author")), _csl_dates(item.get("issued")), language, note)


def _csl_author(authors: object) -> str:
    """The names of the authors, which are organizations."""
    named = authors if isinstance(authors, list) else []
    return ", ".join(str(author.get("literal", "")) for author in named if isinstance(author, dict))


def _csl_dates(issued: object) -> tuple[str, ...]:
    """The first date, in one to three parts."""
    match issued:
        case {"date-parts": [[*parts], *_]} if parts:
            return ("-".join(f"{part:>02}" for part in map(str, parts)),)
    return ()


def _ris(lines: list[str]) -> Cited:
    values = {line[:2]: line[6:] for line in lines}
    dates = (values.get("PY", ""), values.get("DA", "").strip("/").replace("/", "-"))
    title, address, author, language = (values.get(tag, "") for tag in ("TI", "UR", "AU", "LA"))
    return Cited(title, address, author.removesuffix(","), tuple(filter(None, dates)), language, values.get("N1", ""))


def _ris_fault(lines: list[str]) -> LineText | None:
    """Every line is a tag and its value, from TY to ER."""
    for number, line in enumerate(lines, 1):
        if not _RIS_LINE.fullmatch(line):
            return LineText(
                number, Said(f"“{line[:40]}” is no line of RIS", f"« {line[:40]} » n'est pas une ligne RIS")
            )
    if not lines[0].startswith("TY"):
        return LineText(1, Said("it does not start with TY", "le fichier ne commence pas par TY"))
    cut = Said("it ends before ER", "le fichier se termine avant ER")
    return None if lines[-1].startswith("ER") else LineText(len(lines), cut)


def wrong_copies(files: Mapping[str, Path]) -> Iterator[tuple[str, Said]]:
    """Each compressed file that is not the one beside it, and why."""
    packed = [name for name in files if Path(name).suffix in _UNPACK]
    with ThreadPoolExecutor() as pool:  # both let other threads run
        faults = pool.map(lambda name: _copy_fault(files, name), packed)
        yield from ((name, fault) for name, fault in zip(packed, faults, strict=True) if fault)


def _copy_fault(files: Mapping[str, Path], name: str) -> Said | None:
    whole, _, suffix = name.rpartition(".")
    if whole not in files:
        return Said(
            f"there is no {whole} that it could be a copy of", f"il n'y a pas de {whole} dont il serait la copie"
        )
    try:
        content = _UNPACK[f".{suffix}"](files[name].read_bytes())
    except (OSError, EOFError, zlib.error, brotli.error) as error:
        return Said(f"it cannot be unpacked: {error}", f"la décompression est impossible : {error}")
    if content == files[whole].read_bytes():
        return None
    return Said(f"it does not hold what {whole} holds", f"il ne contient pas ce que contient {whole}")
