"""Files: bytes, leftovers and images, whatever the file is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.checks.links import LNK001
from kb.formats.unseen import CONTROLS, HIDDEN, NO_BREAKS, decomposed, name
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
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
PLACEHOLDERS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "LOREM IPSUM", "compléter", "be completed")
PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum|LOREM IPSUM"
    r"|\([Àà] compléter\)|\bÀ compléter(?=[.\s]*$)|\([Tt]o be completed\)|\bTo be completed(?=[.\s]*$)",
    re.M,
)

EMPTY_FILE = Said("write it or remove it", "remplissez-le ou supprimez-le")
EMPTY_PAGE = Said("write it or remove it", "rédigez-la ou supprimez-la")
RECORD_FILES = ("record.yml", *(f"{language}.md" for language in LANGUAGES))


def byte_order_mark(corpus: Corpus) -> Iterator[Finding]:
    """A source file has no byte order mark."""
    for path, text in corpus.files.items():
        if text.startswith(BOM):
            message = Said("starts with a byte order mark", "commence par un indicateur d'ordre des octets (BOM)")
            hint = Said("save as UTF-8 without BOM", "enregistrez le fichier en UTF-8 sans BOM")
            yield Finding(path, 1, 1, FIL002, message, hint)


def control_characters(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no control character: nobody sees it, and each reader takes it for something else."""
    for path, text in corpus.files.items():
        for match in CONTROLS.finditer(text) if path not in corpus.unread else ():  # YAML refuses them itself
            code = f"U+{ord(match.group()):04X}"
            message = Said(f"control character {code}", f"caractère de contrôle {code}")
            yield Finding(path, *_place(text, match.start()), FIL009, message, Said("remove it", "supprimez-le"))


def unseen_characters(corpus: Corpus) -> Iterator[Finding]:
    """A text holds no character that nobody sees, no accent apart from its letter, and only plain spaces."""
    for path, text in corpus.files.items():
        if text.isascii() or not path.endswith((".md", ".yml")):  # the guide's own memory holds what it published
            continue
        text = text.removeprefix(BOM)
        for match in HIDDEN.finditer(text):
            yield Finding(path, *_place(text, match.start()), TXT001, *_hidden(match.group()))
        for start, whole in decomposed(text):
            yield Finding(path, *_place(text, start), TXT002, *_two_characters(whole))
        for match in NO_BREAKS.finditer(text):
            yield Finding(path, *_place(text, match.start()), TXT003, *_no_plain_space(match.group()))


def _hidden(character: str) -> tuple[Said, Said]:
    return (
        Said(
            f"a character that nobody sees or can read: {name(character)}",
            f"un caractère que personne ne voit ou ne peut lire : {name(character, 'fr')}",
        ),
        Said("remove it, and type the word again", "supprimez-le, et retapez le mot"),
    )


def _two_characters(whole: str) -> tuple[Said, Said]:
    return (
        Said(
            f"the letter and the accent of {whole} are two characters",
            f"la lettre et l'accent de {whole} sont deux caractères",
        ),
        Said(f"type {whole} again", f"retapez {whole}"),
    )


def _no_plain_space(character: str) -> tuple[Said, Said]:
    return (
        Said(
            f"a space that is not a plain one: {name(character)}",
            f"une espace qui n'est pas une espace simple : {name(character, 'fr')}",
        ),
        Said(
            "type a plain space: the guide sets the others itself",
            "tapez une espace simple : le guide met les autres lui-même",
        ),
    )


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def empty_files(corpus: Corpus) -> Iterator[Finding]:
    """A source file is not empty."""
    for path, text in corpus.files.items():
        if not text.removeprefix(BOM).strip():
            yield Finding(path, 1, 1, FIL004, Said("the file is empty", "le fichier est vide"), EMPTY_FILE)
    for page, document in corpus.documents():
        if not document.text.strip() and not page.generated and corpus.files[document.path].strip():
            message = Said("the page has no text", "la page n'a aucun texte")
            yield document.finding(FIL004, document.first_line, 1, message, EMPTY_PAGE)


def placeholders(corpus: Corpus) -> Iterator[Finding]:
    """A source file holds no placeholder text."""
    for path, text in corpus.files.items():
        if not any(word in text for word in PLACEHOLDERS):
            continue
        for match in PLACEHOLDER.finditer(text):
            message = Said(f"placeholder text {match.group()}", f"texte provisoire {match.group()}")
            hint = Said("write the real text", "écrivez le vrai texte")
            yield Finding(path, *_place(text, match.start()), FIL005, message, hint)


def alternative_texts(corpus: Corpus) -> Iterator[Finding]:
    """An image has an alternative text."""
    for _, document, link in corpus.links():
        if link.image and not link.text.strip():
            message = Said("image without alternative text", "image sans texte de remplacement")
            written = f"![text]({link.href})" if link.href else "![text][id]"
            hint = Said(f"say what it shows: {written}", f"dites ce qu'elle montre : {written}")
            yield document.finding(FIL006, link.line, link.column, message, hint)


def lists_have_pages(corpus: Corpus) -> Iterator[Finding]:
    """The page that holds the terms, and that which holds the references, exist: staging links into them."""
    for kind, items in (("glossary", corpus.terms), ("references", corpus.references)):
        if items and not corpus.generated_page(kind):
            path = f"docs/{kind}.yml"
            message = Said(f"no page shows the {kind}", f"aucune page ne montre ce que contient {path}")
            hint = Said(f"add a page with generated: {kind}", f"ajoutez une page avec generated: {kind}")
            yield Finding(path, 1, 1, FIL007, message, hint)


def policy_listed(corpus: Corpus) -> Iterator[Finding]:
    """The policy is a reference, r-politique: every source line links it."""
    if corpus.references and not {"r-politique"} & (corpus.reference.keys() | corpus.broken):
        message = Said("no reference has the id r-politique", "aucune référence n'a l'identifiant r-politique")
        hint = Said("give the policy this id", "donnez cet identifiant à la politique")
        yield Finding("docs/references.yml", 1, 1, LNK001, message, hint)


def strays(corpus: Corpus) -> Iterator[Finding]:
    """A file or folder stands where the content model expects one: nothing reads another, so its text is lost."""
    for path in sorted(_strays(corpus)):
        hint = Said(
            "move it where it belongs (what the host asks for, to docs/host/), or remove it",
            "déplacez-le là où il doit être (ce que demande l'hébergeur, dans docs/host/), ou supprimez-le",
        )
        yield Finding(path, 1, 1, FIL008, Said("nothing reads this", "rien ne lit ceci"), hint)


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
