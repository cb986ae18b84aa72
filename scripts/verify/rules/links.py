"""Rules on addresses: what each leads to, and how it is written, whatever site it is of."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from verify.facts import is_404
from verify.parts import Use
from verify.resolver import MAKE_RELATIVE, Form, start_with
from verify.site import PAGE_USES, BuiltSite, Resolved

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

_MEND_FRAGMENT = Said("mend the fragment or restore the id", "corrigez l'ancre ou rétablissez l'identifiant")
_RELATIVE = Said(
    "is relative, on a page served at any depth", "est relative, sur une page servie à n'importe quelle profondeur"
)
_WORK_ANYWHERE = Said(
    f"{MAKE_RELATIVE}, so that it works under any path and offline",
    f"{MAKE_RELATIVE.fr}, pour qu'elle fonctionne sous n'importe quel chemin et hors ligne",
)


def addresses_are_sound(site: BuiltSite) -> Iterator[Finding]:
    """Every address is well formed, and leads to what exists, from wherever its page is served."""
    for item in site.notable:
        yield from _on_its_own(site, item)
        yield from _fragment(site, item)
        yield from _from_its_page(item)


def _on_its_own(site: BuiltSite, item: Resolved) -> Iterator[Finding]:
    form, fault, is_social = item.target.form, item.target.fault, item.ref.use is Use.SOCIAL
    if form is Form.SCRIPT:
        hint = Said("use a button and a script file", "utilisez un bouton et un fichier de script")
        yield item.finding(HTM013, Said("runs a script", "exécute un script"), hint)
    if fault and item.ref.use is not Use.CANONICAL:
        yield item.finding(HTM017 if is_social else fault.code, fault.message, fault.hint)
    elif is_social and form not in (Form.ABSOLUTE, Form.EXTERNAL):
        yield item.finding(HTM017, Said("is not absolute", "n'est pas absolue"), start_with(site.resolver.url))


def _fragment(site: BuiltSite, item: Resolved) -> Iterator[Finding]:
    """# and #top lead to the top of any page."""
    written = item.target.fragment
    if not written or written == "top" or item.file not in site.anchors:
        return
    ids, wanted = site.anchors[item.file], unquote(written)
    if wanted not in ids and written not in ids:
        what = Said(f"names no id of {item.file}", f"ne nomme aucun identifiant de {item.file}")
        yield item.finding(HTM003, what, did_you_mean(wanted, ids, _MEND_FRAGMENT))


def _from_its_page(item: Resolved) -> Iterator[Finding]:
    """Inside the site a page is linked relatively; a 404 page, served at any depth, from the root instead."""
    form, is_absolute = item.target.form, item.target.form is Form.ABSOLUTE
    is_plain_load = item.ref.use is Use.LOAD and item.target.scheme == "http"
    if is_absolute and is_plain_load:
        yield item.finding(HTM012, Said("is loaded over plain http", "est chargée par http non chiffré"), MAKE_RELATIVE)
    if item.ref.use not in PAGE_USES or item.target.fault:
        return
    if is_404(item.path):
        if form is Form.RELATIVE:
            yield item.finding(HTM009, _RELATIVE, start_with("/"))
    elif form is Form.ROOTED or (is_absolute and not is_plain_load):
        yield item.finding(HTM008, Said("is not relative", "n'est pas relative"), _WORK_ANYWHERE)


RULES = (addresses_are_sound,)
