"""Addresses outside the guide: each is known, well formed and uses https."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import SplitResult, urlsplit

from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.render.locators import policy_address
from kb.render.view import View

LNK006 = Rule(
    "LNK006",
    "An external address is well formed and uses https.",
    "Une adresse externe est bien formée et utilise https.",
    "The link would fail, or send the reader over a connection that others can spy on.",
    "Le lien échouerait, ou passerait par une connexion que d'autres peuvent épier.",
)

LNK007 = Rule(
    "LNK007",
    "An external address stands in docs/references.yml, and prose links its id.",
    "Une adresse externe se trouve dans docs/references.yml, et le texte lie son identifiant.",
    "When an outside site changes, an editor would have to hunt for its address in every page.",
    "Quand un site externe change, il faudrait chercher son adresse dans toutes les pages.",
)

LNK009 = Rule(
    "LNK009",
    "An e-mail or telephone address is well formed.",
    "Une adresse de courriel ou un numéro de téléphone est bien formé.",
    "A reader who wants to write or call would reach no one.",
    "Une personne qui veut écrire ou appeler ne joindrait personne.",
)


BARE_ADDRESS = re.compile(r"\bhttps?://[^\s<>()«»]+")
WITHOUT_SCHEME = re.compile(r"(?<![\w/.@:-])www\.[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*\w|/)?", re.I)
MALFORMED = Said("malformed address", "adresse mal formée")
CONTACTS = {
    "mailto:": (
        re.compile(r"mailto:[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\?\S*)?", re.I | re.A),
        "mailto:nom@exemple.ca",
    ),
    "tel:": (re.compile(r"tel:\+?[0-9]+(?:[.-][0-9]+)*", re.I), "tel:+1-418-555-0123"),
}


def external_links(corpus: Corpus) -> Iterator[Finding]:
    """An external address is well formed, uses https, and stands in references.yml."""
    known = set(addresses(corpus))
    for _, document, link in corpus.links():
        if link.href and re.match(r"[a-z][a-z0-9+.-]*:|//", link.href, re.I):
            yield from _external(document, link.href, link.line, link.column, known)
    for _, document in corpus.documents():
        for text in document.scan.texts if "www." in document.text else ():
            for match in WITHOUT_SCHEME.finditer(text.text):
                yield document.finding(LNK007, text.line, text.column + match.start(), *_unlisted(match.group()))
        for text in document.scan.texts if "://" in document.text else ():
            for match in BARE_ADDRESS.finditer(text.text):
                yield from _external(
                    document, match.group().rstrip(".,;"), text.line, text.column + match.start(), known
                )


def addresses(corpus: Corpus) -> Iterator[str]:
    """Every address of another site that a page may link: of documents, of the policy's pages, of articles of laws."""
    pages = {unit.page for unit in corpus.unit.values()}
    for view in (View(corpus, language) for language in LANGUAGES):
        yield from filter(None, (policy_address(view, page) for page in pages))
    for item in corpus.references:
        yield from filter(None, (item.value.url.fr, item.value.url.en))
    yield from filter(None, (note.value.url for note in corpus.notes))
    listed = [(law.reference, one) for item in corpus.situations for law in item.value.articles for one in law.articles]
    linked = [link.ref.partition("#")[::2] for _, _, link in corpus.links() if link.ref and "#" in link.ref]
    for (id_, number), language in product(dict.fromkeys([*listed, *linked]), LANGUAGES):
        if article := id_ in corpus.reference and corpus.reference[id_].article(language, number):
            yield article


def _external(document: Document, address: str, line: int, column: int, known: set[str]) -> Iterator[Finding]:
    if re.match(r"javascript:|data:|vbscript:", address, re.I):
        return  # LNK008 reports it
    if scheme := re.match("mailto:|tel:", address, re.I):
        pattern, example = CONTACTS[scheme.group().lower()]
        if not pattern.fullmatch(address):
            message = Said(f"malformed address {address}", f"adresse mal formée {address}")
            hint = Said(f"write it like {example}", f"écrivez-la comme {example}")
            yield document.finding(LNK009, line, column, message, hint)
        return
    fault = malformed(address)
    if fault:
        yield document.finding(LNK006, line, column, *_malformed(fault, address))
    elif address not in known:
        yield document.finding(LNK007, line, column, *_unlisted(address))
    else:
        yield document.finding(LNK007, line, column, *_stands_here(address))


def _malformed(fault: Said, address: str) -> tuple[Said, Said]:
    return (
        Said(f"{fault} {address}", f"{fault.fr} {address}"),
        Said("write a full https:// address", "écrivez une adresse complète, en https://"),
    )


def _unlisted(address: str) -> tuple[Said, Said]:
    return (
        Said(f"{address} is not in docs/references.yml", f"{address} n'est pas dans docs/references.yml"),
        Said(
            "add it to docs/references.yml and link its id",
            "ajoutez cette adresse à docs/references.yml et liez son identifiant",
        ),
    )


def _stands_here(address: str) -> tuple[Said, Said]:
    return (
        Said(f"the address {address} stands in the prose", f"l'adresse {address} se trouve dans le texte"),
        Said(
            "link its id, so that the address stands in one place",
            "liez son identifiant, pour que l'adresse soit à un seul endroit",
        ),
    )


def malformed(address: str) -> Said | None:
    """What is wrong with an external address; None for a well-formed https one with a host."""
    parts = split(address)
    if parts is None:
        return MALFORMED
    if parts.scheme != "https":
        return Said("address that is not https", "adresse qui n'est pas en https")
    if "@" in parts.netloc:
        return Said("user name or password in the address", "nom d'utilisateur ou mot de passe dans l'adresse")
    host = parts.hostname or ""
    if not host.isascii():
        return _accented(host)
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", host) or re.search(r"\s", address):
        return MALFORMED
    return None


def split(address: str) -> SplitResult | None:
    """The parts of an address; None where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _accented(host: str) -> Said:
    """Tells a host name as it is sent: www.québec.ca is www.xn--qubec-csa.ca."""
    try:
        en = fr = host.encode("idna").decode()
    except UnicodeError:
        en, fr = "in plain letters", "en lettres simples"
    return Said(
        f"host with accents, which is written {en}, in the address",
        f"nom d'hôte avec des accents, qui s'écrit {fr}, dans l'adresse",
    )


def listed_addresses(corpus: Corpus) -> Iterator[Finding]:
    """An address of references.yml is well formed and uses https."""
    items: list[tuple[Item[Any], KeyPath, str | None]] = []
    for item in corpus.references:
        items += [(item, ("url", "fr"), item.value.url.fr), (item, ("url", "en"), item.value.url.en)]
    items += [(item, ("url",), item.value.url) for item in corpus.notes]
    for item, at, address in items:
        if address and (fault := malformed(address)):
            yield item.finding(LNK006, *_malformed(fault, address), at)


CHECKS = (external_links, listed_addresses)
