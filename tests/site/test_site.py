"""The built site as a whole, read as files and crawled below a path, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import pytest
from lxml import etree, html

from engine import staging
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.model.page import RecordPage
from kb.published.published import published
from kb.read.reader import read
from kb.render.shown import shown
from sitefixture import PREFIX, SITE_URL
from verify import verify
from verify.css import css_addresses
from verify.rules.sources import DIF003

LOST = ("404.html", "en/404.html")
LOADED = (
    "//@src | //@srcset | //@poster | //object/@data | //use/@href"
    " | //link[@rel!='canonical' and @rel!='alternate']/@href"
)
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read(staging.PROJECT)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every HTML file of the site, by its path."""
    return {path.relative_to(site).as_posix(): html.parse(path).getroot() for path in sorted(site.rglob("*.html"))}


def path_of(page: Page, language: str) -> str:
    return f"{page.address(language)[1:]}index.html"


def both(corpus: Corpus) -> Iterator[tuple[Page, str]]:
    return ((page, language) for page in corpus.pages.values() for language in LANGUAGES)


def links(path: str, element: html.HtmlElement) -> set[str]:
    """What an element of the page at `path` links to: file#fragment, from the site's root."""
    found = {urljoin(f"https://here/{path}", href) for href in element.xpath(".//a/@href")}
    return {re.sub(r"/(?=#|$)", "/index.html", url).removeprefix("https://here/") for url in found}


def page_links(pages: dict[str, html.HtmlElement], path: str) -> set[str]:
    return links(path, pages[path].find(".//main"))


def place(corpus: Corpus, id_: str, language: str) -> str:
    """Where an id stands: file, and fragment where it is a part of a page."""
    target = corpus.targets[id_]
    return path_of(corpus.pages[target.page], language) + (f"#{target.fragment}" if target.fragment else "")


def section_links(pages: dict[str, html.HtmlElement], path: str, id_: str) -> set[str]:
    """What the section under the heading `id_` links to, up to the next heading of its level or above."""
    heading = pages[path].get_element_by_id(id_)
    found: set[str] = set()
    for element in heading.itersiblings():
        if re.fullmatch(r"h[1-6]", str(element.tag)) and element.tag <= heading.tag:
            break
        found |= links(path, element)
    return found


def test_verify_is_silent(site, corpus):
    assert verify(site, SITE_URL, written=shown(corpus)) == []


def test_a_page_that_is_not_as_it_was_written_is_told_of_its_source(site, corpus, tmp_path):
    """A page of its own, and a chapter of the page that holds them all."""
    for name in ("politique/vision/index.html", "imprimer/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        start, paragraph = (
            text.index('<h1 id="vision"') if "vision/" in name else text.index('<h2 id="vision"'),
            "\n<p>",
        )
        at = text.index(paragraph, start)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{text[:at]}\n<p>Intrus. {text[at + len(paragraph) :]}", encoding="utf-8")
    found = [one for one in verify(tmp_path, SITE_URL, written=shown(corpus)) if one.code == DIF003]
    first = corpus.pages["vision"].documents["fr"]
    assert {(one.path, one.line) for one in found} == {(first.path, first.scan.blocks[0].line)}
    assert len(found) == 1, "both show the same fault"


def test_every_page_stands_in_both_languages_and_names_its_twin(pages, corpus):
    assert len(corpus.pages) > 40
    for page, language in both(corpus):
        path, other = path_of(page, language), next(code for code in LANGUAGES if code != language)
        tree = pages[path]
        assert tree.get("lang") == f"{language}-CA", path
        assert tree.xpath("//main//h1"), path
        assert (tree.find("body").get("class") == "home") == (page.id == "accueil"), path
        (twin,) = tree.xpath("//a[@id='language']")
        assert twin.get("hreflang") == twin.get("lang") == other
        assert urljoin(f"/{path}", twin.get("href")) == page.address(other), path


def test_every_address_that_is_published_stands_in_its_page_once(pages, corpus):
    """That of a section which says nothing too: the line that says so holds it."""
    addresses = [address for entry in published(corpus).values() for address in entry.addresses.values()]
    assert "/exemples/sqtv/#resultats" in addresses
    for address in addresses:
        path, _, fragment = address[1:].partition("#")
        tree = pages[f"{path}index.html"]
        assert not fragment or len(tree.xpath("//*[@id=$id]", id=fragment)) == 1, address


def test_every_file_says_its_language(pages):
    for path, tree in pages.items():
        expected = "en" if path.startswith("en/") else "fr"
        assert (tree.get("lang") or "").partition("-")[0] == expected, path


def test_the_titles_and_descriptions_of_pages_are_their_own(pages, corpus):
    for language in LANGUAGES:
        for query in ("//title/text()", "//meta[@name='description']/@content"):
            found = [pages[path_of(page, language)].xpath(query)[0] for page in corpus.pages.values()]
            assert len(set(found)) == len(found), query


def test_the_sitemap_lists_every_page_with_its_languages(site, corpus):
    tree = etree.parse(site / "sitemap.xml")
    found = {}
    for entry in tree.iterfind("s:url", SITEMAP):
        ways = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", SITEMAP)}
        found[entry.findtext("s:loc", namespaces=SITEMAP)] = ways
    base = SITE_URL.rstrip("/")
    expected = {}
    for page, language in both(corpus):
        ways = {code: base + page.address(code) for code in LANGUAGES}
        expected[base + page.address(language)] = {**ways, "x-default": ways["fr"]}
    assert found == expected


def test_a_lost_reader_finds_a_page_in_their_language(pages):
    for path in LOST:
        tree = pages[path]
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not tree.xpath("//link[@rel='canonical' or @rel='alternate']")
        addresses = [*tree.xpath("//a/@href"), *tree.xpath(LOADED)]
        # It is served at any depth: every address starts at the root, or leads to another site or within the page
        assert all(address.startswith((f"{PREFIX}/", "#", "https://", "mailto:")) for address in addresses), addresses
    assert pages[LOST[0]].xpath("//main//*[@lang='en']//a/@hreflang") == ["en"]


def test_addresses_are_relative_but_for_those_that_must_not(pages):
    for path, tree in pages.items():
        if path not in LOST:
            addresses = [*tree.xpath("//a/@href | //form/@action"), *tree.xpath(LOADED)]
            assert [address for address in addresses if address.startswith("/")] == [], path


def test_nothing_is_loaded_from_another_host(site, pages):
    for path, tree in pages.items():
        assert [address for address in tree.xpath(LOADED) if re.match(r"[a-z]*:?//", address)] == [], path
    for path in site.rglob("*.css"):
        found = [address for *_, address in css_addresses(path.read_text("utf-8"))]
        assert [address for address in found if re.match(r"(https?:)?//", address)] == [], path
    for path in site.glob("assets/js/*.js"):
        assert not re.search(r"https?://", path.read_text("utf-8")), path


def test_nothing_needs_a_looser_security_policy(pages):
    for path, tree in pages.items():
        assert tree.xpath("//script[not(@src) and @type!='application/ld+json']") == [], path
        assert tree.xpath("//script[not(@src) and not(@type)] | //style | //@style") == [], path
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == [], path


def test_records_are_tied_both_ways(pages, corpus):
    """What a record names links to it, and it to them, in both languages."""
    tied = 0
    for page, language in both(corpus):
        if isinstance(page, RecordPage):
            path, record = path_of(page, language), page.record
            own = page_links(pages, path)
            for id_ in chain(*record.reasons.values()):
                there = place(corpus, id_, language)
                file, _, fragment = there.partition("#")
                back = section_links(pages, file, fragment) if fragment else page_links(pages, file)
                assert there in own, f"{path} does not link to {id_}"
                assert path in back, f"{there} does not link to {page.id}"
                tied += 1
            pillar = place(corpus, record.pillar, language)
            assert pillar in own, path
            assert path in page_links(pages, path_of(corpus.generated_page(f"{page.kind}s"), language))
    assert tied > 60


def test_each_term_lists_the_places_that_link_to_it(pages, corpus):
    glossary, met = corpus.generated_page("glossary"), set()
    for language in LANGUAGES:
        file = path_of(glossary, language)
        used = {id_: section_links(pages, file, id_) for id_ in corpus.term}
        for page in corpus.pages.values():
            if page.generated or page.kind == "situation":
                continue  # they show what stands elsewhere
            path = path_of(page, language)
            for link in page_links(pages, path):
                there, _, id_ = link.partition("#")
                if there == file and id_ in corpus.term:
                    met.add(id_)
                    assert any(use.partition("#")[0] == path for use in used[id_]), f"{path}, {id_}"
    assert len(met) > len(corpus.term) / 2


def test_foreign_names_say_their_language(pages, corpus):
    """The English name of a model, in a French page, and the French name of a term in an English one (WCAG 3.1.2)."""
    for page in corpus.models:
        names = [element.text_content() for element in pages[path_of(page, "fr")].xpath("//main//*[@lang='en']")]
        assert page.record.english_name in names, page.id
    for language, other in (("fr", "en"), ("en", "fr")):
        tree = pages[path_of(corpus.generated_page("glossary"), language)]
        names = [e.text_content() for e in tree.xpath(f"//main//dd//em[@lang='{other}']")]
        assert len(names) == sum(term.term["fr"] != term.term["en"] for term in corpus.term.values())


def test_abbreviations_lead_to_what_they_stand_for(pages, corpus):
    """Each abbreviation of the glossary gives its full name, and pages link to it (WCAG 3.1.4)."""
    for language in LANGUAGES:
        tree = pages[path_of(corpus.generated_page("glossary"), language)]
        for term in corpus.term.values():
            if term.abbr and term.abbr != term.term[language]:
                definition = tree.get_element_by_id(term.id).getnext()
                assert definition.xpath("string(strong)"), term.id


def test_a_crawl_below_a_path_finds_everything_and_no_dead_end(address, site, pages, corpus):
    """Every page is reached from the home page, and every link and resource answers, below /guide/ too."""
    waiting, seen = [address], {address}
    while waiting:
        url = waiting.pop()
        try:
            with urlopen(url) as answer:
                kind, body = answer.headers.get_content_type(), answer.read()
        except HTTPError as error:
            raise AssertionError(f"{url}: {error}") from None
        if kind != "text/html":
            continue
        tree = html.fromstring(body)
        for found in [*tree.xpath("//a/@href"), *tree.xpath(LOADED)]:
            link = urldefrag(urljoin(url, found)).url
            if link.startswith(address.removesuffix("/guide/")) and link not in seen:
                assert link.startswith(address), f"{url} leads out of the site: {found}"
                seen.add(link)
                waiting.append(link)
    reached = {url.removeprefix(address) for url in seen}
    assert {page.address(language)[1:] for page, language in both(corpus)} <= reached


def test_each_step_of_the_path_is_a_link(pages, corpus):
    """Each group of the menu has a page of its own, wherever its other pages stand."""
    for page, language in both(corpus):
        steps = pages[path_of(page, language)].xpath("//nav[@class='path']//li[position() < last()]")
        assert bool(steps) == (page.id != "accueil"), page.id
        assert all(step.xpath("./a[@href]") for step in steps), page.id
