"""By keyboard alone: every function is reached, the focus is seen, nothing traps it (WCAG 2.2: 2.1.1, 2.1.2, 2.4.7,
2.4.11)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from readers import MENU, NARROW, PILLAR, PILLAR_EN, WIDE, visit

FOCUSED = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const style = getComputedStyle(node), rects = [...node.getClientRects()];
    const hit = rects.some(({ left, right, top, bottom }) => {
        const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return found && (node.contains(found) || found.contains(node) && found.closest("a, button, label") === found);
    });
    return {
        html: node.outerHTML.slice(0, 120),
        stop: Number(node.dataset.stop ?? -1),
        seen: hit,
        ring: node.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""
# Numbers every place that the focus should come to, and says how many there are.
NUMBER = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }))
    .map((node, at) => { node.dataset.stop = at; }).length"""


def walk(page: Page, key: str, limit: int) -> list[dict]:
    """What has the focus at each press of `key`, until it leaves the page."""
    steps = []
    for _ in range(limit):
        page.keyboard.press(key)
        step = page.evaluate(FOCUSED)
        if step is None:
            break
        assert step["seen"], f"hidden at {key}: {step['html']}"
        assert step["ring"], f"no ring at {key}: {step['html']}"
        steps.append(step)
    return steps


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("path", ["", PILLAR, "en/examples/reso-team/", "exemples/", "en/models/", "404.html"])
def test_the_keyboard_reaches_everything_and_is_never_trapped(browser, address, path, viewport):
    with visit(browser, viewport=viewport) as page:
        page.goto(address + path)
        count = page.evaluate(NUMBER)
        assert count > 5
        assert [step["stop"] for step in walk(page, "Tab", count + 5)] == list(range(count))
        assert [step["stop"] for step in walk(page, "Shift+Tab", count)] == list(reversed(range(count)))


@pytest.mark.parametrize("path", [PILLAR_EN, "liens/"])
def test_the_keyboard_reaches_what_is_zoomed(browser, address, path):
    """A window of 1280 by 1024 pixels at 400 %."""
    with visit(browser, viewport={"width": 320, "height": 256}) as page:
        page.goto(address + path)
        count = page.evaluate(NUMBER)
        assert [step["stop"] for step in walk(page, "Tab", count + 5)] == list(range(count))


@pytest.mark.parametrize("path", ["glossaire/", "en/references/", "en/print/", "citer/p1-3/"])
def test_the_keyboard_gets_through_long_pages(page, address, path):
    """The first stops, then the last ones and out, forward and back."""
    page.goto(address + path)
    count = page.evaluate(NUMBER)
    assert [step["stop"] for step in walk(page, "Tab", 40)] == list(range(min(40, count)))
    start = max(0, count - 30)
    page.focus(f"[data-stop='{start}']")
    assert [step["stop"] for step in walk(page, "Tab", 40)] == list(range(start + 1, count))
    assert [step["stop"] for step in walk(page, "Shift+Tab", 30)] == list(reversed(range(count)))[:30]


@pytest.mark.parametrize("path", ["", "en/", PILLAR, "404.html"])
def test_the_skip_link_comes_first_and_leads_to_the_text(page, address, path):
    page.goto(address + path)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("button", "panel"), [(MENU, "#menu"), ("[popovertarget=scheme]", "#scheme")])
@pytest.mark.parametrize("path", ["", "en/pillars/closer-ties/"])
def test_what_a_button_opens_is_entered_and_left_by_keyboard(browser, address, path, button, panel):
    with visit(browser, viewport=NARROW) as page:
        page.goto(address + path)
        page.focus(button)
        page.keyboard.press("Enter")
        expect(page.locator(panel)).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate(f"document.activeElement.closest('{panel}') !== null")
        assert page.evaluate(FOCUSED)["seen"]
        page.keyboard.press("Escape")
        expect(page.locator(panel)).to_be_hidden()
        expect(page.locator(button)).to_be_focused()


def test_the_menu_closes_by_its_own_button(phone, address):
    phone.goto(address + PILLAR)
    phone.tap(MENU)
    expect(phone.locator("#menu [aria-current=page]")).to_be_visible()
    phone.tap(".nav__close")
    expect(phone.locator("#menu")).to_be_hidden()


def test_a_citation_opens_and_closes_by_keyboard(page, address):
    page.goto(address + PILLAR)
    link = page.locator(".cite-links__open").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("fragment", ["%", "%E9", "100%"])
def test_a_fragment_that_is_no_text_stops_nothing(page, address, fragment):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}r/p1-3/#{fragment}")
    page.wait_for_url("**/piliers/rapprochement/#representativite")
    page.goto(f"{address}{PILLAR}#{fragment}")
    page.click("#language")
    page.wait_for_url(f"{address}{PILLAR_EN}**")
    assert errors == []
