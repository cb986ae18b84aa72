"""Whether an element has an accessible name: text, alternative text, label or title."""

from __future__ import annotations

from typing import Any

LINK_ROLES = frozenset({"button", "link"})
_LABELS = ("aria-label", "aria-labelledby", "title")
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
