"""The list of examples, narrowed: counts, choices in the address, and everything without scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from engine import staging
from kb.read.reader import read
from readers import NARROW, PILLAR, PILLAR_EN, visit

FACETS: dict[str, Callable] = {
    "pillar": lambda record: [record.pillar],
    "organisation": lambda record: record.organisations,
    "place": lambda record: [record.place],
    "decade": lambda record: {f"{milestone.date[:3]}X" for milestone in record.milestones},
    "clientele": lambda record: record.clientele,
    "initiative": lambda record: [record.initiative],
}
EXAMPLES = ("exemples/", "en/examples/")
CARDS = ".example:visible"


@pytest.fixture(scope="module")
def records() -> list:
    return [page.record for page in read(staging.PROJECT).examples]


def offered(page: Page, facet: str) -> dict[str, int]:
    """What the list of a facet offers: value → the number that it shows."""
    options = page.locator(f"#facette-{facet} option:not([value=''])").all()
    return {option.get_attribute("value"): int(re.search(r"\((\d+)\)$", option.inner_text())[1]) for option in options}


@pytest.mark.parametrize("path", EXAMPLES)
def test_the_counts_of_the_facets_are_those_of_the_records(page, address, records, path):
    page.goto(address + path)
    expect(page.locator(CARDS)).to_have_count(len(records))
    for facet, values in FACETS.items():
        counts = Counter(value for record in records for value in values(record))
        assert offered(page, facet) == counts, facet
    for pillar in {record.pillar for record in records}:
        page.select_option("#facette-pillar", pillar)
        left = [record for record in records if record.pillar == pillar]
        expect(page.locator(CARDS)).to_have_count(len(left))
        expect(page.locator("#facettes-resultat")).to_contain_text(str(len(left)))
        for facet, values in FACETS.items():
            if facet != "pillar":
                counts = Counter(value for record in left for value in values(record))
                assert {value: count for value, count in offered(page, facet).items() if count} == counts, facet


@pytest.mark.parametrize("path", EXAMPLES)
def test_the_choices_live_in_the_address(page, address, path):
    page.goto(address + path)
    everything = page.locator(CARDS).count()
    page.select_option("#facette-pillar", "proactivite")
    possible = page.locator("#facette-initiative option:not([value='']):enabled").last
    page.select_option("#facette-initiative", possible.get_attribute("value"))
    chosen, shown = page.url, page.locator(CARDS).all_inner_texts()
    assert "pillar=proactivite" in chosen and "initiative=" in chosen and 0 < len(shown) < everything
    page.reload()
    expect(page.locator("#facette-pillar")).to_have_value("proactivite")
    assert page.locator(CARDS).all_inner_texts() == shown
    page.go_back()
    expect(page.locator("#facette-initiative")).to_have_value("")
    assert "initiative" not in page.url and page.locator(CARDS).count() >= len(shown)
    page.go_back()
    expect(page.locator(CARDS)).to_have_count(everything)
    page.go_forward()
    page.go_forward()
    assert page.url == chosen and page.locator(CARDS).all_inner_texts() == shown
    page.click(".facets button[type=reset]")
    expect(page.locator(CARDS)).to_have_count(everything)
    assert "?" not in page.url


def test_a_choice_in_an_address_that_no_longer_exists_is_left_out(page, address, records):
    page.goto(f"{address}exemples/?pillar=autrefois&place=longueuil")
    left = [record for record in records if record.place == "longueuil"]
    expect(page.locator(CARDS)).to_have_count(len(left))


def test_without_a_script_everything_is_listed_and_reached(browser, address, records):
    with visit(browser, java_script_enabled=False, viewport=NARROW) as page:
        for path in EXAMPLES:
            page.goto(address + path)
            expect(page.locator(CARDS)).to_have_count(len(records))
            expect(page.locator("#facettes")).to_be_hidden()
        page.goto(address + PILLAR)
        expect(page.locator("[popovertarget=scheme]")).to_be_hidden()
        page.click(".menu-button")
        expect(page.locator("#menu")).to_be_visible()
        page.keyboard.press("Escape")
        page.locator(".cite-links__open").first.click()
        page.wait_for_url(re.compile(r"/citer/p1/$"))
        page.go_back()
        page.click("#language")
        page.wait_for_url(address + PILLAR_EN)


def test_the_other_language_shows_the_same_choice(page, address):
    page.goto(f"{address}exemples/?pillar=proactivite&place=longueuil")
    shown = page.locator(CARDS).count()
    page.click("#language")
    page.wait_for_url(re.compile(r"/en/examples/\?pillar=proactivite&place=longueuil"))
    expect(page.locator(CARDS)).to_have_count(shown)
    page.click("#language")
    page.wait_for_url(re.compile(r"/guide/exemples/\?pillar=proactivite&place=longueuil"))
