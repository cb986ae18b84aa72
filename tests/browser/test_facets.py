"""The list of examples, narrowed: counts, choices in the address, and everything without scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from engine import staging
from kb.read.reader import read
from readers import MENU, NARROW, PILLAR, PILLAR_EN, visit

FACETS: dict[str, Callable] = {
    "clientele": lambda record: record.clientele,
    "initiative": lambda record: record.initiative,
    "place": lambda record: {record.place} - {"undocumented"},
    "pillar": lambda record: [record.pillar],
}
EXAMPLES = ("exemples/", "en/examples/")
CARDS, COUNT, ALL = ".example:visible", ".narrow output", ".chip[type=reset]"


@pytest.fixture(scope="module")
def records() -> list:
    return [page.record for page in read(staging.PROJECT).examples]


def chip(page: Page, facet: str, value: str):
    return page.locator(f".chip[name={facet}][value={value}]")


def offered(page: Page, facet: str) -> dict[str, int]:
    """What the chips of a facet offer: value → the number that each shows."""
    chips = page.locator(f".chip[name={facet}]").all()
    return {chip.get_attribute("value"): int(re.search(r"\((\d+)\)$", chip.inner_text())[1]) for chip in chips}


@pytest.mark.parametrize("path", EXAMPLES)
def test_the_counts_of_the_chips_are_those_of_the_records(page, address, records, path):
    page.goto(address + path)
    expect(page.locator(CARDS)).to_have_count(len(records))
    for facet, values in FACETS.items():
        assert offered(page, facet) == Counter(value for record in records for value in values(record)), facet
    for pillar in {record.pillar for record in records}:
        chip(page, "pillar", pillar).click()
        left = [record for record in records if record.pillar == pillar]
        expect(page.locator(CARDS)).to_have_count(len(left))
        expect(page.locator(COUNT)).to_contain_text(str(len(left)))
        for facet, values in FACETS.items():
            if facet != "pillar":
                counts = Counter(value for record in left for value in values(record))
                assert {value: count for value, count in offered(page, facet).items() if count} == counts, facet
        expect(chip(page, "pillar", pillar)).to_have_attribute("aria-pressed", "true")
        expect(page.locator(ALL)).to_have_attribute("aria-pressed", "false")
        page.click(ALL)
        expect(page.locator(CARDS)).to_have_count(len(records))


def test_values_of_a_facet_add_up_and_facets_narrow(page, address, records):
    page.goto(address + "exemples/")
    for value in ("crisis", "homelessness"):
        chip(page, "clientele", value).click()
    wanted = [record for record in records if {"crisis", "homelessness"} & set(record.clientele)]
    expect(page.locator(CARDS)).to_have_count(len(wanted))
    chip(page, "place", "montreal").focus()
    page.keyboard.press("Space")
    expect(page.locator(CARDS)).to_have_count(len([record for record in wanted if record.place == "montreal"]))
    assert 0 < page.locator(CARDS).count() < len(wanted)


@pytest.mark.parametrize("path", EXAMPLES)
def test_one_chip_gives_the_three_teams_of_social_response(page, address, path):
    page.goto(address + path)
    chip(page, "initiative", "social-response").click()
    left = page.locator(f"{CARDS} h3").evaluate_all("nodes => nodes.map((node) => node.id)")
    assert set(left) == {"liste-esup", "liste-emrii", "liste-urgence-psychosociale"}


@pytest.mark.parametrize("path", EXAMPLES)
def test_the_choices_live_in_the_address_and_take_one_place_in_the_history(page, address, path):
    page.goto(address)
    page.goto(address + path)
    everything = page.locator(CARDS).count()
    chip(page, "pillar", "proactivite").click()
    page.locator(".chip[name=initiative]:enabled").last.click()
    shown = page.locator(CARDS).all_inner_texts()
    assert "pillar=proactivite" in page.url and "initiative=" in page.url and 0 < len(shown) < everything
    page.reload()
    expect(chip(page, "pillar", "proactivite")).to_have_attribute("aria-pressed", "true")
    assert page.locator(CARDS).all_inner_texts() == shown
    page.click(ALL)
    expect(page.locator(CARDS)).to_have_count(everything)
    assert "?" not in page.url
    page.go_back()
    page.wait_for_url(address)


def test_on_a_phone_facets_are_folded_but_for_what_is_chosen(phone, address):
    phone.goto(address + "exemples/")
    expect(phone.locator(".facet")).to_have_count(len(FACETS))
    expect(phone.locator(".facet[open]")).to_have_count(0)
    pillar = phone.locator(".facet", has=phone.locator(".chip[name=pillar]"))
    pillar.locator("summary").tap()
    assert min(chip.bounding_box()["height"] for chip in pillar.locator(".chip").all()) >= 44
    pillar.locator(".chip").last.tap()
    expect(pillar.locator("summary")).to_have_text(re.compile(r"Pilier choix\s: 1"))
    phone.reload()
    expect(phone.locator(".facet[open]")).to_have_count(1)
    expect(pillar.locator(".chip[aria-pressed=true]")).to_be_visible()


@pytest.mark.parametrize("path", [*EXAMPLES, "modeles/?m=m4,m8", "en/models/?m=m4,m8"])
def test_no_chip_stands_outside_a_phone_s_screen(phone, address, path):
    phone.goto(address + path)
    for summary in phone.locator(".facet summary").all():
        summary.tap()
    boxes = [chip.bounding_box() for chip in phone.locator(".chip:visible").all()]
    assert len(boxes) == phone.locator(".chip").count()
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"] for box in boxes)


def test_a_choice_in_an_address_that_no_longer_exists_is_left_out(page, address, records):
    page.goto(f"{address}exemples/?pillar=autrefois&place=longueuil")
    left = [record for record in records if record.place == "longueuil"]
    expect(page.locator(CARDS)).to_have_count(len(left))


def test_without_a_script_everything_is_listed_and_reached(browser, address, records):
    with visit(browser, java_script_enabled=False, viewport=NARROW) as page:
        for path in EXAMPLES:
            page.goto(address + path)
            expect(page.locator(CARDS)).to_have_count(len(records))
            expect(page.locator(".narrow")).to_be_hidden()
        page.goto(address + PILLAR)
        expect(page.locator("[popovertarget=scheme]")).to_be_hidden()
        page.click(MENU)
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
