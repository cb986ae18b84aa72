"""Rules on sitemap.xml: it lists each page once, at its address, with its counterparts and the day of its change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.site import BuiltSite
from verify.sitemap import NAME as SITEMAP

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

HTM076 = Rule(
    "HTM076",
    "A date of the sitemap is one that its page shows.",
    "Une date du plan du site est l'une de celles que montre sa page.",
    "Search engines would miss a real change, or come back for nothing and stop believing the dates.",
    "Les moteurs de recherche manqueraient un vrai changement, ou reviendraient pour rien et ne croiraient plus aux "
    "dates.",
)

_UNLISTED = Said("the page is not in sitemap.xml", "la page n'est pas dans sitemap.xml")
_LAST_CHANGE = Said(
    "write the day on which the page changed last", "écrivez le jour où la page a changé pour la dernière fois"
)


def sitemap_parses(site: BuiltSite) -> Iterator[Finding]:
    """sitemap.xml exists and is a sitemap."""
    if fault := site.sitemap.fault:
        hint = Said("build it with site_url set", "construisez-le avec site_url")
        yield Finding(SITEMAP, fault.line, 1, HTM040, fault.text, hint)


def sitemap_lists_pages(site: BuiltSite) -> Iterator[Finding]:
    """A sitemap entry is the canonical address of an indexable page."""
    for entry in site.sitemap.entries:
        page = site.page_at(entry.address)
        if page is None or not page.is_indexable:
            english = f"“{entry.address}” is no indexable page of the site"
            french = f"« {entry.address} » n'est pas une page du site que les moteurs de recherche doivent lire"
            hint = Said("remove it, or mend the address", "retirez-la, ou corrigez l'adresse")
            yield Finding(SITEMAP, entry.line, 1, HTM041, Said(english, french), hint)
        elif unquote(entry.address) != (own := site.address_of(page)):
            told = Said(f"“{entry.address}” is not canonical", f"« {entry.address} » n'est pas l'adresse canonique")
            yield Finding(SITEMAP, entry.line, 1, HTM041, told, write_address(own))


def sitemap_lists_each_page_once(site: BuiltSite) -> Iterator[Finding]:
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


def sitemap_alternates(site: BuiltSite) -> Iterator[Finding]:
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


def sitemap_dates_are_the_pages(site: BuiltSite) -> Iterator[Finding]:
    """A date of the sitemap is a date, and one that its page shows."""
    for entry in site.sitemap.entries:
        page = site.page_at(entry.address)
        if not entry.changed or page is None:
            continue
        if not _is_date(entry.changed) or (page.dates and entry.changed not in page.dates):
            english = f"“{entry.changed}” is no date that “{entry.address}” shows"
            french = f"« {entry.changed} » n'est pas une date que montre « {entry.address} »"
            yield Finding(SITEMAP, entry.line, 1, HTM076, Said(english, french), _LAST_CHANGE)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def write_address(address: str) -> Said:
    return Said(f"write {address}", f"écrivez {address}")


RULES = (
    sitemap_parses,
    sitemap_lists_pages,
    sitemap_lists_each_page_once,
    sitemap_alternates,
    sitemap_dates_are_the_pages,
)
