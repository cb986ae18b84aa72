"""Names of the other language in the tree of a page, marked so that they are read aloud in it (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE

from kb.model.corpus import Corpus
from kb.text.foreign import foreign

_APART = frozenset({"code", "pre", "script", "style", "svg"})
_TAG = re.compile(r"<(?P<end>/)?(?!(?:br|img|input|wbr)\b)\w+[^<>]*(?<!/)>")
_LANG = re.compile(r'\blang="(\w+)"')


class Spoken:
    """What marks the names in the tree of one page, in which the tags of raw HTML stand for themselves."""

    def __init__(self, corpus: Corpus, md: Markdown):
        self.corpus, self.raw = corpus, md.htmlStash.rawHtmlBlocks

    def mark_names(self, element: Element, language: str) -> None:
        """Put each name of the other language into an element that says so; `language` is that of the text around."""
        if element.tag in _APART:
            return
        if element.tag == "a" and element.get("title") and element.get("lang", language) != language:
            _inward(element)
        around = [element.get("lang", language)]
        content = list(self._marked(element.text, around))
        for child in list(element):
            self.mark_names(child, around[-1])
            content += [child, *self._marked(child.tail, around)]
        _fill(element, content)

    def _marked(self, text: str | None, around: list[str]) -> Iterator[str | Element]:
        """The parts of a text, in the language of the innermost tag of raw HTML that is open, the last of `around`."""
        for at, part in enumerate(HTML_PLACEHOLDER_RE.split(text or "")):
            if at % 2:
                yield HTML_PLACEHOLDER % part
                self._turn(str(self.raw[int(part)]), around)
                continue
            names = foreign(self.corpus, around[-1])
            for place, said in enumerate(names.split(part)):
                if place % 2:
                    span = Element("span", {"lang": names.other})
                    span.text = said
                    yield span
                else:
                    yield said

    def _turn(self, raw: str, around: list[str]) -> None:
        if tag := _TAG.fullmatch(raw.strip()):
            if not tag["end"]:
                lang = _LANG.search(raw)
                around.append(lang[1] if lang else around[-1])
            elif len(around) > 1:
                around.pop()


def _inward(link: Element) -> None:
    """Leave the language of a link to what it shows: its tooltip is in the words of the page."""
    span = Element("span", {"lang": link.attrib.pop("lang")})
    span.text, span[:] = link.text, list(link)
    link.text, link[:] = None, [span]


def _fill(element: Element, content: list[str | Element]) -> None:
    """Make this all that an element holds."""
    element[:] = [part for part in content if not isinstance(part, str)]
    last: Element | None = None
    element.text = ""
    for part in content:
        if not isinstance(part, str):
            last, part.tail = part, ""
        elif last is None:
            element.text += part
        else:
            last.tail = (last.tail or "") + part
