"""Links by id: what a reference or an anchor names exists, and a link is written so that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb.formats.markdown import Link
from kb.model.corpus import Corpus, Document
from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from kb.model.vocabulary import NOTES

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

LNK005 = Rule(
    "LNK005",
    "A link has a text.",
    "Un lien a un texte.",
    "There would be nothing to click, and a screen reader could not say where it leads.",
    "Il n'y aurait rien à cliquer, et un lecteur d'écran ne pourrait dire où il mène.",
)

LNK010 = Rule(
    "LNK010",
    "The text of a link stands in square brackets, and its id right after it.",
    "Le texte d'un lien est entre crochets, et son identifiant suit immédiatement.",
    "What was meant as a link would be printed as plain signs.",
    "Ce qui devait être un lien s'afficherait comme de simples signes.",
)


DEFINE = Said("add its definition, or write \\[ for a bracket", "ajoutez sa définition, ou écrivez \\[ pour un crochet")
FIGURE_OR_LINK = Said(
    "place a figure with ![text][id], link anything else with [text][id]",
    "placez une figure avec ![text][id], liez toute autre chose avec [text][id]",
)
NO_SUCH_NOTE = Said(
    f"the notes are the policy's own, note-1 to note-{NOTES}: cite another document by its id, r-…",
    f"les notes sont celles de la politique, de note-1 à note-{NOTES} : citez tout autre document par son identifiant, "
    "r-…",
)
NO_TEXT = (Said("link without text", "lien sans texte"), Said("say where it leads", "dites où il mène"))
NO_ADDRESS = (
    Said("link without address", "lien sans adresse"),
    Said("link an id: [text][id]", "liez un identifiant : [text][id]"),
)
TURN = Said("turn them: [text][id], the text in square brackets", "échangez-les : [text][id], le texte entre crochets")
NOTE = re.compile(r"note-(\d+)")
APART = re.compile(r"\[[^\[\]]+\] \[([\w-]+)(?:#[\w-]+)?\](?![\[(])")
TURNED = re.compile(r"(?<!\])\([^()]+\)\[([\w-]+)(?:#[\w-]+)?\](?![\[(])")


def references_resolve(corpus: Corpus) -> Iterator[Finding]:
    """A reference link names an id that exists; Markdown would print an unknown one as plain text."""
    known = corpus.targets
    for _, document, link in corpus.links():
        if link.ref is None or _apart(corpus, document, link):
            continue
        id_, _, fragment = link.ref.partition("#")
        if id_ not in known:
            if id_ not in corpus.broken and id_ not in corpus.ledger.live:  # LED002 says that it was published
                message = Said(f"unknown id {id_}", f"identifiant inconnu {id_}")
                yield document.finding(LNK001, link.line, link.column, message, _instead(corpus, id_))
        elif link.image != (known[id_].kind == "figure"):
            message = Said(f"{id_} is a figure", f"{id_} est une figure")
            if link.image:
                message = Said(f"{id_} is not a figure", f"{id_} n'est pas une figure")
            yield document.finding(LNK001, link.line, link.column, message, FIGURE_OR_LINK)
        elif fragment:
            yield from _fragment(corpus, document, link, id_, fragment)


def _instead(corpus: Corpus, id_: str) -> Said:
    """What to link instead of an unknown id."""
    if (note := NOTE.fullmatch(id_)) and int(note[1]) > NOTES:
        return NO_SUCH_NOTE
    return corpus.ledger.instead(id_, corpus.targets) or did_you_mean(id_, corpus.targets, DEFINE)


def _fragment(corpus: Corpus, document: Document, link: Link, id_: str, fragment: str) -> Iterator[Finding]:
    if id_ in corpus.reference and corpus.reference[id_].kind == "law" and fragment.isdecimal():
        return
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
    for page, document, link in corpus.links():
        if link.href is None or not link.href.startswith("#"):
            continue
        anchor, ids = unquote(link.href[1:]), [h.id for h in document.scan.headings if h.id]
        if anchor not in ids and not _published(corpus, page.id, anchor):
            message = Said(
                f"this page has no heading with the id {anchor}",
                f"cette page n'a aucun titre dont l'identifiant soit {anchor}",
            )
            hint = did_you_mean(anchor, ids, Said("link an id", "liez un identifiant"))
            yield document.finding(LNK002, link.line, link.column, message, hint)


def _apart(corpus: Corpus, document: Document, link: Link) -> str | None:
    """What stands in brackets here, where a space follows, and the id that it was meant to lead to."""
    row = document.text.split("\n")[link.line - document.first_line]
    match = APART.match(row, link.column - 1)
    return match[0] if match and match[1].lower() in corpus.targets else None


def text_and_id(corpus: Corpus) -> Iterator[Finding]:
    """The text of a link stands in brackets, and its id right after it."""
    for _, document, link in corpus.links():
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


def link_texts(corpus: Corpus) -> Iterator[Finding]:
    """A link has a text and an address."""
    for _, document, link in corpus.links():
        if not link.image and not link.text.strip():
            yield document.finding(LNK005, link.line, link.column, *NO_TEXT)
        if link.href is not None and not link.href.strip():
            yield document.finding(LNK005, link.line, link.column, *NO_ADDRESS)


CHECKS = (references_resolve, text_and_id, own_anchors, link_texts)
