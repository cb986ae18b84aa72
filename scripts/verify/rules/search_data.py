"""Rules on the data of the search as a whole: each result once and with a text, and the same in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kb.formats.htmlshape import HEADINGS
from kb.formats.shape import Piece, words
from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import LANGUAGES
from verify.rules.citations import BUILD_AGAIN
from verify.rules.search import FOLDER, Entry, texts_of
from verify.site import BuiltSite

HTM090 = Rule(
    "HTM090",
    "A result of the search is there once, is of a kind that the search knows, and has a text in each of its parts.",
    "Un résultat de recherche n'y est qu'une fois, est d'un type que la recherche connaît, et a un texte dans chacune "
    "de ses parties.",
    "The search would show a passage twice, without its label, or never find the words that stand in it.",
    "La recherche montrerait un passage deux fois ou sans son étiquette, ou ne trouverait jamais les mots qu'il "
    "contient.",
)

HTM091 = Rule(
    "HTM091",
    "The search has the same results in both languages, and synonyms.",
    "La recherche a les mêmes résultats dans les deux langues, et des synonymes.",
    "A term or passage would be found in one language and seem to be missing from the guide in the other.",
    "Un terme ou un passage se trouverait dans une langue et semblerait absent du guide dans l'autre.",
)

DIF005 = Rule(
    "DIF005",
    "The words that the search has of a section are those of the section.",
    "Les mots que la recherche a d'une section sont ceux de la section.",
    "Readers would be led to a passage that does not hold what they looked for.",
    "On serait mené à un passage qui ne contient pas ce qu'on cherchait.",
)

KINDS = frozenset({"example", "model", "principle", "reference", "section", "situation", "term"})
_WORD = re.compile(r"[^\W_]{5,}")
_TWICE = Said("is there twice", "y est deux fois")
_NO_TEXT = Said("has a part without a text", "a une partie sans texte")


def results_are_whole(site: BuiltSite) -> Iterator[Finding]:
    """A result is there once, of a known kind, and has a text in each of its parts."""
    for path, file in site.files.items():
        counted = Counter(str(entry.get("id")) for entry in file.entries or ())
        told = texts_of(site, path)
        for entry in file.entries or ():
            place, fault = path, _fault(entry, counted)
            if not fault and told.parts is not None and not _are_whole(told.parts.get(str(entry.get("id")))):
                place, fault = told.path, _NO_TEXT
            if fault:
                title = entry.get("title")
                message = Said(f"the result “{title}” {fault}", f"le résultat « {title} » {fault.fr}")
                yield Finding(place, 1, 1, HTM090, message, BUILD_AGAIN)


def _fault(entry: Entry, counted: Counter[str]) -> Said | None:
    if counted[str(entry.get("id"))] > 1:
        return _TWICE
    if (kind := entry.get("kind")) not in KINDS:
        return Said(f"is of the unknown kind “{kind}”", f"est du type inconnu « {kind} »")
    return None


def _are_whole(parts: object) -> bool:
    return isinstance(parts, list) and bool(parts) and all(map(_has_text, parts))


def _has_text(part: object) -> bool:
    """A part is the fragment of an address, a heading and a text."""
    return isinstance(part, list) and bool(part) and bool(str(part[-1]).strip())


def languages_find_the_same(site: BuiltSite) -> Iterator[Finding]:
    """The search has the same results in both languages, and synonyms."""
    data = {path: site.files[path] for language in LANGUAGES if (path := f"{FOLDER}{language}.js") in site.files}
    ids = {path: {str(entry.get("id")) for entry in file.entries} for path, file in data.items() if file.entries}
    for path in ids:
        for other in ids.keys() - {path}:
            for id_ in sorted(ids[other] - ids[path]):
                message = Said(f"“{id_}” is in {other} alone", f"« {id_} » n'est que dans {other}")
                yield Finding(path, 1, 1, HTM091, message, BUILD_AGAIN)
        if not data[path].synonyms and any(file.synonyms for file in data.values()):
            message = Said("the search has no synonyms", "la recherche n'a pas de synonymes")
            yield Finding(path, 1, 1, HTM091, message, BUILD_AGAIN)


def texts_are_their_sections(site: BuiltSite) -> Iterator[Finding]:
    """Each longer word that a result has of a section with an address stands in what was written there."""
    told = {page: _by_section(pieces) for page, pieces in site.written.items()}
    for path, file in site.files.items():
        texts = texts_of(site, path)
        for entry in file.entries or ():
            parts = (texts.parts or {}).get(str(entry.get("id"))) or ()
            sections = told.get(site.resolver.resolve("", str(entry.get("address")) or "./").file, {})
            for fragment, *_, text in filter(_has_text, parts):
                section = sections.get(str(fragment), "")
                strange = [word for word in _WORD.findall(str(text)) if words(word) not in section]
                if section and strange:
                    message = Said(
                        f"the result “{entry.get('title')}” has “{strange[0]}”, which #{fragment} does not say",
                        f"le résultat « {entry.get('title')} » a « {strange[0]} », que #{fragment} ne dit pas",
                    )
                    yield Finding(texts.path, 1, 1, DIF005, message, BUILD_AGAIN)


def _by_section(pieces: Sequence[Piece]) -> dict[str, str]:
    """The text of each heading with an id and of what stands below it."""
    found: dict[str, str] = {}
    section = ""
    for piece in pieces:
        section = (piece.id if piece.kind in HEADINGS else "") or section
        if section:
            found[section] = f"{found.get(section, '')} {piece.text}"
    return found


RULES = (results_are_whole, languages_find_the_same, texts_are_their_sections)
