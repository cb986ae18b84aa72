"""FCT: facts against themselves, and against the prose that tells of them."""

from support import EN, FR, Case, all_of, new_page, say

EXAMPLE, MODEL = "examples/reso/record.yml", "models/hub/record.yml"
PROSE, PROSE_EN = "examples/reso/fr.md", "examples/reso/en.md"
UNITS, FIGURES, REFERENCES, MILESTONES = (
    f"docs/{name}.yml" for name in ("units", "figures", "references", "milestones")
)
HOME, HOME_EN = "docs/fr/index.md", "docs/en/index.md"
STEPS, STEPS_EN = "L'équipe suit quatre étapes.", "The team follows four steps."
ALT = "Plus de 85 % des gens font confiance à leur police; 20,8 % la trouvent proche"
ALT_EN = "More than 85% of people trust their police; 20.8% find it close"
UNIT = "    unit: legitimite"
DATED = "- date: 2000\n"
TEXT = '{fr: "La première politique paraît", en: "The first policy comes out"}'


def example(old: str, new: str) -> dict:
    return {EXAMPLE: [(old, new)]}


def tell(french: str, english: str) -> dict:
    """More words in the prose of the example."""
    return {PROSE: [(STEPS, f"{STEPS} {french}")], PROSE_EN: [(STEPS_EN, f"{STEPS_EN} {english}")]}


def milestone(date: str, fr: str, en: str) -> dict:
    return {MILESTONES: [(DATED, f"- {date}\n"), (TEXT, f'{{fr: "{fr}", en: "{en}"}}')]}


def note(old: str, new: str) -> dict:
    return {REFERENCES: [(old, new)]}


def idea(fr: str, en: str) -> dict:
    """Another idea of the model."""
    return {MODEL: [("On agit ensemble.", fr), ("People act together.", en)]}


def both(old: str, new: str) -> dict:
    """The same edit of a page in both languages."""
    return {FR: [(old, new)], EN: [(old, new)]}


def figure(old: str, new: str) -> dict:
    return {FIGURES: [(old, new)]}


EVENTS = ("Premiers essais", "First trials"), ("Création de l'équipe", "The team is created")
LABELS = ("Font confiance à leur police", "Trust their police"), ("La trouvent proche", "Find it close")


def labels(*pairs: tuple[str, str], mark: str = "") -> dict:
    """The labels of the bars of the figure, in order."""
    old = [f'{{fr: "{fr}", en: "{en}"}}' for fr, en in LABELS]
    new = [f'{{{at}fr: "{fr}", en: "{en}"}}' for at, (fr, en) in zip((mark, ""), pairs, strict=True)]
    return {FIGURES: list(zip(old, new, strict=True))}


def steps(titles: tuple[str, str]) -> dict:
    """The titles of the steps of the figure, French and English."""
    old = "fr: La présence, en: Presence", "fr: L'écoute, en: Listening"
    return {FIGURES: [(f"title: {{{one}}}", f"title: {{{two}}}") for one, two in zip(old, titles, strict=True)]}


def events(first: tuple[str, str], second: tuple[str, str], mark: str = "") -> dict:
    """The texts of the two milestones of the example, French and English."""
    old = [f'{{fr: "{fr}", en: "{en}"}}' for fr, en in EVENTS]
    new = [f'{{{at}fr: "{fr}", en: "{en}"}}' for at, (fr, en) in ((mark, first), ("", second))]
    return {EXAMPLE: list(zip(old, new, strict=True))}


FAILING = [
    Case(
        "FCT020",
        "milestones exchanged",
        events(("Création de l'équipe", "The team is created"), ("Premiers essais", "First trials"), "⟦FCT020⟧"),
    ),
    Case(
        "FCT022",
        "titles of steps exchanged",
        steps(("⟦FCT022⟧fr: L'écoute, en: Listening", "fr: La présence, en: Presence")),
    ),
    Case("FCT021", "labels exchanged", labels(*LABELS[::-1], mark="⟦FCT021⟧")),
    Case(
        "FCT019",
        "note 22",
        {
            "docs/references.yml": [("id: note-2\n    number: 2", "id: note-22\n    ⟦FCT019⟧number: 22")],
            FR: [("[2][note-2]", "[22][note-22]")],
            EN: [("[2][note-2]", "[22][note-22]")],
        },
    ),
    Case("FCT001", "year of the text", milestone("⟦FCT001⟧date: 2000", "Adoptée en 2020", "Adopted in 2020")),
    Case("FCT001", "years that the text spans", milestone("⟦FCT001⟧date: 2000", "Plan 2023-2027", "2023-2027 plan")),
    Case("FCT001", "month", milestone("⟦FCT001⟧date: 2000-05", "Paraît en juin 2000", "Comes out in June 2000")),
    Case("FCT002", "milestone of the policy", {MILESTONES: [(DATED, "- ⟦FCT002⟧date: 2010\n")]}),
    Case("FCT002", "milestone of an example", example("  - date: 2021", "  - ⟦FCT002⟧date: 2020")),
    Case(
        "FCT002",
        "month",
        all_of(
            example("  - date: 2021", "  - ⟦FCT002⟧date: 2021-05"),
            tell("Elle est née en mars 2021.", "It was born in March 2021."),
        ),
    ),
    Case(
        "FCT002",
        "day",
        all_of(
            example("  - date: 2021", "  - ⟦FCT002⟧date: 2021-05-11"),
            tell("Elle est née le 1er mai 2021.", "It was born on May 1, 2021."),
        ),
    ),
    Case(
        "FCT002",
        "day of another year, beside the year",
        all_of(
            example("  - date: 2021", "  - ⟦FCT002⟧date: 2021-05-11"),
            tell("Elle est née le 11 mai 2012, et grandit en mai 2021.", "Born on May 11, 2012, it grew in May 2021."),
        ),
    ),
    Case("FCT002", "period", example("end: 2021-06", "⟦FCT002⟧end: 2022-06")),
    Case("FCT003", "year of no fact", tell("Elle a grandi ⟦FCT003⟧en 2018.", "It grew in 2018.")),
    Case("FCT003", "decade of no fact", tell("Elle date des ⟦FCT003⟧années 1980.", "It dates from the 1980s.")),
    Case("FCT004", "milestone too old", {MILESTONES: [(DATED, "- ⟦FCT004⟧date: 1021\n")]}),
    Case("FCT004", "milestone to come", {MILESTONES: [(DATED, "- ⟦FCT004⟧date: 2999\n")]}),
    Case("FCT004", "decade of no century", {MILESTONES: [(DATED, "- ⟦FCT004⟧date: 000X\n")]}),
    Case("FCT004", "year of prose", say("Revue ⟦FCT004⟧en 1021.", "Reviewed ⟦FCT004⟧in 1021.")),
    Case("FCT004", "month of prose", say("Revue en ⟦FCT004⟧mai 2999.", "Reviewed in ⟦FCT004⟧May 2999.")),
    Case("FCT005", "value", figure("value: 85", "⟦FCT005⟧value: 58")),
    Case(
        "FCT005",
        "caption",
        {
            FIGURES: [
                ('fr: "Part des 10 316', '⟦FCT005⟧fr: "Part des 10 361'),
                ("Share of the 10,316", "Share of the 10,361"),
            ]
        },
    ),
    Case(
        "FCT005",
        "qualifier",
        {
            FIGURES: [
                ("value: 85", "⟦FCT005⟧value: 85"),
                ("{fr: plus de, en: more than}", "{fr: moins de, en: less than}"),
            ]
        },
    ),
    Case(
        "FCT005",
        "qualifier that the figure lacks",
        figure("value: 85\n      qualifier: {fr: plus de, en: more than}", "⟦FCT005⟧value: 85"),
    ),
    Case(
        "FCT005",
        "sign that the figure lacks",
        {FIGURES: [('  unit: "%"\n', ""), ("value: 85", "⟦FCT005⟧value: 85")]},
    ),
    Case(
        "FCT005",
        "sign that the prose lacks",
        {
            FR: [("plus de 85 %", "plus de 85"), ("| 85 %", "| 85")],
            FIGURES: [("value: 85", "⟦FCT005⟧value: 85")],
        },
    ),
    Case("FCT006", "value", {FR: [(f"![{ALT}", f"⟦FCT006⟧![{ALT.replace('85', '58')}")]}),
    Case("FCT006", "values in another order", {EN: [(f"![{ALT_EN}", "⟦FCT006⟧![20.8% find it close, 85% trust it")]}),
    Case("FCT007", "number of another note", both("[1][note-1]", "⟦FCT007⟧[2][note-1]")),
    Case("FCT007", "word", both("[1][note-1]", "⟦FCT007⟧[note][note-1]")),
    Case(
        "FCT008",
        "another section",
        {FR: [("n'est *copié*", "n'est⟦FCT008⟧[1][note-1]")], EN: [("is *copied*", "is⟦FCT008⟧[1][note-1]")]},
    ),
    Case("FCT008", "figure", figure("notes: [note-1]", "notes: [note-1, ⟦FCT008⟧note-2]")),
    Case("FCT009", "number twice", note("number: 2", "⟦FCT009⟧number: 1")),
    Case("FCT009", "number that is not the id's", note("number: 2", "⟦FCT009⟧number: 3")),
    Case("FCT010", "note outside its unit", note(f"page: 6\n{UNIT}", f"⟦FCT010⟧page: 8\n{UNIT}")),
    Case("FCT010", "units out of order", {UNITS: [("mark: C2, page: 8,", "mark: C2, ⟦FCT010⟧page: 5,")]}),
    Case(
        "FCT010",
        "unit that runs past the next one's start",
        {UNITS: [("mark: C1, page: 6", "mark: C1, page: 6, end: 9"), ("C2, page", "C2, ⟦FCT010⟧page")]},
    ),
    Case("FCT011", "page after the last", say("Voir la politique, p. ⟦FCT011⟧99.", "See the policy, page ⟦FCT011⟧99.")),
    Case("FCT012", "principle", say("Voir ⟦FCT012⟧P9.9.")),
    Case("FCT012", "example", say("Voir ⟦FCT012⟧E99 et E1.", "See ⟦FCT012⟧E99 and E1.")),
    Case("FCT012", "small letter", say("Voir la présence (⟦FCT012⟧p1.9).", "See presence (⟦FCT012⟧p1.9).")),
    Case("FCT012", "field of a record", idea("Voir ⟦FCT012⟧M12.", "See ⟦FCT012⟧M12.")),
    Case("FCT013", "text of a link", say("Voir [⟦FCT013⟧P1.2][presence].")),
    Case("FCT013", "after a link", say("Voir *[la présence][presence]* (⟦FCT013⟧P1.2).")),
    Case("FCT013", "field of a record", idea("Comme à ⟦FCT013⟧P1.1.", "As in ⟦FCT013⟧P1.1.")),
    Case("FCT014", "source of a record", example("source: [reso]", "source: [reso, ⟦FCT014⟧reso]")),
    Case("FCT014", "term of a record", example("t-concertation]", "t-concertation, ⟦FCT014⟧t-reso]")),
    Case("FCT014", "note of a figure", figure("notes: [note-1]", "notes: [note-1, ⟦FCT014⟧note-1]")),
    Case("FCT014", "source of a page", new_page(head="sources: [notes, ⟦FCT014⟧notes]")),
    Case("FCT015", "unit of another record", example("source: [reso]", "source: [reso, ⟦FCT015⟧hub]")),
    Case(
        "FCT015",
        "own unit left out",
        {EXAMPLE: [("source: [reso]", "⟦FCT015⟧source: [presence]")], UNITS: [("- {id: reso", "- {⟦SRC003⟧id: reso")]},
    ),
    Case(
        "FCT016",
        "record",
        {UNITS: [("example, pillar: rapprochement", "example, pillar: proactivite")]},
        (f"{EXAMPLE}:9:1 FCT016",),
    ),
    Case(
        "FCT016",
        "principle",
        {
            UNITS: [
                ("mark: P1.2", "mark: P2.1"),
                (
                    'principle, pillar: rapprochement, heading: "Éc',
                    'principle, ⟦FCT016⟧pillar: rapprochement, heading: "Éc',
                ),
            ]
        },
    ),
    Case("FCT017", "term of no prose", {MODEL: [("principles:", "terms: [⟦FCT017⟧t-reso]\nprinciples:")]}),
    Case(
        "FCT017",
        "organisation of no prose",
        {
            EXAMPLE: [("[t-spal]", "[⟦FCT017⟧t-spal]"), ("équipe du SPAL", "équipe"), ("a SPAL team", "a team")],
            PROSE: [("RÉSO du SPAL", "RÉSO"), ("Le SPAL", "L'équipe")],
            PROSE_EN: [("SPAL's RÉSO", "RÉSO"), ("The SPAL", "The team")],
        },
    ),
    Case(
        "FCT017",
        "term of no prose that stands in both lists",
        {
            EXAMPLE: [
                ("terms: [t-reso, t-concertation]", "terms: [t-reso, t-concertation, ⟦FCT017⟧t-spal]"),
                ("équipe du SPAL", "équipe"),
                ("a SPAL team", "a team"),
            ],
            PROSE: [("RÉSO du SPAL", "RÉSO"), ("Le SPAL", "L'équipe")],
            PROSE_EN: [("SPAL's RÉSO", "RÉSO"), ("The SPAL", "The team")],
        },
    ),
    Case("FCT017", "link that terms lack", example("terms: [t-reso, t-concertation]", "⟦FCT017⟧terms: [t-reso]")),
    Case(
        "FCT018",
        "address in a language that the document lacks",
        {
            REFERENCES: [
                (
                    "url: {fr: qc:politique.pdf}",
                    'url: {fr: qc:politique, ⟦FCT018⟧en: "https://www.quebec.ca/en/policy"}',
                )
            ]
        },
    ),
]

CLEAN = [
    Case("FCT020", "other words", events(("Des gens se parlent", "Talks"), ("Des gestes", "Trials go on"))),
    Case("FCT022", "titles in other words", steps(("fr: Aller, en: Going", "fr: Entendre, en: Hearing"))),
    Case("FCT021", "labels that the prose words otherwise", labels(("Oui", "Yes"), ("Non", "No"))),
    Case(
        "FCT019",
        "note 21",
        {
            "docs/references.yml": [("id: note-2\n    number: 2", "id: note-21\n    number: 21")],
            FR: [("[2][note-2]", "[21][note-21]")],
            EN: [("[2][note-2]", "[21][note-21]")],
        },
    ),
    Case("FCT001", "year within the years", milestone("date: 2000", "De 1999 à 2001", "From 1999 to 2001")),
    Case("FCT001", "month that the year holds", milestone("date: 2000", "Adoptée en mai 2000", "Adopted in May 2000")),
    Case("FCT002", "month that the prose leaves out", example("  - date: 2021", "  - date: 2021-05")),
    Case(
        "FCT002",
        "month and day among others",
        all_of(
            example("  - date: 2021", "  - date: 2021-05-01"),
            tell("Elle est née le 1er mai 2021, depuis mai 2021.", "Born on May 1, 2021, in May 2021."),
        ),
    ),
    Case("FCT002", "unit that no prose tells of", {MILESTONES: [("unit: mise-en-contexte", "unit: abreviations")]}),
    Case(
        "FCT003",
        "year of a document that is cited",
        tell("[Un sondage][r-sondage] de 2024.", "A [survey][r-sondage] of 2024."),
    ),
    Case("FCT003", "quantity", tell("Elle a reçu 1 950 appels et 1 999,5 $.", "It had 1,950 calls and $1,999.5.")),
    Case("FCT004", "year to come in prose", say("D'ici 2050 et en 2035.", "By 2050 and in 2035.")),
    Case(
        "FCT004",
        "number that is no year",
        say("En 1500 lieux, l'article 1457 tient.", "In 1500 places, section 1457 holds."),
    ),
    Case("FCT005", "value with its decimals", figure("value: 20.8", "value: 20.80")),
    Case(
        "FCT005",
        "capital, and value of another thing",
        say("Plus de 85 % et moins de 20,8 ans.", "More than 85% and less than 20.8 years."),
    ),
    Case(
        "FCT005",
        "sign in the head of a table",
        {
            FR: [("| Mesure | Valeur", "| Mesure | Valeur (%)"), ("| 85 %", "| 85"), ("| 20,8 %", "| 20,8")],
            EN: [("| 85%", "| 85"), ("| 20.8%", "| 20.8")],
        },
    ),
    Case(
        "FCT006",
        "value after the same number in a label",
        {
            FIGURES: [("value: 85", "value: 65")],
            FR: [
                (ALT, "Les 65 ans et plus, 65 %; les autres, 20,8 %"),
                ("plus de 85 %", "plus de 65 %"),
                ("| 85 %", "| 65 %"),
            ],
            EN: [
                (ALT_EN, "Those aged 65 and over, 65%; others, 20.8%"),
                ("more than 85%", "more than 65%"),
                ("| 85%", "| 65%"),
            ],
        },
    ),
    Case("FCT007", "note again", both("24[2][note-2]", "24[2][note-2][2][note-2]")),
    Case(
        "FCT008",
        "page that says which units it retells, as after a merge",
        {
            FR: [("n'est *copié*", "n'est[1][note-1]"), ("description:", "sources: [legitimite]\ndescription:")],
            EN: [("is *copied*", "is[1][note-1]"), ("description:", "sources: [legitimite]\ndescription:")],
        },
    ),
    Case(
        "FCT008",
        "page that retells no unit",
        {HOME: [("Voir aussi", "Voir[1][note-1]")], HOME_EN: [("See also", "See[1][note-1]")]},
    ),
    Case(
        "FCT009",
        "note that is named by no number",
        {
            REFERENCES: [("id: note-2", "id: note-loi"), ("number: 2", "number: 7")],
            **both("[2][note-2]", "[7][note-loi]"),
        },
    ),
    Case(
        "FCT010",
        "unit on the page where the one before ends",
        {UNITS: [("mark: C1, page: 6,", "mark: C1, page: 6, end: 8,")]},
    ),
    Case(
        "FCT011",
        "page of the policy, or of another document",
        say("Politique, p. 30; Léger, p. 99.", "Policy, p. 30; Léger, p. 99."),
    ),
    Case(
        "FCT012",
        "marks, sheets of paper and laws",
        say(
            "P1.2, E1, M1 et C2 (m1); A4, P-13.1, 2E99 et V8x (p. 6).",
            "P1.2, E1, M1 and C2 (m1); A4, P-13.1, 2E99 and V8x (p. 6).",
        ),
    ),
    Case("FCT013", "mark of the link", say("[P1.1][presence], [la présence][presence] (P1.1), [E1][reso].")),
    Case("FCT014", "same id in two lists", example("terms: [t-reso,", "terms: [t-spal, t-reso,")),
    Case("FCT015", "other units besides", example("source: [reso]", "source: [presence, reso]")),
    Case("FCT016", "record whose units have no pillar", example("source: [reso]", "source: [reso, notes]")),
    Case(
        "FCT017",
        "term that the summary names",
        {MODEL: [("principles:", "terms: [t-concertation]\nprinciples:"), ("agir vite", "agir en concertation")]},
    ),
    Case(
        "FCT018",
        "document of two languages with one address",
        {REFERENCES: [(', en: "https://www.quebec.ca/en/survey"', "")]},
    ),
]
