"""Faults of a built page, planted one at a time in a copy of the real built site: each caught in its place."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

import verify.reading
from engine import mkdocs_run, pipeline, staging
from kb.cite.exports import qr
from kb.model.finding import Finding
from kb.model.rule import RULES
from kb.read.reader import read
from planting import Edit, Fault, end, first, planted, shortfall, swap, whole
from sitefixture import PREFIX, SITE_URL

HOME, PAGE, EN = "index.html", "politique/contexte/index.html", "en/policy/context/index.html"
STYLE, ERROR, SITEMAP = "assets/css/text.css", "404.html", "sitemap.xml"
SCRIPT, ICON = "assets/js/sections.js", "assets/img/icon.svg"
TEXTS = "assets/search/texts-fr.js"
SEARCH, SHORT, CITATION = "assets/search/fr.js", "r/p1-3/index.html", "citer/p1-3/index.html"
RECORD = "exemples/equipe-reso/index.html"
EN_CITATION = "en/cite/p1-3/index.html"
RIS, CSL, ROBOTS, LD = "citer/p1-3.ris", "citer/p1-3.json", "robots.txt", (PAGE, "ld[+]json")
CARD = (PAGE, 'og:image"')
PLAIN = SITE_URL.replace("https:", "http:")
ORPHAN = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Seule</title><meta name="description" content="Seule."></head>
<body><main><h1>Seule</h1></main><footer>Pied</footer></body></html>
"""
LEADING = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>Z9 Vision</title>
<noscript><meta http-equiv="refresh" content="0; url=../../politique/vision/"></noscript>
<meta name="description" content="Vision"><script src="../../assets/js/moved.js" defer></script></head>
<body><main data-kind="moved"><h1>Z9 Vision</h1><a href="../../politique/vision/">Z9 Vision</a></main></body>
</html>
"""


def add(html: str) -> Edit:
    """Add a line at the end of what the page says."""
    return first("(?=^ *</main>)", html + "\n")


def every(old: str, new: str) -> Edit:
    """Replace each `old`; the fault stands where `at` says."""
    return lambda text: (text.replace(old, new), 0)


FAULTS = [
    # text
    Fault("HTM001", "byte of another encoding", PAGE, add("<p>\udce9t\udce9</p>")),
    Fault("HTM001", "style sheet of another encoding", STYLE, end("/* \udce9 */")),
    # addresses
    Fault("HTM002", "link to no page", PAGE, add('<a href="../absente/">Suite</a>')),
    Fault("HTM002", "link above the site", PAGE, add('<a href="../../../../etc/">Suite</a>')),
    Fault("HTM002", "link from the root of the host", PAGE, add('<a href="/">Accueil</a>')),
    Fault("HTM002", "missing image", PAGE, add('<img src="../../assets/absent.png" alt="">')),
    Fault("HTM002", "missing image of a set", PAGE, add('<img srcset="../../assets/absent.png 2x" alt="">')),
    Fault("HTM002", "missing style sheet", PAGE, swap("css/tokens.css", "css/absent.css")),
    Fault("HTM002", "missing script", PAGE, swap("js/search.js", "js/absent.js")),
    Fault("HTM002", "missing file of a style sheet", STYLE, end("p { background: url(../img/absent.svg) }")),
    Fault(
        "HTM002",
        "missing file of a style attribute",
        PAGE,
        add('<p style="background: url(absent.svg)">Texte</p>'),
        besides="HTM056",
    ),
    Fault(
        "HTM002",
        "page that has gone",
        "a-propos/index.html",
        whole(None),
        at=(HOME, 'href="a-propos/"'),
        besides="HTM036 HTM041 HTM043 HTM069 HTM074",
    ),
    Fault("HTM003", "unknown section of a page", PAGE, add('<a href="../vision/#absente">Suite</a>')),
    Fault("HTM003", "unknown section of the page", PAGE, add('<a href="#absente">Suite</a>')),
    Fault(
        "HTM003",
        "section that has gone",
        PAGE,
        swap('id="legitimite"', 'id="legitimites"'),
        at=(PAGE, 'href="#legitimite"'),
        besides="HTM069 HTM074",
    ),
    Fault("HTM004", "link to nothing", PAGE, add('<a href="">Suite</a>')),
    Fault("HTM004", "image of nothing", PAGE, add('<img src=" " alt="">')),
    Fault("HTM005", "mistyped scheme", PAGE, add('<a href="htps://example.org/">Suite</a>')),
    Fault("HTM005", "space in an address", PAGE, add('<a href="../la vision/">Suite</a>')),
    Fault("HTM005", "double slash", PAGE, add('<a href="..//vision/">Suite</a>')),
    Fault("HTM006", "other letter case", PAGE, add('<a href="../Vision/">Suite</a>')),
    Fault("HTM007", "folder without its slash", PAGE, add('<a href="../vision">Suite</a>')),
    Fault("HTM007", "folder without a page", PAGE, add('<a href="../../assets/">Suite</a>')),
    Fault("HTM008", "address of the own host", PAGE, add(f'<a href="{SITE_URL}politique/vision/">Suite</a>')),
    Fault("HTM008", "address from the root", PAGE, add(f'<a href="{PREFIX}/">Accueil</a>')),
    Fault("HTM009", "relative address on the 404 page", ERROR, add('<a href="glossaire/">Glossaire</a>')),
    Fault("HTM010", "link without https", PAGE, add('<a href="http://example.org/">Suite</a>')),
    Fault("HTM011", "script of another host", PAGE, add('<script src="https://example.org/a.js"></script>')),
    Fault("HTM011", "font of another host", STYLE, end("@font-face { src: url(https://example.org/a.woff2) }")),
    Fault(
        "HTM011", "click told to another host", PAGE, add('<a href="../vision/" ping="https://example.org/">Suite</a>')
    ),
    Fault("HTM012", "load over plain http", PAGE, add(f'<img src="{PLAIN}assets/img/icon.svg" alt="">')),
    Fault("HTM013", "script address", PAGE, add('<a href="javascript:void(0)">Suite</a>')),
    Fault(
        "HTM017",
        "image of a card that has no host",
        PAGE,
        first('(?=<meta property="og:site_name)', '<meta property="og:image" content="assets/img/icon.svg">'),
    ),
    Fault(
        "HTM017",
        "address to cite that leads nowhere",
        PAGE,
        first('("citation_public_url" content="[^"]*)/"', r'\1x/"'),
    ),
    # code
    Fault("HTM014", "event attribute", PAGE, add('<p onclick="alert(1)">Texte</p>')),
    Fault("HTM015", "script inside the page", PAGE, add("<script>alert(1)</script>")),
    Fault("HTM015", "script inside its address", PAGE, add('<script src="data:text/javascript,alert(1)"></script>')),
    Fault("HTM016", "JSON cut short", PAGE, first(r"(ld\+json\">.*)\}</script>", r"\1</script>")),
    Fault("HTM056", "style attribute", PAGE, add('<p style="color: red">Texte</p>')),
    Fault("HTM057", "object", PAGE, add('<object data="../../assets/img/icon.svg"></object>')),
    Fault("HTM058", "form to another site", PAGE, add('<form action="https://example.org/"></form>')),
    Fault("HTM060", "user in an address", PAGE, add('<a href="https://police@example.org/">Suite</a>')),
    Fault("HTM061", "address on no list", PAGE, add('<a href="https://example.org/">Suite</a>')),
    # files
    Fault(
        "HTM002", "missing image of a set in a style sheet", STYLE, end("p { background: image-set('absent.svg' 1x) }")
    ),
    Fault("HTM002", "missing import of a script", SCRIPT, end("import('./absent.js');")),
    Fault(
        "HTM011", "image of another host in an SVG", ICON, first("(?=</svg>)", '<image href="https://example.org/a"/>')
    ),
    Fault("HTM063", "empty script", SCRIPT, whole("")),
    Fault("HTM063", "empty style sheet", STYLE, whole("")),
    Fault("HTM064", "script cut short", SCRIPT, first(r"(?s)(?<=\n)[^\n]*\n\}\n\Z", "⟦⟧"), at=(SCRIPT, "^")),
    Fault("HTM064", "style sheet cut short", STYLE, end("@media print {⟦⟧")),
    Fault("HTM064", "comment of a style sheet left open", STYLE, end("/* fin")),
    Fault("HTM064", "SVG cut short", ICON, first("</svg>\\s*", ""), at=(ICON, r"\Z")),
    Fault("HTM064", "CSL-JSON cut short", "citer/p1-3.json", first(r"\]\s*\Z", ""), at=("citer/p1-3.json", r"\Z")),
    Fault("HTM064", "RIS cut short", "citer/p1-3.ris", first("ER  - \\r\\n", ""), at=("citer/p1-3.ris", "^N1")),
    Fault("HTM065", "SVG with a script", ICON, first("(?=</svg>)", "<script>alert(1)</script>")),
    Fault("HTM065", "SVG with a doctype", ICON, first("(?=<svg)", '<!DOCTYPE svg [<!ENTITY a "b">]>')),
    Fault("HTM066", "backup of a style sheet", "assets/css/text.css.bak", whole("p {}")),
    Fault("HTM067", "compressed copy of an older page", PAGE + ".gz", whole("old")),
    Fault("HTM064", "script that is an error page", SCRIPT, whole("<html><body>502 Bad Gateway</body></html>")),
    Fault("HTM064", "script that is data", "assets/js/cite.js", whole('{"a": 1,}')),
    Fault("HTM064", "SVG of no namespace", ICON, first(' xmlns="[^"]*"', "")),
    Fault(
        "HTM065", "SVG with a style sheet", ICON, first("(?=<svg)", '<?xml-stylesheet href="https://example.org/"?>')
    ),
    Fault("HTM092", "picture cut short", "assets/img/photo.png", whole("\udc89PNG\r\n\x1a\n")),
    Fault("HTM092", "style sheet of comments", STYLE, whole("/* p {} */")),
    Fault("HTM093", "archive that nothing links", "site.zip", whole("PK")),
    Fault("HTM094", "page of a program", PAGE, add("<p>Page <b>None</b></p>")),
    Fault("HTM048", "emphasis left", PAGE, add("<p>Un *mot* juste</p>")),
    Fault("HTM095", "message to nobody", PAGE, add('<a href="mailto:guide@">Écrire</a>')),
    # the search
    Fault("HTM064", "data of the search cut short", SEARCH, first(r"(?s).{40}\Z", "")),
    Fault("HTM068", "search of another site", PAGE, swap('data-root="../.."', 'data-root=".."')),
    Fault("HTM068", "no data of the search", SEARCH, whole(None)),
    Fault("HTM064", "texts of the search cut short", TEXTS, first(r"(?s).{40}\Z", "")),
    Fault("HTM068", "no texts of the search", TEXTS, whole(None)),
    Fault(
        "HTM069", "result of no page", SEARCH, swap('"address":"politique/vision/"', '"address":"politique/visions/"')
    ),
    Fault("HTM069", "result of no section", SEARCH, swap('"fragment":"legitimite"', '"fragment":"legitimites"')),
    Fault("HTM069", "part of a result of no section", TEXTS, swap('["legitimite",', '["legitimites",')),
    Fault(
        "HTM069",
        "result with the title of another section",
        SEARCH,
        swap('"title":"Mieux suivre son application"', '"title":"Vision"'),
    ),
    Fault("HTM069", "result with the mark of another section", SEARCH, swap('"mark":"C6"', '"mark":"C7"')),
    Fault(
        "HTM079",
        "page without a result",
        SEARCH,
        first(r'\{"id":"liens","kind".*?(?=\{"id":")', ""),
        at=("liens/index.html", "<h1"),
        besides="HTM091",
    ),
    Fault(
        "HTM079",
        "section without a result",
        SEARCH,
        first(r'\{"id":"suivi","kind".*?(?=\{"id":")', ""),
        at=(PAGE, '<h2 id="suivi"'),
        besides="HTM091",
    ),
    Fault("HTM090", "result twice", SEARCH, first(r'(\{"id":"liens","kind".*?)(?=\{"id":")', r"\1\1")),
    Fault("HTM090", "result of an unknown kind", SEARCH, swap('"kind":"model"', '"kind":"modele"')),
    Fault("HTM090", "result without a text", TEXTS, first(r'("t-911":)\[\[.*?\]\]', r"\1[]")),
    Fault("HTM090", "part without a text", TEXTS, first(r'(\["t-911","",)".*?"', r'\1" "')),
    Fault("HTM091", "term that is not found", SEARCH, first(r'\{"id":"t-911".*?(?=\{"id":")', "")),
    Fault("HTM091", "no synonyms", SEARCH, first(r'"synonyms":.*\](?=,"words")', '"synonyms":[]')),
    # marks, and how they are copied and cited
    Fault(
        "HTM070",
        "short address of another section",
        SHORT,
        every("rapprochement/#representativite", "rapprochement/#soutien-victimes"),
        at=(SHORT, "<meta http-equiv"),
    ),
    Fault(
        "HTM070",
        "short address of another page",
        SHORT,
        every("piliers/rapprochement/#representativite", "piliers/proactivite/"),
        at=(SHORT, "<meta http-equiv"),
        besides="HTM071",
    ),
    Fault("HTM070", "short address that names another section", SHORT, swap("<h1>P1.3", "<h1>P1.4")),
    Fault(
        "HTM070",
        "mark beside the wrong section",
        PAGE,
        swap('<h2 id="suivi"><a class="mark" href="#suivi">C6', '<h2 id="suivi"><a class="mark" href="#suivi">C5'),
        at=("r/c5/index.html", "<meta http-equiv"),
        besides="HTM069 HTM072 HTM074 HTM081 HTM086",
    ),
    Fault("HTM070", "short address with the title of another section", SHORT, swap("<title>P1.3", "<title>P1.4")),
    Fault("HTM070", "short address whose link names another section", SHORT, first('">P1.3(.*</a>)', r'">P1.4\1')),
    Fault("HTM082", "short address of no mark", "r/z9/index.html", whole(LEADING), at=("r/z9/index.html", "<html")),
    Fault(
        "HTM098",
        "short address without its citation page",
        CITATION,
        whole(None),
        at=(SHORT, "<html"),
        besides="HTM002 HTM072",
    ),
    Fault("HTM098", "short address without its file", RIS, whole(None), at=(SHORT, "<html"), besides="HTM002"),
    Fault(
        "HTM083", "short address without its refresh", SHORT, first("<noscript>.*</noscript>", ""), at=(SHORT, "<html")
    ),
    Fault("HTM083", "short address without its script", SHORT, first("<script.*</script>", ""), at=(SHORT, "<html")),
    Fault("HTM083", "short address that waits", SHORT, swap('content="0;', 'content="60;')),
    Fault("HTM071", "refresh to another section", SHORT, first('(url=[^"]*)#representativite', r"\1#soutien-victimes")),
    Fault(
        "HTM071",
        "canonical address of another page",
        SHORT,
        first('(canonical" href=".*)rapprochement', r"\1proactivite"),
    ),
    Fault("HTM072", "copy of the address of another section", PAGE, swap('value="../../r/c6/"', 'value="../../r/c5/"')),
    Fault("HTM072", "citation of another section", PAGE, swap('href="../../citer/c6/"', 'href="../../citer/c5/"')),
    Fault("HTM072", "comment on another section", PAGE, swap('?subject=C6"', '?subject=C5"')),
    Fault("HTM072", "mark that leads to another section", PAGE, add('<a href="#suivi">C5</a>')),
    Fault("HTM072", "mark that leads to another page", PAGE, add('<a href="../vision/">P1.3</a>')),
    Fault(
        "HTM072",
        "mark that links another section",
        PAGE,
        swap('class="mark" href="#suivi"', 'class="mark" href="#legitimite"'),
    ),
    Fault(
        "HTM072",
        "card with the mark of another section",
        "exemples/index.html",
        first('(id="liste-police-de-quartier".*)E1 ', r"\1E2 "),
    ),
    Fault("HTM072", "entry of the timeline with another mark", "chronologie/index.html", swap(">E1 ", ">E2 ")),
    Fault("HTM072", "entry of the menu with another mark", "exemples/index.html", swap('small">E1<', 'small">E2<')),
    Fault(
        "HTM072",
        "section to print with another mark",
        "imprimer/index.html",
        swap('href="#esup">E8', 'href="#esup">E7'),
    ),
    Fault(
        "HTM072",
        "entry of the contents with another mark",
        PAGE,
        swap(
            'toc__link" href="#suivi"><span class="mark mark--small">C6',
            'toc__link" href="#suivi"><span class="mark mark--small">C5',
        ),
        besides="HTM081",
    ),
    Fault(
        "HTM081",
        "entry of the contents with another title",
        PAGE,
        swap("<span>Mieux suivre son application", "<span>Vision"),
    ),
    Fault(
        "HTM081",
        "entry of the contents to another section",
        PAGE,
        swap('toc__link" href="#suivi"', 'toc__link" href="#publicisation"'),
        besides="HTM072",
    ),
    Fault("HTM086", "button that says another mark", PAGE, swap("de la section C6", "de la section C5")),
    Fault(
        "HTM086",
        "section that nothing cites",
        PAGE,
        first('<p class="cite-links">.*/r/c6/.*\n', ""),
        at=(PAGE, '<h2 id="suivi"'),
    ),
    Fault(
        "HTM072",
        "citation that leads back elsewhere",
        CITATION,
        first('(cite-back" href=".*)#representativite', r"\1#soutien-victimes"),
    ),
    Fault(
        "HTM073",
        "CSL-JSON of another address",
        "citer/p1-3.json",
        swap("/r/p1-3/", "/r/p1-4/"),
        at=("citer/p1-3.json", "^"),
    ),
    Fault(
        "HTM073",
        "RIS of another title",
        "citer/p1-3.ris",
        first("TI  - .*?(?= \\()", "TI  - Vision"),
        at=("citer/p1-3.ris", "^"),
    ),
    Fault("HTM073", "CSL-JSON of nothing", "citer/p1-3.json", whole("{}")),
    Fault("HTM073", "RIS of the other language's address", RIS, swap("/r/p1-3/", "/en/r/p1-3/"), at=(RIS, "^")),
    Fault("HTM073", "RIS without an address", RIS, first("^UR  - .*\\n", ""), at=(RIS, "^")),
    Fault("HTM073", "RIS with the address of another section", RIS, swap("/r/p1-3/", "/r/p1-4/"), at=(RIS, "^")),
    Fault("HTM077", "RIS of another year", RIS, first("^PY  - 2026", "PY  - 2025"), at=(RIS, "^")),
    Fault("HTM077", "RIS of another day", RIS, first("^(DA  - ....)/../..", r"\1/01/02"), at=(RIS, "^")),
    Fault("HTM077", "RIS without a date", RIS, first("^PY.*\\n^DA.*\\n", ""), at=(RIS, "^")),
    Fault("HTM077", "RIS of another author", RIS, first("^(AU  - ).*(?=\\r)", r"\1Ministère"), at=(RIS, "^")),
    Fault("HTM077", "RIS in another language", RIS, swap("LA  - fr", "LA  - en"), at=(RIS, "^")),
    Fault("HTM077", "CSL-JSON of another year", CSL, first(r"(?s)(parts.*?)20\d\d", r"\g<1>2025"), at=(CSL, "^")),
    Fault("HTM077", "CSL-JSON of another author", CSL, swap('"literal": "La', '"literal": "Une'), at=(CSL, "^")),
    Fault("HTM077", "CSL-JSON in another language", CSL, swap('"language": "fr', '"language": "en'), at=(CSL, "^")),
    Fault(
        "HTM077",
        "citation of another date than its files",
        CITATION,
        swap("(2026, ", "(2025, "),
        at=(CSL, "^"),
        besides="HTM087",
    ),
    Fault("HTM087", "other language cited with another title", CITATION, swap("<em>Repres", "<em>Xepres")),
    Fault("HTM087", "other language cited with another day", CITATION, first(r"November \d+", "November 1")),
    Fault(
        "HTM087",
        "other language cited with another mark",
        CITATION,
        swap("guide, 2026, P1.3", "guide, 2026, P1.4"),
        at=(EN_CITATION, "le guide, 2026, P1.3"),
    ),
    Fault("HTM087", "other language cited with another page", CITATION, first(r"(n\.d\., p\.\s)13", r"\g<1>14")),
    Fault("HTM088", "RIS of another page of the policy", RIS, first(r"(p\.\s)13", r"\g<1>14"), at=(RIS, "^")),
    Fault("HTM088", "CSL-JSON of another page of the policy", CSL, first(r"(p\.\s)13", r"\g<1>14"), at=(CSL, "^")),
    Fault(
        "HTM089",
        "QR code of another section",
        CITATION,
        swap('src="../p1-3.svg"', 'src="../p1-4.svg"'),
        at=("citer/p1-4/index.html", 'class="cite-qr'),
        besides="HTM093",
    ),
    Fault(
        "HTM089",
        "QR code that holds another section's",
        "citer/p1-3.svg",
        whole(qr(f"{SITE_URL}r/p1-4/")[0]),
        at=("citer/p1-4/index.html", 'class="cite-qr'),
    ),
    Fault("HTM089", "QR code said to be of another section", CITATION, first('(alt="Code QR.*?)p1-3', r"\1p1-4")),
    Fault("HTM089", "address beside the QR code of another", CITATION, first("(cite-address.*)p1-3", r"\1p1-4")),
    Fault(
        "HTM089",
        "no QR code",
        CITATION,
        first("<p><img alt=.*\n.*cite-address.*", ""),
        at=(CITATION, "<html"),
        besides="HTM093",
    ),
    # metadata
    Fault("HTM099", "picture of another kind", PAGE, first("card-fr.png", "icon.svg")),
    Fault("HTM099", "picture of another size", PAGE, first('(image:width" content=")1200', r"\g<1>600"), at=CARD),
    Fault("HTM099", "picture without its text", PAGE, first('<meta property="og:image:alt.*', ""), at=CARD),
    Fault("HTM099", "no picture", EN, first('<meta property="og:image" .*', ""), at=(EN, "<html")),
    Fault("HTM078", "description of another page", PAGE, first('(name="description" content=")', r"\1Autre. "), at=LD),
    Fault(
        "HTM078",
        "card with another description",
        PAGE,
        first("(?=<meta property)", '<meta property="og:description" content="Autre.">'),
    ),
    Fault("HTM078", "another author", PAGE, first('(DC.creator" content=").*"', r'\1Ministère"')),
    Fault("HTM078", "another group", PAGE, first('(citation_author" content=").*"', r'\1Ministère,"'), at=LD),
    Fault("HTM078", "another date", PAGE, first('(publication_date" content=").*"', r'\g<1>2025/01/02"'), at=LD),
    Fault("HTM078", "another name of the site", PAGE, first('(og:site_name" content=").*"', r'\1Autre"'), at=LD),
    Fault(
        "HTM084",
        "no citation tags",
        PAGE,
        first('(?s)<meta name="citation_title.*?(?=<meta property=)', ""),
        at=(PAGE, "<html"),
    ),
    Fault("HTM084", "no name of the site", EN, first('<meta property="og:site_name.*', ""), at=(EN, "<html")),
    Fault("HTM084", "no date to cite", PAGE, first('<meta name="citation_publication_date.*', ""), at=(PAGE, "<html")),
    Fault("HTM084", "no JSON-LD", PAGE, first("<script type=.application/ld.json.*", ""), at=(PAGE, "<html")),
    Fault(
        "HTM084", "JSON-LD without sections", PAGE, first('"hasPart": \\[.*?\\]', '"hasPart": []'), at=(PAGE, "<html")
    ),
    Fault("HTM085", "no style sheet of the citations", PAGE, first(".*css/cite.css.*\n", ""), at=(PAGE, "<html")),
    Fault(
        "HTM085",
        "no script of the search",
        CITATION,
        first("<script src=.*js/search.js.*</script>", ""),
        at=(CITATION, "<html"),
    ),
    Fault("HTM074", "JSON-LD with the id of another page", PAGE, first('("@id": "[^"]*)contexte/"', r'\1vision/"')),
    Fault("HTM074", "JSON-LD of another page", PAGE, first('("url": "[^"]*)contexte/"', r'\1vision/"')),
    Fault(
        "HTM074",
        "JSON-LD in another language",
        PAGE,
        swap('"inLanguage": "fr-CA", "author"', '"inLanguage": "en-CA", "author"'),
    ),
    Fault("HTM074", "JSON-LD with another title", PAGE, swap('"headline": "Mise en contexte"', '"headline": "Vision"')),
    Fault("HTM074", "JSON-LD with another mark", PAGE, swap('"identifier": "C6"', '"identifier": "C7"')),
    Fault("HTM074", "JSON-LD with a section of no page", PAGE, swap('contexte/#suivi"', 'contexte/#suivis"')),
    Fault(
        "HTM074",
        "JSON-LD with another translation",
        PAGE,
        first('("workTranslation": ..@id": ".*?)context/', r"\1vision/"),
    ),
    Fault("HTM074", "way to another page", PAGE, first('("item": "[^"]*)contexte/"', r'\1vision/"')),
    Fault("HTM096", "another licence", PAGE, swap('licenses/by/4.0/", "isPartOf', 'licenses/by-nc/4.0/", "isPartOf')),
    Fault(
        "HTM096",
        "another source",
        PAGE,
        swap('{"@type": "Report", "name": "Politique', '{"@type": "Report", "name": "La'),
    ),
    Fault(
        "HTM097",
        "way through another chapter",
        RECORD,
        first('"name": "Exemples", ("item": "[^"]*)/exemples/"', r'"name": "Modèles", \1/modeles/"'),
    ),
    Fault("HTM097", "way through no page", RECORD, first('("item": "[^"]*)/exemples/"', r'\1/absente/"')),
    Fault("HTM097", "way by another name", RECORD, swap('"name": "Exemples", "item"', '"name": "Modèles", "item"')),
    Fault(
        "HTM097",
        "way through another language",
        RECORD,
        first('("position": 2, "name": "Exemples", "item": "[^"]*)/exemples/"', r'\1/en/examples/"'),
    ),
    Fault("HTM075", "citation of another page", PAGE, first("(citation_fulltext_html_url.*)contexte/", r"\1vision/")),
    Fault("HTM075", "citation of another mark", PAGE, first("(citation_public_url.*/r/)c/", r"\1v/")),
    Fault(
        "HTM075",
        "citation with another title",
        PAGE,
        swap('citation_title" content="Mise en contexte', 'citation_title" content="Vision'),
    ),
    Fault(
        "HTM075",
        "citation in another language",
        PAGE,
        swap('citation_language" content="fr"', 'citation_language" content="en"'),
    ),
    Fault(
        "HTM076",
        "date in the future",
        SITEMAP,
        first("<lastmod>.*?</lastmod>", "<lastmod>2999-12-31</lastmod>"),
        at=(SITEMAP, "<loc>"),
        besides="HTM067",
    ),
    Fault(
        "HTM076",
        "no date",
        SITEMAP,
        first("<lastmod>.*?</lastmod>", "<lastmod>lundi</lastmod>"),
        at=(SITEMAP, "<loc>"),
        besides="HTM067",
    ),
    # the page as a document
    Fault("HTM018", "base element", PAGE, first("(?=<meta charset)", '<base href="./">')),
    Fault("HTM019", "no charset", PAGE, first(' *<meta charset="utf-8">\n', ""), at=(PAGE, "<html")),
    Fault("HTM020", "empty title", PAGE, first("<title>.*</title>", "<title></title>")),
    Fault("HTM020", "second title", PAGE, first("</title>", "</title>⟦⟧<title>Encore</title>")),
    Fault("HTM021", "no description", PAGE, first('<meta name="description".*\n', ""), at=(PAGE, "<html")),
    Fault("HTM022", "no level 1 heading", PAGE, first("<h1(.*)</h1>", r"<h2\1</h2>"), at=(PAGE, "<html")),
    Fault("HTM022", "second level 1 heading", PAGE, add("<h1>Encore</h1>")),
    Fault("HTM023", "level left out", PAGE, first("<h2(.*)</h2>", r"<h3\1</h3>")),
    # accessibility
    Fault("HTM024", "id twice", PAGE, add('<p id="legitimite">Texte</p>')),
    Fault("HTM025", "label of nothing", PAGE, add('<label for="absente">Mot</label>')),
    Fault("HTM025", "control of nothing", PAGE, swap('popovertarget="menu"', 'popovertarget="menus"')),
    Fault("HTM025", "name that is nowhere", PAGE, swap('aria-labelledby="plan"', 'aria-labelledby="plans"')),
    Fault("HTM026", "image without alternative text", PAGE, add('<img src="../../assets/img/icon.svg">')),
    Fault("HTM027", "link without a name", PAGE, add('<a href="../vision/"><span></span></a>')),
    Fault("HTM027", "button without a name", PAGE, add('<button type="button"></button>')),
    Fault("HTM028", "table without headers", PAGE, add("<table><tr><td>1</td></tr></table>")),
    Fault("HTM029", "frame without a title", PAGE, add('<iframe src="../vision/"></iframe>'), besides="HTM057"),
    Fault("HTM052", "field without a label", PAGE, add('<input name="mot">')),
    Fault(
        "HTM053",
        "link hidden from screen readers",
        PAGE,
        add('<p aria-hidden="true"><a href="../vision/">Texte</a></p>'),
    ),
    # wholeness
    Fault("HTM044", "no doctype", PAGE, swap("<!doctype html>\n", "")),
    Fault("HTM044", "element left open", PAGE, add("<div><p>Texte</p>")),
    Fault("HTM044", "stray end of the layout", PAGE, add("</div>")),
    Fault("HTM044", "page cut short", PAGE, first(r"(?s)\s*</html>\s*", ""), at=(PAGE, "</body>")),
    Fault("HTM045", "link in a link", PAGE, add('<a href="../vision/">Vision <a href="../../glossaire/">Mot</a></a>')),
    Fault("HTM046", "second main part", PAGE, add("</main><main>")),
    Fault("HTM046", "no footer", PAGE, first('(?s)<footer class="footer">.*</footer>', ""), at=(PAGE, "<html")),
    Fault("HTM047", "empty heading", PAGE, add("<h2></h2>")),
    Fault("HTM048", "link without its definition", PAGE, add("<p>La [vision][vision ].</p>")),
    Fault("HTM048", "bold left open", PAGE, add("<p>Un **mot.</p>")),
    Fault("HTM048", "template left", PAGE, add("<p>{{ page.title }}</p>")),
    Fault("HTM048", "heading id left", PAGE, add("<h2>Titre { #titre }</h2>")),
    Fault("HTM048", "box left", PAGE, add("<p>!!! editorial « Note »</p>")),
    Fault("HTM048", "list left in a paragraph", PAGE, add("<p>Deux choses :\n⟦⟧- une chose;\n- une autre.</p>")),
    Fault("HTM048", "table left in a paragraph", PAGE, add("<p>| Un | Deux |\n| --- | --- |</p>")),
    Fault("HTM048", "fence left open", PAGE, add("<p>```</p>")),
    Fault("HTM049", "text of another encoding", PAGE, add("<p>La sÃ©curitÃ©</p>")),
    Fault("HTM050", "zero-width space", PAGE, add("<p>La\u200bvision</p>")),
    Fault("HTM051", "entity escaped twice", PAGE, add("<p>Police &amp;amp; ville</p>")),
    # languages
    Fault("HTM054", "unknown language", PAGE, add('<p lang="xx">Texte</p>')),
    Fault(
        "HTM059",
        "title of the other language",
        PAGE,
        first("<title>.*</title>", "<title>Context – Proximity policing in Québec</title>"),
    ),
    Fault("HTM062", "no x-default", PAGE, first('.*hreflang="x-default".*\n', ""), at=(PAGE, "<html")),
    Fault(
        "HTM062",
        "no hreflang of its own",
        PAGE,
        first('<link rel="alternate" hreflang="fr".*\n', ""),
        at=(PAGE, "<html"),
    ),
    Fault("HTM030", "no language", PAGE, swap('<html lang="fr-CA">', "<html>")),
    Fault(
        "HTM031",
        "language of the other folder",
        PAGE,
        swap('<html lang="fr-CA">', '<html lang="en-CA">'),
        besides="HTM034",
    ),
    Fault(
        "HTM032",
        "title of another page",
        PAGE,
        first("<title>.*?(?= – )", "<title>Vision"),
        at=("politique/vision/index.html", "<title>"),
    ),
    Fault(
        "HTM034",
        "hreflang that leads to the same language",
        PAGE,
        first('(rel="alternate" hreflang="en" href=".*?)en/policy/context/', r"\1politique/vision/"),
        besides="HTM035",
    ),
    Fault(
        "HTM035",
        "pair that does not point back",
        EN,
        first('(rel="alternate" hreflang="fr" href=".*?)contexte/', r"\1vision/"),
    ),
    Fault(
        "HTM035",
        "pair that the other page does not name",
        PAGE,
        first('<link rel="alternate" hreflang="en".*\n', ""),
        at=(EN, '<link rel="alternate" hreflang="fr"'),
    ),
    Fault(
        "HTM036",
        "page in one language only",
        "seule.html",
        whole(ORPHAN),
        at=("seule.html", "<html"),
        besides="HTM033 HTM039 HTM042 HTM085",
    ),
    Fault(
        "HTM037",
        "relative alternate",
        PAGE,
        first('(rel="alternate" hreflang="en" href=)"[^"]*"', r'\1"../../en/policy/context/"'),
    ),
    Fault("HTM038", "no 404 page in English", "en/404.html", whole(None)),
    # what readers and search engines find
    Fault(
        "HTM055",
        "noindex",
        PAGE,
        first("(?=<meta property)", '<meta name="robots" content="noindex">\n'),
        besides="HTM035 HTM041",
    ),
    Fault(
        "HTM055",
        "noindex for one search engine",
        PAGE,
        first("(?=<meta property)", '<meta name="googlebot" content="noindex">\n'),
        besides="HTM035 HTM041",
    ),
    Fault("HTM055", "site that robots.txt hides", ROBOTS, whole("User-agent: *\nDisallow: /\n"), at=(ROBOTS, "^Dis")),
    Fault(
        "HTM055",
        "page that robots.txt hides from one search engine",
        ROBOTS,
        whole(f"User-agent: GPTBot\nDisallow: /\n\nUser-agent: Googlebot\nDisallow: {PREFIX}/politique/contexte/\n"),
        at=(ROBOTS, "^Disallow: /."),
    ),
    Fault("HTM080", "sitemap of another site", ROBOTS, whole("Sitemap: https://example.org/sitemap.xml\n")),
    Fault(
        "HTM055",
        "short address that search engines list",
        "r/p1-3/index.html",
        first(".*noindex.*\n", ""),
        at=("r/p1-3/index.html", "<html"),
    ),
    Fault(
        "HTM033", "canonical address of another page", PAGE, first('(rel="canonical" href=".*?)contexte/', r"\1vision/")
    ),
    Fault("HTM033", "no canonical address", PAGE, first(' *<link rel="canonical".*\n', ""), at=(PAGE, "<html")),
    Fault(
        "HTM039",
        "page that nothing links",
        "seule.html",
        whole(ORPHAN),
        at=("seule.html", "<html"),
        besides="HTM033 HTM036 HTM042 HTM085",
    ),
    Fault("HTM040", "cut sitemap", SITEMAP, first("</urlset>", ""), besides="HTM067"),
    Fault(
        "HTM041",
        "unknown page in the sitemap",
        SITEMAP,
        first("(<loc>.*/politique/contexte)/", r"\1s/"),
        besides="HTM035 HTM042 HTM043 HTM067",
    ),
    Fault(
        "HTM042",
        "page left out of the sitemap",
        SITEMAP,
        first(r"(?s)^ *<url>\s*<loc>[^<]*/politique/contexte/</loc>.*?</url>\n", ""),
        at=(PAGE, "<html"),
        besides="HTM035 HTM067",
    ),
    Fault(
        "HTM043",
        "relative alternate in the sitemap",
        SITEMAP,
        first('(hreflang="en" href=")[^"]*(en/policy/context/)', r"\1\2"),
        besides="HTM067",
    ),
]


@pytest.fixture(scope="module")
def built(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site."""
    return Path(shutil.copytree(site, tmp_path_factory.mktemp("built"), dirs_exist_ok=True))


@pytest.fixture(scope="module")
def listed() -> set[str]:
    """The addresses of other sites that a page may link."""
    return pipeline.outside(read(staging.PROJECT), mkdocs_run.configuration(staging.PROJECT))


@pytest.fixture(scope="module", autouse=True)
def pages_read_once():
    """A fault is in one page: the others are the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify.reading, "read_page", cache(verify.reading.read_page))
        yield


@pytest.fixture(scope="module")
def before(built: Path, listed: set[str]) -> list[Finding]:
    """The findings of the untouched site."""
    return verify.verify(built, SITE_URL, listed)


def test_untouched_site_is_silent(before: list[Finding]):
    assert before == [], "\n".join(map(str, before))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_fault_is_caught(fault: Fault, built: Path, before: list[Finding], listed: set[str], record_property):
    record_property("planted", "faults of the built site")
    with planted(built, fault) as expected:
        found = set(verify.verify(built, SITE_URL, listed)) - set(before)
    assert not (wrong := shortfall(fault, expected, found)), wrong


def test_every_code_of_the_built_site_is_planted():
    assert {fault.code for fault in FAULTS} == {code for code in RULES if code.startswith("HTM")}
