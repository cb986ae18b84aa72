"""A tiny valid site, as text: what `verify` reads in a test, whole or with a fault planted in it."""

from __future__ import annotations

import json
from pathlib import Path

URL = "https://guide.example/base/"
Files = dict[str, str | bytes]

# Two pages a language, each in the path of the other language's counterpart.
PAIRS = (("", "en/"), ("piliers/", "en/pillars/"))
TITLES = {"": "Accueil", "en/": "Home", "piliers/": "Les piliers", "en/pillars/": "Pillars"}
REACH = """<p><a href="piliers/">Piliers</a> <a href="piliers/#%C3%A9quit%C3%A9">Équité</a> <a href="#top">Haut</a></p>
<p><a href="https://a.example/">Québec</a> <a href="mailto:a@guide.example">Écrire</a> <a href="?q=1#ici">Ici</a></p>
<p id="ici"><img src="assets/logo.svg" alt=""></p>
<p><img src="assets/%C3%A9t%C3%A9.png" srcset="assets/été.png 1x, assets/logo.svg 2x" alt="Été"></p>
<p><a href="piliers/"><svg role="img"><title>Piliers</title><use href="assets/logo.svg#rond"/></svg></a></p>
<form action="piliers/"><label for="mot">Mot</label> <input id="mot" list="mots"><datalist id="mots"></datalist></form>
<button aria-label="Menu" aria-controls="menu fin" type="button"></button>
<ul id="menu"><li><a name="vieux" href="./"><img src="assets/logo.svg" alt="Accueil"></a></li></ul>
<table><tr><th id="col">An</th></tr><tr><td headers="col">2023</td></tr></table>
<script type="application/ld+json">{"name": "Guide"}</script>
<!-- <a href="absent/"> --><template><p id="menu"><a href="absent/"></a></p></template>
<p hidden><a href="./"></a> <img src="data:image/gif;base64,R0lGOD lhAQA=" alt=""></p>
<table role="presentation"><tr><td>Mise en page</td></tr></table>
<p id="fin"><a href="#vieux">Menu</a> <a href="ancien/">Ancienne adresse</a></p>"""
SUB = '<p id="équité"><a href="../">Accueil</a></p>\n<h2>Un</h2>\n<h3>Deux</h3>\n<h2>Trois</h2>'
SVG = 'xmlns="http://www.w3.org/2000/svg"'
LOGO, PNG = f'<svg {SVG}>\n<circle id="rond" r="1"/></svg>\n', b"\x89PNG\r\n\x1a\n...IEND\xaeB`\x82"
CARD = PNG[:8] + b"\0\0\0\rIHDR" + (1200).to_bytes(4, "big") + (630).to_bytes(4, "big") + PNG[8:]
NOINDEX, OLD = '<meta name="robots" content="noindex">', "ancien/index.html"
MOVED = '<script src="../assets/js/moved.js" defer></script>'
ERROR = '<p><a href="/base/">Accueil</a></p>'


def page(path: str, title: str, body: str, head: str = "") -> str:
    language = "en" if path.startswith("en/") else "fr"
    root = "/base/" if path.endswith("404.html") else "../" * path.count("/")
    return f"""<!doctype html>
<html lang="{language}-CA">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="description" content="Page {title}">
{head}
<link rel="stylesheet" href="{root}assets/style.css">
<script src="{root}assets/app.js" defer></script>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
<footer>Ce guide n’est pas un site du gouvernement.</footer>
</body>
</html>
"""


def head(folder: str, french: str, english: str) -> str:
    return f"""<link rel="canonical" href="{URL}{folder}">
<link rel="alternate" hreflang="fr" href="{URL}{french}">
<link rel="alternate" hreflang="en" href="{URL}{english}">
<link rel="alternate" hreflang="x-default" href="{URL}{french}">
{metadata(folder)}
<meta property="og:url" content="{URL}{folder}">
<meta property="og:image" content="{URL}assets/card.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="Le guide">"""


def metadata(folder: str) -> str:
    """What a reference manager reads, and JSON-LD with what it must say."""
    title, language = TITLES.get(folder, "Autre"), "en" if folder.startswith("en/") else "fr"
    author = {"name": "Le guide"}
    node = {"@id": f"{URL}{folder}", "url": f"{URL}{folder}", "inLanguage": language, "headline": title}
    node |= {"author": author, "isPartOf": author, "license": "https://a.example/"}
    return f"""<meta name="citation_title" content="{title}">
<meta name="citation_author" content="Le guide,">
<meta name="DC.creator" content="Le guide">
<meta name="citation_language" content="{language}">
<meta name="citation_public_url" content="{URL}{folder}">
<meta name="citation_fulltext_html_url" content="{URL}{folder}">
<meta property="og:site_name" content="Le guide">
<script type="application/ld+json">{json.dumps({"@graph": [node]})}</script>"""


def switcher(folder: str, french: str, english: str) -> str:
    """Links of the language switch, relative to the page, then its neighbours' links in the same language."""
    root = "../" * folder.count("/") or "./"
    return f"""<p><a hreflang="fr" href="{root}{french}">Français</a></p>
<p><a hreflang="en" href="{root}{english}">English</a></p>"""


def entry(folder: str, french: str, english: str) -> str:
    return f"""<url>
<loc>{URL}{folder}</loc>
<xhtml:link rel="alternate" hreflang="fr" href="{URL}{french}"/>
<xhtml:link rel="alternate" hreflang="en" href="{URL}{english}"/>
<xhtml:link rel="alternate" hreflang="x-default" href="{URL}{french}"/>
</url>
"""


def valid_site() -> Files:
    """The files of a site without a fault."""
    files: Files = {}
    entries = ""
    for pair in PAIRS:
        for folder in pair:
            body = {"": REACH, "en/": '<p><a href="pillars/">Pillars</a></p>'}.get(folder, SUB)
            text = page(folder, TITLES[folder], f"{switcher(folder, *pair)}\n{body}", head(folder, *pair))
            files[f"{folder}index.html"] = text
            entries += entry(folder, *pair)
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    refresh = f'{NOINDEX}\n<meta http-equiv="refresh" content="0; url=../piliers/">\n{MOVED}'
    return files | {
        "404.html": page("404.html", "Page introuvable", ERROR, NOINDEX),
        "en/404.html": page("en/404.html", "Page not found", ERROR, NOINDEX),
        OLD: f"""<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Accueil</title>
{refresh}
</head>
<body><main data-kind="moved"><a href="../piliers/">Les piliers</a></main></body>
</html>
""",
        "sitemap.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {names}>\n{entries}</urlset>\n',
        "assets/style.css": "@import 'print.css';\n/* @import 'absent.css' */\nbody { background: url(logo.svg) }\n",
        "assets/print.css": "@media print { a::after { content: 'url(absent.png)' } }\n",
        "assets/app.js": "import('./module.js');\n",
        "assets/js/moved.js": "location.replace(document.links[0]);\n",
        "assets/module.js": "export const a = 1;\n",
        "assets/logo.svg": LOGO,
        "assets/été.png": PNG,
        "assets/card.png": CARD,
    }


def write(root: Path, files: Files) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


# Ways to plant a fault: each changes the files in place.
