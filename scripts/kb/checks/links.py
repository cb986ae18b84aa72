"""Links: every reference resolves, and every address outside is known, well formed and harmless."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from kb.formats.markdown import Link
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Document, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from kb.text.prose import MARKUP, front_matter, strings

TXT004 = Rule(
    "TXT004",
    "A text of YAML is plain: no HTML and no Markdown.",
    "Un texte de YAML est simple : ni HTML ni Markdown.",
    "Readers would see the raw signs instead of the effect that the editor wanted.",
    "On verrait les signes bruts plutôt que l'effet voulu.",
)

LNK001 = Rule(
    "LNK001",
    "A reference link names an id that exists.",
    "Un lien par référence nomme un identifiant qui existe.",
    "Readers would see brackets in the text and could not follow them.",
    "On verrait des crochets dans le texte sans pouvoir les suivre.",
)

LNK002 = Rule(
    "LNK002",
    "A link to a heading names an id of that page.",
    "Un lien vers un titre de section nomme un identifiant de cette page.",
    "The reader would land at the top of the page instead of the passage promised.",
    "On arriverait en haut de la page plutôt qu'au passage annoncé.",
)

LNK003 = Rule(
    "LNK003",
    "A linked file or image exists under docs/assets, and its path is written from there: assets/….",
    "Un fichier ou une image que l'on lie existe sous docs/assets, et son chemin s'écrit à partir de là : assets/….",
    "The page would show a broken image or a download that fails.",
    "La page montrerait une image brisée ou un téléchargement qui échoue.",
)

LNK004 = Rule(
    "LNK004",
    "A page is linked by its id, never by a path.",
    "Une page est liée par son identifiant, jamais par un chemin.",
    "The day a file is moved or renamed, every link to it would break.",
    "Le jour où un fichier est déplacé ou renommé, tous les liens qui y mènent seraient rompus.",
)

LNK005 = Rule(
    "LNK005",
    "A link has a text.",
    "Un lien a un texte.",
    "There would be nothing to click, and a screen reader could not say where it leads.",
    "Il n'y aurait rien à cliquer, et un lecteur d'écran ne pourrait dire où il mène.",
)

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

LNK008 = Rule(
    "LNK008",
    "No script: address, raw script, iframe or event attribute.",
    "Aucune adresse de script, aucun script brut, aucun iframe ni aucun attribut d'événement.",
    "Hidden code could run on a reader's device without their knowledge.",
    "Du code caché pourrait s'exécuter sur l'appareil d'une personne à son insu.",
)

LNK013 = Rule(
    "LNK013",
    "An image is light enough for a phone.",
    "Une image est assez légère pour un téléphone.",
    "On a weak connection, readers would wait or pay for data that they do not need.",
    "Sur une connexion faible, on attendrait ou paierait des données inutiles.",
)

LNK009 = Rule(
    "LNK009",
    "An e-mail or telephone address is well formed.",
    "Une adresse de courriel ou un numéro de téléphone est bien formé.",
    "A reader who wants to write or call would reach no one.",
    "Une personne qui veut écrire ou appeler ne joindrait personne.",
)

LNK010 = Rule(
    "LNK010",
    "The text of a link stands in square brackets, and its id right after it.",
    "Le texte d'un lien est entre crochets, et son identifiant suit immédiatement.",
    "What was meant as a link would be printed as plain signs.",
    "Ce qui devait être un lien s'afficherait comme de simples signes.",
)


BARE_ADDRESS = re.compile(r"\bhttps?://[^\s<>()«»]+")
WITHOUT_SCHEME = re.compile(r"(?<![\w/.@:-])www\.[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*\w|/)?", re.I)
ASSETS = "docs/assets"
IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
MALFORMED = Said("malformed address", "adresse mal formée")
HEAVY = 400_000  # bytes of an image
CONTACTS = {
    "mailto:": (
        re.compile(r"mailto:[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\?\S*)?", re.I | re.A),
        "mailto:nom@exemple.ca",
    ),
    "tel:": (re.compile(r"tel:\+?[0-9]+(?:[.-][0-9]+)*", re.I), "tel:+1-418-555-0123"),
}
DANGEROUS = re.compile(r"<\s*/?\s*(script|iframe|object|embed|form|style)\b|\bon[a-z]+\s*=|javascript\s*:", re.I)


def _links(corpus: Corpus) -> Iterator[tuple[Document, Link]]:
    for _, document in corpus.documents():
        for link in document.scan.links:
            yield document, link


DEFINE = Said("add its definition, or write \\[ for a bracket", "ajoutez sa définition, ou écrivez \\[ pour un crochet")
FIGURE_OR_LINK = Said(
    "place a figure with ![text][id], link anything else with [text][id]",
    "placez une figure avec ![text][id], liez toute autre chose avec [text][id]",
)


def references_resolve(corpus: Corpus) -> Iterator[Finding]:
    """A reference link names an id that exists; Markdown would print an unknown one as plain text."""
    known = corpus.targets
    for document, link in _links(corpus):
        if link.ref is None or _apart(corpus, document, link):
            continue
        id_, _, fragment = link.ref.partition("#")
        if id_ not in known:
            if id_ not in corpus.broken and id_ not in corpus.ledger.live:  # LED002 says that it was published
                message = Said(f"unknown id {id_}", f"identifiant inconnu {id_}")
                hint = corpus.ledger.instead(id_, known) or did_you_mean(id_, known, DEFINE)
                yield document.finding(LNK001, link.line, link.column, message, hint)
        elif link.image != (known[id_].kind == "figure"):
            message = Said(f"{id_} is a figure", f"{id_} est une figure")
            if link.image:
                message = Said(f"{id_} is not a figure", f"{id_} n'est pas une figure")
            yield document.finding(LNK001, link.line, link.column, message, FIGURE_OR_LINK)
        elif fragment:
            yield from _fragment(corpus, document, link, id_, fragment)


APART = re.compile(r"\[[^\[\]]+\] \[([\w-]+)(?:#[\w-]+)?\](?![\[(])")
TURNED = re.compile(r"(?<!\])\([^()]+\)\[([\w-]+)(?:#[\w-]+)?\](?![\[(])")


def _apart(corpus: Corpus, document: Document, link: Link) -> str | None:
    """What stands in brackets here, where a space follows, and the id that it was meant to lead to."""
    row = document.text.split("\n")[link.line - document.first_line]
    match = APART.match(row, link.column - 1)
    return match[0] if match and match[1].lower() in corpus.targets else None


TURN = Said("turn them: [text][id], the text in square brackets", "échangez-les : [text][id], le texte entre crochets")


def text_and_id(corpus: Corpus) -> Iterator[Finding]:
    """The text of a link stands in brackets, and its id right after it."""
    for document, link in _links(corpus):
        if link.ref is None:
            continue
        row = document.text.split("\n")[link.line - document.first_line]
        if written := _apart(corpus, document, link):
            message = Said(f"a space parts {written}", f"une espace sépare {written}")
            hint = Said("write [text][id] without a space", "écrivez [text][id] sans espace")
            yield document.finding(LNK010, link.line, link.column, message, hint)
        for match in TURNED.finditer(row):
            if match.end() - 1 == link.column + len(link.ref) and match[1].lower() in corpus.targets:
                message = Said(f"brackets inverted: {match[0]}", f"parenthèses et crochets inversés : {match[0]}")
                yield document.finding(LNK010, link.line, match.start() + 1, message, TURN)


def _fragment(corpus: Corpus, document: Document, link: Link, id_: str, fragment: str) -> Iterator[Finding]:
    page = corpus.pages.get(corpus.targets[id_].page)
    if page and document.language not in page.documents:
        return  # PAR001 reports it
    ids = [h.id for h in page.documents[document.language].scan.headings if h.id] if page else []
    if fragment not in ids and not _published(corpus, id_, fragment):
        message = Said(
            f"{id_} has no heading with the id {fragment}", f"{id_} n'a aucun titre dont l'identifiant soit {fragment}"
        )
        replaced = (corpus.ledger.instead(old, corpus.targets) for old in (f"{id_}#{fragment}", fragment))
        otherwise = Said("link the page itself", "liez la page elle-même")
        hint = next(filter(None, replaced), None) or did_you_mean(fragment, ids, otherwise)
        yield document.finding(LNK002, link.line, link.column, message, hint)


def _published(corpus: Corpus, page: str, heading: str) -> bool:
    """Whether a heading of a page was published: LED001 or LED002 says that it is gone."""
    return not corpus.ledger.live.keys().isdisjoint({heading, f"{page}#{heading}"})


def own_anchors(corpus: Corpus) -> Iterator[Finding]:
    """A link to an anchor of its own page names one of its headings."""
    for page, document in corpus.documents():
        ids = [h.id for h in document.scan.headings if h.id]
        for link in document.scan.links:
            href = link.href or ""
            anchor = unquote(href[1:])
            if href.startswith("#") and anchor not in ids and not _published(corpus, page.id, anchor):
                message = Said(
                    f"this page has no heading with the id {anchor}",
                    f"cette page n'a aucun titre dont l'identifiant soit {anchor}",
                )
                hint = did_you_mean(anchor, ids, Said("link an id", "liez un identifiant"))
                yield document.finding(LNK002, link.line, link.column, message, hint)


def paths(corpus: Corpus) -> Iterator[Finding]:
    """A page is linked by its id, never by a path; a file by its path below docs/assets, and it exists."""
    for document, link in _links(corpus):
        if link.href is None or link.href.startswith("#") or not link.href.strip():
            continue
        address = urlsplit(link.href.split()[0]) if _splits(link.href) else None
        if address is None or address.scheme or address.netloc:
            continue
        if address.path.endswith((".md", "/")) or "." not in address.path.rpartition("/")[2]:
            message = Said(f"path link {link.href}", f"lien par chemin {link.href}")
            hint = Said("link its id: [text][id]", "liez son identifiant : [text][id]")
            yield document.finding(LNK004, link.line, link.column, message, hint)
        elif not _asset_exists(corpus, unquote(address.path)):
            message = Said(f"missing file {link.href}", f"fichier manquant {link.href}")
            yield document.finding(LNK003, link.line, link.column, message, _where(corpus, address.path))


def _where(corpus: Corpus, path: str) -> Said:
    """How to write the path of a file that may be there, under another way to write it."""
    name = posixpath.basename(unquote(path))
    there = sorted(file for file in (corpus.root / ASSETS).rglob(name)) if name else []
    if there:
        written = there[0].relative_to(corpus.root / "docs").as_posix()
        return Said(f"write {written}, from every page", f"écrivez {written}, depuis toute page")
    return Said(
        "put the file below docs/assets and write assets/…", "mettez le fichier sous docs/assets et écrivez assets/…"
    )


def _asset_exists(corpus: Corpus, path: str) -> bool:
    """Whether a path is that of a file below docs/assets, in its one form: from docs/, whatever page links it."""
    plain = path.startswith("assets/") and posixpath.normpath(path) == path
    return plain and (corpus.root / "docs" / path).is_file()


def _splits(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


LIGHTER = Said(
    f"save it smaller: at most {HEAVY // 1000} KB, 1600 pixels wide",
    f"enregistrez-la plus petite : au plus {HEAVY // 1000} ko, 1600 pixels de large",
)


def light_images(corpus: Corpus) -> Iterator[Finding]:
    """An image is light enough for a phone."""
    for file in sorted((corpus.root / ASSETS).rglob("*")):
        if file.suffix.lower() in IMAGES and file.is_file() and (size := file.stat().st_size) > HEAVY:
            path = file.relative_to(corpus.root).as_posix()
            message = Said(f"this image weighs {size // 1000} KB", f"cette image pèse {size // 1000} ko")
            yield Finding(path, 1, 1, LNK013, message, LIGHTER)


NO_TEXT = (Said("link without text", "lien sans texte"), Said("say where it leads", "dites où il mène"))
NO_ADDRESS = (
    Said("link without address", "lien sans adresse"),
    Said("link an id: [text][id]", "liez un identifiant : [text][id]"),
)


def link_texts(corpus: Corpus) -> Iterator[Finding]:
    """A link has a text and an address."""
    for document, link in _links(corpus):
        if not link.image and not link.text.strip():
            yield document.finding(LNK005, link.line, link.column, *NO_TEXT)
        if link.href is not None and not link.href.strip():
            yield document.finding(LNK005, link.line, link.column, *NO_ADDRESS)


def external_links(corpus: Corpus) -> Iterator[Finding]:
    """An external address is well formed, uses https, and stands in references.yml."""
    known = set(addresses(corpus))
    for document, link in _links(corpus):
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
    for item in corpus.references:
        yield from filter(None, (item.value.url.fr, item.value.url.en))
    yield from filter(None, (note.value.url for note in corpus.notes))


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
    if not _splits(address):
        return MALFORMED
    parts = urlsplit(address)
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


def harmless(corpus: Corpus) -> Iterator[Finding]:
    """No script: address, raw script, iframe or event attribute."""
    for document, link in _links(corpus):
        if link.href and re.match(r"\s*(javascript|data|vbscript):", unquote(link.href), re.I):
            message = Said(f"script address {link.href}", f"adresse de script {link.href}")
            hint = Said("link an id instead", "liez plutôt un identifiant")
            yield document.finding(LNK008, link.line, link.column, message, hint)
    for _, document in corpus.documents():
        for raw in document.scan.raw:
            match = DANGEROUS.search(raw.text)
            if match:
                line = raw.line + raw.text.count("\n", 0, match.start())
                hint = Said("write it in Markdown", "écrivez-le en Markdown")
                yield document.finding(LNK008, line, raw.column, _raw(match.group()), hint)


def _raw(html: str) -> Said:
    return Said(f"raw HTML with {html}", f"HTML brut avec {html}")


PLAIN = Said("write it in words: this text is plain", "dites-le avec des mots : ce texte est simple")
NO_MARKUP = Said(
    "write it in words: no HTML, link or emphasis here",
    "dites-le avec des mots : ni HTML, ni lien, ni mise en relief ici",
)


def plain_strings(corpus: Corpus) -> Iterator[Finding]:
    """A text of YAML is plain: HTML and Markdown would be shown as they are typed, or run."""
    for prose in (*front_matter(corpus), *strings(corpus)):
        if dangerous := DANGEROUS.search(prose.text):
            yield prose.finding(LNK008, dangerous.start(), _raw(dangerous.group()), PLAIN)
        elif markup := MARKUP.search(prose.text):
            message = Said(f"{markup.group()} in a text that is plain", f"{markup.group()} dans un texte simple")
            yield prose.finding(TXT004, markup.start(), message, NO_MARKUP)


CHECKS = (
    references_resolve,
    text_and_id,
    own_anchors,
    paths,
    light_images,
    link_texts,
    external_links,
    listed_addresses,
    harmless,
    plain_strings,
)
