"""Old and short addresses lead where they should, in their language, from any folder, without scripts."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

import pytest

from kb.model.ledger import PATH, serialize
from kb.published.published import published
from kb.read.reader import read
from kb.render import stage
from kb.render.old_addresses import pages
from verify.page import read_page

URL = "https://guide.example/base/"


def remember(root: Path, *old: dict) -> None:
    """Record the base, with old addresses besides."""
    ledger = serialize(published(read(root)).values())
    moves = "".join(json.dumps({"date": "2026-11-22", **entry}) + "\n" for entry in old)
    (root / PATH).write_text(ledger + moves, encoding="utf-8")


def links(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', html)


def refresh(html: str) -> list[str]:
    return re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', html)


@pytest.mark.parametrize(
    ("file", "target", "language", "title"),
    [
        ("r/p1-1/index.html", "../../piliers/rapprochement/#presence", "fr", "P1.1 Présence et accessibilité"),
        ("en/r/p1-1/index.html", "../../pillars/closer-ties/#presence", "en", "P1.1 Presence and accessibility"),
        ("r/e1/index.html", "../../exemples/equipe-reso/", "fr", "E1 L’équipe RÉSO"),
        ("en/r/m1/index.html", "../../models/hub/", "en", None),
        ("r/c/index.html", "../../politique/contexte/", "fr", None),
    ],
)
def test_each_mark_has_a_short_address(base, file, target, language, title):
    html = pages(read(base), URL)[file]
    assert refresh(html) == links(html) == [target]
    assert f'<html lang="{language}-CA">' in html
    assert title is None or f"<title>{title}</title>" in html


def test_short_addresses_are_those_of_the_marks(base):
    corpus = read(base)
    marks = {entry.mark for entry in published(corpus).values() if entry.mark}
    found = set(pages(corpus, URL))
    assert len(found) == 2 * len(marks) > 10


def test_every_page_is_sound(base):
    """Every address leads, from its own folder, to something published; and the page says that it is no content."""
    remember(base, {"id": "v", "fr": "/vieux/", "to": "hub"}, {"id": "w", "fr": "/vieux/#a", "to": "presence"})
    corpus = read(base)
    known = {address for entry in published(corpus).values() for address in entry.addresses.values()}
    for file, html in pages(corpus, URL).items():
        page = read_page(file, html.encode())
        assert page.noindex
        assert page.titles[0].text
        assert len([heading for heading in page.headings if heading.level == 1]) == 1
        for way in links(html) + refresh(html):
            path, hash_, fragment = way.partition("#")
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(file), path)).rstrip("/") + "/"
            assert target + hash_ + fragment in known
        (canonical,) = re.findall(r'rel="canonical" href="([^"]*)"', html)
        assert canonical.removeprefix(URL.rstrip("/")) in known


def test_an_old_page_leads_on(base):
    remember(base, {"id": "vieux", "mark": "P9", "fr": "/a/vieux/", "en": "/en/old/", "to": "presence"})
    found = pages(read(base), URL)
    assert refresh(found["a/vieux/index.html"]) == ["../../piliers/rapprochement/#presence"]
    assert refresh(found["en/old/index.html"]) == ["../pillars/closer-ties/#presence"]
    assert refresh(found["r/p9/index.html"]) == ["../../piliers/rapprochement/#presence"]
    assert "Cette adresse mène à <a" in found["a/vieux/index.html"]
    assert "This address leads to <a" in found["en/old/index.html"]


def test_an_old_page_with_sections_keeps_their_anchors(base):
    """A refresh would lose the fragment: each old section is a place in the page, with its own link."""
    remember(base, {"id": "v", "fr": "/vieux/", "to": "hub"}, {"id": "v#a", "fr": "/vieux/#a", "to": "presence"})
    html = pages(read(base), URL)["vieux/index.html"]
    assert refresh(html) == []
    assert re.search(r'<p id="a">[^<]*<a href="\.\./piliers/rapprochement/#presence">P1\.1 ', html)
    assert '<script src="../assets/js/moved.js" defer></script>' in html


def test_an_old_section_of_a_standing_page_is_an_anchor_at_its_place(base):
    old = {"fr": "/piliers/rapprochement/#avant", "en": "/en/pillars/closer-ties/#avant"}
    remember(base, {"id": "avant", **old, "to": "presence"})
    tree = stage(read(base))
    for path in ("fr/piliers/rapprochement.md", "en/pillars/closer-ties.md"):
        assert re.search(r'<div id="avant"></div>\n\n## [^\n]*\{ #presence \}', tree[path])
    assert "vieux/index.html" not in pages(read(base), URL)


def test_an_old_entry_of_a_list_is_an_anchor_at_its_place(base):
    remember(base, {"id": "avant", "fr": "/glossaire/#avant", "to": "t-concertation"})
    assert re.search(r'<div id="avant"></div>\n\n### [^\n]*\{ #t-concertation \}', stage(read(base))["fr/glossaire.md"])


def test_an_old_section_is_an_anchor_in_the_whole_guide_too(base):
    """Where it stood there: under its own id, or after its page's; what is itself again is left as it is."""
    new_page = {"fr": "tout.md", "en": "all.md"}
    for language, name in new_page.items():
        text = "---\nid: tout\ntitle: Tout\ndescription: Tout.\neditorial: true\ngenerated: all\n---\n"
        (base / "docs" / language / name).write_text(text, encoding="utf-8")
    old = ({"id": "avant", "to": "presence"}, {"id": "reso#avant", "to": "reso#besoin"}, {"id": "hub", "to": "reso"})
    remember(base, *({**entry, "fr": f"/vieux-{at}/#a"} for at, entry in enumerate(old)))
    whole = stage(read(base))["fr/tout.md"]
    assert re.search(r'<div id="avant"></div>\n\n### [^\n]*\{ #presence \}', whole)
    assert re.search(r'<div id="reso--avant"></div>\n\n### [^\n]*\{ #reso--besoin \}', whole)
    assert 'id="hub"' not in whole


def test_an_old_section_that_is_elsewhere_is_a_line_of_its_page(base):
    remember(base, {"id": "avant", "fr": "/glossaire/#avant", "en": "/en/glossary/#avant", "to": "reso#besoin"})
    tree = stage(read(base))
    said = "Cette section a déménagé\u00a0: [E1 L’équipe RÉSO, Le besoin][reso#besoin].\n{ #avant .moved }"
    assert said in tree["fr/glossaire.md"]
    assert (
        "This section has moved: [E1 The RÉSO team, The need][reso#besoin].\n{ #avant .moved }"
        in tree["en/glossary.md"]
    )
    assert "[reso#besoin]: exemples/equipe-reso.md#besoin" in tree["fr/glossaire.md"]


def test_without_an_address_of_its_own_the_site_gives_no_canonical_link(base):
    assert all("canonical" not in html for html in pages(read(base), "").values())
