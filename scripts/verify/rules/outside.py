"""Rules on the addresses of other sites: linked openly, from one list, and nothing of theirs is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.parts import Use
from verify.resolver import Form
from verify.site import BuiltSite, Resolved

HTM010 = Rule(
    "HTM010",
    "A link to another site uses https.",
    "Un lien vers un autre site utilise https.",
    "Over a plain connection, someone on the network could see or change what the reader gets.",
    "Sur une connexion non chiffrée, quelqu'un du réseau pourrait voir ou modifier ce que l'on reçoit.",
)

HTM011 = Rule(
    "HTM011",
    "Nothing is loaded from another host.",
    "Rien n'est chargé depuis un autre hôte.",
    "Another company would learn who reads the guide, and parts of the page would be missing offline.",
    "Une autre entreprise saurait qui lit le guide, et il manquerait des parties de la page hors ligne.",
)

HTM058 = Rule(
    "HTM058",
    "A form sends nothing to another site.",
    "Un formulaire n'envoie rien à un autre site.",
    "What a reader types would leave the guide without the reader knowing, or the button would do nothing.",
    "Ce que l'on tape quitterait le guide à notre insu, ou le bouton ne ferait rien.",
)

HTM060 = Rule(
    "HTM060",
    "An address of another site names no user.",
    "L'adresse d'un autre site ne nomme aucun utilisateur.",
    "A password could be made public, or a reader led to another host than the one the address seems to name.",
    "Un mot de passe pourrait devenir public, ou l'adresse mener à un autre hôte que celui qu'elle semble nommer.",
)

HTM061 = Rule(
    "HTM061",
    "A link to another site leads to an address of docs/references.yml, or of mkdocs.yml for the templates.",
    "Un lien vers un autre site mène à une adresse de docs/references.yml ou, pour les gabarits, de mkdocs.yml.",
    "An address kept in one place can be checked and mended once, while a stray one dies unnoticed.",
    "Une adresse tenue à un seul endroit se vérifie et se corrige une fois; une adresse égarée meurt sans que "
    "personne le voie.",
)

_SUBMITS = frozenset({"<form action>", "<button formaction>", "<input formaction>"})


def other_sites_are_linked_openly(site: BuiltSite) -> Iterator[Finding]:
    """Another site is linked by https alone, at an address that the guide lists; it gets nothing, and nothing of it is
    loaded."""
    for item in site.notable:
        if item.target.form is Form.EXTERNAL:
            yield from _elsewhere(site, item)


def _elsewhere(site: BuiltSite, item: Resolved) -> Iterator[Finding]:
    ref, names_user = item.ref, "@" in urlsplit(item.ref.address.strip()).netloc
    is_listed = site.outside is None or ref.address in site.outside
    if names_user:  # it is a secret, or made to be taken for another host
        what = Said("holds a user name", "contient un nom d'utilisateur")
        yield item.finding(HTM060, what, Said("write the host alone", "n'écrivez que l'hôte"))
    if ref.place in _SUBMITS:
        hint = Said("link the other site instead", "mettez plutôt un lien vers l'autre site")
        yield item.finding(HTM058, Said("sends to another site", "envoie à un autre site"), hint)
    if ref.use is Use.LOAD and ref.place.endswith(" ping>"):
        what = Said("tells another host of each click", "signale chaque clic à un autre hôte")
        yield item.finding(HTM011, what, Said("remove ping", "retirez ping"))
    elif ref.use is Use.LOAD:
        what = Said("is loaded from another host", "est chargée depuis un autre hôte")
        yield item.finding(HTM011, what, Said("copy the file into the site", "copiez le fichier dans le site"))
    elif ref.use is Use.LINK and item.target.scheme != "https":
        what = Said("leads to another site without https", "mène à un autre site sans https")
        yield item.finding(HTM010, what, Said("write https://", "écrivez https://"))
    elif ref.use is Use.LINK and ref.place.startswith("<a") and not (names_user or is_listed):
        hint = Said(
            "add it to docs/references.yml and link its id", "ajoutez-la à docs/references.yml et citez son identifiant"
        )
        yield item.finding(HTM061, Said("is on no list", "n'est sur aucune liste"), hint)


RULES = (other_sites_are_linked_openly,)
