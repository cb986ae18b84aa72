"""Headings: each has an id of its own in its page, and they make a tidy outline."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.text.twins import borrowed_ids

IDS004 = Rule(
    "IDS004",
    "A heading has an explicit id.",
    "Un titre de section a un identifiant explicite.",
    "The first rewording of a heading would break the links that people kept to it.",
    "Reformuler un titre romprait les liens que l'on a conservés vers lui.",
)

IDS005 = Rule(
    "IDS005",
    "A heading is at most one level below the one before it.",
    "Un titre de section est au plus un niveau sous celui qui le précède.",
    "People who move through a page by its headings would think that a part is missing.",
    "Les personnes qui parcourent une page par ses titres croiraient qu'il manque une partie.",
)

IDS006 = Rule(
    "IDS006",
    "A page has one title: its front matter's, so no level 1 heading.",
    "Une page a un seul titre, celui de son en-tête, donc aucun titre de niveau 1 dans son texte.",
    "Readers and search engines would not know which of the two names the page.",
    "On ne saurait pas, moteurs de recherche compris, lequel des deux nomme la page.",
)


def explicit_ids(corpus: Corpus) -> Iterator[Finding]:
    """A heading has an explicit id, so that its address survives a new wording."""
    for page, document in corpus.documents():
        others = [other for other in page.documents.values() if other is not document]
        known = {line: id_ for other in others for line, id_ in borrowed_ids(document, other).items()}
        for heading in document.scan.headings:
            if heading.id is None and heading.level > 1:
                whole = f"{'#' * heading.level} {heading.text} {{ #{known.get(heading.line, 'an-id')} }}"
                message = Said(
                    f"the heading {heading.text} has no id", f"le titre {heading.text} n'a pas d'identifiant"
                )
                hint = Said(f"write {whole}", f"écrivez {whole}")
                yield document.finding(IDS004, heading.line, heading.column, message, hint)


def outline(corpus: Corpus) -> Iterator[Finding]:
    """A heading is at most one level below the one before it."""
    for _, document in corpus.documents():
        level = 1
        for heading in document.scan.headings:
            if heading.level > level + 1:
                message = Said(
                    f"level {heading.level} follows level {level}",
                    f"un titre de niveau {heading.level} suit le niveau {level}",
                )
                hint = Said(f"make it level {level + 1}", f"mettez-le au niveau {level + 1}")
                yield document.finding(IDS005, heading.line, heading.column, message, hint)
            level = heading.level


def one_title(corpus: Corpus) -> Iterator[Finding]:
    """A page has one title: its metadata's."""
    for _, document in corpus.documents():
        for heading in document.scan.headings:
            if heading.level == 1:
                message = Said(f"second title {heading.text}", f"deuxième titre de page {heading.text}")
                hint = Said(
                    "the title comes from the metadata; use ## for a section",
                    "le titre vient de l'en-tête; écrivez ## devant celui d'une section",
                )
                yield document.finding(IDS006, heading.line, heading.column, message, hint)


CHECKS = (explicit_ids, outline, one_title)
