"""Names with a hash: what is renamed, what keeps its name, and that every page still finds what it loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from publishing.fingerprint import fingerprint

PAGE = (
    '<link rel="stylesheet" href="{0}css/a.css"><script src="{0}js/a.js?v=1" defer></script>'
    '<a href="{0}js/a.js">the script</a>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    (tmp_path / "css" / "a.css").write_text("p { color: red }", encoding="utf-8")
    (tmp_path / "js" / "a.js").write_text("1;", encoding="utf-8")
    return tmp_path


def write(site: Path, name: str, text: str) -> Path:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.*") if p.suffix in (".css", ".js"))


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/guide/"])
def test_every_page_at_every_depth_loads_the_new_names(site: Path, url: str):
    root = url.removeprefix("https://example.org")
    pages = {write(site, name, PAGE.format(way)): way for name, way in
             (("index.html", ""), ("a/b/index.html", "../../"), ("404.html", root))}  # fmt: skip
    assert fingerprint(site, url) == 2
    css, js = names(site)
    assert css.startswith("css/a.") and len(css) == len("css/a.css") + 13 and js != "js/a.js"
    for page, way in pages.items():
        text = page.read_text(encoding="utf-8")
        assert f'href="{way}{css}"' in text and f'src="{way}{js}?v=1"' in text
        assert f'<a href="{way}js/a.js">' in text, "only what is loaded is renamed"


def test_the_name_follows_the_content(site: Path, tmp_path_factory: pytest.TempPathFactory):
    write(site, "index.html", PAGE.format(""))
    fingerprint(site, "https://example.org/")
    before = names(site)
    other = tmp_path_factory.mktemp("other")
    for name, text in (("css/a.css", "p { color: red }"), ("js/a.js", "2;"), ("index.html", PAGE.format(""))):
        write(other, name, text)
    fingerprint(other, "https://example.org/")
    assert names(other)[0] == before[0] and names(other)[1] != before[1]


def test_what_a_script_or_style_sheet_names_keeps_its_name(site: Path):
    write(site, "index.html", PAGE.format("") + '<script src="js/b.js"></script>')
    write(site, "js/b.js", 'import("./a.js");')
    write(site, "css/b.css", '@import "a.css";')
    assert fingerprint(site, "https://example.org/") == 1
    assert [name for name in names(site) if not name.startswith("js/b.")] == ["css/a.css", "css/b.css", "js/a.js"]


def test_a_name_that_is_a_part_of_another_does_not_keep_it(site: Path):
    write(site, "index.html", PAGE.format(""))
    write(site, "js/mini-a.js", 'import("./mini-a.js"); // and data.js')
    assert fingerprint(site, "https://example.org/") == 2


def test_what_a_script_names_by_its_whole_path_is_renamed_there(tmp_path: Path):
    """And each script on the way to it is named after the change; two that name each other keep their names."""
    found = []
    for order in ("1", "2"):
        site = tmp_path / order
        write(site, "index.html", '<script src="assets/a.js"></script><script src="assets/x.js"></script>')
        write(site, "assets/a.js", 'load("assets/b/b.js");')
        write(site, "assets/b/b.js", "load('assets/c.css');")
        write(site, "assets/c.css", f"p {{ order: {order} }}")
        write(site, "assets/x.js", 'load("assets/y.js");')
        write(site, "assets/y.js", 'load("assets/x.js");')
        assert fingerprint(site, "https://example.org/") == 3
        a, b, c, *kept = names(site)
        assert b in (site / a).read_text(encoding="utf-8") and c in (site / b).read_text(encoding="utf-8")
        assert kept == ["assets/x.js", "assets/y.js"]
        found.append({a, b, c})
    assert not found[0] & found[1]


def test_nothing_else_changes(site: Path):
    text = (
        '<script src="https://other.example/js/a.js"></script>\r\n<code>&lt;script src="js/a.js"&gt;</code>'
        '<link rel="icon" href="a.svg"><script src="absent.js"></script>'
    )
    page = write(site, "index.html", "")
    page.write_bytes(text.encode() + b"\xff")
    assert fingerprint(site, "https://example.org/") == 0
    assert page.read_bytes() == text.encode() + b"\xff"
