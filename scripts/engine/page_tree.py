"""What the shell needs in the text of a page, put into the tree that Python-Markdown makes of it.

A heading's mark becomes the link to its section, with « Copier le lien », « Citer » and « Commenter » below. A box is a
group under its title, and a link has no tooltip that says what it says itself. The title and what stands before the
first section or group leave the text for `meta["heading"]` and `meta["introduction"]`, which the templates place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import run_postprocessors
from markdown.treeprocessors import Treeprocessor
from mkdocs.structure.pages import Page

from engine.spoken import Spoken
from engine.tables import HEADINGS, furnish_tables, plain
from kb.model import sitepath
from kb.model.corpus import Corpus
from kb.model.languages import LANGUAGES
from kb.render import locators
from kb.render.view import View
from kb.text.foreign import foreign

_LAST = -10  # MkDocs has read links, ids and the title by then


class PageTree(Extension):
    """The extension, for one page at a time; comments go to the e-mail address `feedback`, where there is one."""

    page: Page
    view: View

    def __init__(self, corpus: Corpus, feedback: str):
        super().__init__()
        self.corpus, self.feedback = corpus, feedback

    def __repr__(self) -> str:
        """All that the trees depend on besides their pages."""
        words = [(key, words.value) for key, words in self.corpus.interface.items()]
        told = [(id_, locators.sources(self.corpus, id_)) for id_ in self.corpus.pages]
        names = [foreign(self.corpus, language).names for language in LANGUAGES]
        return repr((self.feedback, words, told, names, self.corpus.unit, self.corpus.reference.get(locators.POLICY)))

    def turn_to(self, page: Page, language: str) -> None:
        """`page`, of the build in `language`, is the next to be rendered."""
        self.page, self.view = page, View(self.corpus, language)

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Furnished(md, self), "furniture", _LAST)
        inline = md.treeprocessors["inline"]
        inline.inlinePatterns = list(md.inlinePatterns)  # type: ignore[attr-defined]  # a registry sorts at each look

    def cite_links(self, heading: Element) -> Element | None:
        """The line of links below a heading; None where it has no mark, or quotes the section of another page.

        What the button copies is its value, the short address; without scripts the mark and the citation page give it.
        """
        known = self.corpus.pages.get(self.page.meta.get("id", ""))
        mark = _mark(heading)
        if mark is None or not mark.text or known is None or known.generated == "all":
            return None
        view = self.view
        address = known.address(view.language)
        short = sitepath.relative(address, sitepath.short(mark.text, view.language))
        page = sitepath.relative(address, sitepath.citation(mark.text, view.language))
        copy, cite, comment = (
            (view.label(key), view.label(of, mark=mark.text))
            for key, of in (("copy-link", "of-section"), ("cite", "the-section"), ("comment", "on-section"))
        )
        line = Element("p", {"class": "cite-links"})
        self._source(line, heading.get("id") or "", address)
        _item(line, "button", copy, "cite-links__copy needs-script", type="button", value=short)
        _item(line, "a", cite, "cite-links__open", href=page)
        if self.feedback:
            _item(line, "a", comment, href=f"mailto:{self.feedback}?subject={mark.text}")
        return line

    def _source(self, line: Element, id_: str, here: str) -> None:
        """The page of the policy, which leads there, or to the entry of the bibliography that says where it is."""
        where = locators.passage(self.view, id_)
        if where:
            first = locators.first_page(self.corpus, locators.sources(self.corpus, id_))
            target = self.corpus.targets[locators.POLICY]
            entry = f"{self.corpus.pages[target.page].address(self.view.language)}#{target.fragment}"
            href = locators.policy_address(self.view, first) or sitepath.relative(here, entry)
            around = SubElement(line, "span")  # no link of the section's own
            link = SubElement(around, "a", {"class": "cite-links__item", "href": href})
            link.text = f"{self.view.label('policy')}, {where}"


class _Furnished(Treeprocessor):
    def __init__(self, md: Markdown, extension: PageTree):
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for parent, heading in _headings(root):
            line = self.extension.cite_links(heading)
            if line is not None:
                parent.insert(list(parent).index(heading) + 1, line)
                line.tail, heading.tail = heading.tail, "\n"
            _link_mark(heading)
        Spoken(self.extension.corpus, self.md).mark_names(root, self.extension.view.language)
        for box in root.iterfind(".//p[@class='admonition-title']/.."):
            box.set("role", "group")
            box.set("aria-label", plain(box[0]))
        for link in root.iterfind(".//a[@title]"):
            if plain(link) == link.get("title"):
                del link.attrib["title"]
        furnish_tables(root)
        meta = self.extension.page.meta
        meta["heading"], meta["introduction"] = self._taken(root, ("h1",), 1), self._taken(root, ("h2", "div"), 0)

    def _taken(self, root: Element, tags: Iterable[str], more: int) -> str:
        """The HTML of all before the first of `tags` in the text and `more` elements; they leave the tree."""
        first = next((index for index, element in enumerate(root) if element.tag in tags), None)
        taken = root[:0] if first is None else root[: first + more]
        html = "".join(map(self.md.serializer, taken))
        for element in taken:
            root.remove(element)
        return run_postprocessors(html, self.md)


def _headings(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each heading, after what it stands in."""
    for parent in list(root.iter()):
        yield from ((parent, child) for child in list(parent) if child.tag in HEADINGS)


def _mark(heading: Element) -> Element | None:
    """The mark that a heading starts with."""
    first = next(iter(heading), None)
    return first if first is not None and not heading.text and first.get("class") == "mark" else None


def _link_mark(heading: Element) -> None:
    mark = _mark(heading)
    if heading.tag != "h1" and mark is not None:
        mark.tag, mark.attrib["href"] = "a", f"#{heading.get('id')}"


def _item(line: Element, tag: str, words: Iterable[str], classes: str = "", **attributes: str) -> None:
    """A button or link of a line; the second of its words are for those who do not see where it stands."""
    verb, what = words
    item = SubElement(line, tag, {"class": f"cite-links__item {classes}".strip(), **attributes})
    item.text = verb
    SubElement(item, "span", {"class": "visually-hidden"}).text = f" {what}"
