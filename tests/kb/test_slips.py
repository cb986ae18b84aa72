"""PEN: slips of the pen, in the text of pages and of YAML, and the look-alikes that are good writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.checks import pairs, sentences, slips
from kb.model.rule import RULES
from kb.read.reader import read
from support import FR, Case, all_of, apply, make_base, new_page, place, say

EXAMPLE, GLOSSARY = "examples/reso/record.yml", "docs/glossary.yml"
LONG = "Cette longue phrase dit en détail ce que la police et ses partenaires font ensemble chaque jour de la semaine."
LONG_EN = "This long sentence says in some detail what the police and their partners do together every day of the week."
COPIED = " ".join(LONG.replace("longue", word) for word in ("première", "deuxième", "troisième"))
DEFINITION = "fr: \"Façon de décider ensemble, d'égal à égal, pour atteindre un but choisi d'un commun accord."


def summary(fr: str) -> dict:
    return {EXAMPLE: [("À Long", f"{fr} À Long")]}


FAILING = [
    Case("PEN001", "word", say("Voici ⟦PEN001⟧de de la paix.", "It is ⟦PEN001⟧the the same.")),
    Case("PEN001", "words", say("C'est ⟦PEN001⟧de la de la police.", "It is ⟦PEN001⟧of the of the police.")),
    Case(
        "PEN001",
        "phrase",
        say("Il vient ⟦PEN001⟧en grande partie en grande partie du sud.", "It is ⟦PEN001⟧on the way on the way."),
    ),
    Case("PEN001", "phrase after a comma", say("On agit ⟦PEN001⟧avec les gens, avec les gens d'ici.", "They act.")),
    Case("PEN011", "heading", {FR: [("## Une démarche", "## ⟦PEN011⟧Une.\n\nDu texte.\n\n## Une démarche")]}),
    Case("PEN011", "title", {FR: [("title: Mise en contexte", "title: Mise en context⟦PEN011⟧.")]}),
    Case("PEN011", "nothing after the colon", say("\n\nVoici la liste ⟦PEN011⟧:", "\n\nHere is the list⟦PEN011⟧:")),
    Case("PEN011", "paragraph after the colon", say("\n\nVoici ⟦PEN011⟧:\n\nDu texte.", "\n\nHere.")),
    Case("PEN012", "short item", say("\n\n- Oui;\n- non;\n- ⟦PEN012⟧Oui.", "\n\n- One;\n- two.")),
    Case(
        "PEN012",
        "row of a table",
        {FR: [("| Confiance | 85 % |", "| Confiance | 85 % |\n| ⟦PEN012⟧Confiance | 85 % |")]},
    ),
    Case("PEN001", "capital", say("⟦PEN001⟧Le le guide.", "⟦PEN001⟧The the guide.")),
    Case("PEN001", "in a link", say("Voir ⟦PEN001⟧la [la présence][presence].", "See [the presence][presence].")),
    Case("PEN001", "over a line end", say("Voici ⟦PEN001⟧la\nla police.", "Here are police.")),
    Case("PEN001", "alternative text", {FR: [("![Plus de 85 %", "![⟦PEN001⟧Plus plus de 85 %")]}),
    Case("PEN001", "record", summary("Une ⟦PEN001⟧équipe équipe.")),
    Case("PEN002", "full stops", say("Une fin⟦PEN002⟧.. Une autre.", "An end⟦PEN002⟧.. Another.")),
    Case("PEN002", "commas", say("Un mot⟦PEN002⟧,, un autre.", "A word.")),
    Case("PEN002", "semicolon and comma", say("Un mot⟦PEN002⟧; , un autre.", "A word."), ()),
    Case("PEN002", "glossary", {GLOSSARY: [(DEFINITION, DEFINITION[:-1] + "⟦PEN002⟧..")]}),
    Case("PEN003", "before the end", say("Un mot (ou deux⟦PEN003⟧ ).", "A word (or two⟦PEN003⟧ ).")),
    Case("PEN003", "after the start", say("Un mot ⟦PEN003⟧( ou deux).", "A word ⟦PEN003⟧( or two).")),
    Case("PEN004", "vowel", say("Voici ⟦PEN004⟧le élan ⟦PEN004⟧que on a, fait ⟦PEN004⟧de un mot.", "Here it is.")),
    Case("PEN004", "silent h", say("Voici ⟦PEN004⟧le homme et la vie ⟦PEN004⟧de habitants.", "Here.")),
    Case("PEN004", "if he", say("On va voir ⟦PEN004⟧si il agit.", "Let us see.")),
    Case("PEN005", "a", say("Voici.", "Here is ⟦PEN005⟧a example and ⟦PEN005⟧a hour.")),
    Case("PEN005", "an", say("Voici.", "Here is ⟦PEN005⟧an team and ⟦PEN005⟧an union.")),
    Case("PEN006", "sentence", say("On agit. ⟦PEN006⟧la police suit.", "They act. ⟦PEN006⟧the police follow.")),
    Case("PEN006", "paragraph", say("\n\n⟦PEN006⟧la police suit.", "\n\n⟦PEN006⟧the police follow.")),
    Case("PEN007", "backticks", {FR: [("n'est *copié* de la politique.", "n'est copié.\n\n⟦PEN007⟧```\ncode")]}),
    Case("PEN008", "never closed", say("Un mot ⟦PEN008⟧(ou deux.", "A word ⟦PEN008⟧(or two.")),
    Case("PEN008", "never opened", say("Un mot ou deux⟦PEN008⟧) ici.", "A word or two⟦PEN008⟧) here.")),
    Case("PEN008", "bracket", say("Un mot ⟦PEN008⟧[ou deux.", "A word or two⟦PEN008⟧].")),
    Case("PEN008", "record", summary("Une équipe ⟦PEN008⟧(au travail.")),
    Case("PEN009", "curly", say("Un mot.", "A word ⟦PEN009⟧“or two.")),
    Case("PEN009", "never opened", say("Un mot.", "A word or two⟦PEN009⟧”.")),
    Case("PEN009", "straight", say("Un mot.", 'A word ⟦PEN009⟧"or two.')),
    Case("PEN010", "bold", say("Un mot ⟦PEN010⟧**ou deux.", "A word ⟦PEN010⟧**or two.")),
    Case("PEN010", "italics", say("Un mot ⟦PEN010⟧*ou deux.", "A word or two⟦PEN010⟧* here.")),
    Case("PEN010", "code", say("Un mot ⟦PEN010⟧`ou deux.", "A word ⟦PEN010⟧`or two.")),
    Case("PEN010", "underscore", say("Un mot ⟦PEN010⟧_ou deux.", "A word ⟦PEN010⟧_or two.")),
    Case("PEN011", "paragraph", say("\n\nUne phrase sans fi⟦PEN011⟧n", "\n\nA sentence without en⟦PEN011⟧d")),
    Case("PEN011", "item", say("\n\n- un mot;\n- un autr⟦PEN011⟧e\n- un dernier;\n- la fin.", "\n\nOne.")),
    Case("PEN011", "last item", say("\n\n- un mot;\n- un autre;\n- le dernier⟦PEN011⟧;", "\n\nOne.")),
    Case("PEN011", "item of names", say("\n\n- Un nom\n- Un autre⟦PEN011⟧.\n- Un dernier", "\n\nOne.")),
    Case("PEN011", "definition", {GLOSSARY: [(f"{DEFINITION[:-1]}.", f"{DEFINITION[:-2]}⟦PEN011⟧d")]}),
    Case("PEN011", "phrase", {EXAMPLE: [("aller vers les gens", "aller vers les gens⟦PEN011⟧.")]}),
    Case("PEN012", "in a section", say("La police agit avec les gens. ⟦PEN012⟧La police agit avec les gens.", "One.")),
    Case(
        "PEN011", "full stop lost", say("La police agit ⟦PEN011⟧Elle écoute.", "Police act ⟦PEN011⟧The team listens.")
    ),
    Case("PEN011", "full stop lost in a record", summary("Une équipe agit ⟦PEN011⟧La police écoute.")),
    Case("PEN011", "elided article", say("La police agit ⟦PEN011⟧L'équipe écoute.", "One.")),
    Case("PEN012", "short, in a paragraph", say("La police agit. ⟦PEN012⟧La police agit.", "One.")),
    Case("PEN012", "item of a list", say("\n\n- La police agit;\n- on écoute;\n- ⟦PEN012⟧La police agit.", "\n\nOne.")),
    Case(
        "PEN012",
        "copy of a page",
        new_page(body=COPIED) | {FR: [("Rien ici", f"⟦PEN012⟧{COPIED} Rien ici")]},
    ),
    Case(
        "PEN012",
        "in two sections",
        all_of(say(LONG, LONG_EN), {FR: [("Rien ici", f"⟦PEN012⟧{LONG} Rien ici")]}),
    ),
]

CLEAN = [
    Case(
        "PEN011",
        "a list in which each item opens another",
        say("\n\n- un mot :\n    - un autre;\n    - un dernier.", "\n\n- a word:\n    - another;\n    - a last one."),
    ),
    Case(
        "PEN001",
        "words that good sentences double",
        say(
            "Vous vous adressez à nous, nous nous taisons très très peu, peu à peu à temps.", "They had had that that."
        ),
    ),
    Case(
        "PEN001", "words that only look alike", say("De deux, la-la land, l'a-t-il a, 10 10.", "In inner, win-win win.")
    ),
    Case(
        "PEN001",
        "phrases that come again",
        say("Il agit avec les gens. Avec les gens, on va de la ville à la ville.", "They come and go, they come."),
    ),
    Case(
        "PEN011",
        "colon before what it announces",
        say("\n\nVoici :\n\n- un;\n- deux.\n\nEt :\n\n> Du texte.", "\n\nSo:\n\n```\ncode\n```"),
    ),
    Case("PEN012", "short words of two lists", say("\n\n- oui;\n- non.\n\nEt :\n\n- oui;\n- non.", "One.")),
    Case("PEN001", "word after code", say("Voir la `x` la police.", "See the `x` the police.")),
    Case("PEN002", "marks that follow each other", say("Etc., etc.; (s. d.), … ... ?", "Etc., etc.; (n.d.), … ... ?")),
    Case(
        "PEN003",
        "spaces outside",
        say("Un mot (ou deux) [ici][presence] (là).", "A word (or two) [here][presence] (so)."),
    ),
    Case(
        "PEN004",
        "words that do not elide",
        say("Le onze, le oui, le un, que oui, de huit, la hausse, le hasard et de A à Z, s'ils si elles.", "One."),
    ),
    Case(
        "PEN005",
        "first sound",
        say("Un.", "A union, a European, a one-hour use, an hour, an honest heir, an MSP, a SPAL."),
    ),
    Case(
        "PEN006",
        "abbreviations",
        say("Voir vol. deux, art. un, etc. puis p. ex. ici.", "See vol. two, etc. and so on."),
    ),
    Case("PEN006", "paragraph that starts with a sign", say("\n\n« la police » suit.", '\n\n"the police" follow.')),
    Case("PEN007", "closed by a longer one", {FR: [("```\nTEXTE", "````\n```\nTEXTE"), ("10 %\n```", "10 %\n````")]}),
    Case(
        "PEN008",
        "enumeration",
        say("Voici a) un mot; b) un autre (ou [c'est][presence] fini).", "Here is a) a word; b) another."),
    ),
    Case("PEN008", "over a line end", say("Un mot (ou\ndeux).", "A word (or\ntwo).")),
    Case("PEN009", "pairs", say("« Un “mot” ici. »", 'A “word” and "another", isn\'t it?')),
    Case(
        "PEN010",
        "pairs and escapes",
        say("**Un *mot* là**, `a*b`, un \\* seul, snake_case.", "**A *word***, `a*b`, un \\* seul, snake_case."),
    ),
    Case(
        "PEN011",
        "ends",
        say("\n\nUn mot (ou deux).[1][note-1]\n\n- un;\n- deux (ou trois).", '\n\nIs it "one"?\n\n- one;\n- two.'),
    ),
    Case(
        "PEN011",
        "lists",
        say("\n\n- Un :\n    - un;\n    - deux.\n- Deux.\n\n1. Un ?\n2. Deux.", "\n\n- One\n- P.E.C.H."),
    ),
    Case(
        "PEN011",
        "capital of a title, quotation, link or emphasis",
        say(
            "On lit La présence, « le journal Le Devoir », [voir La suite][presence] et *dans La vie*.",
            "They read “see The Sun”, and *see The Sun*.",
        ),
    ),
    Case(
        "PEN012",
        "short sentence of two paragraphs",
        say("La police agit.\n\nLa police agit.\n\n- un mot ici;\n- un autre mot.", "One."),
    ),
    Case(
        "PEN012",
        "short sentence of two sections",
        {
            FR: [
                ("Rien ici", "Quatre mots, pas davantage ici ce soir. Rien ici"),
                ("tous les jours.", "tous les jours. Quatre mots, pas davantage ici ce soir."),
            ]
        },
    ),
]


def found_in(root: Path) -> list:
    corpus = read(root)
    assert corpus.faults == []
    return [finding for check in (*slips.CHECKS, *pairs.CHECKS, *sentences.CHECKS) for finding in check(corpus)]


@pytest.mark.parametrize("case", FAILING, ids=str)
def test_a_slip_is_reported_where_it_stands(tmp_path, case: Case):
    expected = apply(make_base(tmp_path), case)
    found = found_in(tmp_path)
    assert {place(finding) for finding in found} == expected, "\n".join(map(str, found))
    assert case.code in {finding.code for finding in found}
    assert all(finding.message and finding.hint for finding in found)


@pytest.mark.parametrize("case", CLEAN, ids=str)
def test_a_look_alike_is_left_alone(tmp_path, case: Case):
    assert apply(make_base(tmp_path), case) == set(), "a clean case holds a marker"
    assert list(map(str, found_in(tmp_path))) == []


@pytest.mark.parametrize("cases", [FAILING, CLEAN], ids=["failing", "clean"])
def test_every_slip_has_a_case(cases: list[Case]):
    assert {case.code for case in cases} == {code for code in RULES if code.startswith("PEN")}
