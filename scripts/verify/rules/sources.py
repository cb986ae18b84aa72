"""Rules on a page and what it was made from: it shows what its authors wrote, as the checks read it."""

from __future__ import annotations

from collections.abc import Iterator

from kb.formats.shape import Difference, difference
from kb.model.difference import described
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.site import BuiltSite

DIF001 = Rule(
    "DIF001",
    "A page shows each block that its authors wrote, in order and in its place.",
    "Une page montre chaque bloc écrit, dans l'ordre et à sa place.",
    "What was checked would not be what is read: a list may have run into a sentence, or a box lost its text.",
    "Ce qu'on lit ne serait pas ce qui a été vérifié : une liste peut s'être collée à une phrase, ou un encadré avoir "
    "perdu son texte.",
)

DIF002 = Rule(
    "DIF002",
    "A heading of a page has the id that its authors gave it.",
    "Un titre de section d'une page a l'identifiant qui lui a été donné.",
    "The ledger would promise an address that the page does not have.",
    "Le registre promettrait une adresse que la page n'a pas.",
)

DIF003 = Rule(
    "DIF003",
    "A block of a page has the words and the emphasis of its source.",
    "Un bloc d'une page a les mots et la mise en relief de sa source.",
    "Readers would see signs in the place of words, or miss a part of the sentence.",
    "On verrait des signes à la place des mots, ou il manquerait une partie de la phrase.",
)

DIF004 = Rule(
    "DIF004",
    "A block of a page has the links of its source.",
    "Un bloc d'une page a les liens de sa source.",
    "A reader could not follow a link that was checked, or would end up elsewhere.",
    "On ne pourrait pas suivre un lien pourtant vérifié, ou il mènerait ailleurs.",
)

HINT = Said(
    "write it more simply there, or shortly before: an empty line between two blocks, four spaces inside a list",
    "écrivez-le plus simplement à cet endroit ou un peu avant : une ligne vide entre deux blocs, quatre espaces dans "
    "une liste",
)


def pages_show_their_sources(site: BuiltSite) -> Iterator[Finding]:
    """A page shows what its authors wrote; of what it does not, the first is reported, where they wrote it."""
    for path, written in site.written.items():
        page = site.pages.get(path)
        if page and (found := difference(written, page.text)):
            yield Finding(found.written.path, found.written.line, 1, _code(found), described(found), HINT)


def _code(found: Difference) -> str:
    written, shown = found
    if written.id and (shown is None or shown.id != written.id):
        return DIF002
    if shown is None or (written.kind, written.place) != (shown.kind, shown.place):
        return DIF001
    return DIF003 if written.text != shown.text else DIF004


RULES = (pages_show_their_sources,)
