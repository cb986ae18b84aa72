"""DIA: what the pages' reader of Markdown would take for something else than the checks do."""

from support import Case, say


def block(text: str) -> dict:
    """A block of its own in the same place of both pages."""
    return say(f"\n\n{text}")


FAILING = [
    Case("DIA001", "list that goes on", block("⟦DIA001⟧3. trois\n4. quatre")),
    Case("DIA001", "year", block("⟦DIA001⟧2019. Une année.")),
    Case("DIA001", "inside a quotation", block("> ⟦DIA001⟧7) sept")),
    Case("DIA002", "heading without its space", block("⟦DIA002⟧####Titre")),
    Case("DIA002", "number", say("\n⟦DIA002⟧#1 du Québec.")),
    Case("DIA002", "in an item", block("- ⟦DIA002⟧#1 du Québec")),
    Case("DIA003", "word between angle brackets", say("Un ⟦DIA003⟧<mot> ici.")),
    Case("DIA003", "tag that is closed", say("Un ⟦DIA003⟧<b>mot</b> ici.")),
    Case("DIA003", "block that stays open", block("⟦DIA003⟧<div>\n\nUn mot.")),
    Case("DIA003", "block", block("⟦DIA003⟧<details>\n\nUn mot.\n\n</details>")),
    Case("DIA003", "comment", block("⟦DIA003⟧<!-- une note -->")),
    Case("DIA003", "comment that holds a link", block("⟦DIA003⟧<!-- [x][inconnu] -->")),
    Case("DIA003", "attributes", say("Un ⟦DIA003⟧<abbr title='Un, deux'>mot</abbr>.")),
    Case("DIA003", "comment in a sentence", say("Un mot ⟦DIA003⟧<!-- à voir --> ici.")),
    Case("DIA004", "mistyped kind", block('⟦DIA004⟧!!! editorail "Note"\n    Un mot.')),
    Case("DIA004", "box that opens", block('⟦DIA004⟧??? note "Note"\n    Un mot.')),
    Case("DIA005", "text at the margin", block('⟦DIA005⟧!!! note "Note"\nUn mot.')),
    Case("DIA005", "text after two spaces", block('!!! note "Note"\n⟦DIA005⟧  Un mot.')),
    Case("DIA005", "no text", block('⟦DIA005⟧!!! note "Note"\n\nUn mot.')),
    Case("DIA005", "second paragraph after two spaces", block('!!! note "Note"\n    Un mot.\n\n⟦DIA005⟧  Suite.')),
    Case("DIA005", "title without quotation marks", block("⟦DIA005⟧!!! note Note du guide\n    Un mot.")),
    Case("DIA006", "no second line", block("⟦DIA006⟧| A | B |\n| c | d |")),
    Case("DIA006", "second line too short", block("⟦DIA006⟧| A | B |\n|---|\n| c | d |")),
    Case("DIA006", "empty line inside", block("| A | B |\n|---|---|\n| c | d |\n\n⟦DIA006⟧| e | f |")),
    Case("DIA007", "indented paragraph", block("⟦DIA007⟧    Un mot.")),
    Case("DIA008", "definition list", block("⟦DIA008⟧Mot\n:   Sa définition.")),
    Case("DIA008", "items with other signs", block("- un\n⟦DIA008⟧* deux")),
    Case("DIA008", "list after another", block("- un\n\n⟦DIA008⟧1. deux")),
    Case("DIA008", "escape that only one reads", block("⟦DIA008⟧Un \\& deux.")),
    Case("DIA009", "line end", block("Un [mot]⟦DIA009⟧[reso\n].")),
    Case("DIA009", "space", block("Un [mot]⟦DIA009⟧[ reso].")),
]

CLEAN = [
    Case("DIA001", "lists from 1", block("1. un\n2. deux\n\nPuis :\n\n1. un")),
    Case("DIA001", "year in a sentence", block("Mot 2019. Mot 2020\n2021. Mot 2022.")),
    Case("DIA001", "year that is escaped", block("2019\\. Une année.")),
    Case("DIA002", "sign that is escaped or in code", block("\\#1 du Québec, `#1`.\n\n```\n#1\n```")),
    Case("DIA003", "signs and code", say("Mot : 4 < 5, 6 > 5, `<mot>`, &lt;mot>.")),
    Case("DIA004", "known kinds", block('!!! editorial "Note"\n    Un mot.\n\n!!! note\n    Un mot.')),
    Case("DIA004", "signs of a sentence", say("Vraiment ???")),
    Case("DIA005", "paragraphs and a list", block('!!! note "Note"\n    Un mot.\n\n    - un\n      - deux\n\nFin.')),
    Case("DIA006", "tables", block("| A | B |\n|:---|---:|\n| c | \\| |\n\nPuis :\n| A |\n|-|\n| b |")),
    Case("DIA006", "bar in a sentence", say("Un a | b.")),
    Case("DIA007", "fence and item", block("- un\n\n    suite\n\n```\nbrut\n```")),
    Case(
        "DIA008", "what staging writes anew", block("Un :\n- un\n  - deux\n\n      suite\n- trois\n## Fin {#fin}\nMot.")
    ),
    Case("DIA009", "line end in a text, and code", block("*A*, [mot\nb][reso], `[a][ reso]`.")),
    Case("DIA008", "what both read", block("*X **y** z* ***w***, [v](#legitimite), `u` \\* b_c_d.")),
]
