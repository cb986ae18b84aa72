"""Where an id leads from a page, and what its tooltip says."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from kb.model.corpus import Corpus, Page
from kb.render import reference_style
from kb.render.slots import inline, tooltip
from kb.render.whole import chapter_id, reading_order
from kb.text.typography import typeset

# [text][id], and [id][] or [id]; letter case does not count.
REFERENCE = re.compile(r"\]\[([a-z0-9-]+(?:#[a-z0-9-]+)?)\]", re.I)
SHORTCUT = re.compile(r"\[([a-z0-9-]+(?:#[a-z0-9-]+)?)\](?!\(|\[[^\]])", re.I)

BARE = ("all", "glossary")

# The address of a file below docs/assets, in running text; what stands in code is somebody's example.
ASSET = re.compile(r"^```.*?^```$|`[^`\n]+`|(?P<open>\]\(\s*<?)(?=assets/)", re.M | re.S)


def href(corpus: Corpus, page: Page, ref: str, language: str) -> str:
    """The relative path from a page's staged file to what `ref` (an id, or id#heading) leads to.

    In the page that holds the whole guide, to the place in that page.
    """
    id_, _, fragment = ref.partition("#")
    target = corpus.targets[id_]
    if page.generated == "all" and corpus.pages[target.page] in reading_order(corpus):
        return "#" + (chapter_id(corpus, target.page, fragment) if fragment else target.fragment or target.page)
    here, there = page.address(language), corpus.pages[target.page].address(language)
    fragment = fragment or target.fragment or ""
    path = _relative(there, posixpath.dirname(here)) if there != here or not fragment else ""
    return path + (f"#{fragment}" if fragment else "")


@lru_cache(2**12)  # the pages of a folder link the same ones
def _relative(file: str, folder: str) -> str:
    """The path from a folder to a file, both below the folder of their language."""
    return posixpath.relpath(f"/{file}", f"/{folder}")  # from the root, since it asks for no current folder


def with_assets(text: str, page: Page, language: str) -> str:
    """A staged text whose links to `assets/…` lead there from the page's own folder, at any depth."""
    up = "../" * (page.address(language).count("/") + 1)
    return ASSET.sub(lambda match: match["open"] + up if match["open"] else match[0], text)


def gloss(corpus: Corpus, ref: str, language: str) -> str:
    """One line on what an id leads to: a definition, a summary, a citation, or a marked title."""
    id_ = ref.partition("#")[0]
    if id_ in corpus.term:
        term = corpus.term[id_]
        colon = " : " if language == "fr" else ": "
        name = term.full(language) and term.full(language) + colon
        return typeset(name + term.definition[language], language)
    if id_ in corpus.reference:
        return reference_style.short(corpus, corpus.reference[id_], language)
    if id_ in corpus.note:
        return reference_style.note(corpus, corpus.note[id_], language)
    if id_ in corpus.pages:
        return typeset(corpus.pages[id_].description(language), language)
    return typeset(marked(corpus, id_, language), language)


def marked(corpus: Corpus, id_: str, language: str) -> str:
    """The label of an id after its mark, such as « P1.3 Représentativité… »."""
    mark = corpus.mark(id_)
    return " ".join(filter(None, (mark, corpus.label(id_, language))))


def named(corpus: Corpus, ref: str, language: str) -> str:
    """The marked label of an id, or of a page and one of its headings: « E11 L'équipe RÉSO, Le besoin »."""
    id_, _, fragment = ref.partition("#")
    page = corpus.pages.get(id_)
    headings = page.documents[language].scan.headings if page else ()
    heading = next((h.text for h in headings if fragment and h.id == fragment), "")
    return typeset(", ".join(filter(None, (marked(corpus, id_, language), heading))), language)


def link(corpus: Corpus, id_: str, language: str) -> str:
    """A reference link under the marked label of its target."""
    return f"[{inline(marked(corpus, id_, language), language)}][{id_}]"


def definitions(corpus: Corpus, page: Page, body: str, language: str) -> str:
    """The definitions of every reference that `body` uses, so that any Markdown engine resolves them.

    Pages that are mostly links go without tooltips, which would be half of their weight.
    """
    used = sorted({m.lower() for regex in (REFERENCE, SHORTCUT) for m in regex.findall(body)})
    lines = []
    for ref in used:
        if ref.partition("#")[0] in corpus.targets:
            path = href(corpus, page, ref, language)
            title = "" if page.generated in BARE else f" {tooltip(gloss(corpus, ref, language), language)}"
            lines.append(f"[{ref}]: {path}{title}")
    return "\n".join(lines)
