"""Mix-ups: a text that stands in the other language's place, or in another page's or section's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kb.checks.parity import NOT_IN, PAR004, TRANSLATE, is_other_language
from kb.formats.folding import skeleton
from kb.formats.markdown import Block
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Page
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.page import SituationPage
from kb.model.rule import Rule, Said
from kb.text.alike import alike
from kb.text.crossed import crossed, stems
from kb.text.labels import undocumented
from kb.text.leaning import leaning
from kb.text.phrases import WORD
from kb.text.prose import Prose, strings
from kb.text.twins import SectionPair, sections, texts

PAR014 = Rule(
    "PAR014",
    "The French and the English of one text do not stand in each other's place.",
    "Le français et l'anglais d'un même texte ne sont pas à la place l'un de l'autre.",
    "Each group of readers would be shown the version meant for the other.",
    "Chaque lectorat verrait la version destinée à l'autre.",
)

PAR015 = Rule(
    "PAR015",
    "A page's description is not another page's.",
    "La description d'une page n'est pas celle d'une autre page.",
    "Readers would choose the wrong result in a search.",
    "On choisirait le mauvais résultat dans une recherche.",
)

PAR016 = Rule(
    "PAR016",
    "Two headings that are the same in one language are the same in the other.",
    "Deux titres de section identiques dans une langue le sont aussi dans l'autre.",
    "Readers would see one subject where the other language shows two.",
    "On verrait un seul sujet là où l'autre langue en montre deux.",
)


ALIKE, FEWEST = 0.7, 4  # of the words of two descriptions, and how many words make one its own
HARDLY = 0.8  # of the words of a description, that its own page holds
SURE = 2  # words
SURELY = 4  # words of two descriptions, of which each page holds many
WORDS = re.compile(r"[^\W\d_]{2}")  # an abbreviation such as « s. d. » has none
SHORT = 140  # characters; the function words of a longer text tell its language (PAR004)


def swapped(corpus: Corpus) -> Iterator[Finding]:
    """French and English of one text, or of one address, do not stand in each other's place."""
    lean = leaning(corpus)
    hint = Said("put each text in its own language's place", "mettez chaque texte à la place de sa langue")
    for fr, en in texts(corpus):
        told = len(fr.text) > SHORT or not WORDS.search(fr.text)
        told = told or is_other_language(fr.text, "fr") or is_other_language(en.text, "en")
        if not told and lean(fr.text) < lean(en.text):
            message = Said(
                "this text is in English and its twin in French", "ce texte est en anglais et son jumeau en français"
            )
            yield fr.finding(PAR014, 0, message, hint)
    for page in corpus.records:
        if lean(page.record.slug.fr) < lean(page.record.slug.en):
            message = Said(
                "this address is in English and its twin in French",
                "cette adresse est en anglais et sa jumelle en français",
            )
            yield page.item.finding(PAR014, message, hint, ("slug", "fr"))


def swapped_lists(corpus: Corpus) -> Iterator[Finding]:
    """The French and the English other names of one thing do not stand in each other's place."""
    lean = leaning(corpus)
    lists: dict[tuple[str, KeyPath], dict[str, list[Prose]]] = defaultdict(
        lambda: {language: [] for language in LANGUAGES}
    )
    for prose in strings(corpus):
        if "aliases" in prose.key:
            lists[prose.path, prose.key][prose.language].append(prose)
    for names in lists.values():
        fr, en = (lean(" ".join(prose.text for prose in names[language])) for language in LANGUAGES)
        if all(names.values()) and fr < en:
            message = Said(
                "these names are in English and their twins in French",
                "ces noms sont en anglais et leurs jumeaux en français",
            )
            hint = Said("put each list in its own language's place", "mettez chaque liste à la place de sa langue")
            yield names["fr"][0].finding(PAR014, 0, message, hint)


def untranslated(corpus: Corpus) -> Iterator[Finding]:
    """A sentence too short for its function words to tell is in its own language too; a name may be the same."""
    lean, silence = leaning(corpus), _silence(corpus)
    for section in (section for section in sections(corpus) if section.same_shape):
        for pair in (pair for pair in zip(*section.blocks, strict=True) if len(pair[0].text) < SHORT):
            leans = [lean(block.text) for block in pair]
            for side, wrong in enumerate((leans[0] <= -SURE, leans[1] >= SURE)):
                document, block = section.documents[side], pair[side]
                told = block.kind == "heading" or not is_other_language(block.text, document.language)
                if wrong and told and not _is_name(*pair) and block.text not in silence:
                    yield document.finding(PAR004, block.line, block.column, NOT_IN[document.language], TRANSLATE)


def _silence(corpus: Corpus) -> set[str]:
    """How a text says that there is nothing to say; REC006 says where that stands wrongly."""
    said = (undocumented(corpus, editorial) for editorial in (False, True))
    return {f"{words[language]}." for words in said for language in LANGUAGES}


def _is_name(fr: Block, en: Block) -> bool:
    """Whether an item or cell is the same in both languages, as names are, but no phrase."""
    return (
        fr.text == en.text
        and fr.kind in ("item", "cell", "heading")
        and not (fr.text[0].islower() or fr.text.endswith(";"))
    )


def descriptions_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """A page's description is not another page's."""
    for language in LANGUAGES:
        pages = {page.id: page for page in corpus.pages.values() if language in page.documents}
        words = {id_: frozenset(WORD.findall(skeleton(page.description(language)))) for id_, page in pages.items()}
        told: set[str] = set()
        for pair in alike(words, ALIKE):
            known = {id_: _known(pages[id_], words[id_], language) for id_ in pair}
            wrong, right = sorted(pair, key=lambda id_: (id_ in corpus.ledger.live, known[id_]))
            if len(words[pair[0]]) >= FEWEST and wrong not in told:
                told.add(wrong)
                yield _description_of(right, pages[wrong], language)


def descriptions_in_their_place(corpus: Corpus) -> Iterator[Finding]:
    """No two descriptions fit each other's page better, of those that hardly fit their own."""
    for language in LANGUAGES:
        fits = {
            page.id: (stems(page.description(language)), stems(f"{page.title(language)} {document.text}"))
            for page, document in corpus.documents()
            if document.language == language and not isinstance(page, SituationPage)  # it shows what others tell
        }
        ids = [id_ for id_, (own, text) in fits.items() if len(own & text) < HARDLY * len(own) and len(own) >= FEWEST]
        for one, other in crossed([fits[id_][0] for id_ in ids], [fits[id_][1] for id_ in ids], SURELY):
            yield _description_of(ids[other], corpus.pages[ids[one]], language)
            break


def _description_of(right: str, wrong: Page, language: str) -> Finding:
    item, key = wrong.stated("description", language)
    message = Said(f"this is the description of {right}", f"c'est la description de {right}")
    return item.finding(PAR015, message, Said("say what this page holds", "dites ce que contient cette page"), key)


def _known(page: Page, words: frozenset[str], language: str) -> int:
    """How many of the words the page's title and text hold."""
    text = f"{page.title(language)} {page.documents[language].text}"
    return len(words.intersection(WORD.findall(skeleton(text))))


def headings_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """Two headings that are the same in one language are the same in the other."""
    found = [s for s in sections(corpus) if s.id and s.id not in s.page.prose]  # REC005 says those
    for here, there in ((0, 1), (1, 0)):
        twins: dict[str, dict[str, list[SectionPair]]] = defaultdict(lambda: defaultdict(list))
        for section in found:
            twins[section.blocks[here][0].text][section.blocks[there][0].text].append(section)
        for text, others in twins.items():
            *known, last = sorted(others.values(), key=len, reverse=True)
            if known and len(last) == 1:
                heading = last[0].blocks[here][0]
                place = heading.line, heading.column
                yield last[0].documents[here].finding(PAR016, *place, *_shared_heading(text, known[0][0]))


def _shared_heading(text: str, other: SectionPair) -> tuple[Said, Said]:
    message = Said(
        f"“{text}” is the heading of {other.id} as well, which the other language calls otherwise",
        f"« {text} » est aussi le titre de {other.id}, que l'autre langue nomme autrement",
    )
    return message, Said("head each section with what it says", "donnez à chaque section un titre qui dit son propos")


CHECKS = (
    swapped,
    swapped_lists,
    untranslated,
    descriptions_of_their_own,
    descriptions_in_their_place,
    headings_of_their_own,
)
