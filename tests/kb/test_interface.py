"""The words that the guide itself adds: all in docs/interface.yml, checked there, each asked for, none in code."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from engine.staging import PROJECT
from kb.checks import check, interface
from kb.model.interface import INTERFACE, KEYS, VOCABULARIES
from kb.read.reader import read
from kb.search import OWN, search_files
from kb.text.labels import label
from support import BASE, MARKER, place

SCRIPTS, OVERRIDES, ASSETS = PROJECT / "scripts", PROJECT / "overrides", PROJECT / "docs/assets"
TEXT = (PROJECT / INTERFACE).read_text(encoding="utf-8")
# The words of the guide, with the values that the examples of the small base have.
SMALL = (
    TEXT[: TEXT.index("initiatives:")]
    + """initiatives:
  restructuring: {fr: Réorganisation, en: Restructuring}
clienteles:
  general-public: {fr: Population, en: General public}
  vulnerability: {fr: Personnes vulnérables, en: Vulnerable people}
places:
  longueuil: {fr: Longueuil, en: Longueuil}
  undocumented: {fr: Non documenté, en: Not documented}
"""
)
SKIP, EDITION = "skip: {fr: Aller au contenu, en: Skip to content}", 'fr: "Édition du {date}"'
VALUE = "  restructuring: {fr: Réorganisation, en: Restructuring}"

FAULTY = [
    ("INT001", "placeholder left out", EDITION, '⟦INT001⟧fr: "Édition du jour"'),
    ("INT001", "placeholder misspelled", EDITION, '⟦INT001⟧fr: "Édition du {dates}"'),
    ("INT001", "placeholder that nothing fills", SKIP, 'skip: {fr: Aller, ⟦INT001⟧en: "Skip to {content}"}'),
    ("INT001", "brace that stays open", SKIP, 'skip: {fr: Aller, ⟦INT001⟧en: "Skip { to content"}'),
    ("INT002", "place of no example", "places:\n", "places:\n  ⟦INT002⟧laval: {fr: Laval, en: Laval}\n"),
    ("REC002", "unknown key", SKIP, SKIP + "\n⟦REC002⟧skipp: {fr: Aller, en: Go}"),
    ("REC002", "missing key", SKIP + "\n", ""),
    ("REC002", "missing language", SKIP, "⟦REC002⟧skip: {fr: Aller au contenu}"),
    ("REC002", "language of another country", SKIP, "skip: {fr: Aller, en: Skip, ⟦REC002⟧de: Weiter}"),
    (
        "REC002",
        "text where a list of values stands",
        f"initiatives:\n{VALUE}",
        "⟦REC002⟧initiatives: texte",
    ),
    ("REC002", "value without words", VALUE, "  ⟦REC002⟧restructuring:"),
]


def found_in(base: Path, text: str) -> set[str]:
    """The places of what the words of the interface are blamed for, in a base that has its own."""
    (base / INTERFACE).write_text(text, encoding="utf-8")
    return {place(finding) for finding in check(read(base), interface.CHECKS)}


def expected(text: str) -> set[str]:
    rows = enumerate(text.split("\n"), 1)
    return {
        f"{INTERFACE}:{row}:{match.start() + 1} {match[1]}" for row, line in rows for match in MARKER.finditer(line)
    }


def test_the_words_of_the_guide_are_right(base: Path):
    assert found_in(base, SMALL) == set()


@pytest.mark.parametrize(("code", "name", "old", "new"), FAULTY, ids=[f"{code} {name}" for code, name, *_ in FAULTY])
def test_a_fault_is_reported_where_it_stands(base: Path, code: str, name: str, old: str, new: str):
    assert SMALL.count(old) == 1
    text = SMALL.replace(old, new)
    assert found_in(base, MARKER.sub("", text)) == (expected(text) or {f"{INTERFACE}:1:1 {code}"})


def test_a_base_without_words_speaks_as_the_guide_does():
    assert label(read(BASE), "skip", "fr") == "Aller au contenu"


def test_a_fault_of_the_words_is_no_fault_of_the_records(base: Path):
    """A value whose words are wrong is still one that a record may have."""
    found = found_in(base, SMALL.replace("{fr: Longueuil, en: Longueuil}", "{fr: Longueuil}"))
    assert found == {f"{INTERFACE}:{SMALL[: SMALL.index('  longueuil:')].count(chr(10)) + 1}:3 REC002"}


def test_a_list_in_place_of_the_words_is_one_fault(base: Path):
    assert found_in(base, "- skip\n") == {f"{INTERFACE}:1:1 REC002"}


def test_words_are_typeset_and_filled():
    corpus = read(PROJECT)
    assert label(corpus, "leads-to", "fr", link="<b>{date} :</b>") == "Cette adresse mène à <b>{date} :</b>."
    assert label(corpus, "quoted", "fr", title="x") == "«\u00a0x\u00a0»"
    assert label(corpus, "shown", "en") == "Showing {shown} of {all}"
    with pytest.raises(KeyError, match="skipp"):
        label(corpus, "skipp", "fr")


# What asks for words: the rooms that write pages, the templates, and the scripts of the pages.
ROOMS = [path for room in ("render", "cite", "search") for path in sorted((SCRIPTS / "kb" / room).glob("*.py"))]
ROOMS += [SCRIPTS / "engine/page_tree.py", SCRIPTS / "engine/templates.py"]
ROOMS += [SCRIPTS / "kb/text/labels.py", SCRIPTS / "kb/model/vocabulary.py"]
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
PAGE_SCRIPTS = sorted(ASSETS.rglob("*.js"))
LABELS = ("label", "plain_label")
BODY = re.compile(r'for key in \(([^)]*)\) %} data-\{\{ key }}="\{\{ t\(key\)')


def literals(path: Path) -> Iterator[str]:
    """The texts of a module, those between the braces of f-strings too, but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def asked_in_python(path: Path) -> Iterator[str]:
    """A pattern for each key that a call of `label` names, in full or in part."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LABELS:
            yield from patterns(node.args[1])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "label":
            yield from patterns(node.args[0])  # view.label(…)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "partial":
            yield from patterns(node.args[1])  # partial(view.label, …)


def patterns(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield re.escape(node.value)
    elif isinstance(node, ast.IfExp):
        yield from chain(patterns(node.body), patterns(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        parts = (re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values)
        yield "".join(parts)


def asked_in_templates() -> Iterator[str]:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        for key, more in re.findall(r"""\bt\(\s*["']([a-z-]+)["'](\s*~)?""", text):
            yield re.escape(key) + (".+" if more else "")
        for keys in BODY.findall(text):
            yield from re.findall(r'"([a-z-]+)"', keys)


def asked() -> set[str]:
    """Patterns of every key that is asked for by name."""
    return {*chain.from_iterable(map(asked_in_python, ROOMS)), *asked_in_templates()}


def test_every_key_that_is_asked_for_exists():
    known = [*KEYS, *(f"{vocabulary}.x" for vocabulary in VOCABULARIES)]
    assert [one for one in sorted(asked()) if not any(re.fullmatch(one, key) for key in known)] == []


def test_every_key_is_asked_for():
    """By its own name, by a part of it, or as one of several that a module names; the search takes its own."""
    named = set(chain.from_iterable(map(literals, ROOMS)))
    by_name = asked() | {re.escape(key) for key in named & KEYS.keys()}
    rest = [key for key in KEYS if not any(re.fullmatch(one, key) for one in by_name)]
    assert [key for key in rest if not key.startswith(OWN) and "." not in key] == []


def test_the_scripts_of_the_pages_ask_for_what_they_are_given():
    text = "".join(path.read_text(encoding="utf-8") for path in PAGE_SCRIPTS if path.parent.name == "search")
    used = {one or two for one, two in re.findall(r"""\bt(?:\.([a-z]+)|\["([a-z-]+)"\])""", text)}
    labels = search_files(read(PROJECT))["assets/search/labels.js"].partition(" = ")[2].removesuffix(";\n")
    assert all(set(words) == used for words in json.loads(labels).values())
    given = set(re.findall(r'"([a-z-]+)"', BODY.search((OVERRIDES / "base.html").read_text(encoding="utf-8"))[1]))
    texts = [(ASSETS / "js" / name).read_text(encoding="utf-8") for name in ("cite.js", "tooltips.js")]
    read_ = set(chain(*(re.findall(r"\b(?:words|document\.body\.dataset)\.([a-zA-Z]+)", text) for text in texts)))
    assert {re.sub(r"[A-Z]", lambda match: f"-{match[0].lower()}", name) for name in read_} == given


# A word that a reader could see: one with an accent or a capital, or two in a row.
WORDS = re.compile(r"[^\W\d_]*[À-ɏ][^\W\d_]*|(?<![\w-])[A-Z][a-z]+|(?<![\w.#:-])[^\W\d_]{2,} [^\W\d_]{2,}(?![\w-])")
# Tags, and the lists of attributes of Markdown: { .mark }.
MARKUP = re.compile(r"</?[!?]?[a-zA-Z][^<>]*>?|\{ ?[.#][^{}]*\}?")
TOLD = re.compile(r"""\b(?:aria-label|title|alt|placeholder)="([^"{<]*)""")  # attributes that are read
IN_CODE = {
    "Article, WebSite, GovernmentOrganization, Report, DefinedTermSet, BreadcrumbList, Organization, CreativeWork, "
    "DefinedTerm, ListItem": "types of schema.org",
    "use strict": "JavaScript",
    "@layer theme{": "CSS",
    "œ, æ": "letters that the search folds",
    "ArrowDown, ArrowUp, Enter, Escape": "names of keys",
    "CC BY 4.0": "the name of a licence",
    "S Control+K Meta+K": "names of keys",
}
NAMES = {name for names in IN_CODE for name in names.split(", ")}


def seen(texts: Iterator[str]) -> list[str]:
    """The texts that hold what could be words, but for names."""
    for_readers = (part for text in texts for part in (MARKUP.sub(" ", text), *TOLD.findall(text)))
    return [part for part in for_readers if WORDS.search(part) and part.strip() not in NAMES]


def javascript(text: str) -> Iterator[str]:
    """The texts of a script: between quotation marks or backticks, less what a template puts in."""
    text = re.sub(r"(?<![:\"'`\w])//[^\n]*|/\*.*?\*/", "", text, flags=re.S)
    for match in re.finditer(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", text):
        yield re.sub(r"\$\{[^{}]*\}", " ", next(part for part in match.groups() if part is not None))


def template(text: str) -> str:
    """What a template says itself."""
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.S)


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_no_word_for_readers_stands_in_python(path: Path):
    """Of kb/text only what it knows of the languages is seen: the months, and « années 1990 »."""
    assert seen(literals(path)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(OVERRIDES).as_posix())
def test_no_word_stands_in_a_template(path: Path):
    text = template(path.read_text(encoding="utf-8"))
    shown = [part for part in re.split(r"<[^<>]*>", text) if re.search(r"[^\W\d_]{2}", part)]
    assert [part.strip() for part in (*shown, *TOLD.findall(text)) if part.strip() not in ("", *NAMES)] == []


@pytest.mark.parametrize("path", PAGE_SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_no_word_stands_in_a_script(path: Path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"const EMPTY = \{.*?\};", "", text, flags=re.S)  # words that the search skips, which nobody sees
    assert seen(javascript(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('const a = "Fermer";', ["Fermer"]),
        ("const a = `<b>${n} mot de trop</b>`;", ["mot de trop"]),
        ('el("p", { class: "find__bar two" }, close)', []),
        ('// "Un commentaire"\nconst a = "été";', ["été"]),
    ],
)
def test_words_of_a_script_are_found(text: str, found: list[str]):
    assert [part.strip() for part in seen(javascript(text))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Bonjour {{ t('x') }}</p>", ["Bonjour"]),
        ('<nav aria-label="menu principal">', ["menu principal"]),
        ("{# Un mot #}<p class='x'>{{ t('skip') }}</p>", []),
    ],
)
def test_words_of_a_template_are_found(text: str, found: list[str]):
    said = template(text)
    assert [part.strip() for part in seen(iter([said]))] == found


def test_words_of_a_module_are_found(tmp_path: Path):
    path = tmp_path / "module.py"
    path.write_text('"""Un mot."""\nTEXT = f"<p>Aucun {x}</p>{{ .mark }}"\nKEY = "from-to"\n', encoding="utf-8")
    assert [part.strip() for part in seen(literals(path))] == ["Aucun"]
