"""One HTML file to its facts: one parse, and one pass over the elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from babel.localedata import exists
from lxml import etree

from kb.formats.htmlshape import read_html
from kb.formats.shape import Piece
from kb.model.rule import Rule, Said
from verify.announced import aria_hidden, role
from verify.attributes import anchor, flaw, hreflang, line_of, ping
from verify.elements import HANDLERS, Found
from verify.facts import PageFacts, primary
from verify.leftovers import leftovers
from verify.markup import HTM044, MEND, tag_faults
from verify.parts import Flaw, IdRef
from verify.promises import search
from verify.refused import event, style

HTM024 = Rule(
    "HTM024",
    "An id is unique in its page, not empty, and holds no space.",
    "Un identifiant est unique dans sa page, n'est pas vide et ne contient pas d'espace.",
    "A link to the section would lead to the wrong place, or to none.",
    "Un lien vers la section mènerait au mauvais endroit, ou à aucun.",
)

HTM054 = Rule(
    "HTM054",
    "A lang attribute names a language that exists.",
    "Un attribut lang nomme une langue qui existe.",
    "With a mistyped code, a screen reader reads the words with the wrong accent.",
    "Avec un code mal tapé, un lecteur d'écran prononce les mots avec le mauvais accent.",
)

# Attributes that name one or several ids of the same page.
ID_REFS = frozenset(
    "aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby "
    "aria-owns commandfor for form headers list popovertarget".split()
)
TEXTS = frozenset({"article__text", "hero__text"})  # classes of what holds a page's text
# Attributes of most elements, which the readers of the elements ask for.
_PLAIN = frozenset({"class", "content", "d", "height", "href", "title", "type", "viewbox", "width"})


def read_page(path: str, data: bytes, leads_to: Callable[[str], str] | None = None) -> PageFacts | None:
    """The facts of the HTML file at `path`; None where `data` holds no element at all.

    The text of its article is read where `leads_to` tells where an address of the page leads.
    """
    root = parse_html(data)
    if root is None:
        return None
    found: Found = defaultdict(list)
    ids: dict[str, int] = {}
    for element in root.iter("*"):
        for handle in HANDLERS.get(element.tag, ()):
            handle(found, element)
        for name, value in element.items():
            if name in _PLAIN:
                continue
            if name == "id":
                _id(found, ids, element, value)
            elif name in ID_REFS:
                place = f"<{element.tag} {name}>"
                found["id_refs"] += [IdRef(line_of(element), place, wanted) for wanted in value.split()]
            elif name in _ATTRIBUTES:
                _ATTRIBUTES[name](found, element, value)
            elif name.startswith("on") and len(name) > 2:
                event(found, element, name)
    page = PageFacts(path=path, line=line_of(root), language=root.get("lang", "").strip(), ids=ids)
    found["flaws"] += _source_flaws(data.decode("utf-8", "replace"), page.folder_language)
    if leads_to:
        found["text"] = _text(root, leads_to)
    facts: dict[str, Any] = {name: tuple(values) for name, values in found.items()}
    return replace(page, **facts)


def _text(root: Any, leads_to: Callable[[str], str]) -> list[Piece]:
    """The text of a page, without its title, which its template sets; nothing where it is nested as no text is."""
    parts = (part for part in root.iter("div") if not TEXTS.isdisjoint(part.get("class", "").split()))
    try:
        return [piece for part in parts for piece in read_html(part, leads_to) if piece.kind != "h1"]
    except RecursionError:
        return []


def _source_flaws(text: str, language: str) -> Iterator[Flaw]:
    """What only the text of the document tells: a parser mends it."""
    if text.lstrip()[:9].lower() != "<!doctype":
        yield Flaw(1, HTM044, Said("the page has no doctype", "la page n'a pas de doctype"), MEND)
    yield from tag_faults(text)
    yield from leftovers(text, language)


def parse_html(data: bytes) -> Any:
    """The root element, or None; bytes that are not UTF-8 are replaced, so nothing can fail later."""
    clean = data.decode("utf-8", "replace").encode("utf-8")
    try:
        root = etree.fromstring(clean, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.LxmlError:
        return None
    if root is not None and b"<template" in clean.lower():
        _drop_templates(root)
    return root


def _drop_templates(root: Any) -> None:
    """Empty every template: what it holds is no part of the page until a script copies it."""
    for template in list(root.iter("template")):
        del template[:]


def _id(found: Found, ids: dict[str, int], element: Any, value: str) -> None:
    """Keep the first place of an id; one that is used again, empty or holds a space is a flaw."""
    if value in ids:
        english = f"id “{value}” is already on line {ids[value]}"
        french = f"l'identifiant « {value} » est déjà à la ligne {ids[value]}"
    elif value.split() == [value]:
        ids[value] = line_of(element)
        return
    else:
        english = f"id “{value}” is empty or holds a space"
        french = f"l'identifiant « {value} » est vide ou contient une espace"
    hint = Said("give it an id of its own", "donnez-lui un identifiant qui n'est qu'à lui")
    flaw(found, element, HTM024, Said(english, french), hint)


def _lang(found: Found, element: Any, value: str) -> None:
    language = value.strip()
    if not _is_language(language):
        message = Said(f"lang “{language}” is no language", f"lang « {language} » n'est pas une langue")
        hint = Said("write fr, en, or the code of the language", "écrivez fr, en ou le code de la langue")
        flaw(found, element, HTM054, message, hint)


@cache
def _is_language(tag: str) -> bool:
    return exists(primary(tag))


_ATTRIBUTES = {
    "aria-hidden": aria_hidden,
    "data-language": search,
    "hreflang": hreflang,
    "lang": _lang,
    "name": anchor,
    "ping": ping,
    "role": role,
    "style": style,
}
