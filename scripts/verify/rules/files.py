"""Rules on the files beside the pages: each holds what its name says, is meant to be there, and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.site import Site

HTM063 = Rule(
    "HTM063",
    "A file of the site is not empty.",
    "Un fichier du site n'est pas vide.",
    "An image, a download or a script would be there in name only, and a reader would get nothing.",
    "Une image, un téléchargement ou un script n'existerait que de nom, et on ne recevrait rien.",
)

HTM064 = Rule(
    "HTM064",
    "A script, a style sheet, an SVG or data of the site parses.",
    "Un script, une feuille de style, une image SVG ou des données du site se lisent sans erreur de syntaxe.",
    "One mistake can stop the search, undo the layout or leave a figure blank.",
    "Une seule faute peut arrêter la recherche, défaire la mise en page ou laisser une figure vide.",
)

HTM065 = Rule(
    "HTM065",
    "An SVG holds no script, no event attribute, no doctype and no foreign content.",
    "Une image SVG ne contient ni script, ni attribut d'événement, ni doctype, ni contenu étranger.",
    "An image from elsewhere could run code on the reader's device, or be blocked and not appear.",
    "Une image venue d'ailleurs pourrait exécuter du code sur l'appareil de qui lit, ou être bloquée et ne pas "
    "s'afficher.",
)

HTM066 = Rule(
    "HTM066",
    "No file of the site is one that an editor, a system or a tool left.",
    "Aucun fichier du site n'est un reste laissé par un logiciel d'édition, un système ou un outil.",
    "A draft, a backup or a private detail could be made public by accident.",
    "Un brouillon, une copie de sauvegarde ou un détail privé pourrait devenir public par accident.",
)

HTM067 = Rule(
    "HTM067",
    "A compressed file holds what the file beside it holds.",
    "Un fichier compressé contient ce que contient le fichier d'à côté.",
    "Most readers receive the compressed copy, and would get an old or damaged text that the editor never sees.",
    "La plupart des gens reçoivent la copie compressée : ils auraient un texte ancien ou abîmé, que personne ne voit "
    "en écrivant.",
)


def files_hold_something(site: Site) -> Iterator[Finding]:
    """A file is not empty."""
    message = Said("the file is empty", "le fichier est vide")
    hint = Said(
        "build it again, or remove it and what names it", "reconstruisez-le, ou retirez-le avec ce qui le nomme"
    )
    for path in site.empty:
        yield Finding(path, 1, 1, HTM063, message, hint)


def files_parse(site: Site) -> Iterator[Finding]:
    """A script, a style sheet, an SVG or data parse."""
    english = "mend it there or shortly before, or build it again"
    hint = Said(english, "corrigez-le là ou un peu avant, ou reconstruisez-le")
    for path, file in site.files.items():
        if file.fault and path not in site.empty:
            yield Finding(path, file.fault.line, 1, HTM064, file.fault.text, hint)


def images_run_nothing(site: Site) -> Iterator[Finding]:
    """An SVG holds no script, no event attribute, no doctype and no foreign content."""
    hint = Said("save the image without it", "enregistrez l'image sans cela")
    for path, file in site.files.items():
        for line, message in file.active:
            yield Finding(path, line, 1, HTM065, message, hint)


def nothing_left_behind(site: Site) -> Iterator[Finding]:
    """No file is one that an editor, a system or a tool left."""
    message = Said("nobody meant to publish this file", "personne n'a voulu publier ce fichier")
    hint = Said("remove it from the sources", "retirez-le des sources")
    for path in site.left_behind:
        yield Finding(path, 1, 1, HTM066, message, hint)


def copies_are_true(site: Site) -> Iterator[Finding]:
    """A compressed file holds what the file beside it holds."""
    return copy_findings(site.wrong_copies)


def copy_findings(faults: Iterable[tuple[str, Said]]) -> Iterator[Finding]:
    """The finding of each compressed file that is not the one beside it, and why."""
    hint = Said("compress the file again", "compressez de nouveau le fichier")
    for path, message in faults:
        yield Finding(path, 1, 1, HTM067, message, hint)


RULES = (files_hold_something, files_parse, images_run_nothing, nothing_left_behind, copies_are_true)
