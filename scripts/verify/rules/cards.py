"""A rule on the picture that other sites show beside a link to a page."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.rules.citations import BUILD_AGAIN
from verify.site import BuiltSite

HTM099 = Rule(
    "HTM099",
    "A page of the sitemap has an Open Graph image: a PNG as wide and high as the head states, with its text.",
    "Une page du plan du site a une image Open Graph : un PNG de la largeur et de la hauteur qu'indique l'en-tête "
    "(head), avec son texte.",
    "A link shared in a message or a course would show no picture, a cut one, or one that nobody describes to a person "
    "who is blind.",
    "Un lien partagé dans un message ou un cours s'afficherait sans image, avec une image coupée, ou sans description "
    "pour une personne aveugle.",
)

_IMAGE, _SIZE, _TEXT = "og:image", ("og:image:width", "og:image:height"), "og:image:alt"


def pages_have_their_picture(site: BuiltSite) -> Iterator[Finding]:
    """A page of the sitemap has an Open Graph image of the size that it states, with an alternative text."""
    for path, page in site.pages.items():
        if path in site.listed and page.is_indexable and (message := _wrong(site, page)):
            line = next((said.line for name, said in page.tags if name == _IMAGE), page.line)
            yield Finding(path, line, 1, HTM099, message, BUILD_AGAIN)


def _wrong(site: BuiltSite, page: PageFacts) -> Said | None:
    """What is wrong with the picture of a page; what leads to no file is another rule's."""
    tags = {name: said.text for name, said in page.tags}
    if missing := [name for name in (_IMAGE, *_SIZE, _TEXT) if not tags.get(name, "").strip()]:
        named = ", ".join(missing)
        return Said(f"the head lacks {named}", f"il manque dans l'en-tête (head) : {named}")
    path = site.resolver.resolve("", tags[_IMAGE]).file
    if (file := site.files.get(path)) is None:
        return None
    if file.size is None:
        return Said(f"{path} is no PNG", f"{path} n'est pas un PNG")
    stated, true = " × ".join(tags[name] for name in _SIZE), " × ".join(map(str, file.size))
    if stated == true:
        return None
    english = f"{path} is {true} pixels, not {stated} as the head states"
    return Said(english, f"{path} fait {true} pixels, et non {stated} comme l'indique l'en-tête (head)")


RULES = (pages_have_their_picture,)
