"""Files that are published as they are: what docs/assets and docs/host may hold."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.rule import Rule
from kb.model.sitepath import RESERVED
from kb.published.assets import KINDS, plain_files, unused
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


TAKEN = ("404.html", "index.html", "sitemap.xml", "sitemap.xml.gz", ".published")
PACKED = (".br", ".gz")


def kinds(corpus: Corpus) -> Iterator[Finding]:
    """A file of docs/assets is of a kind that a reader's browser opens: no source, no copy kept aside, no page."""
    for path in plain_files(corpus):
        if not path.endswith(KINDS):
            hint = f"remove it, or save it as {', '.join(KINDS[:-1])} or {KINDS[-1]}"
            yield Finding(path, 1, 1, FIL020, "the site publishes no files of this kind", hint)


def used(corpus: Corpus) -> Iterator[Finding]:
    """A file of docs/assets is used: what is only put aside there would be published too."""
    for path in unused(corpus) if not corpus.unread else ():  # else a page that cannot be read may use it
        hint = f"link it from a page as {path.removeprefix('docs/')}, or remove it"
        yield Finding(path, 1, 1, FIL021, "nothing uses this, and it would be published", hint)


def host(corpus: Corpus) -> Iterator[Finding]:
    """A file of docs/host stands at the root or in .well-known/, at a place that the site does not take itself."""
    known = {fault.path for fault in corpus.faults}
    taken = {*RESERVED, *TAKEN, *_starts(corpus)}
    for name, path in entries(corpus.root).items():
        start, slash, _ = name.partition("/")
        if f"{HOST}/{name}" in known:
            continue
        if not is_file(path):
            yield _finding(name, "this is no file, and it is not followed", "put the file itself here")
        elif slash and start != WELL_KNOWN:
            yield _finding(name, f"a host asks for files at its root, or in {WELL_KNOWN}/", "move it there")
        elif start in taken or name.endswith(PACKED):
            yield _finding(name, f"the site makes {name} itself", "give it another name, or remove it")


def _starts(corpus: Corpus) -> Iterator[str]:
    """The names at the root that the addresses of pages start with."""
    for page, document in corpus.documents():
        yield page.url(document.language).split("/")[1]


def _finding(name: str, message: str, hint: str) -> Finding:
    return Finding(f"{HOST}/{name}", 1, 1, FIL022, message, hint)


CHECKS = (kinds, used, host)
