"""Messages: .eml files, and web pages that a browser saved in one file (.mht)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import Message

from tools.documents.line import DocumentLine, Unreadable

FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]*:|[ \t]")
TRANSPORT = {"received", "mime-version", "content-type", "message-id", "return-path"}  # that no person writes


def is_message(text: str) -> bool:
    """Whether it starts with fields, of which a program that sends messages wrote one."""
    names: set[str] = set()
    for line in text[:20_000].splitlines():
        if not FIELD.match(line):
            return not line.strip() and not names.isdisjoint(TRANSPORT)
        names.add(line.partition(":")[0].lower())
    return False


def lines(data: bytes, read: Callable[[bytes], list[DocumentLine]]) -> list[DocumentLine]:
    """The subject, and what `read` makes of each part; an attachment of another kind, such as a picture, stays out.

    Raises:
        Unreadable: the message is damaged.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        return [DocumentLine(1, str(message.get("subject", ""))), *_parts(message, read)]
    except Exception as error:  # the parser raises whatever a damaged field makes it stumble over
        raise Unreadable("is a damaged message: save its text as .txt") from error


def _parts(message: Message, read: Callable[[bytes], list[DocumentLine]]) -> Iterator[DocumentLine]:
    for part in message.walk():
        if part.is_multipart():
            continue
        try:
            yield from read(bytes(part.get_payload(decode=True) or b""))
        except Unreadable:
            continue
