"""Glossary: every abbreviation defined, every entry used, every name one entry's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.model.schema.glossary import Term
from kb.text.abbreviations import abbreviations, known_sigles, pattern, sigles
from kb.text.prose import Prose, all_prose

GLO001 = Rule(
    "GLO001",
    "An abbreviation that the text uses is in the glossary.",
    "Une abréviation que le texte emploie est dans le glossaire.",
    "A newcomer would not understand what the letters stand for.",
    "Une personne qui découvre le sujet ne saurait pas ce que veulent dire ces lettres.",
)

GLO002 = Rule(
    "GLO002",
    "A glossary entry is used by a page, a record or another entry.",
    "Une entrée du glossaire est utilisée par une page, une fiche ou une autre entrée.",
    "The list would fill up with entries that help no reader and still need care.",
    "La liste se remplirait d'entrées qui n'aident personne et qu'il faut pourtant entretenir.",
)

GLO003 = Rule(
    "GLO003",
    "A name, abbreviation or alias belongs to one glossary entry only.",
    "Un nom, une abréviation ou un alias n'appartient qu'à une seule entrée du glossaire.",
    "A reader who looks up the word would find two answers.",
    "Une personne qui cherche le mot trouverait deux réponses.",
)

GLO004 = Rule(
    "GLO004",
    "A definition says more than its term.",
    "Une définition en dit plus que son terme.",
    "Someone who looks up a word would learn nothing new about it.",
    "Une personne qui consulte un mot n'en apprendrait rien de plus.",
)

GLO005 = Rule(
    "GLO005",
    "A see-also names an id that exists.",
    "Un « voir aussi » nomme un identifiant qui existe.",
    "The reader would be sent to an entry that is not there.",
    "On serait renvoyé à une entrée qui n'est pas là.",
)

GLO006 = Rule(
    "GLO006",
    "The first use of an abbreviation on a page can be linked to its definition.",
    "Le premier emploi d'une abréviation dans une page peut être lié à sa définition.",
    "People using touch or a keyboard could not reach the meaning from where they read.",
    "Au toucher ou au clavier, on ne pourrait pas atteindre le sens depuis sa lecture.",
)


WORD = re.compile(r"[^\W\d_]{3,}")
REMOVE = Said("remove it", "supprimez-le")
KEEP_IN_ONE = Said("keep it in one entry", "gardez-le une seule fois, dans une seule entrée")


def abbreviations_defined(corpus: Corpus) -> Iterator[Finding]:
    """An abbreviation that the text uses is in the glossary; each is reported once a file."""
    known = known_sigles(corpus)
    reported: set[tuple[str, str]] = set()
    for prose, match in _sigles(corpus):
        sigle = match.group()
        if sigle not in known and "aliases" not in prose.key and (prose.path, sigle) not in reported:
            reported.add((prose.path, sigle))
            message = Said(f"the abbreviation {sigle} is not defined", f"l'abréviation {sigle} n'est pas définie")
            otherwise = Said("add it to docs/glossary.yml", "ajoutez-la à docs/glossary.yml")
            yield prose.finding(GLO001, match.start(), message, did_you_mean(sigle, known, otherwise))


@lru_cache(maxsize=1)  # two checks read them
def _sigles(corpus: Corpus) -> tuple[tuple[Prose, re.Match[str]], ...]:
    """Every abbreviation in the prose."""
    return tuple((prose, match) for prose in all_prose(corpus) for match in sigles(prose.text))


def _used(corpus: Corpus) -> set[str]:
    """Ids of the terms that something outside their own entry names."""
    used = {link.ref for *_, link in corpus.links() if link.ref}
    for page in corpus.records:
        used.update(*page.record.entries.values())
    for item in corpus.terms:
        used.update(id_ for id_ in item.value.see if id_ != item.value.id)
    wanted = abbreviations(corpus)
    for prose, match in _sigles(corpus):
        if match.group() in wanted and prose.path != "docs/glossary.yml":
            used.add(wanted[match.group()])
    return used


def terms_used(corpus: Corpus) -> Iterator[Finding]:
    """A glossary entry is used by a page, a record or another entry."""
    used = _used(corpus)
    for item in corpus.terms:
        if item.value.id not in used:
            message = Said(f"the term {item.value.id} is never used", f"le terme {item.value.id} n'est jamais employé")
            hint = Said("link it from a page, or remove it", "liez-le depuis une page, ou supprimez-le")
            yield item.finding(GLO002, message, hint, ("id",))


def names_unique(corpus: Corpus) -> Iterator[Finding]:
    """A name, abbreviation or alias belongs to one entry only, and stands there once; of two, an alias is told."""
    told = set()
    for language in LANGUAGES:
        owners = defaultdict(list)
        for item in corpus.terms:
            for name, at in _names(item.value, language):
                owners[name.casefold()].append((item, name, at))
        for uses in owners.values():
            first, *others = sorted(uses, key=lambda use: use[2][0] == "aliases")
            for item, name, at in others:
                if (item.value.id, at) not in told:  # an abbreviation is that of both languages
                    told.add((item.value.id, at))
                    yield item.finding(GLO003, _taken(f"{name} ({language})", item, *first), KEEP_IN_ONE, at)


def _taken(name: str, item: Item[Term], owner: Item[Term], _owned: str, at: KeyPath) -> Said:
    """That the name of an entry stands elsewhere, under a key of its owner."""
    if owner is item:
        return Said(f"the name {name} stands twice in this entry", f"le nom {name} est deux fois dans cette entrée")
    line, _ = owner.located.at((*owner.base, *at))
    where = f"{owner.value.id} ({owner.path}:{line})"
    return Said(f"the name {name} stands also in {where}", f"le nom {name} se trouve aussi dans {where}")


def _names(term: Term, language: str) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every name that `Term.names` gives, with its key."""
    aliases = term.aliases[language]
    keys = [("term", language), ("abbr",), *(("aliases", language, index) for index in range(len(aliases)))]
    names = term.names(language)
    yield from zip(names, keys if len(names) == len(keys) else [keys[0], *keys[2:]], strict=True)


def definitions_say_something(corpus: Corpus) -> Iterator[Finding]:
    """A definition has at least three words of its own besides those of its term."""
    for item in corpus.terms:
        for language in LANGUAGES:
            own = set(WORD.findall(item.value.definition[language].casefold()))
            own -= {word for name in item.value.names(language) for word in WORD.findall(name.casefold())}
            if len(own) < 3:
                message = Said(
                    f"the definition ({language}) only repeats the term",
                    f"la définition ({language}) ne fait que répéter le terme",
                )
                hint = Said("say what it means in plain words", "dites en mots simples ce qu'il veut dire")
                yield item.finding(GLO004, message, hint, ("definition", language))


def see_also_resolves(corpus: Corpus) -> Iterator[Finding]:
    """A see-also names an id that exists, and not its own."""
    for item in corpus.terms:
        for index, id_ in enumerate(item.value.see):
            if id_ == item.value.id:
                message = Said(f"{id_} refers to itself", f"{id_} renvoie à lui-même")
                yield item.finding(GLO005, message, REMOVE, ("see", index))
            elif id_ not in corpus.targets and id_ not in corpus.broken and id_ not in corpus.ledger.live:
                message = Said(
                    f"see-also names the unknown id {id_}", f"« voir aussi » (see) nomme l'identifiant inconnu {id_}"
                )
                hint = corpus.ledger.instead(id_, corpus.targets) or did_you_mean(id_, corpus.targets, REMOVE)
                yield item.finding(GLO005, message, hint, ("see", index))


def first_use_reachable(corpus: Corpus) -> Iterator[Finding]:
    """The first use of an abbreviation on a page can be linked, so that touch and keyboard reach its definition.

    Staging links the first one in running text; an abbreviation that stands only in headings or inside links to
    other things gives it no place, unless such a link leads to the page that bears its name.
    """
    wanted = {abbr: (id_, pattern(abbr)) for abbr, id_ in abbreviations(corpus).items()}
    for _, document in corpus.documents():
        linked = {link.ref for link in document.scan.links}
        named = " ".join(corpus.pages[ref].title(document.language) for ref in linked if ref in corpus.pages)
        for abbr, (id_, regex) in wanted.items():
            if any(link.href and link.href[:1] != "#" and abbr in link.text for link in document.scan.links):
                continue  # such a link is to be mended first (LNK004)
            if abbr not in document.text or id_ in linked or regex.search(named) or linked & corpus.broken:
                continue
            uses = [(text, m) for text in document.scan.texts if abbr in text.text for m in regex.finditer(text.text)]
            if uses and all(text.heading or text.linked for text, _ in uses):
                text, match = uses[0]
                place = (text.line, text.column + match.start())
                yield document.finding(GLO006, *place, *_out_of_reach(f"[{abbr}][{id_}]", abbr))


def _out_of_reach(link: str, abbr: str) -> tuple[Said, Said]:
    """The message and the hint for an abbreviation that staging cannot link."""
    return (
        Said(
            f"{abbr} stands only in headings or links of this page",
            f"{abbr} ne se trouve que dans des titres ou des liens de cette page",
        ),
        Said(
            f"use it once in running text, or link {link}",
            f"employez cette abréviation une fois dans le texte courant, ou liez {link}",
        ),
    )


CHECKS = (
    abbreviations_defined,
    terms_used,
    names_unique,
    definitions_say_something,
    see_also_resolves,
    first_use_reachable,
)
