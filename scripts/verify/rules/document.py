"""Rules on a page as a document: readable, described, in order, and free of inline code."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from verify.facts import Page
from verify.site import Site


def files_are_readable(site: Site) -> Iterator[Finding]:
    """A page or style sheet is UTF-8 text that holds something."""
    for path, (line, message) in site.unreadable.items():
        yield Finding(path, line, 1, "HTM001", message, "rebuild the site, or save the file as UTF-8")


def no_event_attributes(site: Site) -> Iterator[Finding]:
    """No element has an event attribute: a strict content security policy refuses it."""
    for page in site.pages.values():
        for line, what in page.events:
            yield Finding(page.path, line, 1, "HTM014", f"event attribute {what}", "listen to it from a script file")


def no_inline_scripts(site: Site) -> Iterator[Finding]:
    """No executable script stands inside a page: a strict content security policy refuses it."""
    for page in site.pages.values():
        for line in page.inline_scripts:
            yield Finding(page.path, line, 1, "HTM015", "executable script inside the page", "move it to a file")


def inline_json_parses(site: Site) -> Iterator[Finding]:
    """JSON inside a page parses."""
    for page in site.pages.values():
        for line, message in page.bad_json:
            yield Finding(page.path, line, 1, "HTM016", message, "print it with a JSON filter")


def no_base(site: Site) -> Iterator[Finding]:
    """No page has a base element, which would turn its fragments into links to another page."""
    for page in site.pages.values():
        for line in page.bases:
            yield Finding(page.path, line, 1, "HTM018", "the page has a base element", "remove it")


def charset_is_utf8(site: Site) -> Iterator[Finding]:
    """A page declares that it is UTF-8."""
    for page in site.pages.values():
        if "utf-8" not in page.charsets:
            yield _of(page, "HTM019", "the page does not declare UTF-8", 'add <meta charset="utf-8">')


def one_title(site: Site) -> Iterator[Finding]:
    """A page has one title, and it is not empty."""
    for page in site.pages.values():
        if not page.titles:
            yield _of(page, "HTM020", "the page has no title", "add one")
        for line, text in page.titles[:1]:
            if not text:
                yield Finding(page.path, line, 1, "HTM020", "the title is empty", "write one")
        for line, text in page.titles[1:]:
            yield Finding(page.path, line, 1, "HTM020", f"second title “{text}”", "keep one")


def one_description(site: Site) -> Iterator[Finding]:
    """A page that is not a redirect has one description, and it is not empty."""
    for page in _read_by_people(site):
        if not page.descriptions:
            yield _of(page, "HTM021", "the page has no description", "add one to its front matter")
        for line, text in page.descriptions[:1]:
            if not text:
                yield Finding(page.path, line, 1, "HTM021", "the description is empty", "write one in its front matter")
        for line, text in page.descriptions[1:]:
            yield Finding(page.path, line, 1, "HTM021", f"second description “{text}”", "keep one")


def one_main_heading(site: Site) -> Iterator[Finding]:
    """A page that is not a redirect has one level 1 heading."""
    for page in _read_by_people(site):
        first, *others = [heading.line for heading in page.headings if heading.level == 1] or [0]
        if not first:
            yield _of(page, "HTM022", "the page has no level 1 heading", "give it its title")
        for line in others:
            yield Finding(page.path, line, 1, "HTM022", f"the level 1 heading is on line {first}", "make it level 2")


def heading_levels(site: Site) -> Iterator[Finding]:
    """A heading is at most one level below the one before it."""
    for page in site.pages.values():
        before = 1
        for line, level in page.headings:
            if level > before + 1:
                message = f"heading of level {level} after one of level {before}"
                yield Finding(page.path, line, 1, "HTM023", message, f"make it level {before + 1}")
            before = level


def _read_by_people(site: Site) -> Iterator[Page]:
    return (page for page in site.pages.values() if not page.is_redirect)


def _of(page: Page, code: str, message: str, hint: str) -> Finding:
    return Finding(page.path, page.line, 1, code, message, hint)


RULES = (
    files_are_readable,
    no_event_attributes,
    no_inline_scripts,
    inline_json_parses,
    no_base,
    charset_is_utf8,
    one_title,
    one_description,
    one_main_heading,
    heading_levels,
)
