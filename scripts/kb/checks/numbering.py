"""Numbers that lead somewhere: notes, marks and pages name what the policy and the guide have under that number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from kb.formats.markdown import Link
from kb.model.corpus import Corpus, Document, Page
from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from kb.model.schema.bibliography import Note
from kb.model.schema.pages import Unit
from kb.text.lines import all_lines
from kb.text.prose import retells, with_digits

FCT007 = Rule(
    "FCT007",
    "A link to a note shows the note's number.",
    "Un lien vers une note affiche le numéro de la note.",
    "Readers would look for one footnote and open another.",
    "On chercherait une note et on en ouvrirait une autre.",
)

FCT008 = Rule(
    "FCT008",
    "A note is cited where the policy has it: in the section or figure of its unit.",
    "Une note est citée là où la politique la place : dans la section ou la figure de son unité.",
    "The evidence would seem to support a statement that it was never given for.",
    "La preuve semblerait appuyer un énoncé pour lequel elle n'a pas été donnée.",
)

FCT009 = Rule(
    "FCT009",
    "A note has a number of its own, the one in its id.",
    "Une note a un numéro qui n'est qu'à elle, celui de son identifiant.",
    "Two footnotes could answer to the same number.",
    "Deux notes pourraient répondre au même numéro.",
)

FCT010 = Rule(
    "FCT010",
    "Units follow the policy's pages, and a note stands on a page of its unit.",
    "Les unités suivent les pages de la politique, et une note se trouve à une page de son unité.",
    "Someone with the printed policy in hand would turn to the wrong place.",
    "Avec la politique imprimée en main, on chercherait au mauvais endroit.",
)

FCT011 = Rule(
    "FCT011",
    "A page of the policy that a text quotes is one of its pages.",
    "Une page de la politique qu'un texte cite est une de ses pages.",
    "Nobody could find the passage in the original document.",
    "Personne ne retrouverait le passage dans le document d'origine.",
)

FCT012 = Rule(
    "FCT012",
    "A mark that a text names is one of the guide's.",
    "Un repère qu'un texte nomme est un de ceux du guide.",
    "Readers would search in vain for the passage.",
    "On chercherait le passage en vain.",
)

FCT013 = Rule(
    "FCT013",
    "A mark in or after a link is that of its target; a mark in a record, of something that it names.",
    "Un repère dans un lien ou à sa suite est celui de sa cible; un repère dans une fiche est celui d'une chose "
    "qu'elle nomme.",
    "The words would announce one principle and the click would open another.",
    "Le texte annoncerait un principe et le clic en ouvrirait un autre.",
)


AGREE = Said("make them agree", "faites-les concorder")
BESIDE_A_TITLE = Said("write a mark that stands beside a title", "écrivez un repère qui figure à côté d'un titre")
CORRECT_MARK = Said(
    "correct the mark, or add its unit to source", "corrigez le repère, ou ajoutez son unité à la clé source"
)
POLICY = re.compile(r"\b(?:politique|policy)\b", re.I)
PAGE = re.compile(r"\bp(?:ages?|p?\.)[ \u00a0]?(\d+)")
MARK_AT_LINK = re.compile(r"\[[A-Z][\d.]+\]|\][*_]* ?\([A-Z]\d")
MARKED_LINK = r"\[(?P<text>{mark})\]\[(?P<inside>[a-z0-9-]+)\]|\]\[(?P<before>[a-z0-9-]+)\][*_]* ?\((?P<after>{mark})\)"


def note_links(corpus: Corpus) -> Iterator[Finding]:
    """A link to a note shows its number."""
    for _, document, link, note in _cited(corpus):
        if link.text not in (str(note.number), note.id.removeprefix("note-")):
            message = Said(
                f"{link.text or 'nothing'} stands for the note {note.number}",
                f"{link.text or 'rien'} tient lieu de la note {note.number}",
            )
            right = f"[{note.number}][{note.id}]"
            hint = Said(f"write {right}, or link the note that you mean", f"écrivez {right}, ou liez la note voulue")
            yield document.finding(FCT007, link.line, link.column, message, hint)


def _cited(corpus: Corpus) -> Iterator[tuple[Page, Document, Link, Note]]:
    for page, document, link in corpus.links():
        if link.ref in corpus.note:
            yield page, document, link, corpus.note[link.ref]


def notes_at_home(corpus: Corpus) -> Iterator[Finding]:
    """What retells the policy cites a note in its unit; a figure, the notes of its sources."""
    for page, document, link, note in _cited(corpus):
        retold = {*retells(corpus, document, link.section), *page.sources}
        if (page.mark or page.id in corpus.unit) and note.unit in corpus.unit and note.unit not in retold:
            message = Said(
                f"the note {note.number} belongs to {note.unit}, not here",
                f"la note {note.number} appartient à {note.unit} et n'a pas sa place ici",
            )
            hint = Said("cite it where the policy does", "citez-la là où la politique le fait")
            yield document.finding(FCT008, link.line, link.column, message, hint)
    for item in corpus.figures:
        for index, id_ in enumerate(item.value.notes if corpus.unit.keys() >= set(item.value.source) else ()):
            unit = corpus.note[id_].unit if id_ in corpus.note else ""
            if unit in corpus.unit and unit not in item.value.source:
                number = corpus.note[id_].number
                message = Said(
                    f"the note {number} belongs to {unit}, which is no source of the figure",
                    f"la note {number} appartient à {unit}, qui n'est pas une source de la figure",
                )
                hint = Said("cite the note of the figure's source", "citez la note de la source de la figure")
                yield item.finding(FCT008, message, hint, ("notes", index))


def note_numbers(corpus: Corpus) -> Iterator[Finding]:
    """A note has its own number, the one of its id, and stands on a page of its unit."""
    seen: dict[int, str] = {}
    for item in corpus.notes:
        note, unit = item.value, corpus.unit.get(item.value.unit)
        if other := seen.get(note.number):
            message = Said(
                f"the number {note.number} is also that of {other}",
                f"le numéro {note.number} est aussi celui de {other}",
            )
            hint = Said("give each note the policy's number", "donnez à chaque note le numéro de la politique")
            yield item.finding(FCT009, message, hint, ("number",))
        elif note.id != f"note-{note.number}" and re.fullmatch(r"note-\d+", note.id):
            message = Said(f"{note.id} has the number {note.number}", f"{note.id} a le numéro {note.number}")
            yield item.finding(FCT009, message, AGREE, ("number",))
        seen.setdefault(note.number, note.id)
        if unit and not unit.page <= note.page <= (unit.end or unit.page):
            hint = Said("correct the page or the unit", "corrigez la page ou l'unité")
            yield item.finding(FCT010, _off_its_pages(note, unit), hint, ("page",))


def _off_its_pages(note: Note, unit: Unit) -> Said:
    pages = Said(f"page {unit.page}", f"à la page {unit.page}")
    if unit.end:
        pages = Said(f"page {unit.page} to {unit.end}", f"aux pages {unit.page} à {unit.end}")
    return Said(
        f"the note stands on page {note.page}, but its unit {unit.id} on {pages}",
        f"la note est à la page {note.page}, mais son unité {unit.id} est {pages.fr}",
    )


def unit_pages(corpus: Corpus) -> Iterator[Finding]:
    """The units follow the policy's pages, each ending by the page on which the next starts."""
    for before, item in pairwise(unit for unit in corpus.units if unit.value.kind != "references"):
        page, end = item.value.page, before.value.end or before.value.page
        if page < end:
            message = Said(
                f"{item.value.id} starts on page {page}, before {before.value.id} ends (page {end})",
                f"{item.value.id} commence à la page {page}, avant la fin de {before.value.id} (page {end})",
            )
            hint = Said("correct one of the two, or the order", "corrigez l'une des deux pages, ou l'ordre")
            yield item.finding(FCT010, message, hint, ("page",))


def pages_quoted(corpus: Corpus) -> Iterator[Finding]:
    """A page of the policy that a text quotes is one of its pages."""
    last = max((item.value.end or item.value.page for item in corpus.units), default=0)
    for line in all_lines(corpus):
        for match in PAGE.finditer(line.text) if last and ("p. " in line.text or "page" in line.text) else ():
            if int(match[1]) > last and POLICY.search(line.text[: match.start()].rpartition(";")[2]):
                message = Said(f"the policy has no page {match[1]}", f"la politique n'a pas de page {match[1]}")
                hint = Said(f"its last page is {last}", f"sa dernière page est la {last}")
                yield line.finding(FCT011, match.start(1), message, hint)


def marks_exist(corpus: Corpus) -> Iterator[Finding]:
    """A mark that a text names is one of the guide's."""
    known = _marks(corpus).keys() | {entry.value.mark for entry in corpus.ledger_items if entry.value.mark}
    form = _form(corpus)
    named = re.compile(rf"(?<![\w.-]){form}(?![\w-])|(?<=\()(?i:{form})(?=\))")
    for prose in with_digits(corpus) if not corpus.unread else ():
        for match in named.finditer(prose.text):
            if match[0].upper() not in known:
                hint = did_you_mean(match[0].upper(), known, BESIDE_A_TITLE)
                message = Said(f"no section has the mark {match[0]}", f"aucune section n'a le repère {match[0]}")
                yield prose.finding(FCT012, match.start(), message, hint)


def marks_agree(corpus: Corpus) -> Iterator[Finding]:
    """A mark in a link, or in parentheses after it, is that of what the link leads to."""
    known, linked = _marks(corpus), re.compile(MARKED_LINK.format(mark=_form(corpus)))
    for _, document in corpus.documents():
        for row, line in enumerate(document.text.split("\n")) if MARK_AT_LINK.search(document.text) else ():
            for match in linked.finditer(line):
                side = "text" if match["text"] else "after"
                here, led = match[side], corpus.mark(match["inside"] or match["before"])
                if here in known and led and here != led:
                    message = Said(
                        f"the mark {here} is that of {known[here]}, and the link leads to {led}",
                        f"le repère {here} est celui de {known[here]}, et le lien mène à {led}",
                    )
                    column = match.start(side) + 1
                    yield document.finding(FCT013, document.first_line + row, column, message, AGREE)


def marks_of_records(corpus: Corpus) -> Iterator[Finding]:
    """A mark that a record's own texts name is that of a unit, principle or model which it names too."""
    known, form = _marks(corpus), re.compile(rf"(?<![\w.-]){_form(corpus)}(?![\w-])")
    records = {page.item.path: page.record for page in corpus.records}
    for prose in with_digits(corpus):
        record = records.get(prose.path)
        if record is None:
            continue
        for match in form.finditer(prose.text):
            named = {*record.source, *chain(*record.reasons.values()), record.id}
            if match[0] in known and known[match[0]] not in named:
                message = Said(
                    f"{match[0]} is {known[match[0]]}, which the record names nowhere else",
                    f"{match[0]} est {known[match[0]]}, que la fiche ne nomme nulle part ailleurs",
                )
                yield prose.finding(FCT013, match.start(), message, CORRECT_MARK)


def _marks(corpus: Corpus) -> dict[str, str]:
    return {mark: id_ for id_ in (*corpus.unit, *corpus.pages) if (mark := corpus.mark(id_))}


def _form(corpus: Corpus) -> str:
    """A pattern of the marks that count: of records, principles and sections; the others are not unlike A4."""
    records = {item.value.mark[0] for item in (*corpus.situations, *(page.item for page in corpus.records))}
    counted = (unit for unit in corpus.unit.values() if unit.kind in ("section", "principle"))
    letters = records | {unit.mark[0] for unit in counted if unit.mark}
    return rf"[{''.join(sorted(letters)) or '-'}]\d+(?:\.\d+)*"


CHECKS = (
    note_links,
    notes_at_home,
    note_numbers,
    unit_pages,
    pages_quoted,
    marks_exist,
    marks_agree,
    marks_of_records,
)
