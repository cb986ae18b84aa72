"""Rules on what every page of content has in its head: what machines read, and what the layout is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.refused import HTM016
from verify.rules.citations import BUILD_AGAIN
from verify.rules.linked_data import parts_of
from verify.site import BuiltSite

HTM084 = Rule(
    "HTM084",
    "A page of the sitemap has its citation tags, its author, the name of the site, and JSON-LD with its author, "
    "licence and marked sections.",
    "Une page du plan du site a ses balises de citation, son auteur, le nom du site, et des données JSON-LD avec "
    "auteur, licence et sections à repère.",
    "Reference managers and search engines would find nothing to cite, and nobody would see that it is missing.",
    "Les logiciels de gestion bibliographique et les moteurs de recherche ne trouveraient rien à citer, sans que cela "
    "se voie.",
)

HTM085 = Rule(
    "HTM085",
    "A page loads the style sheets and scripts that most pages load.",
    "Une page charge les feuilles de style et les scripts que charge la plupart des pages.",
    "One page would lose a part of its layout, its search or its buttons while all others look right.",
    "Une page perdrait une partie de sa mise en page, sa recherche ou ses boutons, alors que les autres semblent "
    "justes.",
)

_TAGS = (
    "citation_title",
    "citation_author",
    "DC.creator",
    "citation_language",
    "citation_public_url",
    "citation_fulltext_html_url",
    "og:site_name",
)
_DATE = "citation_publication_date"
_KEYS = ("author", "license", "isPartOf")
_WHOLE = frozenset({"WebSite"})  # a work that is no part of another
_LAYOUT = frozenset({"<link rel=stylesheet>", "<script src>"})


def pages_have_their_metadata(site: BuiltSite) -> Iterator[Finding]:
    """A page of the sitemap has its citation tags, its author, the name of the site, and whole JSON-LD."""
    for path, page in site.pages.items():
        if path in site.listed and page.is_indexable and (missing := [*_missing(page)]):
            english, french = ", ".join(missing), ", ".join(getattr(what, "fr", what) for what in missing)
            message = Said(f"the head lacks {english}", f"il manque dans l'en-tête (head) : {french}")
            yield Finding(path, page.line, 1, HTM084, message, BUILD_AGAIN)


def _missing(page: PageFacts) -> Iterator[str]:
    """What the head of a page lacks, by the name of the tag or key."""
    tags = {name for name, (_, said) in page.tags if said.strip()}
    node = next((node for _, node in page.linked_data if "inLanguage" in node), None)
    yield from (name for name in _TAGS if name not in tags)
    if node is None:
        yield from () if any(code == HTM016 for _, code, *_ in page.flaws) else ("JSON-LD",)
        return
    if node.get("datePublished") and _DATE not in tags:
        yield _DATE
    yield from (f"JSON-LD {key}" for key in _KEYS if not node.get(key) and not _is_whole(node, key))
    said = sum(1 for part in parts_of(node) if part.get("identifier"))
    marked = sum(1 for links in page.cite_links if links.section.level > 1)
    if page.title.title and said < marked:  # without a title, what is a section is not sure
        yield Said(f"{marked - said} sections of JSON-LD", f"sections de JSON-LD ({marked - said})")


def _is_whole(node: Mapping[str, Any], key: str) -> bool:
    return key == "isPartOf" and str(node.get("@type")) in _WHOLE


def pages_load_their_layout(site: BuiltSite) -> Iterator[Finding]:
    """A page loads the style sheets and scripts that most pages load; an address that fails is another rule's."""
    loads: defaultdict[str, set[str]] = defaultdict(set)
    failing: set[str] = set()
    for item in site.refs:
        if item.ref.place in _LAYOUT:
            loads[item.path].add(item.file)
            failing.update({item.path} if item.target.fault else ())
    pages = [page for page in site.pages.values() if not page.is_redirect]
    counted = Counter(file for page in pages for file in loads[page.path])
    layout = {file for file, count in counted.items() if file and 2 * count > len(pages)}
    for page in pages:
        if page.path not in failing and (missing := ", ".join(sorted(layout - loads[page.path]))):
            message = Said(f"the page does not load {missing}", f"la page ne charge pas {missing}")
            hint = Said("load what most pages load", "chargez ce que charge la plupart des pages")
            yield Finding(page.path, page.line, 1, HTM085, message, hint)


RULES = (pages_have_their_metadata, pages_load_their_layout)
