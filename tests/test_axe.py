"""axe-core finds no violation: on every page, in both languages, light and dark, narrow and wide, and in what opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect, sync_playwright

import pipeline
from browser import launch

AXE = pipeline.PROJECT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n${failureSummary}`))"""
NARROW, WIDE = 360, 1280
# Each worker has a browser of its own, as there are commonly two cores.
WORKERS = (((NARROW, "light"), (WIDE, "dark")), ((NARROW, "dark"), (WIDE, "light")))
# Pages that are not in the sitemap; all citation pages are made alike.
OTHERS = ("citer/p1-3/", "en/cite/e11/", "citer/p/", "404.html", "en/404.html", "r/p1-3/", "en/r/e11/")


@pytest.fixture(scope="module")
def paths(site: Path) -> list[str]:
    """Every page of the sitemap, and those that are not in it, below the site's address."""
    listed = [loc.text for loc in etree.parse(site / "sitemap.xml").iter("{*}loc")]
    home = min(listed, key=len)
    return [url.removeprefix(home) for url in listed] + [path for path in OTHERS if (site / path).exists()]


@contextmanager
def audited(browser: Browser, width: int, scheme: str) -> Iterator[Page]:
    """A page in which axe-core runs, under the content security policy."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def _audit(address: str, paths: list[str], configurations: tuple[tuple[int, str], ...]) -> list[str]:
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for width, scheme in configurations:
            with audited(browser, width, scheme) as page:
                for path in paths:
                    page.goto(address + path)
                    found += [f"{path} at {width} px, {scheme}: {fault}" for fault in page.evaluate(RUN)]
        browser.close()
    return found


def test_every_page(address, paths):
    assert len(paths) > 80
    with ThreadPoolExecutor(len(WORKERS)) as pool:
        found = [fault for faults in pool.map(lambda work: _audit(address, paths, work), WORKERS) for fault in faults]
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


@pytest.mark.parametrize("configuration", [(NARROW, "dark"), (WIDE, "light"), (WIDE, "dark")], ids=str)
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
def test_what_opens(browser, address, act: Callable[[Page], None], paths, configuration):
    with audited(browser, *configuration) as page:
        for path in paths:
            page.goto(address + path)
            act(page)
            assert page.evaluate(RUN) == [], path
