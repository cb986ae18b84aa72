"""Rules on the files beside the pages: each holds what its name says, is meant to be there, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import File
from verify.site import BuiltSite

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

HTM092 = Rule(
    "HTM092",
    "An image, a font or a PDF is whole, and a script or a style sheet holds more than comments.",
    "Une image, une police de caractères ou un PDF est entier, et un script ou une feuille de style contient plus que "
    "des commentaires.",
    "A picture would stay blank or half shown, or a part of the page would have lost what it does without a trace.",
    "Une image resterait vide ou à moitié affichée, ou une partie de la page ne ferait plus rien, sans que cela se "
    "voie.",
)

HTM093 = Rule(
    "HTM093",
    "Every file of the site is one that a page or another file of it links or loads.",
    "Chaque fichier du site est lié ou chargé par une page ou par un autre fichier du site.",
    "A document, an archive or a program that nobody meant to publish would be open to anyone who guesses its name.",
    "Un document, une archive ou un programme que personne n'a voulu publier serait ouvert à qui devine son nom.",
)

# What a browser, a server or a search engine asks for by itself.
_ASKED_FOR = re.compile(
    r"(?:sitemap|robots|humans)\.(?:xml|txt)|(?:.*/)?favicon\.\w+|\.well-known/.*|\.nojekyll|CNAME|.*\.(?:gz|br)"
)


def files_hold_something(site: BuiltSite) -> Iterator[Finding]:
    """A file is not empty."""
    message = Said("the file is empty", "le fichier est vide")
    hint = Said(
        "build it again, or remove it and what names it", "reconstruisez-le, ou retirez-le avec ce qui le nomme"
    )
    for path in site.empty:
        yield Finding(path, 1, 1, HTM063, message, hint)


def files_parse(site: BuiltSite) -> Iterator[Finding]:
    """A script, a style sheet, an SVG or data parse."""
    english = "mend it there or shortly before, or build it again"
    hint = Said(english, "corrigez-le là ou un peu avant, ou reconstruisez-le")
    for path, file in site.files.items():
        if file.fault and path not in site.empty:
            yield Finding(path, file.fault.line, 1, HTM064, file.fault.text, hint)


def files_are_what_they_say(site: BuiltSite) -> Iterator[Finding]:
    """An image, a font or a PDF is whole, and a script or a style sheet holds more than comments."""
    hint = Said("put the whole file in its place", "mettez le fichier entier à sa place")
    for path, file in site.files.items():
        if file.hollow and not file.fault and path not in (*site.empty, *site.unreadable):
            yield Finding(path, file.hollow.line, 1, HTM092, file.hollow.text, hint)


def files_are_used(site: BuiltSite) -> Iterator[Finding]:
    """Every file is one that a page or another file links or loads; an address or a file at fault, which may have
    named it, is reported first."""
    if any(item.target.fault for item in site.notable) or site.empty or any(map(_is_at_fault, site.files.values())):
        return
    used = {item.file for item in site.refs if item.path != item.file}
    searched = {address.rpartition("/")[2] for page in site.pages.values() for _, address in page.searches}
    named = searched.union(*(file.names for file in site.files.values()))
    reported = {*site.left_behind, *site.unreadable, *(path for path, _ in site.wrong_copies)}
    message = Said("nothing links or loads this file", "rien ne lie ni ne charge ce fichier")
    hint = Said("link it, or remove it from the sources", "menez-y par un lien, ou retirez-le des sources")
    for path in site.paths:
        if path in used or path in site.pages or path in reported or _ASKED_FOR.fullmatch(path):
            continue
        if not any(fnmatch(path.rpartition("/")[2], name) for name in named):
            yield Finding(path, 1, 1, HTM093, message, hint)


def _is_at_fault(file: File) -> bool:
    return bool(file.fault or file.hollow or file.active)


def images_run_nothing(site: BuiltSite) -> Iterator[Finding]:
    """An SVG holds no script, no event attribute, no doctype and no foreign content."""
    hint = Said("save the image without it", "enregistrez l'image sans cela")
    for path, file in site.files.items():
        for line, message in file.active:
            yield Finding(path, line, 1, HTM065, message, hint)


def nothing_left_behind(site: BuiltSite) -> Iterator[Finding]:
    """No file is one that an editor, a system or a tool left."""
    message = Said("nobody meant to publish this file", "personne n'a voulu publier ce fichier")
    hint = Said("remove it from the sources", "retirez-le des sources")
    for path in site.left_behind:
        yield Finding(path, 1, 1, HTM066, message, hint)


def copies_are_true(site: BuiltSite) -> Iterator[Finding]:
    """A compressed file holds what the file beside it holds."""
    return copy_findings(site.wrong_copies)


def copy_findings(faults: Iterable[tuple[str, Said]]) -> Iterator[Finding]:
    """The finding of each compressed file that is not the one beside it, and why."""
    hint = Said("compress the file again", "compressez de nouveau le fichier")
    for path, message in faults:
        yield Finding(path, 1, 1, HTM067, message, hint)


RULES = (
    files_hold_something,
    files_parse,
    files_are_what_they_say,
    files_are_used,
    images_run_nothing,
    nothing_left_behind,
    copies_are_true,
)
