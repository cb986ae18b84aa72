"""Rules on ids and on what assistive technology announces."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from verify.site import Site

HTM024 = Rule(
    "HTM024",
    "An id is unique in its page, not empty, and holds no space.",
    "Un identifiant est unique dans sa page, n'est pas vide et ne contient pas d'espace.",
    "A link to the section would lead to the wrong place, or to none.",
    "Un lien vers la section mènerait au mauvais endroit, ou à aucun.",
)

HTM025 = Rule(
    "HTM025",
    "An attribute that names ids, such as aria-controls or for, names ids of its page.",
    "Un attribut qui nomme des identifiants, comme aria-controls ou for, nomme des identifiants de sa page.",
    "A screen reader would not say which label goes with a field, or what a button opens.",
    "Un lecteur d'écran ne dirait pas quelle étiquette va avec un champ, ni ce qu'ouvre un bouton.",
)

HTM026 = Rule(
    "HTM026",
    "An image of a page has an alternative text, be it empty.",
    "Une image d'une page a un texte de remplacement, même vide.",
    "A screen reader would read out a file name instead of what the image shows.",
    "Un lecteur d'écran lirait un nom de fichier au lieu de ce que l'image montre.",
)

HTM027 = Rule(
    "HTM027",
    "A link or button of a page has an accessible name.",
    "Un lien ou un bouton d'une page a un nom accessible.",
    'A screen reader would say only "link" or "button", and its user could not tell what it does.',
    "Un lecteur d'écran dirait seulement « lien » ou « bouton », sans que l'on sache à quoi il sert.",
)

HTM028 = Rule(
    "HTM028",
    "A table has header cells.",
    "Un tableau a des cellules d'en-tête.",
    "A screen reader could not say what the figure in a cell stands for.",
    "Un lecteur d'écran ne pourrait pas dire à quoi se rapporte le contenu d'une case.",
)

HTM029 = Rule(
    "HTM029",
    "A frame has a title.",
    "Un cadre a un titre.",
    "People who use a screen reader would not know what it holds, nor whether to enter it.",
    "Avec un lecteur d'écran, on ne saurait pas ce qu'il contient, ni s'il faut y entrer.",
)

_OWN_ID = Said("give it an id of its own", "donnez-lui un identifiant qui n'est qu'à lui")
_NAME_AN_ID = Said(
    "name an id of the page, or remove the attribute", "nommez un identifiant de la page, ou retirez l'attribut"
)


def ids_are_unique(site: Site) -> Iterator[Finding]:
    """An id is unique in its page, not empty, and holds no space."""
    for page in site.pages.values():
        for line, message in page.repeated_ids:
            yield Finding(page.path, line, 1, HTM024, message, _OWN_ID)


def id_references_resolve(site: Site) -> Iterator[Finding]:
    """An attribute that names ids, such as aria-controls or for, names ids of its page."""
    for page in site.pages.values():
        for line, place, wanted in page.id_refs:
            if wanted not in page.ids:
                english = f"{place} names “{wanted}”, no id of the page"
                french = f"{place} nomme « {wanted} », qui n'est pas un identifiant de la page"
                hint = did_you_mean(wanted, page.ids, _NAME_AN_ID)
                yield Finding(page.path, line, 1, HTM025, Said(english, french), hint)


def images_have_alternatives(site: Site) -> Iterator[Finding]:
    """An image has an alternative text, be it empty; an image button has one that is not."""
    for page in site.pages.values():
        for line, what in page.silent_images:
            message = Said(f"{what} has no alternative text", f"{what} n'a pas de texte de remplacement")
            yield Finding(page.path, line, 1, HTM026, message, Said("add alt", "ajoutez alt"))


def controls_have_names(site: Site) -> Iterator[Finding]:
    """A link or button has an accessible name: text, aria-label, title or alternative text."""
    for page in site.pages.values():
        for line, what in page.nameless:
            message = Said(f"{what} has no accessible name", f"{what} n'a pas de nom accessible")
            hint = Said("add a text or aria-label", "ajoutez un texte ou aria-label")
            yield Finding(page.path, line, 1, HTM027, message, hint)


def tables_have_headers(site: Site) -> Iterator[Finding]:
    """A table that is not mere layout has header cells."""
    message = Said("the table has no header cell", "le tableau n'a pas de cellule d'en-tête")
    hint = Said("make its first row th cells", "faites de sa première rangée des cellules th")
    for page in site.pages.values():
        for line in page.headless_tables:
            yield Finding(page.path, line, 1, HTM028, message, hint)


def frames_have_titles(site: Site) -> Iterator[Finding]:
    """A frame has a title."""
    message = Said("the iframe has no title", "l'iframe n'a pas de titre")
    for page in site.pages.values():
        for line in page.untitled_frames:
            yield Finding(page.path, line, 1, HTM029, message, Said("add title", "ajoutez title"))


RULES = (
    ids_are_unique,
    id_references_resolve,
    images_have_alternatives,
    controls_have_names,
    tables_have_headers,
    frames_have_titles,
)
