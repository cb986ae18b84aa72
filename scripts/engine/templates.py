"""What the templates of overrides/ ask for besides what MkDocs gives them."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment
from mkdocs.structure.files import Files

from kb.cite.citation import citable
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.render.view import View
from kb.text.dates import in_words
from kb.text.labels import label
from kb.text.typography import typeset


def fill(env: Environment, files: Files, corpus: Corpus, addresses: Mapping[str, str], here: str, default: str) -> None:
    """Words (`t`), the pages' addresses by id, every mark, both languages, the other home, the theme's style sheet."""
    env.trim_blocks = env.lstrip_blocks = True
    # MkDocs collapses the no-break spaces of a table of contents
    env.filters["typeset"] = lambda text: typeset(text, here)
    env.filters["spoken"] = View(corpus, here).spoken
    env.filters["in_words"] = lambda date: typeset(in_words(date, here), here)
    env.globals |= {
        "t": lambda key, language=here, **filled: label(corpus, key, language, **filled),
        "here": here,
        "elsewhere": next(code for code in LANGUAGES if code != here),
        "home_elsewhere": f"{LANGUAGES[1]}/" if here == default else ".",
        "addresses": addresses,
        "marks": frozenset(citable(corpus).values()),
        "theme_stylesheet": _theme_stylesheet(files),
    }


def _theme_stylesheet(files: Files) -> str:
    """The address of the theme's style sheet, put in the cascade layer that any rule of the guide outranks."""
    sheet = next(file for file in files.css_files() if file.url.startswith("assets/stylesheets/main."))
    sheet.content_string = f"@layer theme{{{sheet.content_string}}}"
    return sheet.url
