"""What a reader does, in a real browser: switch language, read a tooltip, go by keyboard, narrow a list, print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

import pipeline
from kb.reader import read
from sitefixture import SITE_URL

KINDS = (
    "",
    "piliers/rapprochement/",
    "en/examples/reso-team/",
    "modeles/vitres-brisees/",
    "en/models/",
    "exemples/",
    "glossaire/",
    "en/references/",
    "liens/",
    "en/concordance/",
    "chronologie/",
    "citer/p1-3/",
    "imprimer/",
)


@contextmanager
def reader(browser: Browser, **options) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with reader(browser) as page:
        yield page


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("piliers/rapprochement/#representativite", "en/pillars/closer-ties/#representativite"),
        ("en/models/broken-windows/#fonctionnement", "modeles/vitres-brisees/#fonctionnement"),
        ("glossaire/#t-spvm", "en/glossary/#t-spvm"),
        ("", "en/"),
        ("en/", ""),
    ],
)
def test_the_language_switch_keeps_page_and_section(page, address, start, end):
    page.goto(address + start)
    page.locator("#language").click()
    expect(page).to_have_url(address + end)
    assert page.locator("html").get_attribute("lang") == ("en" if end.startswith("en/") else "fr")


def test_the_language_switch_keeps_the_section_that_is_being_read(page, address):
    page.goto(address + "piliers/proactivite/")
    page.evaluate("document.getElementById('technologies').scrollIntoView()")
    page.locator("#language").click()
    expect(page).to_have_url(address + "en/pillars/proactivity/#technologies")


def test_a_tooltip_opens_by_hover_and_by_focus_and_escape_closes_it(page, address):
    page.goto(address + "exemples/equipe-reso/")
    term, tooltip = page.locator('.article a[href$="#t-spal"]').last, page.get_by_role("tooltip")
    term.hover()
    expect(tooltip).to_contain_text("Organisation policière")
    tooltip.hover()
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()
    page.mouse.move(0, 0)
    term.focus()
    expect(tooltip).to_be_visible()
    assert term.get_attribute("aria-describedby") == tooltip.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "glossaire/#t-spal")


def test_a_tooltip_opens_by_touch_and_leads_to_the_glossary(browser, address):
    with reader(browser, has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}) as page:
        page.goto(address + "exemples/equipe-reso/")
        page.locator('.article p a[href$="#t-vulnerabilite"]').first.tap()
        expect(page.get_by_role("tooltip")).to_be_visible()
        expect(page).to_have_url(address + "exemples/equipe-reso/")
        page.locator(".tooltip a").tap()
        expect(page).to_have_url(address + "glossaire/#t-vulnerabilite")


def test_nothing_is_asked_of_another_host(page, address):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in KINDS:
        page.goto(address + path)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("path", ["", "piliers/rapprochement/", "en/examples/", "en/glossary/"])
def test_the_keyboard_reaches_what_it_needs_in_sight(page, address, path):
    """Skip link first; each stop is in the window, below the header, and shows that it has the focus."""
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const node = document.activeElement, box = node.getBoundingClientRect();
            const style = getComputedStyle(node);
            const band = document.querySelector(".header").getBoundingClientRect();
            const stuck = getComputedStyle(document.querySelector(".header")).position === "sticky";
            return { name: node.outerHTML.slice(0, 90), inside: box.bottom > 0 && box.top < innerHeight,
              hidden: stuck && !node.closest(".header") && box.bottom <= band.bottom,
              shown: style.outlineStyle !== "none" || style.boxShadow !== "none" }; }"""
        )
        assert seen["inside"] and seen["shown"] and not seen["hidden"], seen


def test_the_menu_of_a_small_screen_opens_and_closes_by_keyboard(browser, address):
    with reader(browser, viewport={"width": 360, "height": 740}) as page:
        page.goto(address + "en/glossary/")
        button = page.get_by_role("button", name="Menu", exact=True)
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#menu")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#menu")).to_be_hidden()
        expect(button).to_be_focused()


def test_the_list_of_examples_is_narrowed_in_the_address(page, address):
    examples = [each.record.value for each in read(pipeline.PROJECT).records("example")]
    in_montreal = sum(example.place == "montreal" for example in examples)
    page.goto(address + "exemples/")
    page.get_by_label("Lieu").select_option("montreal")
    expect(page).to_have_url(address + "exemples/?place=montreal")
    expect(page.locator(".example:visible")).to_have_count(in_montreal)
    expect(page.locator("#facettes-resultat")).to_contain_text(f"{in_montreal} exemples affichés sur {len(examples)}")
    page.reload()
    expect(page.locator(".example:visible")).to_have_count(in_montreal)
    page.go_back()
    expect(page.locator(".example:visible")).to_have_count(len(examples))


def test_every_example_is_listed_without_scripts(browser, address):
    with reader(browser, java_script_enabled=False) as page:
        page.goto(address + "exemples/")
        expect(page.locator(".example:visible")).to_have_count(len(read(pipeline.PROJECT).records("example")))
        expect(page.locator(".facets")).to_be_hidden()


def test_the_colour_scheme_that_is_chosen_stays(page, address):
    page.goto(address)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate("localStorage.setItem('scheme', 'dark')")
    page.goto(address + "glossaire/")
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_no_page_scrolls_sideways_at_320_pixels(browser, site, address):
    paths = [loc.text.removeprefix(SITE_URL) for loc in etree.parse(site / "sitemap.xml").iter("{*}loc")]
    with reader(browser, viewport={"width": 320, "height": 700}) as page:
        wide = []
        for path in paths:
            page.goto(address + path)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(path)
    assert wide == []


def test_a_printed_page_holds_the_text_and_no_navigation(page, address):
    page.goto(address + "piliers/rapprochement/")
    page.emulate_media(media="print")
    for part in ("#menu", "#language", ".cite-links", ".skip"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("#presence-accessibilite")).to_be_visible()
    expect(page.locator(".source").first).to_be_visible()


def test_parts_in_another_language_say_so(page, address):
    page.goto(address + "modeles/vitres-brisees/")
    expect(page.locator(".article [lang=en]").filter(has_text="Broken Windows theory").first).to_be_visible()
