"""Typography: the spaces and quotes of each language, and nothing else. A middle dot here is a no-break space."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from engine import staging
from kb.formats.markdown import scan
from kb.read.reader import read
from kb.render import stage
from kb.text.facts import numbers
from kb.text.typography import NBSP, typeset
from strategies import prose
from support import EN, END, FR, edit

FRENCH = [
    # a no-break space before : % $ » and after «
    ("Il y a un constat : agir", "Il y a un constat·: agir"),
    ("Un constat: agir", "Un constat·: agir"),
    ("Trois moyens :", "Trois moyens·:"),
    ("20,8 % et 5%", "20,8·% et 5·%"),
    ("3 000 $ ou 5$", "3·000·$ ou 5·$"),
    ("dit « l'écoute » et «l'avis»", "dit «·l’écoute·» et «·l’avis·»"),
    # none before ; ! ?
    ("Assez ? Non ! Bon ; oui", "Assez? Non! Bon; oui"),
    ("« Assez ? »", "«·Assez?·»"),
    ("Quoi ?!", "Quoi?!"),
    # groups of three digits
    ("10 316 et 1 234 567 personnes", "10·316 et 1·234·567 personnes"),
    ("de 24 heures", "de 24 heures"),
    # short words that cling to a number or a name
    ("24 h sur 24", "24·h sur 24"),
    ("p. 12 et art. 48", "p.·12 et art.·48"),
    ("n° 66", "n°·66"),
    ("M. Tremblay et Mme Roy", "M.·Tremblay et Mme·Roy"),
    ("RLRQ, c. P-13.1", "RLRQ, c.·P-13.1"),
    ("65 ans et 3 mois", "65·ans et 3·mois"),
    ("le 5 octobre 2023 et le 1er mars", "le 5·octobre 2023 et le 1er·mars"),
    ("(s. d.)", "(s.·d.)"),
    ("de 0 à 19 ans", "de 0·à·19·ans"),
    # apostrophes and suspension points
    ("l'avis d'un aujourd'hui", "l’avis d’un aujourd’hui"),
    ("et la suite...", "et la suite…"),
    # left alone
    ("de 10:30 à 11:45", "de 10:30 à 11:45"),
    ("a;b", "a;b"),
    ("temps et lieux", "temps et lieux"),
    ("", ""),
]
ENGLISH = [
    ('He said "yes".', "He said “yes”."),
    ('"Yes," he said ("no").', "“Yes,” he said (“no”)."),
    ("It's the police's 'own' word", "It’s the police’s ‘own’ word"),
    ("p. 12, pp. 3 and s. 48", "p.·12, pp.·3 and s.·48"),
    ("CQLR, c. P-13.1", "CQLR, c.·P-13.1"),
    ("and so on...", "and so on…"),
    ("Note: 20.8% of $3,000; really? Yes!", "Note: 20.8% of $3,000; really? Yes!"),
    ("10,316 people", "10,316 people"),
    ("on October 5, 2023; in May 2021", "on October·5, 2023; in May 2021"),
    ("Politique : agir", "Politique·: agir"),
    ("aged 0 to 19", "aged 0·to·19"),
]


@pytest.mark.parametrize(("typed", "published"), FRENCH)
def test_french(typed, published):
    assert typeset(typed, "fr") == published.replace("·", NBSP)


@pytest.mark.parametrize(("typed", "published"), ENGLISH)
def test_english(typed, published):
    assert typeset(typed, "en") == published.replace("·", NBSP)


@pytest.mark.parametrize("space", [NBSP, "\u202f", f"{NBSP} "])
def test_spaces_that_authors_typed_themselves_become_the_same(space):
    assert typeset(f"20{space}% : «{space}mot{space}»", "fr") == f"20{NBSP}%{NBSP}: «{NBSP}mot{NBSP}»"


@pytest.mark.parametrize(
    ("text", "language", "before", "after", "published"),
    [
        ('the "', "en", "", "x", "the “"),
        ('" approach', "en", "x", "", "” approach"),
        ('".', "en", "x", "", "”."),
        ("'s notes", "en", "x", "", "’s notes"),
        ("l'", "fr", "", "x", "l’"),
        (" % des gens", "fr", "0", "", f"{NBSP}% des gens"),
        (": agir", "fr", "x", "", f"{NBSP}: agir"),
    ],
)
def test_what_stands_around_a_text_decides_its_ends(text, language, before, after, published):
    assert typeset(text, language, before, after) == published


@settings(max_examples=300)
@given(prose)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_twice_is_once(language, text):
    once = typeset(text, language)
    assert typeset(once, language) == once


@settings(max_examples=200)
@given(prose)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_and_figures_stay(language, text):
    published = typeset(text, language)
    assert re.findall(r"[^\W_]+", published) == re.findall(r"[^\W_]+", text)
    assert numbers(published, language).keys() == numbers(text.replace("\u202f", NBSP), language).keys()


def test_every_staged_run_is_typeset():
    """Whatever writes it, an author, a record, a label or a date; in the text, and in what a link's tooltip says."""
    definition = re.compile(r'^\[[^\]\n]+\]: \S+(?: "(.*)")?$', re.M)
    for path, text in stage(read(staging.PROJECT)).items():
        body = text.partition("\n---\n")[2]
        runs = [(run.text, run.language or path[:2]) for run in scan(definition.sub("", body)).texts]
        runs += [(title, path[:2]) for title in definition.findall(body)]
        assert runs and [run for run, language in runs if typeset(run, language) != run] == [], path


UNTOUCHED = [
    '`« a » : 20 % "b" d\'un`',
    "``un ` : « b »``",
    "[{}](#p?a='b'&c=20%:x \"un : « titre »\")",
    '*{}*{{ .un-d\'eux data-x="20 % : « y »" }}',
    '<abbr title="20 % : l\'un">{}</abbr>',
    "<!-- l'un : « deux » -->",
    '\n\n```text\n« a » : 20 % "b" d\'un...\n```\n\n',
    '\n\n    « a » : 20 % "b" d\'un...\n\n',
    "\n\n<div data-x=\"20 % : l'un\">\n« a » : d'un...\n</div>\n\n",
]


@pytest.mark.parametrize("markup", UNTOUCHED)
def test_code_addresses_attributes_and_raw_html_are_published_as_typed(base, markup):
    for path in (FR, EN):
        edit(base, path, END[path], f"{END[path]} {markup.format('mot')}")
    corpus = read(base)
    for staged in (stage(corpus)["fr/politique/contexte.md"], stage(corpus)["en/policy/context.md"]):
        assert markup.format("mot").strip() in staged


@pytest.mark.parametrize(
    ("french", "published"),
    [
        ("Un **mot** : l'*avis*.", "Un **mot**·: l’*avis*."),
        ("**20** % et *« oui »*", "**20**·% et *«·oui·»*"),
        ("L'[équipe][reso] : d'`abord` ?", "L’[équipe][reso]·: d’`abord`?"),
        ("[L'équipe : « là »][reso]", "[L’équipe·: «·là·»][reso]"),
        ("\n\n## L'avis : 20 % { #avis }", "## L’avis·: 20·% { #avis }"),
        ("\n\n| 20 % | 20 % | a \\| 5 % |\n|---|---|---|\n", "| 20·% | 20·% | a \\| 5·% |"),
        ("\n\n- un :\n    - d'eux ?", "- un·:\n    - d’eux?"),
        ('*the end: "yes"*{ lang=en }', "*the end: “yes”*{ lang=en }"),
    ],
)
def test_french_prose_between_markup(base, french, published):
    edit(base, FR, END[FR], f"{END[FR]} {french}")
    assert published.replace("·", NBSP) in stage(read(base))["fr/politique/contexte.md"]


@pytest.mark.parametrize(
    ("english", "published"),
    [
        ('the "[team][reso]" is', "the “[team][reso]” is"),
        ('as "[team][reso]".', "as “[team][reso]”."),
        ("the [team][reso]'s work", "the [team][reso]’s work"),
        ('"**Bold**," and *"it"*', "“**Bold**,” and *“it”*"),
        ('["It"][reso] and "`code`"', "[“It”][reso] and “`code`”"),
        ('\n\n"Start" and *l\'avis : 5 %*{ lang=fr }', "“Start” and *l’avis·: 5·%*{ lang=fr }"),
    ],
)
def test_english_prose_between_markup(base, english, published):
    edit(base, EN, END[EN], f"{END[EN]} {english}")
    assert published.replace("·", NBSP) in stage(read(base))["en/policy/context.md"]


def test_the_words_of_the_records_are_set_too(base):
    staged = stage(read(base))
    assert "L’équipe RÉSO" in staged["fr/exemples/equipe-reso.md"]
    assert f"10{NBSP}316 personnes" in staged["fr/politique/contexte.md"]
