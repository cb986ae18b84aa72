"""Rules on ids and on what assistive technology announces."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from verify.guess import Guesses
from verify.site import Site


def ids_are_unique(site: Site) -> Iterator[Finding]:
    """An id is unique in its page, not empty, and holds no space."""
    for page in site.pages.values():
        for line, message in page.repeated_ids:
            yield Finding(page.path, line, 1, "HTM024", message, "give it an id of its own")


def id_references_resolve(site: Site) -> Iterator[Finding]:
    """An attribute that names ids, such as aria-controls or for, names ids of its page."""
    guesses = Guesses()
    for page in site.pages.values():
        for line, place, wanted in page.id_refs:
            if wanted not in page.ids:
                hint = guesses.hint(wanted, page.path, page.ids, "name an id of the page, or remove the attribute")
                yield Finding(page.path, line, 1, "HTM025", f"{place} names “{wanted}”, no id of the page", hint)


def images_have_alternatives(site: Site) -> Iterator[Finding]:
    """An image has an alternative text, be it empty; an image button has one that is not."""
    for page in site.pages.values():
        for line, what in page.silent_images:
            yield Finding(page.path, line, 1, "HTM026", f"{what} has no alternative text", "add alt")


def controls_have_names(site: Site) -> Iterator[Finding]:
    """A link or button has an accessible name: text, aria-label, title or alternative text."""
    for page in site.pages.values():
        for line, what in page.nameless:
            yield Finding(page.path, line, 1, "HTM027", f"{what} has no accessible name", "add a text or aria-label")


def tables_have_headers(site: Site) -> Iterator[Finding]:
    """A table that is not mere layout has header cells."""
    for page in site.pages.values():
        for line in page.headless_tables:
            yield Finding(page.path, line, 1, "HTM028", "the table has no header cell", "make its first row th cells")


def frames_have_titles(site: Site) -> Iterator[Finding]:
    """A frame has a title."""
    for page in site.pages.values():
        for line in page.untitled_frames:
            yield Finding(page.path, line, 1, "HTM029", "the iframe has no title", "add title")


RULES = (
    ids_are_unique,
    id_references_resolve,
    images_have_alternatives,
    controls_have_names,
    tables_have_headers,
    frames_have_titles,
)
