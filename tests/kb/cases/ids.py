"""IDS: ids, marks, headings and addresses."""

from support import EN, FR, Case, new_page, say

UNITS, GLOSSARY, FIGURES, REFERENCES = (f"docs/{name}.yml" for name in ("units", "glossary", "figures", "references"))
HOME, HOME_EN = "docs/fr/index.md", "docs/en/index.md"
EXAMPLE, MODEL = "examples/reso/record.yml", "models/hub/record.yml"
META = "title: Page\ndescription: Une page.\neditorial: true\n---\nTexte.\n"


def term(head: str) -> tuple[str, str]:
    """One more glossary entry, in front of the first."""
    texts = "{fr: trois mots qui expliquent bien, en: three words that explain}"
    return (
        "- id: t-spal",
        f"{head}\n  kind: notion\n  term: {{fr: mot, en: word}}\n  definition: {texts}\n"
        "  source: editorial\n- id: t-spal",
    )


LEDGER = "docs/ledger.jsonl"
OLD_MARK = '{"id": "vieux", "mark": "E1", "fr": "/vieux/", "en": "/en/old/", "to": "reso", "date": "2026-11-22"}\n'

FAILING = [
    Case(
        "IDS001",
        "page and page",
        {
            "docs/fr/nouvelle.md": f"---\n⟦IDS001⟧id: accueil\n{META}",
            HOME: [("id: accueil", "⟦IDS001⟧id: accueil")],
        },
    ),
    Case(
        "IDS001",
        "term and term",
        {
            GLOSSARY: [term("- ⟦IDS001⟧id: t-rlrq"), ("- id: t-rlrq", "- ⟦IDS001⟧id: t-rlrq")],
        },
    ),
    Case(
        "IDS001",
        "page and term",
        {
            GLOSSARY: [
                ("- id: t-rlrq", "- ⟦IDS001⟧⟦IDS003⟧id: liens"),
                ("t-concertation, t-rlrq", "t-concertation, liens"),
            ],
            "docs/fr/liens.md": [("id: liens", "⟦IDS001⟧id: liens")],
        },
    ),
    Case(
        "IDS001",
        "record and page",
        {
            "docs/fr/nouvelle.md": f"---\n⟦IDS001⟧id: hub\n{META}",
            "docs/en/new.md": f"---\nid: hub\n{META}",
            MODEL: [("id: hub", "⟦IDS001⟧id: hub")],
            EXAMPLE: [("hub:", "⟦REC003⟧hub:")],
        },
    ),
    Case(
        "IDS001",
        "unit told on two pages",
        {
            HOME: [
                ("## Par où commencer { #commencer }", "⟦IDS001⟧## Par où { #demarche }"),
                ("(#commencer)", "(#demarche)"),
            ],
            HOME_EN: [("{ #commencer }", "{ #demarche }"), ("(#commencer)", "(#demarche)")],
            FR: [("## Une démarche", "⟦IDS001⟧## Une démarche")],
        },
    ),
    Case("IDS001", "heading twice on a page", say("\n\n## Un { #outil }\n\n⟦IDS001⟧## Deux { #outil }")),
    Case(
        "IDS002",
        "record and unit",
        {
            EXAMPLE: [("mark: E1", "⟦IDS002⟧mark: E1")],
            UNITS: [("{id: demarche, mark: C2", "{id: demarche, ⟦IDS002⟧mark: E1")],
        },
    ),
    Case(
        "IDS002",
        "record that has another fault",
        {
            EXAMPLE: [("mark: E1", "⟦IDS002⟧mark: C2"), ("organisations: [", "organisations: [⟦REC002⟧7, ")],
            UNITS: [("{id: demarche, mark: C2", "{id: demarche, ⟦IDS002⟧mark: C2")],
        },
    ),
    Case("IDS012", "of a record", {EXAMPLE: [("mark: E1", "⟦IDS012⟧mark: E2")]}),
    Case("IDS012", "of a unit", {UNITS: [("mark: P1.2", "⟦IDS012⟧mark: P1.3")]}),
    Case(
        "IDS002",
        "unit and unit",
        {
            UNITS: [("presence, mark: P1.1", "presence, ⟦IDS002⟧mark: P1.1"), ("mark: P1.2", "⟦IDS002⟧mark: P1.1")],
        },
    ),
    Case(
        "IDS009",
        "name of an image that cannot be linked as it is typed",
        {
            "docs/assets/img/Photo Vélo.svg": "x",
            **say("\n\n![Vélo](assets/img/Photo Vélo.svg)"),
        },
        ("docs/assets/img/Photo Vélo.svg:1:1 IDS009",),
    ),
    Case(
        "IDS003",
        "page",
        {
            "docs/fr/nouvelle.md": f"---\n⟦IDS003⟧id: Nouvelle_Page\n{META}",
            "docs/en/nouvelle.md": f"---\nid: Nouvelle_Page\n{META}",
        },
    ),
    Case("IDS003", "new term that nothing uses yet", {GLOSSARY: [term("- ⟦IDS003⟧id: mot")]}),
    Case(
        "IDS003",
        "term without its prefix",
        {
            GLOSSARY: [("id: t-rlrq", "⟦IDS003⟧id: rlrq"), ("t-concertation, t-rlrq", "t-concertation, rlrq")],
        },
    ),
    Case(
        "IDS003",
        "reference, note and figure",
        {
            REFERENCES: [
                ("id: r-sondage", "⟦IDS003⟧id: sondage"),
                ("references: [r-sondage]", "references: [sondage]"),
                ("id: note-2", "⟦IDS003⟧id: renvoi"),
            ],
            FIGURES: [("id: fig-maison", "⟦IDS003⟧id: maison")],
            HOME: [("[fig-maison]", "[maison]")],
            HOME_EN: [("[fig-maison]", "[maison]")],
            FR: [("[note-2]", "[renvoi]")],
            EN: [("[note-2]", "[renvoi]")],
        },
    ),
    Case("IDS003", "heading", say("\n\n⟦IDS003⟧## Un { #Détail }")),
    Case("IDS003", "mark of a unit", {UNITS: [("mark: C2", "⟦IDS003⟧mark: c.2")]}),
    Case("IDS003", "letter of an example", {EXAMPLE: [("mark: E1", "⟦IDS003⟧mark: M7")]}),
    Case("IDS003", "letter of a model", {MODEL: [("mark: M1", "⟦IDS003⟧mark: E7")]}),
    Case("IDS004", "heading without an id", say("\n\n⟦IDS004⟧## Un titre")),
    Case("IDS004", "other attributes", say("\n\n⟦IDS004⟧## Un titre { .note }")),
    Case("IDS004", "underlined heading", say("\n\n⟦IDS004⟧Un titre\n---")),
    Case("IDS005", "from 2 to 4", say("\n\n## Un { #un }\n\n⟦IDS005⟧#### Deux { #deux }")),
    Case("IDS005", "page that starts at 3", new_page(body="⟦IDS005⟧### Un { #un }\n\nTexte.")),
    Case("IDS006", "in the text", say("\n\n⟦IDS006⟧# Un titre { #un }")),
    Case("IDS006", "underlined", say("\n\n⟦IDS006⟧Un titre\n===")),
    Case(
        "IDS006",
        "record",
        {
            "models/hub/fr.md": [("## En bref", "⟦IDS006⟧# Le pôle\n\n## En bref")],
            "models/hub/en.md": [("## In brief", "⟦IDS006⟧# The hub\n\n## In brief")],
        },
    ),
    Case(
        "IDS007",
        "page and record",
        {
            "docs/fr/exemples/equipe-reso.md": f"---\nid: nouvelle\n{META}",
            "docs/en/nouvelle.md": f"---\nid: nouvelle\n{META}",
        },
        ("examples/reso/record.yml:3:8 IDS007",),
    ),
    Case(
        "IDS007",
        "folder and file",
        {
            "docs/fr/liens/index.md": f"---\nid: nouvelle\n{META}",
            "docs/en/nouvelle.md": f"---\nid: nouvelle\n{META}",
        },
        ("docs/fr/liens.md:1:1 IDS007",),
    ),
    *(
        Case(
            code,
            name,
            {
                f"docs/fr/{name}": f"⟦{code}⟧---\nid: nouvelle\n{META}",
                "docs/en/nouvelle.md": f"---\nid: nouvelle\n{META}",
            },
        )
        for code, name in (
            ("IDS009", "Ma Page.md"),
            ("IDS009", "Liens.md"),
            ("IDS009", "README.md"),
            ("IDS009", "page#un.md"),
            ("IDS009", "page?.md"),
            ("IDS009", "page%20un.md"),
            ("IDS009", "été.md"),
            ("IDS009", "e\u0301te.md"),
            ("IDS009", "a.b.md"),
            ("IDS009", ".cache.md"),
            ("IDS009", "Dossier/page.md"),
            ("IDS010", "citer/p1-1.md"),
            ("IDS010", "cite/page.md"),
            ("IDS010", "en/page.md"),
            ("IDS010", "fr/page.md"),
            ("IDS010", "assets/page.md"),
            ("IDS010", "sitemap.md"),
            ("IDS010", "404.md"),
            ("IDS010", "index/page.md"),
            ("IDS010", "index/index.md"),
            ("IDS011", f"{'/'.join(['long' * 12] * 5)}.md"),
        )
    ),
    *(
        Case(code, f"slug {slug}", {EXAMPLE: [("slug: {fr: equipe-reso", f'slug: {{⟦{code}⟧fr: "{slug}"')]})
        for code, slug in (
            ("IDS009", "Équipe RÉSO bis"),
            ("IDS009", "reso team/2"),
            ("IDS009", "a/b"),
            ("IDS009", "../../../../docs/fr/politique/vision"),
            ("IDS009", ".."),
            ("IDS010", "index"),
            ("IDS011", "a" * 240),
        )
    ),
    Case(
        "IDS008",
        "placed again",
        {
            "models/hub/fr.md": [("## Le besoin", "⟦IDS008⟧![Encore][fig-sondage]\n\n## Le besoin")],
            "models/hub/en.md": [("## The need", "⟦IDS008⟧![Again][fig-sondage]\n\n## The need")],
        },
    ),
    Case(
        "IDS008",
        "placed nowhere",
        {
            FIGURES: [("- id: fig-etapes", "- ⟦IDS008⟧id: fig-etapes")],
            "docs/fr/piliers/rapprochement.md": [("![La présence, puis l'écoute][fig-etapes]", "Du texte.")],
            "docs/en/pillars/closer-ties.md": [("![Presence, then listening][fig-etapes]", "Text.")],
        },
    ),
]

CLEAN = [
    Case("IDS001", "same heading on two pages", new_page(body="## Un { #commencer }\n\nTexte.")),
    Case("IDS001", "id in code", say("`## Un { #legitimite }`")),
    Case("IDS002", "marks that look alike", {UNITS: [("mark: C2", "mark: E1.1")]}),
    Case("IDS003", "digits and hyphens", new_page(id_="page-911-b", body="## Un { #a1-2 }\n\nTexte.")),
    Case("IDS012", "after one that was taken out", {EXAMPLE: [("mark: E1", "mark: E2")], LEDGER: OLD_MARK}),
    Case("IDS003", "deep mark", {UNITS: [("mark: C2", "mark: AB3.3.1")]}),
    Case("IDS004", "id among other attributes", say("\n\n## Un titre {: .note #un-titre data-x=1 }")),
    Case("IDS004", "hash in code", say("\n\n```\n## Un titre\n```\n\n~~~\n# Un titre\n~~~")),
    Case("IDS005", "back from 4 to 2", say("\n\n## A { #a }\n\n### B { #b }\n\n#### C { #c }\n\n## D { #d }")),
    Case("IDS006", "hash in the text", say("Le #1 et \\# x.")),
    Case(
        "IDS007",
        "same name in two folders",
        {f"docs/{language}/exemples/plan.md": f"---\nid: nouvelle\n{META}" for language in ("fr", "en")}
        | {f"docs/{language}/plan.md": f"---\nid: autre\n{META.replace('Page', 'Plan')}" for language in ("fr", "en")},
    ),
    Case("IDS008", "in code", say("`![Encore][fig-sondage]`")),
    *(
        Case(code, path, {f"docs/{language}/{path}": f"---\nid: nouvelle\n{META}" for language in ("fr", "en")})
        for code, path in (
            ("IDS009", "page-911/2e-partie.md"),
            ("IDS010", "indexation/r.md"),
            ("IDS010", "guide/cite.md"),
            ("IDS011", f"{'/'.join(['long' * 12] * 3)}.md"),
        )
    ),
]
