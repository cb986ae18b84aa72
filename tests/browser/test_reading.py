"""What a reader does: switches language, opens a tooltip, chooses colours, reads without scripts."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from readers import KINDS, LONG, NARROW, PILLAR, PILLAR_EN, WIDE, visit


@pytest.mark.parametrize(("here", "there"), [(PILLAR, PILLAR_EN), (PILLAR_EN, PILLAR)])
def test_the_other_language_opens_at_the_section_that_is_read(page, address, here, there):
    page.goto(address + here)
    page.locator("#representativite").evaluate("node => scrollTo(0, node.getBoundingClientRect().top - 100)")
    page.click("#language")
    page.wait_for_url(f"{address}{there}#representativite")
    expect(page.locator("#representativite")).to_be_in_viewport()
    assert 0 <= page.locator("#representativite").bounding_box()["y"] < 250


def test_the_other_language_opens_at_the_entry_that_the_address_names(page, address):
    page.goto(f"{address}glossaire/#t-reso")
    page.focus("#language")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/glossary/#t-reso")
    expect(page.locator("#t-reso")).to_be_in_viewport()


def test_the_home_pages_lead_to_each_other(page, address):
    page.goto(address)
    page.click("#language")
    page.wait_for_url(f"{address}en/")
    page.click("#language")
    page.wait_for_url(address)


def test_the_top_of_a_page_leads_to_the_top_of_its_twin(phone, address):
    phone.goto(f"{address}chronologie/")
    expect(phone.locator("#language")).to_have_accessible_name("English")
    phone.tap("#language")
    phone.wait_for_url(f"{address}en/timeline/")


TERM = ".article__text p a[href*='#t-']"
TOOLTIP = "[role=tooltip]"


def tab_to(page: Page, target) -> None:
    """Press Tab until `target` has the focus, from just before it."""
    target.evaluate("""node => {
        const all = [...document.querySelectorAll("a[href], button, summary")].filter(one => one.checkVisibility());
        all[all.indexOf(node) - 1].focus();
    }""")
    page.keyboard.press("Tab")
    expect(target).to_be_focused()


def test_a_tooltip_opens_on_hover_stays_while_pointed_at_and_closes_on_escape(page, address):
    page.goto(address + PILLAR)
    term, tooltip = page.locator(TERM).first, page.locator(TOOLTIP)
    expect(tooltip).to_be_hidden()
    term.hover()
    expect(tooltip).to_be_visible()
    assert len(tooltip.inner_text()) > 20
    expect(term).to_have_accessible_description(tooltip.inner_text())
    tooltip.hover()
    page.wait_for_timeout(600)
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()
    term.hover()
    expect(tooltip).to_be_visible()
    page.mouse.move(5, 5)
    expect(tooltip).to_be_hidden()


def test_a_tooltip_opens_on_focus_and_closes_on_escape(page, address):
    page.goto(address + PILLAR)
    term, tooltip = page.locator(TERM).first, page.locator(TOOLTIP)
    tab_to(page, term)
    expect(tooltip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tooltip).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/glossaire/#t-"))


def test_a_first_tap_explains_a_term_and_a_second_follows_it(phone, address):
    phone.goto(address + PILLAR)
    term, tooltip = phone.locator(TERM).first, phone.locator(TOOLTIP)
    term.tap()
    expect(tooltip).to_be_visible()
    box = phone.locator(".tooltip").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"]
    phone.touchscreen.tap(4, 600)  # beside the text
    expect(tooltip).to_be_hidden()
    term.tap()
    expect(phone.get_by_role("link", name="Voir au glossaire", exact=True)).to_be_visible()
    assert urlsplit(phone.url).path.endswith(PILLAR)
    term.tap()
    phone.wait_for_url(re.compile(r"/glossaire/#t-"))


@pytest.mark.parametrize(("path", "say"), [(PILLAR, "Voir au glossaire"), (PILLAR_EN, "See in the glossary")])
def test_what_a_tap_explains_is_announced_and_what_is_pointed_at_is_not(phone, address, path, say):
    """The focus stays on the link: a live region, there from the start, says the definition and the way on."""
    phone.goto(address + path)
    term, said = phone.locator(TERM).first, phone.locator("#tooltip-said")
    expect(said).to_have_role("status")
    expect(said).to_be_empty()
    term.hover()
    expect(phone.locator(TOOLTIP)).to_be_visible()
    expect(said).to_be_empty()
    phone.keyboard.press("Escape")
    term.tap()
    tree = said.aria_snapshot()
    assert tree.startswith("- status:") and "- tooltip" in tree and f'link "{say}"' in tree
    phone.keyboard.press("Escape")
    expect(said).to_be_empty()


@pytest.mark.parametrize(
    ("path", "link", "say"),
    [(PILLAR, "note-", "Voir dans les références"), (PILLAR_EN, "t-", "See in the glossary")],
)
def test_a_tooltip_says_where_its_link_leads(phone, address, path, link, say):
    phone.goto(address + path)
    phone.locator(f".article__text p a[href*='#{link}']").first.tap()
    expect(phone.get_by_role("link", name=say, exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["", "en/", "exemples/", "en/examples/"])
def test_no_tooltip_covers_what_says_where_links_lead(page, address, path):
    page.goto(address + path)
    assert page.locator(".article a").count() > 12
    assert page.locator(".article a").evaluate_all("nodes => nodes.filter((node) => node.dataset.title)") == []


def test_a_tap_follows_any_other_link(phone, address):
    phone.goto(address + PILLAR)
    phone.locator(".article__text a[href*='exemples/']").first.tap()
    phone.wait_for_url(re.compile(r"/exemples/"))


def test_no_page_asks_another_host_or_moves_under_its_reader(browser, address):
    """`visit` sees to the hosts; nothing shifts while a page loads."""
    for viewport in (NARROW, WIDE):
        with visit(browser, viewport=viewport) as page:
            page.add_init_script(
                "window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach("
                "entry => { window.shifts += entry.value; })).observe({ type: 'layout-shift', buffered: true });"
            )
            for path in (*KINDS, *LONG):
                page.goto(address + path)
                page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
                assert page.evaluate("shifts") == 0, f"{path} at {viewport['width']} px"


def test_the_choice_of_colours_is_kept(browser, address):
    paper = "getComputedStyle(document.body).backgroundColor"
    with visit(browser, color_scheme="light") as page:
        page.goto(address + PILLAR)
        light = page.evaluate(paper)
        page.click("[popovertarget=scheme]")
        page.click("[data-scheme-choice=dark]")
        dark = page.evaluate(paper)
        assert dark != light
        for path in (PILLAR, "en/", "404.html"):
            page.goto(address + path)
            assert page.evaluate(paper) == dark, path
        page.click("[popovertarget=scheme]")
        expect(page.locator("[data-scheme-choice=dark]")).to_have_attribute("aria-pressed", "true")
        page.click("[data-scheme-choice=auto]")
        page.reload()
        assert page.evaluate(paper) == light
        page.emulate_media(color_scheme="dark")
        assert page.evaluate(paper) == dark


def test_parts_in_another_language_say_so(page, address):
    page.goto(address + "modeles/vitres-brisees/")
    expect(page.locator(".article [lang=en]").filter(has_text="Broken Windows theory").first).to_be_visible()
