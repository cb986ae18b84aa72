"""What the environment tells a build, judged in one place: SITE_URL, FEEDBACK and SOURCE_DATE_EPOCH.

A value that is wrong is refused before anything is read, so that nothing is built from it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

PLACEHOLDER = "police-de-proximite.example"  # the host of what mkdocs.yml says where the environment is silent
_LAST_SECOND = 253402300799  # of the year 9999, the last that a date of Python or of a sitemap can hold
_HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NOT_IN_AN_ADDRESS = re.compile(r"[^A-Za-z0-9:/._~-]")
_NOT_IN_A_MAILTO = re.compile(r"[^A-Za-z0-9.!$'*+=_~@-]")


class Malformed(Exception):
    """A value that cannot be used; the message is one line that names it and says what to write."""


def check_environment(environment: Mapping[str, str] = os.environ) -> None:
    """Judge each value that is set.

    Raises:
        Malformed: one of them is wrong.
    """
    if "SITE_URL" in environment:
        check_site_url(environment["SITE_URL"])
    if "FEEDBACK" in environment:
        check_feedback(environment["FEEDBACK"])
    date = environment.get("SOURCE_DATE_EPOCH")
    if date and not (re.fullmatch("[0-9]{1,12}", date) and int(date) <= _LAST_SECOND):
        hint = "write seconds since 1970, such as 1700000000, or unset it"
        raise Malformed(f"SOURCE_DATE_EPOCH {_shown(date)} is no date: {hint}")


def check_site_url(address: str) -> None:
    """Judge the address that the site will stand at.

    Raises:
        Malformed: it is no plain http(s) address of a folder.
    """
    if fault := _fault(address):
        raise Malformed(f"SITE_URL {_shown(address)} {fault}: write an address such as https://example.org/guide/")


def _fault(address: str) -> str:
    """What is wrong with an address; "" where nothing is."""
    strange = _NOT_IN_AN_ADDRESS.search(address)
    if not address:
        return "is empty"
    if not re.match("https?://", address):
        return "does not start with https:// or http://"
    if strange:
        sign = strange.group()
        what = {"@": "a user name or password", "?": "a query", "#": "a fragment", "%": "an encoded character"}
        return f"holds {what.get(sign, f'the character U+{ord(sign):04X}')}"
    host, colon, port = urlsplit(address).netloc.partition(":")
    path = address.partition("://")[2].partition("/")[2]
    if not _HOST.fullmatch(host):
        return "has no possible host in small letters"
    if colon and not (re.fullmatch("[1-9][0-9]{0,4}", port) and int(port) < 65536):
        return "has no possible port"
    if not address.endswith("/"):
        return "lacks its final slash"
    if any(part in ("", ".", "..") for part in path.split("/")[:-1]):
        return "has an empty or dotted part in its path"
    return ""


def check_feedback(address: str) -> None:
    """Judge the e-mail address that comments go to.

    Raises:
        Malformed: it is none, or one that a link cannot carry.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, allow_smtputf8=False)
        strange = _NOT_IN_A_MAILTO.search(address)
        fault = f"a link cannot hold its character U+{ord(strange.group()):04X}." if strange else ""
    except EmailNotValidError as error:
        fault = str(error)
    if fault:
        hint = "write one such as guide@example.org"
        raise Malformed(f"FEEDBACK {_shown(address)} is no e-mail address that comments can go to: {hint} ({fault})")


def check_own(site_url: str, feedback: str) -> None:
    """Whoever publishes has said where the site stands and who reads its comments.

    Raises:
        Malformed: mkdocs.yml's placeholders would be published.
    """
    if urlsplit(site_url).hostname == PLACEHOLDER:
        what, example = "the address that the site will stand at", "SITE_URL=https://HOST/guide/"
        raise Malformed(f"SITE_URL is not set to {what}: write {example} before the command, or export it")
    if feedback.endswith(f"@{PLACEHOLDER}"):
        what, example = "the e-mail address that comments go to", "FEEDBACK=NAME@HOST"
        raise Malformed(f"FEEDBACK is not set to {what}: write {example} before the command, or export it")


def _shown(value: str) -> str:
    """A value as one line holds it: what nobody sees is spelled out, what is long is cut."""
    text = value if value.isprintable() else ascii(value)[1:-1]
    return f"“{text[:100]}…”" if len(text) > 100 else f"“{text}”"
