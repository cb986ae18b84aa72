"""Rules on addresses: where links lead, and what a page loads."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from verify.facts import Use
from verify.resolver import MAKE_RELATIVE, Form, start_with
from verify.site import PAGE_USES, Resolved, Site

HTM003 = Rule(
    "HTM003",
    "A fragment names an id of the file it leads to.",
    "Une ancre nomme un identifiant du fichier auquel elle mène.",
    "A reader would land at the top of a long page and have to look for the section.",
    "On arriverait en haut d'une longue page, et il faudrait y chercher la section.",
)

HTM008 = Rule(
    "HTM008",
    "An address inside the site is relative, so that it works under any path and offline.",
    "Une adresse à l'intérieur du site est relative, pour fonctionner sous n'importe quel chemin et hors ligne.",
    "A copy opened from a USB key, or a site put in a subfolder, would be full of dead links.",
    "Une copie ouverte depuis une clé USB, ou un site placé dans un sous-dossier, serait pleine de liens morts.",
)

HTM009 = Rule(
    "HTM009",
    "A 404 page, which is served at any depth, has no relative address.",
    "Une page 404, qui est servie à n'importe quelle profondeur, n'a aucune adresse relative.",
    "A lost reader would get an error page without its layout, whose links lead nowhere.",
    "Une personne égarée verrait une page d'erreur sans mise en page, dont les liens ne mènent nulle part.",
)

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

HTM012 = Rule(
    "HTM012",
    "Nothing is loaded over plain http.",
    "Rien n'est chargé par http non chiffré.",
    "The browser would block the file or warn the reader, and someone on the network could alter it.",
    "Le navigateur bloquerait le fichier ou afficherait un avertissement, et quelqu'un du réseau pourrait l'altérer.",
)

HTM013 = Rule(
    "HTM013",
    "No address runs a script.",
    "Aucune adresse n'exécute de script.",
    "The site's security policy refuses such links, so a click would do nothing.",
    "La politique de sécurité du site refuse de tels liens : un clic ne ferait rien.",
)

HTM017 = Rule(
    "HTM017",
    "An address in social or citation metadata is absolute, and leads to a file if it is the site's own.",
    "Dans les métadonnées sociales ou de citation, une adresse est absolue, et mène à un fichier si elle est celle du "
    "site.",
    "A shared link would show no image, and a reference manager would keep an address that opens nothing.",
    "Un lien partagé n'aurait pas d'image, et un logiciel de gestion bibliographique garderait une adresse qui "
    "n'ouvre rien.",
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

_MEND_FRAGMENT = Said("mend the fragment or restore the id", "corrigez l'ancre ou rétablissez l'identifiant")
_RELATIVE = Said(
    "is relative, on a page served at any depth", "est relative, sur une page servie à n'importe quelle profondeur"
)
_WORK_ANYWHERE = Said(
    f"{MAKE_RELATIVE}, so that it works under any path and offline",
    f"{MAKE_RELATIVE.fr}, pour qu'elle fonctionne sous n'importe quel chemin et hors ligne",
)


def addresses_resolve(site: Site) -> Iterator[Finding]:
    """Every address is well formed, and one inside the site leads to a file, spelled as the file is."""
    for item in site.notable:
        if (fault := item.target.fault) and item.ref.use not in (Use.SOCIAL, Use.CANONICAL):
            yield _finding(item, fault.code, fault.message, fault.hint)


def fragments_resolve(site: Site) -> Iterator[Finding]:
    """A fragment names an id of its target; # and #top lead to the top of any page."""
    for item in site.notable:
        written = item.target.fragment
        if not written or written == "top" or item.file not in site.anchors:
            continue
        ids, wanted = site.anchors[item.file], unquote(written)
        if wanted in ids or written in ids:
            continue
        what = Said(f"names no id of {item.file}", f"ne nomme aucun identifiant de {item.file}")
        yield _finding(item, HTM003, what, did_you_mean(wanted, ids, _MEND_FRAGMENT))


def addresses_are_relative(site: Site) -> Iterator[Finding]:
    """Inside the site a page is linked relatively; a 404 page, served at any depth, from the root instead."""
    anywhere = {path for path, page in site.pages.items() if page.is_404}
    for item in site.refs:
        if item.path in anywhere and _is_sound(item) and item.target.form is Form.RELATIVE:
            yield _finding(item, HTM009, _RELATIVE, start_with("/"))
    for item in site.notable:
        form = item.target.form
        if item.path in anywhere or not _is_sound(item):
            continue
        if form is Form.ROOTED or (form is Form.ABSOLUTE and not _is_plain_load(item)):
            yield _finding(item, HTM008, Said("is not relative", "n'est pas relative"), _WORK_ANYWHERE)


def links_use_https(site: Site) -> Iterator[Finding]:
    """A link to another site uses https."""
    for item in site.notable:
        target = item.target
        if item.ref.use is Use.LINK and target.form is Form.EXTERNAL and target.scheme != "https":
            what = Said("leads to another site without https", "mène à un autre site sans https")
            yield _finding(item, HTM010, what, Said("write https://", "écrivez https://"))


def outside_addresses_are_listed(site: Site) -> Iterator[Finding]:
    """A link to another site is one that the guide lists."""
    outside = site.outside
    for item in site.notable if outside is not None else ():
        is_outside = item.ref.use is Use.LINK and item.ref.place.startswith("<a") and item.target.form is Form.EXTERNAL
        if not is_outside or item.target.scheme != "https" or _names_user(item):
            continue
        if item.ref.address not in (outside or ()):
            hint = "add it to docs/references.yml and link its id"
            french = "ajoutez-la à docs/references.yml et citez son identifiant"
            yield _finding(item, HTM061, Said("is on no list", "n'est sur aucune liste"), Said(hint, french))


def no_user_in_addresses(site: Site) -> Iterator[Finding]:
    """No address holds a user name or password: it is a secret, or made to be taken for another host."""
    for item in site.notable:
        if item.target.form is Form.EXTERNAL and _names_user(item):
            what = Said("holds a user name", "contient un nom d'utilisateur")
            yield _finding(item, HTM060, what, Said("write the host alone", "n'écrivez que l'hôte"))


def nothing_from_elsewhere(site: Site) -> Iterator[Finding]:
    """Nothing is loaded from another host: no tracking, and nothing missing offline."""
    for item in site.notable:
        if item.ref.use is not Use.LOAD or item.target.form is not Form.EXTERNAL:
            continue
        if item.ref.place.endswith(" ping>"):
            what = Said("tells another host of each click", "signale chaque clic à un autre hôte")
            yield _finding(item, HTM011, what, Said("remove ping", "retirez ping"))
        else:
            what = Said("is loaded from another host", "est chargée depuis un autre hôte")
            yield _finding(item, HTM011, what, Said("copy the file into the site", "copiez le fichier dans le site"))


def nothing_in_clear(site: Site) -> Iterator[Finding]:
    """Nothing is loaded over plain http."""
    for item in site.notable:
        if _is_plain_load(item) and item.target.form is Form.ABSOLUTE:
            what = Said("is loaded over plain http", "est chargée par http non chiffré")
            yield _finding(item, HTM012, what, MAKE_RELATIVE)


def no_script_addresses(site: Site) -> Iterator[Finding]:
    """No address runs a script."""
    for item in site.notable:
        if item.target.form is Form.SCRIPT:
            hint = Said("use a button and a script file", "utilisez un bouton et un fichier de script")
            yield _finding(item, HTM013, Said("runs a script", "exécute un script"), hint)


def social_addresses(site: Site) -> Iterator[Finding]:
    """An address in social or citation metadata is absolute, and leads to a file if it is the site's own."""
    for item in site.notable:
        if item.ref.use is not Use.SOCIAL:
            continue
        if fault := item.target.fault:
            yield _finding(item, HTM017, fault.message, fault.hint)
        elif item.target.form not in (Form.ABSOLUTE, Form.EXTERNAL):
            what = Said("is not absolute", "n'est pas absolue")
            yield _finding(item, HTM017, what, start_with(site.resolver.url))


def _is_sound(item: Resolved) -> bool:
    return item.ref.use in PAGE_USES and not item.target.fault


def _names_user(item: Resolved) -> bool:
    return "@" in urlsplit(item.ref.address.strip()).netloc


def _is_plain_load(item: Resolved) -> bool:
    return item.ref.use is Use.LOAD and item.target.scheme == "http"


def _finding(item: Resolved, code: str, what: Said, hint: str) -> Finding:
    """The finding that says `what` of an address."""
    ref = item.ref
    address = ref.address if len(ref.address) <= 120 else f"{ref.address[:119]}…"
    message = Said(f"{ref.place} “{address}” {what}", f"{ref.place} « {address} » {what.fr}")
    return Finding(item.path, ref.line, ref.column, code, message, hint)


RULES = (
    addresses_resolve,
    fragments_resolve,
    addresses_are_relative,
    links_use_https,
    outside_addresses_are_listed,
    no_user_in_addresses,
    nothing_from_elsewhere,
    nothing_in_clear,
    no_script_addresses,
    social_addresses,
)
