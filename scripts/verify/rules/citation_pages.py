"""Rules on the pages that cite a section: both languages show the same, and the QR code is of this section."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.promises import plain
from verify.rules.citations import BUILD_AGAIN, cited_files
from verify.rules.short_addresses import short_address
from verify.site import BuiltSite

HTM087 = Rule(
    "HTM087",
    "Both citation pages of a section show the same citations.",
    "Les deux pages de citation d'une section montrent les mêmes citations.",
    "A student who reads the other language would copy another title, date, page or address for the same passage.",
    "Qui lit dans l'autre langue copierait un autre titre, une autre date, une autre page ou une autre adresse pour le "
    "même passage.",
)

HTM088 = Rule(
    "HTM088",
    "A file for reference managers names the passage of the policy that its citation page names.",
    "Un fichier pour les logiciels de gestion bibliographique nomme le passage de la politique que nomme sa page de "
    "citation.",
    "A quotation would send its reader to the wrong page of the policy.",
    "Une citation enverrait à la mauvaise page de la politique.",
)

HTM089 = Rule(
    "HTM089",
    "A citation page has a QR code of its own, and the address that it stands for is the short one of the section.",
    "Une page de citation a son propre code QR, et l'adresse qu'il représente est l'adresse courte de la section.",
    "A code printed on a poster or a slide would open another section, and nobody can see it with the eye.",
    "Un code imprimé sur une affiche ou une diapositive ouvrirait une autre section, ce que l'œil ne voit pas.",
)


def both_languages_cite_alike(site: BuiltSite) -> Iterator[Finding]:
    """What a citation page shows in the other language is what that language's page shows."""
    pages = [page for page in site.pages.values() if page.is_citation]
    shown = {(page.folder_language, page.title.mark): page for page in pages}
    for page in pages:
        for citation in (*page.citations, *page.quotations):
            if citation.language == page.folder_language:
                continue
            twin = shown.get((citation.language, page.title.mark))
            if twin and all(citation[:2] != one[:2] for one in (*twin.citations, *twin.quotations)):
                english = f"“{citation.text}” is not what {twin.path} shows"
                french = f"« {citation.text} » n'est pas ce que montre {twin.path}"
                yield Finding(page.path, citation.line, 1, HTM087, Said(english, french), BUILD_AGAIN)


def files_name_the_passage(site: BuiltSite) -> Iterator[Finding]:
    """A file for reference managers names the passage of the policy that its citation page names."""
    for path, page, cited in cited_files(site):
        passage = plain(cited.note.partition(":")[2])
        if passage and not any(passage in one.text for one in page.quotations):
            english = f"the passage “{passage}” is not one that {page.path} names"
            french = f"le passage « {passage} » n'est pas nommé dans {page.path}"
            yield Finding(path, 1, 1, HTM088, Said(english, french), BUILD_AGAIN)


def codes_are_of_their_section(site: BuiltSite) -> Iterator[Finding]:
    """A citation page has a QR code that no other has, and says the short address of the section with it."""
    seen: dict[int, str] = {}
    for page in site.pages.values():
        if page.is_citation:
            yield from _code_faults(site, page, seen)


def _code_faults(site: BuiltSite, page: PageFacts, seen: dict[int, str]) -> Iterator[Finding]:
    mark = page.title.mark
    short = site.resolver.url + short_address(mark, page.folder_language).removesuffix("index.html")
    if not page.codes:
        message = Said("the page has no QR code", "la page n'a pas de code QR")
        yield Finding(page.path, page.line, 1, HTM089, message, BUILD_AGAIN)
    for line, address, said in page.codes:
        if said.split(" ")[-1] != short:
            message = Said(f"“{said}” is not {short}", f"« {said} » n'est pas {short}")
            yield Finding(page.path, line, 1, HTM089, message, BUILD_AGAIN)
        file = site.files.get(site.resolver.resolve(page.folder, address).file) if address else None
        if file and file.digest and (other := seen.setdefault(file.digest, page.path)) != page.path:
            english = f"the QR code of this page is also that of {other}"
            french = f"le code QR de cette page est aussi celui de {other}"
            yield Finding(page.path, line, 1, HTM089, Said(english, french), BUILD_AGAIN)


RULES = (both_languages_cite_alike, files_name_the_passage, codes_are_of_their_section)
