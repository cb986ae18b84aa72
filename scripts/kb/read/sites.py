"""Web addresses of references.yml, whose common starts are written once under `sites`."""

from __future__ import annotations

from typing import Any


def with_full_addresses(entry: Any, sites: Any) -> Any:
    """A reference whose `url` has its short start (“msp:…”) replaced by the address of that site."""
    if not isinstance(entry, dict) or not isinstance(sites, dict) or "url" not in entry:
        return entry
    url = entry["url"]
    full = {k: _full(v, sites) for k, v in url.items()} if isinstance(url, dict) else _full(url, sites)
    return {**entry, "url": full}


def _full(address: Any, sites: dict[str, Any]) -> Any:
    """Expands each start at most once, so that a start that names itself ends as a malformed address."""
    for _ in sites:
        start, colon, rest = str(address).partition(":")
        if not colon or start not in sites:
            break
        address = f"{sites[start]}{rest}"
    return address
