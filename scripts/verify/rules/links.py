"""Rules on addresses: where links lead, and what a page loads."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from verify.facts import Use, is_404
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

Told = tuple[str, Said, Said]  # the code of a rule, what is said of an address, and the hint

_SUBMITS = frozenset({"<form action>", "<button formaction>", "<input formaction>"})
_MEND_FRAGMENT = Said("mend the fragment or restore the id", "corrigez l'ancre ou rétablissez l'identifiant")
_RELATIVE = Said(
    "is relative, on a page served at any depth", "est relative, sur une page servie à n'importe quelle profondeur"
)
_WORK_ANYWHERE = Said(
    f"{MAKE_RELATIVE}, so that it works under any path and offline",
    f"{MAKE_RELATIVE.fr}, pour qu'elle fonctionne sous n'importe quel chemin et hors ligne",
)


def addresses_are_sound(site: Site) -> Iterator[Finding]:
    """Every address is well formed, leads to what exists, from wherever its page is served, and leaves the site openly
    alone."""
    for item in site.notable:
        told = [*_on_its_own(site, item), *_fragment(site, item), *_from_its_page(item)]
        if item.target.form is Form.EXTERNAL:
            told += _elsewhere(site, item)
        yield from (_finding(item, *one) for one in told)


def _on_its_own(site: Site, item: Resolved) -> Iterator[Told]:
    form, fault, is_social = item.target.form, item.target.fault, item.ref.use is Use.SOCIAL
    if form is Form.SCRIPT:
        hint = Said("use a button and a script file", "utilisez un bouton et un fichier de script")
        yield HTM013, Said("runs a script", "exécute un script"), hint
    if fault and item.ref.use is not Use.CANONICAL:
        yield HTM017 if is_social else fault.code, fault.message, fault.hint
    elif is_social and form not in (Form.ABSOLUTE, Form.EXTERNAL):
        yield HTM017, Said("is not absolute", "n'est pas absolue"), start_with(site.resolver.url)


def _fragment(site: Site, item: Resolved) -> Iterator[Told]:
    """# and #top lead to the top of any page."""
    written = item.target.fragment
    if not written or written == "top" or item.file not in site.anchors:
        return
    ids, wanted = site.anchors[item.file], unquote(written)
    if wanted not in ids and written not in ids:
        what = Said(f"names no id of {item.file}", f"ne nomme aucun identifiant de {item.file}")
        yield HTM003, what, did_you_mean(wanted, ids, _MEND_FRAGMENT)


def _from_its_page(item: Resolved) -> Iterator[Told]:
    """Inside the site a page is linked relatively; a 404 page, served at any depth, from the root instead."""
    form, is_absolute = item.target.form, item.target.form is Form.ABSOLUTE
    is_plain_load = item.ref.use is Use.LOAD and item.target.scheme == "http"
    if is_absolute and is_plain_load:
        yield HTM012, Said("is loaded over plain http", "est chargée par http non chiffré"), MAKE_RELATIVE
    if item.ref.use not in PAGE_USES or item.target.fault:
        return
    if is_404(item.path):
        if form is Form.RELATIVE:
            yield HTM009, _RELATIVE, start_with("/")
    elif form is Form.ROOTED or (is_absolute and not is_plain_load):
        yield HTM008, Said("is not relative", "n'est pas relative"), _WORK_ANYWHERE


def _elsewhere(site: Site, item: Resolved) -> Iterator[Told]:
    """Another site is linked by https alone, at an address that the guide lists; it gets nothing, and nothing of it is
    loaded."""
    ref, names_user = item.ref, "@" in urlsplit(item.ref.address.strip()).netloc
    is_listed = site.outside is None or ref.address in site.outside
    if names_user:  # it is a secret, or made to be taken for another host
        what = Said("holds a user name", "contient un nom d'utilisateur")
        yield HTM060, what, Said("write the host alone", "n'écrivez que l'hôte")
    if ref.place in _SUBMITS:
        hint = Said("link the other site instead", "mettez plutôt un lien vers l'autre site")
        yield HTM058, Said("sends to another site", "envoie à un autre site"), hint
    if ref.use is Use.LOAD and ref.place.endswith(" ping>"):
        what = Said("tells another host of each click", "signale chaque clic à un autre hôte")
        yield HTM011, what, Said("remove ping", "retirez ping")
    elif ref.use is Use.LOAD:
        what = Said("is loaded from another host", "est chargée depuis un autre hôte")
        yield HTM011, what, Said("copy the file into the site", "copiez le fichier dans le site")
    elif ref.use is Use.LINK and item.target.scheme != "https":
        what = Said("leads to another site without https", "mène à un autre site sans https")
        yield HTM010, what, Said("write https://", "écrivez https://")
    elif ref.use is Use.LINK and ref.place.startswith("<a") and not (names_user or is_listed):
        hint = Said(
            "add it to docs/references.yml and link its id", "ajoutez-la à docs/references.yml et citez son identifiant"
        )
        yield HTM061, Said("is on no list", "n'est sur aucune liste"), hint


def _finding(item: Resolved, code: str, what: Said, hint: str) -> Finding:
    """The finding that says `what` of an address."""
    ref = item.ref
    address = ref.address if len(ref.address) <= 120 else f"{ref.address[:119]}…"
    message = Said(f"{ref.place} “{address}” {what}", f"{ref.place} « {address} » {what.fr}")
    return Finding(item.path, ref.line, ref.column, code, message, hint)


RULES = (addresses_are_sound,)
