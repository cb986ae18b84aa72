"""A published page looks as in `site/`, though its style sheets are joined, and the theme's are cut to what is used.

Every property that the browser computes, of the elements that differ in their names, place or ancestors, and of what
stands before and after each.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from readers import NARROW, PILLAR, WIDE, visit
from sitefixture import served

COMPUTED = """() => {
    const found = {};
    const step = (node) => {
        const place = [...node.parentNode.children].indexOf(node);
        const names = [node.tagName, node.id.replace(/.-.*/, ""), node.className.baseVal ?? node.className];
        return [...names, Math.min(place, 2)].join(".");
    };
    const way = (node) => (node === document.body ? "" : `${way(node.parentNode)} ${step(node)}`);
    for (const node of document.body.querySelectorAll("*")) {
        for (const part of ["", "::before", "::after"]) {
            const style = getComputedStyle(node, part), name = way(node) + part;
            if (name in found || (part && style.content === "none")) continue;
            // A custom property shows only through those that use it.
            const properties = [...style].filter((property) => !property.startsWith("--"));
            found[name] = properties.map((property) => `${property}: ${style.getPropertyValue(property)}`);
        }
    }
    return found;
}"""
STILL = "document.getAnimations().forEach((animation) => animation.finish())"


def as_it_is(page: Page) -> None:
    """The page as it comes."""


def with_the_search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("police")
    page.wait_for_selector(".find__option")
    expect(page.locator(".find__text:empty")).to_have_count(0)  # those out of sight come when there is time
    page.keyboard.press("ArrowDown")


def with_a_citation(page: Page) -> None:
    page.locator(".cite-links__open").first.click()
    page.wait_for_selector(".cite-dialog[open]")


def with_a_tooltip(page: Page) -> None:
    page.locator(".article a[data-title]").first.hover()
    page.wait_for_selector(".tooltip:not([hidden])")


def unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = !each.open; })")
    page.locator("summary").first.focus()


def printed(page: Page) -> None:
    page.emulate_media(media="print")


PAGES = ("", PILLAR, "en/examples/reso-team/", "exemples/", "en/models/hub/", "liens/", "citer/p1-3/", "en/404.html")
PLAIN = [(path, as_it_is) for path in PAGES]
STATES = [
    ("", with_the_search), ("", printed), ("exemples/", printed), (PILLAR, with_a_citation), (PILLAR, with_a_tooltip),
    (PILLAR, unfolded), (PILLAR, printed),
]  # fmt: skip
VISITS = {"narrow and light": (PLAIN, NARROW, "light"), "wide and dark": (STATES, WIDE, "dark")}


def look(page: Page, address: str, path: str, state) -> dict[str, list[str]]:
    page.emulate_media(media="screen")
    page.goto(address + path, wait_until="load")
    state(page)
    page.evaluate(STILL)
    return page.evaluate(COMPUTED)


def differences(browser: Browser, before: str, after: str, states, **options) -> list[str]:
    """The first property that differs in each state of a page, if any."""
    found = []
    with visit(browser, reduced_motion="reduce", **options) as page:
        for path, state in states:
            here, there = (look(page, address, path, state) for address in (before, after))
            assert len(here) > 30, path
            wrong = [name for name in here.keys() | there.keys() if here.get(name) != there.get(name)]
            for name in wrong[:1]:
                values = set(here.get(name, [])) ^ set(there.get(name, []))
                found.append(f"/{path} {state.__name__}: {name}: {sorted(values)[:4]}")
    return found


@pytest.mark.parametrize("visits", VISITS)
def test_pages_look_the_same(browser: Browser, site: Path, address: str, visits: str):
    states, size, scheme = VISITS[visits]
    with served(site) as before:
        assert differences(browser, before, address, states, viewport=size, color_scheme=scheme) == []


def test_a_rule_that_is_missing_is_seen(browser: Browser, published: Path, address: str, tmp_path: Path):
    less = Path(shutil.copytree(published, tmp_path, dirs_exist_ok=True))
    sheet = next(less.glob("assets/stylesheets/*.css"))
    text, count = re.subn(r"\.md-typeset table ul\{[^}]*\}", "", sheet.read_text("utf-8"), count=1)
    assert count == 1
    sheet.write_text(text, encoding="utf-8")
    with served(less) as after:
        assert differences(browser, address, after, [("liens/", as_it_is)]) != []
