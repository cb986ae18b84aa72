"""Whether the tags of a document close in order: a browser mends what does not, and may show another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kb.model.rule import Rule, Said
from verify.parts import Flaw

HTM044 = Rule(
    "HTM044",
    "A page starts with its doctype, and each of its elements is closed, in order.",
    "Une page commence par son doctype, et chacun de ses éléments est fermé, dans l'ordre.",
    "Each browser repairs such a page in its own way, and a whole part may be misplaced or in the wrong style.",
    "Chaque navigateur répare une telle page à sa façon, et toute une partie peut être déplacée ou prendre un mauvais "
    "style.",
)

HTM045 = Rule(
    "HTM045",
    "No link, button or form stands inside another.",
    "Aucun lien, bouton ou formulaire ne se trouve à l'intérieur d'un autre.",
    "The reader could not know which of the two a click or a key sets off.",
    "On ne pourrait pas savoir lequel des deux un clic ou une touche déclenche.",
)

MEND = Said("mend the HTML there or shortly before", "corrigez le HTML là ou un peu avant")
_END_OUTER = Said("end the outer one before", "fermez avant celui de l'extérieur")
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


def tag_faults(text: str) -> Iterator[Flaw]:
    """The first tag of an HTML document that is out of order, after which nothing is sure, and before it the first link
    or button inside another: each element is to be closed by a tag of its own."""
    names: list[str] = []  # of the elements that are open
    starts: list[int] = []  # their tokens
    is_nested = False
    for index, (raw, raw_end, slash, name, end) in enumerate(_TOKEN.findall(text)):
        name = name.lower()
        if not name:
            if raw and not raw_end:
                yield _broken(_line(text, index), f"<{raw}> is never closed", f"<{raw}> n'est jamais fermé")
                return
        elif not end:
            tag = f"<{slash}{name}"
            yield _broken(_line(text, index), f"the tag {tag} is cut short", f"la balise {tag} est coupée")
            return
        elif slash:
            if not names or names[-1] != name:
                yield _misplaced(text, names, starts, name, index)
                return
            names.pop()
            starts.pop()
        elif name not in _VOID and not (end == "/>" and _FOREIGN.intersection((*names, name))):
            if name in _ALONE and name in names and not is_nested:
                is_nested, english = True, f"<{name}> stands inside another <{name}>"
                message = Said(english, f"<{name}> est à l'intérieur d'un autre <{name}>")
                yield Flaw(_line(text, index), HTM045, message, _END_OUTER)
            names.append(name)
            starts.append(index)
    if names:
        line, tag = text.rstrip().count("\n") + 1, f"</{names[-1]}>"
        yield _broken(line, f"the page ends before {tag}", f"la page se termine avant {tag}")


def _misplaced(text: str, names: list[str], starts: list[int], name: str, index: int) -> Flaw:
    """An end tag that does not close the innermost element: one too many, or of an element around one left open."""
    ends = len(re.findall(rf"</{re.escape(name)}[\s>]", text, re.IGNORECASE))
    if name in names and ends <= len(re.findall(rf"<{re.escape(name)}[\s/>]", text, re.IGNORECASE)):
        english, french = (
            f"<{names[-1]}> is not closed before </{name}>",
            f"<{names[-1]}> n'est pas fermé avant </{name}>",
        )
        return _broken(_line(text, starts[-1]), english, french)
    return _broken(_line(text, index), f"</{name}> closes nothing", f"</{name}> ne ferme rien")


def _broken(line: int, english: str, french: str) -> Flaw:
    return Flaw(line, HTM044, Said(english, french), MEND)


def _line(text: str, index: int) -> int:
    """The line of a token."""
    token = next(islice(_TOKEN.finditer(text), index, None))
    return text.count("\n", 0, token.start()) + 1
