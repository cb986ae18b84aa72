"""Faults of an element that assistive technology announces, or should."""

from __future__ import annotations

from typing import Any

from kb.model.rule import Rule, Said
from verify.accessible_names import LINK_ROLES, focusable_in, has_name, is_hidden
from verify.attributes import Found, Handler, flaw

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

HTM047 = Rule(
    "HTM047",
    "A heading of a page is not empty.",
    "Un titre de section d'une page n'est pas vide.",
    "A screen reader would announce a section without saying which.",
    "Un lecteur d'écran annoncerait une section sans dire laquelle.",
)

HTM053 = Rule(
    "HTM053",
    "What the keyboard reaches is not hidden from screen readers.",
    "Ce que le clavier atteint n'est pas caché aux lecteurs d'écran.",
    "A blind reader would stop on something that is never announced, and be lost.",
    "Une personne aveugle s'arrêterait sur une chose jamais annoncée, et serait perdue.",
)

_ADD_ALT, _ADD_NAME = Said("add alt", "ajoutez alt"), Said("add a text or aria-label", "ajoutez un texte ou aria-label")


def _image(found: Found, element: Any) -> None:
    if element.get("alt") is None:
        _silent(found, element, f"<img src={element.get('src', '')}>")


def _silent(found: Found, element: Any, what: str) -> None:
    message = Said(f"{what} has no alternative text", f"{what} n'a pas de texte de remplacement")
    flaw(found, element, HTM026, message, _ADD_ALT)


def _name(found: Found, element: Any) -> None:
    """A link, a button or an area says what it does; one without an address, or hidden, has nothing to say."""
    if has_name(element) or is_hidden(element):
        return
    if element.tag == "button" or any(element.get(name) is not None for name in ("href", "xlink:href")):
        _nameless(found, element, f"<{element.tag}>")


def _nameless(found: Found, element: Any, what: str) -> None:
    message = Said(f"{what} has no accessible name", f"{what} n'a pas de nom accessible")
    flaw(found, element, HTM027, message, _ADD_NAME)


def _input(found: Found, element: Any) -> None:
    """The two kinds of input that are buttons without a text of their own."""
    kind = element.get("type", "").lower()
    if kind == "image" and not element.get("alt", "").strip():
        _silent(found, element, "<input type=image>")
    if kind == "button" and not (element.get("value", "").strip() or has_name(element) or is_hidden(element)):
        _nameless(found, element, "<input type=button>")


def role(found: Found, element: Any, value: str) -> None:
    """A link or button by role needs a name as much as one by element."""
    if value not in LINK_ROLES or element.tag in ("button", "input") or element.get("href") is not None:
        return
    if not has_name(element) and not is_hidden(element):
        _nameless(found, element, f"<{element.tag} role={value}>")


def _table(found: Found, element: Any) -> None:
    if element.get("role") in ("presentation", "none") or next(element.iter("th"), None) is not None:
        return
    if not any(cell.get("role") in ("columnheader", "rowheader") for cell in element.iter("td")):
        message = Said("the table has no header cell", "le tableau n'a pas de cellule d'en-tête")
        hint = Said("make its first row th cells", "faites de sa première rangée des cellules th")
        flaw(found, element, HTM028, message, hint)


def _frame(found: Found, element: Any) -> None:
    if not any(element.get(name, "").strip() for name in ("title", "aria-label", "aria-labelledby")):
        message = Said("the iframe has no title", "l'iframe n'a pas de titre")
        flaw(found, element, HTM029, message, Said("add title", "ajoutez title"))


def _heading(found: Found, element: Any) -> None:
    if not has_name(element):
        hint = Said("give it a text, or remove it", "donnez-lui un texte, ou retirez-le")
        flaw(found, element, HTM047, Said("the heading is empty", "le titre est vide"), hint)


def aria_hidden(found: Found, element: Any, value: str) -> None:
    """What the keyboard reaches is not hidden from screen readers."""
    for inner in focusable_in(element) if value == "true" else ():
        english = f"the keyboard reaches <{inner.tag}>, which aria-hidden hides from screen readers"
        french = f"le clavier atteint <{inner.tag}>, qu'aria-hidden cache aux lecteurs d'écran"
        hint = Said("remove aria-hidden, or the link or button", "retirez aria-hidden, ou le lien ou le bouton")
        flaw(found, inner, HTM053, Said(english, french), hint)


ANNOUNCED_HANDLERS: tuple[tuple[Handler, str], ...] = (
    (_frame, "iframe"),
    (_heading, "h1 h2 h3 h4 h5 h6"),
    (_image, "img"),
    (_input, "input"),
    (_name, "a area button"),
    (_table, "table"),
)
