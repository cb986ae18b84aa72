"""What a screen reader is told of each kind of page: its landmarks, its headings in order, and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
import yaml
from playwright.sync_api import Page

from readers import KINDS, NARROW, PILLAR, PILLAR_EN, WIDE, visit

NODE = re.compile(r'([a-z]+)(?: "(.*)")?((?: \[[^\]]*\])*)')
LANDMARKS = ("banner", "main", "contentinfo", "navigation")
NAMED = ("link", "button", "combobox", "checkbox", "searchbox", "textbox", "heading", "table", "navigation", "img")
FIGURES = "politique/principes-et-strategies/"


class Told(NamedTuple):
    """A node of the accessibility tree, with the roles that it stands in, outermost first."""

    role: str
    name: str
    states: str
    within: tuple[str, ...]


def told(page: Page) -> list[Told]:
    return list(_nodes(yaml.safe_load(page.locator("body").aria_snapshot()), ()))


def _nodes(items: list | str | None, within: tuple[str, ...]) -> Iterator[Told]:
    for item in items if isinstance(items, list) else ():
        key, inner = next(iter(item.items())) if isinstance(item, dict) else (item, None)
        if found := NODE.fullmatch(key):
            role, name, states = found.groups("")
            yield Told(role, " ".join(name.split()), states.strip(), within)
            yield from _nodes(inner, (*within, role))


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_each_kind_of_page_is_told_in_order_and_by_name(browser, address, viewport):
    with visit(browser, viewport=viewport) as page:
        for path in (*KINDS, FIGURES, "en/glossary/"):
            page.goto(address + path)
            nodes = told(page)
            assert landmarks_are_clear(nodes), path
            assert levels_follow(nodes), path
            assert [node for node in nodes if node.role in NAMED and not node.name and not is_icon(node)] == [], path


def is_icon(node: Told) -> bool:
    """Whether it is the picture in a control that has a name."""
    return node.role == "img" and not {"link", "button"}.isdisjoint(node.within)


def landmarks_are_clear(nodes: list[Told]) -> bool:
    """One of each, navigations told apart by their names, and nothing beside them but the way to the text."""
    found = Counter((node.role, node.name) for node in nodes if node.role in LANDMARKS)
    outside = [node.role for node in nodes if not node.within and node.role not in LANDMARKS]
    once = all(found[role, ""] == 1 for role in ("banner", "main", "contentinfo"))
    return once and max(found.values()) == 1 and outside == ["link"]


def levels_follow(nodes: list[Told]) -> bool:
    """One title, and below it no level that skips one."""
    levels = [int(re.sub(r"\D", "", node.states)) for node in nodes if node.role == "heading"]
    return levels.count(1) == levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("path", "role", "name"),
    [
        (PILLAR, "heading", "P1.1 Présence et accessibilité"),
        (PILLAR, "button", "Copier le lien de la section P1.1"),
        (PILLAR, "group", "Note du guide"),
        (PILLAR, "group", "À voir aussi (choix du guide)"),
        (PILLAR_EN, "group", "Note from this guide"),
        (PILLAR_EN, "group", "See also (this guide’s choice)"),
        ("liens/", "table", "P1 Rapprochement"),
        ("liens/", "columnheader", "Principe"),
        ("liens/", "rowheader", "P1.1 Présence et accessibilité"),
        ("en/models/", "rowheader", "M2 Broken windows"),
        ("chronologie/", "table", "Années 1960"),
        ("concordance/", "rowheader", "Mot du ministre"),
        ("en/references/", "heading", "Acts and bill"),
        ("en/changes/", "deletion", ""),
        ("citer/p1-3/", "navigation", "Fil d’Ariane"),
        ("404.html", "searchbox", "Rechercher dans le guide"),
    ],
)
def test_what_matters_of_a_page_has_its_role_and_name(browser, address, path, role, name):
    with visit(browser, viewport=NARROW) as page:
        page.goto(address + path)
        assert (role, name) in {(node.role, node.name) for node in told(page)}
