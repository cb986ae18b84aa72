"""What one element of a page, or one file beside it, says: plain data, and no judgement."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from kb.model.rule import Said


class Use(Enum):
    """What an address is for, which decides the rules that apply to it."""

    LINK = "followed"
    LOAD = "loaded"
    ALTERNATE = "alternate"
    CANONICAL = "canonical"
    SOCIAL = "social"


class Ref(NamedTuple):
    """An address as a page or style sheet writes it; `place` says where, such as `<a href>`."""

    line: int
    column: int
    use: Use
    place: str
    address: str


class Alternate(NamedTuple):
    """A claim that `address` is the same page in `language`; the medium is `link`, `a` or `sitemap`."""

    line: int
    medium: str
    language: str
    address: str


class LineText(NamedTuple):
    """A text and the line it stands on."""

    line: int
    text: str


class Flaw(NamedTuple):
    """What one look at an element, or at the text of its page, shows to be wrong."""

    line: int
    code: str
    message: Said
    hint: Said


class Field(NamedTuple):
    """A form field without a name of its own, which a label may name by its id."""

    line: int
    place: str
    id: str


class ShownHeading(NamedTuple):
    line: int
    level: int


class ShownSection(NamedTuple):
    """A heading that an address or a mark can name; `way` is where its mark leads, None where it is no link."""

    line: int
    level: int
    id: str
    title: str
    mark: str = ""
    way: str | None = None


class CiteLinks(NamedTuple):
    """What stands under the heading of a section with a mark: what is copied, and the page that cites it."""

    line: int
    section: ShownSection
    copy: str
    cite: str
    comment: str | None = None  # the subject of the message that comments on it
    names: tuple[str, ...] = ()  # what the button and each link say


class ShownCitation(NamedTuple):
    """A citation that a page shows, and its language."""

    language: str
    text: str
    line: int = 1


class Code(NamedTuple):
    """A QR code, or the address beside it, whose own `address` is empty; `said` ends with what it stands for."""

    line: int
    address: str
    said: str


class Cited(NamedTuple):
    """What a file for a reference manager cites; each date is a year or a day, as ISO 8601 writes it."""

    title: str = ""
    address: str = ""
    author: str = ""
    dates: tuple[str, ...] = ()
    language: str = ""
    note: str = ""


class MarkLink(NamedTuple):
    """A link that names a mark, as its `whole` text, at its start or set apart in it."""

    line: int
    mark: str
    address: str
    whole: bool


class IdRef(NamedTuple):
    """An id that an attribute such as `aria-controls` names."""

    line: int
    place: str
    id: str
