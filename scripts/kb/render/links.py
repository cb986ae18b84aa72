"""Where an id leads from a page, and what its tooltip says."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from kb.model.corpus import Page
from kb.render import reference_style
from kb.render.home import is_home
from kb.render.slots import tooltip
from kb.render.view import View
from kb.render.whole import chapter_id, reading_order

# [text][id], and [id][] or [id]; letter case does not count.
REFERENCE = re.compile(r"\]\[([a-z0-9-]+(?:#[a-z0-9-]+)?)\]", re.I)
SHORTCUT = re.compile(r"\[([a-z0-9-]+(?:#[a-z0-9-]+)?)\](?!\(|\[[^\]])", re.I)

BARE = ("all", "glossary", "examples", "contents")

# The address of a file below docs/assets, in running text; what stands in code is somebody's example.
ASSET = re.compile(r"^```.*?^```$|`[^`\n]+`|(?P<open>\]\(\s*<?)(?=assets/)", re.M | re.S)


def href(view: View, page: Page, ref: str) -> str:
    """The relative path from a page's staged file to what `ref` (an id, or id#heading) leads to.

    In the page that holds the whole guide, to the place in that page. The fragment of a law is the number of one of its
    articles, which leads to where it is published, or to the entry of the law; a body's site is opened itself.
    """
    id_, _, fragment = ref.partition("#")
    if reference := view.corpus.reference.get(id_):
        if address := reference.leads_to(view.language, fragment):
            return address
        fragment = ""
    target = view.corpus.targets[id_]
    if page.generated == "all" and view.corpus.pages[target.page] in reading_order(view.corpus):
        return "#" + (chapter_id(view.corpus, target.page, fragment) if fragment else target.fragment or target.page)
    here, there = page.file(view.language), view.corpus.pages[target.page].file(view.language)
    fragment = fragment or target.fragment or ""
    path = _relative(there, posixpath.dirname(here)) if there != here or not fragment else ""
    return path + (f"#{fragment}" if fragment else "")


@lru_cache(2**12)  # the pages of a folder link the same ones
def _relative(file: str, folder: str) -> str:
    """The path from a folder to a file, both below the folder of their language."""
    return posixpath.relpath(f"/{file}", f"/{folder}")  # from the root, since it asks for no current folder


def with_assets(text: str, page: Page, language: str) -> str:
    """A staged text whose links to `assets/…` lead there from the page's own folder, at any depth."""
    up = "../" * (page.file(language).count("/") + 1)
    return ASSET.sub(lambda match: match["open"] + up if match["open"] else match[0], text)


def gloss(view: View, ref: str) -> str:
    """One line on what an id leads to: a definition, a summary, a citation, or a marked title."""
    id_ = ref.partition("#")[0]
    if id_ in view.corpus.term:
        term = view.corpus.term[id_]
        name = view.text(term.full(view.language))
        return (name and f"{name}{view.colon} ") + view.text(term.definition)
    if id_ in view.corpus.reference:
        return reference_style.short(view, view.corpus.reference[id_])
    if id_ in view.corpus.note:
        return reference_style.note(view, view.corpus.note[id_])
    if id_ in view.corpus.pages:
        return view.text(view.corpus.pages[id_].description(view.language))
    return view.marked(id_)


def definitions(view: View, page: Page, body: str) -> str:
    """The definitions of every reference that `body` uses, so that any Markdown engine resolves them.

    Pages that are mostly links go without tooltips, which would be half of their weight, and so do those that say
    beside each link where it leads.
    """
    used = sorted({m.lower() for regex in (REFERENCE, SHORTCUT) for m in regex.findall(body)})
    bare = page.generated in BARE or is_home(page, view.language)
    lines = []
    for ref in used:
        if ref.partition("#")[0] in view.corpus.targets:
            path = href(view, page, ref)
            title = "" if bare else f" {tooltip(gloss(view, ref), view.language)}"
            lines.append(f"[{ref}]: {path}{title}")
    return "\n".join(lines)
