"""What a page shows, or says in its attributes, that was never meant to be read: Markdown, and letters gone wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.rule import Rule, Said
from verify.parts import Flaw

HTM048 = Rule(
    "HTM048",
    "No Markdown is left in a page.",
    "Il ne reste pas de Markdown dans une page.",
    "The reader would see asterisks, brackets or codes where a link, a list or a table should be.",
    "On verrait des astérisques, des crochets ou des codes à la place d'un lien, d'une liste ou d'un tableau.",
)

HTM049 = Rule(
    "HTM049",
    "No text of a page was read in another encoding.",
    "Aucun texte d'une page n'a été lu dans un autre encodage.",
    "Each accented letter would appear as two odd signs, and the words could hardly be read.",
    "Chaque lettre accentuée s'afficherait en deux signes étranges, et les mots seraient à peine lisibles.",
)

HTM050 = Rule(
    "HTM050",
    "A page holds no character that nobody sees.",
    "Une page ne contient aucun caractère que personne ne voit.",
    "A word with one inside is not found by a search, copies badly, and looks right to the editor.",
    "Un mot qui en cache un échappe à la recherche et se copie mal, alors qu'il paraît juste à l'écran.",
)

HTM051 = Rule(
    "HTM051",
    "No entity is escaped twice.",
    "Aucune entité (le code d'un caractère) n'est échappée deux fois.",
    "The reader would see a code in the middle of a word instead of a letter.",
    "On verrait un code au milieu d'un mot au lieu d'une lettre.",
)

HTM094 = Rule(
    "HTM094",
    "No text or attribute of a page is what a program writes for nothing.",
    "Aucun texte ni attribut d'une page n'est ce qu'un programme écrit à la place de rien.",
    "The reader would see a word such as None or undefined where a name, a date or a page number should be.",
    "On verrait un mot comme None ou undefined à la place d'un nom, d'une date ou d'un numéro de page.",
)

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
_SAID = {
    "markdown": (
        HTM048,
        Said("Markdown left in the page", "Markdown resté dans la page"),
        Said(
            "mend the Markdown, often with a blank line before it",
            "corrigez le Markdown, souvent par une ligne vide devant",
        ),
    ),
    "mojibake": (
        HTM049,
        Said("text read in another encoding", "texte lu dans un autre encodage"),
        Said(
            "save the source as UTF-8 and type the letters anew",
            "enregistrez la source en UTF-8 et tapez les lettres de nouveau",
        ),
    ),
    "unseen": (
        HTM050,
        Said("a character that nobody sees", "un caractère que personne ne voit"),
        Said("remove it, or type the letter anew", "retirez-le, ou tapez la lettre de nouveau"),
    ),
    "program": (
        HTM094,
        Said("a program wrote this for nothing", "un programme a écrit ceci à la place de rien"),
        Said("fill in what it stands for", "mettez ce qui devrait s'y trouver"),
    ),
    "twice": (
        HTM051,
        Said("entity escaped twice", "entité échappée deux fois"),
        Said("write the character itself", "écrivez le caractère lui-même"),
    ),
}


def leftovers(text: str, language: str) -> Iterator[Flaw]:
    """Each fault of an HTML document in a language, code apart, which shows what it means; lines in a row are one
    fault."""
    found = [kind for kind, pattern in _PATTERNS.items() if _may_hold(text, kind) and pattern.search(text)]
    if not found:
        return
    text = _CODE.sub(lambda code: "\n" * code[0].count("\n"), text)
    for kind in found:
        before, line, counted = -1, 1, 0
        for match in _PATTERNS[kind].finditer(text):
            line, counted = line + text.count("\n", counted, match.end()), match.end()
            starts, before = line > before + 1, line
            if starts and not ((shown := _excerpt(text, match)) == "None" and language == "en"):  # a word there
                code, what, hint = _SAID[kind.split()[0]]
                yield Flaw(line, code, Said(f"{what}: “{shown}”", f"{what.fr} : « {shown} »"), hint)


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
