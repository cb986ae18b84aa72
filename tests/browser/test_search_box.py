"""The box of the search and its page of results: addresses, what is kept and marked, keys, weak results, phones."""

from __future__ import annotations

import re

import pytest
import yaml
from lxml import etree
from playwright.sync_api import Browser, Page, Route, expect

from content import PROJECT
from kb.text.typography import typeset
from readers import answered, visit
from sitefixture import SITE_URL

FIELD, OPTIONS, RESULTS = "#find-input", ".find__option", ".results a"
PLACES = {"fr": ("", "recherche/"), "en": ("en/", "en/search/")}
KEYBOARD = {"width": 360, "height": 370}  # a phone of 360 × 640 with its keyboard open
PHONE = {"has_touch": True, "is_mobile": True}
MARKED = """[...(CSS.highlights.get("found") ?? [])].map(
    ({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))"""
AXE = PROJECT / "node_modules/axe-core/axe.min.js"
QUESTIONS, SITUATIONS, SUBJECTS = (
    yaml.safe_load((PROJECT / f"docs/{name}").read_text("utf-8"))
    for name in ("questions.yml", "situations.yml", "elsewhere.yml")
)


def asked(page: Page, query: str) -> Page:
    """The box, open, with the results of a query."""
    page.keyboard.press("/")
    page.fill(FIELD, query)
    answered(page)
    expect(page.locator(OPTIONS).first).to_be_visible()
    return page


def query_of(page: Page) -> str:
    return page.input_value(FIELD)


@pytest.mark.parametrize("language", PLACES)
def test_an_address_opens_the_search(page: Page, address: str, language: str):
    page.goto(f"{address}{PLACES[language][0]}?q=concertation%20locale")
    expect(page.locator(FIELD)).to_have_value("concertation locale")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(address + PLACES[language][0])
    page.reload()
    expect(page.locator("dialog.find")).to_have_count(0)


def test_only_the_home_page_takes_a_query_from_its_address(page: Page, address: str):
    page.goto(f"{address}glossaire/?q=victime")
    page.wait_for_load_state("networkidle")
    expect(page.locator("dialog.find")).to_have_count(0)


@pytest.mark.parametrize("language", PLACES)
def test_the_page_of_results_has_them_all(page: Page, address: str, language: str):
    asked(page.goto(address + PLACES[language][0]) and page, "police")
    every = page.locator(".find__all")
    count = int(re.search(r"\d+", every.inner_text())[0])
    assert count > 20 == page.locator(OPTIONS).count()
    every.click()
    page.wait_for_url(f"{address}{PLACES[language][1]}?q=police")
    expect(page.locator(RESULTS)).to_have_count(count)
    page.wait_for_function("() => [...document.querySelectorAll('.results .find__text')].every((at) => at.textContent)")
    expect(page.locator("#results-query")).to_have_value("police")


def test_few_results_need_no_page_of_their_own(page: Page, address: str):
    page.goto(address)
    asked(page, "graffitis")
    assert page.locator(OPTIONS).count() <= 20
    expect(page.locator(".find__all")).to_be_hidden()


def test_the_page_of_results_asks_again_and_goes_back(page: Page, address: str):
    page.goto(f"{address}recherche/?q=graffitis")
    expect(page.locator(RESULTS).first).to_be_visible()
    before = page.locator(RESULTS).count()
    page.fill("#results-query", "victime")
    page.get_by_role("button", name="Rechercher", exact=True).last.click()
    expect(page.locator(RESULTS)).not_to_have_count(before)
    assert page.url.endswith("?q=victime")
    page.go_back()
    expect(page.locator("#results-query")).to_have_value("graffitis")
    expect(page.locator(RESULTS)).to_have_count(before)


def test_what_is_printed_has_every_excerpt(page: Page, address: str):
    page.goto(f"{address}recherche/?q=police")
    expect(page.locator(".results .find__text").first).not_to_be_empty()
    empty = page.evaluate("""() => {
        dispatchEvent(new Event("beforeprint"));
        return [...document.querySelectorAll(".results .find__text")].filter((node) => !node.textContent).length;
    }""")
    assert empty == 0


def test_the_page_of_results_says_what_it_needs(browser: Browser, address: str):
    with visit(browser, java_script_enabled=False) as page:
        for _, path in PLACES.values():
            page.goto(f"{address}{path}?q=police")
            links = page.locator("main p a[href]:not(.standing a)")
            assert links.count() == 2
            for at in range(2):
                assert page.request.get(links.nth(at).evaluate("node => node.href")).ok


def test_the_query_is_kept_where_a_result_leads_and_on_back(page: Page, address: str):
    page.goto(address)
    asked(page, "victimes")
    shown = page.locator(OPTIONS).count()
    page.locator(OPTIONS).nth(1).click()
    page.wait_for_url(lambda url: url != address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_value("victimes")
    assert page.evaluate("getSelection().toString()") == "victimes"
    page.keyboard.press("Escape")
    page.go_back()
    expect(page.locator(FIELD)).to_be_visible()
    assert query_of(page) == "victimes"
    expect(page.locator(OPTIONS)).to_have_count(shown)
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("dialog.find")).to_have_count(0)


@pytest.mark.parametrize("start", ["", "en/pillars/closer-ties/"])
def test_filters_are_kept_on_back(page: Page, address: str, start: str):
    page.goto(address + start)
    asked(page, "police")
    for name, value in (("kind", "example"), ("pillar", "proactivite")):
        page.locator(f"label:has([name={name}][value={value}])").click()
    answered(page)
    shown = page.locator(OPTIONS).all_inner_texts()
    page.locator(OPTIONS).first.click()
    page.wait_for_url(lambda url: url != address + start)
    page.go_back()
    expect(page.locator("[name=pillar][value=proactivite]")).to_be_checked()
    expect(page.locator("[name=kind][value=example]")).to_be_checked()
    expect(page.locator(".find__filters summary")).to_contain_text("(2)")
    expect(page.locator(OPTIONS)).to_have_count(len(shown))


def test_back_to_a_result_of_the_same_page(page: Page, address: str):
    page.goto(address + "piliers/rapprochement/")
    asked(page, "P1.3")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.find")).to_be_hidden()
    assert page.url.startswith(address + "piliers/rapprochement/#representativite")
    page.go_back()
    expect(page.locator(FIELD)).to_be_visible()
    page.go_forward()
    expect(page.locator(FIELD)).to_be_hidden()


@pytest.mark.parametrize("start", ["", "piliers/rapprochement/"])
def test_words_are_marked_on_arrival_until_escape(page: Page, address: str, start: str):
    page.goto(address + start)
    asked(page, "représentativité")
    page.locator(OPTIONS, has_text="P1.3").first.click()
    page.wait_for_function("() => CSS.highlights.has('found')")
    assert {word.lower() for word in page.evaluate(MARKED)} >= {"représentativité"}
    assert re.fullmatch(re.escape(address) + r"piliers/rapprochement/#[a-z-]+", page.url)
    assert page.locator("main mark").count() == 0
    page.keyboard.press("Escape")
    assert page.evaluate(MARKED) == []


@pytest.mark.parametrize("way", ["Control", "middle"])
@pytest.mark.parametrize("start", ["", "recherche/?q=représentativité"])
def test_words_are_marked_in_a_new_tab(page: Page, address: str, start: str, way: str):
    page.goto(address + start)
    if not start:
        asked(page, "représentativité")
    result = page.locator(RESULTS if start else OPTIONS, has_text="P1.3").first
    with page.context.expect_page() as opened:
        result.click(**({"button": "middle"} if way == "middle" else {"modifiers": ["Control"]}))
    opened.value.wait_for_function("() => CSS.highlights.has('found')")
    assert {word.lower() for word in opened.value.evaluate(MARKED)} >= {"représentativité"}
    assert page.evaluate(MARKED) == []
    assert page.evaluate("localStorage.getItem('search-arrival')") is None


def test_marks_are_gone_on_another_page_and_after_a_reload(page: Page, address: str):
    page.goto(address)
    asked(page, "concertation")
    page.locator(OPTIONS).first.click()
    page.wait_for_function("() => CSS.highlights.has('found')")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(MARKED) == []


def test_a_browser_without_highlights_marks_nothing(page: Page, address: str):
    page.add_init_script("delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined })")
    page.goto(address)
    asked(page, "concertation")
    page.locator(OPTIONS).first.click()
    page.wait_for_url(lambda url: url != address)


def test_the_empty_box_has_what_was_asked_lately_and_forgets_it(page: Page, address: str):
    page.goto(address)
    for query in ("un", "deux", "trois", "quatre", "cinq", "six", "deux"):
        asked(page, f"police {query}")
        page.locator(OPTIONS).first.click()
        expect(page.locator("dialog.find")).to_be_hidden()
        page.goto(address)
    page.keyboard.press("/")
    page.fill(FIELD, "")
    assert "police" not in page.evaluate("JSON.stringify(localStorage)")  # the computer may be shared
    recent = page.locator("li:has(.find__forget) .find__ask")
    wanted = ["deux", "six", "cinq", "quatre", "trois"]
    expect(recent).to_have_text([f"police {word}" for word in wanted])
    page.get_by_role("button", name="Oublier «\u00a0police six\u00a0»").click()
    expect(recent).to_have_text([f"police {word}" for word in wanted if word != "six"])
    recent.nth(1).click()
    expect(page.locator(FIELD)).to_have_value("police cinq")
    expect(page.locator(FIELD)).to_be_focused()
    page.fill(FIELD, "")
    page.get_by_role("button", name="Tout oublier").click()
    expect(recent).to_have_count(0)
    assert page.evaluate("sessionStorage.getItem('search-recent')") is None


def test_nothing_asked_leaves_the_browser(page: Page, address: str):
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.headers} {request.post_data}"))
    page.goto(address)
    asked(page, "zizanie concertation")
    page.locator(OPTIONS).first.click()
    page.wait_for_load_state("networkidle")
    assert sent and not [each for each in sent if "zizanie" in each]


@pytest.mark.parametrize("language", PLACES)
def test_the_empty_box_has_three_questions_that_are_answered(page: Page, address: str, language: str):
    page.clock.set_fixed_time("2026-11-28T12:00:00Z")
    page.goto(address + PLACES[language][0])
    page.keyboard.press("/")
    questions = page.locator(".find__asked .find__ask")
    expect(questions).to_have_count(3)
    said = questions.all_inner_texts()
    assert len(set(said)) == 3
    first = {typeset(entry["asked"][language][0], language): entry["id"] for entry in QUESTIONS}
    told = [first[question] in {situation["id"] for situation in SITUATIONS} for question in said]
    assert told == [True, True, False]
    for question in said:
        page.get_by_role("button", name=question, exact=True).click()
        expect(page.locator(OPTIONS).first).to_be_visible()
        assert query_of(page) == question
        expect(page.locator(".find__help")).to_be_empty()  # not weak
        page.fill(FIELD, "")
        expect(questions).to_have_text(said)
    page.clock.set_fixed_time("2026-11-29T12:00:00Z")
    page.reload()
    page.keyboard.press("/")
    expect(questions).to_have_count(3)
    assert questions.all_inner_texts() != said


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("p1-3", "piliers/rapprochement/#representativite"),
        ("LRSSS", "glossaire/#t-lrsss"),
        ("equipe mixte", "glossaire/#t-equipe-mixte"),
        ("victime police quartier", "recherche/?q=victime%20police%20quartier"),
        ("pilier 3", "piliers/proactivite/"),
        ("broken windows", "modeles/vitres-brisees/"),
        ("comment aider une victime", "recherche/?q=comment%20aider%20une%20victime"),
        ("xqzw", "recherche/?q=xqzw"),
    ],
)
def test_enter_opens_what_was_typed_whole_else_all_results(page: Page, address: str, query: str, place: str):
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(address + place) + "(#.*)?$"))


def test_enter_before_anything_has_loaded_is_answered(page: Page, address: str):
    page.goto(address)
    waiting: list[Route] = []
    page.route("**/assets/search/*.js", lambda route: waiting.append(route))
    page.keyboard.press("/")
    page.keyboard.type("E11")
    page.keyboard.press("Enter")
    while len(waiting) < 3:  # the code, the worker that answers and its data
        page.wait_for_timeout(20)
    assert page.url == address
    for route in waiting:
        route.continue_()
    page.unroute("**/assets/search/*.js")
    page.wait_for_url(address + "exemples/equipe-reso/*")


def test_enter_opens_what_the_arrows_chose(page: Page, address: str):
    page.goto(address)
    asked(page, "comment aider une victime")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[aria-selected=true]").evaluate("node => node.href")
    page.keyboard.press("Enter")
    page.wait_for_url(chosen)


def test_enter_in_the_empty_box_stays(page: Page, address: str):
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".find__ask").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.find")).to_be_visible()
    assert page.url == address


@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
@pytest.mark.parametrize(("query", "place"), [("E11", "reso"), ("aider une victime", "recherche/?q=")])
def test_a_key_opens_the_same_in_a_new_tab(page: Page, address: str, keys: str, query: str, place: str):
    page.goto(address)
    asked(page, query)
    if keys == "Meta+Enter":  # a browser of another system takes it for a plain click
        page.evaluate(
            "addEventListener('click', event => { globalThis.meta = event.metaKey; event.preventDefault(); })"
        )
        page.keyboard.press(keys)
        assert page.wait_for_function("() => globalThis.meta")
    else:
        with page.context.expect_page() as other:
            page.keyboard.press(keys)
        assert place in other.value.url
    expect(page.locator("dialog.find")).to_be_visible()
    assert page.url == address


def test_weak_results_say_so_and_lead_elsewhere(page: Page, address: str):
    page.goto(address)
    asked(page, "salaire horaire hypothèque partenariat")
    expect(page.locator(".find__status")).to_contain_text("peu de ce que vous cherchez")
    expect(page.locator(".find__subject")).to_have_text(
        re.compile(r"^Note du guide\s: La politique ne traite ni de la paie")
    )
    expect(page.get_by_role("link", name="Voir tout le glossaire")).to_be_visible()
    page.get_by_role("button", name="en anglais").click()
    assert page.locator(OPTIONS).first.get_attribute("href").startswith(address + "en/")


def test_strong_results_say_nothing_else(page: Page, address: str):
    page.goto(address)
    asked(page, "concertation")
    page.wait_for_timeout(600)  # longer than the pause after which the other language is asked
    expect(page.locator(".find__help")).to_be_empty()
    assert "peu" not in page.inner_text(".find__status")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "query"), [("fr", "police"), ("en", "xqzw salary"), ("en", "victim")])
def test_the_page_of_results_is_accessible(browser: Browser, address: str, language: str, query: str, scheme: str):
    with visit(browser, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(f"{address}{PLACES[language][1]}?q={query}")
        expect(page.locator(RESULTS).or_(page.locator(".find__subject")).first).to_be_visible()
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run('main')")["violations"]
        assert [f"{fault['id']} {fault['nodes'][0]['html']}" for fault in found] == []


def test_the_focus_stays_in_the_field(page: Page, address: str):
    """Where the button that had it goes away."""
    page.goto(address)
    asked(page, "graffitis")
    page.check("[name=kind][value=situation]")
    page.get_by_role("button", name="Retirer les filtres").click()
    expect(page.locator(FIELD)).to_be_focused()
    page.fill(FIELD, "everything")
    page.get_by_role("button", name="en anglais").click()
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("at", [0, 1], ids=["home", "results"])
@pytest.mark.parametrize("language", PLACES)
def test_a_browser_may_search_from_its_own_field(page: Page, address: str, language: str, at: int):
    page.goto(address + PLACES[language][at])
    described = page.request.get(page.locator("link[rel=search]").evaluate("node => node.href"))
    root = etree.fromstring(described.body())
    name = {"os": "http://a9.com/-/spec/opensearch/1.1/"}
    assert 0 < len(root.findtext("os:ShortName", namespaces=name)) <= 16  # as the specification asks
    template = root.find("os:Url", name).get("template")
    assert template.startswith(SITE_URL)
    page.goto(template.replace(SITE_URL, address).replace("{searchTerms}", "police%20quartier"))
    expect(page.locator("#results-query")).to_have_value("police quartier")
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize("language", PLACES)
def test_each_word_of_a_subject_leads_to_it(page: Page, address: str, language: str):
    """Where little else is found; each subject is told in the words of its language, with its links."""
    page.goto(address + PLACES[language][1])
    for subject in SUBJECTS:
        for word in subject["words"][language]:
            page.fill("#results-query", f"xqzw vkjq {word} wqxz zzqv")
            page.press("#results-query", "Enter")
            says = typeset(subject["says"][language], language)
            expect(page.locator(".find__subject", has_text=says).first, word).to_be_visible()
            assert page.locator(".find__subject a").count() >= len(subject.get("see", ()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("language", "query"), [("fr", "victimes"), ("en", "victim"), ("fr", "vitres brisées"), ("en", "mental health")]
)
def test_three_results_stand_above_an_open_keyboard(
    browser: Browser, address: str, language: str, query: str, scheme: str
):
    with visit(browser, viewport=KEYBOARD, color_scheme=scheme, **PHONE) as page:
        page.goto(address + PLACES[language][0])
        page.locator("[data-search]:visible").first.click()
        page.fill(FIELD, query)
        expect(page.locator(OPTIONS).nth(2)).to_be_in_viewport(ratio=1)
        expect(page.locator(".find__foot")).to_be_hidden()
        expect(page.locator(".find__filters form")).to_be_hidden()


@pytest.mark.parametrize("size", [(360, 370), (320, 256)])
def test_filters_unfold_on_a_phone(browser: Browser, address: str, size: tuple[int, int]):
    with visit(browser, viewport={"width": size[0], "height": size[1]}, **PHONE) as page:
        page.goto(address)
        page.locator("[data-search]:visible").first.click()
        page.fill(FIELD, "police")
        page.locator(".find__filters summary").click()
        page.locator("label:has([name=kind][value=example])").click()
        expect(page.locator(".find__filters summary")).to_have_text("Filtres (1)")
        answered(page)
        assert set(page.locator(".find__kind").all_inner_texts()) == {"Exemple"}
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_a_phone_has_no_single_keys(browser: Browser, address: str):
    """There the line that turns them off is not shown."""
    with visit(browser, **PHONE) as page:
        page.goto(address)
        page.keyboard.press("s")
        page.wait_for_load_state("networkidle")
        expect(page.locator("dialog.find")).to_have_count(0)


def test_excerpts_out_of_sight_follow(page: Page, address: str):
    page.goto(address)
    asked(page, "police")
    expect(page.locator(".find .find__text").first).not_to_be_empty()
    texts = "[...document.querySelectorAll('.find .find__text')].filter(node => node.textContent).length"
    page.fill(FIELD, "policier")
    answered(page)
    assert page.evaluate(texts) >= 6  # those in sight, as soon as the list is drawn
    page.wait_for_function(f"() => {texts} === 20")
