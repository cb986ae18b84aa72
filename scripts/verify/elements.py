"""What each HTML element adds to the facts of its page: HANDLERS maps a tag to its readers."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from kb.model.rule import Said
from verify.accessible_names import has_name, is_hidden, is_labelled
from verify.attributes import ADDRESS_HANDLERS, Found, Handler, line_of
from verify.css import css_addresses
from verify.facts import Field, Heading, Ref, Text, Use
from verify.promises import PROMISE_HANDLERS

_SCRIPT_TYPE = re.compile(r"|module|(?:text|application)/(?:x-)?(?:java|ecma|j|live)script[\d.]*", re.IGNORECASE)
# A hidden field has no label; a button is named by its text or value.
_UNLABELLED = frozenset({"button", "hidden", "image", "reset", "submit"})
_ROBOTS = frozenset({"bingbot", "googlebot", "robots"})
_JSON_TYPE = re.compile(r".*[/+]json|importmap|speculationrules", re.IGNORECASE)


def _meta(found: Found, element: Any) -> None:
    """What a page says of itself; `addresses` reads the metadata that are addresses."""
    content, name = element.get("content", ""), element.get("name", "").lower()
    if (charset := element.get("charset")) is not None:
        found["charsets"].append(charset.strip().lower())
    elif element.get("http-equiv", "").lower() == "content-type":
        found["charsets"].append(content.lower().partition("charset=")[2].strip())
    elif name == "description":
        found["descriptions"].append(Text(line_of(element), " ".join(content.split())))
    elif name in _ROBOTS and {"noindex", "none"} & set(content.lower().replace(",", " ").split()):
        found["noindex"].append(line_of(element))


def _title(found: Found, element: Any) -> None:
    if next(element.iterancestors("svg"), None) is None:
        found["titles"].append(Text(line_of(element), " ".join("".join(element.itertext()).split())))


def _heading(found: Found, element: Any) -> None:
    found["headings"].append(Heading(line_of(element), int(element.tag[1])))
    if not has_name(element):
        found["empty_headings"].append(line_of(element))


def _script(found: Found, element: Any) -> None:
    kind, text = element.get("type", "").strip(), element.text or ""
    is_inside = (source := element.get("src")) is None or source.strip().lower().startswith("data:")
    if is_inside and _SCRIPT_TYPE.fullmatch(kind):
        found["inline_scripts"].append(line_of(element))
    elif _JSON_TYPE.fullmatch(kind):
        try:
            json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            found["bad_json"].append(Text(line_of(element), _not_json(kind, error.args[0])))


def _refuse(constant: str) -> None:
    raise ValueError(Said(f"{constant} is not JSON", f"{constant} n'est pas du JSON"))


def _not_json(kind: str, cause: str) -> Said:
    """The message; a cause that the parser tells is in English alone."""
    french = getattr(cause, "fr", cause)
    return Said(f"the {kind} script is not JSON: {cause}", f"le script {kind} n'est pas du JSON : {french}")


def _style_sheet(found: Found, element: Any) -> None:
    found["inline_styles"].append(Text(line_of(element), Said("<style> element", "élément <style>")))
    for line, _, address in css_addresses(element.text or ""):
        found["refs"].append(Ref(line_of(element) + line - 1, 1, Use.LOAD, "<style>", address))


def _name(found: Found, element: Any) -> None:
    """A link, a button or an area says what it does; one without an address, or hidden, has nothing to say."""
    if has_name(element) or is_hidden(element):
        return
    if element.tag == "button" or any(element.get(name) is not None for name in ("href", "xlink:href")):
        found["nameless"].append(Text(line_of(element), f"<{element.tag}>"))


def _input(found: Found, element: Any) -> None:
    """The two kinds of input that are buttons without a text of their own."""
    kind = element.get("type", "").lower()
    if kind == "image" and not element.get("alt", "").strip():
        found["silent_images"].append(Text(line_of(element), "<input type=image>"))
    if kind == "button" and not (element.get("value", "").strip() or has_name(element) or is_hidden(element)):
        found["nameless"].append(Text(line_of(element), "<input type=button>"))


def _image(found: Found, element: Any) -> None:
    if element.get("alt") is None:
        found["silent_images"].append(Text(line_of(element), f"<img src={element.get('src', '')}>"))


def _table(found: Found, element: Any) -> None:
    if element.get("role") in ("presentation", "none") or next(element.iter("th"), None) is not None:
        return
    if not any(cell.get("role") in ("columnheader", "rowheader") for cell in element.iter("td")):
        found["headless_tables"].append(line_of(element))


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


def _refused(found: Found, element: Any) -> None:
    found["refused"].append(Text(line_of(element), f"<{element.tag}>"))


def _frame(found: Found, element: Any) -> None:
    if not any(element.get(name, "").strip() for name in ("title", "aria-label", "aria-labelledby")):
        found["untitled_frames"].append(line_of(element))


def _base(found: Found, element: Any) -> None:
    found["bases"].append(line_of(element))


_OWN: tuple[tuple[Handler, str], ...] = (
    (_kind, "article main"),
    (_base, "base"),
    (_field, "input select textarea"),
    (_frame, "iframe"),
    (_heading, "h1 h2 h3 h4 h5 h6"),
    (_image, "img"),
    (_input, "input"),
    (_label, "label"),
    (_landmark, "footer main"),
    (_meta, "meta"),
    (_name, "a area button"),
    (_refused, "applet embed frame iframe object"),
    (_script, "script"),
    (_style_sheet, "style"),
    (_table, "table"),
    (_title, "title"),
)


def _by_tag() -> dict[str, tuple[Handler, ...]]:
    table: defaultdict[str, tuple[Handler, ...]] = defaultdict(tuple)
    for handler, tags in ADDRESS_HANDLERS + PROMISE_HANDLERS + _OWN:
        for tag in tags.split():
            table[tag] += (handler,)
    return dict(table)


HANDLERS = _by_tag()
