"""The style sheets are made of layers, one file a part of the page, and hang on what stands in the page by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2
import yaml

from engine.staging import PROJECT

ASSETS = PROJECT / "docs" / "assets"
SHEETS = sorted(ASSETS.rglob("*.css"))
TOKENS = ASSETS / "css" / "tokens.css"
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(", re.I)
BY_CONTENT = re.compile(r"(?<!\")#[a-z]|\[id[\^$*~]?=|:nth-")
NAMES = [path.stem for path in SHEETS]


def rules(path: Path) -> list:
    return tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True, skip_whitespace=True)


def layers() -> list[str]:
    order = next(rule for rule in rules(TOKENS) if rule.lower_at_keyword == "layer" and rule.content is None)
    return re.findall(r"\w+", tinycss2.serialize(order.prelude))


@pytest.mark.parametrize("path", SHEETS, ids=NAMES)
def test_every_rule_stands_in_a_layer(path: Path):
    named = {"page": lambda rule: True, "layer": lambda rule: rule.content is None or _name(rule) in layers()}
    assert [rule for rule in rules(path) if not named.get(rule.lower_at_keyword, lambda rule: False)(rule)] == []


def _name(rule) -> str:
    return tinycss2.serialize(rule.prelude).strip()


def test_every_layer_but_the_theme_s_is_written():
    used = {_name(rule) for path in SHEETS for rule in rules(path) if rule.lower_at_keyword == "layer" and rule.content}
    assert used == set(layers()) - {"theme"} and layers()[0] == "theme"


@pytest.mark.parametrize("path", SHEETS, ids=NAMES)
def test_what_holds_on_paper_stands_in_its_own_layer(path: Path):
    """The last one: in an earlier layer, what paper shows would outrank what it hides."""
    assert layers()[-1] == "print" and "@media print" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", [path for path in SHEETS if path != TOKENS], ids=[n for n in NAMES if n != "tokens"])
def test_colours_stand_among_the_tokens(path: Path):
    assert COLOUR.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SHEETS, ids=NAMES)
def test_nothing_hangs_on_ids_or_on_an_order_or_is_important(path: Path):
    text = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert BY_CONTENT.findall(text) == [] and "!important" not in path.read_text("utf-8")


def test_the_site_loads_every_sheet_of_the_folder_tokens_first():
    loaded = yaml.load((PROJECT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["extra_css"]
    assert sorted(loaded) == [f"assets/css/{path.name}" for path in SHEETS if path.parent.name == "css"]
    assert loaded[0] == "assets/css/tokens.css"
