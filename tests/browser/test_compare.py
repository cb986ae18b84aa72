"""Two or three models side by side: what is chosen, where it stands, and how it is shown and printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from engine import staging
from kb.read.reader import read
from readers import NARROW, visit

MODELS = ("modeles/", "en/models/")
SIDE, LISTS = ".compared table", ".article__text > table:visible"


@pytest.fixture(scope="module")
def records() -> dict:
    """The records of the models by the mark that an address has."""
    return {page.record.mark.lower(): page.record for page in read(staging.PROJECT).models}


def choose(page: Page, *marks: str) -> None:
    for mark in marks:
        page.click(f".chip[value={mark}]")


def rows(page: Page) -> list[str]:
    return page.locator(f"{SIDE} tbody th").all_inner_texts()


@pytest.mark.parametrize("path", MODELS)
def test_two_models_that_are_chosen_become_columns(page, address, records, path):
    page.goto(address + path)
    lists = page.locator(LISTS).count()
    choose(page, "m8")
    expect(page.locator(SIDE)).to_have_count(0)
    expect(page.locator(LISTS)).to_have_count(lists)
    choose(page, "m4")
    expect(page.locator(f"{SIDE} thead th")).to_have_count(2)
    expect(page.locator(LISTS)).to_have_count(0)
    assert page.url.endswith("?m=m4,m8")
    said, language = page.locator(SIDE).inner_text(), "en" if path.startswith("en/") else "fr"
    for record in (records["m4"], records["m8"]):
        for text in (record.idea, record.mechanism, *([] if record.caution == "undocumented" else [record.caution])):
            assert text[language].replace("'", "’")[:40] in said.replace("\u00a0", " ")
    assert page.locator(f"{SIDE} a[href*='#']").count() >= len(records["m4"].principles)
    page.reload()
    assert page.locator(SIDE).inner_text() == said
    page.click(".compare .chip[type=reset]")
    expect(page.locator(LISTS)).to_have_count(lists)
    assert "?" not in page.url


def test_the_row_of_cautions_is_there_for_models_that_have_one(page, address, records):
    silent = [mark for mark, record in records.items() if record.caution == "undocumented"]
    cautious = next(mark for mark in records if mark not in silent)
    page.goto(f"{address}modeles/?m={','.join(silent[:2])}")
    without = rows(page)
    page.goto(f"{address}modeles/?m={silent[0]},{cautious}")
    assert len(rows(page)) == len(without) + 1
    assert (
        page.locator(f"{SIDE} tr", has_text="Mise en garde")
        .locator("td")
        .nth(0 if silent[0] < cautious else 1)
        .inner_text()
        == "—"
    )


def test_there_are_three_at_most_and_what_no_model_has_is_left_out(page, address):
    page.goto(f"{address}modeles/?m=m1,autre,m3,m5,m7")
    expect(page.locator(f"{SIDE} thead th")).to_have_count(3)
    expect(page.locator(".compare .chip:disabled")).to_have_count(6)
    choose(page, "m3")
    expect(page.locator(".compare .chip:disabled")).to_have_count(0)
    assert page.url.endswith("?m=m1,m5")


def test_columns_stand_side_by_side_and_rows_stack_on_a_phone(browser, address):
    for width, beside in ((360, False), (768, True), (1280, True)):
        with visit(browser, viewport={"width": width, "height": 800}) as page:
            page.goto(f"{address}en/models/?m=m4,m8")
            first, second = (
                page.locator(f"{SIDE} tbody tr").first.locator("td").nth(at).bounding_box() for at in (0, 1)
            )
            assert (first["y"] == second["y"]) == beside, width
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


@pytest.mark.parametrize("path", MODELS)
def test_the_comparison_is_one_sheet_of_paper(page, address, path):
    page.goto(f"{address}{path}?m=m2,m4,m6")
    assert page.pdf(format="Letter").count(b"/Type /Page\n") == 1


def test_the_other_language_compares_the_same_models(page, address):
    page.goto(f"{address}modeles/?m=m4,m8")
    page.click("#language")
    page.wait_for_url("**/en/models/?m=m4,m8*")
    expect(page.locator(f"{SIDE} thead th")).to_have_count(2)


def test_without_a_script_the_page_is_whole(browser, address):
    with visit(browser, java_script_enabled=False, viewport=NARROW) as page:
        page.goto(f"{address}modeles/?m=m4,m8")
        expect(page.locator(".compare")).to_be_hidden()
        expect(page.locator(LISTS)).to_have_count(3)
