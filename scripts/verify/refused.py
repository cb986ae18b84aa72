"""Faults of an element that the site's security policy refuses, and of data inside a page."""

from __future__ import annotations

import json
import re
from typing import Any

from kb.model.rule import Rule, Said
from verify.attributes import Found, Handler, flaw, line_of
from verify.css import css_addresses
from verify.parts import Ref, Use

HTM014 = Rule(
    "HTM014",
    "No element has an event attribute.",
    "Aucun élément n'a d'attribut d'événement.",
    "The site's security policy blocks the code in these attributes, and the button or field would not respond.",
    "La politique de sécurité du site bloque le code de ces attributs, et le bouton ou le champ ne réagirait pas.",
)

HTM015 = Rule(
    "HTM015",
    "No executable script stands inside a page.",
    "Aucun script exécutable ne se trouve à l'intérieur d'une page.",
    "The site's security policy would not run it, and allowing it would open the door to injected code.",
    "La politique de sécurité du site ne l'exécuterait pas, et le permettre ouvrirait la porte à du code injecté.",
)

HTM016 = Rule(
    "HTM016",
    "JSON inside a page parses.",
    "Le JSON à l'intérieur d'une page se lit sans erreur de syntaxe.",
    "One wrong character makes search engines and scripts ignore the whole block of data.",
    "Un seul caractère fautif, et les moteurs de recherche et les scripts ignorent tout le bloc de données.",
)

HTM018 = Rule(
    "HTM018",
    "No page has a base element.",
    "Aucune page n'a d'élément base.",
    "This element changes where all links start from, and a link to a section of the page would open another page.",
    "Cet élément change le point de départ de tous les liens, et un lien vers une section de la page en ouvrirait une "
    "autre.",
)

HTM056 = Rule(
    "HTM056",
    "No style stands inside a page.",
    "Aucun style ne se trouve à l'intérieur d'une page.",
    "The site's security policy ignores it, so the page would look right to the editor and wrong once published.",
    "La politique de sécurité du site n'en tient pas compte : la page semblerait juste à l'essai, et fausse une fois "
    "publiée.",
)

HTM057 = Rule(
    "HTM057",
    "No object, embedded content or frame stands in a page.",
    "Aucun objet, contenu incorporé ou cadre ne se trouve dans une page.",
    "The site's security policy blocks them, and the reader would see an empty box.",
    "La politique de sécurité du site les bloque, et on verrait un espace vide.",
)

_SCRIPT_TYPE = re.compile(r"|module|(?:text|application)/(?:x-)?(?:java|ecma|j|live)script[\d.]*", re.IGNORECASE)
_JSON_TYPE = re.compile(r".*[/+]json|importmap|speculationrules", re.IGNORECASE)


def _script(found: Found, element: Any) -> None:
    kind, text = element.get("type", "").strip(), element.text or ""
    is_inside = (source := element.get("src")) is None or source.strip().lower().startswith("data:")
    if is_inside and _SCRIPT_TYPE.fullmatch(kind):
        message = Said("executable script inside the page", "script exécutable à l'intérieur de la page")
        flaw(found, element, HTM015, message, Said("move it to a file", "déplacez-le dans un fichier"))
    elif _JSON_TYPE.fullmatch(kind):
        try:
            json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            hint = Said("print it with a JSON filter", "écrivez-le avec un filtre JSON")
            flaw(found, element, HTM016, _not_json(kind, error.args[0]), hint)


def _refuse(constant: str) -> None:
    raise ValueError(Said(f"{constant} is not JSON", f"{constant} n'est pas du JSON"))


def _not_json(kind: str, cause: str) -> Said:
    """The message; a cause that the parser tells is in English alone."""
    french = getattr(cause, "fr", cause)
    return Said(f"the {kind} script is not JSON: {cause}", f"le script {kind} n'est pas du JSON : {french}")


def event(found: Found, element: Any, name: str) -> None:
    message = Said(f"event attribute {name} of <{element.tag}>", f"attribut d'événement {name} de <{element.tag}>")
    hint = Said("listen to it from a script file", "réagissez à cet événement depuis un fichier de script")
    flaw(found, element, HTM014, message, hint)


def style(found: Found, element: Any, value: str) -> None:
    """The style attribute of an element, and what it loads."""
    _style(found, element, Said(f"style attribute of <{element.tag}>", f"attribut style de <{element.tag}>"))
    for _, _, address in css_addresses(value):
        found["refs"].append(Ref(line_of(element), 1, Use.LOAD, f"<{element.tag} style>", address))


def _style_sheet(found: Found, element: Any) -> None:
    _style(found, element, Said("<style> element", "élément <style>"))
    for line, _, address in css_addresses(element.text or ""):
        found["refs"].append(Ref(line_of(element) + line - 1, 1, Use.LOAD, "<style>", address))


def _style(found: Found, element: Any, message: Said) -> None:
    english = "give it a class, and the style to a style sheet"
    hint = Said(english, "donnez-lui une classe, et mettez le style dans une feuille de style")
    flaw(found, element, HTM056, message, hint)


def _base(found: Found, element: Any) -> None:
    """It would turn the page's fragments into links to another page."""
    message = Said("the page has a base element", "la page a un élément base")
    flaw(found, element, HTM018, message, Said("remove it", "retirez-le"))


def _embedded(found: Found, element: Any) -> None:
    message = Said(f"<{element.tag}> in the page", f"<{element.tag}> dans la page")
    flaw(found, element, HTM057, message, Said("link what it shows", "menez par un lien à ce qu'il montre"))


REFUSED_HANDLERS: tuple[tuple[Handler, str], ...] = (
    (_base, "base"),
    (_embedded, "applet embed frame iframe object"),
    (_script, "script"),
    (_style_sheet, "style"),
)
