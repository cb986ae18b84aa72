"""Links to files: a page is linked by its id, a file by its path below docs/assets, in both languages; light images."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb.checks.parity import pairs
from kb.checks.web_addresses import split
from kb.formats.markdown import Link
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding, meant
from kb.model.rule import Rule, Said
from kb.published.assets import linked_asset
from kb.text.twins import alike_in_shape

LNK003 = Rule(
    "LNK003",
    "A linked file or image exists under docs/assets, and its path is written from there: assets/….",
    "Un fichier ou une image que l'on lie existe sous docs/assets, et son chemin s'écrit à partir de là : assets/….",
    "The page would show a broken image or a download that fails.",
    "La page montrerait une image brisée ou un téléchargement qui échoue.",
)

LNK004 = Rule(
    "LNK004",
    "A page is linked by its id, never by a path.",
    "Une page est liée par son identifiant, jamais par un chemin.",
    "The day a file is moved or renamed, every link to it would break.",
    "Le jour où un fichier est déplacé ou renommé, tous les liens qui y mènent seraient rompus.",
)

LNK013 = Rule(
    "LNK013",
    "An image is light enough for a phone.",
    "Une image est assez légère pour un téléphone.",
    "On a weak connection, readers would wait or pay for data that they do not need.",
    "Sur une connexion faible, on attendrait ou paierait des données inutiles.",
)

PAR018 = Rule(
    "PAR018",
    "Both languages of a section show the same images and link the same files.",
    "Les deux langues d'une section montrent les mêmes images et lient les mêmes fichiers.",
    "Readers of one language would lack a picture or a document that the others have.",
    "Il manquerait à une langue une image ou un document que l'autre a.",
)


IMAGE, FILE = Said("the image", "l'image"), Said("the file", "le fichier")
ASSETS = "docs/assets"
IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
NEAR = 0.75  # how alike two names are, of which one may be meant for the other
HEAVY = 400_000  # bytes of an image
LIGHTER = Said(
    f"save it smaller: at most {HEAVY // 1000} KB, 1600 pixels wide",
    f"enregistrez-la plus petite : au plus {HEAVY // 1000} ko, 1600 pixels de large",
)


def paths(corpus: Corpus) -> Iterator[Finding]:
    """A page is linked by its id, never by a path; a file by its path below docs/assets, and it exists."""
    for _, document, link in corpus.links():
        if link.href is None or link.href.startswith("#") or not link.href.strip():
            continue
        address = split(link.href.split()[0])
        if address is None or address.scheme or address.netloc:
            continue
        if address.path.endswith((".md", "/")) or "." not in address.path.rpartition("/")[2]:
            message = Said(f"path link {link.href}", f"lien par chemin {link.href}")
            hint = Said("link its id: [text][id]", "liez son identifiant : [text][id]")
            yield document.finding(LNK004, link.line, link.column, message, hint)
        elif not _asset_exists(corpus, unquote(address.path)):
            message = Said(f"missing file {link.href}", f"fichier manquant {link.href}")
            yield document.finding(LNK003, link.line, link.column, message, _where(corpus, address.path))


def _where(corpus: Corpus, path: str) -> Said:
    """How to write the path of a file that is there, under another way to write it or nearly of its name, or where to
    put it."""
    path = unquote(path)
    name = posixpath.basename(path)
    files = sorted(file for file in (corpus.root / ASSETS).rglob("*") if file.is_file())
    written = [file.relative_to(corpus.root / "docs").as_posix() for file in files]
    if there := [one for one in written if posixpath.basename(one) == name]:
        return Said(f"write {there[0]}, from every page", f"écrivez {there[0]}, depuis toute page")
    stem, ending = posixpath.splitext(name)
    stems = {file.stem: one for file, one in zip(files, written, strict=True) if ending == file.suffix}
    if near := difflib.get_close_matches(stem, stems, 1, NEAR):
        return meant(stems[near[0]])
    place = path if _is_plain(path) else f"assets/{'img' if ending.lower() in IMAGES else 'files'}/{name}"
    return Said(f"put it at docs/{place}, and write {place}", f"placez-le à docs/{place}, et écrivez {place}")


def _asset_exists(corpus: Corpus, path: str) -> bool:
    """Whether a path is that of a file below docs/assets, in its one form: from docs/, whatever page links it."""
    return _is_plain(path) and (corpus.root / "docs" / path).is_file()


def _is_plain(path: str) -> bool:
    return path.startswith("assets/") and posixpath.normpath(path) == path


def light_images(corpus: Corpus) -> Iterator[Finding]:
    """An image is light enough for a phone."""
    for file in sorted((corpus.root / ASSETS).rglob("*")):
        if file.suffix.lower() in IMAGES and file.is_file() and (size := file.stat().st_size) > HEAVY:
            path = file.relative_to(corpus.root).as_posix()
            message = Said(f"this image weighs {size // 1000} KB", f"cette image pèse {size // 1000} ko")
            yield Finding(path, 1, 1, LNK013, message, LIGHTER)


def same_files(corpus: Corpus) -> Iterator[Finding]:
    """Both languages of a section have the same images and files; plan-fr.png in French is plan-en.png in English."""
    alike = alike_in_shape(corpus)
    for page, fr, en in pairs(corpus):
        for here, other in ((fr, en), (en, fr)):
            seen = {name for link in other.scan.links for name in _names(link, other)}
            for link in here.scan.links:
                names = _names(link, here)
                if names and not seen.intersection(names) and (page.id, link.section) in alike:
                    seen.update(names)
                    yield here.finding(PAR018, link.line, link.column, *_not_there(link, here, other))


def _names(link: Link, document: Document) -> set[tuple[str | None, str]]:
    """The section and the path of a file that is linked, as it is and without the language in its name."""
    path = linked_asset(link)
    return {(link.section, path), (link.section, _named(path, document.language, "*"))} if path else set()


def _named(path: str, language: str, other: str) -> str:
    """A path with another word wherever it names a language: plan-fr.png, fr/plan.png."""
    return re.sub(rf"(?<![a-z0-9]){language}(?![a-z0-9])", other, path)


def _not_there(link: Link, here: Document, other: Document) -> tuple[Said, Said]:
    path, what = linked_asset(link), IMAGE if link.image else FILE
    message = Said(
        f"{what} {path} is not in the same section of {other.path}",
        f"{what.fr} {path} n'est pas dans la même section de {other.path}",
    )
    own = _named(path, other.language, here.language)
    twin = _named(own, here.language, other.language)
    if own == twin:
        start, dot, ending = path.rpartition(".")
        own, twin = (f"{start}-{document.language}{dot}{ending}" for document in (here, other))
    return message, Said(
        f"put it there too; where each language has its own, name them {own} and {twin}",
        f"mettez-le là aussi; si chaque langue a le sien, nommez-les {own} et {twin}",
    )


CHECKS = (paths, light_images, same_files)
