"""Misplaced: texts of milestones and of steps that stand in each other's place, in both languages alike.

What changed places in one language alone is PAR011's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kb.checks.dates import Dated, dated, other_in_text, overlap
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.rule import Rule, Said
from kb.text.answers import SENTENCE_END
from kb.text.crossed import Stems, crossed, stems
from kb.text.dates import written
from kb.text.prose import told_blocks

FCT020 = Rule(
    "FCT020",
    "The text of a milestone is not another milestone's.",
    "Le texte d'un jalon n'est pas celui d'un autre jalon.",
    "The timeline would give an event the date and the link of something else.",
    "La chronologie donnerait à un événement la date et le lien d'un autre.",
)

FCT022 = Rule(
    "FCT022",
    "The title and the text of a step are not another step's.",
    "Le titre et le texte d'une étape ne sont pas ceux d'une autre étape.",
    "The drawing would explain a principle by the words of its neighbour, and lead to the wrong section.",
    "Le schéma expliquerait un principe par les mots de son voisin, et mènerait à la mauvaise section.",
)


PUT_BACK = Said("put each text back in its place", "remettez chaque texte à sa place")


def milestones_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """No two milestones of one file have texts that the prose, at their dates, tells of each other."""
    files: dict[str, list[Dated]] = defaultdict(list)
    for milestone in dated(corpus):
        if not other_in_text(milestone.milestone):  # FCT001
            files[milestone.item.path].append(milestone)
    for known in files.values():
        for one, other in sorted(set.intersection(*(_crossed(corpus, known, language) for language in LANGUAGES)))[:1]:
            where, date = known[other].told_by, known[other].milestone.date
            message = Said(f"{where} tells of this, at {date}", f"{where} en parle, à la date {date}")
            yield known[one].item.finding(FCT020, message, PUT_BACK, (*known[one].at[:-1], "text", "fr"))


def _crossed(corpus: Corpus, known: list[Dated], language: str) -> set[tuple[int, int]]:
    told = [_told(corpus, one, language) for one in known]
    return set(crossed([stems(one.milestone.text[language]) for one in known], told, clearly=1))


def _told(corpus: Corpus, one: Dated, language: str) -> Stems:
    """The words of the sentences that tell of the milestone's date, or else of all that tells of where it belongs."""
    blocks = told_blocks(corpus, one.told_by, language)
    told = [sentence for text in blocks for sentence in SENTENCE_END.split(text)]
    here = [text for text in told if any(overlap(one.milestone.date, date) for date, _ in written(text, language))]
    return stems(" ".join(here or told))


def steps_of_their_own(corpus: Corpus) -> Iterator[Finding]:
    """No two steps of a figure have titles or texts that fit better the section that the other leads to."""
    for item in corpus.figures:
        steps = item.value.steps
        told = {language: [_section(corpus, step.id, language) for step in steps] for language in LANGUAGES}
        for key in ("title", "text"):
            said = {language: [stems(getattr(step, key)[language]) for step in steps] for language in LANGUAGES}
            ways = (set(crossed(said[language], told[language], clearly=1)) for language in LANGUAGES)
            for one, other in sorted(set.intersection(*ways))[:1]:
                message = Said(f"this tells of {steps[other].id}", f"ceci parle de {steps[other].id}")
                yield item.finding(FCT022, message, PUT_BACK, ("steps", one, key, "fr"))


def _section(corpus: Corpus, id_: str, language: str) -> Stems:
    return stems(" ".join((corpus.label(id_, language), *told_blocks(corpus, id_, language))))


CHECKS = (milestones_of_their_own, steps_of_their_own)
