"""Where the policy says it, as readers see it: its pages, which are derived, and its own heading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from kb.model.corpus import Corpus
from kb.model.page import RecordPage, SituationPage
from kb.model.schema.pages import Unit
from kb.render.view import View
from kb.text.typography import typeset

POLICY = "r-politique"
WHOLE = ("page", "pillar")  # kinds of units that hold those after them
APART = (*WHOLE, "glossary", "references")  # kinds that no other holds
Range = tuple[int, int]


def sources(corpus: Corpus, id_: str) -> list[str]:
    """The units that a page or a section with a mark retells."""
    page = corpus.pages.get(id_)
    return page.sources if isinstance(page, (RecordPage, SituationPage)) else [id_] if id_ in corpus.unit else []


def locators(view: View, ids: Iterable[str], *, marked: bool = False) -> str:
    """« p. 12-13, « Écoute et consultation… » », for each unit; in Markdown, headings `marked` as French."""
    units = (view.corpus.unit[id_] for id_ in ids)
    texts = (f"{pages(view, [_whole(view.corpus, unit)])}, {_heading(view, unit, marked)}" for unit in units)
    return "; ".join(texts)


def policy_address(view: View, page: int) -> str | None:
    """The page of the policy where its ministry publishes it; None unless docs/references.yml has the document's own
    address, a PDF: that of a list of publications has no page 18."""
    policy = view.corpus.reference.get(POLICY)
    url = policy and policy.address(view.language)
    return f"{url}#page={page}" if url and url.endswith(".pdf") else None


def in_the_policy(view: View, words: str, units: Iterable[str]) -> str:
    """A link under `words` to the first page of the units, in Markdown; else to the entry of the bibliography."""
    address = policy_address(view, first_page(view.corpus, units))
    return f"[{words}]({address})" if address else f"[{words}][{POLICY}]"


def first_page(corpus: Corpus, units: Iterable[str]) -> int:
    return min(corpus.unit[id_].page for id_ in units)


def passage(view: View, id_: str) -> str:
    """« p. 12-13 » of what has a mark; "" for what does not come from the policy."""
    units = [view.corpus.unit[one] for one in sources(view.corpus, id_) if one in view.corpus.unit]
    return pages(view, [_whole(view.corpus, unit) for unit in units]) if units else ""


def pages(view: View, ranges: Iterable[Range]) -> str:
    """« p. 6-7, 12 » / “pp. 6–7, 12”: every page of the ranges once."""
    joined = _joined(ranges)
    dash = "-" if view.language == "fr" else "–"
    texts = [str(first) if first == last else f"{first}{dash}{last}" for first, last in joined]
    several = len(joined) > 1 or joined[0][0] != joined[0][1]
    return view.text(view.label("pages" if several else "page", pages=", ".join(texts)))


def own_pages(unit: Unit) -> Range:
    """The first and the last page of a unit's own text."""
    return unit.page, unit.end or unit.page


def _whole(corpus: Corpus, unit: Unit) -> Range:
    """The first and the last page of a unit, with those of the sections that it holds."""
    first, last = own_pages(unit)
    if unit.kind not in WHOLE:
        return first, last
    after = list(corpus.unit.values())
    held = takewhile(lambda other: other.kind not in APART, after[after.index(unit) + 1 :])
    return first, max([last, *(own_pages(other)[1] for other in held)])


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order; those that touch or overlap are one."""
    joined: list[Range] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined


def _heading(view: View, unit: Unit, marked: bool) -> str:
    """The policy's own heading in the quotation marks of the language, or our words for a passage without one."""
    heading = typeset(unit.heading, "fr")
    if not unit.untitled:
        inner = ("“", "”") if view.language == "fr" else ("‘", "’")  # what the heading quotes itself
        heading = heading.replace("«\u00a0", inner[0]).replace("\u00a0»", inner[1])
    heading = view.said(heading, "fr") if marked else heading
    if unit.untitled:
        return view.label("untitled", heading=heading)
    return view.text("« {} »" if view.language == "fr" else "“{}”").format(heading)
