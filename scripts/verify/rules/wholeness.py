"""Rules on a page as it was meant: whole, closed, and with nothing in it that was not to be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel.localedata import exists

from kb.model.finding import Finding
from verify.facts import Page, primary
from verify.site import Site


def tags_close(site: Site) -> Iterator[Finding]:
    """A page starts with its doctype, and each element is closed, in order."""
    for page in site.pages.values():
        for line, message in page.tag_faults:
            yield Finding(page.path, line, 1, "HTM044", message, "mend the HTML there or shortly before")


def no_link_in_a_link(site: Site) -> Iterator[Finding]:
    """No link, button or form stands inside another."""
    for page in site.pages.values():
        for line, message in page.nested_links:
            yield Finding(page.path, line, 1, "HTM045", message, "end the outer one before")


def one_main_part(site: Site) -> Iterator[Finding]:
    """A page has one main part, and one footer unless it only leads on."""
    for page in site.pages.values():
        wanted = {"main": page.mains} if page.is_redirect else {"main": page.mains, "footer": page.footers}
        for name, lines in wanted.items():
            if not lines:
                message = f"the page has no <{name}>"
                yield Finding(page.path, page.line, 1, "HTM046", message, "build it from the template of the pages")
            for line in lines[1:]:
                message = f"second <{name}>, the first is on line {lines[0]}"
                yield Finding(page.path, line, 1, "HTM046", message, "keep one")


def headings_have_text(site: Site) -> Iterator[Finding]:
    """A heading is not empty."""
    for page in site.pages.values():
        for line in page.empty_headings:
            yield Finding(page.path, line, 1, "HTM047", "the heading is empty", "give it a text, or remove it")


_LEFTOVERS = {
    "markdown": ("HTM048", "Markdown left in the page", "mend the Markdown, often with a blank line before it"),
    "mojibake": ("HTM049", "text read in another encoding", "save the source as UTF-8 and type the letters anew"),
    "unseen": ("HTM050", "a character that nobody sees", "remove it, or type the letter anew"),
    "twice": ("HTM051", "entity escaped twice", "write the character itself"),
}  # fmt: skip


def nothing_left_over(site: Site) -> Iterator[Finding]:
    """A page shows no Markdown, no letters of another encoding, no unseen character and no entity as text."""
    for page in site.pages.values():
        for line, kind, text in page.leftovers:
            if kind == "mojibake" and page.path in site.unreadable:
                continue  # the cause is reported
            code, message, hint = _LEFTOVERS[kind]
            yield Finding(page.path, line, 1, code, f"{message}: “{text}”", hint)


def fields_have_labels(site: Site) -> Iterator[Finding]:
    """A form field has a label."""
    for page in site.pages.values():
        for line, place, id_ in page.fields:
            if not id_ or id_ not in page.labels:
                yield Finding(page.path, line, 1, "HTM052", f"{place} has no label", "add a label for its id")


def focus_is_heard(site: Site) -> Iterator[Finding]:
    """What the keyboard reaches is not hidden from screen readers."""
    for page in site.pages.values():
        for line, what in page.silent_focus:
            message = f"the keyboard reaches {what}, which aria-hidden hides from screen readers"
            yield Finding(page.path, line, 1, "HTM053", message, "remove aria-hidden, or the link or button")


def languages_exist(site: Site) -> Iterator[Finding]:
    """A lang attribute names a language that exists."""
    for page in site.pages.values():
        for line, language in page.languages:
            if not _is_language(language):
                hint = "write fr, en, or the code of the language"
                yield Finding(page.path, line, 1, "HTM054", f"lang “{language}” is no language", hint)


@cache
def _is_language(tag: str) -> bool:
    return exists(primary(tag))


def kept_from_search_engines(site: Site) -> Iterator[Finding]:
    """A page that leads on, a 404 page and a citation page are kept from search engines, and no other page."""
    for page in site.pages.values():
        if not page.noindex and _is_aside(page):
            message = "search engines would list this page"
            hint = 'add <meta name="robots" content="noindex">'
            yield Finding(page.path, page.line, 1, "HTM055", message, hint)
        for line in page.noindex if not _is_aside(page) else ():
            yield Finding(page.path, line, 1, "HTM055", "noindex hides this page from search engines", "remove it")


def _is_aside(page: Page) -> bool:
    return page.is_redirect or page.is_404 or page.is_citation


RULES = (
    tags_close,
    no_link_in_a_link,
    one_main_part,
    headings_have_text,
    nothing_left_over,
    fields_have_labels,
    focus_is_heard,
    languages_exist,
    kept_from_search_engines,
)
