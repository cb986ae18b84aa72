"""axe-core finds no violation: on every page, in both languages, light and dark, narrow and wide, and in what opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from engine import staging

AXE = staging.PROJECT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async (rules) => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n${failureSummary}`));
}"""
NARROW, WIDE = 360, 1280
# The rules that each scheme of colours is asked: a dark page differs from a light one in its colours alone.
SCHEMES = {"light": None, "dark": ["color-contrast", "link-in-text-block"]}
# Pages that are not in the sitemap; all citation pages are made alike.
OTHERS = ("citer/p1-3/", "en/cite/e11/", "citer/mm/", "404.html", "en/404.html", "r/p1-3/", "en/r/e11/")


@pytest.fixture(scope="module")
def paths(site: Path, every: list[str]) -> list[str]:
    """Every page of the sitemap, and those that are not in it, below the site's address."""
    assert [path for path in OTHERS if not (site / path).exists()] == []
    return [*every, *OTHERS]


@contextmanager
def audited(browser: Browser, width: int) -> Iterator[Page]:
    """A page in which axe-core runs, under the content security policy."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """What axe-core finds in the page as it stands, light and dark."""
    found = []
    for scheme, rules in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        where = f"{page.url} at {page.viewport_size['width']} px, {scheme}"
        found += [f"{where}: {fault}" for fault in page.evaluate(RUN, rules)]
    return found


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_page(browser, address, paths, width):
    assert len(paths) > 80
    found = []
    with audited(browser, width) as page:
        for path in paths:
            page.goto(address + path)
            found += faults(page)
    assert not found, "\n\n".join(found)


def open_search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("police")
    expect(page.locator(".find__option").first).to_be_visible()


def open_citation(page: Page) -> None:
    page.locator(".cite-links__open").first.click()
    expect(page.locator(".cite-dialog")).to_be_visible()


def open_menu(page: Page) -> None:
    page.locator(".menu-button").click()
    expect(page.locator("#menu")).to_be_visible()


def open_schemes(page: Page) -> None:
    page.locator("[popovertarget=scheme]").click()
    expect(page.locator("#scheme")).to_be_visible()


def open_contents(page: Page) -> None:
    page.locator(".toc__title").click()
    expect(page.locator(".toc__link").first).to_be_visible()


def open_tooltip(page: Page) -> None:
    page.locator(".article__text a[data-title]").first.hover()
    expect(page.locator("[role=tooltip]")).to_be_visible()


def choose_a_facet(page: Page) -> None:
    page.select_option("#facette-pillar", index=1)
    expect(page.locator("#facettes-resultat")).not_to_be_empty()


PILLARS = ("piliers/rapprochement/", "en/pillars/closer-ties/")


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(
    "act, paths",
    [
        (open_search, PILLARS),
        (open_citation, PILLARS),
        (open_menu, ("", "en/")),
        (open_schemes, PILLARS),
        (open_contents, ("modeles/", "en/models/")),
        (open_tooltip, PILLARS),
        (choose_a_facet, ("exemples/", "en/examples/")),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_opens(browser, address, act: Callable[[Page], None], paths, width):
    with audited(browser, width) as page:
        for path in paths:
            page.goto(address + path)
            act(page)
            assert faults(page) == []
