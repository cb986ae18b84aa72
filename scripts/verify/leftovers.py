"""What a page shows, or says in its attributes, that was never meant to be read: Markdown, and letters gone wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.facts import Leftover

# Every alternative starts with a letter of its own, which lets one search pass quickly over all other text.
_AT_START = r"(?:[-*+] |&gt; |#{1,6} |\d{1,2}\) |\?\?\? |!!! |\[[^\]\n]+\]: |\|[^\n]*\|)"
_MARKDOWN = (
    *(r"\]\[", r"\]\(", r"\[\^", r"\*\*", r"\{\{", r"\{%", r"\{ ?[#.:][\w-]", r"\{ ?[a-z]+=", "`", "~~~", r"---+:? \|"),
    *(rf"\n{_AT_START}", rf"<p>{_AT_START}", rf"<li>{_AT_START}"),
    # Emphasis, around words of its own, and the comments of templates.
    r"\*(?<=[\s>(«]\*)[^\W_][^*<>\"\n]*\*(?![\w*])",
    r"_(?<=[\s>(«]_)[^\W_][^_<>\"\n]*_(?![\w])",
    r"\{#",
    r"<p>\d{1,2}\. ",
    r"&lt;/?(?:a|b|br|div|em|h[1-6]|i|li|ol|p|span|strong|table|td|th|tr|ul)\b",
)
# Controls, soft hyphens, accents apart from their letter, zero widths, directions, and letters of private use.
_UNSEEN = (
    "\x80-\x9f\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff"
)
# Without one of these a search would be in vain, and slow.
_SIGNS = {
    "program": ("[object ", "None", "undefined", "NaN"),
    "mojibake": ("\ufffd", "Ã", "Â", "â€", "ï»¿"),
}
_NOTHING = "(?:None|undefined|NaN)"
_PATTERNS = {
    "markdown": re.compile("|".join(_MARKDOWN)),
    "mojibake": re.compile("\ufffd|Ã[\x80-\xbfŒœŠšŸŽžƒˆ˜–-›€™]|Â[\xa0-\xbf]|â€|ï»¿"),
    "unseen": re.compile(f"[{_UNSEEN}]"),
    "unseen entity": re.compile(r"&(?:shy|zwj|zwnj|lrm|rlm|ZeroWidthSpace|#x0*20[01][0-9a-f]);"),
    # A value that was never there, as the whole of a text or attribute.
    "program": re.compile(rf"\[object [A-Z]\w+\]|(?<=>){_NOTHING}(?=</)|(?<==\"){_NOTHING}(?=\")"),
    "twice": re.compile(r"&amp;(?:[a-zA-Z]+\d*|#\d+|#[xX][0-9a-fA-F]+);"),
}
_CODE = re.compile(r"<(code|pre|script|style)\b.*?(?:</\1>|\Z)", re.DOTALL)
_EDGE = re.compile(r"[\n<>\"]")


def leftovers(text: str) -> Iterator[Leftover]:
    """Each fault of an HTML document, code apart, which shows what it means; lines in a row are one fault."""
    found = [kind for kind, pattern in _PATTERNS.items() if _may_hold(text, kind) and pattern.search(text)]
    if not found:
        return
    text = _CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    for kind in found:
        before, line, counted = -1, 1, 0
        for match in _PATTERNS[kind].finditer(text):
            line, counted = line + text.count("\n", counted, match.end()), match.end()
            if line > before + 1:
                yield Leftover(line, kind.split()[0], _excerpt(text, match))
            before = line


def _may_hold(text: str, kind: str) -> bool:
    """False where a search would be in vain: accents, which start what it looks for, are everywhere in French."""
    return kind not in _SIGNS or any(sign in text for sign in _SIGNS[kind])


def _excerpt(text: str, match: re.Match[str]) -> str:
    """A match and what surrounds it, up to the next tags; a letter that cannot be seen is named by its number."""
    found = match[0].removeprefix("<p>").removeprefix("<li>").lstrip("\n")
    before = _EDGE.split(text[max(0, match.start() - 20) : match.end() - len(found)])[-1]
    after = _EDGE.split(text[match.end() : match.end() + 30])[0]
    shown = (letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in f"{before}{found}{after}".strip())
    return "".join(shown)
