"""Rules on what the content security policy of the server refuses (`scripts/publishing/nginx/guide-headers.conf`)."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.resolver import Form
from verify.site import Site

HTM056 = Rule(
    "HTM056",
    "No style stands inside a page.",
    "Aucun style ne se trouve à l'intérieur d'une page.",
    "The site's security policy ignores it, so the page would look right to the editor and wrong once published.",
    "La politique de sécurité du site n'en tient pas compte : la page semblerait juste à l'essai, et fausse une fois "
    "publiée.",
)

HTM057 = Rule(
    "HTM057",
    "No object, embedded content or frame stands in a page.",
    "Aucun objet, contenu incorporé ou cadre ne se trouve dans une page.",
    "The site's security policy blocks them, and the reader would see an empty box.",
    "La politique de sécurité du site les bloque, et on verrait un espace vide.",
)

HTM058 = Rule(
    "HTM058",
    "A form sends nothing to another site.",
    "Un formulaire n'envoie rien à un autre site.",
    "What a reader types would leave the guide without the reader knowing, or the button would do nothing.",
    "Ce que l'on tape quitterait le guide à notre insu, ou le bouton ne ferait rien.",
)


_SUBMITS = frozenset({"<form action>", "<button formaction>", "<input formaction>"})


def no_inline_styles(site: Site) -> Iterator[Finding]:
    """No style stands inside a page."""
    english = "give it a class, and the style to a style sheet"
    hint = Said(english, "donnez-lui une classe, et mettez le style dans une feuille de style")
    for page in site.pages.values():
        for line, message in page.inline_styles:
            yield Finding(page.path, line, 1, HTM056, message, hint)


def nothing_embedded(site: Site) -> Iterator[Finding]:
    """No object, embedded content or frame stands in a page."""
    hint = Said("link what it shows", "menez par un lien à ce qu'il montre")
    for page in site.pages.values():
        for line, what in page.refused:
            message = Said(f"{what} in the page", f"{what} dans la page")
            yield Finding(page.path, line, 1, HTM057, message, hint)


def forms_stay(site: Site) -> Iterator[Finding]:
    """A form sends nothing to another site."""
    hint = Said("link the other site instead", "mettez plutôt un lien vers l'autre site")
    for item in site.notable:
        if item.ref.place in _SUBMITS and item.target.form is Form.EXTERNAL:
            english = f"{item.ref.place} “{item.ref.address}” sends to another site"
            french = f"{item.ref.place} « {item.ref.address} » envoie à un autre site"
            yield Finding(item.path, item.ref.line, 1, HTM058, Said(english, french), hint)


RULES = (no_inline_styles, nothing_embedded, forms_stay)
