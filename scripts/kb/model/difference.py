"""What is said of a page that is not as it was written."""

from __future__ import annotations

import re

from kb.formats.shape import Difference, Piece
from kb.model.rule import Said

KINDS = {
    "p": Said("paragraph", "paragraphe"),
    "title": Said("title of a box", "titre d'encadré"),
    "cell": Said("table cell", "cellule de tableau"),
    "code": Said("code", "code"),
    "figure": Said("figure", "figure"),
    "definition": Said("definition list", "liste de définitions"),
}
HEADING = Said("heading", "titre")
AROUND = {
    "ul": Said("list item", "élément de liste"),
    "ol": Said("item {} of a numbered list", "élément {} d'une liste numérotée"),
    "quote": Said("quotation", "citation"),
    "box": Said("box “{}”", "encadré « {} »"),
}
UNSHOWN = re.compile(r"[\x00-\x1f]+")
LONGEST = 50  # characters that a message quotes
AMONG = re.compile(r"(ul|ol|quote|box)\s?(.*)")


def described(difference: Difference) -> Said:
    """What the source has and what the page shows, in one sentence."""
    written, shown = difference
    if shown and (written.kind, written.place, written.text, written.id) == (
        shown.kind,
        shown.place,
        shown.text,
        shown.id,
    ):
        here, there = ", ".join(written.links), ", ".join(shown.links)
        return _sentence(Said(f"links to {here}", f"des liens vers {here}"), Said(there or "none", there or "aucun"))
    here = _named(written)
    return _sentence(here, _named(shown) if shown else Said("nothing of it", "n'en montre rien"))


def _sentence(here: Said, there: Said) -> Said:
    return Said(f"the source has {here}; the page shows {there}", f"la source a {here.fr}; la page montre {there.fr}")


def _named(piece: Piece) -> Said:
    """« a paragraph in a list item: “…” »."""
    kind = KINDS.get(piece.kind, HEADING)
    around = _around(piece.place.rpartition("/")[2])
    text = _excerpt(piece.raw)
    id_ = f" (#{piece.id})" if piece.id else ""
    return Said(
        f"{kind}{id_}{f' in {around}' if around else ''}: “{text}”",
        f"{kind.fr}{id_}{f', {around.fr}' if around else ''} : « {text} »",
    )


def _around(name: str) -> Said | None:
    match = AMONG.fullmatch(name)
    if not match:
        return None
    said = AROUND[match[1]]
    return Said(said.format(match[2]), said.fr.format(match[2]))


def _excerpt(text: str) -> str:
    line = " ".join(UNSHOWN.sub(" ", text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
