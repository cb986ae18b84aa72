"""Markup: no script or raw HTML that could do harm, and none at all in a text that is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.text.prose import MARKUP, front_matter, strings

TXT004 = Rule(
    "TXT004",
    "A text of YAML is plain: no HTML and no Markdown.",
    "Un texte de YAML est simple : ni HTML ni Markdown.",
    "Readers would see the raw signs instead of the effect that the editor wanted.",
    "On verrait les signes bruts plutôt que l'effet voulu.",
)

LNK008 = Rule(
    "LNK008",
    "No script: address, raw script, iframe or event attribute.",
    "Aucune adresse de script, aucun script brut, aucun iframe ni aucun attribut d'événement.",
    "Hidden code could run on a reader's device without their knowledge.",
    "Du code caché pourrait s'exécuter sur l'appareil d'une personne à son insu.",
)


DANGEROUS = re.compile(r"<\s*/?\s*(script|iframe|object|embed|form|style)\b|\bon[a-z]+\s*=|javascript\s*:", re.I)
PLAIN = Said("write it in words: this text is plain", "dites-le avec des mots : ce texte est simple")
NO_MARKUP = Said(
    "write it in words: no HTML, link or emphasis here",
    "dites-le avec des mots : ni HTML, ni lien, ni mise en relief ici",
)


def harmless(corpus: Corpus) -> Iterator[Finding]:
    """No script: address, raw script, iframe or event attribute."""
    for _, document, link in corpus.links():
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


def plain_strings(corpus: Corpus) -> Iterator[Finding]:
    """A text of YAML is plain: HTML and Markdown would be shown as they are typed, or run."""
    for prose in (*front_matter(corpus), *strings(corpus)):
        if dangerous := DANGEROUS.search(prose.text):
            yield prose.finding(LNK008, dangerous.start(), _raw(dangerous.group()), PLAIN)
        elif markup := MARKUP.search(prose.text):
            message = Said(f"{markup.group()} in a text that is plain", f"{markup.group()} dans un texte simple")
            yield prose.finding(TXT004, markup.start(), message, NO_MARKUP)


CHECKS = (harmless, plain_strings)
