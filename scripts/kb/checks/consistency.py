"""Consistency: one way to write a term, a name or an abbreviation, the glossary's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.formats.folding import skeleton
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.page import ModelPage
from kb.model.rule import Rule, Said
from kb.model.schema.glossary import Term
from kb.text.lines import Line, all_lines
from kb.text.names import french_names, left_in_french
from kb.text.phrases import WORD, Phrases

CON001 = Rule(
    "CON001",
    "No text holds a form that the glossary says to avoid.",
    "Aucun texte ne contient une forme que le glossaire dit d'éviter.",
    "Two words for one thing make readers think that there are two.",
    "Deux mots pour une chose font croire qu'il y en a deux.",
)

CON002 = Rule(
    "CON002",
    "A term of several words is written with the accents and capitals of the glossary.",
    "Un terme de plusieurs mots s'écrit avec les accents et les majuscules du glossaire.",
    "Readers would wonder whether a different notion is meant.",
    "On se demanderait s'il s'agit d'une autre notion.",
)

CON003 = Rule(
    "CON003",
    "An organisation has its official name or its abbreviation.",
    "Une organisation a son nom officiel ou son abréviation.",
    "A reader could not be sure which body is meant, nor look it up.",
    "On ne saurait pas avec certitude de quel organisme il s'agit, ni comment le trouver.",
)

CON004 = Rule(
    "CON004",
    "English text names a body by its official French name; an English gloss stands in parentheses.",
    "Un texte anglais nomme un organisme par son nom officiel français; une traduction anglaise se met entre "
    "parenthèses.",
    "An invented English name would lead to no body that exists.",
    "Un nom anglais inventé ne mènerait à aucun organisme réel.",
)


# Words that a name of a body may lose or gain without naming another body.
SMALL = frozenset("a au aux d de des du l la le les ville agglomeration".split())
# In French, a common noun that heads a body's name has no capital inside a sentence.
COMMON = ("ministère", "comité", "poste")


def _own(line: Line, item: Item[Term]) -> bool:
    """Whether the line stands in the glossary entry itself."""
    return line.path == item.path and line.key[:1] == item.base


def avoided_forms(corpus: Corpus) -> Iterator[Finding]:
    """No text holds a form to avoid, but inside a longer name or, of a body in English, in parentheses."""
    left = left_in_french(corpus)
    for language in LANGUAGES:
        forms = {skeleton(form): item for item in corpus.terms for form in _avoided(item.value, language)}
        names = {skeleton(name) for term in corpus.term.values() for name in term.names(language)}
        phrases = Phrases({*forms, *names, *map(skeleton, french_names(corpus))})
        for line in all_lines(corpus) if forms else ():
            if line.language != language or "aliases" in line.key or (line.path, line.text) in left:
                continue
            end = 0
            for start, phrase in phrases.find(line.skeleton, line.words):
                if start >= end and phrase in forms and not _own(line, forms[phrase]):
                    yield from _avoid(line, start, line.text[start : start + len(phrase)], forms[phrase].value)
                end = max(end, start + len(phrase))


def _avoided(term: Term, language: str) -> list[str]:
    """The forms to avoid; for a body in English, also the aliases that are names rather than common nouns."""
    names = [alias for alias in term.aliases.en if len(re.findall(r"\b[A-Z][a-z]", alias)) > 1]
    return [*term.avoid[language], *(names if language == "en" and term.kind == "organisation" else [])]


def _avoid(line: Line, start: int, form: str, term: Term) -> Iterator[Finding]:
    if term.kind == "organisation" and line.language == "en":
        before = line.text[:start]
        if before.count("(") <= before.count(")"):
            message = Said(
                f"{form} stands for the body's own name",
                f"{form} tient la place du nom que l'organisme se donne",
            )
            hint = Said(
                f"write {term.term.en}; a gloss may follow in parentheses",
                f"écrivez {term.term.en}; une traduction peut suivre entre parenthèses",
            )
            yield line.finding(CON004, start, message, hint)
    else:
        message = Said(f"the glossary avoids {form}", f"le glossaire évite {form}")
        yield line.finding(CON001, start, message, _write(term.term[line.language]))


def _write(name: str) -> Said:
    return Said(f"write {name}", f"écrivez {name}")


def terms_spelled_alike(corpus: Corpus) -> Iterator[Finding]:
    """A term of several words has the glossary's accents and capitals; its first letter may be a capital."""
    for language in LANGUAGES:
        known = {name for term in corpus.term.values() for name in term.names(language) if re.search(r"\w[ -]\w", name)}
        known = {name.replace("’", "'") for name in known}
        written = {skeleton(name): name for name in sorted(known, reverse=True)}
        avoided = (form for term in corpus.term.values() for form in _avoided(term, language))
        longer = {skeleton(name) for name in (*french_names(corpus), *_titles(corpus, language), *avoided)}
        terms, phrases = written.keys() - longer, Phrases(longer | written.keys())
        for line in all_lines(corpus):
            if line.language != language or "aliases" in line.key:
                continue
            end = 0
            for start, phrase in phrases.find(line.skeleton, line.words):
                text = line.text[start : start + len(phrase)].replace("’", "'")
                if start >= end and phrase in terms and not _same(text, known):
                    message = Said(f"{text} is not the glossary's form", f"{text} n'est pas la forme du glossaire")
                    yield line.finding(CON002, start, message, _write(written[phrase]))
                end = max(end, start + len(phrase))


def _titles(corpus: Corpus, language: str) -> Iterator[str]:
    """The titles of the examples and models, and the English names that the policy prints."""
    for page in corpus.records:
        yield page.title(language)
        if isinstance(page, ModelPage) and page.record.english_name:
            yield page.record.english_name


def _same(text: str, known: set[str]) -> bool:
    return text.isupper() or not known.isdisjoint({text, text[:1].lower() + text[1:], text[:1].upper() + text[1:]})


def official_names(corpus: Corpus) -> Iterator[Finding]:
    """A body's name has the small words, capitals and accents of its official name."""
    names = {_content(name): name for term in corpus.term.values() if term.kind != "notion" for name in [term.term.fr]}
    names = {content: name for content, name in names.items() if len(content) > 1}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for content in names:
        by_first.setdefault(content[0], []).append(content)
    known = {name for term in corpus.term.values() for language in LANGUAGES for name in term.names(language)}
    known = {name.replace("’", "'") for name in known}
    known |= {name[:1].upper() + name[1:] for name in known}
    for line in all_lines(corpus):
        if "aliases" in line.key or line.words.isdisjoint(by_first):
            continue
        words = list(WORD.finditer(line.skeleton))
        for index, word in enumerate(words):
            for content in by_first.get(word.group(), ()):
                end = _end(words, index, content, line.text)
                text = line.text[word.start() : end].replace("’", "'")
                if end and text not in known and not _inside_sentence(text, names[content], line.language):
                    yield line.finding(CON003, word.start(), *_unofficial(text, names[content]))


def _unofficial(text: str, name: str) -> tuple[Said, Said]:
    """The message and the hint for a text that stands in the place of an official name."""
    return (
        Said(f"{text} is not the official name", f"{text} n'est pas le nom officiel"),
        Said(f"write {name}, or its abbreviation", f"écrivez {name}, ou son abréviation"),
    )


def _content(name: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(skeleton(name)) if word not in SMALL)


def _end(words: list[re.Match[str]], index: int, content: tuple[str, ...], text: str) -> int:
    """Where the words of a name that starts at `index` end; 0 where other words or signs stand between them."""
    wanted = list(content)
    for before, word in zip([None, *words[index:]], words[index:], strict=False):
        if before and text[before.end() : word.start()].strip(" '’-\u00a0"):
            return 0
        if word.group() == wanted[0]:
            wanted.pop(0)
            if not wanted:
                return word.end()
        elif word.group() not in SMALL:
            return 0
    return 0


def _inside_sentence(text: str, name: str, language: str) -> bool:
    """Whether the text is the name as French has it in a sentence: « ministère de la Sécurité publique »."""
    lowered = name[:1].lower() + name[1:]
    return language == "fr" and text == lowered.replace("’", "'") and lowered.startswith(COMMON)


CHECKS = (avoided_forms, terms_spelled_alike, official_names)
