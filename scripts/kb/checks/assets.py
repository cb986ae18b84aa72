"""Files that are published as they are: what docs/assets and docs/host may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.formats.folding import folded
from kb.formats.wholefile import SUFFIXES, kinds_of
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.model.sitepath import IDS009, RESERVED
from kb.published.assets import KINDS, asset_files, plain_files, unused
from kb.published.host import FOLDER as HOST
from kb.published.host import WELL_KNOWN, entries, is_file

FIL020 = Rule(
    "FIL020",
    "A file of docs/assets is of a kind that the site serves.",
    "Un fichier de docs/assets est d'un type que le site publie.",
    "A working copy or a file that no browser opens could go online by mistake.",
    "Une copie de travail ou un fichier qu'aucun navigateur n'ouvre pourrait être mis en ligne par erreur.",
)

FIL021 = Rule(
    "FIL021",
    "A file of docs/assets is used by a page, a list or the site itself.",
    "Un fichier de docs/assets est utilisé par une page, une liste ou le site lui-même.",
    "Files put aside and forgotten would be published without anyone having decided it.",
    "Des fichiers mis de côté et oubliés seraient publiés sans que personne l'ait décidé.",
)

FIL022 = Rule(
    "FIL022",
    "A file of docs/host is one that a host asks for, at a place that the site does not take itself.",
    "Un fichier de docs/host est un fichier que demande un hébergeur, à un endroit que le site n'occupe pas lui-même.",
    "It could replace a part of the site, or lie where no host ever looks for it.",
    "Il pourrait remplacer une partie du site, ou rester là où aucun hébergeur ne le cherche.",
)


FIL023 = Rule(
    "FIL023",
    "An image, a font or a PDF of docs/assets is whole, and of the kind that its name tells.",
    "Une image, une police de caractères ou un PDF de docs/assets est entier, et du type que dit son nom.",
    "Readers would be offered a picture that stays blank or a document that does not open.",
    "On offrirait une image qui reste vide ou un document qui ne s'ouvre pas.",
)


TAKEN = ("404.html", "index.html", "sitemap.xml", "sitemap.xml.gz", ".published")
PACKED = (".br", ".gz")
PLAIN_NAME = re.compile(r"[a-z0-9._-]+")
OTHER_KIND = Said("the site publishes no files of this kind", "le site ne publie aucun fichier de ce type")
SAVE_AS = Said(
    f"remove it, or save it as {', '.join(KINDS[:-1])} or {KINDS[-1]}",
    f"supprimez-le, ou enregistrez-le en {', '.join(KINDS[:-1])} ou {KINDS[-1]}",
)
WHOLE = Said("put the whole file in its place", "mettez le fichier entier à sa place")
UNUSED = Said("nothing uses this, and it would be published", "rien n'utilise ce fichier, et il serait publié")
# What is wrong with a file of docs/host, and how to mend it.
NO_FILE = (
    Said("this is no file, and it is not followed", "ceci n'est pas un fichier, et n'est pas suivi"),
    Said("put the file itself here", "mettez ici le fichier lui-même"),
)
ELSEWHERE = (
    Said(
        f"a host asks for files at its root, or in {WELL_KNOWN}/",
        f"un hébergeur demande des fichiers à sa racine, ou dans {WELL_KNOWN}/",
    ),
    Said("move it there", "déplacez-le là"),
)


def kinds(corpus: Corpus) -> Iterator[Finding]:
    """A file of docs/assets is of a kind that a reader's browser opens: no source, no copy kept aside, no page."""
    for path in plain_files(corpus):
        if not path.endswith(KINDS):
            yield Finding(path, 1, 1, FIL020, OTHER_KIND, _small(path) if path.lower().endswith(KINDS) else SAVE_AS)


def whole(corpus: Corpus) -> Iterator[Finding]:
    """An image, a font or a PDF is whole, and of the kind that its name tells."""
    for path in asset_files(corpus):
        suffix = f".{path.rpartition('.')[2]}"
        kinds = kinds_of((corpus.root / path).read_bytes()) if suffix in SUFFIXES else (suffix,)
        if suffix not in kinds:
            yield Finding(path, 1, 1, FIL023, *(_named_as(path, suffix, kinds[-1]) if kinds else _cut(suffix)))


def _cut(suffix: str) -> tuple[Said, Said]:
    kind = suffix[1:].upper()
    return Said(f"this is no whole {kind}", f"ce fichier n'est pas un {kind} entier"), WHOLE


def _named_as(path: str, suffix: str, real: str) -> tuple[Said, Said]:
    """What a whole file of a kind is whose name tells another, and the name that it takes."""
    kind, told = real[1:].upper(), suffix[1:].upper()
    better = path.rpartition("/")[2].removesuffix(suffix) + real
    return (
        Said(f"this is a {kind}, whose name tells a {told}", f"c'est un {kind}, alors que son nom dit un {told}"),
        Said(
            f"name it {better}, in its links too, or save it as {told}",
            f"nommez-le {better}, dans ses liens aussi, ou enregistrez-le en {told}",
        ),
    )


def _small(path: str) -> Said:
    start, dot, ending = path.rpartition("/")[2].rpartition(".")
    better = f"{start}{dot}{ending.lower()}"
    return Said(f"write the ending in small letters: {better}", f"écrivez la fin en minuscules : {better}")


def names(corpus: Corpus) -> Iterator[Finding]:
    """The name of a file of docs/assets is part of an address, and can be linked as it is typed."""
    for path, better in misnamed(corpus):
        name = path.rpartition("/")[2]
        message = Said(
            f"the name “{name}” cannot stand in an address", f"le nom « {name} » ne peut pas faire partie d'une adresse"
        )
        yield Finding(path, 1, 1, IDS009, message, Said(f"rename it {better}", f"renommez-le {better}"))


def misnamed(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The files of docs/assets whose name has a space, capital, accent or other sign, each with a name that may be."""
    for path in plain_files(corpus):
        start, dot, ending = path.rpartition("/")[2].rpartition(".")
        if path.endswith(KINDS) and not PLAIN_NAME.fullmatch(start):
            better = re.sub("[^a-z0-9._-]+", "-", folded(start)).strip("-")
            yield path, f"{better or 'image'}{dot}{ending}"


def used(corpus: Corpus) -> Iterator[Finding]:
    """A file of docs/assets is used: what is only put aside there would be published too."""
    for path in unused(corpus) if not corpus.unread else ():  # else a page that cannot be read may use it
        link = path.removeprefix("docs/")
        hint = Said(
            f"link it from a page as {link}, or remove it",
            f"liez-le depuis une page en écrivant {link}, ou supprimez-le",
        )
        yield Finding(path, 1, 1, FIL021, UNUSED, hint)


def host(corpus: Corpus) -> Iterator[Finding]:
    """A file of docs/host stands at the root or in .well-known/, at a place that the site does not take itself."""
    known = {fault.path for fault in corpus.faults}
    taken = {*RESERVED, *TAKEN, *_starts(corpus)}
    for name, path in entries(corpus.root).items():
        start, slash, _ = name.partition("/")
        if f"{HOST}/{name}" in known:
            continue
        if not is_file(path):
            yield _finding(name, *NO_FILE)
        elif slash and start != WELL_KNOWN:
            yield _finding(name, *ELSEWHERE)
        elif start in taken or name.endswith(PACKED):
            message = Said(f"the site makes {name} itself", f"le site produit lui-même {name}")
            hint = Said("give it another name, or remove it", "donnez-lui un autre nom, ou supprimez-le")
            yield _finding(name, message, hint)


def _starts(corpus: Corpus) -> Iterator[str]:
    """The names at the root that the addresses of pages start with."""
    for page, document in corpus.documents():
        yield page.address(document.language).split("/")[1]


def _finding(name: str, message: Said, hint: Said) -> Finding:
    return Finding(f"{HOST}/{name}", 1, 1, FIL022, message, hint)


CHECKS = (kinds, whole, names, used, host)
