"""One fault, one finding: what a fault brings with it is held back, until the fault itself is mended."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checks.assets import FIL021, misnamed
from kb.checks.consistency import CON001, CON002, CON003, CON004
from kb.checks.dates import FCT001, FCT002, FCT004
from kb.checks.dialect import DIA002, DIA008, DIA009
from kb.checks.editions import EDN001, EDN002, EDN008
from kb.checks.figures import FCT006
from kb.checks.files import FIL005, FIL009, TXT003
from kb.checks.glossary import GLO001, GLO002, GLO005, GLO006
from kb.checks.headings import IDS005
from kb.checks.ids import IDS002, IDS003, IDS008, IDS012
from kb.checks.interface import INT002
from kb.checks.labels import FCT021
from kb.checks.ledger import LED007
from kb.checks.links import LNK001, LNK002, LNK010
from kb.checks.navigation import NAV001
from kb.checks.numbering import FCT007, FCT008
from kb.checks.pairs import PEN007, PEN008, PEN010
from kb.checks.parity import PAR001, PAR002, PAR004
from kb.checks.record_prose import REC005, REC006
from kb.checks.records import REC003, REC004, REC020
from kb.checks.relations import FCT016
from kb.checks.sentences import PEN011
from kb.checks.silence_of_twins import WRONG_LINK, of_language, of_pages, of_sections, of_sentences, with_twins
from kb.checks.situations import without_page
from kb.checks.sources import SRC001, SRC002, SRC003, SRC004, SRC005
from kb.checks.spelling import SPL001, SPL002
from kb.checks.synonyms import SYN001
from kb.checks.typography import TYP001, TYP003, TYP004, TYP008
from kb.checks.web_addresses import LNK007
from kb.model.corpus import Corpus
from kb.model.finding import Finding
from kb.model.page import SituationPage
from kb.model.rule import Rule
from kb.model.sitepath import LED008
from kb.published.promises import LED001, LED002, LED003, LED004, LED005, LED006, LED009
from kb.read.schemafault import REC002
from kb.read.source import REC001

# What these say of one source depends on all of them: nothing else uses it, nothing else holds it.
OF_THE_WHOLE = frozenset({GLO002, GLO006, IDS008, INT002, NAV001, SPL001, SPL002, SRC003, SRC004, SYN001})
# What these say of an id depends on every source that may declare it.
OF_IDS = frozenset({LNK001, LNK002, REC003, GLO005, SRC002, SRC003, PAR001, LED001, LED002, LED005, LED006})
# What these say of a word or a source depends on the lists that hold it.
OF_LISTS = {
    "docs/glossary.yml": frozenset({GLO001, SPL001, CON001, CON002, CON003, CON004}),
    "docs/references.yml": frozenset({SRC005, LNK007, SPL001, CON002, TYP001, TYP003, TYP004, TYP008}),
    "docs/words.yml": frozenset({SPL001}),
    "docs/units.yml": frozenset({SRC001, SRC002, REC003, LED001, LED003, LED004, LNK001, LNK002}),
    "docs/figures.yml": frozenset({LNK001}),
    "docs/interface.yml": frozenset({REC005, REC006}),
    "docs/ledger.jsonl": frozenset({LED001, LED002, LED003, LED004, LED005, LED006, LED007, LED008, LED009}),
}

# What these say of the use of something depends on every link, and these on every text that was published.
OF_LINKS = frozenset({FIL021, GLO002, GLO006, SRC004})
OF_PUBLISHED = OF_LINKS | {SRC003, SPL002, SYN001}
# What these say is of no use while something is wrong: a text is recorded once it is right.
OF_RECORDING = frozenset({LED007, EDN001, EDN002, EDN008})
# What these say of a text is why a page does not show it as it was read; and what these say depends on its reading.
OF_MARKUP = ("DIA", "IDS", "LNK", "TXT", PEN007, PEN008, PEN010)
OF_READING = frozenset({IDS005, PAR002, PEN011, TYP004})
# What is wrong with a line → what it brings with it on the same line.
BRINGS: dict[str, tuple[Rule, ...]] = {
    FIL009: (REC001,),
    FCT006: (FCT021,),
    FCT007: (FCT008,),
    FIL005: (GLO001,),
    PAR004: (SPL001,),
    IDS002: (LED003, IDS012),
    IDS003: (GLO002, SRC004, IDS008, IDS012),
    LED004: (LED003,),
    REC002: (REC004, REC020, FCT001, FCT002, FCT004, FCT016),
    LNK007: (SPL001,),
    LNK010: (TYP004,),
    SRC004: (SRC005,),
    TXT003: (DIA009,),
}


def brought(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """The findings that another one brings with it."""
    for rule in RULES:
        yield from rule(corpus, found)


def _on_the_line(_: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What a fault brings with it on its own line."""
    lines = {(other, one.path, one.line) for one in found for other in BRINGS.get(one.code, ())}
    return (one for one in found if (one.code, one.path, one.line) in lines)


def _of_links(_: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What nothing seems to use, while a link is wrong or what was published is gone."""
    wrong = OF_LINKS if any(one.code in WRONG_LINK for one in found) else frozenset[Rule]()
    gone = OF_PUBLISHED if any(one.code in (LED001, LED002) for one in found) else frozenset[Rule]()
    return (one for one in found if one.code in wrong | gone)


def _of_recording(_: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What waits to be recorded, while something is wrong."""
    wrong = any(not one.is_warning for one in found)
    return (one for one in found if wrong and one.code in OF_RECORDING)


def _of_reading(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What rests on a text that is not read as it is published, and what is so for a reason that is told."""
    unread = with_twins(corpus, {(one.path, one.line) for one in found if one.code.startswith("DIA")})
    told = {one.path for one in found if one.code.startswith(OF_MARKUP) and one.code not in {DIA008, *OF_READING}}
    headless = any(one.code == DIA002 for one in found)
    for one in found:
        if (
            (one.code in OF_READING and one.path in unread)
            or (one.code == DIA008 and one.path in told)
            or (one.code == LED001 and headless)
        ):
            yield one


def _of_names(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """What the name of a file brings, where it cannot be linked as it is typed (IDS009)."""
    untypable = _of_misnamed(corpus)
    for one in found:
        if (one.path, one.line) in untypable or (one.code == FIL021 and (one.path, 0) in untypable):
            yield one


def _of_situations(corpus: Corpus, found: set[Finding]) -> Iterator[Finding]:
    """A page without a source beside those of the situations, while a situation has no page: it may be that one."""
    pages = (page for page in corpus.pages.values() if isinstance(page, SituationPage))
    folders = {document.path.rpartition("/")[0] for page in pages for document in page.documents.values()}
    lacking = next(without_page(corpus), None)
    return (one for one in found if lacking and one.code == SRC001 and one.path.rpartition("/")[0] in folders)


def _of_misnamed(corpus: Corpus) -> set[tuple[str, int]]:
    """The lines that link a file whose name cannot be linked as it is typed (IDS009); the file itself, at line 0."""
    files = [path for path, _ in misnamed(corpus)]
    return {(path, 0) for path in files}.union(
        (document.path, number)
        for _, document in (corpus.documents() if files else ())
        for number, row in enumerate(document.text.split("\n"), document.first_line)
        if any(f"({path.removeprefix('docs/')}" in row for path in files)
    )


RULES = (
    _on_the_line,
    _of_links,
    _of_recording,
    _of_reading,
    _of_names,
    _of_situations,
    of_sections,
    of_sentences,
    of_language,
    of_pages,
)


def held_back(corpus: Corpus) -> frozenset[str]:
    """The codes that would speak of what was not read."""
    held: frozenset[str] = frozenset()
    if corpus.unread or corpus.broken:
        held |= OF_THE_WHOLE
    if corpus.unknown:
        held |= OF_IDS
    return held.union(*(codes for path, codes in OF_LISTS.items() if path in corpus.unread))
