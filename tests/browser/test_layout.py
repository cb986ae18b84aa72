"""Narrow screens, large type, large fingers and paper: nothing is lost, cut off or too small."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from readers import KINDS, LONG, NARROW, PILLAR, WIDE, visit

OVERFLOW = """() => document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll("body *")]
    .filter((node) => node.getBoundingClientRect().right > innerWidth)
    .slice(0, 5).map((node) => node.outerHTML.slice(0, 99))"""


def test_no_page_scrolls_sideways_at_320_pixels(browser, address, every):
    with visit(browser, viewport={"width": 320, "height": 640}) as page:
        for path in (*every, *KINDS):
            page.goto(address + path)
            assert not page.evaluate(OVERFLOW), path


@pytest.mark.parametrize("width", [360, 768, 1024, 1280])
def test_an_address_leads_to_a_heading_in_sight(browser, address, width):
    """Below the header, which stays at the top of a wide screen (WCAG 2.4.11)."""
    with visit(browser, viewport={"width": width, "height": 800}) as page:
        page.goto(f"{address}en/pillars/proactivity/#prevention")
        heading, header = page.locator("#prevention").bounding_box(), page.locator(".header").bounding_box()
        assert max(0, header["y"] + header["height"]) <= heading["y"] < 200


@pytest.mark.parametrize("width", [320, 1280])
def test_the_heading_of_a_lone_paragraph_begins_its_first_line(browser, address, width):
    """In a record; it stays a heading, and one above a list keeps a line of its own."""
    with visit(browser, viewport={"width": width, "height": 800}) as page:
        page.goto(f"{address}exemples/equipe-reso/")
        expect(page.get_by_role("heading", level=2, name="Le besoin", exact=True)).to_be_visible()
        places = (page.locator(f".article__text {one}") for one in ("#besoin", "#besoin + p", "#fonctionnement"))
        need, text, after = (place.bounding_box() for place in places)
        assert need["y"] == pytest.approx(text["y"], abs=2)
        assert after["y"] >= text["y"] + text["height"]
        page.goto(f"{address}exemples/srcq/")
        apart, below = (page.locator(f".article__text {one}").bounding_box() for one in ("#besoin", "#besoin + p"))
        assert below["y"] >= apart["y"] + apart["height"]


def test_the_address_of_a_section_that_says_nothing_leads_to_the_line_that_says_so(page, address):
    page.goto(f"{address}exemples/sqtv/#resultats")
    expect(page.locator(".unsaid #resultats:target")).to_be_in_viewport()
    expect(page.locator(".toc__link[href='#resultats']")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_type_of_twice_the_size_loses_nothing(browser, address, width):
    """The reader's own size of type, as set in the browser (WCAG 1.4.4)."""
    with visit(browser, viewport={"width": width, "height": 900}) as page:
        session = page.context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        for path in (*KINDS, "glossaire/"):
            page.goto(address + path)
            assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
            assert not page.evaluate(OVERFLOW), path
            assert not (clipped := page.evaluate(CLIPPED)), f"{path}: {clipped}"


SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_spaced_text_loses_nothing(browser, address, width):
    """The reader's own spacing, which also stands for a wide typeface (WCAG 1.4.12)."""
    with visit(browser, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        for path in (*KINDS, "glossaire/"):
            page.goto(address + path)
            page.add_style_tag(content=SPACED)
            assert not page.evaluate(OVERFLOW), path
            assert not (clipped := page.evaluate(CLIPPED)), f"{path}: {clipped}"


# A window of 1280 by 720 at 200 %, and of 1280 by 1024 at 400 %, which is as low as it is narrow.
ZOOMED = {"200 %": {"width": 640, "height": 360}, "400 %": {"width": 320, "height": 256}}


@pytest.mark.parametrize("viewport", ZOOMED.values(), ids=ZOOMED)
def test_a_page_that_is_zoomed_loses_nothing(browser, address, viewport):
    """Nor does what stays in sight leave too little room to read (WCAG 1.4.4, 1.4.10)."""
    with visit(browser, viewport=viewport) as page:
        for path in (*KINDS, "glossaire/"):
            page.goto(address + path)
            assert not page.evaluate(OVERFLOW), path
            assert not (clipped := page.evaluate(CLIPPED)), f"{path}: {clipped}"
            page.evaluate("scrollTo(0, 600)")
            assert page.evaluate(STUCK) <= viewport["height"] / 3, path


# The height that what stays in sight takes of a page that has moved up.
STUCK = """() => Math.max(0, ...[...document.querySelectorAll("body *")]
    .filter((node) => ["fixed", "sticky"].includes(getComputedStyle(node).position) && node.checkVisibility())
    .map((node) => node.getBoundingClientRect())
    .filter(({ bottom, width }) => bottom > 0 && width > innerWidth / 2).map(({ height }) => height))"""

# Controls whose words do not fit in them, or that stand outside of the screen; and whatever hides a part of itself.
CLIPPED = """() => {
    const isUnseen = (node) => node && (getComputedStyle(node).clipPath !== "none" || isUnseen(node.parentElement));
    const isWider = (node) => node.scrollWidth > node.clientWidth + 1;
    const isTaller = (node) => node.scrollHeight > node.clientHeight + 1;
    const shown = (nodes) => [...document.querySelectorAll(nodes)].filter((node) => node.checkVisibility());
    return shown("header :is(a, button), .toc__title, .narrow :is(input, output)")
        .filter((node) => isWider(node) && node.clientWidth || node.getBoundingClientRect().right > innerWidth)
        .concat(shown("body :not(svg, svg *)").filter((node) => getComputedStyle(node).overflow.includes("hidden"))
            .filter((node) => !node.matches(".bar__title")) // its whole text is the heading that it names
            .filter((node) => (isWider(node) || isTaller(node)) && !isUnseen(node)))
        .map((node) => node.outerHTML.slice(0, 99));
}"""

# A link in a sentence is as large as its text (WCAG 2.5.8); whatever else is pressed is 24 pixels or more each way.
SMALL = """() => [...document.querySelectorAll("a[href], button, select, input, summary")]
    .filter((node) => node.checkVisibility() && !node.closest(".visually-hidden, .skip"))
    .filter((node) => !node.closest(".article__text :is(p, li, td, dd, h2, h3), .article__head, .footer p, .hero p"))
    .map((node) => [node.outerHTML.slice(0, 99), node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([html, { width, height }]) => `${html} is ${width} by ${height}`)"""


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_controls_are_large_enough(browser, address, viewport):
    with visit(browser, viewport=viewport) as page:
        for path in (*KINDS, "glossaire/"):
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('.toc').forEach((node) => { node.open = true; })")
            assert page.evaluate(SMALL) == [], path
        page.goto(address + PILLAR)
        page.locator(".cite-links__open").first.click()
        expect(page.locator("dialog[open]")).to_be_visible()
        sizes = page.locator("dialog[open] button:visible, .cite-links :is(a, button)").evaluate_all(
            "nodes => nodes.map((node) => node.getBoundingClientRect()).map(({ width, height }) => [width, height])"
        )
        assert min(side for size in sizes for side in size) >= 24


FURNITURE = (
    "nav, .toc, .search, .tools, .menu-button, .skip, .bar, .narrow, .compare, .turn, dialog, .cite-links, .tooltip"
)


def test_any_page_prints_cleanly(browser, address):
    """No furniture, dark on white whatever the scheme, nothing wider than the paper, and where links lead."""
    with visit(browser, viewport={"width": 700, "height": 900}, color_scheme="dark") as page:
        for path in (*KINDS, *LONG):
            page.goto(address + path)
            page.emulate_media(media="print")
            shown = page.locator(FURNITURE).evaluate_all("nodes => nodes.filter((node) => node.checkVisibility())")
            assert shown == [], path
            ink = page.locator("main").evaluate("node => getComputedStyle(node).color")
            assert max(map(int, re.findall(r"\d+", ink)[:3])) < 60, path
            assert not page.evaluate(OVERFLOW), path
            unsaid = page.locator("a[href^=http]:visible").evaluate_all(
                "nodes => nodes.filter((node) => !getComputedStyle(node, '::after').content.includes(node.href)"
                " && !node.textContent.includes(node.getAttribute('href'))).map((node) => node.outerHTML)"
            )
            assert unsaid == [], path


def test_the_whole_guide_becomes_a_document(page, address):
    page.goto(address + "imprimer/")
    paper = page.pdf(format="Letter")
    assert paper.startswith(b"%PDF-") and paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") > 40
