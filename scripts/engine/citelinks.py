"""« Copier le lien », « Citer » and « Commenter » beside each heading that has a mark, in the HTML of a page."""

from __future__ import annotations

import re
from html import escape

from kb.cite.citation import page_address
from kb.model import sitepath
from kb.model.corpus import Corpus
from kb.text.labels import label

HEADING = re.compile(r'<h([1-6]) id="[^"]*"><(strong|a) class="mark"[^>]*>([^<]+)</\2>.*?</h\1>', re.DOTALL)


def with_links(corpus: Corpus, html: str, address: str, language: str, feedback: str = "") -> str:
    """The HTML of the page at `address` with a line of links after each heading that has a mark.

    What the button copies is its value, the short address; without scripts the mark and the citation page give it.
    A comment goes to the e-mail address `feedback`, where there is one, under the mark.
    """
    return HEADING.sub(lambda match: f"{match[0]}\n{_links(corpus, match[3], address, language, feedback)}", html)


def _links(corpus: Corpus, mark: str, address: str, language: str, feedback: str) -> str:
    short = sitepath.relative(address, sitepath.short(mark, language))
    page = sitepath.relative(address, page_address(mark, language))
    copy, cite, comment = (
        f'{escape(verb)}<span class="visually-hidden"> {what}</span>'
        for verb, what in (
            (label(corpus, "copy-link", language), label(corpus, "of-section", language, mark=mark)),
            (label(corpus, "cite", language), label(corpus, "the-section", language, mark=mark)),
            (label(corpus, "comment", language), label(corpus, "on-section", language, mark=mark)),
        )
    )
    mail = f'<a class="cite-links__item" href="mailto:{escape(feedback)}?subject={mark}">{comment}</a>'
    return (
        '<p class="cite-links">'
        f'<button class="cite-links__item cite-links__copy needs-script" type="button" value="{short}">{copy}</button>'
        f'<a class="cite-links__item cite-links__open" href="{page}">{cite}</a>{mail if feedback else ""}</p>'
    )
