"""Rules on the ids that a page names, and on the labels of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding, did_you_mean
from kb.model.rule import Rule, Said
from verify.site import BuiltSite

HTM025 = Rule(
    "HTM025",
    "An attribute that names ids, such as aria-controls or for, names ids of its page.",
    "Un attribut qui nomme des identifiants, comme aria-controls ou for, nomme des identifiants de sa page.",
    "A screen reader would not say which label goes with a field, or what a button opens.",
    "Un lecteur d'écran ne dirait pas quelle étiquette va avec un champ, ni ce qu'ouvre un bouton.",
)

HTM052 = Rule(
    "HTM052",
    "A form field has a label.",
    "Un champ de formulaire a une étiquette.",
    "People who use a screen reader or dictate would not know what to enter, nor how to reach the field.",
    "Avec un lecteur d'écran ou la dictée, on ne saurait pas quoi saisir, ni comment atteindre le champ.",
)

_NAME_AN_ID = Said(
    "name an id of the page, or remove the attribute", "nommez un identifiant de la page, ou retirez l'attribut"
)


def id_references_resolve(site: BuiltSite) -> Iterator[Finding]:
    """An attribute that names ids, such as aria-controls or for, names ids of its page."""
    for page in site.pages.values():
        for line, place, wanted in page.id_refs:
            if wanted not in page.ids:
                english = f"{place} names “{wanted}”, no id of the page"
                french = f"{place} nomme « {wanted} », qui n'est pas un identifiant de la page"
                hint = did_you_mean(wanted, page.ids, _NAME_AN_ID)
                yield Finding(page.path, line, 1, HTM025, Said(english, french), hint)


def fields_have_labels(site: BuiltSite) -> Iterator[Finding]:
    """A form field has a label."""
    for page in site.pages.values():
        for line, place, id_ in page.fields:
            if not id_ or id_ not in page.labels:
                message = Said(f"{place} has no label", f"{place} n'a pas d'étiquette")
                hint = Said("add a label for its id", "ajoutez une étiquette (label) pour son identifiant")
                yield Finding(page.path, line, 1, HTM052, message, hint)


RULES = (id_references_resolve, fields_have_labels)
