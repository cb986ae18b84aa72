"""The real site, published and served by a real nginx with scripts/publishing/nginx: at a root, and below a path."""

from __future__ import annotations

import gzip
import http.client
import re
import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import brotli
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

import webserver
from loads import PAGES, REQUESTS, Asked, transferred
from publishing import publish
from publishing.compress import precompress
from publishing.receipt import Receipt
from webserver import HOST, Ports

HASHED = re.compile(r"\.[0-9a-f]{12}\.(?:css|js)$")
PATHS = ("", "/guide")
LOST_PAGES = ("/aucune-page/", "/en/no-page/")


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Guide(NamedTuple):
    """A served site: its folder, its ports, and the path that it stands below."""

    folder: Path
    ports: Ports
    path: str

    def get(self, path: str, secure: bool = True, method: str = "GET", **headers: str) -> Answer:
        """Ask for exactly `path`, for the host's own name; redirects are not followed."""
        if secure:
            context = ssl._create_unverified_context()
            connection = http.client.HTTPSConnection("127.0.0.1", self.ports.https, context=context, timeout=10)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.ports.http, timeout=10)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": HOST, **names})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer

    def page(self, path: str, **headers: str) -> Answer:
        return self.get(self.path + path, **headers)

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.ports.https}{self.path}"


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Guide]]:
    """A site at the root of a host, and one below a path, by that path."""
    with ExitStack() as stack:
        served = {}
        for path in PATHS:
            folder = tmp_path_factory.mktemp("nginx")
            (folder / "www").mkdir()
            site = webserver.publish(Path(f"{folder}/www{path}"), folder / "work", f"https://{HOST}{path}/")
            ports = webserver.free_ports()
            servers = webserver.guide_servers(folder, folder / "www", ports, path)
            stack.enter_context(webserver.nginx(folder, servers, ports.https))
            served[path] = Guide(site, ports, path)
        yield served


@pytest.fixture(params=PATHS, ids=["root", "below a path"])
def guide(guides: dict[str, Guide], request: pytest.FixtureRequest) -> Guide:
    return guides[request.param]


def files(guide: Guide) -> list[str]:
    return sorted(p.relative_to(guide.folder).as_posix() for p in guide.folder.rglob("*") if p.is_file())


def policy(answer: Answer) -> dict[str, list[str]]:
    directives = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in directives}


# --- headers


SAMPLES = ["/", "/en/", "/exemples/", "/absent", "/en/absent", "/exemples", "/sitemap.xml", "/assets/img/icon.svg"]


@pytest.mark.parametrize("path", SAMPLES)
def test_every_answer_carries_the_security_headers(guide: Guide, path: str):
    answer = guide.page(path)
    sources = policy(answer)
    assert sources["default-src"] == ["'none'"] and sources["script-src"] == sources["style-src"] == ["'self'"]
    assert sources["frame-ancestors"] == sources["base-uri"] == ["'none'"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert int(re.fullmatch(r"max-age=(\d+)", answer.headers["Strict-Transport-Security"])[1]) >= 31_536_000
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Server"] == "nginx", "no version"
    for name in set(answer.headers):
        assert len(answer.headers.get_all(name)) == 1, f"{name} is sent twice"


def test_a_hashed_name_is_kept_for_a_year_and_anything_else_is_asked_for_again(guide: Guide):
    names = [name for name in files(guide) if not name.endswith((".br", ".gz")) and name[0] != "."]
    hashed = [name for name in names if HASHED.search(name)]
    assert len(hashed) > 5 and not [name for name in names if name.endswith((".js", ".css")) and name not in hashed]
    for name in names:
        answer = guide.page(f"/{name}", method="HEAD")
        wanted = "public, max-age=31536000, immutable" if name in hashed else "no-cache"
        if answer.status == 200:
            assert answer.headers["Cache-Control"] == wanted, name
            assert answer.headers["Strict-Transport-Security"] and answer.headers["X-Content-Type-Options"], name
            is_held = name not in hashed or (name.endswith(".js") and "/search/" in name)  # a worker may come of it
            assert ("Content-Security-Policy" in answer.headers) == is_held, name
        else:
            assert name.endswith(("index.html", "404.html")), (name, answer.status)
    assert guide.page("/assets/absent.0123456789ab.js").headers["Cache-Control"] == "no-cache"


def test_a_range_that_is_not_there(guide: Guide):
    answer = guide.page("/", Range="bytes=99999999-")
    assert answer.status == 416 and policy(answer)["default-src"] == ["'none'"]
    for name in set(answer.headers):
        assert len(answer.headers.get_all(name)) == 1, f"{name} is sent twice"
    assert guide.page("/", Range="bytes=0-8", Accept_Encoding="identity").body == b"<!doctype"


def test_a_page_that_is_known_is_not_sent_again(guide: Guide):
    first = guide.page("/", Accept_Encoding="br")
    again = guide.page("/", Accept_Encoding="br", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert policy(again) == policy(first)


# --- compression


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_the_files_packed_beforehand_are_sent(guide: Guide, accepted: str, coding: str | None, unpack):
    paths = {"/": "index.html", "/en/glossary/": "en/glossary/index.html", "/sitemap.xml": "sitemap.xml"}
    for path, name in paths.items():
        answer = guide.page(path, Accept_Encoding=accepted)
        assert answer.status == 200
        assert answer.headers["Content-Encoding"] == coding
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert unpack(answer.body) == (guide.folder / name).read_bytes()


def test_every_packed_file_is_its_file(guide: Guide):
    packed = [name for name in files(guide) if name.endswith((".br", ".gz"))]
    assert len(packed) > 300
    for name in packed:
        data, unpack = (guide.folder / name).read_bytes(), brotli.decompress if name[-2:] == "br" else gzip.decompress
        assert unpack(data) == (guide.folder / name[:-3]).read_bytes(), name


TYPES = {"/": "text/html", "/sitemap.xml": "text/xml", "/citer/p1-3.ris": "application/x-research-info-systems"}


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_types_and_characters_are_named(guide: Guide, path: str, kind: str):
    assert guide.page(path).headers["Content-Type"] == f"{kind}; charset=utf-8"


# --- addresses


LOST = [
    ("/aucune-page/", "", "fr"),
    ("/aucune-page/", "fr-CA,fr;q=0.9,en;q=0.8", "fr"),
    ("/piliers/aucune-page", "en-CA,en;q=0.9,fr;q=0.8", "en"),
    ("/en/no-page/", "fr-CA", "fr-is-not-asked"),
    ("/en/deep/in/no/page", "", "en"),
    ("/enquete/", "", "fr"),
    ("/404.html", "", "fr"),
    ("/en/404.html", "", "en"),
    ("/.published", "", "fr"),
    ("/.git/config", "", "fr"),
    ("/assets/", "", "fr"),
    ("/r/", "", "fr"),
    ("/r/p99/", "", "fr"),
    ("/index.html.br", "", "fr"),
    ("/index.html.gz", "", "fr"),
]


@pytest.mark.parametrize(("path", "browser", "language"), LOST)
def test_a_lost_reader_is_told_so_in_their_language(guide: Guide, path: str, browser: str, language: str):
    answer = guide.page(path, Accept_Language=browser)
    assert answer.status == 404
    assert answer.headers.get_all("Vary") == ["Accept-Encoding, Accept-Language"]
    document = html.document_fromstring(answer.body)
    assert document.get("lang") == f"{'en' if path.startswith('/en/') else language}-CA"
    inner = [a.get("href") for a in document.iter("a") if a.get("href").startswith("/")]
    assert inner and {guide.get(address).status for address in inner} == {200}


def test_http_leads_to_https_of_the_one_name(guide: Guide):
    answer = guide.get("/exemples/?a=1", secure=False)
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/exemples/?a=1")


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/exemples", "/exemples/"),
        ("/en/examples", "/en/examples/"),
        ("/index.html", "/"),
        ("/en/glossary/index.html?a=1", "/en/glossary/?a=1"),
        ("/index.html?pillar=x&mark=%C3%A9", "/?pillar=x&mark=%C3%A9"),
        ("/piliers//rapprochement/?a=1", "/piliers/rapprochement/?a=1"),
        ("//exemples////", "/exemples/"),
        ("/r/P1-3/", "/r/p1-3/"),
        ("/r/p1.3/", "/r/p1-3/"),
        ("/r/p1-3", "/r/p1-3/"),
        ("/r/P3.3.1?a=1", "/r/p3-3-1/?a=1"),
        ("/R/e11", "/r/e11/"),
        ("/en/r/MM", "/en/r/mm/"),
        ("/EN/glossary/?a=1", "/en/glossary/?a=1"),
        ("/En/", "/en/"),
    ],
)
def test_a_page_has_one_address(guide: Guide, path: str, way: str):
    answer = guide.page(path)
    assert (answer.status, answer.headers["Location"]) == (301, guide.path + way)


def test_every_mark_is_found_as_people_type_it(guide: Guide):
    """In capitals, with dots, without the last slash, in both languages; the published address is answered itself."""
    marks = [path.name for path in (guide.folder / "r").iterdir()]
    assert len(marks) > 50
    for mark in marks:
        for language, start in (("", ""), ("/en", "/EN")):
            assert guide.page(f"{language}/r/{mark}/", method="HEAD").status == 200
            way = start + f"/r/{mark.upper().replace('-', '.')}"
            for _ in range(3):  # each leads closer
                answer = guide.page(way, method="HEAD")
                if answer.status == 200:
                    break
                assert answer.status == 301, way
                way = answer.headers["Location"].removeprefix(guide.path)
            assert (way, answer.status) == (f"{language}/r/{mark}/", 200)


@pytest.mark.parametrize(
    "path",
    [
        "//example.org/index.html",
        "/\\example.org/index.html",
        "//example.org",
        "//example.org/",
        "/%5Cexample.org/index.html",
        "/%2F/example.org/index.html",
        "/a%0d%0aX:1/index.html",
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "///example.org//",
        "/\\example.org//",
        "/%5Cexample.org//",
        "/%2F/example.org//x",
        "/\\example.org/EN/",
        "/%5Cexample.org/EN/",
        "//example.org/EN/",
        "/a%0d%0aX:1//",
        "/a%0d%0aX:1/EN/",
        "//example.org/r/P1.3",
        "/%5Cexample.org/r/P1.3",
    ],
)
def test_no_address_leads_out(guide: Guide, path: str):
    answer = guide.get(path)
    way = answer.headers["Location"] or "/"
    assert answer.status in (301, 400, 404) and "X" not in answer.headers
    assert way[0] == "/" and way[1:2] not in ("/", "\\") and b"root:" not in answer.body


def listed(guide: Guide) -> list[str]:
    """The path of every page of the sitemap, below the site's own."""
    locations = re.findall(r"<loc>(.*?)</loc>", (guide.folder / "sitemap.xml").read_text(encoding="utf-8"))
    start = f"https://{HOST}{guide.path}"
    assert len(locations) > 80 and all(location.startswith(f"{start}/") for location in locations)
    return [location.removeprefix(start) for location in locations]


def test_every_page_of_the_sitemap_is_served(guide: Guide):
    for path in listed(guide):
        assert guide.page(path, method="HEAD").status == 200, path


# --- while it is published


def test_a_page_that_was_asked_for_just_before_a_swap_gets_its_styles(tmp_path: Path):
    """A hundred times: the page of one version, a publication, and then what the page loads."""
    sites = []
    for letter in "ab":
        sites.append(tmp_path / letter)
        (tmp_path / letter / "assets").mkdir(parents=True)
        (tmp_path / letter / "index.html").write_text(f"assets/x.{letter * 12}.css", encoding="utf-8")
        (tmp_path / letter / "assets" / f"x.{letter * 12}.css").write_text(f"{letter}{{}}", encoding="utf-8")
        precompress(tmp_path / letter)
    target, ports = tmp_path / "www", webserver.free_ports()
    receipt = Receipt(guide="Guide", address=f"https://{HOST}/", commit=None, edition=None)
    publish.put(sites[0], target, receipt)
    guide, answers = Guide(target, ports, ""), Counter()
    with webserver.nginx(tmp_path, webserver.guide_servers(tmp_path, target, ports), ports.https):
        for number in range(1, 101):
            loaded = guide.page("/").body.decode()
            publish.put(sites[number % 2], target, receipt)
            answers[guide.page(f"/{loaded}").status] += 1
    assert answers == {200: 100}
    assert len(list((target / "assets").glob("*.css"))) == 2


# --- in a browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test on any violation of the policy, error of a script, or answer that is missing."""
    context = browser.new_context(ignore_https_errors=True, locale="fr-CA")
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url} {request.failure}"))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => console.error('policy:', event.violatedDirective, event.blockedURI, event.sample))"
    )
    yield page
    context.close()
    # A page that is left before its icon has come aborts that request.
    assert [fault for fault in faults if "404" not in fault and not fault.endswith("net::ERR_ABORTED")] == []


def kinds(guide: Guide) -> list[str]:
    """A page of each folder and depth, and a short address, in both languages; and pages that do not exist."""
    found = {}
    for path in (*listed(guide), "/r/p1-1/", "/en/r/p1-1/"):
        language, parts = path.startswith("/en/"), path.removeprefix("/en").split("/")
        found[language, parts[1] if len(parts) > 3 else path] = path
    return [*found.values(), *LOST_PAGES]


def test_every_kind_of_page_keeps_to_the_policy(guide: Guide, page: Page):
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for path in kinds(guide):
        answer = page.goto(guide.address + path)
        assert answer.status == (404 if path in LOST_PAGES else 200), path
        assert answer.headers["content-encoding"] == "br"
        expect(page.locator("h1, a[href]").first).to_be_visible()
        page.mouse.wheel(0, 2000)
    page.wait_for_load_state("networkidle")
    assert hosts == {f"127.0.0.1:{guide.ports.https}"}


@pytest.mark.parametrize(
    ("path", "query", "way"), [("/", "reso", "/glossaire/#t-reso"), ("/en/", "hot spot", "/en/glossary/#t-point-chaud")]
)
def test_the_search_works_under_the_policy(guide: Guide, page: Page, path: str, query: str, way: str):
    page.goto(guide.address + path)
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(query)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{guide.address}{way}")


@pytest.mark.parametrize(("name", "page"), PAGES.items())
def test_a_first_page_asks_for_little(guide: Guide, browser: Browser, name: str, page: Asked, record_property):
    """The page, a style sheet, two scripts and an icon; 22 KB for the home page, where most readers come in."""
    (load,) = transferred(browser, [f"{guide.address}/{page.path}"])
    record_property("figure", f"first page, {name}: {load.requests} requests, {load.size:,} bytes")
    assert load.requests <= REQUESTS and load.size <= page.most


def test_the_policy_is_enforced(guide: Guide, browser: Browser):
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    page.goto(guide.address + "/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert page.evaluate("window.ran") is None
    context.close()
