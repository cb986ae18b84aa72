"""REC: YAML, schemas, and what a record says and names."""

from support import BASE, EN, FR, Case, new_page

EXAMPLE, MODEL = "examples/reso/record.yml", "models/hub/record.yml"
PROSE, PROSE_EN = "examples/reso/fr.md", "examples/reso/en.md"
UNITS, FIGURES, REFERENCES, MILESTONES, GLOSSARY = (
    f"docs/{name}.yml" for name in ("units", "figures", "references", "milestones", "glossary")
)
PILLAR, PILLAR_EN = "docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"
PERIOD = "period: {start: 199X, end: 2021-06}"
LAST = '  - date: 2021\n    text: {fr: "Création de l\'équipe", en: "The team is created"}\n'
FACTS = '{fr: "Création de l\'équipe", en: "The team is created"}'
NEED, NEED_EN = "On veut agir avant l'appel, en", "The goal is to act before the call, by"
NEED, NEED_EN = "## Le besoin { #besoin }\n\n", "## The need { #besoin }\n\n"
STEPS, STEPS_EN = "L'équipe suit quatre étapes.", "The team follows four steps."


def example(old: str, new: str) -> dict:
    return {EXAMPLE: [(old, new)]}


def later(date: str, marker: str = "⟦REC004⟧") -> dict:
    """One more milestone of the example, after the others."""
    return example(LAST, f'{LAST}  - {marker}date: {date}\n    text: {{fr: "Un fait", en: "A fact"}}\n')


def schema(name: str, old: str, new: str, path: str = EXAMPLE) -> Case:
    return Case("REC002", name, {path: [(old, new)]})


def flow(points: str, marker: str = "") -> dict:
    """The figure of the steps as a flow, of what a unit lists."""
    figures = (BASE / FIGURES).read_text(encoding="utf-8")
    steps = figures[figures.index("  kind: steps") : figures.index("\n- id: fig-maison")]
    start, end = steps.split("  steps:\n")[0].replace("kind: steps", "kind: flow"), "{fr: La police, en: The police}"
    ways = (
        f"    - {marker}giver: {{fr: Un organisme, en: A body}}\n      receiver: {end}\n"
        f'      says: {{fr: "Oui, parfois.", en: "Yes, at times."}}\n      points: {points}\n'
        f"    - giver: {end}\n      receiver: {{fr: Un organisme, en: A body}}\n"
        '      says: {fr: "Rien.", en: "Nothing."}\n'
    )
    return {FIGURES: [(steps, f"{start}  flows:\n{ways}")]}


LISTING = {
    UNITS: [
        ('heading: "Présence et accessibilité"}', 'heading: "Présence et accessibilité", gestures: [presence-gestes]}')
    ],
    PILLAR: [
        ("à Longueuil.", "à Longueuil.\n\n### Agir { #presence-gestes }\n\n1. **En urgence.** A.\n2. **Autrement.** B.")
    ],
    PILLAR_EN: [
        (
            "in Longueuil.",
            "in Longueuil.\n\n### Act { #presence-gestes }\n\n1. **In an emergency.** A.\n2. **Otherwise.** B.",
        )
    ],
}

FAILING = [
    Case("REC001", "unclosed text", {MILESTONES: '- date: 2000\n  text: "sans fin\n⟦REC001⟧'}),
    Case("REC001", "line without its colon", example("mark: E1\n", "mark: E1\n⟦REC001⟧place Laval\n")),
    Case("REC001", "key without its colon, before a comment", example("mark: E1\n", "⟦REC001⟧mark E1\n\n# Un mot.\n")),
    Case("REC001", "tab", {MILESTONES: "- date: 2000\n⟦REC001⟧\tunit: presence\n"}),
    Case("REC001", "key twice", example("mark: E1\n", "mark: E1\n⟦REC001⟧mark: E2\n")),
    Case("REC001", "key twice, deep", {MODEL: [("slug: {fr: pole", "slug: {fr: pole, ⟦REC001⟧fr: hub")]}),
    Case("REC001", "front matter", {"docs/fr/nouvelle.md": "---\nid: x\ntitle: [x\n⟦REC001⟧---\nTexte.\n"}),
    Case("REC001", "unknown tag", {MILESTONES: "- date: ⟦REC001⟧!!python/name:os.system\n"}),
    schema("misspelt key that must be there", "partners:", "⟦REC002⟧partner:"),
    schema("unknown key", "mark: E1\n", "mark: E1\n⟦REC002⟧lieu: Laval\n"),
    schema("missing language", 'text: {fr: "Premiers essais", en: "First trials"}', '⟦REC002⟧text: {fr: "Essais"}'),
    schema("empty text", 'fr: "Premiers essais"', "⟦REC002⟧fr: ' '"),
    schema("text in place of a list", "clientele: [vulnerability, general-public]", "⟦REC002⟧clientele: poor"),
    schema("list in place of a text", "place: longueuil", "⟦REC002⟧place: [longueuil]"),
    schema("empty list", "clientele: [vulnerability, general-public]", "⟦REC002⟧clientele: []"),
    schema("word that is not in the vocabulary", "[vulnerability,", "[⟦REC002⟧poor,"),
    schema("unknown pillar", "pillar: rapprochement", "⟦REC002⟧pillar: proximite", MODEL),
    schema("malformed date", "start: 199X", "⟦REC002⟧start: vers 1995"),
    schema("month that does not exist", "end: 2021-06", "⟦REC002⟧end: 2021-13"),
    schema("day that does not exist", "end: 2021-06", "⟦REC002⟧end: '2021-02-30'"),
    schema("other word for silence", "caution: undocumented", "⟦REC002⟧caution: none", MODEL),
    schema("number below zero", "value: 85", "⟦REC002⟧value: -70", FIGURES),
    schema("share above the whole", "value: 85", "⟦REC002⟧value: 708", FIGURES),
    schema("number as a text", "number: 1\n", "⟦REC002⟧number: '1'\n", REFERENCES),
    schema("number that is true", "number: 1\n", "⟦REC002⟧number: true\n", REFERENCES),
    schema("truth as a text", "editorial: true", "⟦REC002⟧editorial: 'true'", REFERENCES),
    schema("text that is a number", 'en: "First trials"', "⟦REC002⟧en: 911"),
    schema(
        "record deeper than its schema", 'text: {fr: "Premiers essais", en', 'text: {⟦REC002⟧fr: {fr: "Essais"}, en'
    ),
    schema("list in a list", "clientele: [vulnerability, general-public]", "clientele: [⟦REC002⟧[vulnerability]]"),
    schema(
        "figure without what it draws",
        "- id: fig-sondage\n  kind: bars",
        "- ⟦REC002⟧id: fig-sondage\n  kind: house",
        FIGURES,
    ),
    schema(
        "value off the scale",
        "- id: fig-sondage\n",
        "- ⟦REC002⟧id: fig-sondage\n  scale: {start: 50, end: 100}\n",
        FIGURES,
    ),
    schema(
        "flow without its ways", "- id: fig-etapes\n  kind: steps", "- ⟦REC002⟧id: fig-etapes\n  kind: flow", FIGURES
    ),
    schema("policy's word as the guide's", "- id: t-spal\n", "- ⟦REC002⟧id: t-spal\n  about: guide\n", GLOSSARY),
    schema("word about something else", "- id: t-rlrq\n", "- id: t-rlrq\n  ⟦REC002⟧about: policy\n", GLOSSARY),
    schema("number out of range", "year: 2024", "⟦REC002⟧year: 20244", REFERENCES),
    Case(
        "REC002",
        "missing key",
        {
            MILESTONES: [("date: 2000", "⟦REC002⟧date: 2000"), ("  unit: mise-en-contexte\n", "")],
        },
    ),
    *(
        Case("REC002", f"{name}, beside another fault", {EXAMPLE: [*edits, ("  presence:", "  ⟦REC003⟧presense:")]})
        for name, *edits in (
            ("misspelt key", ("evidence:", "⟦REC002⟧evidense:")),
            ("unknown key", ("mark: E1\n", "mark: E1\n⟦REC002⟧lieu: Laval\n")),
            ("missing list", ("id: reso", "⟦REC002⟧id: reso"), ("organisations: [t-spal]\n", "")),
            ("missing word of a vocabulary", ("id: reso", "⟦REC002⟧id: reso"), ("evidence: described\n", "")),
            ("word of another vocabulary", ("[vulnerability,", "[⟦REC002⟧poor,")),
            ("month of no calendar", ("  - date: 2021", "  - ⟦REC002⟧date: 2021-13-01")),
            ("letter for a figure", ("end: 2021-06", "⟦REC002⟧end: 2021-O6")),
            ("date that is none", ("start: 199X", "⟦REC002⟧start: 1991/05")),
        )
    ),
    Case("REC002", "front matter", new_page(head="⟦REC002⟧editorial: peut-être")),
    Case("REC002", "front matter that is a list", {"docs/fr/nouvelle.md": "---\n⟦REC002⟧- id\n---\nTexte.\n"}),
    Case("REC002", "mapping in place of a list", {MILESTONES: "date: 2000\n"}, (f"{MILESTONES}:1:1 REC002",)),
    Case("REC002", "entry that is a text", {MILESTONES: "- ⟦REC002⟧date\n"}),
    *(
        Case("REC008", name, {path: [(old, new)]})
        for name, path, old, new in (
            ("number that begins with a zero", REFERENCES, "number: 1\n", "number: ⟦REC008⟧01\n"),
            ("number in eights", REFERENCES, "number: 1\n", "number: ⟦REC008⟧010\n"),
            ("number in sixties", REFERENCES, "number: 1\n", "number: ⟦REC008⟧1:30\n"),
            ("number in sixteens", REFERENCES, "number: 1\n", "number: ⟦REC008⟧0x1F\n"),
            ("number with underscores", REFERENCES, "year: 2024", "year: ⟦REC008⟧2_024"),
            ("number with an exponent", REFERENCES, "year: 2024", "year: ⟦REC008⟧2e3"),
            ("no number", FIGURES, "value: 85", "value: ⟦REC008⟧.nan"),
            ("no end", FIGURES, "value: 85", "value: ⟦REC008⟧-.inf"),
            ("number cut at its point", FIGURES, "value: 85", "value: ⟦REC008⟧.7"),
            ("text that some read as false", EXAMPLE, 'en: "The team is created"', "en: ⟦REC008⟧Off"),
            (
                "text cut by a sign",
                EXAMPLE,
                FACTS,
                "\n      fr: ⟦REC008⟧Création de l'équipe #1 par le SPAL\n      en: A fact",
            ),
            (
                "text cut by a comment",
                EXAMPLE,
                FACTS,
                "\n      fr: ⟦REC008⟧Création de l'équipe # 1 par le SPAL\n      en: A fact",
            ),
            ("word cut by a sign", EXAMPLE, FACTS, "\n      fr: ⟦REC008⟧Création #1\n      en: A fact"),
        )
    ),
    Case("REC009", "two pages", {"docs/fr/liens.md": [("title: Liens", "⟦REC009⟧title: glossaire")]}),
    Case(
        "REC009",
        "page and record",
        {"docs/fr/liens.md": [("title: Liens", "title: L'équipe RÉSO")]},
        (f"{EXAMPLE}:4:9 REC009",),
    ),
    Case("REC008", "truth in other words", new_page(head="editorial: ⟦REC008⟧yes")),
    Case("REC003", "principle", example("principles:\n  presence:", "principles:\n  ⟦REC003⟧presense:")),
    Case("REC003", "principle that is a record", example("principles:\n  presence:", "principles:\n  ⟦REC003⟧reso:")),
    Case(
        "REC003",
        "principle that no section retells, as after a merge",
        {
            EXAMPLE: [("principles:\n  presence:", "principles:\n  ⟦REC003⟧disparu:")],
            FR: [("description:", "sources: [disparu]\ndescription:")],
            EN: [("description:", "sources: [disparu]\ndescription:")],
            UNITS: [
                (
                    "- {id: reso,",
                    "- {id: disparu, mark: P1.3, page: 13, kind: principle, pillar: rapprochement, heading: Autre}\n"
                    "- {id: reso,",
                )
            ],
        },
    ),
    Case("REC003", "model", example("  hub: {fr", "  ⟦REC003⟧ub: {fr")),
    Case("REC003", "term", example("t-concertation]", "⟦REC003⟧t-concert]")),
    Case("REC003", "organisation that is a notion", example("[t-spal]", "[⟦REC003⟧t-concertation]")),
    Case("REC003", "note of a figure", {FIGURES: [("notes: [note-1]", "notes: [note-1, ⟦REC003⟧note-9]")]}),
    Case("REC003", "flow of what no unit lists", flow("ecoute", "⟦REC003⟧")),
    Case("REC003", "step of a figure", {FIGURES: [("    - id: presence", "    - ⟦REC003⟧id: presense")]}),
    Case("REC003", "reference of a note", {REFERENCES: [("[r-loi-police]", "[r-loi-police, ⟦REC003⟧r-loi]")]}),
    Case("REC003", "page of a note", {REFERENCES: [("page_ref: rapp", "⟦REC003⟧page_ref: r")]}),
    Case(
        "REC003",
        "pillar of a unit",
        {
            UNITS: [
                (
                    'principle, pillar: rapprochement, heading: "Prés',
                    'principle, ⟦REC003⟧pillar: rapproche, heading: "Prés',
                ),
            ]
        },
    ),
    Case(
        "REC004",
        "period that ends before it starts",
        example(PERIOD, "⟦REC004⟧period: {start: 2021-07, end: 2021-06}"),
        (f"{EXAMPLE}:18:5 REC004",),
    ),
    Case("REC004", "before the period", example(PERIOD, "period: {start: 2000}"), (f"{EXAMPLE}:18:5 REC004",)),
    Case("REC004", "after the period", later("2021-07")),
    Case("REC004", "out of order", later("2020")),
    Case("REC004", "decade out of order", later("200X")),
    Case(
        "REC005",
        "missing",
        {
            PROSE: [(f"\n\n## Le fonctionnement {{ #fonctionnement }}\n\n{STEPS}", "")],
            PROSE_EN: [(f"\n\n## How it works {{ #fonctionnement }}\n\n{STEPS_EN}", "")],
        },
        (f"{PROSE}:7:1 REC005", f"{PROSE_EN}:7:1 REC005"),
    ),
    Case(
        "REC005",
        "first one missing",
        {PROSE: [("## En bref { #en-bref }", "Un mot.")], PROSE_EN: [("## In brief { #en-bref }", "A word.")]},
        (f"{PROSE}:1:1 REC005", f"{PROSE_EN}:1:1 REC005"),
    ),
    Case("REC005", "in one language alone", {PROSE: [(NEED, "")]}, (f"{PROSE}:5:1 REC005",)),
    Case(
        "REC005",
        "unknown",
        {
            PROSE: [("## Le besoin", "⟦REC005⟧## Suite { #suite }\n\nTexte.\n\n## Le besoin")],
            PROSE_EN: [("## The need", "⟦REC005⟧## More { #suite }\n\nText.\n\n## The need")],
        },
    ),
    Case("REC005", "other heading", {PROSE: [("## En bref", "⟦REC005⟧## En résumé")]}),
    Case(
        "REC005",
        "order",
        {
            PROSE: [
                ("## En bref { #en-bref }", "## Le besoin { #besoin }"),
                ("## Le besoin { #besoin }\n\nOn", "⟦REC005⟧## En bref { #en-bref }\n\nOn"),
            ],
            PROSE_EN: [
                ("## In brief { #en-bref }", "## The need { #besoin }"),
                ("## The need { #besoin }\n\nThe", "⟦REC005⟧## In brief { #en-bref }\n\nThe"),
            ],
        },
    ),
    Case(
        "REC006",
        "empty section",
        {
            PROSE: [("## Le fonctionnement", "⟦REC006⟧## Le fonctionnement"), (STEPS, "")],
            PROSE_EN: [("## How it works", "⟦REC006⟧## How it works"), (STEPS_EN, "")],
        },
    ),
    Case(
        "REC006",
        "other words",
        {
            PROSE: [
                (STEPS, "On lit :\n\nCe n'est ⟦REC006⟧pas documenté."),
            ],
            PROSE_EN: [(STEPS_EN, "It reads:\n\nThis is ⟦REC006⟧not documented.")],
        },
    ),
    Case(
        "REC006",
        "words of the other language",
        {
            PROSE: [(STEPS, "⟦REC006⟧Not documented in the policy.")],
            PROSE_EN: [(STEPS_EN, "Not documented in the policy.")],
        },
    ),
    Case("REC020", "evidence alone", example("evidence: described", "⟦REC020⟧evidence: editorial")),
    Case("REC020", "reference", example("evidence: described", "⟦REC020⟧references: [r-sondage]\nevidence: described")),
    Case(
        "REC021",
        "no English name",
        {MODEL: [("english_name: Community Mobilization Prince Albert\n", "")]},
        (f"{MODEL}:1:1 REC021",),
    ),
    Case(
        "REC007",
        "example",
        {"examples/reso": None}
        | {
            f"examples/equipe/{name}": (BASE / "examples/reso" / name)
            .read_text()
            .replace("id: reso", "⟦REC007⟧id: reso")
            for name in ("record.yml", "fr.md", "en.md")
        },
    ),
]

CLEAN = [
    Case(
        "REC001",
        "same key in two places",
        {MILESTONES: "- &a\n  date: 2000\n  unit: mise-en-contexte\n  text: {fr: Un fait, en: A fact}\n- *a\n"},
    ),
    Case("REC002", "word of the guide", {GLOSSARY: [("- id: t-rlrq\n", "- id: t-rlrq\n  about: guide\n")]}),
    Case("REC002", "date in any precision", example(PERIOD, "period: {start: 1990-01-31, end: 202X}")),
    Case(
        "REC008", "a comment after a word, a number or a quoted text", example("mark: E1\n", "mark: E1  # le premier\n")
    ),
    Case("REC009", "one title in both languages", example('en: "The RÉSO team"', 'en: "L\'équipe RÉSO"')),
    Case("REC008", "between quotes", example(FACTS, '{fr: "Le #1", en: "The #1"}')),
    Case("REC008", "a number sign inside a word", example(FACTS, "{fr: Un C#1, en: A C#1}")),
    Case(
        "REC002",
        "silence",
        example(
            "partners:\n  - {fr: organismes du quartier, en: neighbourhood organizations}", "partners: undocumented"
        ),
    ),
    Case(
        "REC003",
        "no organisation, no model",
        {
            EXAMPLE: [
                ("organisations: [t-spal]", "organisations: []"),
                ('models:\n  hub: {fr: "le même souci d\'agir ensemble", en: "the same wish to act together"}\n', ""),
            ]
        },
    ),
    Case("REC003", "flow of what a unit lists", {**LISTING, **flow("presence")}),
    Case("REC003", "principle that is a pillar or a section", example("  presence: {", "  rapprochement: {")),
    Case("REC004", "open period", {EXAMPLE: [(PERIOD, "period: {start: 199X}"), *later("2021-12-31", "")[EXAMPLE]]}),
    Case("REC004", "on the last day", later("2021-06-30", "")),
    Case("REC004", "year that holds the month before", later("2021", "")),
    Case("REC004", "decade that overlaps", example(PERIOD, "period: {start: 1999-12-31, end: 2021-06}")),
    Case("REC005", "left out in both languages", {PROSE: [(NEED, "")], PROSE_EN: [(NEED_EN, "")]}),
    Case(
        "REC005",
        "headings of level 3",
        {
            PROSE: [(STEPS, f"{STEPS}\n\n### Détail {{ #detail }}\n\nTexte.")],
            PROSE_EN: [(STEPS_EN, f"{STEPS_EN}\n\n### Detail {{ #detail }}\n\nText.")],
        },
    ),
    Case(
        "REC006",
        "agreed words among others",
        {
            PROSE: [(STEPS, "Non documenté dans la politique. Elle n'en dit rien.")],
            PROSE_EN: [(STEPS_EN, "Not documented in the policy. It says nothing of it.")],
        },
    ),
    Case("REC006", "other documents", {PROSE: [(STEPS, "Les quatre documents sont prêts; un cas documenté.")]}),
    Case("REC020", "evaluated", example("evidence: described", "evidence: evaluated")),
    Case("REC021", "name with an accent", {MODEL: [("Community Mobilization Prince Albert", "Montréal Hub")]}),
    Case("REC007", "slug of its own", example("fr: equipe-reso", "fr: nom-tout-autre")),
]
