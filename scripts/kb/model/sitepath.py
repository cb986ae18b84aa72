"""Addresses of the site as readers see them, from its root: `/piliers/rapprochement/`, `/en/r/p1-3/`.

A page's staged file (`exemples/index.md`, below its language's folder) and its address give each other. An address is
for ever, so what cannot be one is refused before it is recorded.
"""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from kb.formats.folding import folded
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.rule import Rule, Said

IDS009 = Rule(
    "IDS009",
    "A file name, folder name or slug is kebab case: it becomes part of an address for ever.",
    "Un nom de fichier, un nom de dossier ou une adresse de fiche s'écrit en minuscules sans accents, avec des traits "
    "d'union : il fait partie d'une adresse pour toujours.",
    "Accents, spaces and capitals make addresses that are hard to dictate, type or share.",
    "Les accents, les espaces et les majuscules donnent des adresses difficiles à dicter, à taper ou à partager.",
)

IDS010 = Rule(
    "IDS010",
    "A page does not stand where the site puts pages and files of its own.",
    "Une page ne se trouve pas là où le site met ses propres pages et fichiers.",
    "The site would overwrite the page with its own, or the other way round.",
    "Le site écraserait la page par la sienne, ou l'inverse.",
)

IDS011 = Rule(
    "IDS011",
    "An address has 200 characters at most.",
    "Une adresse a au plus 200 caractères.",
    "A longer one gets cut in messages and cannot be saved on every computer.",
    "Une adresse plus longue est coupée dans les messages et ne s'enregistre pas sur tous les ordinateurs.",
)

LED008 = Rule(
    "LED008",
    "An old address, or one among the short ones, is given to nothing else.",
    "Une ancienne adresse, ou une adresse parmi les adresses courtes, n'est donnée à rien d'autre.",
    "Someone who follows an old link would land on another subject without noticing.",
    "En suivant un ancien lien, on arriverait à un autre sujet sans s'en apercevoir.",
)


SHORT = "r/"  # below a language's root: the short address of each mark
CITATIONS = Bilingual(fr="citer", en="cite")  # the folder of the citation pages
INDEX = "index"  # the file that stands at the address of its folder

# What the site makes below a language's root, by the name that no page may have there.
RESERVED = {
    SHORT.rstrip("/"): Said("the short addresses of the marks", "les adresses courtes des repères"),
    **dict.fromkeys((CITATIONS.fr, CITATIONS.en), Said("the citations", "les citations")),
    **dict.fromkeys(LANGUAGES, Said("the pages of a language", "les pages d'une langue")),
    "assets": Said("the files that pages load", "les fichiers que les pages chargent"),
    **dict.fromkeys(("404", "sitemap"), Said("a file of the site's own", "les fichiers propres au site")),
}
OWN_PAGE = Said(f"{INDEX} is the name of a folder's own page", f"{INDEX} est le nom de la page propre à un dossier")
ANOTHER_NAME = Said("give it another name", "donnez-lui un autre nom")
KEBAB = Said(
    "write it in kebab case (a-z, 0-9, hyphens)",
    "écrivez-le en minuscules sans accents, avec des traits d'union (a-z, 0-9, -)",
)
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 200  # characters; a file's name holds 255 bytes at most


class PathFault(NamedTuple):
    """What keeps an address from being one for ever."""

    code: str
    message: Said
    hint: Said


def fault(address: str, language: str) -> PathFault | None:
    """The fault of an address such as `/piliers/rapprochement/#presence` in a language; None where it has none."""
    path, hash_, fragment = address.partition("#")
    if not (path.startswith(root(language)) and path.endswith("/")):
        return _elsewhere(address, language)
    if len(address) > LONGEST:
        return _too_long(address)
    names = path.removeprefix(root(language)).split("/")[:-1]
    if names and names[0] in RESERVED:
        return _taken(address, names[0])
    faults = (name_fault(name) for name in (*names, *([fragment] if hash_ else [])))
    return next(filter(None, faults), None)


def _elsewhere(address: str, language: str) -> PathFault:
    message = Said(
        f"{shortened(address)} is no address of a page in “{language}”",
        f"{shortened(address)} n'est pas l'adresse d'une page en « {language} »",
    )
    example = f"{root(language)}piliers/rapprochement/"
    return PathFault(IDS009, message, Said(f"write it like {example}", f"écrivez-la comme {example}"))


def _too_long(address: str) -> PathFault:
    message = Said(
        f"the address {shortened(address)} has {len(address)} characters",
        f"l'adresse {shortened(address)} a {len(address)} caractères",
    )
    hint = Said(f"shorten its names: it may have {LONGEST}", f"abrégez ses noms : elle peut en avoir {LONGEST}")
    return PathFault(IDS011, message, hint)


def _taken(address: str, name: str) -> PathFault:
    what = RESERVED[name]
    message = Said(
        f"{shortened(address)} stands among {what}, which the site makes itself",
        f"{shortened(address)} se trouve parmi {what.fr}, que le site fait lui-même",
    )
    hint = Said("give it another folder or name", "donnez-lui un autre dossier ou un autre nom")
    return PathFault(LED008 if name == SHORT.rstrip("/") else IDS010, message, hint)


def kebab(name: str) -> str:
    """A name in kebab case; "" where no letter or figure of it may stand there."""
    return re.sub("[^a-z0-9]+", "-", folded(name)).strip("-")[:LONGEST]


def name_fault(name: str) -> PathFault | None:
    """The fault of a file name, folder name or slug."""
    if name == INDEX:
        return PathFault(IDS010, OWN_PAGE, ANOTHER_NAME)
    if NAME.fullmatch(name):
        return None
    better = kebab(name)
    hint = Said(f"{KEBAB}: {better}", f"{KEBAB.fr} : {better}") if better else KEBAB
    message = Said(
        f"the name “{shortened(name)}” cannot stand in an address",
        f"le nom « {shortened(name)} » ne peut pas faire partie d'une adresse",
    )
    return PathFault(IDS009, message, hint)


def shortened(text: str) -> str:
    """A text as a message quotes it: on one line, and not for ever."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}…"


def root(language: str) -> str:
    """The address of a language's home page."""
    return "/" if language == LANGUAGES[0] else f"/{language}/"


def of_file(file: str, language: str) -> str:
    """The address at which a staged Markdown file is published."""
    folder, name = posixpath.split(file.removesuffix(".md"))
    parts = filter(None, (folder, name if name != INDEX else ""))
    return root(language) + "".join(f"{part}/" for part in parts)


def to_file(address: str, language: str, *, index: bool) -> str:
    """The staged file that is published at the address of a page; `index`: as the index of its folder."""
    path = address.removeprefix(root(language))
    return f"{path}index.md" if index or not path else f"{path.rstrip('/')}.md"


def language_of(address: str) -> str:
    """The language of the page at an address."""
    return next((language for language in LANGUAGES[1:] if address.startswith(root(language))), LANGUAGES[0])


def file_name(mark: str) -> str:
    """P3.3.1 is `p3-3-1`, in every address made from the mark."""
    return mark.lower().replace(".", "-")


def short(mark: str, language: str) -> str:
    """The short address of a mark: P1.3 is at `/r/p1-3/`."""
    return f"{root(language)}{SHORT}{file_name(mark)}/"


def citation(mark: str, language: str) -> str:
    """The address of the page that holds the citation of a mark: P1.3 has `/citer/p1-3/`."""
    return f"{root(language)}{CITATIONS[language]}/{file_name(mark)}/"


def of_mark(mark: str, language: str) -> tuple[str, str]:
    """Both addresses that the site makes from a mark."""
    return short(mark, language), citation(mark, language)


def relative(source: str, target: str) -> str:
    """How the page at `source` links `target`, which may have a fragment; works below any path."""
    path, hash_, fragment = target.partition("#")
    way = posixpath.relpath(path, source) + "/"
    return f"{way}{hash_}{fragment}"
