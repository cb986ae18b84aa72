"""Whether the tags of a document close in order: a browser mends what does not, and may show another page."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from kb.model.rule import Said
from verify.facts import Text

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_FOREIGN = frozenset({"math", "svg"})
# A link or button inside another is taken out of it.
_ALONE = frozenset({"a", "button", "form"})
# Every branch takes what it starts, up to the end of the document: linear time.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|textarea|title)\b[^>]*>.*?(</\1\s*>|\Z)"
    r"|<(/?)([a-z][^\s/>]*)(?:[^<>\"'/]++|/(?!>)|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*+(/?>?)",
    re.DOTALL | re.IGNORECASE,
)


class TagFaults(NamedTuple):
    """The first tag that is out of order, after which nothing is sure, and the first link or button in another."""

    broken: Text | None = None
    nested: Text | None = None


def tag_faults(text: str) -> TagFaults:
    """What is wrong with the tags of an HTML document, each of whose elements is to be closed by a tag of its own."""
    names: list[str] = []  # of the elements that are open
    starts: list[int] = []  # their tokens
    nested = None
    for index, (raw, raw_end, slash, name, end) in enumerate(_TOKEN.findall(text)):
        name = name.lower()
        if not name:
            if raw and not raw_end:
                return TagFaults(
                    _at(text, index, Said(f"<{raw}> is never closed", f"<{raw}> n'est jamais fermé")), nested
                )
        elif not end:
            message = Said(f"the tag <{slash}{name} is cut short", f"la balise <{slash}{name} est coupée")
            return TagFaults(_at(text, index, message), nested)
        elif slash:
            if not names or names[-1] != name:
                return TagFaults(_misplaced(text, names, starts, name, index), nested)
            names.pop()
            starts.pop()
        elif name not in _VOID and not (end == "/>" and _FOREIGN.intersection((*names, name))):
            if name in _ALONE and name in names and nested is None:
                message = Said(
                    f"<{name}> stands inside another <{name}>", f"<{name}> est à l'intérieur d'un autre <{name}>"
                )
                nested = _at(text, index, message)
            names.append(name)
            starts.append(index)
    if names:
        message = Said(f"the page ends before </{names[-1]}>", f"la page se termine avant </{names[-1]}>")
        return TagFaults(Text(text.rstrip().count("\n") + 1, message), nested)
    return TagFaults(nested=nested)


def _misplaced(text: str, names: list[str], starts: list[int], name: str, index: int) -> Text:
    """An end tag that does not close the innermost element: one too many, or of an element around one left open."""
    ends = len(re.findall(rf"</{re.escape(name)}[\s>]", text, re.IGNORECASE))
    if name in names and ends <= len(re.findall(rf"<{re.escape(name)}[\s/>]", text, re.IGNORECASE)):
        english = f"<{names[-1]}> is not closed before </{name}>"
        return _at(text, starts[-1], Said(english, f"<{names[-1]}> n'est pas fermé avant </{name}>"))
    return _at(text, index, Said(f"</{name}> closes nothing", f"</{name}> ne ferme rien"))


def _at(text: str, index: int, message: Said) -> Text:
    """The message on the line of a token."""
    token = next(islice(_TOKEN.finditer(text), index, None))
    return Text(text.count("\n", 0, token.start()) + 1, message)
