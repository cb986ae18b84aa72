"""Dates: those of milestones and periods against their own texts and the prose that tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from kb.checks.records import dates_agree
from kb.formats.yamlfile import Path as KeyPath
from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding
from kb.model.languages import LANGUAGES
from kb.model.page import ExamplePage
from kb.model.rule import Rule, Said
from kb.model.schema.records import Milestone
from kb.model.vocabulary import YEARS
from kb.text.dates import span, written
from kb.text.prose import figures_told, with_digits

FCT001 = Rule(
    "FCT001",
    "A milestone's date is one that its own text states, if it states any.",
    "La date d'un jalon est une de celles que donne son propre texte, s'il en donne.",
    "The timeline would place an event in one year and describe it in another.",
    "La chronologie placerait un événement dans une année et le décrirait dans une autre.",
)

FCT002 = Rule(
    "FCT002",
    "The prose of what a milestone or period belongs to tells of its date.",
    "Le texte de ce à quoi appartient un jalon ou une période parle de sa date.",
    "A reader who checks the timeline against the page would find no trace of the event.",
    "En comparant la chronologie à la page, on n'y trouverait aucune trace de l'événement.",
)

FCT003 = Rule(
    "FCT003",
    "A date in the prose of an example is in its record, or that of a document it cites.",
    "Une date du texte d'un exemple est dans sa fiche, ou est celle d'un document qu'il cite.",
    "A mistyped year could stay in the page, as nothing else would contradict it.",
    "Une année mal tapée pourrait rester dans la page, puisque rien ne la contredirait.",
)

FCT004 = Rule(
    "FCT004",
    "A date is plausible: neither before 1800 nor still to come.",
    "Une date est plausible : ni avant 1800 ni encore à venir.",
    "A slip such as 2203 for 2023 would make the whole account look unreliable.",
    "Une faute comme 2203 pour 2023 ferait douter de tout le récit.",
)


NO_FACT = Said(
    "correct it, or add a milestone; a quantity takes a space: 1 900",
    "corrigez-la, ou ajoutez un jalon; une quantité prend une espace : 1 900",
)

CORRECT_OR_TELL = Said("correct the date or the prose", "corrigez la date ou le texte")
TELL = Said(
    "tell it there as a year, a month or a day of a year, or a decade: 2012, October 2012, October 5, 2012, the 1990s",
    "dites-la dans le texte par une année, un mois ou un jour d'une année, ou une décennie : 2012, octobre 2012, "
    "le 5 octobre 2012, les années 1990",
)


DAY = len("2023-10-05")


class Dated(NamedTuple):
    """A milestone: `told_by` is the id whose prose tells of it, `at` where its date stands in the item's file."""

    told_by: str
    item: Item[Any]
    at: KeyPath
    milestone: Milestone


def dated(corpus: Corpus) -> Iterator[Dated]:
    for page in corpus.examples:
        for index, milestone in enumerate(page.record.milestones):
            yield Dated(page.id, page.item, ("milestones", index, "date"), milestone)
    for item in corpus.milestones:
        yield Dated(item.value.unit, item, ("date",), item.value)


def overlap(one: str, two: str) -> bool:
    """Whether two dates can be one: 2021 and 2021-05 can."""
    return span(one)[0] <= span(two)[1] and span(two)[0] <= span(one)[1]


def _year(date: str) -> int:
    return int(span(date)[0][:4])


def _last_year(corpus: Corpus) -> int:
    """The last year that a fact can have: that of the newest edition and one more, for what is being written."""
    return max((int(date[:4]) + 1 for date in corpus.editions), default=YEARS[-1])


def _can_be(corpus: Corpus, date: str) -> bool:
    return YEARS[0] <= _year(date) <= _last_year(corpus)


def other_in_text(milestone: Milestone) -> str | None:
    """A date that a milestone's own text states, where it lies outside all those that the text states."""
    stated = [date for language in LANGUAGES for date, _ in written(milestone.text[language], language)]
    first, last = span(milestone.date)
    inside = stated and min(span(date)[0] for date in stated) <= last and first <= max(span(date)[1] for date in stated)
    return None if inside or not stated else stated[0]


def own_text(corpus: Corpus) -> Iterator[Finding]:
    """A milestone's date lies within the years that its own text states."""
    for _, item, at, milestone in dated(corpus):
        if _can_be(corpus, milestone.date) and (stated := other_in_text(milestone)):
            message = Said(
                f"the date {milestone.date} is not in its own text, which states {stated}",
                f"la date {milestone.date} n'est pas dans son propre texte, qui donne {stated}",
            )
            hint = Said("correct the date or the text", "corrigez la date ou le texte")
            yield item.finding(FCT001, message, hint, at)


def _told(corpus: Corpus, id_: str) -> set[str]:
    """The dates that the prose of either language states of something; what only one of them states is PAR003's."""
    texts = ((text.text, language) for language in LANGUAGES for text in figures_told(corpus, id_, language) or ())
    return {date for text, language in texts for date, _ in written(text, language)}


def _tells(told: set[str], date: str) -> bool:
    """Whether a date is told: where others as precise are told, it is one of them; of its year, but for days."""
    alike = {other for other in told if len(other) == len(date) and (len(date) == DAY or other[:4] == date[:4])}
    return date in alike if alike else any(overlap(date, other) for other in told)


def told_in_prose(corpus: Corpus) -> Iterator[Finding]:
    """The prose tells of a milestone at its date, and of an example's period; an example's prose has no other date."""
    doubtful = {finding.path for finding in dates_agree(corpus)}
    for told_by, item, at, milestone in dated(corpus):
        if not _can_be(corpus, milestone.date) or other_in_text(milestone):
            doubtful.add(item.path)
        elif item.path not in doubtful or item.base:
            told = _told(corpus, told_by)
            if figures_told(corpus, told_by, "fr") is not None and not _tells(told, milestone.date):
                hint = CORRECT_OR_TELL if told else TELL
                yield item.finding(FCT002, _not_told(told_by, milestone.date, told), hint, at)
                doubtful.add(item.path)
    for page in corpus.examples:
        if doubtful.isdisjoint({page.item.path, *(item.path for item in corpus.milestones)}):
            yield from _period(corpus, page) or _other_dates(corpus, page)


def _not_told(id_: str, date: str, told: set[str]) -> Said:
    silent, others = _silent(id_, date), ", ".join(sorted(told))
    if not told:
        return Said(
            f"{silent}, nor of any other date with its year", f"{silent.fr}, ni d'aucune autre date avec l'année"
        )
    return Said(f"{silent}, but of {others}", f"{silent.fr}, mais parle de {others}")


def _silent(id_: str, date: str) -> Said:
    return Said(f"the prose of {id_} says nothing of {date}", f"le texte de {id_} ne dit rien de {date}")


def _period(corpus: Corpus, page: ExamplePage) -> list[Finding]:
    told, period = _told(corpus, page.id), page.record.period
    hint = Said("correct the period or the prose", "corrigez la période ou le texte")
    return [
        page.item.finding(FCT002, _silent(page.id, date), hint, ("period", key))
        for key, date in (("start", period.start), ("end", period.end))
        if date and page.documents and not any(overlap(date, other) for other in told)
    ]


def _other_dates(corpus: Corpus, page: ExamplePage) -> Iterator[Finding]:
    """The dates that both languages state, in French, and that neither the record nor a document that it cites has."""
    record = page.record
    facts = {record.period.start, *(milestone.date for milestone in record.milestones)}
    facts |= {item.value.date for item in corpus.milestones if item.value.unit in (page.id, *record.source)}
    cited = {link.ref or "" for document in page.documents.values() for link in document.scan.links}
    facts |= {str(corpus.reference[id_].year) for id_ in cited & corpus.reference.keys() if corpus.reference[id_].year}
    english = {date for text in figures_told(corpus, page.id, "en") or () for date, _ in written(text.text, "en")}
    for text in figures_told(corpus, page.id, "fr") or ():
        for date, offset in written(text.text, "fr"):
            if date in english and not any(overlap(date, fact) for fact in facts):
                message = Said(
                    f"{date} is no date of the record {page.id}", f"{date} n'est pas une date de la fiche {page.id}"
                )
                yield page.documents["fr"].finding(FCT003, text.line, text.column + offset, message, NO_FACT)


def plausible(corpus: Corpus) -> Iterator[Finding]:
    """A fact is dated between `YEARS` and the year after the newest edition; prose states years within `YEARS`."""
    dates: list[tuple[Item[Any], KeyPath, str]] = [(item, at, mark.date) for _, item, at, mark in dated(corpus)]
    for page in corpus.examples:
        for key, date in (("start", page.record.period.start), ("end", page.record.period.end)):
            if date:
                dates.append((page.item, ("period", key), date))
    dates += [(item, ("year",), str(item.value.year)) for item in corpus.references if item.value.year]
    first, last = YEARS[0], _last_year(corpus)
    hint = Said(f"a fact has a year from {first} to {last}", f"donnez une année de {first} à {last}")
    for item, at, date in dates:
        if not _can_be(corpus, date):
            yield item.finding(FCT004, _wrong(date), hint, at)
    for prose in with_digits(corpus):
        for date, offset in written(prose.text, prose.language) if prose.language in LANGUAGES else ():
            if _year(date) not in YEARS:
                yield prose.finding(FCT004, offset, _wrong(date), Said("correct the year", "corrigez l'année"))


def _wrong(date: str) -> Said:
    return Said(f"the date {date} cannot be right", f"la date {date} ne peut pas être juste")


CHECKS = (own_text, told_in_prose, plausible)
