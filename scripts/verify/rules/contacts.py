"""Rule on the addresses that write or call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.site import BuiltSite

HTM095 = Rule(
    "HTM095",
    "A link that writes an e-mail or calls a telephone has a whole address or number.",
    "Un lien qui écrit un courriel ou qui appelle un téléphone a une adresse ou un numéro entier.",
    "A comment or a call for help would go nowhere, and its author would not know.",
    "Un commentaire ou un appel à l'aide n'arriverait nulle part, sans qu'on le sache.",
)

_WHOLE = {
    "mailto": re.compile(r"mailto:[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\?\S*)?", re.IGNORECASE | re.ASCII),
    "tel": re.compile(r"tel:\+?[0-9]+(?:[.-][0-9]+)*", re.IGNORECASE),
}
_HINTS = {
    "mailto": Said("write it like mailto:name@example.ca", "écrivez-la comme mailto:nom@exemple.ca"),
    "tel": Said("write it like tel:+1-418-555-0123", "écrivez-la comme tel:+1-418-555-0123"),
}


def contacts_are_whole(site: BuiltSite) -> Iterator[Finding]:
    """A link that writes or calls has a whole address or number."""
    for item in site.notable:
        address = item.ref.address.strip()
        scheme = address[: address.find(":")].lower() if ":" in address else ""
        if scheme in _WHOLE and not item.target.fault and not _WHOLE[scheme].fullmatch(address):
            message = Said(f"malformed address “{address}”", f"adresse mal formée « {address} »")
            yield Finding(item.path, item.ref.line, item.ref.column, HTM095, message, _HINTS[scheme])


RULES = (contacts_are_whole,)
