"""One HTML file to its facts: one parse, and one pass over the elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from lxml import etree

from kb.formats.htmlshape import read_html
from kb.formats.shape import Piece
from kb.model.rule import Said
from verify.accessible_names import LINK_ROLES, focusable_in, has_name, is_hidden
from verify.attributes import line_of
from verify.css import css_addresses
from verify.elements import HANDLERS, Found
from verify.facts import IdRef, Page, Ref, Text, Use
from verify.leftovers import leftovers
from verify.markup import tag_faults

# Attributes that name one or several ids of the same page.
ID_REFS = frozenset(
    "aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby "
    "aria-owns commandfor for form headers list popovertarget".split()
)
TEXTS = frozenset({"article__text", "hero__text"})  # classes of what holds a page's text
# Attributes of most elements, which the readers of the elements ask for.
_PLAIN = frozenset({"class", "content", "d", "height", "href", "title", "type", "viewbox", "width"})


def read_page(path: str, data: bytes, leads_to: Callable[[str], str] | None = None) -> Page | None:
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
            elif name == "style":
                _style(found, element, value)
            elif name == "role":
                _role(found, element, value)
            elif name == "lang":
                found["languages"].append(Text(line_of(element), value.strip()))
            elif name == "aria-hidden" and value == "true":
                found["silent_focus"] += [Text(line_of(inner), f"<{inner.tag}>") for inner in focusable_in(element)]
            elif name.startswith("on") and len(name) > 2:
                _event(found, element, name)
    _source(found, data.decode("utf-8", "replace"))
    if leads_to:
        found["text"] = _text(root, leads_to)
    facts = {name: tuple(values) for name, values in found.items()}
    return Page(path=path, line=line_of(root), language=root.get("lang", "").strip(), ids=ids, **facts)


def _text(root: Any, leads_to: Callable[[str], str]) -> list[Piece]:
    """The text of a page, without its title, which its template sets; nothing where it is nested as no text is."""
    parts = (part for part in root.iter("div") if not TEXTS.isdisjoint(part.get("class", "").split()))
    try:
        return [piece for part in parts for piece in read_html(part, leads_to) if piece.kind != "h1"]
    except RecursionError:
        return []


def _source(found: Found, text: str) -> None:
    """What only the text of the document tells: a parser mends it."""
    if text.lstrip()[:9].lower() != "<!doctype":
        found["tag_faults"].append(Text(1, Said("the page has no doctype", "la page n'a pas de doctype")))
    broken, nested = tag_faults(text)
    found["tag_faults"] += [broken] if broken else []
    found["nested_links"] += [nested] if nested else []
    found["leftovers"] += leftovers(text)


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
    """Keep the first place of an id; one that is used again, empty or holds a space is a fact of its own."""
    line = line_of(element)
    if value in ids:
        english = f"id “{value}” is already on line {ids[value]}"
        french = f"l'identifiant « {value} » est déjà à la ligne {ids[value]}"
        found["repeated_ids"].append(Text(line, Said(english, french)))
    elif not value or value.split() != [value]:
        english = f"id “{value}” is empty or holds a space"
        french = f"l'identifiant « {value} » est vide ou contient une espace"
        found["repeated_ids"].append(Text(line, Said(english, french)))
    else:
        ids[value] = line


def _style(found: Found, element: Any, value: str) -> None:
    message = Said(f"style attribute of <{element.tag}>", f"attribut style de <{element.tag}>")
    found["inline_styles"].append(Text(line_of(element), message))
    for _, _, address in css_addresses(value):
        found["refs"].append(Ref(line_of(element), 1, Use.LOAD, f"<{element.tag} style>", address))


def _event(found: Found, element: Any, name: str) -> None:
    message = Said(f"event attribute {name} of <{element.tag}>", f"attribut d'événement {name} de <{element.tag}>")
    found["events"].append(Text(line_of(element), message))


def _role(found: Found, element: Any, value: str) -> None:
    """A link or button by role needs a name as much as one by element."""
    if value not in LINK_ROLES or element.tag in ("button", "input") or element.get("href") is not None:
        return
    if not has_name(element) and not is_hidden(element):
        found["nameless"].append(Text(line_of(element), f"<{element.tag} role={value}>"))
