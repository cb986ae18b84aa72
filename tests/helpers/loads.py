"""What a page costs who opens it: requests and bytes, and how many it may."""

from __future__ import annotations

from typing import NamedTuple

from playwright.sync_api import Browser

REQUESTS = 6  # of a first page


class Asked(NamedTuple):
    """A page that is visited, and the bytes that it may cost as a first one: the longer its text, the more."""

    path: str
    most: int


PAGES = {
    "home": Asked("", 22_000),
    "pillar": Asked("piliers/rapprochement/", 29_000),
    "example": Asked("en/examples/reso-team/", 23_000),
    "glossary": Asked("glossaire/", 43_000),
}


class Load(NamedTuple):
    """What a page asks a server for: the number of requests, and the bytes of the answers, headers and all."""

    requests: int
    size: int


def transferred(running: Browser, addresses: list[str]) -> list[Load]:
    """What each page costs a reader who opens them one after the other."""
    context = running.new_context(ignore_https_errors=True)
    page, counts = context.new_page(), []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: counts.append(event["encodedDataLength"]))
    found = []
    for address in addresses:
        counts.clear()
        page.goto(address, wait_until="networkidle")
        found.append(Load(len(counts), int(sum(counts))))
    context.close()
    return found
