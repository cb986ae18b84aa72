"""What an address says by itself, wherever it stands: its scheme, or what makes it no address."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.model.rule import Rule, Said

HTM004 = Rule(
    "HTM004",
    "An address is not empty.",
    "Une adresse n'est pas vide.",
    "A link without a destination reloads the page, and the reader thinks the site is broken.",
    "Un lien sans destination recharge la page, et on croit le site en panne.",
)

HTM005 = Rule(
    "HTM005",
    "An address is well formed: a known scheme, no space, backslash, double slash or stray percent sign.",
    "Une adresse est bien formée : un schéma connu, et ni espace, ni barre oblique inverse, ni double barre oblique, "
    "ni signe de pourcentage isolé.",
    "Browsers and servers guess differently at a faulty address, so it may work for the editor and fail for a reader.",
    "Devant une adresse fautive, chaque navigateur et chaque serveur devine à sa façon : ce qui marche pour qui écrit "
    "peut échouer pour qui lit.",
)

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")
_WEB = frozenset({"", "http", "https"})
# \s covers the no-break spaces that typography may slip into an address.
_MALFORMED = (
    (
        re.compile(r"[\s\x00-\x1f\x7f\u200b\u2060\ufeff]"),
        Said("holds a space", "contient une espace"),
        Said("write it without, or as %20", "écrivez-la sans espace, ou écrivez %20"),
    ),
    (re.compile(r"\\"), Said("holds a backslash", "contient une barre oblique inverse"), Said("write /", "écrivez /")),
    (
        re.compile(r"%(?![0-9a-fA-F]{2})"),
        Said("holds a stray percent sign", "contient un signe de pourcentage isolé"),
        Said("write it %25", "écrivez-le %25"),
    ),
)
_EMPTY, _BLANK = Said("is empty", "est vide"), Said("has only white space", "ne contient que des espaces")
_FILL = Said("give it an address, or remove the attribute", "donnez-lui une adresse, ou retirez l'attribut")


class AddressFault(NamedTuple):
    code: str
    message: Said
    hint: Said


def scheme_of(address: str) -> str:
    """The scheme as a browser sees it, which passes over white space; empty where there is none."""
    match = _SCHEME.match(_INVISIBLE.sub("", address))
    return match[1].lower() if match else ""


def fault_of(address: str, scheme: str) -> AddressFault | None:
    """What keeps an address of a scheme that loads or leads from being one."""
    if not _INVISIBLE.sub("", address):
        return AddressFault(HTM004, _BLANK if address else _EMPTY, _FILL)
    if scheme not in _WEB:
        what = Said(f"has the unknown scheme {scheme}:", f"a le schéma inconnu {scheme}:")
        return AddressFault(HTM005, what, Said("use https:, mailto: or tel:", "utilisez https:, mailto: ou tel:"))
    found = (AddressFault(HTM005, what, hint) for pattern, what, hint in _MALFORMED if pattern.search(address))
    return next(found, None)
