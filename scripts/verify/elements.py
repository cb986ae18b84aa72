"""What each HTML element adds to the facts of its page: HANDLERS maps a tag to its readers."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from verify.accessible_names import has_name, is_labelled
from verify.announced import ANNOUNCED_HANDLERS
from verify.attributes import ADDRESS_HANDLERS, Found, Handler, line_of
from verify.parts import Field, LineText, ShownHeading
from verify.promises import PROMISE_HANDLERS
from verify.refused import REFUSED_HANDLERS

# A hidden field has no label; a button is named by its text or value.
_UNLABELLED = frozenset({"button", "hidden", "image", "reset", "submit"})
_ROBOTS = frozenset({"bingbot", "googlebot", "robots"})


def _meta(found: Found, element: Any) -> None:
    """What a page says of itself; `addresses` reads the metadata that are addresses."""
    content, name = element.get("content", ""), element.get("name", "").lower()
    if (charset := element.get("charset")) is not None:
        found["charsets"].append(charset.strip().lower())
    elif element.get("http-equiv", "").lower() == "content-type":
        found["charsets"].append(content.lower().partition("charset=")[2].strip())
    elif name == "description":
        found["descriptions"].append(LineText(line_of(element), " ".join(content.split())))
    elif name in _ROBOTS and {"noindex", "none"} & set(content.lower().replace(",", " ").split()):
        found["noindex"].append(line_of(element))


def _title(found: Found, element: Any) -> None:
    if next(element.iterancestors("svg"), None) is None:
        found["titles"].append(LineText(line_of(element), " ".join("".join(element.itertext()).split())))


def _heading(found: Found, element: Any) -> None:
    found["headings"].append(ShownHeading(line_of(element), int(element.tag[1])))


def _field(found: Found, element: Any) -> None:
    if element.get("type", "").lower() not in _UNLABELLED and not is_labelled(element):
        found["fields"].append(Field(line_of(element), f"<{element.tag}>", element.get("id", "")))


def _label(found: Found, element: Any) -> None:
    if has_name(element):
        found["labels"].append(element.get("for", ""))


def _landmark(found: Found, element: Any) -> None:
    found[f"{element.tag}s"].append(line_of(element))


def _kind(found: Found, element: Any) -> None:
    if kind := element.get("data-kind"):
        found["kinds"].append(kind)


_OWN: tuple[tuple[Handler, str], ...] = (
    (_kind, "article main"),
    (_field, "input select textarea"),
    (_heading, "h1 h2 h3 h4 h5 h6"),
    (_label, "label"),
    (_landmark, "footer main"),
    (_meta, "meta"),
    (_title, "title"),
)


def _by_tag() -> dict[str, tuple[Handler, ...]]:
    table: defaultdict[str, tuple[Handler, ...]] = defaultdict(tuple)
    for handler, tags in ADDRESS_HANDLERS + PROMISE_HANDLERS + ANNOUNCED_HANDLERS + REFUSED_HANDLERS + _OWN:
        for tag in tags.split():
            table[tag] += (handler,)
    return dict(table)


HANDLERS = _by_tag()
