"""Boxes and tables: whole, so that what was meant to stand in one does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.plainness import rows_of_prose
from kb.model.corpus import Corpus
from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from kb.model.vocabulary import BOXES

DIA004 = Rule(
    "DIA004",
    "A box is of a kind that the guide knows.",
    "Un encadré est d'un type que le guide connaît.",
    "Readers would not see that the text is the guide's own, and would take it for the policy's.",
    "On ne verrait pas que le texte vient du guide, et on l'attribuerait à la politique.",
)

DIA005 = Rule(
    "DIA005",
    "The title of a box stands between quotation marks, and its text below it after four spaces.",
    "Le titre d'un encadré est entre guillemets droits, et son texte est dessous, après quatre espaces.",
    "The text would leave the box, as if the policy said it.",
    "Le texte sortirait de l'encadré, comme si la politique le disait.",
)

DIA006 = Rule(
    "DIA006",
    "A table has its second line, with as many cells as the first, and no empty line inside.",
    "Un tableau a sa deuxième ligne, qui a autant de cellules que la première, et aucune ligne vide à l'intérieur.",
    "Readers would see bars and dashes in place of a table.",
    "On verrait des barres et des tirets à la place d'un tableau.",
)


BOX = re.compile(r"( *)(!!!|\?\?\?\+?) *(.*)")
KIND = re.compile(r'([\w-]+)(?: +"[^"]*")?\s*')
CELLS = re.compile(r"(?<!\\)\|")
SEPARATOR = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
Wrong = tuple[Rule, int, Said, Said]  # at how many rows from the first


def boxes(corpus: Corpus) -> Iterator[Finding]:
    """A box is of a known kind; its title stands between quotation marks, and its text after four spaces."""
    for _, document in corpus.documents():
        rows = rows_of_prose(document) if "!!!" in document.text or "???" in document.text else []
        for number, row in enumerate(rows):
            match = BOX.fullmatch(row)
            if match and match[3] and (fault := _kind(match) or _text(rows, number, len(match[1]))):
                code, at, *said = fault
                yield document.finding(code, at + number + document.first_line, len(match[1]) + 1, *said)


def _kind(match: re.Match[str]) -> Wrong | None:
    """What is wrong with the first line of a box."""
    sign, rest = match[2], match[3]
    kind = KIND.fullmatch(rest)
    if sign != "!!!":
        message = Said(f"a box that begins with {sign} is not read", f"un encadré qui commence par {sign} n'est pas lu")
        return DIA004, 0, message, Said("begin it with !!!", "commencez-le par !!!")
    if not kind:
        word = rest.split()[0]
        message = Said("the title of a box without its quotation marks", "le titre d'un encadré sans ses guillemets")
        return DIA005, 0, message, Said(f'write !!! {word} "Title"', f'écrivez !!! {word} "Titre"')
    if kind[1] not in BOXES:
        message = Said(f"no box is of the kind {kind[1]}", f"aucun encadré n'est du type {kind[1]}")
        others = ", ".join(BOXES)
        return (
            DIA004,
            0,
            message,
            did_you_mean(kind[1], BOXES, Said(f"write one of {others}", f"écrivez l'un de ceux-ci : {others}")),
        )
    return None


def _text(rows: list[str], number: int, margin: int) -> Wrong | None:
    """What is wrong with the text of a box whose first line is the row `number`."""
    hint = Said("begin each line of it with four spaces", "commencez chacune de ses lignes par quatre espaces")
    below = [(at, row) for at, row in enumerate(rows[number + 1 :], 1) if row.strip()]
    indents = [(at, len(row) - len(row.lstrip(" ")) - margin) for at, row in below]
    if not indents or indents[0][1] < 4:
        at = indents[0][0] if indents and indents[0][1] > 0 else 0
        return (
            DIA005,
            at,
            Said("the text of this box is not indented", "le texte de cet encadré n'est pas en retrait"),
            hint,
        )
    outside = next(((at, indent) for at, indent in indents if indent < 4), None)
    if outside and outside[1] > 0:
        message = Said("less than four spaces: this leaves the box", "moins de quatre espaces : ceci sort de l'encadré")
        return DIA005, outside[0], message, hint
    return None


def tables(corpus: Corpus) -> Iterator[Finding]:
    """A table has its second line, as long as the first, and no empty line inside."""
    for _, document in corpus.documents():
        rows = rows_of_prose(document) if "|" in document.text else []
        for number, row in enumerate(rows):
            begins = row.lstrip().startswith("|") and not (number and rows[number - 1].lstrip().startswith("|"))
            if begins and (said := _table(rows, number)):
                column = len(row) - len(row.lstrip()) + 1
                yield document.finding(DIA006, number + document.first_line, column, *said)


def _table(rows: list[str], number: int) -> tuple[Said, Said] | None:
    second = rows[number + 1] if number + 1 < len(rows) else ""
    cells = [len(CELLS.findall(row.strip().strip("|"))) + 1 for row in (rows[number], second)]
    if not SEPARATOR.fullmatch(second) or "-" not in second:
        if number > 1 and rows[number - 2].lstrip().startswith("|"):
            return Said("an empty line inside a table", "une ligne vide à l'intérieur d'un tableau"), Said(
                "remove the empty line", "retirez la ligne vide"
            )
        line = "|---" * cells[0] + "|"
        return Said("a table without its second line", "un tableau sans sa deuxième ligne"), Said(
            f"write {line} below its first line", f"écrivez {line} sous sa première ligne"
        )
    if cells[0] != cells[1]:
        line = "|---" * cells[0] + "|"
        message = Said(
            f"the first and the second line of the table do not have as many cells: {cells[0]} and {cells[1]}",
            f"la première et la deuxième ligne du tableau n'ont pas autant de cellules : {cells[0]} et {cells[1]}",
        )
        return message, Said(f"write {line}", f"écrivez {line}")
    return None


CHECKS = (boxes, tables)
