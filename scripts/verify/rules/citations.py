"""Rules on the files for reference managers: each cites what its citation page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from kb.text.dates import day_and_month
from verify.facts import LANGUAGES, PageFacts, primary
from verify.parts import Cited, ShownCitation
from verify.promises import plain
from verify.site import BuiltSite

HTM073 = Rule(
    "HTM073",
    "A file for reference managers holds the title and address that its citation page shows.",
    "Un fichier pour les logiciels de gestion bibliographique contient le titre et l'adresse que montre sa page de "
    "citation.",
    "A student's bibliography would cite another source than the one chosen on the screen.",
    "La bibliographie d'une étudiante ou d'un étudiant citerait une autre source que celle choisie à l'écran.",
)

HTM077 = Rule(
    "HTM077",
    "A file for reference managers holds the author, date and language of the citation that its page shows.",
    "Un fichier pour les logiciels de gestion bibliographique contient l'auteur, la date et la langue de la citation "
    "que montre sa page.",
    "The same source would be cited in two ways, depending on whether it was copied or imported.",
    "La même source serait citée de deux façons, selon qu'on l'a copiée ou importée.",
)

BUILD_AGAIN = Said("build it again", "reconstruisez le site")
_TITLE, _ADDRESS = Said("title", "le titre"), Said("address", "l'adresse")
_LANGUAGE, _AUTHOR, _DATE = Said("language", "la langue"), Said("author", "l'auteur"), Said("date", "la date")
_AUTHOR_AND_DATE = re.compile(r"(?P<author>.+?)\. \((?P<date>[^)]*)\)")


def files_cite_their_section(site: BuiltSite) -> Iterator[Finding]:
    """A file for reference managers holds the title and address that a citation page shows."""
    for path, page, cited in cited_files(site):
        if not (entitled := _entitled(page, cited)):
            what, text = _TITLE, cited.title
        elif not _shown(entitled, cited):
            what, text = _ADDRESS, cited.address
        else:
            continue
        english = f"the {what} “{text}” is not one that {page.path} cites"
        french = f"{what.fr} « {text} » n'est pas dans ce que cite {page.path}"
        yield Finding(path, 1, 1, HTM073, Said(english, french), BUILD_AGAIN)


def files_agree_with_the_citation(site: BuiltSite) -> Iterator[Finding]:
    """A file for reference managers holds the author, the date and the language of the citation that its page shows."""
    for path, page, cited in cited_files(site):
        if citations := _shown(_entitled(page, cited), cited):
            for what, said, true in _differences(cited, citations):
                english = f"the {what} is “{said}”, in the citation of {page.path} “{true}”"
                french = f"{what.fr} est « {said} » ici, et « {true} » dans la citation de {page.path}"
                yield Finding(path, 1, 1, HTM077, Said(english, french), BUILD_AGAIN)


def cited_files(site: BuiltSite) -> Iterator[tuple[str, PageFacts, Cited]]:
    """Each file that a citation page offers, once, with that page and what it cites."""
    seen: set[str] = set()
    for page in site.pages.values():
        for address in page.downloads if page.is_citation else ():
            path = site.resolver.resolve(page.folder, address).file
            file = site.files.get(path)
            if file is not None and not file.fault and path not in seen:
                seen.add(path)
                yield path, page, file.cited or Cited()


def _entitled(page: PageFacts, cited: Cited) -> list[ShownCitation]:
    """The citations with the title of a file."""
    title = plain(cited.title)
    return [citation for citation in page.citations if title and title in plain(citation.text)]


def _shown(citations: list[ShownCitation], cited: Cited) -> list[ShownCitation]:
    """Those with the address of a file, or none as it."""
    wanted = [cited.address] if cited.address else []
    return [one for one in citations if [word for word in one.text.split() if "://" in word] == wanted]


def _differences(cited: Cited, citations: list[ShownCitation]) -> Iterator[tuple[Said, str, str]]:
    """What a file and its citation state apart: what it is, and both."""
    languages = [citation.language for citation in citations]
    if primary(cited.language) not in languages:
        yield _LANGUAGE, cited.language, languages[0]
    match = _AUTHOR_AND_DATE.match(citations[0].text)
    author, day = (match["author"], match["date"]) if match else ("", "")
    if plain(cited.author) != author:
        yield _AUTHOR, cited.author, author
    for said in cited.dates or ("",):
        if not _is_the_day(said, day, languages[0]):
            yield _DATE, said, day
            return


@cache
def _is_the_day(said: str, day: str, language: str) -> bool:
    """Whether a date, or none, is the one that a citation words."""
    if not said:
        return not any(map(str.isdigit, day))
    if len(said) == len("2026"):
        return day.split(",")[0] == said
    try:
        wanted = date.fromisoformat(said)
    except ValueError:
        return False
    return language in LANGUAGES and day == plain(f"{wanted.year}, {day_and_month(wanted, language)}")


RULES = (files_cite_their_section, files_agree_with_the_citation)
