"""Rules on a page as it was meant: whole, closed, and with nothing in it that was not to be read."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.leftovers import HTM049
from verify.site import BuiltSite

HTM046 = Rule(
    "HTM046",
    "A page has one main part, and one footer unless it only leads on.",
    "Une page a une seule partie principale et, à moins de ne faire que mener ailleurs, un seul pied de page.",
    "Keyboard and screen reader users could not skip straight to the text, or to what closes the page.",
    "Au clavier ou avec un lecteur d'écran, on ne pourrait pas sauter directement au texte, ni à ce qui termine la "
    "page.",
)

HTM055 = Rule(
    "HTM055",
    "A page that leads on, a 404 page and a citation page are kept from search engines, and no other page.",
    "Une page qui ne fait que mener ailleurs, une page 404 et une page de citation sont soustraites aux moteurs de "
    "recherche, et aucune autre page ne l'est.",
    "People who search would land on pages that hold nothing to read, or never find those that do.",
    "En cherchant, on tomberait sur des pages où il n'y a rien à lire, ou on ne trouverait jamais les vraies.",
)

_FROM_TEMPLATE = Said("build it from the template of the pages", "construisez-la avec le gabarit des pages")
_LISTED = Said("search engines would list this page", "les moteurs de recherche inscriraient cette page")
_ADD_NOINDEX = Said('add <meta name="robots" content="noindex">', 'ajoutez <meta name="robots" content="noindex">')
_HIDDEN = Said("noindex hides this page from search engines", "noindex cache cette page aux moteurs de recherche")


def pages_have_no_flaw(site: BuiltSite) -> Iterator[Finding]:
    """What one look at an element of a page, or at its text, shows to be wrong."""
    for page in site.pages.values():
        for line, code, message, hint in page.flaws:
            if code != HTM049 or page.path not in site.unreadable:  # the cause is reported
                yield Finding(page.path, line, 1, code, message, hint)


def one_main_part(site: BuiltSite) -> Iterator[Finding]:
    """A page has one main part, and one footer unless it only leads on."""
    for page in site.pages.values():
        wanted = {"main": page.mains} if page.is_redirect else {"main": page.mains, "footer": page.footers}
        for name, lines in wanted.items():
            if not lines:
                message = Said(f"the page has no <{name}>", f"la page n'a pas de <{name}>")
                yield Finding(page.path, page.line, 1, HTM046, message, _FROM_TEMPLATE)
            for line in lines[1:]:
                english = f"second <{name}>, the first is on line {lines[0]}"
                message = Said(english, f"deuxième <{name}>; le premier est à la ligne {lines[0]}")
                yield Finding(page.path, line, 1, HTM046, message, Said("keep one", "n'en gardez qu'un"))


def kept_from_search_engines(site: BuiltSite) -> Iterator[Finding]:
    """A page that leads on, a 404 page and a citation page are kept from search engines, and no other page."""
    for page in site.pages.values():
        if not page.noindex and _is_aside(page):
            yield Finding(page.path, page.line, 1, HTM055, _LISTED, _ADD_NOINDEX)
        for line in page.noindex if not _is_aside(page) else ():
            yield Finding(page.path, line, 1, HTM055, _HIDDEN, Said("remove it", "retirez-le"))


def _is_aside(page: PageFacts) -> bool:
    return page.is_redirect or page.is_404 or page.is_citation


RULES = (
    pages_have_no_flaw,
    one_main_part,
    kept_from_search_engines,
)
