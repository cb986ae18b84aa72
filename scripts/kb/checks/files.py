"""Files: bytes, leftovers and images, whatever the file is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.links import LNK001
from kb.formats.unseen import CONTROLS, HIDDEN, NO_BREAKS, decomposed, name
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule
from kb.model.tree import FIL007, FIL008
from kb.published import host
from kb.read.source import BOM

FIL002 = Rule(
    "FIL002",
    "A source file has no byte order mark.",
    "Un fichier source n'a pas d'indicateur d'ordre des octets (BOM) à son début.",
    "Some programs take this invisible start for a part of the text and misread the first line.",
    "Certains logiciels prennent ce début invisible pour du texte et lisent mal la première ligne.",
)

FIL004 = Rule(
    "FIL004",
    "A source file is not empty.",
    "Un fichier source n'est pas vide.",
    "A reader would arrive on a page that says nothing.",
    "Une personne arriverait sur une page qui ne dit rien.",
)

FIL005 = Rule(
    "FIL005",
    "A source file holds no placeholder text (TODO, FIXME, lorem ipsum).",
    "Un fichier source ne contient aucun texte provisoire (TODO, FIXME, lorem ipsum).",
    "A draft note left in place would be published and make readers doubt the rest.",
    "Une note de brouillon oubliée serait publiée et ferait douter du reste.",
)

FIL006 = Rule(
    "FIL006",
    "An image has an alternative text.",
    "Une image a un texte de remplacement.",
    "People who do not see the image would not know what it shows.",
    "Les personnes qui ne voient pas l'image ne sauraient pas ce qu'elle montre.",
)

FIL009 = Rule(
    "FIL009",
    "A source file holds no control character.",
    "Un fichier source ne contient aucun caractère de contrôle.",
    "Nobody sees these characters, and each program takes them for something else.",
    "Personne ne voit ces caractères, et chaque logiciel les prend pour autre chose.",
)

TXT001 = Rule(
    "TXT001",
    "A text holds no character that nobody sees or can read.",
    "Un texte ne contient aucun caractère que personne ne voit ou ne peut lire.",
    "A search or a copied sentence would fail for a reason that nobody can find.",
    "Une recherche ou une phrase copiée échouerait pour une raison introuvable.",
)

TXT002 = Rule(
    "TXT002",
    "A letter and its accent are one character.",
    "Une lettre et son accent forment un seul caractère.",
    "The same word typed in two ways would escape the search and the spelling check.",
    "Le même mot tapé de deux façons échapperait à la recherche et au correcteur.",
)

TXT003 = Rule(
    "TXT003",
    "An author types plain spaces; staging sets those that do not break.",
    "On tape des espaces simples; la préparation met celles qui sont insécables.",
    "Special spaces typed by hand look like any other, so nobody can tell where they are missing.",
    "Les espaces spéciales tapées à la main ressemblent aux autres : on ne voit pas où il en manque.",
)


# In capitals only: « todo » and « xxx » are also words.
PLACEHOLDERS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "LOREM IPSUM")
PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum|LOREM IPSUM")

RECORD_FILES = ("record.yml", *(f"{language}.md" for language in LANGUAGES))


def byte_order_mark(corpus: Corpus) -> Iterator[Finding]:
    """A source file has no byte order mark."""
    for path, text in corpus.files.items():
        if text.startswith(BOM):
            yield Finding(path, 1, 1, FIL002, "starts with a byte order mark", "save as UTF-8 without BOM")


def control_characters(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no control character: nobody sees it, and each reader takes it for something else."""
    for path, text in corpus.files.items():
        for match in CONTROLS.finditer(text) if path not in corpus.unread else ():  # YAML refuses them itself
            message = f"control character U+{ord(match.group()):04X}"
            yield Finding(path, *_place(text, match.start()), FIL009, message, "remove it")


def unseen_characters(corpus: Corpus) -> Iterator[Finding]:
    """A text holds no character that nobody sees, no accent apart from its letter, and only plain spaces."""
    for path, text in corpus.files.items():
        if text.isascii() or not path.endswith((".md", ".yml")):  # the guide's own memory holds what it published
            continue
        text = text.removeprefix(BOM)
        for match in HIDDEN.finditer(text):
            message = f"a character that nobody sees or can read: {name(match.group())}"
            yield Finding(path, *_place(text, match.start()), TXT001, message, "remove it, and type the word again")
        for start, whole in decomposed(text):
            message = f"the letter and the accent of {whole} are two characters"
            yield Finding(path, *_place(text, start), TXT002, message, f"type {whole} again")
        for match in NO_BREAKS.finditer(text):
            message = f"a space that is not a plain one: {name(match.group())}"
            hint = "type a plain space: the guide sets the others itself"
            yield Finding(path, *_place(text, match.start()), TXT003, message, hint)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def empty_files(corpus: Corpus) -> Iterator[Finding]:
    """A source file is not empty."""
    for path, text in corpus.files.items():
        if not text.removeprefix(BOM).strip():
            yield Finding(path, 1, 1, FIL004, "the file is empty", "write it or remove it")
    for page, document in corpus.documents():
        if not document.text.strip() and not page.generated and corpus.files[document.path].strip():
            yield document.finding(FIL004, document.first_line, 1, "the page has no text", "write it or remove it")


def placeholders(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no placeholder text."""
    for path, text in corpus.files.items():
        if not any(word in text for word in PLACEHOLDERS):
            continue
        for match in PLACEHOLDER.finditer(text):
            place = _place(text, match.start())
            yield Finding(path, *place, FIL005, f"placeholder text {match.group()}", "write the real text")


def alternative_texts(corpus: Corpus) -> Iterator[Finding]:
    """An image has an alternative text."""
    for _, document in corpus.documents():
        for link in document.scan.links:
            if link.image and not link.text.strip():
                hint = "say what it shows: ![text][id]"
                yield document.finding(FIL006, link.line, link.column, "image without alternative text", hint)


def lists_have_pages(corpus: Corpus) -> Iterator[Finding]:
    """The page that holds the terms, and that which holds the references, exist: staging links into them."""
    for kind, items in (("glossary", corpus.terms), ("references", corpus.references)):
        if items and not corpus.generated_page(kind):
            message, hint = f"no page shows the {kind}", f"add a page with generated: {kind}"
            yield Finding(f"docs/{kind}.yml", 1, 1, FIL007, message, hint)


def policy_listed(corpus: Corpus) -> Iterator[Finding]:
    """The policy is a reference, r-politique: every source line links it."""
    if corpus.references and not {"r-politique"} & (corpus.reference.keys() | corpus.broken):
        hint = "give the policy this id"
        yield Finding("docs/references.yml", 1, 1, LNK001, "no reference has the id r-politique", hint)


def strays(corpus: Corpus) -> Iterator[Finding]:
    """A file or folder stands where the content model expects one: nothing reads another, so its text is lost."""
    for path in sorted(_strays(corpus)):
        hint = "move it where it belongs (what the host asks for, to docs/host/), or remove it"
        yield Finding(path, 1, 1, FIL008, "nothing reads this", hint)


def _strays(corpus: Corpus) -> Iterator[str]:
    tree = corpus.tree
    read = {*corpus.files, *(fault.path for fault in corpus.faults)}
    for path in tree.inside("docs"):
        known = path in tree.folders and path.rpartition("/")[2] in (*LANGUAGES, "assets", "editions", "host")
        if not known and path not in read:
            yield path
    yield from (f"docs/{name}" for name in host.HIDDEN if (corpus.root / "docs" / name).exists())
    for language in LANGUAGES:
        yield from (path for path in tree.below(f"docs/{language}") if not path.endswith(".md"))
    for folder in ("examples", "models"):
        for path in tree.inside(folder):
            names = [] if path in tree.files else tree.inside(path)
            yield from (name for name in names if name.rpartition("/")[2] not in RECORD_FILES)
            if path in tree.files:
                yield path


CHECKS = (
    byte_order_mark,
    control_characters,
    unseen_characters,
    empty_files,
    placeholders,
    alternative_texts,
    lists_have_pages,
    policy_listed,
    strays,
)
