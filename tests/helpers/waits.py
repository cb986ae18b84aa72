"""How long the search keeps a slow phone from answering its reader: the longest task of its page."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, expect, sync_playwright

from browser import launch
from sitefixture import served

SLOWER = 4  # times than this machine, as a phone of the lower middle is
QUERIES = ("victimes", "concertation locale", "comment aider une personne en crise", "partenriat")
TASKS = """globalThis.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });"""


class Waits(NamedTuple):
    """The longest task, in milliseconds, while the search opens and while a reader types; 0 where none takes 50."""

    opening: float
    typing: float


def waits(site: Path) -> Waits:
    with served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(TASKS)
        page.goto(address, wait_until="networkidle")
        _longest(page)
        page.keyboard.press("Control+k")
        expect(page.locator(".find__filter")).to_have_count(2, timeout=60_000)  # the engine is there
        opening = _longest(page)
        for query in QUERIES:
            page.fill("#find-input", "")
            page.locator("#find-input").press_sequentially(query, delay=100)
            expect(page.locator(".find__option .find__text").first).not_to_be_empty(timeout=60_000)
        typing = _longest(page)
        browser.close()
    return Waits(opening, typing)


def _longest(page: Page) -> float:
    """The longest task since it was last asked for."""
    page.wait_for_timeout(500)  # the observer tells of a task a little later
    return float(page.evaluate("Math.max(0, ...tasks.splice(0))"))
