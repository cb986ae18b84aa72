"""The HTML elements that hold an address, and what the address is for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from kb.model.rule import Said
from verify.parts import Alternate, Flaw, LineText, Ref, Use

Found = defaultdict[str, list[Any]]
Handler = Callable[[Found, Any], None]

LOADS = {
    "audio": ("src",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
LINKS = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "button": ("formaction",),
    "form": ("action",),
    "input": ("formaction",),
}
SRCSETS = {"img": "srcset", "link": "imagesrcset", "source": "srcset"}
# For any other relation the browser loads what it names, or may.
FOLLOWED_RELATION = re.compile(
    r"about|author|bookmark|cite-as|copyright|describedby|edit|first|help|last|license|me|next|pingback|prev|"
    r"privacy-policy|profile|related|search|tag|terms-of-service|up"
)
SOCIAL = re.compile(r"og:(?:url|image(?::url|:secure_url)?)|twitter:image(?::src)?|citation_\w+_url")
_REFRESH = re.compile(r"[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?['\"]?([^'\"]*)", re.IGNORECASE)
_DELAY = re.compile(r"[;,\s]")


def line_of(element: Any) -> int:
    """The line where the start tag of `element` ends."""
    return element.sourceline or 1


def flaw(found: Found, element: Any, code: str, message: Said, hint: Said) -> None:
    found["flaws"].append(Flaw(line_of(element), code, message, hint))


def _plain(use: Use, attributes: dict[str, tuple[str, ...]]) -> Handler:
    """A reader of the given attributes by tag, each of them one address."""

    def read(found: Found, element: Any) -> None:
        for name in attributes[element.tag]:
            if (value := element.get(name)) is not None:
                found["refs"].append(Ref(line_of(element), 1, use, f"<{element.tag} {name}>", value))

    return read


def _srcset(found: Found, element: Any) -> None:
    name = SRCSETS[element.tag]
    if (value := element.get(name)) is not None:
        place, line = f"<{element.tag} {name}>", line_of(element)
        found["refs"] += [Ref(line, 1, Use.LOAD, place, address) for address in srcset(value)]


def srcset(value: str) -> Iterator[str]:
    """The addresses of a source set; a blank one counts as one empty address.

    A comma ends a candidate after its descriptor, or at the end of its address when it has none.
    """
    if not value.strip():
        yield ""
    at_address = True
    for word in value.split():
        if not at_address:
            _, comma, word = word.partition(",")
            at_address = bool(comma)
        if at_address and (address := word.strip(",")):
            yield address
            at_address = word.endswith(",")


def ping(found: Found, element: Any, value: str) -> None:
    """The addresses that are told of each click."""
    if element.tag in ("a", "area"):
        place = f"<{element.tag} ping>"
        found["refs"] += [Ref(line_of(element), 1, Use.LOAD, place, address) for address in value.split()]


def anchor(found: Found, element: Any, value: str) -> None:
    if value and element.tag == "a":
        found["anchors"].append(value)


def hreflang(found: Found, element: Any, value: str) -> None:
    if value and element.tag == "a" and (address := element.get("href")) is not None:
        found["alternates"].append(Alternate(line_of(element), "a", value, address))


def _link(found: Found, element: Any) -> None:
    """A `link` element, by its relation: identity of the page, something to follow, or something to load."""
    if (address := element.get("href")) is None:
        return
    relations = set(element.get("rel", "").lower().split())
    language = element.get("hreflang")
    if "stylesheet" not in relations and "alternate" in relations and language:
        use = Use.ALTERNATE
        found["alternates"].append(Alternate(line_of(element), "link", language, address))
    elif "canonical" in relations:
        use = Use.CANONICAL
    elif relations == {"alternate"} or any(map(FOLLOWED_RELATION.fullmatch, relations)):
        use = Use.LINK
    else:
        use = Use.LOAD
    found["refs"].append(Ref(line_of(element), 1, use, f"<link rel={' '.join(sorted(relations))}>", address))


def _meta(found: Found, element: Any) -> None:
    """Metadata that are addresses; a refresh that names no other page only reloads."""
    content = element.get("content", "")
    name = (element.get("property") or element.get("name") or "").lower()
    if SOCIAL.fullmatch(name):
        found["refs"].append(Ref(line_of(element), 1, Use.SOCIAL, f"<meta {name}>", content))
    if element.get("http-equiv", "").lower() != "refresh":
        return
    if (match := _REFRESH.match(content)) and (address := match[1].strip()):
        found["refreshes"].append(line_of(element))
        if (delay := _DELAY.split(content.strip(), maxsplit=1)[0]).strip("0."):
            found["delays"].append(LineText(line_of(element), delay))
        found["refs"].append(Ref(line_of(element), 1, Use.LINK, "<meta refresh>", address))


ADDRESS_HANDLERS: tuple[tuple[Handler, str], ...] = (
    (_plain(Use.LOAD, LOADS), " ".join(LOADS)),
    (_plain(Use.LINK, LINKS), " ".join(LINKS)),
    (_srcset, " ".join(SRCSETS)),
    (_link, "link"),
    (_meta, "meta"),
)
