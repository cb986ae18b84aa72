"""Readers of the built site: a wide screen with a mouse and a keyboard, a phone, and the pages that they read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from sitefixture import SITE_URL

NARROW, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
MENU = ".bar [popovertarget=menu]"  # of a phone; a wide screen needs none
PILLAR, PILLAR_EN = "piliers/rapprochement/", "en/pillars/closer-ties/"
# A page of each kind, in one language or the other.
KINDS = (
    "", "en/", PILLAR, "en/policy/context/", "exemples/equipe-reso/", "en/models/hub/", "exemples/", "en/models/",
    "en/references/", "chronologie/", "liens/", "en/concordance/", "a-propos/", "en/changes/", "citer/p1-3/",
    "situations/personne-en-crise/", "en/quick-reference/closer-ties/", "piliers/", "en/expectations/",
    "404.html", "en/404.html",
)  # fmt: skip
LONG = ("glossaire/", "en/glossary/", "imprimer/", "en/print/")


def answered(page: Page) -> None:
    """Wait until the search has shown what was asked lastly."""
    expect(page.locator("#find-list")).to_have_attribute("aria-busy", "false")


@contextmanager
def visit(browser: Browser, **options) -> Iterator[Page]:
    """A page in a context of its own; an error of a script, a broken policy or an outside request fails the test."""
    context = browser.new_context(**{"viewport": WIDE, **options})
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: None if _is_ours(request.url) else faults.append(f"asks {request.url}"))
    yield page
    context.close()
    assert faults == []


def _is_ours(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1" or url.startswith("data:")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visit(browser) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with visit(browser, viewport=NARROW, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture(scope="session")
def every(site: Path) -> list[str]:
    """Every page of the sitemap."""
    return [loc.text.removeprefix(SITE_URL) for loc in etree.parse(site / "sitemap.xml").iter("{*}loc")]
