"""What readers come to do, on a phone of 360 px, from the home page: each in few taps and little scrolling.

An officer and the public type nothing and tap twice at most; what they look for then stands within a screen of where
they arrive. A trainer taps three times at most. « Retour » and the swipes of reading are not counted.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from readers import NARROW

SCREEN = NARROW["height"]


class Taps:
    """Counts the taps; what is tapped must be in sight, or within a screen of it."""

    def __init__(self, page: Page, address: str):
        self.page, self.count = page, 0
        page.goto(address)

    def on(self, selector: str, text: str = "") -> Taps:
        target = self.page.locator(selector, has_text=text).first if text else self.page.locator(selector).first
        assert target.bounding_box()["y"] < 2 * SCREEN, f"{selector} {text} is too far away"
        target.tap()
        self.count += 1
        return self

    def within(self, selector: str, text: str, screens: float = 2) -> None:
        """What is looked for ends less than a screen below the first."""
        place = self.page.locator(selector, has_text=text).first
        expect(place).to_be_attached()
        top = place.bounding_box()["y"]
        assert 0 <= top < screens * SCREEN, f"{text} is {top / SCREEN:.1f} screens down"


HOMES = pytest.mark.parametrize("language", ["", "en/"])


@HOMES
def test_everything_is_on_the_first_screen(phone, address, language):
    phone.goto(address + language)
    doors = phone.locator(".door a")
    assert doors.count() == 12
    assert max(box["y"] + box["height"] for box in map(lambda one: one.bounding_box(), doors.all())) <= SCREEN
    assert phone.locator(".bar [data-search]").bounding_box()["y"] < SCREEN / 4


@pytest.mark.parametrize(
    ("door", "selector", "text"),
    [
        ("Personne en crise", ".teams a", "E6"),
        ("Personne en crise", ".teams a", "E7"),
        ("Personne en crise", ".teams a", "E8"),
        ("Échanger des renseignements", ".answer", "aucune règle"),
        ("Échanger des renseignements", "#loi ~ ul a", "74"),
        ("Personne victime", ".answer", "dès le premier contact"),
        ("Personne victime", "#gestes ~ ol li", "protéger"),
        ("Qui en répond", "#attentes-reponse + p", "reddition de comptes"),
        ("Ce que je peux attendre", "li", "Être juste avec vous"),
        ("Où me plaindre", "li", "déontologie"),
    ],
)
def test_officers_and_the_public_find_it_in_one_tap(phone, address, door, selector, text):
    Taps(phone, address).on(".door a", door).within(selector, text)


@pytest.mark.parametrize("path", ["situations/personne-en-crise/", "en/situations/person-in-crisis/"])
def test_the_teams_are_seen_together_below_their_question(phone, address, path):
    phone.goto(address + path)
    asked, team = (phone.locator(one).bounding_box() for one in ("#equipes", ".teams tbody tr:has-text('RÉSO')"))
    assert 0 < team["y"] + team["height"] - asked["y"] <= SCREEN


def test_rows_of_the_menu_are_high_enough_for_a_thumb(phone, address):
    phone.goto(address + "piliers/rapprochement/")
    phone.locator("[popovertarget=menu]:visible").first.tap()
    rows = [row.bounding_box()["height"] for row in phone.locator("#menu .nav__link:visible").all()]
    assert len(rows) > 10 and min(rows) >= 44


@pytest.mark.parametrize(
    ("door", "selector", "text"),
    [
        ("Person in crisis", ".teams a", "E8"),
        ("Exchanging information", "#loi ~ ul a", "74"),
        ("Victim of crime", "#gestes ~ ol li", "protect"),
        ("What I can expect", "li", "To be fair to you"),
        ("Where to complain", "li", "ethics"),
    ],
)
def test_the_same_in_english(phone, address, door, selector, text):
    Taps(phone, address + "en/").on(".door a", door).within(selector, text)


def test_an_article_of_the_law_is_a_link_to_it(phone, address):
    Taps(phone, address).on(".door a", "Échanger des renseignements")
    article = phone.locator("#loi ~ ul a", has_text="75").first
    assert article.get_attribute("href") == "https://www.legisquebec.gouv.qc.ca/fr/document/lc/R-22.1?code=se:75"


def test_whether_it_is_official_is_told_from_anywhere(phone, address):
    phone.goto(address + "r/p1-3/")
    phone.wait_for_url("**/rapprochement/#representativite")
    assert Taps(phone, phone.url).on("#where").on(".toc__top a").count == 2
    expect(phone.locator(".standing")).to_be_in_viewport()


def test_a_sheet_is_printed_in_three_taps(phone, address):
    phone.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes' }")
    taps = Taps(phone, address).on(".door a", "Aide-mémoire").on("main li a", "rapprochement").on("[data-print]")
    assert taps.count == 3
    expect(phone.locator("html")).to_have_attribute("data-printed", "yes")


def test_a_link_and_a_citation_are_copied_in_three_taps(phone, address):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    taps = Taps(phone, address).on(".bar [data-search]")
    phone.locator(".find__input").fill("p2.4")
    expect(phone.locator(".find__option").first).to_contain_text("P2.4")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**#partage-information")
    section = phone.locator("#partage-information + .cite-links")
    section.locator(".cite-links__open").tap()
    phone.locator("dialog .cite-copy").first.tap()
    expect(phone.locator("dialog [data-said]")).to_be_visible()
    assert taps.count + 2 == 3
    html = phone.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert "<em>" in html and "/r/p2-4/" in html


def test_a_copied_address_carries_its_title(phone, address):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(address + "piliers/rapprochement/#communications")
    phone.locator("#communications + .cite-links .cite-links__copy").tap()
    expect(phone.locator("#communications + .cite-links [data-said]")).to_be_visible()
    text, html = phone.evaluate(
        "navigator.clipboard.read().then(([item]) => Promise.all(['text/plain', 'text/html'].map((type) =>"
        " item.getType(type).then((blob) => blob.text()))))"
    )
    assert text.endswith("/r/p1-5/") and f'href="{text}"' in html and "Communications" in html


def test_the_page_of_the_policy_stands_beside_the_mark(phone, address):
    phone.goto(address + "piliers/partenariat-et-concertation/#partage-information")
    source = phone.locator("#partage-information + .cite-links a").first
    expect(source).to_be_in_viewport()
    expect(source).to_have_text("Politique, p. 18-19")


def test_the_bar_of_a_phone_leads_to_the_sections_beside(phone, address):
    phone.goto(address + "piliers/rapprochement/#ecoute-consultation")
    expect(phone.locator(".bar__title")).to_contain_text("P1.2")
    phone.tap("#section-after")
    expect(phone).to_have_url(address + "piliers/rapprochement/#ecoute-consultation-demande")
    phone.tap("#section-before")
    phone.tap("#section-before")
    expect(phone).to_have_url(address + "piliers/rapprochement/#presence-accessibilite-vigilance")


def test_the_menu_unfolds_any_group_in_place(phone, address):
    phone.goto(address + "glossaire/")
    phone.tap(".bar [popovertarget=menu]")
    phone.tap("summary:text('Situations')")
    phone.tap("nav a:has-text('Personne en crise')")
    expect(phone).to_have_url(address + "situations/personne-en-crise/")


@pytest.mark.parametrize(
    "path",
    [
        "aide-memoire/rapprochement/",
        "aide-memoire/partenariat-et-concertation/",
        "aide-memoire/proactivite/",
        "en/quick-reference/closer-ties/",
        "en/quick-reference/partnership-and-collaboration/",
        "en/quick-reference/proactivity/",
    ],
)
def test_an_aide_memoire_prints_on_one_page(page, address, path):
    page.goto(address + path)
    assert page.pdf(format="Letter").count(b"/Type /Page\n") == 1
