"""`verify` on a tiny valid site: silent as it stands, and one finding for each fault planted in it."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.model.rule import RULES
from tinysite import (
    LOGO,
    MOVED,
    NOINDEX,
    OLD,
    PAIRS,
    PNG,
    SVG,
    URL,
    Files,
    entry,
    head,
    page,
    valid_site,
    write,
)
from verify import verify
from verify.attributes import srcset
from verify.css import css_addresses
from verify.page import read_page

Mutation = Callable[[Files], object]


def swap(path: str, old: str, new: str) -> Mutation:
    """Replace the one `old` of a file."""

    def mutate(files: Files) -> None:
        assert str(files[path]).count(old) == 1, f"{old!r} is not once in {path}"
        files[path] = str(files[path]).replace(old, new)

    return mutate


def before_end(addition: str, path: str = "index.html") -> Mutation:
    """Put a line at the end of the body."""
    return swap(path, "</body>", f"{addition}\n</body>")


def in_head(addition: str, path: str = "index.html") -> Mutation:
    return swap(path, "</head>", f"{addition}\n</head>")


def drop(path: str) -> Mutation:
    return lambda files: files.pop(path)


def put(path: str, content: str | bytes) -> Mutation:
    return lambda files: files.update({path: content})


def both(*mutations: Mutation) -> Mutation:
    return lambda files: [mutate(files) for mutate in mutations]


HOME, SUB_PAGE, CSS, MAP = "index.html", "piliers/index.html", "assets/style.css", "sitemap.xml"
HTML_LINE = "<html"
PILLARS_LOC = f"<loc>{URL}piliers/</loc>"
PILLARS_ENTRY = entry("piliers/", *PAIRS[1])
EXTRA = page("piliers/", "Autre", '<p><a href="../">Accueil</a></p>')

# What the guide promises by its marks, its search and its metadata: planted in the real site, which alone has them.
PROMISES = {f"HTM{number:03}" for number in (*range(68, 83), *range(86, 92), 96, 97, 98)}

# name, mutation, code, file, a text on the line of the finding (empty: line 1)
FAULTS: tuple[tuple[str, Mutation, str, str, str], ...] = (
    ("not UTF-8", put("assets/print.css", b"a {}\n/* \xe9 */ b {}"), "HTM001", "assets/print.css", "b {}"),
    ("empty page", put("vide.html", b""), "HTM001", "vide.html", ""),
    ("link to no file", before_end('<a href="pilier/">x</a>'), "HTM002", HOME, '"pilier/"'),
    ("script of no file", in_head('<script src="assets/ap.js"></script>'), "HTM002", HOME, "ap.js"),
    ("style sheet of no file", in_head('<link rel="stylesheet" href="a.css">'), "HTM002", HOME, "a.css"),
    ("icon of no file", in_head('<link rel="icon" href="a.ico">'), "HTM002", HOME, "a.ico"),
    ("feed of no file", in_head('<link rel="alternate" href="feed.xml">'), "HTM002", HOME, "feed.xml"),
    ("image of no file", before_end('<img alt="" src="a.png">'), "HTM002", HOME, "a.png"),
    ("source set of no file", swap(HOME, "assets/logo.svg 2x", "a.svg 2x"), "HTM002", HOME, "a.svg"),
    ("source of no file", before_end('<video><source src="a.mp4"></video>'), "HTM002", HOME, "a.mp4"),
    ("poster of no file", before_end('<video poster="a.png"></video>'), "HTM002", HOME, "a.png"),
    ("sprite of no file", swap(HOME, "logo.svg#rond", "icon.svg#rond"), "HTM002", HOME, "icon.svg"),
    ("form to no file", swap(HOME, 'action="piliers/"', 'action="a/"'), "HTM002", HOME, "<form"),
    ("url() of no file", swap(CSS, "url(logo.svg)", "url(assets/logo.svg)"), "HTM002", CSS, "assets/logo.svg"),
    ("import of no file", swap(CSS, "'print.css'", "url('a.css')"), "HTM002", CSS, "a.css"),
    (
        "refresh to no file",
        swap(OLD, "url=../piliers/", "url=../pilers/"),
        "HTM002",
        OLD,
        "refresh",
    ),
    ("link above the site", before_end('<a href="../autre/">x</a>'), "HTM002", HOME, "../autre/"),
    ("link outside the prefix", before_end('<a href="/piliers/">x</a>'), "HTM002", HOME, '"/piliers/"'),
    ("fragment of no id", before_end('<a href="piliers/#deux">x</a>'), "HTM003", HOME, "#deux"),
    ("fragment without its accents", swap(HOME, "#%C3%A9quit%C3%A9", "#equite"), "HTM003", HOME, "#equite"),
    ("fragment of the same page", before_end('<a href="#deux">x</a>'), "HTM003", HOME, "#deux"),
    ("sprite of no id", swap(HOME, "logo.svg#rond", "logo.svg#rnd"), "HTM003", HOME, "#rnd"),
    ("empty link", before_end('<a href="">x</a>'), "HTM004", HOME, 'href=""'),
    ("blank link", before_end('<a href="  ">x</a>'), "HTM004", HOME, 'href="  "'),
    ("empty image", before_end('<img alt="" src="">'), "HTM004", HOME, 'src=""'),
    ("space", before_end('<a href="piliers/ ">x</a>'), "HTM005", HOME, "piliers/ "),
    ("no-break space", before_end('<a href="https://a.example/x\N{NO-BREAK SPACE}:1">x</a>'), "HTM005", HOME, "/x"),
    ("backslash", before_end(r'<a href="piliers\">x</a>'), "HTM005", HOME, "\\"),
    ("double slash", before_end('<a href="piliers//">x</a>'), "HTM005", HOME, "//\">"),
    ("stray percent", before_end('<a href="piliers/?a=20%">x</a>'), "HTM005", HOME, "20%"),
    ("unknown scheme", before_end('<a href="htps://a.example/">x</a>'), "HTM005", HOME, "htps"),
    ("file of this computer", before_end('<a href="file:///tmp/x">x</a>'), "HTM005", HOME, "file:"),
    ("no host", before_end('<a href="https:///x">x</a>'), "HTM005", HOME, "https:///x"),
    ("malformed host", before_end('<a href="https://[x/">x</a>'), "HTM005", HOME, "[x/"),
    ("letter case", before_end('<img alt="" src="assets/Logo.svg">'), "HTM006", HOME, "Logo"),
    ("letter case of a folder", before_end('<a href="Piliers/">x</a>'), "HTM006", HOME, "Piliers/"),
    ("folder without its slash", before_end('<a href="piliers">x</a>'), "HTM007", HOME, 'href="piliers"'),
    ("folder without index", before_end('<a href="assets/">x</a>'), "HTM007", HOME, 'href="assets/"'),
    ("own host", before_end(f'<a href="{URL}piliers/">x</a>'), "HTM008", HOME, '">x</a>'),
    ("own host over http", before_end('<a href="http://guide.example/base/">x</a>'), "HTM008", HOME, '">x</a>'),
    ("own host by two slashes", before_end('<img alt="" src="//guide.example/base/assets/logo.svg">'), "HTM008", HOME,
     '"//'),
    ("root of the host", before_end('<a href="/base/piliers/">x</a>'), "HTM008", HOME, '">x</a>'),
    ("relative 404", swap("404.html", 'href="/base/"', 'href="./"'), "HTM009", "404.html", 'href="./"'),
    ("http link", before_end('<a href="http://a.example/">x</a>'), "HTM010", HOME, "http://a.example"),
    ("link without scheme", before_end('<a href="//a.example/">x</a>'), "HTM010", HOME, "//a.example"),
    ("remote script", in_head('<script src="https://a.example/x.js"></script>'), "HTM011", HOME, "x.js"),
    ("remote font", in_head('<link rel="preconnect" href="https://a.example">'), "HTM011", HOME, "preconnect"),
    ("remote image", before_end('<img alt="" src="//a.example/x.png">'), "HTM011", HOME, "x.png"),
    ("remote style", swap(CSS, "'print.css'", "'print.css'; @import 'https://a.example/x.css'"), "HTM011", CSS,
     "x.css"),
    ("plain http", before_end('<img alt="" src="http://guide.example/base/assets/logo.svg">'), "HTM012", HOME, "http:"),
    ("javascript:", before_end('<a href="javascript:void(0)">x</a>'), "HTM013", HOME, "void"),
    ("javascript: in disguise", before_end('<a href=" Java&#10;Script:x()">x</a>'), "HTM013", HOME, "Java"),
    ("event attribute", before_end('<p onclick="x()">x</p>'), "HTM014", HOME, "onclick"),
    ("inline script", in_head("<script>x()</script>"), "HTM015", HOME, "x()"),
    ("inline module", in_head('<script type="module">x()</script>'), "HTM015", HOME, "x()"),
    ("bad JSON", swap(HOME, '{"name": "Guide"}', '{"name": }'), "HTM016", HOME, '{"name": }'),
    ("not a number", in_head('<script type="application/json">[NaN]</script>'), "HTM016", HOME, "NaN"),
    ("relative og:image", swap(SUB_PAGE, f"{URL}assets/card", "../assets/card"), "HTM017", SUB_PAGE, 'og:image"'),
    ("og:image of no file", swap(SUB_PAGE, "assets/card.png", "assets/absent.png"), "HTM017", SUB_PAGE, 'og:image"'),
    ("base", in_head('<base target="_self">'), "HTM018", HOME, "<base"),
    ("no charset", swap(HOME, '<meta charset="utf-8">\n', ""), "HTM019", HOME, HTML_LINE),
    ("other charset", swap(HOME, '"utf-8"', '"iso-8859-1"'), "HTM019", HOME, HTML_LINE),
    ("no title", swap(HOME, "<title>Accueil</title>\n", ""), "HTM020", HOME, HTML_LINE),
    ("empty title", swap(HOME, "<title>Accueil<", "<title> <"), "HTM020", HOME, "<title> <"),
    ("two titles", in_head("<title>Autre</title>"), "HTM020", HOME, "Autre"),
    ("no description", swap(HOME, 'name="description"', 'name="keywords"'), "HTM021", HOME, HTML_LINE),
    ("empty description", swap(HOME, '"Page Accueil"', '" "'), "HTM021", HOME, '" "'),
    ("two descriptions", in_head('<meta name="description" content="Autre">'), "HTM021", HOME, "Autre"),
    ("no main heading", swap(HOME, "<h1>Accueil</h1>", "<h2>Accueil</h2>"), "HTM022", HOME, HTML_LINE),
    ("two main headings", before_end("<h1>Autre</h1>"), "HTM022", HOME, "Autre"),
    ("skipped level", swap(SUB_PAGE, "<h3>Deux</h3>", "<h4>Deux</h4>"), "HTM023", SUB_PAGE, "<h4>"),
    ("level from the title", before_end("<h3>Autre</h3>"), "HTM023", HOME, "<h3>"),
    ("id twice", before_end('<p id="menu">x</p>'), "HTM024", HOME, '<p id="menu">'),
    ("id with a space", before_end('<p id="a b">x</p>'), "HTM024", HOME, '"a b"'),
    ("empty id", before_end('<p id="">x</p>'), "HTM024", HOME, 'id=""'),
    ("aria-labelledby", before_end('<p aria-labelledby="absent">x</p>'), "HTM025", HOME, "absent"),
    ("aria-describedby", before_end('<p aria-describedby="menu absent">x</p>'), "HTM025", HOME, "absent"),
    ("aria-controls", swap(HOME, "menu fin", "menu Fin"), "HTM025", HOME, "Fin"),
    ("label for", before_end('<label for="mots-cles">x</label>'), "HTM025", HOME, "<label"),
    ("headers", swap(HOME, 'headers="col"', 'headers="cols"'), "HTM025", HOME, "cols"),
    ("list", swap(HOME, 'list="mots"', 'list="termes"'), "HTM025", HOME, "termes"),
    ("popovertarget", before_end('<button popovertarget="absent">x</button>'), "HTM025", HOME, "absent"),
    ("commandfor", before_end('<button commandfor="absent">x</button>'), "HTM025", HOME, "absent"),
    ("no alt", before_end('<img src="assets/logo.svg">'), "HTM026", HOME, '<img src="assets/logo.svg">'),
    ("image button", before_end('<input type="image" src="assets/logo.svg">'), "HTM026", HOME, '"image"'),
    ("silent link", swap(HOME, 'alt="Accueil"', 'alt=""'), "HTM027", HOME, '<a name="vieux"'),
    ("silent button", swap(HOME, 'aria-label="Menu"', 'aria-label=" "'), "HTM027", HOME, "<button"),
    ("text hidden from readers", before_end('<a href="./"><b aria-hidden="true">x</b></a>'), "HTM027", HOME, "<b "),
    ("silent role of a link", before_end('<a role="button" name="b"></a>'), "HTM027", HOME, 'name="b"'),
    ("silent role", before_end('<div role="button"></div>'), "HTM027", HOME, '"button"></div>'),
    ("no header cell", swap(HOME, '<th id="col">An</th>', '<td id="col">An</td>'), "HTM028", HOME, "<table>"),
    ("no language", swap(HOME, '<html lang="fr-CA">', "<html>"), "HTM030", HOME, HTML_LINE),
    ("wrong language of a 404", swap("en/404.html", '"en-CA"', '"fr"'), "HTM031", "en/404.html", HTML_LINE),
    ("same title", swap(SUB_PAGE, "<title>Les piliers", "<title>Accueil"), "HTM032", SUB_PAGE, "<title>"),
    ("canonical of another page", swap(SUB_PAGE, f'"canonical" href="{URL}piliers/"', f'"canonical" href="{URL}"'),
     "HTM033", SUB_PAGE, "canonical"),
    ("relative canonical", swap(HOME, f'"canonical" href="{URL}"', '"canonical" href="./"'), "HTM033", HOME,
     "canonical"),
    ("no canonical", swap(HOME, f'<link rel="canonical" href="{URL}">', ""), "HTM033", HOME, HTML_LINE),
    ("one-way switch", swap("en/index.html", '<a hreflang="fr"', "<a"), "HTM035", HOME, '<a hreflang="en"'),
    ("relative alternate", swap(HOME, f'hreflang="en" href="{URL}en/"', 'hreflang="en" href="en/"'), "HTM037", HOME,
     'hreflang="en" href="en/"'),
    ("no 404 page", drop("en/404.html"), "HTM038", "en/404.html", ""),
    ("not a sitemap", put(MAP, "<urlset>"), "HTM040", MAP, ""),
    ("other root", put(MAP, "<sitemapindex/>"), "HTM040", MAP, ""),
    ("no sitemap", drop(MAP), "HTM040", MAP, ""),
    ("sitemap with a 404 page", swap(MAP, "</urlset>", f"<url><loc>{URL}404.html</loc></url></urlset>"), "HTM041", MAP,
     "404.html"),
    ("sitemap with index.html", swap(MAP, PILLARS_LOC, PILLARS_LOC.replace("/</", "/index.html</")), "HTM041", MAP,
     "index.html"),
    ("page twice in the sitemap", swap(MAP, "</urlset>", f"<url>{PILLARS_LOC}</url></urlset>"), "HTM042", MAP,
     f"<url>{PILLARS_LOC}"),
    ("no x-default", swap(MAP, f'"x-default" href="{URL}piliers/"/>\n</url>\n<url>\n<loc>{URL}en/pillars/',
                          f'"fr" href="{URL}piliers/"/>\n</url>\n<url>\n<loc>{URL}en/pillars/'), "HTM043", MAP,
     PILLARS_LOC),
    ("sitemap alternate to no page", swap(MAP, f'"x-default" href="{URL}"/>\n</url>\n<url>\n<loc>{URL}en/<',
                                          f'"x-default" href="{URL}fr/"/>\n</url>\n<url>\n<loc>{URL}en/<'),
     "HTM043", MAP, f"{URL}fr/"),
    ("sitemap entry that does not name itself", swap(MAP, PILLARS_ENTRY, PILLARS_ENTRY.replace(
        f'<xhtml:link rel="alternate" hreflang="fr" href="{URL}piliers/"/>\n', "").replace(
        f'"x-default" href="{URL}piliers/"', f'"x-default" href="{URL}"')), "HTM043", MAP, PILLARS_LOC),
    ("no doctype", swap(HOME, "<!doctype html>\n", ""), "HTM044", HOME, ""),
    ("element left open", before_end("<div><p>x</p>"), "HTM044", HOME, "<div>"),
    ("element closed that is not open", before_end("<p>x</p></div>"), "HTM044", HOME, "</div>"),
    ("elements that cross", before_end("<p><b>x<i>y</b></i></p>"), "HTM044", HOME, "<i>"),
    ("element that does not close itself", before_end("<div/>"), "HTM044", HOME, "<div/>"),
    ("unfinished tag", before_end('<p class="x'), "HTM044", HOME, '"x'),
    ("comment left open", before_end("<!-- x"), "HTM044", HOME, "</html>"),
    ("page cut short", swap(HOME, "</html>\n", ""), "HTM044", HOME, "</body>"),
    ("link in a link", before_end('<a href="./">x <b><a href="ancien/">y</a></b></a>'), "HTM045", HOME, "<b><a"),
    ("no main part", both(swap(HOME, "<main>", "<div>"), swap(HOME, "</main>", "</div>")), "HTM046", HOME, HTML_LINE),
    ("second main part", before_end("<main>x</main>"), "HTM046", HOME, "<main>x"),
    ("no footer", both(swap(HOME, "<footer>", "<p>"), swap(HOME, "</footer>", "</p>")), "HTM046", HOME, HTML_LINE),
    ("empty heading", before_end("<h2><b></b></h2>"), "HTM047", HOME, "<h2>"),
    ("link without its definition", before_end("<p>La [vision][vision ].</p>"), "HTM048", HOME, "]["),
    ("inline link", before_end("<p>La [vision](vision.md).</p>"), "HTM048", HOME, "]("),
    ("note without its definition", before_end("<p>Un mot[^1].</p>"), "HTM048", HOME, "[^1"),
    ("bold left open", before_end("<p>Un **mot.</p>"), "HTM048", HOME, "**"),
    ("Markdown of a tooltip", before_end('<p title="Un **mot**">x</p>'), "HTM048", HOME, "**"),
    ("template", before_end("<p>{{ page.title }}</p>"), "HTM048", HOME, "{{"),
    ("heading id", before_end("<h2>Titre { #titre }</h2>"), "HTM048", HOME, "{ #"),
    ("attribute list", before_end("<p>broken windows{ lang=en }</p>"), "HTM048", HOME, "{ lang"),
    ("box", before_end('<p>!!! editorial "Note"</p>'), "HTM048", HOME, "!!!"),
    ("code left open", before_end("<p>Un `mot.</p>"), "HTM048", HOME, "`"),
    ("list in an item", before_end("<ul><li>- un</li></ul>"), "HTM048", HOME, "- un"),
    ("table without outer lines", before_end("<p>Un | Deux\n--- | ---</p>"), "HTM048", HOME, "--- |"),
    ("empty JSON", put("a.json", ""), "HTM063", "a.json", ""),
    ("fence", before_end("<p>```</p>"), "HTM048", HOME, "```"),
    ("list in a paragraph", before_end("<p>Deux :\n- un;\n- deux.</p>"), "HTM048", HOME, "- un"),
    ("list by parentheses", before_end("<p>1) un\n2) deux</p>"), "HTM048", HOME, "1) un"),
    ("table", before_end("<p>| Un | Deux |\n| --- | --- |</p>"), "HTM048", HOME, "| Un"),
    ("heading as text", before_end("<p>## Titre</p>"), "HTM048", HOME, "##"),
    ("quotation as text", before_end("<p>&gt; Un mot</p>"), "HTM048", HOME, "&gt;"),
    ("definition of a link", before_end("<p>Un.\n[vision]: ../vision.md</p>"), "HTM048", HOME, "]:"),
    ("HTML as text", before_end("<p>Un&lt;br&gt;mot</p>"), "HTM048", HOME, "&lt;"),
    ("two separate lists", before_end("<p>- un</p>\n<p>x</p>\n<p>x</p>"), "HTM048", HOME, "- un"),
    ("mojibake", before_end("<p>La sÃ©curitÃ©</p>"), "HTM049", HOME, "sÃ"),
    ("mojibake of an apostrophe", before_end("<p>Lâ€™idée</p>"), "HTM049", HOME, "â€"),
    ("replacement character", before_end("<p>La s\ufffdcurité</p>"), "HTM049", HOME, "curité"),
    ("zero-width space", before_end("<p>La\u200bvision</p>"), "HTM050", HOME, "vision</p>"),
    ("entity of no width", before_end("<p>La&#x200B;vision</p>".lower()), "HTM050", HOME, "vision</p>"),
    ("right to left", before_end("<p>La \u202evision</p>"), "HTM050", HOME, "vision</p>"),
    ("soft hyphen", before_end("<p>La vi\u00adsion</p>"), "HTM050", HOME, "sion</p>"),
    ("accent apart", before_end("<p>La proximite\u0301</p>"), "HTM050", HOME, "proximite"),
    ("escaped twice", before_end("<p>Police &amp;amp; ville</p>"), "HTM051", HOME, "amp;amp"),
    ("accent escaped twice", before_end("<p>S&amp;eacute;curité</p>"), "HTM051", HOME, "eacute"),
    ("field without a label", before_end("<input>"), "HTM052", HOME, "<input>"),
    ("field of another label", swap(HOME, '<input id="mot"', '<input id="mots2"><p id="mot"></p><input aria-label="x"'),
     "HTM052", HOME, "mots2"),
    ("link hidden from screen readers", before_end('<p aria-hidden="true"><a href="./">x</a></p>'), "HTM053", HOME,
     "aria-hidden"),
    ("unknown language", before_end('<i lang="xx">x</i>'), "HTM054", HOME, '"xx"'),
    ("empty language", before_end('<i lang="">x</i>'), "HTM054", HOME, 'lang=""'),
    ("404 page that search engines list", swap("404.html", NOINDEX, ""), "HTM055", "404.html", HTML_LINE),
    ("old address that search engines list", swap(OLD, NOINDEX, ""), "HTM055", OLD, HTML_LINE),
    ("old address without its link", swap(OLD, '<a href="../piliers/">Les piliers</a>', "Les piliers"), "HTM083", OLD,
     HTML_LINE),
    ("old address without its script", both(swap(OLD, MOVED, ""), before_end('<a href="assets/js/moved.js">x</a>')),
     "HTM083", OLD, HTML_LINE),
    ("old address without its refresh", swap(OLD, 'http-equiv="refresh" content="0; url=../piliers/"',
                                             'name="author" content="x"'), "HTM083", OLD, HTML_LINE),
    ("refresh that waits", swap(OLD, '"0; url', '"60; url'), "HTM083", OLD, "refresh"),
    ("page without its author", swap(HOME, '<meta name="DC.creator" content="Le guide">', ""), "HTM084", HOME,
     HTML_LINE),
    ("page without JSON-LD", swap(HOME, '{"@graph"', '{"graph"'), "HTM084", HOME, HTML_LINE),
    ("JSON-LD without a licence", swap(HOME, '"license"', '"licence"'), "HTM084", HOME, HTML_LINE),
    ("page without its style sheet", swap(HOME, '<link rel="stylesheet" href="assets/style.css">', ""), "HTM085", HOME,
     HTML_LINE),
    ("404 page without its script", swap("404.html", '<script src="/base/assets/app.js" defer></script>', ""), "HTM085",
     "404.html", HTML_LINE),
    ("script that is JSX", put("assets/app.js", "const a = 1;\n<html><body>502</body></html>"), "HTM064",
     "assets/app.js", "<html>"),
    ("script that is JSON", put("assets/app.js", '{"a": 1,}'), "HTM064", "assets/app.js", ""),
    ("SVG of no namespace", put("assets/logo.svg", '<svg><circle id="rond" r="1"/></svg>'), "HTM064", "assets/logo.svg",
     ""),
    ("SVG with a style sheet", put("assets/logo.svg", '<?xml-stylesheet href="https://a.example/"?>' + LOGO), "HTM065",
     "assets/logo.svg", ""),
    ("picture cut short", put("assets/été.png", PNG[:-4]), "HTM092", "assets/été.png", ""),
    ("picture that is HTML", put("assets/été.png", "<!doctype html><p>Introuvable</p>"), "HTM092", "assets/été.png",
     ""),
    ("card that is no PNG", swap(SUB_PAGE, "card.png", "logo.svg"), "HTM099", SUB_PAGE, 'og:image"'),
    ("card less wide than stated", swap(SUB_PAGE, "1200", "1300"), "HTM099", SUB_PAGE, 'og:image"'),
    ("card without its text", swap(SUB_PAGE, 'alt" content="Le guide"', 'alt" content=" "'), "HTM099", SUB_PAGE,
     'og:image"'),
    ("script of comments", put("assets/module.js", "// a\n/* b */\n"), "HTM092", "assets/module.js", ""),
    ("style sheet of comments", put("assets/print.css", "/* a */\n/* b */\n"), "HTM092", "assets/print.css", ""),
    ("archive", put("site.zip", b"PK"), "HTM093", "site.zip", ""),
    ("page of another kind", put("x.xhtml", "<html/>"), "HTM093", "x.xhtml", ""),
    ("script that nothing loads", put("node_modules/a.js", "a();"), "HTM093", "node_modules/a.js", ""),
    ("nothing, in a cell", before_end("<p>Page <b>None</b></p>"), "HTM094", HOME, "None"),
    ("nothing, in a tooltip", before_end('<p title="undefined">x</p>', "en/index.html"), "HTM094", "en/index.html",
     "undefined"),
    ("object as text", before_end("<p>Voir [object Object].</p>"), "HTM094", HOME, "object"),
    ("emphasis as text", before_end("<p>Un *mot* et</p>"), "HTM048", HOME, "*mot"),
    ("emphasis by lines as text", before_end("<p>Un _mot juste_.</p>"), "HTM048", HOME, "_mot"),
    ("comment of a template", before_end("<p>{# note #}</p>"), "HTM048", HOME, "{#"),
    ("list by points as text", before_end("<p>1. un 2. deux</p>"), "HTM048", HOME, "1. un"),
    ("e-mail without its host", before_end('<a href="mailto:guide@">x</a>'), "HTM095", HOME, "guide@"),
    ("telephone of letters", before_end('<a href="tel:911-POLICE">x</a>'), "HTM095", HOME, "911"),
    ("style attribute", before_end('<p style="color: red">x</p>'), "HTM056", HOME, "style="),
    ("style element", in_head("<style>p { color: red }</style>"), "HTM056", HOME, "<style>"),
    ("object", before_end('<object data="assets/logo.svg"></object>'), "HTM057", HOME, "<object"),
    ("frame", before_end('<iframe src="piliers/" title="Piliers"></iframe>'), "HTM057", HOME, "<iframe"),
    ("form to another site", swap(HOME, 'action="piliers/"', 'action="https://a.example/"'), "HTM058", HOME, "<form"),
    ("user in an address", before_end('<a href="https://police@a.example/">x</a>'), "HTM060", HOME, "police@"),
    ("url of a set of images", put(CSS, "a { b: image-set('logo.svg' 1x, 'a.svg' type('image/svg')) }"), "HTM002", CSS,
     "a.svg"),
    ("source of a font", put(CSS, "@font-face { src: src('a.woff2') }"), "HTM002", CSS, "a.woff2"),
    ("import of a script", swap("assets/app.js", "./module", "./modul"), "HTM002", "assets/app.js", "modul"),
    ("import of a module", put("assets/app.js", "const a = 1;\nimport { b } from './b.js';"), "HTM002", "assets/app.js",
     "b.js"),
    ("export of a module", put("assets/app.js", "export { b } from './b.js';"), "HTM002", "assets/app.js", "b.js"),
    ("image of an SVG", put("assets/a.svg", f'<svg {SVG}><image href="a.png"/></svg>'),
     "HTM002", "assets/a.svg", "a.png"),
    ("outside image of an SVG", put("assets/logo.svg", f'<svg {SVG}>\n'
     '<path fill="url(https://a.example/x.svg#a)"/><circle id="rond"/></svg>'),
     "HTM011", "assets/logo.svg", "path"),
    ("empty script", put("assets/app.js", ""), "HTM063", "assets/app.js", ""),
    ("empty style sheet", put(CSS, ""), "HTM063", CSS, ""),
    ("empty image", put("assets/été.png", ""), "HTM063", "assets/été.png", ""),
    ("script cut short", put("assets/app.js", "function a() {\n  b();\n"), "HTM064", "assets/app.js", "b()"),
    ("script that is HTML", put("assets/app.js", "<!doctype html><p>Introuvable</p>"), "HTM064", "assets/app.js", ""),
    ("style sheet cut short", put("assets/print.css", "a { b: c }\n@media print {\n  a { b"), "HTM064",
     "assets/print.css", "@media"),
    ("style sheet that is a page", put("assets/print.css", "<!doctype html>"), "HTM064", "assets/print.css", ""),
    ("bracket too much", put("assets/print.css", "a { b: c }\n}"), "HTM064", "assets/print.css", "}"),
    ("SVG cut short", put("assets/a.svg", f"<svg {SVG}><path"), "HTM064", "assets/a.svg", ""),
    ("SVG that is HTML", put("assets/a.svg", "<html></html>"), "HTM064", "assets/a.svg", ""),
    ("JSON cut short", put("a.json", '[\n{"a": 1},'), "HTM064", "a.json", "1},"),
    ("RIS cut short", put("a.ris", "TY  - ELEC\r\nTI  - Un titre\r\n"), "HTM064", "a.ris", "TI"),
    ("RIS with a line of no tag", put("a.ris", "TY  - ELEC\r\nUn titre\r\nER  - \r\n"), "HTM064", "a.ris", "Un titre"),
    ("XML cut short", put("a.xml", "<a>\n<b/>"), "HTM064", "a.xml", "<b"),
    ("SVG with a script", put("assets/a.svg", f'<svg {SVG}>\n<script>a()</script></svg>'),
     "HTM065", "assets/a.svg", "<script"),
    ("SVG with an event", put("assets/a.svg", f'<svg {SVG} onload="a()"/>'), "HTM065",
     "assets/a.svg", ""),
    ("SVG with HTML", put("assets/a.svg", f"<svg {SVG}><foreignObject/></svg>"), "HTM065",
     "assets/a.svg", ""),
    ("backup", put("assets/style.css.bak", "a {}"), "HTM066", "assets/style.css.bak", ""),
    ("thumbnails", put("assets/Thumbs.db", b"\x00"), "HTM066", "assets/Thumbs.db", ""),
    ("hidden file", put("assets/.DS_Store", b"\x00"), "HTM066", "assets/.DS_Store", ""),
    ("hidden folder", put(".git/config", "x"), "HTM066", ".git/config", ""),
    ("source map", put("assets/app.js.map", "{}"), "HTM066", "assets/app.js.map", ""),
    ("compressed copy of another text", put("assets/app.js.gz", gzip.compress(b"old")), "HTM067",
     "assets/app.js.gz", ""),
    ("compressed copy cut short", put("assets/app.js.br", brotli.compress(b"old" * 99)[:-3]), "HTM067",
     "assets/app.js.br", ""),
    ("compressed copy of nothing", put("a.html.gz", gzip.compress(b"x")), "HTM067", "a.html.gz", ""),
    ("no hreflang of its own", swap(HOME, f'<link rel="alternate" hreflang="fr" href="{URL}">', ""), "HTM062", HOME,
     HTML_LINE),
    ("no x-default in the head", swap(HOME, f'<link rel="alternate" hreflang="x-default" href="{URL}">', ""), "HTM062",
     HOME, HTML_LINE),
)  # fmt: skip

# Faults that show in several places: every (code, file) they cause.
WIDE_FAULTS: tuple[tuple[str, Mutation, set[tuple[str, str]]], ...] = (
    ("wrong language", swap(SUB_PAGE, '"fr-CA"', '"en"'),
     {("HTM031", SUB_PAGE)} | {("HTM034", path) for path in (SUB_PAGE, "en/pillars/index.html", MAP)}),
    ("no language switch at all", both(
        swap(SUB_PAGE, '<link rel="alternate" hreflang="en"', '<link rel="prev"'),
        swap(SUB_PAGE, '<a hreflang="en"', "<a"),
        put(MAP, str(valid_site()[MAP]).replace(PILLARS_ENTRY, f"<url>{PILLARS_LOC}</url>"))),
     {("HTM036", SUB_PAGE), ("HTM008", SUB_PAGE), ("HTM035", "en/pillars/index.html"), ("HTM035", MAP)}),
    ("orphan", both(put("seul/index.html", EXTRA), in_head(head("seul/", "seul/", "en/"), "seul/index.html")),
     {("HTM039", "seul/index.html"), ("HTM042", "seul/index.html"), ("HTM035", "seul/index.html")}),
    ("alternate to a missing page", swap(SUB_PAGE, f'hreflang="en" href="{URL}en/pillars/"',
                                         f'hreflang="en" href="{URL}en/pilars/"'),
     {("HTM002", SUB_PAGE), ("HTM035", "en/pillars/index.html")}),
    ("untranslated title", both(swap(SUB_PAGE, "<title>Les piliers<", "<title>Pillars<")),
     {("HTM059", SUB_PAGE), ("HTM059", "en/pillars/index.html")}),
    ("noindex", in_head(NOINDEX, SUB_PAGE),
     {("HTM055", SUB_PAGE), ("HTM041", MAP), ("HTM035", MAP), ("HTM035", "en/pillars/index.html")}),
    ("object of no file", before_end('<object data="a.pdf"></object>'), {("HTM002", HOME), ("HTM057", HOME)}),
    ("frame of no file", before_end('<iframe src="a/" title="A"></iframe>'), {("HTM002", HOME), ("HTM057", HOME)}),
    ("frame of another host", before_end('<iframe src="https://a.example/" title="A"></iframe>'),
     {("HTM011", HOME), ("HTM057", HOME)}),
    ("frame without a title", before_end('<iframe src="piliers/"></iframe>'), {("HTM029", HOME), ("HTM057", HOME)}),
    ("style attribute of no file", before_end('<p style="background: url(a.svg)">x</p>'),
     {("HTM002", HOME), ("HTM056", HOME)}),
    ("style element of no file", in_head("<style>p { background: url('b.svg') }</style>"),
     {("HTM002", HOME), ("HTM056", HOME)}),
    ("no page in the sitemap", put(MAP, str(valid_site()[MAP]).replace(PILLARS_ENTRY, "")),
     {("HTM042", SUB_PAGE), ("HTM035", MAP)}),
)  # fmt: skip


def test_a_valid_site_is_silent(tmp_path):
    assert verify(write(tmp_path, valid_site()), URL) == []
    assert verify(tmp_path, URL.rstrip("/")) == []


def test_code_shows_what_it_means(tmp_path):
    files = valid_site()
    before_end("<p><code>{{ **a** }}</code> <kbd>[</kbd></p>\n<pre>\n- un\n| deux |\n</pre>")(files)
    assert verify(write(tmp_path, files), URL) == []


def test_what_looks_like_a_leftover_is_silent(tmp_path):
    files = valid_site()
    before_end('<p>None, un « None » et 2 * 3 * 4, un nom_de_code.</p><p class="_a_" title="Un * seul">1.5</p>')(files)
    before_end("<p><b>None</b> <a href='tel:+1-418-555-0123'>x</a></p>", "en/index.html")(files)
    assert verify(write(tmp_path, files), URL) == []


def test_files_that_are_meant_are_silent(tmp_path):
    files = valid_site() | {
        ".well-known/security.txt": "Contact: mailto:a@guide.example\n",
        ".nojekyll": " ",
        "assets/a.svg": f'<svg {SVG}><defs><path id="p" d="M0 0"/></defs><use href="#p"/></svg>',
        "assets/app.js.gz": gzip.compress(str(valid_site()["assets/app.js"]).encode()),
        "favicon.ico": b"\x00\x00\x01\x00\x01\x00",
        "a.json": "[1]",
        "a.ris": "TY  - ELEC\r\nTI  - Un titre\r\nER  - \r\n",
        "feed.xml": "<feed/>",
    }
    before_end("".join(f'<a href="{name}">x</a>' for name in ("assets/a.svg", "a.json", "a.ris", "feed.xml")))(files)
    assert verify(write(tmp_path, files), URL) == []


def test_robots_is_read_though_it_is_the_hosts(tmp_path):
    lines = f"User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /base/assets/\nSitemap: {URL}sitemap.xml\n"
    files = valid_site() | {"robots.txt": lines}
    assert verify(write(tmp_path, files), URL, host={"robots.txt"}) == []
    files["robots.txt"] = f"{lines}User-agent: Bingbot\nDisallow: /base/piliers/\n"
    (finding,) = verify(write(tmp_path, files), URL, host={"robots.txt"})
    assert (finding.code, finding.path, finding.line) == ("HTM055", "robots.txt", 8)


def test_an_old_page_of_several_sections_leads_on_by_links_alone(tmp_path):
    files = valid_site()
    swap(OLD, 'http-equiv="refresh" content="0; url=../piliers/"', 'name="description" content="x"')(files)
    swap(OLD, '<main data-kind="moved">', '<main data-kind="moved"><h1>Les piliers</h1><a href="../#ici">Ici</a>')(
        files
    )
    assert verify(write(tmp_path, files), URL) == []


def test_an_address_on_no_list_is_reported(tmp_path):
    listed = {"https://a.example/"}
    files = valid_site()
    assert verify(write(tmp_path, files), URL, listed) == []
    before_end('<a href="https://b.example/">x</a>')(files)
    (finding,) = verify(write(tmp_path, files), URL, listed)
    assert (finding.code, finding.path, finding.line) == ("HTM061", HOME, line_of(files, HOME, "b.example"))


@pytest.mark.parametrize(("mutate", "code", "path", "text"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_one_fault_is_one_finding(tmp_path, mutate, code, path, text):
    files = valid_site()
    mutate(files)
    found = [(finding.code, finding.path, finding.line) for finding in verify(write(tmp_path, files), URL)]
    assert found == [(code, path, line_of(files, path, text))]


@pytest.mark.parametrize(("mutate", "expected"), [f[1:] for f in WIDE_FAULTS], ids=[f[0] for f in WIDE_FAULTS])
def test_a_wide_fault_is_found_wherever_it_shows(tmp_path, mutate, expected):
    files = valid_site()
    mutate(files)
    assert {(finding.code, finding.path) for finding in verify(write(tmp_path, files), URL)} == expected


def line_of(files: Files, path: str, text: str) -> int:
    """The last line of the file that holds `text`: a fault is planted after what it copies."""
    content = files.get(path, "")
    content = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return content[: content.rindex(text)].count("\n") + 1 if text else 1


def test_every_code_has_a_fault():
    planted = {fault[2] for fault in FAULTS} | {code for *_, expected in WIDE_FAULTS for code, _ in expected}
    assert planted | {"HTM061"} | PROMISES == {code for code in RULES if code.startswith("HTM")}


def test_a_style_sheet_finding_has_its_column(tmp_path):
    files = valid_site() | {CSS: "a {}\nb { background: url( 'x.png' ) }"}
    (finding,) = verify(write(tmp_path, files), URL)
    assert (finding.line, finding.column) == (2, 22)


def test_hints_name_the_closest_candidate(tmp_path):
    files = valid_site()
    before_end('<a href="piliers/#equité">x</a><a href="pilier/">x</a>')(files)
    hints = {finding.code: finding.hint for finding in verify(write(tmp_path, files), URL)}
    assert hints == {"HTM002": "did you mean piliers/index.html?", "HTM003": "did you mean équité?"}


def test_a_missing_folder_is_findings_and_a_relative_site_url_an_error(tmp_path):
    assert {finding.code for finding in verify(tmp_path / "absent", URL)} == {"HTM038", "HTM040"}
    with pytest.raises(ValueError, match="absolute"):
        verify(tmp_path, "/base/")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png 2x,c,d.png", ["a.png", "b.png", "c,d.png"]),
        (" , a.png 100w 50h ,b.png", ["a.png", "b.png"]),
        (" ", [""]),
    ],
)
def test_srcset(value, expected):
    assert list(srcset(value)) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { b: URL(x.png) url('y.png') url( \"z.png\" ) }", ["x.png", "y.png", "z.png"]),
        ("@import 'a.css' print; @IMPORT url(b.css);", ["a.css", "b.css"]),
        ("/* url(x) */ @namespace url(http://www.w3.org/1999/xhtml); a { b: 'url(x)' }", []),
        (r"a { b: url(\78.png) url('y\'s.png') }", ["x.png", "y's.png"]),
        ("a { b: url('data:image/svg+xml,<svg xmlns=\"http://a/\">url(x)') }", None),
        ("a { b: url(", [""]),
        ("a { b: image-set('x.png' 1x, url(y.png), 'z.png' type('image/png')); c: 'd' }", ["x.png", "y.png", "z.png"]),
        ("@font-face { src: src('x.woff2') format('woff2') }", ["x.woff2"]),
    ],
)
def test_css_addresses(css, expected):
    found = [address for _, _, address in css_addresses(css)]
    assert found == expected if expected is not None else len(found) == 1 and found[0].startswith("data:")


MARKUP = (
    "<a href=#%> <base id= ' \" </ <svg> <template> &#xD800; \0 <!-- url( <title> <style> <urlset> <script>".split()
)
PIECES = st.lists(st.one_of(st.binary(max_size=20), st.sampled_from(MARKUP).map(str.encode)), max_size=30).map(b"".join)


@given(data=PIECES)
def test_any_bytes_are_a_page_or_none(data):
    page_facts = read_page("x.html", data)
    assert page_facts is None or page_facts.line >= 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=PIECES, path=st.sampled_from([HOME, "en/404.html", MAP, CSS, "assets/logo.svg", "é.html"]))
def test_any_bytes_are_findings(tmp_path, data, path):
    found = verify(write(tmp_path, valid_site() | {path: data}), URL)
    assert found == sorted(found)


@pytest.mark.parametrize("data", ["3", '{"@graph": 3}', '{"@graph": [{"inLanguage": "fr", "hasPart": 3}, 3]}'])
def test_linked_data_of_another_shape_is_read(tmp_path, data):
    files = valid_site()
    in_head(f'<script type="application/ld+json">{data}</script>')(files)
    assert {finding.code for finding in verify(write(tmp_path, files), URL)} <= {"HTM074", "HTM086"}


def test_damaged_pages_are_findings(tmp_path):
    """A page cut, or with bytes changed, anywhere."""
    chance, whole = random.Random(7), str(valid_site()[HOME]).encode()
    for _ in range(100):
        data = bytearray(whole[: chance.randrange(len(whole))])
        for _ in range(min(len(data), 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        verify(write(tmp_path, valid_site() | {HOME: bytes(data)}), URL)


def test_a_deep_tree_does_not_overflow():
    deep = b"<html><a href=x>" + b"<b>" * 5_000 + b'</b><script type="application/json">' + b"[" * 100_000
    assert read_page("x.html", deep) is not None
