"""LNK: ids, headings, files and addresses."""

from support import Case, say

REFERENCES = "docs/references.yml"
PHOTO = b"\xff\xd8\xff" + b"x" * 399_995
RECORD, HOME = "examples/reso/record.yml", "docs/fr/index.md"


def url(address: str) -> dict:
    """The survey's French address, with the marker before its key."""
    return {REFERENCES: [('{fr: "https://www.quebec.ca/sondage?an=2024&page=1"', f"{{⟦LNK006⟧fr: '{address}'")]}


FAILING = [
    Case("LNK001", "unknown id", say("Un ⟦LNK001⟧[lien][inconnu].")),
    Case("LNK001", "collapsed", say("Un ⟦LNK001⟧[inconnu][].")),
    Case("LNK001", "shortcut", say("Un ⟦LNK001⟧[inconnu].")),
    Case("LNK001", "brackets meant as text", say("Un mot ⟦LNK001⟧[sic].")),
    Case("LNK001", "two on a line", say("⟦LNK001⟧[a][rezo] et ⟦LNK001⟧[b][rezo].")),
    Case("LNK001", "inside emphasis", say("**⟦LNK001⟧[a][rezo]**")),
    Case(
        "LNK001",
        "inside a list, a quotation and an admonition",
        say("\n\n> - ⟦LNK001⟧[a][rezo]\n\n!!! note\n    ⟦LNK001⟧[b][rezo]"),
    ),
    Case("LNK001", "in a table", say("\n\n| A | B |\n|---|---|\n| ⟦LNK001⟧[a][rezo] | ⟦LNK001⟧[a][rezo] |")),
    Case("LNK001", "figure placed as a link", say("Un ⟦LNK001⟧[lien][fig-sondage].")),
    Case("LNK001", "page placed as a figure", say("\n\n⟦LNK001⟧![Texte][reso]")),
    Case(
        "LNK001",
        "policy under another id",
        {
            REFERENCES: [("id: r-politique", "id: r-policy")],
            "docs/fr/index.md": [("[politique][r-politique]", "[politique][r-policy]")],
            "docs/en/index.md": [("[policy][r-politique]", "[policy][r-policy]")],
        },
        (f"{REFERENCES}:1:1 LNK001",),
    ),
    Case("LNK002", "heading of another page", say("Un ⟦LNK002⟧[lien][rapprochement#inconnu].")),
    Case("LNK002", "heading of a record", say("Un ⟦LNK002⟧[lien][reso#jalon].")),
    Case("LNK002", "article that is no number", say("Un ⟦LNK002⟧[lien][r-loi-police#art-48].")),
    Case("LNK002", "article of what is no law", say("Un ⟦LNK002⟧[lien][r-politique#48].")),
    Case("LNK002", "heading of its own page", say("Un ⟦LNK002⟧[lien](#inconnu).")),
    Case("LNK003", "link", say("Un ⟦LNK003⟧[plan](assets/absent.svg).")),
    Case("LNK003", "image", say("Un ⟦LNK003⟧![plan](assets/absent.svg).")),
    Case("LNK003", "outside the assets", say("Un ⟦LNK003⟧[fichier](units.yml) et ⟦LNK003⟧[un](assets/../units.yml).")),
    Case("LNK003", "outside the base", say("Un ⟦LNK003⟧[fichier](../../../../etc/host.conf).")),
    Case("LNK003", "from the page's own folder", say("Un ⟦LNK003⟧[plan](../assets/plan.svg), ⟦LNK003⟧[un](plan.svg).")),
    Case(
        "LNK003",
        "from the root of the site",
        say("Un ⟦LNK003⟧[plan](/assets/plan.svg), ⟦LNK003⟧[un](./assets/plan.svg)."),
    ),
    Case(
        "LNK013",
        "photo as a camera makes it",
        {**say("![Une photo](assets/photo.jpg)"), "docs/assets/photo.jpg": PHOTO + b"x\xff\xd9"},
        ("docs/assets/photo.jpg:1:1 LNK013",),
    ),
    Case("LNK004", "source file", say("Un ⟦LNK004⟧[lien](../index.md).")),
    Case("LNK004", "source file and heading", say("Un ⟦LNK004⟧[lien](../index.md#commencer).")),
    Case("LNK004", "page of the site", say("Un ⟦LNK004⟧[lien](../piliers/) et ⟦LNK004⟧[un](/piliers).")),
    Case("LNK004", "image", say("Une ⟦LNK004⟧![image](assets/plan).")),
    Case("LNK005", "no text", {"docs/fr/index.md": [("[début](#commencer)", "⟦LNK005⟧[](#commencer)")]}),
    Case("LNK005", "white text", {"docs/fr/index.md": [("[La présence][presence]", "⟦LNK005⟧[ ][presence]")]}),
    Case("LNK005", "no address", say("Un ⟦LNK005⟧[lien]().")),
    Case("LNK005", "empty brackets", say("Un ⟦LNK005⟧[lien](<>).")),
    Case("LNK006", "http", say("Un ⟦LNK006⟧[lien](http://www.quebec.ca/).")),
    Case("LNK006", "autolink", say("Un ⟦LNK006⟧<http://www.quebec.ca/>.")),
    Case("LNK006", "bare", say("Voir ⟦LNK006⟧http://www.quebec.ca/, là.")),
    Case("LNK006", "no host", say("Un ⟦LNK006⟧[lien](https:///page).")),
    Case("LNK006", "no dot in the host", say("Un ⟦LNK006⟧[lien](https://quebec/page).")),
    Case("LNK006", "malformed", say("Un ⟦LNK006⟧[lien](https://[quebec.ca/).")),
    Case("LNK006", "without a scheme", say("Un ⟦LNK006⟧[lien](//www.quebec.ca/).")),
    Case("LNK006", "other scheme", say("Un ⟦LNK006⟧[lien](ftp://www.quebec.ca/).")),
    *(
        Case("LNK006", f"reference: {name}", url(address))
        for name, address in {
            "http": "http://www.quebec.ca/",
            "malformed": "https://[quebec.ca/",
            "space": "https://www.quebec.ca/a b",
            "no host": "https:///page",
            "path": "/page",
            "unknown start": "qb:page",
        }.items()
    ),
    Case("LNK006", "note", {REFERENCES: [("url: https://www.quebec.ca/note", "⟦LNK006⟧url: www.quebec.ca/note")]}),
    Case(
        "LNK006",
        "start that names itself",
        {
            REFERENCES: [
                ("qc: https://www.quebec.ca/", "qc: 'qc:'"),
                ("{fr: qc:politique.pdf}", "{⟦LNK006⟧fr: qc:politique}"),
            ],
        },
    ),
    Case("LNK006", "user and password", say("Un ⟦LNK006⟧[lien](https://moi:secret@www.quebec.ca/).")),
    Case("LNK006", "host with accents", say("Un ⟦LNK006⟧[lien](https://www.québec.ca/).")),
    Case("LNK006", "reference with a user", url("https://moi@www.quebec.ca/")),
    Case("LNK009", "e-mail without a host", say("Un ⟦LNK009⟧[courriel](mailto:moi).")),
    Case("LNK009", "telephone in words", say("Un ⟦LNK009⟧[numéro](tel:neuf-un-un).")),
    Case("LNK010", "space between", say("Une ⟦LNK010⟧[équipe] [reso] et une ⟦LNK010⟧[présence] [presence].")),
    Case("LNK010", "space between two ids", say("Une ⟦LNK010⟧[presence] [presence].")),
    Case("LNK010", "brackets inverted", say("Une ⟦LNK010⟧(équipe)[reso].")),
    Case("LNK007", "unlisted", say("Un ⟦LNK007⟧[lien](https://www.quebec.ca/autre).")),
    Case("LNK007", "listed", say("Un ⟦LNK007⟧[lien](https://www.quebec.ca/politique.pdf).")),
    Case("LNK007", "autolink", say("Un ⟦LNK007⟧<https://www.quebec.ca/politique.pdf>.")),
    Case("LNK007", "bare", say("Voir (⟦LNK007⟧https://www.quebec.ca/a_b?c=d_e), là.")),
    Case("LNK008", "javascript:", say("Un ⟦LNK008⟧[lien](javascript:alert(1)).")),
    Case("LNK008", "javascript: disguised", say("⟦LNK008⟧[a](JavaScript:x) ⟦LNK008⟧[b](java&#115;cript:x)")),
    Case("LNK008", "data:", say("Une ⟦LNK008⟧![image](data:text/html,x).")),
    Case("LNK008", "vbscript: in an autolink", say("Un ⟦LNK008⟧<vbscript:x>.")),
    Case("LNK008", "script", say("\n\n⟦LNK008⟧<script>alert(1)</script>")),
    Case("LNK008", "script inside a block", say("\n\n<div>\n⟦LNK008⟧<SCRIPT src=x></SCRIPT>\n</div>")),
    Case("LNK008", "iframe", say("Un ⟦LNK008⟧<iframe src=x>⟦LNK008⟧</iframe> cadre.")),
    Case("LNK008", "onclick", say("Un ⟦LNK008⟧<b onclick=x>mot</b>.")),
    Case("LNK008", "event on a line of its own", say("\n\n<div\n⟦LNK008⟧onload = 'x'>\n</div>")),
    Case(
        "LNK008",
        "object, embed, form and style",
        say("\n\n⟦LNK008⟧<object>\n\n⟦LNK008⟧<embed>\n\n⟦LNK008⟧<form>\n\n⟦LNK008⟧<style></style>"),
    ),
    Case("LNK008", "in a record", {RECORD: [('"aller vers les gens"', '"aller ⟦LNK008⟧<script>x</script>"')]}),
    Case("LNK008", "in a title", {HOME: [("title: Accueil", "title: Un ⟦LNK008⟧<iframe src=x> cadre")]}),
    Case("LNK008", "raw address", say("Un ⟦LNK008⟧<a href='javascript:x'>lien</a>.")),
]

CLEAN = [
    Case("LNK001", "escaped brackets", say(r"Un mot \[sic\], \[inconnu\]\[\] et \!\[x\]\[y\].")),
    Case("LNK001", "code", say("Du code : `[x][inconnu]`.\n\n~~~\n[x][inconnu]\n~~~\n\n```\n[x][inconnu]\n```\n")),
    Case("LNK001", "letter case", say("Un [lien][RESO] et une [Politique][R-Politique].")),
    Case("LNK002", "article of a law", say("L'[article 48][r-loi-police#48].")),
    Case("LNK002", "headings of both kinds", say("Un [lien][reso#besoin], [un][accueil#commencer] et [un](#outils).")),
    Case(
        "LNK003",
        "file of the assets",
        say("Un [plan](assets/plan.svg), [un](assets/%65te.svg) et [un](<assets/plan.svg#p>).")
        | {"docs/assets/ete.svg": "<svg/>"},
    ),
    Case(
        "LNK013",
        "light photo, heavy file",
        {
            **say("![Une photo](assets/photo.jpg), un [livre](assets/livre.pdf)"),
            "docs/assets/photo.jpg": PHOTO + b"\xff\xd9",
            "docs/assets/livre.pdf": b"%PDF-" + b"x" * 400_001 + b"%%EOF",
        },
    ),
    Case("LNK004", "ids", say("Un [lien][mise-en-contexte].")),
    Case(
        "LNK005",
        "a text of marks",
        say("Un [**lien**][reso], [`code`](#outils) et [![Plan](assets/plan.svg)](#outils)."),
    ),
    Case(
        "LNK006",
        "well-formed addresses",
        {
            REFERENCES: [
                ("https://www.quebec.ca/sondage?an=2024&page=1", "https://a-b.example.org:443/%C3%A9(x)?q=é#p")
            ],
        },
    ),
    Case(
        "LNK009",
        "e-mail and telephone",
        say("Par [courriel](MAILTO:a.b@quebec.ca), <a@quebec.ca> et [téléphone](tel:+1-418-555-0123), [911](tel:911)."),
    ),
    Case("LNK010", "id after a parenthesis and a space", say("Une équipe (mixte) [reso] [un](#outils).")),
    Case("LNK010", "note after a parenthesis", say("Une équipe (mixte)[2][note-2].")),
    Case("LNK007", "address as code", say("Du code : `https://www.quebec.ca/autre`, `<http://x>`.")),
    Case("LNK008", "words and code", say("Le mot javascript : un script, `<script>`, `onclick=x`, onclick = x.")),
    Case("LNK008", "address that holds the word", say("Un [plan](assets/plan.svg?x=javascript:).")),
]
