"""Rules on what readers and search engines find: canonical addresses, the sitemap, and no orphan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import Use
from verify.robots import NAME as ROBOTS
from verify.rules.wholeness import HTM055
from verify.site import Site
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

HTM040 = Rule(
    "HTM040",
    "sitemap.xml exists and is a sitemap.",
    "Le fichier sitemap.xml existe et est un plan du site.",
    "Search engines would find new and changed pages late, or never.",
    "Les moteurs de recherche trouveraient tard, ou jamais, les pages nouvelles ou modifiées.",
)

HTM041 = Rule(
    "HTM041",
    "A sitemap entry is the canonical address of a page.",
    "Une entrée du plan du site est l'adresse canonique d'une page.",
    "Search engines would be sent to an error or to a duplicate, and trust the whole list less.",
    "Les moteurs de recherche seraient envoyés vers une erreur ou un doublon, et se fieraient moins à toute la liste.",
)

HTM042 = Rule(
    "HTM042",
    "The sitemap lists every page exactly once.",
    "Le plan du site contient chaque page, une fois et une seule.",
    "A page left out may be missing from search engines, and one listed twice casts doubt on the list.",
    "Une page oubliée peut manquer dans les moteurs de recherche, et une page répétée fait douter de la liste.",
)

HTM043 = Rule(
    "HTM043",
    "The alternates of a sitemap entry are absolute addresses of pages, with the entry itself and x-default.",
    "Les autres versions (alternates) d'une entrée du plan du site sont des adresses absolues de pages, et "
    "comprennent l'entrée elle-même et x-default.",
    "Search engines would drop the link between the French and English pages and offer the wrong one.",
    "Les moteurs de recherche ne relieraient plus la page française et l'anglaise, et proposeraient la mauvaise.",
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
_UNLISTED = Said("the page is not in sitemap.xml", "la page n'est pas dans sitemap.xml")
_UNHIDE = Said(
    "remove the line, or name only what is no page", "retirez la ligne, ou n'y nommez que ce qui n'est pas une page"
)
_FOLLOWED = frozenset({"<a href>", "<a xlink:href>", "<area href>", "<meta refresh>"})


def canonical_is_its_own(site: Site) -> Iterator[Finding]:
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
                yield Finding(page.path, ref.line, 1, HTM033, message, _write(own))
        for ref in refs[1:]:
            yield Finding(page.path, ref.line, 1, HTM033, _SECOND_CANONICAL, _KEEP_ONE)


def no_orphans(site: Site) -> Iterator[Finding]:
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


def sitemap_parses(site: Site) -> Iterator[Finding]:
    """sitemap.xml exists and is a sitemap."""
    if fault := site.sitemap.fault:
        yield Finding(
            SITEMAP,
            fault.line,
            1,
            HTM040,
            fault.text,
            Said("build it with site_url set", "construisez-le avec site_url"),
        )


def sitemap_lists_pages(site: Site) -> Iterator[Finding]:
    """A sitemap entry is the canonical address of an indexable page."""
    for entry in site.sitemap.entries:
        target = site.resolver.resolve("", entry.address)
        page = site.pages.get(target.file)
        if page is None or not page.is_indexable:
            english = f"“{entry.address}” is no indexable page of the site"
            french = f"« {entry.address} » n'est pas une page du site que les moteurs de recherche doivent lire"
            hint = Said("remove it, or mend the address", "retirez-la, ou corrigez l'adresse")
            yield Finding(SITEMAP, entry.line, 1, HTM041, Said(english, french), hint)
        elif unquote(entry.address) != (own := site.address_of(page)):
            told = Said(f"“{entry.address}” is not canonical", f"« {entry.address} » n'est pas l'adresse canonique")
            yield Finding(SITEMAP, entry.line, 1, HTM041, told, _write(own))


def sitemap_lists_each_page_once(site: Site) -> Iterator[Finding]:
    """The sitemap lists every indexable page exactly once."""
    lines: dict[str, int] = {}
    for entry in site.sitemap.entries:
        file = site.resolver.resolve("", entry.address).file
        if file in lines:
            message = Said(f"{file} is already on line {lines[file]}", f"{file} est déjà à la ligne {lines[file]}")
            yield Finding(SITEMAP, entry.line, 1, HTM042, message, Said("list it once", "inscrivez-la une seule fois"))
        elif file:
            lines[file] = entry.line
    for page in site.pages.values():
        if page.is_indexable and page.path not in lines and not site.sitemap.fault:
            yield Finding(page.path, page.line, 1, HTM042, _UNLISTED, Said("list it", "inscrivez-la"))


def sitemap_alternates(site: Site) -> Iterator[Finding]:
    """The alternates of a sitemap entry lead to pages, and name the entry itself and x-default."""
    for entry in site.sitemap.entries:
        resolve = site.resolver.resolve
        for alternate in entry.alternates:
            if resolve("", alternate.address).file not in site.pages or "://" not in alternate.address:
                english = f"alternate “{alternate.address}” is no absolute address of a page"
                french = f"l'autre version (alternate) « {alternate.address} » n'est pas l'adresse absolue d'une page"
                hint = Said("mend the address", "corrigez l'adresse")
                yield Finding(SITEMAP, alternate.line, 1, HTM043, Said(english, french), hint)
        if not entry.alternates:
            continue
        if "x-default" not in {alternate.language.lower() for alternate in entry.alternates}:
            message = Said(f"“{entry.address}” has no x-default", f"« {entry.address} » n'a pas de x-default")
            yield Finding(SITEMAP, entry.line, 1, HTM043, message, Said("add one", "ajoutez-en un"))
        own = resolve("", entry.address).file
        if own not in {resolve("", alternate.address).file for alternate in entry.alternates}:
            english = f"the alternates of “{entry.address}” do not name it"
            french = f"les autres versions (alternates) de « {entry.address} » ne la nomment pas"
            hint = Said("add its own language", "ajoutez sa propre langue")
            yield Finding(SITEMAP, entry.line, 1, HTM043, Said(english, french), hint)


def robots_hides_no_page(site: Site) -> Iterator[Finding]:
    """robots.txt keeps search engines from no indexable page."""
    pages = [page for page in site.pages.values() if page.is_indexable]
    if hidden := [page for page in pages if site.robots.hides(site.address_of(page))]:
        line = site.robots.line_hiding(site.address_of(hidden[0]))
        yield Finding(ROBOTS, line, 1, HTM055, _hidden(hidden[0].path, len(hidden) - 1), _UNHIDE)


def robots_names_this_sitemap(site: Site) -> Iterator[Finding]:
    """A sitemap that robots.txt names is the one of this site."""
    for line, address in site.robots.sitemaps:
        if address not in (own := site.resolver.url + SITEMAP, f"{own}.gz"):
            french = f"« {address} » n'est pas le plan de ce site"
            message = Said(f"“{address}” is not the sitemap of this site", french)
            yield Finding(ROBOTS, line, 1, HTM080, message, _write(own))


def _hidden(path: str, others: int) -> Said:
    """The message about a page and a number of others."""
    english = f"search engines may not read {path}"
    french = f"les moteurs de recherche ne peuvent pas lire {path}"
    if not others:
        return Said(english, french)
    return Said(
        f"{english} and {others} more", f"{french}, ni {others} {'autres pages' if others > 1 else 'autre page'}"
    )


def _write(address: str) -> Said:
    return Said(f"write {address}", f"écrivez {address}")


RULES = (
    canonical_is_its_own,
    no_orphans,
    sitemap_parses,
    sitemap_lists_pages,
    sitemap_lists_each_page_once,
    sitemap_alternates,
    robots_hides_no_page,
    robots_names_this_sitemap,
)
