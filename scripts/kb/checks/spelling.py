"""Spelling: every word is in the dictionary of its language or in docs/words.yml, which holds no word for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from kb.checks.parity import NAMES, is_other_language
from kb.formats.folding import folded, skeleton
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.dictionaries import in_dictionary, suggestion
from kb.text.names import french_names, left_in_french
from kb.text.phrases import Phrases
from kb.text.prose import MARKUP, Prose, all_prose, asked

SPL001 = Rule(
    "SPL001",
    "A word is in the dictionary of its language or in docs/words.yml.",
    "Un mot est dans le dictionnaire de sa langue ou dans docs/words.yml.",
    "Spelling mistakes would reach readers and weaken their trust.",
    "Des fautes d'orthographe se rendraient jusqu'à la publication et mineraient la confiance.",
)

SPL002 = Rule(
    "SPL002",
    "A word of docs/words.yml is needed, stands there once, and is in alphabetical order in its group.",
    "Un mot de docs/words.yml est nécessaire, s'y trouve une seule fois et suit l'ordre alphabétique de son groupe.",
    "A list that only grows would end up hiding real mistakes.",
    "Une liste qui ne fait que grandir finirait par cacher de vraies fautes.",
)


# Not a letter alone, nor letters that touch a figure: « c. », « 2e », « ».
WORD = re.compile(r"(?<![\w.])[^\W\d_]{2,}(?:[-'][^\W\d_]+)*(?![\d_])")
SIGLE = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,}")  # abbreviations are the glossary's (GLO001)
ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)", re.I)
POSSESSIVE = re.compile(r"(?<=.)'s?$")
SUGGESTED = 10  # words that a run looks for suggestions to: it takes time, and more than that is not a slip
# What stands before a word inside a sentence: a capital there makes a name.
INSIDE = re.compile(r"(?:[\w,;)»] |['’-])$")
CLOSE = 0.8  # how alike a name and the dictionary's name for it are, at least
NAME = Said(
    "if it is a name, add it to docs/words.yml; if not, correct it",
    "si c'est un nom, ajoutez-le à docs/words.yml; sinon, corrigez-le",
)
CORRECT_OR_ADD = Said("correct it, or add it to docs/words.yml", "corrigez-le, ou ajoutez-le à docs/words.yml")


# An address, and markup where it does not belong, which have findings of their own.
UNSPELLED = re.compile(rf"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\S*[\ufffd\ue000-\uf8ff]\S*|{MARKUP.pattern}")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


class WordList:
    """The entries of docs/words.yml that hold for one language, and which of them were of use.

    Those of questions only hold for `questions`.
    """

    def __init__(self, corpus: Corpus, language: str, questions: bool = False):
        listed = (item.value for item in corpus.words if item.value.language in (language, "both"))
        groups = [group for group in listed if questions or not group.questions]
        entries = {word for group in groups for word in group.words}
        self.language = language
        self.words = {word for word in entries if WORD.fullmatch(word)}
        self.names = entries - self.words
        self.accented = {skeleton(word): word for word in self.words if skeleton(word) != word.lower()}
        self.used: set[str] = set()
        self._right: set[str] = set()
        names = self.names | (french_names(corpus) if language == "en" else set())
        self._phrases = Phrases(form for name in names for form in (name, name[:1].upper() + name[1:]))

    def unknown_in(self, text: str) -> list[re.Match[str]]:
        """The words of the text that are neither in the dictionary nor in the list."""
        if self._right.issuperset(WORD.findall(text)):  # most texts hold no new word
            return []
        return [match for match in WORD.finditer(text) if not self._knows(match.group())]

    def _knows(self, word: str) -> bool:
        if word in self._right:
            return True
        known = self._known(word) or self._known(self._bare(word)) or self._parts_known(word)
        if known:
            self._right.add(word)
        return known

    def _known(self, word: str) -> bool:
        if self.accented.get(skeleton(word), word).lower() != word.lower():
            return False  # a listed word without its accents, such as Montreal
        if SIGLE.fullmatch(word) or in_dictionary(word, self.language):
            return True
        listed = set(_forms(word)) & self.words
        self.used |= listed
        return bool(listed)

    def _bare(self, word: str) -> str:
        return (ELISION if self.language == "fr" else POSSESSIVE).sub("", word)

    def _parts_known(self, word: str) -> bool:
        parts = self._bare(word).split("-")
        return len(parts) > 1 and all(len(part) > 1 and self._known(part) for part in parts)

    def names_in(self, text: str) -> list[tuple[int, int]]:
        """Where the text holds a name that is not spelled by the dictionary."""
        spans = []
        for start, name in self._phrases.find(text):
            spans.append((start, start + len(name)))
            self.used |= set(_forms(name)) & self.names
        return spans


def _forms(name: str) -> tuple[str, str]:
    """The name as it stands and as it would stand inside a sentence."""
    return name, name[:1].lower() + name[1:]


def words_known(corpus: Corpus) -> Iterator[Finding]:
    """A word is in the dictionary of its language or in docs/words.yml, a name once for all its uses.

    An entry of that list is of use.
    """
    texts, questions = ({code: WordList(corpus, code, asks) for code in LANGUAGES} for asks in (False, True))
    found = [*_unknown(corpus, all_prose(corpus), texts), *_unknown(corpus, asked(corpus), questions)]
    names = {word for word, prose, start in found if _is_name(word, prose.text[:start], texts[prose.language])}
    uses, suggested = Counter(word for word, *_ in found), dict[tuple[str, str], Said]()
    for word, prose, start in found:
        if uses[word]:
            times = uses.pop(word) if word in names else 1
            message = Said(f"unknown word {word}", f"mot inconnu : {word}")
            if times > 1:
                message = Said(f"{message}, {times} times", f"{message.fr}, {times} fois")
            hint = _hint(texts[prose.language], word, word in names, suggested)
            yield prose.finding(SPL001, start, message, hint)
    used = set().union(*(each.used for each in (*texts.values(), *questions.values())))
    for item in corpus.words:
        for index, word in enumerate(item.value.words):
            if word not in used:
                yield item.finding(SPL002, _needless(corpus, item.value.language, word), UNLIST, ("words", index))


def _unknown(corpus: Corpus, texts: Iterable[Prose], lists: dict[str, WordList]) -> Iterator[tuple[str, Prose, int]]:
    """Every use of a word that is not known, and where it starts."""
    left = left_in_french(corpus)
    for prose in texts:
        if prose.language not in lists or "aliases" in prose.key or (prose.path, prose.text) in left:
            continue
        if _is_id(corpus, prose) or is_other_language(prose.text, prose.language):
            continue  # PAR004 reports the whole text
        known, text = lists[prose.language], UNSPELLED.sub(_blank, prose.text.replace("’", "'"))
        unknown = known.unknown_in(text)
        names = known.names_in(text) if unknown else ()
        for match in unknown:
            if not any(start <= match.start() and match.end() <= end for start, end in names):
                yield match.group(), prose, match.start()


UNLIST = Said("remove it from the list", "retirez-le de la liste")


def _needless(corpus: Corpus, language: str, word: str) -> Said:
    """Why a word of the list is of no use: another entry covers it, or the dictionary does, or no text has it."""
    own, is_name = _parts(word), not WORD.fullmatch(word)
    for other in (other for item in corpus.words for other in item.value.words if other != word):
        if own <= _parts(other) or (is_name and _parts(other) <= own):
            return Said(
                f"the word {word} is covered by {other}, which the list has too",
                f"le mot {word} est couvert par {other}, qui est aussi dans la liste",
            )
    if SIGLE.fullmatch(word):
        return Said(f"the abbreviation {word} needs no entry", f"l'abréviation {word} se passe d'une entrée")
    if any(in_dictionary(word, code) for code in LANGUAGES if language in (code, "both")):
        return Said(f"the word {word} is in the dictionary", f"le mot {word} est dans le dictionnaire")
    where, fr = ("", "") if language == "both" else (f" in {NAMES[language]}", f" en {NAMES[language].fr}")
    return Said(f"the word {word} is in no text{where}", f"le mot {word} n'est dans aucun texte{fr}")


def _parts(entry: str) -> set[str]:
    """The words of an entry, without capitals."""
    return set(re.split(r"[\s'-]+", entry.lower()))


def _is_id(corpus: Corpus, prose: Prose) -> bool:
    """Whether a link's text is an id that it leads to: `[reso]`."""
    return prose.linked and prose.text.partition("#")[0].lower() in corpus.targets


def _is_name(word: str, before: str, known: WordList) -> bool:
    """Whether a word has a capital that no sentence asks for, and is no listed one without its accents."""
    return word[0].isupper() and bool(INSIDE.search(before)) and skeleton(word) not in known.accented


def _hint(known: WordList, word: str, is_name: bool, suggested: dict[tuple[str, str], Said]) -> Said:
    key, otherwise = (word, known.language), NAME if is_name else CORRECT_OR_ADD
    if key not in suggested and len(suggested) < SUGGESTED:
        found = known.accented.get(skeleton(word)) or suggestion(word, known.language) or ""
        far = is_name and (
            not found[:1].isupper() or SequenceMatcher(None, skeleton(word), skeleton(found)).ratio() < CLOSE
        )
        suggested[key] = _meant(found) if found and not far else otherwise
    return suggested.get(key, otherwise)


def _meant(found: str) -> Said:
    return Said(
        f"did you mean {found}? If the word is right, add it to docs/words.yml",
        f"vouliez-vous dire {found}? Si le mot est juste, ajoutez-le à docs/words.yml",
    )


def list_in_order(corpus: Corpus) -> Iterator[Finding]:
    """The words of a group are in alphabetical order, and each is in one group only."""
    seen: set[str] = set()
    for item in corpus.words:
        for index, word in enumerate(item.value.words):
            if word in seen:
                message = Said(f"the word {word} stands twice", f"le mot {word} figure deux fois")
                hint = Said("keep it once", "gardez-le une seule fois")
                yield item.finding(SPL002, message, hint, ("words", index))
            seen.add(word)
        for index, (before, word) in enumerate(pairwise(item.value.words), 1):
            if folded(word) < folded(before):
                message = Said(f"the word {word} stands after {before}", f"le mot {word} est placé après {before}")
                hint = Said("keep each group in alphabetical order", "gardez chaque groupe en ordre alphabétique")
                yield item.finding(SPL002, message, hint, ("words", index))


CHECKS = (words_known, list_in_order)
