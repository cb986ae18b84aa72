"""SPL, TYP, CON: what the checks of language report, where, and the look-alikes they leave alone; readability."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import build
from kb.model.rule import RULES
from kb.read.reader import read
from kb.text import dictionaries
from kb.text.readability import Figures, measure, report, sentences, syllables, total
from kb.text.typography import typeset
from support import BASE, EN, FR, Case, all_of, apply, findings, make_base, place, say

FAMILIES = ("SPL", "TYP", "CON")
GLOSSARY, WORDS, REFERENCES = "docs/glossary.yml", "docs/words.yml", "docs/references.yml"
FRENCH_WORDS = {WORDS: "- {why: A, language: en, words: [Service de police de la Ville de Longueuil]}\n"}
FRENCH_PLACE = {WORDS: "- {why: Places, language: en, words: [Montréal, Québec]}\n"}


def words(*lines: str) -> dict[str, str]:
    """A project word list, one group a line."""
    return {WORDS: "\n".join(lines) + "\n"}


def avoid(fr: str = "", en: str = "", id_: str = "t-concertation") -> dict:
    """Forms that a term of the glossary avoids."""
    start = f"- id: {id_}\n"
    return {GLOSSARY: [(start, f"{start}  avoid: {{fr: [{fr}], en: [{en}]}}\n")]}


FAILING = [
    Case("SPL001", "French slip", say("Une ⟦SPL001⟧politque claire.", "A clear policy.")),
    Case("SPL001", "English slip", say("Une politique claire.", "A clear ⟦SPL001⟧polcy.")),
    Case("SPL001", "slip that comes again", say("Une ⟦SPL001⟧politque, puis une ⟦SPL001⟧politque.", "A policy.")),
    Case(
        "SPL001",
        "name, once for all its uses",
        say("⟦SPL001⟧Zorvalin agit. Le projet Zorvalin aide ⟦SPL001⟧Zywxt.", "With Zywxt, they act."),
    ),
    Case("SPL001", "American spelling", say("Un quartier.", "A ⟦SPL001⟧neighborhood's ⟦SPL001⟧center.")),
    Case("SPL001", "oe for œ", say("Au ⟦SPL001⟧coeur de l'action.", "At the heart of it.")),
    Case("SPL001", "capital without its accent", say("Un ⟦SPL001⟧Etat agit.", "It acts.")),
    Case("SPL001", "French word in English", say("Une démarche.", "A ⟦SPL001⟧démarche.")),
    Case("SPL001", "part of a compound", say("Un porte-parole.", "A ⟦SPL001⟧problem-solvng approach.")),
    Case("SPL001", "in a link's text", say("[⟦SPL001⟧acceuil][accueil]", "[⟦SPL001⟧wellcome][accueil]")),
    Case("SPL001", "in a title", {FR: [("title: Mise", "title: ⟦SPL001⟧Mize")]}),
    Case(
        "SPL001",
        "in a definition",
        {GLOSSARY: [('    fr: "Façon de décider ensemble', '    fr: "Façon de ⟦SPL001⟧decider ensemble')]},
    ),
    Case(
        "SPL001",
        "marked as the other language",
        say("Le *⟦SPL001⟧polcing*{ lang=en }.", "The *⟦SPL001⟧polise*{ lang=fr }."),
    ),
    Case(
        "SPL001",
        "listed word without its accents",
        all_of(FRENCH_PLACE, say("À Montréal et au Québec.", "In Montréal and ⟦SPL001⟧Montreal, Québec.")),
    ),
    Case(
        "SPL002",
        "twice",
        {**words("- {why: A, language: en, words: [Vaudreuil, ⟦SPL002⟧Vaudreuil]}"), **say("Ici.", "In Vaudreuil.")},
    ),
    Case(
        "SPL002",
        "out of order",
        {
            **words("- {why: A, language: both, words: [Zywxt, ⟦SPL002⟧Éwxyt]}"),
            **say("Zywxt et Éwxyt.", "Zywxt, Éwxyt."),
        },
    ),
    Case("SPL002", "in no text", words("- {why: A, language: fr, words: [⟦SPL002⟧clavurdage]}")),
    Case(
        "SPL002",
        "known anyway",
        {**words("- {why: A, language: fr, words: [⟦SPL002⟧maison]}"), **say("La maison.", "The home.")},
    ),
    Case(
        "SPL002",
        "part of another entry",
        {
            **words("- {why: A, language: en, words: [⟦SPL002⟧Zywxt, Zywxt-Kwy]}"),
            **say("Ici.", "In Zywxt-Kwy."),
        },
    ),
    Case("TYP001", "straight", say('Une ⟦TYP001⟧"maison⟦TYP001⟧".', 'A "home".')),
    Case("TYP001", "English", say("Une ⟦TYP001⟧“maison⟦TYP001⟧”.", "A “home”.")),
    Case(
        "TYP001",
        "in YAML",
        {GLOSSARY: [('    fr: "Façon de décider', '    fr: "Façon ⟦TYP001⟧“de⟦TYP001⟧” décider')]},
        (),
    ),
    Case("TYP002", "never closed", say("Une ⟦TYP002⟧« maison.", "A home.")),
    Case("TYP002", "never opened", say("Une maison ⟦TYP002⟧».", "A home.")),
    Case("TYP002", "opened again", say("Une ⟦TYP002⟧« maison « ouverte ».", "A home.")),
    Case("TYP003", "hyphen", say("Une maison ⟦TYP003⟧- ouverte.", "A home ⟦TYP003⟧- open.")),
    Case("TYP003", "two hyphens", say("Une maison ⟦TYP003⟧-- ouverte.", "A home ⟦TYP003⟧-- open.")),
    Case("TYP004", "two spaces", say("Une⟦TYP004⟧  maison.", "A⟦TYP004⟧  home.")),
    Case("TYP004", "before a comma", say("Une maison⟦TYP004⟧ , ouverte.", "A home⟦TYP004⟧ , open.")),
    Case("TYP004", "before a full stop", say("Une maison⟦TYP004⟧ .", "A home⟦TYP004⟧ .")),
    Case(
        "TYP004", "before a comma, after a link", say("[Rien][accueil]⟦TYP004⟧ , rien.", "[No][accueil]⟦TYP004⟧ , no.")
    ),
    Case("TYP004", "French space in English", say("Une maison : ouverte!", "A home⟦TYP004⟧ : open⟦TYP004⟧ !")),
    Case("TYP004", "after a full stop", say("Elle vieillit⟦TYP004⟧.En ville, oui.", "It ages⟦TYP004⟧.The city too.")),
    Case("TYP004", "after a semicolon", say("Une ville⟦TYP004⟧;une autre.", "A city⟦TYP004⟧;another.")),
    Case("TYP004", "after a bracket", say("Une part (20,8 %⟦TYP004⟧)a grandi.", "A share (20.8%⟦TYP004⟧)has grown.")),
    Case("TYP004", "before a bracket", say("Une part⟦TYP004⟧(20,8 %) a grandi.", "A share⟦TYP004⟧(20.8%) has grown.")),
    Case("TYP004", "after a comma", say("Une maison⟦TYP004⟧,ouverte.", "A home⟦TYP004⟧,open.")),
    Case("TYP005", "2ième", say("La ⟦TYP005⟧2ième et la ⟦TYP005⟧3ème.", "The 2nd and 3rd.")),
    Case("TYP005", "1ère", say("La ⟦TYP005⟧1ère, les ⟦TYP005⟧2èmes, au 2e rang.", "The 1st, the 2nd.")),
    Case("TYP006", "A for À", say("⟦TYP006⟧A la maison.", "At home.")),
    Case("TYP006", "quoted", say("Dire « ⟦TYP006⟧A vos marques ». ⟦TYP006⟧A nous.", "On your marks.")),
    Case("TYP007", "points in French", say("Soit ⟦TYP007⟧20.8 %.", "That is 20.8%.")),
    Case("TYP007", "commas in English", say("Soit 20,8 %.", "That is ⟦TYP007⟧20,8%.")),
    Case("TYP008", "guillemets in English", say("Une « maison ».", "A ⟦TYP008⟧« home ⟦TYP008⟧».")),
    Case("CON001", "French", all_of(avoid(fr="mise en commun"), say("Une ⟦CON001⟧mise en commun.", "A pooling."))),
    Case(
        "CON001", "English", all_of(avoid(en="partnership working"), say("Agir.", "⟦CON001⟧Partnership working is it."))
    ),
    Case(
        "CON001",
        "also an alias",
        all_of(avoid(fr="action concertée"), say("Une ⟦CON001⟧action concertée.", "It acts.")),
    ),
    Case("CON002", "accents", say("Une ⟦CON002⟧action ⟦SPL001⟧concertee.", "A joint action.")),
    Case("CON002", "capitals", say("Une ⟦CON002⟧Action Concertée.", "A ⟦CON002⟧Joint Action.")),
    Case(
        "CON003",
        "small words",
        FRENCH_WORDS
        | say(
            "Le ⟦CON003⟧Service de police de Longueuil agit.",
            "The ⟦CON003⟧Service de police de la Ville de Longueuil acts.",
        ),
    ),
    Case("CON003", "capitals", say("Le ⟦CON003⟧service de Police de l'agglomération de Longueuil.", "It acts.")),
    Case(
        "CON004",
        "form to avoid",
        all_of(
            avoid(en="Longueuil Police Service", id_="t-spal"), say("Il agit.", "The ⟦CON004⟧Longueuil Police Service.")
        ),
    ),
    Case(
        "CON004",
        "alias that is a name",
        {
            GLOSSARY: [("en: [Longueuil police]", "en: [Longueuil Police Force]")],
            **say("Il agit.", "The ⟦CON004⟧Longueuil Police Force acts."),
        },
    ),
]

CLEAN = [
    Case(
        "SPL001",
        "figures, abbreviations, ordinals",
        say("Le 2e du SPAL, p. 12, art. 4, R-22.1.", "The 2nd of the SPAL, p. 12, s. 4, R-22.1."),
    ),
    Case(
        "SPL001",
        "listed name, at the start and inside",
        {
            **words("- {why: A, language: both, words: [Zywxt]}"),
            **say("Zywxt agit avec Zywxt.", "With Zywxt, it acts."),
        },
    ),
    Case("SPL001", "elision and possessive", say("Qu'il l'écoute, aujourd'hui.", "The police’s own; today's.")),
    Case("SPL001", "Canadian spelling", say("Un quartier.", "A neighbourhood centre to organize.")),
    Case("SPL001", "code, address, raw HTML", say("`politque` <https://www.quebec.ca/politque>", "`polcy`"), ()),
    Case("SPL001", "marked as the other language", say("Le *policing*{ lang=en }.", "The *démarche*{ lang=fr }.")),
    Case("SPL001", "official name in English", say("Agir.", "The Service de police de l’agglomération de Longueuil.")),
    Case(
        "SPL001", "listed", {**words("- {why: A, language: fr, words: [clavurdage]}"), **say("Le Clavurdage.", "It.")}
    ),
    Case(
        "SPL001",
        "listed name",
        {**words("- {why: A, language: en, words: [Police de rue]}"), **say("Rue.", "Police de rue.")},
    ),
    Case(
        "SPL001", "name left in French", say("Rien.\n\n- Direction des affaires\n", "No.\n\n- Direction des affaires\n")
    ),
    Case("SPL001", "alias", {GLOSSARY: [("fr: [action concertée]", "fr: [action concertée, acton]")]}),
    Case(
        "SPL002",
        "of use, in order",
        {**words("- {why: A, language: both, words: [Éwxyt, Zywxt]}"), **say("Zywxt, Éwxyt.")},
    ),
    Case("TYP001", "inside guillemets", say("Dire « il a dit “maison” ».", "Say “home”.")),
    Case("TYP001", "code", say('Un `"` droit.', "A quote.")),
    Case("TYP002", "across links and emphasis", say("Une « [maison][accueil] *ouverte* ».", "A [home][accueil].")),
    Case("TYP002", "over two lines", say("Une « maison\nouverte ».", "A home.")),
    Case(
        "TYP003",
        "list, compound, dash",
        say("Vis-à-vis – ici.\n\n- un\n- deux\n", "Face-to-face – here.\n\n- one\n- two\n"),
    ),
    Case(
        "TYP003",
        "in a title",
        {
            REFERENCES: [
                (
                    "{fr: Sondage sur la police, en: Sondage sur la police}",
                    "{fr: Police - Sondage, en: Police - Sondage}",
                )
            ]
        }
        | say("Voir Police - Sondage.", "See Police - Sondage."),
    ),
    Case("TYP004", "what staging mends", say("Est-ce vrai ? Oui : 20 % ; 3 000 $ !", "Is it? Yes: 20%; $3,000!")),
    Case(
        "TYP004",
        "brackets and stops in a word",
        say("Le ou la policier(ère), le mot(s), (re)dire et la L.R.Q. ici.", "The word(s), (re)do, e.g. R.S.Q. here."),
    ),
    Case("TYP004", "after code or an image", say("Le `a`, le `b` ici.", "The `a`, the `b` here.")),
    Case("TYP005", "usage", say("Le 1er, la 1re, les 2e et 3es du XXIe siècle.", "The 1st, 2nd and 3rd.")),
    Case("TYP006", "verb, letter, accent", say("Elle a le plan A et va. À la maison, ça va.", "She has plan A.")),
    Case(
        "TYP007",
        "versions, thousands",
        say("Les normes 2.2 : 10 316.", "Standards 2.2: 10,316."),
    ),
    Case("TYP008", "in code", say("Rien.", "One reads `« x »`.")),
    Case(
        "CON001",
        "inside a longer name",
        all_of(avoid(en="agglomération"), say("Agir.", "The Service de police de l'agglomération de Longueuil.")),
    ),
    Case("CON001", "in its own entry", avoid(fr="commun accord")),
    Case("CON002", "first capital, all capitals", say("Action concertée. ACTION CONCERTÉE.", "Joint action.")),
    Case(
        "CON003",
        "official, alias, abbreviation",
        say("Le Service de police de l’agglomération de Longueuil; la police de Longueuil; SPAL.", "The SPAL."),
    ),
    Case(
        "CON003",
        "other words between",
        say("Un service de police et de Longueuil, un service. Police : Longueuil.", "It."),
    ),
    Case(
        "CON004",
        "gloss in parentheses",
        all_of(
            avoid(en="Longueuil Police Service", id_="t-spal"),
            say("Il agit.", "The SPAL (the Longueuil Police Service) acts."),
        ),
    ),
]


def of_language(root: Path) -> list:
    return [finding for finding in findings(root) if finding.code.startswith(FAMILIES)]


@pytest.mark.parametrize("case", FAILING, ids=str)
def test_a_fault_is_reported_where_it_stands(tmp_path, case: Case):
    expected = {where for where in apply(make_base(tmp_path), case) if where.split()[-1].startswith(FAMILIES)}
    found = of_language(tmp_path)
    assert {place(finding) for finding in found} == expected, "\n".join(map(str, found))
    assert all(finding.message and finding.hint for finding in found)


@pytest.mark.parametrize("case", CLEAN, ids=str)
def test_a_look_alike_is_left_alone(tmp_path, case: Case):
    apply(make_base(tmp_path), case)
    assert [str(finding) for finding in of_language(tmp_path)] == []


@pytest.mark.parametrize("cases", [FAILING, CLEAN], ids=["failing", "clean"])
def test_every_code_has_a_case(cases: list[Case]):
    assert {case.code for case in cases} == {code for code in RULES if code.startswith(FAMILIES)}


def test_the_hint_names_the_right_word(tmp_path):
    apply(
        make_base(tmp_path),
        Case("SPL001", "", all_of(FRENCH_PLACE, say("Québec : coeur.", "Montreal: Québec, Montréal."))),
    )
    assert sorted(finding.hint.split("?")[0] for finding in of_language(tmp_path)) == [
        "did you mean Montréal",
        "did you mean cœur",
    ]


def test_a_needless_word_is_said_with_its_cause(tmp_path):
    list_ = words(
        "- {why: A, language: both, words: [clavurdage, maison, SPVMX, Zywxt, Zywxt-Kwy]}\n"
        "- {why: B, language: fr, words: [Zywxo]}"
    )
    apply(make_base(tmp_path), Case("SPL002", "", {**list_, **say("Voici Zywxt-Kwy.", "Here is Zywxt-Kwy.")}))
    assert [finding.message for finding in of_language(tmp_path)] == [
        "the word clavurdage is in no text",
        "the word maison is in the dictionary",
        "the abbreviation SPVMX needs no entry",
        "the word Zywxt is covered by Zywxt-Kwy, which the list has too",
        "the word Zywxo is in no text in French",
    ]


def test_a_missing_dictionary_is_said_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(dictionaries, "PACKAGES", tmp_path)
    dictionaries.dictionary.cache_clear()
    monkeypatch.setattr(dictionaries, "VERDICTS", {language: {} for language in dictionaries.NAMES})
    assert build.main(["check", "--root", str(BASE)]) == 1
    message = capsys.readouterr().err.splitlines()[-1]
    assert (
        message
        == f"build.py: {tmp_path / 'dictionary-fr'}: this dictionary is not installed: run scripts/tools/npm_install.py"
    )


# What the OQLF asks of French (espacement des signes de ponctuation), and what Canadian English keeps.
TYPESET = [
    ("fr", "Voici : oui", "Voici\u00a0: oui"),
    ("fr", "Voici: oui", "Voici\u00a0: oui"),
    ("fr", "un ; deux ! trois ?", "un; deux! trois?"),
    ("fr", "« mot »", "«\u00a0mot\u00a0»"),
    ("fr", "«mot»", "«\u00a0mot\u00a0»"),
    ("fr", "20,8 % et 20%", "20,8\u00a0% et 20\u00a0%"),
    ("fr", "3 000 $", "3\u00a0000\u00a0$"),
    ("fr", "10 316 personnes", "10\u00a0316 personnes"),
    ("fr", "de 2021 à 2023, 24 districts", "de 2021 à 2023, 24 districts"),
    ("fr", "p. 12, art. 48, c. P-13.1", "p.\u00a012, art.\u00a048, c.\u00a0P-13.1"),
    ("fr", "M. Tremblay, Mme Roy", "M.\u00a0Tremblay, Mme\u00a0Roy"),
    ("fr", "24 h, 65 ans", "24\u00a0h, 65\u00a0ans"),
    ("fr", "l'écoute d'abord...", "l’écoute d’abord…"),
    ("en", '"listening first", 20%', "“listening first”, 20%"),
    ("en", "the police's 'own'", "the police’s ‘own’"),
    ("en", "Yes: is it? No; go!", "Yes: is it? No; go!"),
    ("en", "pp. 3, s. 48, c. P-13.1", "pp.\u00a03, s.\u00a048, c.\u00a0P-13.1"),
]


@pytest.mark.parametrize(("language", "typed", "staged"), TYPESET)
def test_typography_that_staging_sets(language: str, typed: str, staged: str):
    assert typeset(typed, language) == staged
    assert typeset(staged, language) == staged


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("fr", "police", 2),
        ("fr", "école", 2),
        ("fr", "équipe", 2),
        ("fr", "une", 1),
        ("fr", "proximité", 4),
        ("fr", "l'élève", 2),
        ("fr", "vis-à-vis", 3),
        ("fr", "concertation", 4),
        ("fr", "homme", 1),
        ("en", "police", 2),
        ("en", "community", 4),
        ("en", "police's", 2),
    ],
)
def test_syllables(language: str, word: str, count: int):
    assert syllables(word, language) == count


def test_sentences_end_where_readers_stop():
    text = "Voir M. Roy, p. 12. « C'est vrai? » Oui. Selon l'art. 48, soit 20,8 %. Le 2e\nsuit..."
    assert list(sentences([text])) == [
        "Voir M. Roy, p. 12.",
        "« C'est vrai?",
        "Oui.",
        "Selon l'art. 48, soit 20,8 %.",
        "Le 2e suit...",
    ]


def test_a_block_that_is_no_sentence_is_not_measured():
    assert list(sentences(["le rapprochement;", "Sûreté du Québec", "", "Fin."])) == ["Fin."]


def test_the_index_is_the_published_formula():
    french = measure("", "fr", ["La police écoute. Elle agit."])
    assert (french.words, french.sentences, french.syllables, french.longest) == (5, 2, 8, 3)
    assert french.index == pytest.approx(207 - 1.015 * 2.5 - 73.6 * 8 / 5)
    english = measure("", "en", ["The police listen. They act."])
    assert (english.words, english.sentences, english.syllables, english.longest) == (5, 2, 7, 3)
    assert english.index == pytest.approx(206.835 - 1.015 * 2.5 - 84.6 * 7 / 5)


def test_a_text_without_a_sentence_has_figures():
    assert measure("", "fr", ["rien"]) == Figures("", "fr", 0, 0, 0, 0)
    assert measure("", "fr", []).index == measure("", "fr", []).words_per_sentence == 0


def test_the_report_has_the_hardest_page_first():
    figures = report(read(BASE))
    for language in ("fr", "en"):
        mine = [f for f in figures if f.language == language]
        assert mine == sorted(mine, key=lambda f: (f.index, f.path))
        assert total(figures, language).words == sum(f.words for f in mine)
    assert {FR, EN} <= {f.path for f in figures}


def test_the_command_prints_a_table_and_json(capsys):
    assert build.main(["readability", "--root", str(BASE)]) == 0
    table = capsys.readouterr().out
    assert "Kandel–Moles" in table and "Flesch" in table and f"  {FR}\n" in table
    assert build.main(["readability", "--root", str(BASE), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"path", "language", "words", "sentences", "words_per_sentence", "longest", "index"} <= rows[0].keys()
