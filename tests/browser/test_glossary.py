"""The glossary, narrowed as one types: what is found, said and kept in the address; its entries, open where linked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from readers import NARROW, visit

GLOSSARIES = ("glossaire/", "en/glossary/")
ENTRIES, FIELD, COUNT = ".entry:visible", "#narrow-text", ".narrow output"


def names(page: Page) -> list[str]:
    return page.locator(f"{ENTRIES} h3").evaluate_all("nodes => nodes.map((node) => node.id)")


@pytest.mark.parametrize(
    ("path", "typed", "id_"),
    [
        ("glossaire/", "emipic", "t-emipic"),  # without its accent
        ("glossaire/", "SECURISATION cult", "t-securisation-culturelle"),  # words in part, in capitals
        ("glossaire/", "appels d’urgence", "t-911"),  # an alias
        ("glossaire/", "hate crime", "t-crime-haineux"),  # the name in the other language
        ("en/glossary/", "disaster", "t-dus"),  # a word of the definition
    ],
)
def test_the_entries_that_hold_what_is_typed_are_left(page, address, path, typed, id_):
    page.goto(address + path)
    everything = page.locator(ENTRIES).count()
    page.fill(FIELD, typed)
    expect(page.locator(f"#{id_}")).to_be_visible()
    left = names(page)
    assert 0 < len(left) < everything / 4
    expect(page.locator(COUNT)).to_have_text(re.compile(rf"\b{len(left)}\b.*\b{everything}$"))
    groups = page.locator(".entries:visible")
    assert [group.locator(ENTRIES).count() > 0 for group in groups.all()] == [True] * groups.count()


def test_nothing_is_found_where_a_term_is_only_used(page, address):
    """« Employé dans » would find most entries by the name of a pillar."""
    page.goto(address + "glossaire/")
    page.fill(FIELD, "P1.3")
    expect(page.locator(COUNT)).to_contain_text("0")
    assert names(page) == []


@pytest.mark.parametrize("path", GLOSSARIES)
def test_what_is_typed_stays_in_the_address_and_out_of_the_history(page, address, path):
    page.goto(address)
    page.goto(address + path)
    everything = page.locator(ENTRIES).count()
    page.locator(FIELD).press_sequentially("police de")
    assert page.url.endswith("?q=police+de")
    left = names(page)
    page.reload()
    expect(page.locator(FIELD)).to_have_value("police de")
    assert names(page) == left
    page.focus(FIELD)
    page.keyboard.press("Escape")
    expect(page.locator(ENTRIES)).to_have_count(everything)
    expect(page.locator(FIELD)).to_be_focused()
    assert "?" not in page.url
    page.fill(FIELD, "réseau")
    page.click(".narrow [type=reset]")
    expect(page.locator(ENTRIES)).to_have_count(everything)
    page.go_back()
    page.wait_for_url(address)


def test_a_link_to_an_entry_opens_it_even_where_it_was_left_out(page, address):
    page.goto(f"{address}glossaire/?q=itinerance#t-spal")
    entry = page.locator(".entry", has=page.locator("#t-spal"))
    expect(entry.locator("dl")).to_be_visible()
    expect(page.locator("#t-spal")).to_be_in_viewport()
    expect(page.locator("details:visible:has(dl:visible)")).to_have_count(1)
    entry.locator("dd a[href='#t-reso']").click()
    expect(page.locator(".entry:has(#t-reso) dl")).to_be_visible()


@pytest.mark.parametrize("path", GLOSSARIES)
def test_the_words_of_the_guide_stand_apart_from_the_policy_s(page, address, path):
    page.goto(address + path)
    apart = page.locator(".entries", has=page.locator("#mots-du-guide"))
    assert set(apart.locator("h3").evaluate_all("nodes => nodes.map((node) => node.id)")) >= {"t-apa", "t-qr", "t-wcag"}
    assert "t-911" not in (apart.inner_html())
    assert page.locator("h3").last.get_attribute("id") == apart.locator("h3").last.get_attribute("id")


def test_without_a_script_every_entry_stands_and_no_field(browser, address):
    with visit(browser, java_script_enabled=False, viewport=NARROW) as page:
        page.goto(f"{address}glossaire/?q=reso")
        expect(page.locator(ENTRIES)).to_have_count(page.locator(".entry").count())
        expect(page.locator(".narrow")).to_be_hidden()
        page.locator("summary:visible").nth(3).click()
        expect(page.locator(".entry dl:visible")).to_have_count(1)


def test_on_paper_every_entry_is_whole(page, address):
    page.goto(address + "en/glossary/")
    page.emulate_media(media="print")
    facts = page.locator(".entry dl")
    assert facts.count() > 100
    assert facts.evaluate_all("nodes => nodes.every((node) => node.checkVisibility({ contentVisibilityAuto: true }))")
