"""What assistive technology makes of an element: its accessible name, and whether it is hidden or takes the focus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

LINK_ROLES = frozenset({"button", "link"})
_LABELS = ("aria-label", "aria-labelledby", "title")
_FOCUSABLE = frozenset({"button", "iframe", "input", "select", "summary", "textarea"})
_SILENT = frozenset({"script", "style", "template"})


def has_name(element: Any) -> bool:
    """True where a screen reader has something to say; iterative, as a tree may be of any depth."""
    stack = [element]
    while stack:
        node = stack.pop()
        if (node.text and node.text.strip()) or any(node.get(label, "").strip() for label in _LABELS):
            return True
        if node.tag in ("img", "area", "input") and node.get("alt", "").strip():
            return True
        for child in node:
            if child.tail and child.tail.strip():
                return True
            if isinstance(child.tag, str) and child.tag not in _SILENT and not _hides(child):
                stack.append(child)
    return False


def is_hidden(element: Any) -> bool:
    """True where the element or one around it is hidden from everybody or from screen readers."""
    return _hides(element) or any(map(_hides, element.iterancestors()))


def _hides(element: Any) -> bool:
    return element.get("aria-hidden") == "true" or element.get("hidden") is not None


def is_labelled(element: Any) -> bool:
    """True where a form field is named by itself or by a label around it."""
    own = any(element.get(label, "").strip() for label in _LABELS)
    return own or any(outer.tag == "label" for outer in element.iterancestors())


def focusable_in(element: Any) -> Iterator[Any]:
    """The elements that the keyboard reaches, of `element` and what it holds."""
    for node in element.iter("*"):
        focusable = node.tag in _FOCUSABLE or (node.tag == "a" and node.get("href") is not None)
        reached = node.get("tabindex", "0" if focusable else "-1").strip()
        if not reached.startswith("-") and node.get("disabled") is None and node.get("type") != "hidden":
            yield node
