"""What readers set or have: a low screen, large type, a theme of forced colours, a keyboard, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from readers import KINDS, MENU, NARROW, PILLAR, PILLAR_EN, WIDE, answered, visit

# A window of 1280 by 1024 at 400 %, one of 1280 by 720 at 200 %, a phone on its side and one with its keyboard.
LOW = {"400 %": (320, 256), "200 %": (640, 360), "on its side": (740, 180), "with a keyboard": (360, 400)}


def large_type(page: Page) -> None:
    """The reader's own size of type, twice the usual one."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


@pytest.mark.parametrize("size", LOW.values(), ids=LOW)
def test_every_result_of_the_search_is_reached_on_a_low_screen(browser, address, size):
    with visit(browser, viewport=dict(zip(("width", "height"), size, strict=True))) as page:
        page.goto(address + PILLAR_EN)
        page.keyboard.press("/")
        page.keyboard.type("police")
        options = page.locator(".find__option")
        expect(options.nth(5)).to_be_attached()
        for _ in range(3):
            page.keyboard.press("ArrowDown")
            expect(page.locator("[role=option][aria-selected=true]")).to_be_in_viewport(ratio=0.4)
            expect(page.locator(".find__input")).to_be_in_viewport(ratio=1)
        page.keyboard.type("x")
        page.keyboard.press("Backspace")
        answered(page)
        assert page.evaluate("document.querySelector('.find').scrollTop") == 0
        expect(page.locator(".find__text:empty")).to_have_count(0)  # what comes above the foot moves it
        page.locator(".find__foot input").focus()
        expect(page.locator(".find__foot input")).to_be_in_viewport(ratio=1)
        page.evaluate("document.getElementById('find-input').dispatchEvent(new Event('input'))")  # drawn late
        answered(page)
        expect(page.locator(".find__foot input")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", LOW.values(), ids=LOW)
def test_a_citation_is_read_on_a_low_screen(browser, address, size):
    with visit(browser, viewport=dict(zip(("width", "height"), size, strict=True))) as page:
        page.goto(address + PILLAR)
        page.locator(".cite-links__open").first.click()
        dialog = page.locator(".cite-dialog")
        expect(dialog).to_be_visible()
        dialog.evaluate("node => node.scrollTo(0, 400)")
        assert page.locator(".cite-dialog__head").bounding_box()["y"] < 0


@pytest.mark.parametrize("width", [640, 660, 690, 720])
def test_the_header_is_one_row_at_twice_the_zoom(browser, address, width):
    with visit(browser, viewport={"width": width, "height": 700}) as page:
        for path in ("", "en/", "modeles/", "en/models/"):
            page.goto(address + path)
            for row in (".header__inner > :visible", ".bar > :visible"):
                boxes = [part.bounding_box() for part in page.locator(row).all()]
                middles = [box["y"] + box["height"] / 2 for box in boxes]
                assert len(boxes) > 1 and max(middles) - min(middles) < 8, path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.parametrize("width", [360, 768, 1024, 1280])
def test_large_type_leaves_room_for_the_text(browser, address, width):
    """The name of the guide and one row of tools, or two; the table of five columns fits."""
    with visit(browser, viewport={"width": width, "height": 740}) as page:
        large_type(page)
        for path in ("", "modeles/"):
            page.goto(address + path)
            assert page.locator(".header").bounding_box()["height"] < 290, path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


# What is drawn in each colour, light on dark or dark on light, as the theme has it and not as the page would.
DRAWN = """() => {
    const colour = (css) => { probe.style.color = css; return getComputedStyle(probe).color; };
    const probe = document.body.appendChild(document.createElement("i"));
    const [paper, ink] = ["Canvas", "CanvasText"].map(colour);
    const boxes = [...document.querySelectorAll(".figure rect, .figure path")].map((node) => getComputedStyle(node))
        .filter(({ fill, stroke }) => ![paper, ink, "none"].includes(fill) || ![paper, ink, "none"].includes(stroke));
    const marks = [...document.querySelectorAll(".mark, h2[data-pillar]")].filter((node) => node.checkVisibility())
        .map((node) => getComputedStyle(node, "::before"))
        .filter(({ content, backgroundColor }) => content !== "none" && backgroundColor !== ink);
    const bars = [...document.querySelectorAll(":is(.nav__link, .toc__link):not([aria-current])")]
        .map((node) => getComputedStyle(node)).filter(({ borderLeftColor }) => borderLeftColor !== paper);
    const now = [...document.querySelectorAll("[aria-current=page].nav__link")].map((node) => getComputedStyle(node))
        .filter(({ borderLeftColor }) => borderLeftColor === paper);
    return { boxes: boxes.length, marks: marks.length, bars: bars.length, now: now.length };
}"""
FIGURES = ("politique/principes-et-strategies/", "en/policy/context/")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_theme_of_forced_colours_is_followed(browser: Browser, address, theme, choice):
    """Whatever scheme the reader chose on the page itself."""
    with visit(browser, forced_colors="active", color_scheme=theme) as page:
        page.goto(address)
        page.evaluate(f"localStorage.setItem('scheme', '{choice}')")
        for path in (PILLAR, "modeles/", *FIGURES):
            page.goto(address + path)
            expect(page.locator("html")).to_have_attribute("data-scheme", choice)
            assert page.evaluate(DRAWN) == dict.fromkeys(("boxes", "marks", "bars", "now"), 0), path


@pytest.mark.parametrize(("viewport", "rows"), [(NARROW, 3), (WIDE, 1)], ids=["narrow", "wide"])
def test_the_house_stands_on_columns_where_there_is_room(browser, address, viewport, rows):
    with visit(browser, viewport=viewport) as page:
        page.goto(address + FIGURES[0])
        assert len({pillar.bounding_box()["y"] for pillar in page.locator(".house .pillar").all()}) == rows


def test_the_menu_of_a_small_screen_keeps_the_focus(browser, address):
    with visit(browser, viewport=NARROW) as page:
        page.goto(address + PILLAR)
        page.focus(MENU)
        page.keyboard.press("Enter")
        expect(page.locator(".nav__close")).to_be_focused()
        links = page.locator("#menu a").count()
        for _ in range(2 * links + 4):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('#menu')"
            )
        page.keyboard.press("Escape")
        expect(page.locator(MENU)).to_be_focused()
        assert page.locator("[inert]").count() == 0


@pytest.mark.parametrize("path", [PILLAR, "exemples/"])
def test_the_ring_of_what_scrolls_is_whole(page, address, path):
    page.goto(address + path)
    cut = page.locator(".nav__link, .toc__link").evaluate_all(
        """nodes => nodes.filter((node) => node.checkVisibility()).filter((node) => {
            node.focus({ focusVisible: true });
            const { outlineOffset, outlineWidth } = getComputedStyle(node);
            return parseFloat(outlineOffset) + parseFloat(outlineWidth) > 0;
        }).map((node) => node.outerHTML)"""
    )
    assert cut == []


def test_contents_that_no_script_opens_are_not_said_to_be_closed(browser, address):
    with visit(browser, java_script_enabled=False) as page:
        page.goto(address + PILLAR)
        expect(page.locator(".toc__link").first).to_be_visible()
        expect(page.locator(".toc__title")).to_be_hidden()
    with visit(browser, java_script_enabled=False, viewport=NARROW) as page:
        page.goto(address + PILLAR)
        expect(page.locator(".toc__title")).to_be_visible()
        expect(page.locator(".toc__link").first).to_be_hidden()


@pytest.mark.parametrize("path", ["modeles/", "en/connections/"])
def test_the_contents_stand_beside_a_wide_table_where_both_have_room(browser, address, path):
    with visit(browser, viewport={"width": 1600, "height": 900}) as page:
        page.goto(address + path)
        table, contents = page.locator("main table").first.bounding_box(), page.locator(".toc").bounding_box()
        assert table["x"] + table["width"] < contents["x"]
        expect(page.locator(".toc__link").first).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": 900})
        expect(page.locator(".toc__link").first).to_be_hidden()


def test_every_heading_of_a_pillar_is_one_step_from_its_contents(page, address):
    page.goto(address + "piliers/proactivite/")
    ids = page.locator(".article__text :is(h2, h3)[id]").evaluate_all("nodes => nodes.map((node) => node.id)")
    listed = page.locator(".toc__link").evaluate_all("nodes => nodes.map((node) => node.hash.slice(1))")
    assert len(ids) > 20 and listed == ids


@pytest.mark.parametrize("width", [320, 360])
def test_a_mark_stands_above_a_heading_on_a_narrow_screen(browser, address, width):
    with visit(browser, viewport={"width": width, "height": 740}) as page:
        page.goto(address + PILLAR)
        mark, text = page.locator("#representativite").evaluate(
            """node => { const range = document.createRange(); range.selectNodeContents(node.lastChild);
                return [node.firstElementChild.getBoundingClientRect().bottom, range.getBoundingClientRect().top]; }"""
        )
        assert mark <= text + 1


def test_lists_without_a_sign_are_lists_to_voiceover(browser, address):
    """Safari takes the role from a list whose style is `none`, unless it stands in a navigation."""
    with visit(browser, viewport=WIDE) as page:
        for path in KINDS:
            page.goto(address + path)
            plain = page.locator("main :is(ul, ol)").evaluate_all(
                """nodes => nodes.filter((node) => !node.closest("nav, [role=list]")
                    && getComputedStyle(node).listStyleType === "none").map((node) => node.outerHTML)"""
            )
            assert plain == [], path


@pytest.mark.parametrize("path", ["nouveautes/", "en/changes/"])
def test_what_was_added_does_not_look_like_a_link(page, address, path):
    """Nor only its colour tells it from the rest (WCAG 1.4.1)."""
    page.goto(address + path)
    looks = """node => [getComputedStyle(node).textDecorationLine, getComputedStyle(node).outlineStyle]"""
    assert page.locator("ins").first.evaluate(looks) == ["none", "solid"]
    assert page.locator("del").first.evaluate(looks) == ["line-through", "none"]
    assert page.locator(".article__text h3 a").first.evaluate(looks) == ["underline", "none"]


def test_the_address_of_a_change_that_is_folded_away_opens_it(page, address):
    page.goto(address + "nouveautes/")
    name = page.locator("main details details h3").last
    expect(name).to_be_hidden()
    page.goto(f"{address}nouveautes/#{name.get_attribute('id')}")
    expect(name).to_be_in_viewport()


@pytest.mark.parametrize(("path", "say"), [("404.html", "Signaler"), ("en/404.html", "Report")])
def test_a_lost_reader_may_search_and_write(page, address, path, say):
    page.goto(address + path)
    expect(page.get_by_role("link", name=say)).to_have_attribute("href", re.compile(r"^mailto:.+\?subject=Page%20"))
    address_shown = page.locator(".feedback").inner_text().split()[-1]
    assert page.get_by_role("link", name=say).get_attribute("href").startswith(f"mailto:{address_shown}?")
    page.locator("main").get_by_role("searchbox").fill("victime")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(recherche|search)/\?q=victime"))
    expect(page.locator(".results li").first).to_be_visible()
