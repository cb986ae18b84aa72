"""Rules on what readers and search engines find: canonical addresses, no orphan, and what robots.txt says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.parts import Use
from verify.robots import NAME as ROBOTS
from verify.rules.sitemap import write_address
from verify.rules.wholeness import HTM055
from verify.site import BuiltSite
from verify.sitemap import NAME as SITEMAP

HTM033 = Rule(
    "HTM033",
    "A page has one canonical link: its own absolute address.",
    "Une page a un seul lien canonique : sa propre adresse absolue.",
    "Search engines could list the page under several addresses, or list another in its place.",
    "Les moteurs de recherche pourraient donner la page sous plusieurs adresses, ou une autre à sa place.",
)

HTM039 = Rule(
    "HTM039",
    "Every page can be reached from the home page by links.",
    "Toute page peut être atteinte depuis la page d'accueil en suivant des liens.",
    "The editor's work would stay unread, since nobody who browses the site could find it.",
    "Le travail resterait sans lecteurs, car personne ne le trouverait en parcourant le site.",
)

HTM080 = Rule(
    "HTM080",
    "A sitemap that robots.txt names is the one of the site.",
    "Un plan du site que nomme robots.txt est celui du site.",
    "Search engines would read the list of another site, or of a former address, and miss the pages of this one.",
    "Les moteurs de recherche liraient la liste d'un autre site ou d'une ancienne adresse, et manqueraient les pages "
    "de celui-ci.",
)

_HOME = "index.html"
_NO_CANONICAL = Said("the page has no canonical link", "la page n'a pas de lien canonique")
_SECOND_CANONICAL = Said("second canonical link", "deuxième lien canonique")
_KEEP_ONE = Said("keep one", "n'en gardez qu'un")
_UNREACHED = Said(
    "no chain of links leads here from the home page", "aucune suite de liens ne mène ici depuis la page d'accueil"
)
_UNHIDE = Said(
    "remove the line, or name only what is no page", "retirez la ligne, ou n'y nommez que ce qui n'est pas une page"
)
_FOLLOWED = frozenset({"<a href>", "<a xlink:href>", "<area href>", "<meta refresh>"})


def canonical_is_its_own(site: BuiltSite) -> Iterator[Finding]:
    """An indexable page has one canonical link: its own absolute address."""
    links = defaultdict(list)
    for item in site.refs:
        if item.ref.use is Use.CANONICAL:
            links[item.path].append(item.ref)
    for page in site.pages.values():
        if not page.is_indexable:
            continue
        own, refs = site.address_of(page), links[page.path]
        if not refs:
            link = f'<link rel="canonical" href="{own}">'
            yield Finding(page.path, page.line, 1, HTM033, _NO_CANONICAL, Said(f"add {link}", f"ajoutez {link}"))
        for ref in refs[:1]:
            if unquote(ref.address) != own:
                message = Said(f"the canonical link is “{ref.address}”", f"le lien canonique est « {ref.address} »")
                yield Finding(page.path, ref.line, 1, HTM033, message, write_address(own))
        for ref in refs[1:]:
            yield Finding(page.path, ref.line, 1, HTM033, _SECOND_CANONICAL, _KEEP_ONE)


def no_orphans(site: BuiltSite) -> Iterator[Finding]:
    """Every indexable page can be reached from the home page by links."""
    if _HOME not in site.pages:
        return
    links = defaultdict(set)
    for item in site.refs:
        if item.ref.use is Use.LINK and item.ref.place in _FOLLOWED:
            links[item.path].add(item.file)
    reached, waiting = {_HOME}, [_HOME]
    while waiting:
        new = links[waiting.pop()] - reached
        reached |= new
        waiting += new
    for page in site.pages.values():
        if page.is_indexable and page.path not in reached:
            hint = Said("link it from a page or the navigation", "menez-y par un lien d'une page ou de la navigation")
            yield Finding(page.path, page.line, 1, HTM039, _UNREACHED, hint)


def robots_hides_no_page(site: BuiltSite) -> Iterator[Finding]:
    """robots.txt keeps search engines from no indexable page."""
    pages = [page for page in site.pages.values() if page.is_indexable]
    if hidden := [page for page in pages if site.robots.hides(site.address_of(page))]:
        line = site.robots.line_hiding(site.address_of(hidden[0]))
        yield Finding(ROBOTS, line, 1, HTM055, _hidden(hidden[0].path, len(hidden) - 1), _UNHIDE)


def robots_names_this_sitemap(site: BuiltSite) -> Iterator[Finding]:
    """A sitemap that robots.txt names is the one of this site."""
    for line, address in site.robots.sitemaps:
        if address not in (own := site.resolver.url + SITEMAP, f"{own}.gz"):
            french = f"« {address} » n'est pas le plan de ce site"
            message = Said(f"“{address}” is not the sitemap of this site", french)
            yield Finding(ROBOTS, line, 1, HTM080, message, write_address(own))


def _hidden(path: str, others: int) -> Said:
    """The message about a page and a number of others."""
    english = f"search engines may not read {path}"
    french = f"les moteurs de recherche ne peuvent pas lire {path}"
    if not others:
        return Said(english, french)
    return Said(
        f"{english} and {others} more", f"{french}, ni {others} {'autres pages' if others > 1 else 'autre page'}"
    )


RULES = (
    canonical_is_its_own,
    no_orphans,
    robots_hides_no_page,
    robots_names_this_sitemap,
)
