"""« Copier le lien », « Citer » and « Commenter » beside each heading that has a mark, in the HTML of a page."""

from __future__ import annotations

import re
from html import escape

from kb.cite.citation import page_address
from kb.model import sitepath
from kb.render.labels import label

HEADING = re.compile(r'<h([1-6]) id="[^"]*"><(strong|a) class="mark"[^>]*>([^<]+)</\2>.*?</h\1>', re.DOTALL)


def with_links(html: str, address: str, language: str, feedback: str = "") -> str:
    """The HTML of the page at `address` with a line of links after each heading that has a mark.

    What the button copies is its value, the short address; without scripts the mark and the citation page give it.
    A comment goes to the e-mail address `feedback`, where there is one, under the mark.
    """
    return HEADING.sub(lambda match: f"{match[0]}\n{_links(match[3], address, language, feedback)}", html)


def _links(mark: str, address: str, language: str, feedback: str) -> str:
    short = sitepath.relative(address, sitepath.short(mark, language))
    page = sitepath.relative(address, page_address(mark, language))
    copy, cite, comment = (
        f'{escape(label(verb, language))}<span class="visually-hidden"> {label(what, language).format(mark)}</span>'
        for verb, what in (("copy-link", "of-section"), ("cite", "the-section"), ("comment", "on-section"))
    )
    mail = f'<a class="cite-links__item" href="mailto:{escape(feedback)}?subject={mark}">{comment}</a>'
    return (
        '<p class="cite-links">'
        f'<button class="cite-links__item cite-links__copy needs-script" type="button" value="{short}">{copy}</button>'
        f'<a class="cite-links__item cite-links__open" href="{page}">{cite}</a>{mail if feedback else ""}</p>'
    )
