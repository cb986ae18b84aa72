"""Markdown: what an author writes is what a page shows, though another reader makes the pages.

Staging writes what it can as both readers take it (kb/render/dialect.py); what it cannot is told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.markup import DANGEROUS
from kb.checks.plainness import CODE, plainly_written, rows_of_prose
from kb.formats.pagemarkdown import shown
from kb.formats.shape import difference, pieces
from kb.model.corpus import Corpus
from kb.model.difference import described
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.render.dialect import written

DIA001 = Rule(
    "DIA001",
    "A numbered list starts at 1, and no paragraph starts like one.",
    "Une liste numérotée commence à 1, et aucun paragraphe ne commence comme une liste.",
    "The page would number it from 1: a year would turn into 1, and “see item 4” would lead nowhere.",
    "La page la numéroterait à partir de 1 : une année deviendrait 1, et « voir le point 4 » ne mènerait nulle part.",
)

DIA002 = Rule(
    "DIA002",
    "A space follows the number signs of a heading.",
    "Une espace suit les croisillons (#) d'un titre.",
    "It would be published as a heading that has no address and is missing from every list.",
    "Il serait publié comme un titre sans adresse, absent de toutes les listes.",
)

DIA003 = Rule(
    "DIA003",
    "A text is written in Markdown, without HTML, comments or words between angle brackets.",
    "Un texte est écrit en Markdown, sans HTML, ni commentaires, ni mots entre chevrons.",
    "A tag left open takes the rest of the page with it, a word between brackets vanishes, and a comment is published.",
    "Une balise laissée ouverte emporte le reste de la page, un mot entre chevrons disparaît, et un commentaire est "
    "publié.",
)

DIA007 = Rule(
    "DIA007",
    "No paragraph starts with four spaces.",
    "Aucun paragraphe ne commence par quatre espaces.",
    "It would be shown as code, and its spelling, figures and links are then checked by nothing.",
    "Il s'afficherait comme du code, et rien ne vérifierait plus son orthographe, ses chiffres ni ses liens.",
)

DIA008 = Rule(
    "DIA008",
    "A text reads the same on the page as in the checks.",
    "Un texte se lit dans la page comme dans les vérifications.",
    "What was checked would not be what is published.",
    "Ce qui a été vérifié ne serait pas ce qui est publié.",
)

DIA009 = Rule(
    "DIA009",
    "No space or line end stands beside the id of a link, between its brackets.",
    "Aucune espace ni fin de ligne ne se trouve à côté de l'identifiant d'un lien, entre ses crochets.",
    "The page would print the brackets in place of the link.",
    "La page afficherait les crochets à la place du lien.",
)

SPACED = re.compile(r"\]\[(?:\s+[^\s\[\]]+\s*|[^\s\[\]]+\s+)\]")
NUMBER = re.compile(r"\s*(?:(?:[-*+>]|\d+[.)]) +)*?(\d+)[.)]( |$)")
TIGHT = re.compile(r"^\s*(?:(?:[-*+>]|\d+[.)])\s+)*(#{1,6})(?=[^\s#])")
TAG = re.compile(r"</?([A-Za-z][\w-]*)")
FIRST_YEAR = 1000


def lists_start_at_one(corpus: Corpus) -> Iterator[Finding]:
    """A numbered list starts at 1, and no paragraph starts like one."""
    for _, document in corpus.documents():
        rows, seen = document.text.split("\n"), set()
        for block in document.scan.blocks:
            if block.kind != "item" or not block.place.rpartition("/")[2].startswith("ol") or block.group in seen:
                continue
            seen.add(block.group)
            match = NUMBER.match(rows[block.group - document.first_line])
            if match and int(match[1]) != 1:
                yield document.finding(DIA001, block.group, match.start(1) + 1, *_number(match[1]))


def _number(number: str) -> tuple[Said, Said]:
    message = Said(
        f"this is read as a numbered list that starts at {number}; the page would start at 1",
        f"ceci se lit comme une liste numérotée qui commence à {number}; la page commencerait à 1",
    )
    if int(number) >= FIRST_YEAR:
        return message, Said(
            f"begin with a word, such as “In {number}”, or write {number}\\. where no list is meant",
            f"commencez par un mot, comme « En {number} », ou écrivez {number}\\. s'il ne s'agit pas d'une liste",
        )
    return message, Said(
        f"start it at 1, put what parts it from the list before into an item (after four spaces), or write {number}\\.",
        f"faites-la commencer à 1, mettez dans un élément (après quatre espaces) ce qui la sépare de la liste d'avant, "
        f"ou écrivez {number}\\.",
    )


def headings_have_their_space(corpus: Corpus) -> Iterator[Finding]:
    """A space follows the number signs of a heading."""
    for _, document in corpus.documents():
        for line, row in enumerate(rows_of_prose(document) if "#" in document.text else (), document.first_line):
            if match := TIGHT.match(row):
                signs, rest = match[1], row[match.end() :].strip()
                yield document.finding(
                    DIA002,
                    line,
                    match.start(1) + 1,
                    Said(f"no space after {signs}", f"aucune espace après {signs}"),
                    Said(
                        f"write {signs} {rest}, or \\{signs}{rest} where no heading is meant",
                        f"écrivez {signs} {rest}, ou \\{signs}{rest} s'il ne s'agit pas d'un titre",
                    ),
                )


def no_html(corpus: Corpus) -> Iterator[Finding]:
    """A text is written in Markdown; the first tag of a line, or of what it closes, is reported."""
    for _, document in corpus.documents():
        dangerous = {raw.line for raw in document.scan.raw if DANGEROUS.search(raw.text)}  # LNK008
        opened: set[str] = set()
        last = 0
        for raw in document.scan.raw:
            tag = TAG.match(raw.text.lstrip())
            name = tag[1].lower() if tag else ""
            closes = raw.text.lstrip().startswith("</") and name in opened
            if raw.line != last and raw.line not in dangerous and not closes:
                yield document.finding(DIA003, raw.line, raw.column, *_html(raw.text.strip(), name))
            opened.add(name)
            last = raw.line


def _html(text: str, name: str) -> tuple[Said, Said]:
    if text.startswith("<!--"):
        return Said("a comment, which would be published", "un commentaire, qui serait publié"), Said(
            "remove it: notes for others go into the message of your change",
            "retirez-le : les notes pour d'autres vont dans le message de votre modification",
        )
    return Said(f"<{name}> is read as HTML, and would vanish", f"<{name}> se lit comme du HTML et disparaîtrait"), Said(
        f"write it in Markdown, or &lt;{name}> where the words themselves are meant",
        f"écrivez-le en Markdown, ou &lt;{name}> s'il s'agit des mots eux-mêmes",
    )


def no_code_by_spaces(corpus: Corpus) -> Iterator[Finding]:
    """No paragraph starts with four spaces."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            if block.within[-1:] == ("code_block",):
                message = Said(
                    "four spaces at the start of a paragraph make it code",
                    "quatre espaces au début d'un paragraphe en font du code",
                )
                hint = Said(
                    "remove them, or put code between two lines of ```",
                    "retirez-les, ou mettez le code entre deux lignes de ```",
                )
                yield document.finding(DIA007, block.line, 1, message, hint)


def ids_without_spaces(corpus: Corpus) -> Iterator[Finding]:
    """No space or line end stands beside the id of a link, between its brackets."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            for match in SPACED.finditer(CODE.sub(lambda code: " " * len(code[0]), block.source)):
                id_ = "".join(match[0][2:-1].split())
                message = Said(f"a space beside the id {id_}", f"une espace à côté de l'identifiant {id_}")
                hint = Said(f"write [text][{id_}], on one line", f"écrivez [texte][{id_}], sur une seule ligne")
                yield document.finding_in(block, match.start() + 1, DIA009, message, hint)


def read_alike(corpus: Corpus) -> Iterator[Finding]:
    """A text reads the same on the page as in the checks; what is plainly written is not read again."""
    slips = {slip.path for slip in corpus.mistyped if slip.heading}  # read by the id that is meant
    for _, document in corpus.documents():
        if document.path not in slips and not plainly_written(document):
            rows = (heading.line - document.first_line for heading in document.scan.headings if heading.id)
            text = "\n".join(written(document.text.split("\n"), document.text, rows))
            refs = (link.ref for link in document.scan.links if link.ref)
            if found := difference(pieces(document.scan), shown(text, refs)):
                hint = Said(
                    "write it more simply here or shortly before, with an empty line between two blocks",
                    "écrivez-le plus simplement ici ou un peu avant, avec une ligne vide entre deux blocs",
                )
                yield document.finding(DIA008, found.written.line, 1, described(found), hint)


CHECKS = (lists_start_at_one, headings_have_their_space, no_html, no_code_by_spaces, ids_without_spaces, read_alike)
