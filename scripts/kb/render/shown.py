"""What each page must show of what its authors wrote: pieces with their source, which the built pages are held to.

What the guide adds of itself is left aside: the facts and relations of a record, bodies that are generated, and the
lines under a section. It stands before a heading or at the end of a page, or is a link in a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.formats.inline import REFERENCE
from kb.formats.shape import Piece, pieces, words
from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.model.sitepath import INDEX
from kb.render.authored import FIGURE
from kb.render.links import href
from kb.render.view import View
from kb.render.whole import chapter_id, reading_order
from kb.text.unsaid import silent


def shown(corpus: Corpus) -> dict[str, tuple[Piece, ...]]:
    """The pieces of each page by its built file, such as `exemples/index.html`."""
    return {
        built_file(page, view.language): tuple(_page(view, page))
        for view in (View(corpus, language) for language in LANGUAGES)
        for page in corpus.pages.values()
    }


def built_file(page: Page, language: str) -> str:
    return f"{page.address(language).removeprefix('/')}{INDEX}.html"


def _page(view: View, page: Page) -> Iterator[Piece]:
    own = list(_authored(view, page))
    for other in reading_order(view.corpus) if page.generated == "all" else ():
        document = other.documents[view.language]
        own.append(Piece("h2", "", words(other.title(view.language)), other.id, path=document.path))
        own += (_in_chapter(view.corpus, other, piece) for piece in _authored(view, other))
    for piece in own:
        links = tuple(_address(view, page, link) for link in piece.links)
        yield piece._replace(links=links) if links else piece


def _authored(view: View, page: Page) -> Iterator[Piece]:
    """The pieces of a document, its figures drawn, and the note that the last section of a record begins with.

    A section of a record that is silent is left out: a line of the guide's says so in its place.
    """
    document = page.documents[view.language]
    unsaid = {section.id for section in silent(view.corpus, page, view.language)}
    for piece, block in zip(pieces(document.scan, document.path), document.scan.blocks, strict=True):
        if block.section in unsaid:
            continue
        figure = FIGURE.fullmatch(block.source.strip())
        yield piece._replace(kind="figure", text="", links=(), id=figure[2]) if figure else piece
        if piece.id in page.prose[-1:]:
            yield Piece("p", "", words(view.own(page)), path=document.path, line=piece.line)


def _in_chapter(corpus: Corpus, page: Page, piece: Piece) -> Piece:
    """A piece of a page as it stands in the page of the whole guide, where headings are one level down."""
    if not piece.kind.startswith("h"):
        return piece
    return piece._replace(kind=f"h{min(int(piece.kind[1]) + 1, 6)}", id=chapter_id(corpus, page.id, piece.id))


def _address(view: View, page: Page, link: str) -> str:
    """Where a link leads, from the root of the site; an address outside stays as it is."""
    ref = link.removeprefix(REFERENCE)
    if ref == link:
        return f"{built_file(page, view.language)}{link}" if link.startswith("#") else link
    id_, _, fragment = ref.partition("#")
    target = view.corpus.targets[id_]
    path = href(view, page, ref)
    if "://" in path:
        return path
    if path.startswith("#"):
        return built_file(page, view.language) + path
    file = built_file(view.corpus.pages[target.page], view.language)
    fragment = "" if id_ in view.corpus.reference else fragment
    return f"{file}#{fragment}" if (fragment := fragment or target.fragment or "") else file
