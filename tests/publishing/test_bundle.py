"""What a page loads, in one style sheet and one script: what is joined, what is left out, what stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.mkdocs_run import BuildFailed
from publishing import minify
from publishing.bundle import bundle
from publishing.unused import names_of, pruned

PAGE = (
    '<link rel="stylesheet" href="{0}css/a.css"><link rel="stylesheet" href="{0}css/b.css">\n'
    '<link rel="stylesheet" href="{0}css/p.css" media="print">\n<script src="{0}js/first.js"></script><body><p>x</p>\n'
    '<script src="{0}js/a.js" defer></script>\n<script src="{0}js/b.js" defer></script>\n</body>'
)
FILES = {
    "css/a.css": "p { color: red }",
    "css/b.css": "p { color: blue; background: url(data:,x) }",
    "css/p.css": "@page { margin: 0 } p { color: black }",
    "js/first.js": "/* at once */ go();",
    "js/a.js": '"use strict";\n{ const long = 1; go(long, long); }',
    "js/b.js": "{ const long = 2; go(long, long); }",
}
HTML = '<html><body class="a-b"><p id="i" hidden title="t"><a href="#">a</a></p></body></html>'
SCRIPTS = ['e.classList.add("made");e.dataset.schemeChoice=1;f(`tone-${x}`);', r'"\none<dialog>"']


def write(site: Path, **files: str) -> Path:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return site


def names(site: Path) -> set[str]:
    return {p.relative_to(site).as_posix() for p in site.rglob("*.*") if p.suffix in (".css", ".js")}


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/guide/"])
def test_every_page_loads_one_of_each(tmp_path: Path, url: str):
    root = url.removeprefix("https://example.org")
    pages = {"index.html": "", "a/b/index.html": "../../", "404.html": root}
    site = write(tmp_path, **FILES, **{name: PAGE.format(way) for name, way in pages.items()})
    assert bundle(site, url) == 3 and names(site) == {"css/guide.css", "js/guide.js", "js/first.js"}
    for name, way in pages.items():
        assert (site / name).read_text(encoding="utf-8") == (
            f'<link rel="stylesheet" href="{way}css/guide.css">\n'
            f'<script src="{way}js/first.js"></script><body><p>x</p>\n'
            f'<script src="{way}js/guide.js" defer></script>\n</body>'
        )
    style = (site / "css/guide.css").read_text(encoding="utf-8")
    assert style == "p{color:red}p{color:#00f;background:url(data:,x)}@media print{@page{margin:0}p{color:#000}}\n"
    assert (site / "js/guide.js").read_text(encoding="utf-8").count("go(") == 2
    assert (site / "js/first.js").read_text(encoding="utf-8") == "go();\n"


def test_pages_that_load_other_files_get_a_bundle_of_their_own(tmp_path: Path):
    less = PAGE.format("").replace('<link rel="stylesheet" href="css/b.css">', "")
    site = write(tmp_path, **FILES, **{"index.html": PAGE.format(""), "less.html": less})
    bundle(site, "https://example.org/")
    assert names(site) == {"css/guide.css", "css/guide1.css", "js/guide.js", "js/first.js"}
    loaded = [(site / name).read_text(encoding="utf-8").split('"')[3] for name in ("index.html", "less.html")]
    assert [("blue" in t or "#00f" in t) for t in map((lambda n: (site / n).read_text("utf-8")), loaded)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("files", "stay"),
    [
        ({"css/b.css": "@import 'c.css';", "css/c.css": "p{}"}, {"css/a.css", "css/b.css", "css/p.css"}),
        ({"css/b.css": "p { background: url(x.svg) }"}, {"css/a.css", "css/b.css", "css/p.css"}),
        ({"alone.html": '<script src="js/a.js" defer></script>'}, {"js/a.js"}),
        ({"js/b.js": 'import("./b.js")'}, {"js/b.js"}),
        ({"alone.html": '<script src="js/a.js"></script>'}, {"js/a.js"}),
        ({"alone.html": '<link rel="preload" href="js/a.js?v" as="script">'}, {"js/a.js"}),
    ],
    ids=[
        "a sheet imports another",
        "a sheet names a file",
        "a page loads one alone",
        "a script names it",
        "a page runs it at once",
        "a page loads it ahead",
    ],
)
def test_what_is_needed_by_its_own_name_stays(tmp_path: Path, files: dict[str, str], stay: set[str]):
    site = write(
        tmp_path, **FILES, **{"index.html": PAGE.format("")}, **{k: v for k, v in files.items() if k not in FILES}
    )
    write(site, **files)
    bundle(site, "https://example.org/")
    assert stay <= names(site)
    assert ("css/guide.css" in names(site)) == ("css/a.css" not in stay)


def test_the_scripts_that_a_script_lists_are_one(tmp_path: Path):
    lists = 'go(["assets/a.js", "assets/b.js"], ["assets/b.js", "assets/c.js"], ["assets/d.js"], "assets/c.js")'
    files = {f"assets/{name}.js": f'"use strict"; go("{name}");' for name in "abcd"}
    site = write(tmp_path, **files, **{"js/a.js": lists, "index.html": '<script src="js/a.js"></script>'})
    bundle(site, "https://example.org/")
    assert (site / "js/a.js").read_text("utf-8") == (
        'go(["assets/guide.js"],["assets/guide1.js"],["assets/d.js"],"assets/c.js");\n'
    )
    said = (site / "assets/guide.js").read_text("utf-8")
    assert said.index('go("a")') < said.index('go("b")')
    assert names(site) == {"js/a.js", *(f"assets/{name}.js" for name in ("guide", "guide1", "c", "d"))}


def test_a_text_that_shows_a_tag_is_no_tag(tmp_path: Path):
    shown = '<!-- <script src="js/a.js" defer></script> --><p title=\'<link rel="stylesheet" href="css/a.css">\'>'
    site = write(tmp_path, **FILES, **{"index.html": PAGE.format("") + shown})
    bundle(site, "https://example.org/")
    assert (site / "index.html").read_text(encoding="utf-8").endswith(shown)


def test_a_script_that_is_wrong_or_no_program_stops_it(tmp_path: Path, monkeypatch):
    site = write(tmp_path, **{**FILES, "js/b.js": "const = 1;"})
    with pytest.raises(BuildFailed, match=r"esbuild: .*js/b\.js:1:6"):
        bundle(site, "https://example.org/")
    monkeypatch.setattr(minify, "PROJECT", tmp_path)
    with pytest.raises(BuildFailed, match="esbuild is not installed: run make site"):
        bundle(site, "https://example.org/")


STAYING = [
    "p{a:b}",
    "p:hover,.absent{a:b}",
    ".a-b>p::before{a:b}",
    "#i a:not(.absent){a:b}",
    "p:is(.absent){a:b}",
    "[hidden]{a:b}",
    "details,[open]{a:b}",
    ".made{a:b}",
    "[data-scheme-choice=x]{a:b}",
    ".tone-red{a:b}",
    "dialog::backdrop{a:b}",
    "html{a:b}",
    "*{a:b}",
    "@media print{p{a:b}}",
    "@layer x,y;",
    "@layer x{p{a:b}}",
    "@supports (a:b){@media print{p{a:b}}}",
    "@page{a:b}",
    "@font-face{a:b}",
    ":root{--x:1}p{a:var(--x)}",
    ":root{--x:var(--y);--y:1}p{a:var(--x)}",
    ":root{--other:1}",
    "@keyframes turn{0%{a:b}}p{animation:turn 1s}",
    "@keyframes others{0%{a:b}}",
    "p{a:b;&:hover{c:d}}",
]
GOING = [
    ".absent{a:b}",
    "p.absent{a:b}",
    "video{a:b}",
    "p #absent{a:b}",
    "[dir]{a:b}",
    "p .absent::-webkit-scrollbar{a:b}",
    "@media print{.absent{a:b}}",
    "@layer x{.absent{a:b}}",
    "@media print{@supports (a:b){.absent{a:b}}}",
    '@charset "utf-8";',
    ":root{--x:1}",
    ":root{--x:var(--y);--y:1}",
    "@keyframes turn{0%{a:b}}",
]


def rest(sheet: str) -> str:
    return pruned(sheet, names_of([HTML, ""], SCRIPTS), "p { a: var(--other); animation: others }")


@pytest.mark.parametrize("rule", STAYING)
def test_what_a_page_can_need_stays(rule: str):
    assert rest(rule) == rule


@pytest.mark.parametrize("rule", GOING)
def test_what_nothing_can_match_goes(rule: str):
    assert rest(rule) == "" and rest(f"p{{c:d}}{rule}a{{e:f}}") == "p{c:d}a{e:f}"


def test_of_custom_properties_in_one_rule_those_that_are_used_stay():
    assert rest("p{--x:1;a:b;--other:2!important}") == "p{a:b;--other:2!important}"
