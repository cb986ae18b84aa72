"""axe-core finds no violation: on every page, in both languages, light and dark, narrow and wide, and in what opens.

Every page is asked every rule twice, narrow in light and wide in dark. The schemes differ in their colours alone, and
widths in what every page of a kind has: one page of each, and of what opens, is asked of its colours in the other two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from engine import staging
from readers import KINDS, MENU

AXE = staging.PROJECT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async (rules) => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
    // preload: it would load every sheet again for a rule that it leaves out, and recordings, of which there are none
    const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false, ...only });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n${failureSummary}`));
}"""
NARROW, WIDE = 360, 1280
# The scheme of colours in which a page is asked every rule at a width, and the one in which it is asked of its colours.
SCHEMES = {NARROW: ("light", "dark"), WIDE: ("dark", "light")}
COLOURS = ["color-contrast", "link-in-text-block"]
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


def faults(page: Page, *, both: bool) -> list[str]:
    """What axe-core finds in the page as it stands, in the scheme of its width or in both."""
    found, width = [], page.viewport_size["width"]
    for scheme, rules in list(zip(SCHEMES[width], (None, COLOURS), strict=True))[: 1 + both]:
        page.emulate_media(color_scheme=scheme)
        found += [f"{page.url} at {width} px, {scheme}: {fault}" for fault in page.evaluate(RUN, rules)]
    return found


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_page(browser, address, paths, width):
    assert len(paths) > 80
    found = []
    with audited(browser, width) as page:
        for path in paths:
            page.goto(address + path)
            found += faults(page, both=path in (*KINDS, *OTHERS))
    assert not found, "\n\n".join(found)


def open_search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("police")
    expect(page.locator(".find__option").first).to_be_visible()


def open_citation(page: Page) -> None:
    page.locator(".cite-links__open").first.click()
    expect(page.locator(".cite-dialog")).to_be_visible()


def open_menu(page: Page) -> None:
    if page.viewport_size["width"] == NARROW:  # a wide screen has it beside the text
        page.locator(MENU).click()
    expect(page.locator("#menu")).to_be_visible()


def open_schemes(page: Page) -> None:
    page.locator("[popovertarget=scheme]").click()
    expect(page.locator("#scheme")).to_be_visible()


def open_contents(page: Page) -> None:
    page.locator("#where" if page.viewport_size["width"] == NARROW else ".toc__title").click()
    expect(page.locator(".toc__link").first).to_be_visible()


def open_tooltip(page: Page) -> None:
    page.locator(".article__text a[data-title]").first.hover()
    expect(page.locator("[role=tooltip]")).to_be_visible()


def choose_a_facet(page: Page) -> None:
    if page.viewport_size["width"] == NARROW:  # a wide screen has them open
        for facet in page.locator("details:has(.chip[name]) > summary").all():
            facet.click()
    page.locator(".chip[name]").first.click()
    expect(page.locator(".chip:disabled").first).to_be_visible()


def narrow_the_glossary(page: Page) -> None:
    page.fill("#narrow-text", "police")
    page.locator("summary:visible").last.click()
    expect(page.locator(".narrow output")).not_to_be_empty()


def compare_two_models(page: Page) -> None:
    for at in (1, 3):
        page.locator(".compare .chip").nth(at).click()
    expect(page.locator(".compared table")).to_be_visible()


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
        (narrow_the_glossary, ("glossaire/", "en/glossary/")),
        (compare_two_models, ("modeles/", "en/models/")),
        (choose_a_facet, ("exemples/", "en/examples/")),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_opens(browser, address, act: Callable[[Page], None], paths, width):
    with audited(browser, width) as page:
        for path in paths:
            page.goto(address + path)
            act(page)
            assert faults(page, both=path == paths[0]) == []
