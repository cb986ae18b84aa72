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
from kb.published.published import published, retired
from kb.render.view import View

SCRIPT = "/assets/js/moved.js"


def pages(corpus: Corpus, site_url: str) -> dict[str, str]:
    """File below the site's folder → HTML of each short address and each old page."""
    now = published(corpus)
    found: dict[str, str] = {}
    for view in (View(corpus, language) for language in LANGUAGES):
        for address, ways in {**dict(_short(view, now)), **dict(_old(view, now))}.items():
            found[f"{address[1:]}index.html"] = _page(view, now, address, ways, site_url)
    return found


def _short(view: View, now: Mapping[str, Entry]) -> Iterator[tuple[str, dict[str, str]]]:
    """The short address of every mark, those of retired sections included."""
    borne = {entry.mark: id_ for id_, entry in now.items() if entry.mark}
    for mark, to in {**retired(view.corpus), **borne}.items():
        if now[to][view.language]:
            yield sitepath.short(mark, view.language), {"": to}


def _old(view: View, now: Mapping[str, Entry]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each address where no page stands any more, with fragment → reference of what stood there."""
    standing = {entry[view.language] for entry in now.values()}
    old: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in view.corpus.ledger.moved:
        path, _, fragment = (entry[view.language] or "").partition("#")
        if path and path not in standing and entry.to and entry.to in now:
            old[path][fragment] = entry.to
    yield from old.items()


def _page(view: View, now: Mapping[str, Entry], address: str, ways: dict[str, str], site_url: str) -> str:
    main = ways.get("") or next(iter(ways.values()))
    target = now[main][view.language] or "/"
    way = escape(sitepath.relative(address, target))
    refresh = f'<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>' if len(ways) == 1 else ""
    canonical = (
        f'<link rel="canonical" href="{escape(site_url.rstrip("/") + target.partition("#")[0])}">' if site_url else ""
    )
    title = f"{view.named(main)} ({address})" if len(ways) > 1 else view.named(main)
    leads = partial(view.label, "leads-to")
    lines = [
        "<!doctype html>",
        f'<html lang="{view.language}-CA">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        '<meta name="color-scheme" content="light dark">',
        refresh,
        canonical,
        f"<title>{escape(title)}</title>",
        f'<meta name="description" content="{escape(leads(link=view.named(main)))}">',
        f'<script src="{sitepath.relative(address, SCRIPT).rstrip("/")}" defer></script>',
        "</head>",
        "<body>",
        '<main data-kind="moved">',
        f"<h1>{view.spoken(escape(view.named(main)))}</h1>",
        f"<p>{leads(link=_link(view, main, way))}</p>",
        *_sections(view, now, address, ways),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(filter(None, lines)) + "\n"


def _sections(view: View, now: Mapping[str, Entry], address: str, ways: dict[str, str]) -> Iterator[str]:
    for fragment, to in ways.items():
        if fragment:
            way = escape(sitepath.relative(address, now[to][view.language] or "/"))
            moved = view.label("section-moved", link=_link(view, to, way))
            yield f'<p id="{escape(fragment)}">{moved}</p>'


def _link(view: View, to: str, way: str) -> str:
    return f'<a href="{way}">{view.spoken(escape(view.named(to)))}</a>'
