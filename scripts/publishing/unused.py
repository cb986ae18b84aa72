"""A style sheet without the rules that nothing can match, so that the theme's sheet costs what is used of it.

A rule stays if pages and scripts hold every name that one of its selectors asks for: tags, classes, ids, attributes.
What only narrows a match (states, values, `:not()`, how elements nest) is not asked, so that a rule stays which any
page can need, in any state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import tinycss2
from lxml import etree

_CONDITIONS = {"container", "layer", "media", "supports"}
_KEYFRAMES = {"keyframes", "-webkit-keyframes"}
_BY_BROWSERS = {"open"}  # the attribute that a browser sets by itself, on what unfolds
_ESCAPE = re.compile(r"\\(?:u\{?[0-9a-fA-F]+\}?|x..|.)", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PROPERTY = re.compile(r"--[\w-]+")
_SKIP = {"skip_comments": True, "skip_whitespace": True}
Node = Any  # of tinycss2, which has no types


class SelectorNames(NamedTuple):
    """What selectors may ask for. `words` are those of scripts, each of which may become a name of any kind; one that
    ends in a hyphen may begin any name."""

    tags: set[str]
    classes: set[str]
    ids: set[str]
    attributes: set[str]
    words: set[str]

    def has(self, kind: set[str], name: str) -> bool:
        begun = (name[: hyphen.end()] for hyphen in re.finditer("-", name))
        return name in kind or name in self.words or any(start in self.words for start in begun)


def names_of(pages: Iterable[str], scripts: Iterable[str]) -> SelectorNames:
    """The names in the HTML of `pages`, and the words of `scripts`, which have no comments."""
    names = SelectorNames({"html", "body"}, set(), set(), set(_BY_BROWSERS), set())
    for page in pages:
        tree = etree.HTML(page.encode("utf-8", "surrogateescape"))
        for element in tree.iter("*") if tree is not None else ():  # a file for the host may be empty
            names.tags.add(element.tag)
            names.attributes.update(map(str, element.attrib))
            names.classes.update(element.get("class", "").split())
            names.ids.add(element.get("id", ""))
    for script in scripts:
        for word in _WORD.findall(_ESCAPE.sub(" ", script)):
            attribute = _HUMP.sub("-", word).lower()  # ariaLabel, dataset.schemeChoice
            names.words.update((word, attribute, f"data-{attribute}"))
    return names


def pruned(sheet: str, names: SelectorNames, others: str) -> str:
    """`sheet` with what can match `names` alone, and with the custom properties and animations that it uses, or the
    text `others` of all other style sheets and scripts."""
    sheet = _rewritten(sheet, lambda rule: rule.serialize() if _stays(rule, names) else "")
    sheet = _without_idle_properties(sheet, others)
    still = set(_WORD.findall(others + _rewritten(sheet, lambda rule: "" if _is_animation(rule) else rule.serialize())))
    return _rewritten(sheet, lambda rule: "" if _is_animation(rule) and not still & _words(rule) else rule.serialize())


def _rewritten(sheet: str | list[Node], write: Callable[[Node], str]) -> str:
    """Every rule as `write` has it, inside the conditions that it stands under; a condition without rules goes."""
    return "".join(_each(tinycss2.parse_rule_list(sheet, **_SKIP), write))


def _each(rules: Iterable[Node], write: Callable[[Node], str]) -> Iterator[str]:
    for rule in rules:
        if rule.type != "at-rule" or rule.lower_at_keyword not in _CONDITIONS or rule.content is None:
            yield write(rule)
        elif inside := _rewritten(rule.content, write):
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}"


def _is_animation(rule: Node) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword in _KEYFRAMES


def _words(rule: Node) -> set[str]:
    """The words of what stands before a rule's block."""
    return set(_WORD.findall(tinycss2.serialize(rule.prelude)))


def _stays(rule: Node, names: SelectorNames) -> bool:
    if rule.type != "qualified-rule":
        return rule.type != "at-rule" or rule.lower_at_keyword != "charset"
    selectors: list[list[Node]] = [[]]
    for token in rule.prelude:
        if token.type == "literal" and token.value == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return any(all(names.has(*asked) for asked in _asked(selector, names)) for selector in selectors)


def _asked(selector: list[Node], names: SelectorNames) -> Iterator[tuple[set[str], str]]:
    """Each name that a selector asks for, with the names of its kind. Functions such as `:is()` are not looked into."""
    before = ""
    for token in selector:
        if token.type == "hash":
            yield names.ids, token.value
        elif token.type == "[] block":
            yield names.attributes, next(part.lower_value for part in token.content if part.type == "ident")
        elif token.type == "ident" and before == ".":
            yield names.classes, token.value
        elif token.type == "ident" and not before.endswith(":"):
            yield names.tags, token.lower_value
        before = token.value if token.type == "literal" else ""


def _without_idle_properties(sheet: str, others: str) -> str:
    """`sheet` without the custom properties that nothing asks for, and the rules that then say nothing."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    asking = [others]

    def note(rule: Node) -> str:
        for declaration in _declarations(rule):
            text = tinycss2.serialize(declaration.value)
            (values[declaration.name] if declaration.name.startswith("--") else asking).append(text)
        asking.extend([] if _declarations(rule) else [rule.serialize()])
        return ""

    _rewritten(sheet, note)
    needed: set[str] = set()
    waiting = set(_PROPERTY.findall("\n".join(asking)))
    while waiting:
        needed.add(name := waiting.pop())
        waiting |= set(_PROPERTY.findall("\n".join(values[name]))) - needed
    return _rewritten(sheet, lambda rule: _with_properties(rule, needed))


def _with_properties(rule: Node, needed: set[str]) -> str:
    declarations = _declarations(rule)
    if not any(declaration.name.startswith("--") for declaration in declarations):
        return rule.serialize()
    kept = [d.serialize() for d in declarations if not d.name.startswith("--") or d.name in needed]
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}" if kept else ""


def _declarations(rule: Node) -> list[Node]:
    """The declarations of a rule that holds nothing else; none of any other."""
    if rule.type != "qualified-rule":
        return []
    inside = tinycss2.parse_blocks_contents(rule.content, **_SKIP)
    return inside if all(part.type == "declaration" for part in inside) else []
