"""TXT: characters that an author does not see, or did not mean."""

from support import Case, say

GLOSSARY, RECORD = "docs/glossary.yml", "examples/reso/record.yml"
FACT = 'fr: "Création de l\'équipe"'

FAILING = [
    Case("TXT001", "zero width space in a word", say("La proxi⟦TXT001⟧\u200bmité.", "Close⟦TXT001⟧\u200bness.")),
    Case("TXT001", "zero width space beside a word", say("⟦TXT001⟧\u200bmot", "Word.")),
    Case("TXT001", "byte order mark inside", say("Un⟦TXT001⟧\ufeff mot.")),
    Case("TXT001", "soft hyphen", say("La proxi⟦TXT001⟧\u00admité.", "Text.")),
    Case("TXT001", "line separator", say("Un⟦TXT001⟧\u2028mot.", "Text.")),
    Case("TXT001", "line separator in YAML", {RECORD: [(FACT, f'{FACT[:-1]}⟦TXT001⟧\u2028suite"')]}),
    Case("TXT001", "direction marks", say("⟦TXT001⟧\u202eun⟦TXT001⟧\u202c mot.", "Text.")),
    Case("TXT001", "isolates and marks", say("⟦TXT001⟧\u2066un⟦TXT001⟧\u2069 mot⟦TXT001⟧\u200f.", "Text.")),
    Case("TXT001", "replacement character", say("Qu⟦TXT001⟧\ufffdbec.", "Text.")),
    Case("TXT001", "private use", say("Un ⟦TXT001⟧\uf0b7 mot.", "Text.")),
    Case("TXT001", "in front matter", {"docs/fr/index.md": [("title: Accueil", "title: Ac⟦TXT001⟧\u00adcueil")]}),
    Case("TXT002", "accents apart", say("La proximite⟦TXT002⟧e\u0301, c⟦TXT002⟧a\u0300 et l⟦TXT002⟧a\u0300.", "Text.")),
    Case("TXT002", "cedilla", say("Fran⟦TXT002⟧c\u0327ais.", "Text.")),
    Case(
        "TXT005",
        "lists",
        say("\n\n" + "\n".join(f"{'⟦TXT005⟧' * (n == 10)}{'    ' * n}- mot" for n in range(60)), "Text."),
    ),
    Case("TXT005", "lists on one line", say("\n\n⟦TXT005⟧" + "- " * 5000 + "mot", "Text.")),
    Case("TXT005", "quotations", say("\n\n⟦TXT005⟧" + "> " * 500 + "mot", "Text.")),
    Case("TXT005", "brackets", say("⟦TXT005⟧" + "[" * 10_000, "Text.")),
    *(
        Case("TXT004", text, {RECORD: [('"aller vers les gens"', f'"aller ⟦TXT004⟧{text} gens"')]})
        for text in (
            "<b>vers</b> les",
            "<jeunes>",
            "**vers** les",
            "*vers* les",
            "[vers][reso] les",
            "`vers` les",
            "<!-- les -->",
        )
    ),
    Case("TXT004", "title of a page", {"docs/fr/index.md": [("title: Accueil", "title: ⟦TXT004⟧<em>Accueil</em>")]}),
    Case("TXT003", "no-break space", say("Un⟦TXT003⟧\u00a0mot, 20⟦TXT003⟧\u202f%.", "A word, 20%.")),
    Case("TXT003", "no-break space in an id", say("[la présence][presence⟦TXT003⟧\u00a0]", "[presence][].")),
]

CLEAN = [
    Case(
        "TXT001", "emoji, signs and letters of other alphabets", say("Le 😀, le €, ᐃᓄᒃᑎᑐᑦ, Ωμέγα et −5.", "Text: −5.")
    ),
    Case("TXT002", "accents as one character", say("é à ç œ É", "é à ç œ É")),
    Case("TXT002", "an accent that no single letter has", say("Un q\u0301.", "A q\u0301.")),
    Case("TXT005", "what people write", say("\n\n- a\n    - b\n        - c\n\n> > d")),
    Case(
        "TXT004",
        "signs that are no markup",
        {RECORD: [('"aller vers les gens"', '"a < b, a * b, a_b, R&D, [sic], {x} et | les gens"')]},
    ),
    Case("TXT003", "plain spaces", say("Il y a 20 % : « oui ».", "There are 20%.")),
]
