"""Where old and short addresses lead: static pages that work without scripts, below any path.

A fragment never reaches a server. So an old page with sections does not lead on at once: it holds an anchor and a link
for each of them, and a script that only saves the click. Without old sections it is a plain refresh.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape

from kb.model import sitepath
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.model.ledger import Entry
from kb.published.published import published
from kb.render.links import named
from kb.text.labels import label

SCRIPT = "/assets/js/moved.js"


def pages(corpus: Corpus, site_url: str) -> dict[str, str]:
    """File below the site's folder → HTML of each short address and each old page."""
    now = published(corpus)
    found: dict[str, str] = {}
    for language in LANGUAGES:
        leads = {**dict(_short(corpus, now, language)), **dict(_old(corpus, now, language))}
        for address, ways in leads.items():
            found[f"{address[1:]}index.html"] = _page(corpus, now, language, address, ways, site_url)
    return found


def _short(corpus: Corpus, now: Mapping[str, Entry], language: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The short address of every mark, those of retired sections included."""
    for entry in (*corpus.ledger.moved, *now.values()):
        to = entry.to or entry.id
        if entry.mark and to in now and now[to][language]:
            yield sitepath.short(entry.mark, language), {"": to}


def _old(corpus: Corpus, now: Mapping[str, Entry], language: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each address where no page stands any more, with fragment → reference of what stood there."""
    standing = {entry[language] for entry in now.values()}
    old: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in corpus.ledger.moved:
        path, _, fragment = (entry[language] or "").partition("#")
        if path and path not in standing and entry.to and entry.to in now:
            old[path][fragment] = entry.to
    yield from old.items()


def _page(
    corpus: Corpus, now: Mapping[str, Entry], language: str, address: str, ways: dict[str, str], site_url: str
) -> str:
    main = ways.get("") or next(iter(ways.values()))
    target = now[main][language] or "/"
    way = escape(sitepath.relative(address, target))
    refresh = f'<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>' if len(ways) == 1 else ""
    canonical = (
        f'<link rel="canonical" href="{escape(site_url.rstrip("/") + target.partition("#")[0])}">' if site_url else ""
    )
    title = f"{named(corpus, main, language)} ({address})" if len(ways) > 1 else named(corpus, main, language)
    leads = partial(label, corpus, "leads-to", language)
    lines = [
        "<!doctype html>",
        f'<html lang="{language}-CA">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        '<meta name="color-scheme" content="light dark">',
        refresh,
        canonical,
        f"<title>{escape(title)}</title>",
        f'<meta name="description" content="{escape(leads(link=named(corpus, main, language)))}">',
        f'<script src="{sitepath.relative(address, SCRIPT).rstrip("/")}" defer></script>',
        "</head>",
        "<body>",
        '<main data-kind="moved">',
        f"<h1>{escape(named(corpus, main, language))}</h1>",
        f"<p>{leads(link=_link(corpus, main, way, language))}</p>",
        *_sections(corpus, now, language, address, ways),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(filter(None, lines)) + "\n"


def _sections(
    corpus: Corpus, now: Mapping[str, Entry], language: str, address: str, ways: dict[str, str]
) -> Iterator[str]:
    for fragment, to in ways.items():
        if fragment:
            way = escape(sitepath.relative(address, now[to][language] or "/"))
            moved = label(corpus, "section-moved", language, link=_link(corpus, to, way, language))
            yield f'<p id="{escape(fragment)}">{moved}</p>'


def _link(corpus: Corpus, to: str, way: str, language: str) -> str:
    return f'<a href="{way}">{escape(named(corpus, to, language))}</a>'
