"""Asks addresses whether they still answer, politely; apart from the build.

A host gets one request at a time, with a pause after each; what fails is tried again, later each time; a host that
stays silent is not asked any more. An answer is one of four: fine, moved, gone, unreachable. Only the host's own word
makes an address gone: a refusal, a fault or silence may be the network's.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin

import httpx

from kb.model.rule import Rule, Said
from tools import linkwords

ADR001 = Rule(
    "ADR001",
    "An external address is not gone.",
    "Une adresse externe n'a pas disparu.",
    "Readers could no longer check the document that the guide relies on.",
    "On ne pourrait plus vérifier le document sur lequel le guide s'appuie.",
)

ADR002 = Rule(
    "ADR002",
    "An external address has not moved for good.",
    "Une adresse externe n'a pas déménagé pour de bon.",
    "The old address may stop leading on one day, without warning.",
    "L'ancienne adresse peut cesser un jour, sans avertir, de mener à la nouvelle.",
    warning=True,
)

ADR003 = Rule(
    "ADR003",
    "An external address answers.",
    "Une adresse externe répond.",
    "Readers would wait in front of an empty page.",
    "On attendrait devant une page vide.",
    warning=True,
)


GONE, MOVED, UNREACHABLE = ADR001, ADR002, ADR003
_HOPS = 10
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_PERMANENT = {301, 308}
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; address check of a bibliography)", "Accept": "*/*"}


class Answer(NamedTuple):
    """What became of an address: a code (empty: fine), and what is known in one clause."""

    code: str = ""
    message: str = ""  # with its French, as the hint
    hint: str = ""


@dataclass(frozen=True)
class Patience:
    """Seconds, and number of tries."""

    deadline: float = 30
    pause: float = 1
    longest_pause: float = 60
    tries: int = 3


class _Reply(NamedTuple):
    """One reply of a host; `silent` where there was none, not even a connection."""

    reason: Said
    status: int = 0
    location: str = ""
    wait: float = 0
    silent: bool = False


class Unreachable(Exception):
    """No answer that says whether the address stands; `reason` in one clause."""

    def __init__(self, reason: Said):
        super().__init__(reason)
        self.reason = reason


async def ask(addresses: Iterable[str], patience: Patience = Patience()) -> dict[str, Answer]:
    """The answer of each address; hosts are asked side by side."""
    ordered = sorted(addresses)
    timeout = httpx.Timeout(patience.deadline, connect=patience.deadline / 2)
    async with httpx.AsyncClient(headers=_HEADERS, timeout=timeout) as client:
        visitor = _Visitor(client, patience)
        answers = await asyncio.gather(*(visitor.answer(address) for address in ordered))
    return dict(zip(ordered, answers, strict=True))


class _Visitor:
    def __init__(self, client: httpx.AsyncClient, patience: Patience):
        self._client, self._patience = client, patience
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._silent: dict[str, Said] = {}

    async def answer(self, address: str) -> Answer:
        """Follow the address to its end."""
        permanent = True
        try:
            at = new = _web(address)
            for _ in range(_HOPS):
                status, location = await self._visit(at)
                if not location:
                    return _judged(address, new, at, status)
                permanent = permanent and status in _PERMANENT
                at = _following(at, location)
                new = at if permanent else new
            raise Unreachable(linkwords.endless(_HOPS))
        except Unreachable as error:
            return Answer(UNREACHABLE, *linkwords.unreachable(address, error.reason))
        except httpx.InvalidURL as error:
            return Answer(UNREACHABLE, *linkwords.unreachable(address, linkwords.why(error)))

    async def _visit(self, url: httpx.URL) -> tuple[int, str]:
        """The status, and where it leads on; tried again while the fault may pass."""
        host = url.netloc.decode("ascii", "replace")
        async with self._turns[host]:
            if host in self._silent:
                raise Unreachable(linkwords.asked(self._silent[host]))
            for attempt in range(self._patience.tries):
                reply = await self._once(url)
                await asyncio.sleep(self._patience.pause)
                if reply.status and reply.status not in _AGAIN:
                    return reply.status, reply.location
                if attempt + 1 < self._patience.tries:
                    wait = max(reply.wait, self._patience.pause * 2**attempt)
                    await asyncio.sleep(min(wait, self._patience.longest_pause))
            if reply.silent:
                self._silent[host] = reply.reason
        raise Unreachable(reply.reason)

    async def _once(self, url: httpx.URL) -> _Reply:
        """One request, its body unread: an address can lead to a file of any size."""
        deadline = self._patience.deadline
        try:
            async with asyncio.timeout(deadline), self._client.stream("GET", url) as response:
                status, headers = response.status_code, response.headers
                location = headers.get("location", "") if response.is_redirect else ""
                wait = _seconds(headers.get("retry-after", ""))
                return _Reply(linkwords.answers(status), status, location, wait)
        except TimeoutError:
            return _Reply(linkwords.late(deadline))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            return _Reply(
                linkwords.why(error),
                silent=isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout)),
            )


def _web(address: str) -> httpx.URL:
    if not address.lower().startswith(("http://", "https://")):
        raise Unreachable(linkwords.no_web(address))
    return httpx.URL(address)


def _following(url: httpx.URL, location: str) -> httpx.URL:
    """Where a host leads on to: as in a browser, the fragment stays unless it gives another."""
    new = _web(urljoin(str(url), location))
    return new.copy_with(fragment=url.fragment) if url.fragment and not new.fragment else new


def _written(url: httpx.URL) -> str:
    """An address with its host in the letters of its language, as people write it."""
    try:
        return str(url).replace(url.raw_host.decode(), url.raw_host.decode("idna"), 1)
    except UnicodeError:  # a name that no language has
        return str(url)


def _seconds(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() else 0


def _judged(written: str, new: httpx.URL, end: httpx.URL, status: int) -> Answer:
    address = httpx.URL(written)
    if status in (404, 410):
        return Answer(GONE, *linkwords.gone(written, status, _written(end) if end != address else ""))
    if not 200 <= status < 300:
        raise Unreachable(linkwords.answers(status))
    if end.path in ("", "/") and address.path not in ("", "/"):
        return Answer(MOVED, *linkwords.to_front(written, _written(end)))
    if new != address:
        return Answer(MOVED, *linkwords.moved(written, _written(new)))
    return Answer()
