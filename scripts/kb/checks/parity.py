"""Parity: what exists in one language exists in the other, with the same outline, figures and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.formats.markdown import Block, Heading, Link
from kb.model.corpus import Corpus, Document, Page
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.dates import month_name
from kb.text.facts import figures
from kb.text.numerals import in_text
from kb.text.prose import asked, strings
from kb.text.twins import alike_in_shape, sections, texts

PAR001 = Rule(
    "PAR001",
    "A page or record exists in both languages.",
    "Une page ou une fiche existe dans les deux langues.",
    "Half of the readers would find nothing on the subject.",
    "La moitié du lectorat ne trouverait rien sur le sujet.",
)

PAR002 = Rule(
    "PAR002",
    "Both languages have the same headings: ids, levels and order.",
    "Les deux langues ont les mêmes titres de section : identifiants, niveaux et ordre.",
    "A reader who changes language would not land on the same passage.",
    "En changeant de langue, on n'arriverait pas au même passage.",
)

PAR003 = Rule(
    "PAR003",
    "Both languages of a section state the same figures and years.",
    "Les deux langues d'une section donnent les mêmes chiffres et les mêmes années.",
    "French and English readers would be told different facts.",
    "On apprendrait des faits différents selon la langue.",
)

PAR004 = Rule(
    "PAR004",
    "A text is in its own language.",
    "Un texte est dans sa propre langue.",
    "Readers would come upon a passage that they may not understand.",
    "On tomberait sur un passage qu'on ne comprend peut-être pas.",
)

PAR006 = Rule(
    "PAR006",
    "Both languages carry the same language-neutral metadata.",
    "Les deux langues portent les mêmes métadonnées, celles qui ne dépendent pas de la langue.",
    "The same page would rest on one source in French and on another in English.",
    "La même page s'appuierait sur une source en français et sur une autre en anglais.",
)

PAR007 = Rule(
    "PAR007",
    "Both languages of a section link the same ids.",
    "Les deux langues d'une section lient les mêmes identifiants.",
    "Readers of one language would be offered less to explore than the others.",
    "Une langue offrirait moins à explorer que l'autre.",
)


NAMES = {"fr": Said("French", "français"), "en": Said("English", "anglais")}
NOT_IN = {code: Said(f"this text is not in {name}", f"ce texte n'est pas en {name.fr}") for code, name in NAMES.items()}
TRANSLATE = Said("translate it", "traduisez-le")
SAME_FIGURES = Said("state the same figures in both languages", "donnez les mêmes chiffres dans les deux langues")
WORD = re.compile(r"[^\W\d_]+")
# Function words that only one of the two languages has.
WORDS = {
    "fr": frozenset(
        "le la les des une du aux et est sont dans pour par avec que qui sur ses leur leurs ce cette ces ou au".split()
    ),
    "en": frozenset(
        "the of and to in is are for by with that which on its their this these or an at from as it".split()
    ),
}
NEUTRAL = ("sources", "editorial", "generated")


def pairs(corpus: Corpus) -> Iterator[tuple[Page, Document, Document]]:
    for page in corpus.pages.values():
        if all(language in page.documents for language in LANGUAGES):
            yield page, page.documents["fr"], page.documents["en"]


def both_languages(corpus: Corpus) -> Iterator[Finding]:
    """A page or record exists in both languages."""
    for page in corpus.pages.values():
        missing = [language for language in LANGUAGES if language not in page.documents]
        for language in missing:
            path = next((d.path for d in page.documents.values()), page.items[0].path)
            name = NAMES[language]
            message = Said(f"{page.id} has no {name} text", f"{page.id} n'a pas de texte {name.fr}")
            hint = Said(f"write it, with the same id {page.id}", f"écrivez-le, avec le même identifiant {page.id}")
            if page.id not in corpus.broken:
                yield Finding(path, 1, 1, PAR001, message, hint)


def same_outline(corpus: Corpus) -> Iterator[Finding]:
    """Both languages have the same headings: ids, levels and order; REC005 says which sections a record lacks."""
    for page, fr, en in pairs(corpus):
        ids = {d.language: [h.id for h in d.scan.headings] for d in (fr, en)}
        for here, other in ((fr, en), (en, fr)):
            for heading in here.scan.headings:
                if heading.id and heading.id not in ids[other.language] and heading.id not in page.prose:
                    yield here.finding(PAR002, heading.line, heading.column, *_no_twin(heading, other))
        common = [[h for h in d.scan.headings if h.id in set(ids["fr"]) & set(ids["en"])] for d in (fr, en)]
        for one, two in zip(*common, strict=False):
            if (one.id, one.level) != (two.id, two.level):
                yield en.finding(PAR002, two.line, two.column, *_out_of_place(two, fr, one))
                break


def _no_twin(heading: Heading, other: Document) -> tuple[Said, Said]:
    name = NAMES[other.language]
    message = Said(
        f"the section {heading.id} has no {name} twin", f"la section {heading.id} n'a pas de jumelle en {name.fr}"
    )
    return message, Said(f"add it to {other.path}", f"ajoutez-la à {other.path}")


def _out_of_place(heading: Heading, other: Document, wanted: Heading) -> tuple[Said, Said]:
    message = Said(
        f"heading {heading.id} (level {heading.level}) stands where {other.path} has {wanted.id} "
        f"(level {wanted.level})",
        f"le titre {heading.id} (niveau {heading.level}) est là où {other.path} a {wanted.id} (niveau {wanted.level})",
    )
    hint = Said("give both the same order and levels", "donnez aux deux le même ordre et les mêmes niveaux")
    return message, hint


def _stated(blocks: list[Block], language: str) -> dict[str, tuple[int, int]]:
    """The figures and months of the unlinked text of a section, with the first place of each."""
    found: dict[str, tuple[int, int]] = {}
    for run in (run for block in blocks for run in block.runs):
        for number, at in figures(run.text, language).items():
            found.setdefault(number, (run.line, run.column + at))
    return found


def same_figures(corpus: Corpus) -> Iterator[Finding]:
    """Both languages of a section, and of each text of front matter and YAML, state the same figures and years."""
    for section in sections(corpus):
        stated = [_stated(blocks, d.language) for blocks, d in zip(section.blocks, section.documents, strict=True)]
        for here, there in ((0, 1), (1, 0)) if section.same_shape else ():
            other = section.documents[there]
            for number in stated[here].keys() - stated[there].keys():
                if not in_text(number, " ".join(block.text for block in section.blocks[there]), other.language):
                    place = stated[here][number]
                    yield section.documents[here].finding(PAR003, *place, _unstated(number, other.path), SAME_FIGURES)
    for fr, en in texts(corpus):
        if figures(fr.text, "fr").keys() != figures(en.text, "en").keys():
            message = Said(
                "the figures differ from the French text", "les chiffres diffèrent de ceux du texte français"
            )
            yield en.finding(PAR003, 0, message, SAME_FIGURES)


def _unstated(figure: str, path: str) -> Said:
    """That what `figures` found is not in a file."""
    if figure.startswith("--"):
        english, french = (month_name(figure, language) for language in ("en", "fr"))
        return Said(f"the month {english} is not in {path}", f"le mois « {french} » n'est pas dans {path}")
    return Said(f"the figure {figure} is not in {path}", f"le chiffre {figure} n'est pas dans {path}")


def right_language(corpus: Corpus) -> Iterator[Finding]:
    """A paragraph or string of eight words or more is in its own language."""
    for _, document in corpus.documents():
        for block in document.scan.blocks:
            if block.kind != "heading" and is_other_language(block.text, document.language):
                yield document.finding(PAR004, block.line, 1, NOT_IN[document.language], TRANSLATE)
    for prose in (*strings(corpus), *asked(corpus)):
        if not prose.name and is_other_language(prose.text, prose.language):
            yield prose.finding(PAR004, 0, NOT_IN[prose.language], TRANSLATE)


def is_other_language(text: str, language: str) -> bool:
    """Whether a text of eight words or more has far more function words of the other language than of its own.

    A short run that does not end as a sentence is taken for a name: public bodies keep their French name.
    """
    words = WORD.findall(text.lower())
    if len(words) < 8 or (len(words) < 20 and text.rstrip()[-1] not in ".;:!?"):
        return False
    other = "en" if language == "fr" else "fr"
    own_words = sum(map(WORDS[language].__contains__, words))
    other_words = sum(map(WORDS[other].__contains__, words))
    return other_words >= 3 and other_words > 2 * own_words


def same_metadata(corpus: Corpus) -> Iterator[Finding]:
    """Both languages of a page carry the same sources and marks of kind."""
    for page in corpus.authored:
        if len(page.meta) == 2:
            for key in NEUTRAL:
                if getattr(page.meta["fr"].value, key) != getattr(page.meta["en"].value, key):
                    path = page.meta["fr"].path
                    message = Said(f"{key} differs from {path}", f"{key} diffère de {path}")
                    hint = Said("state the same in both languages", "indiquez la même chose dans les deux langues")
                    yield page.meta["en"].finding(PAR006, message, hint, (key,))


def same_links(corpus: Corpus) -> Iterator[Finding]:
    """Both languages of a section link the same ids."""
    alike = alike_in_shape(corpus)
    for page, fr, en in pairs(corpus):
        for here, other in ((fr, en), (en, fr)):
            theirs = {(link.section, link.ref) for link in other.scan.links}
            seen: set[tuple[str | None, str | None]] = set()
            for link in here.scan.links:
                place = (link.section, link.ref)
                if link.ref and place not in theirs | seen and (page.id, link.section) in alike:
                    seen.add(place)
                    yield here.finding(PAR007, link.line, link.column, *_not_linked(link, other))


def _not_linked(link: Link, other: Document) -> tuple[Said, Said]:
    message = Said(
        f"the link to {link.ref} is not in {other.path}", f"le lien vers {link.ref} n'est pas dans {other.path}"
    )
    hint = Said("link the same ids in both languages", "liez les mêmes identifiants dans les deux langues")
    return message, hint


CHECKS = (both_languages, same_outline, same_figures, right_language, same_metadata, same_links)
