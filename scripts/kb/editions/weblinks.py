"""Web addresses as documents have them: where they lead, and what a mail gateway made of them."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Collection
from contextlib import suppress
from itertools import islice
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

WEB = re.compile(r"https?://", re.I)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9]+(?:/|$))", re.I)
HOST = re.compile(r"[^\s/?#@:]+\.[^\W\d_][^\s/?#@:.]+(?::[0-9]+)?|[^\s/?#@:]+:[0-9]+")
USUAL_PORTS = {None, 80, 443}
PLAIN = re.compile(r"[^\s@?#]+")
WRAPS = 5  # gateways that one link may have gone through
LONGEST = 8_000  # characters; more than any program takes
GATEWAYS = (  # hosts that write a link anew, some so that only they know where it leads
    "safelinks.protection.outlook.com",
    "urldefense.com",
    "urldefense.us",
    "urldefense.proofpoint.com",
    "mimecast.com",
    "mimecastprotect.com",
    "linkprotect.cudasvc.com",
    "secure-web.cisco.com",
    "clicktime.symantec.com",
)
ENCODED = re.compile(r"https?%3A%2F%2F[^/?#&]+", re.I)
PROOFPOINT_2 = str.maketrans("-_", "%/")
PROOFPOINT_3 = re.compile(r"https?://[^/]+/v3/__(?P<address>.+)__;(?P<signs>[A-Za-z0-9_-]*)")
STAR = re.compile(r"\*(?:\*(.))?")
RUNS = ascii_uppercase + ascii_lowercase + digits + "-_"  # the letter of how many signs, from two


class Address(NamedTuple):
    """Where an address leads: its host ("" for a relative one), its path as the site writes it, and its fragment."""

    host: str
    path: str
    fragment: str


class GuideSite(NamedTuple):
    """Where a guide stands."""

    host: str
    folder: str


def site(written: str) -> GuideSite | None:
    """The site at an address, or at a host with or without a folder; None where it is neither."""
    address = parse(written if WEB.match(written) else f"//{written}") if PLAIN.fullmatch(written) else None
    return GuideSite(address.host, address.path) if address and address.host else None


def parse(written: str) -> Address | None:
    """The parts of an address, without query, text fragment and index.html; None where it is no web address."""
    if not WEB.match(written) and SCHEME.match(written):
        return None
    has_host = HOST.fullmatch(written.partition("/")[0])
    try:
        parts = urlsplit(f"//{written}" if has_host else written)
        host = _host(parts.hostname or "", parts.port)
    except ValueError:
        return None
    if WEB.match(written) and not host:
        return None
    names = [name for name in unquote(parts.path).split("/") if name not in ("", ".", "..", "index.html")]
    fragment = unquote(parts.fragment).partition(":~:")[0]
    return Address(host, "/" + "".join(f"{name}/" for name in names), fragment)


def _host(name: str, port: int | None) -> str:
    """A host in the one way of writing it, with its port where that is unusual."""
    name = name.rstrip(".")
    with suppress(UnicodeError):  # a host that cannot be, and so is none of ours
        name = name if name.isascii() else name[:253].encode("idna").decode()
    return name if port in USUAL_PORTS else f"{name}:{port}"


def is_gateway(host: str) -> bool:
    return f".{host}".endswith(tuple(f".{gateway}" for gateway in GATEWAYS))


def unwrapped(written: str, hosts: Collection[str] = ()) -> str:
    """The address that a gateway or search engine wrapped in another; itself where it holds none, or is of `hosts`."""
    for _ in range(WRAPS):
        inner = _inside(written, hosts) if len(written) <= LONGEST else ""
        if not inner or not inner.isprintable():
            break
        written = inner
    return written


def _inside(written: str, hosts: Collection[str]) -> str:
    outer = parse(written)
    if not outer or outer.host in hosts:
        return ""
    parts, host = urlsplit(written), outer.host
    if host.startswith("urldefense.") and (match := PROOFPOINT_3.match(written)):
        return _proofpoint_3(match["address"], match["signs"])
    for name, value in parse_qsl(parts.query):
        if host == "urldefense.proofpoint.com" and name == "u":
            value = unquote(value.translate(PROOFPOINT_2)) if "/v2/" in parts.path else value
        if WEB.match(value):
            return value
    if is_gateway(host) and (match := ENCODED.search(parts.path)):
        return unquote(match.group())
    return ""


def _proofpoint_3(address: str, signs: str) -> str:
    """An address whose unusual signs were taken out: `*` for one, `**` and a letter for several."""
    try:
        taken = urlsafe_b64decode(signs + "=" * (-len(signs) % 4)).decode()
    except (Error, UnicodeDecodeError):
        return ""
    counts = {letter: count for count, letter in enumerate(RUNS, 2)}
    left = iter(taken)
    whole = STAR.sub(lambda star: "".join(islice(left, counts.get(star[1], 1))), address)
    return whole if sum(counts.get(letter, 1) for letter in STAR.findall(address)) == len(taken) else ""
