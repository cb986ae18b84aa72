"""PAR014 to PAR016, and PAR004 of short texts: what stands in another language's, page's or section's place."""

from support import EN, FR, Case, say

EXAMPLE, FIGURES = "examples/reso/record.yml", "docs/figures.yml"
HOME, HOME_EN = "docs/fr/index.md", "docs/en/index.md"
LISTED, LISTED_EN = "docs/fr/exemples/index.md", "docs/en/examples/index.md"

FAILING = [
    Case(
        "PAR014",
        "title of a figure",
        {
            FIGURES: [
                (
                    '{fr: "Deux pas vers la confiance", en: "Two steps to trust"}',
                    '{fr: "⟦PAR014⟧Two steps to trust", en: "Deux pas vers la confiance"}',
                )
            ]
        },
    ),
    Case(
        "PAR014", "slug", {EXAMPLE: [("{fr: equipe-reso, en: reso-team}", "{⟦PAR014⟧fr: reso-team, en: equipe-reso}")]}
    ),
    Case(
        "PAR014",
        "short text of a record",
        {
            EXAMPLE: [
                (
                    '{fr: "aller vers les gens", en: "going out to people"}',
                    '{fr: "⟦PAR014⟧going out to people", en: "aller vers les gens"}',
                )
            ]
        },
    ),
    Case(
        "PAR014",
        "other names of a term",
        {
            "docs/glossary.yml": [
                ("fr: [action concertée]", "fr: [⟦PAR014⟧action of the people]"),
                ("en: [joint action]", "en: [action des gens]"),
            ]
        },
    ),
    Case("PAR004", "short sentence left in English", say("\n\n⟦PAR004⟧The people trust.", "\n\nThe people trust.")),
    Case("PAR004", "short sentence left in French", say("\n\nLes gens disent.", "\n\n⟦PAR004⟧Les gens disent.")),
    Case("PAR004", "item that is a phrase", say("\n\n- les gens;\n- ils.", "\n\n- ⟦PAR004⟧les gens;\n- they.")),
    Case("PAR004", "heading", {FR: [("## Une démarche rigoureuse", "## ⟦PAR004⟧The trust of the people")]}),
    Case(
        "PAR015",
        "description of another page",
        {
            LISTED: [
                (
                    'description: "Les exemples de la politique."',
                    '⟦PAR015⟧description: "Un petit guide de la politique."',
                )
            ]
        },
    ),
    Case(
        "PAR015",
        "once for a page, of several that are alike",
        {
            "docs/fr/modeles/index.md": [
                (
                    'description: "Les modèles de la politique."',
                    '⟦PAR015⟧description: "Un petit guide de la politique."',
                )
            ],
            LISTED: [
                (
                    'description: "Les exemples de la politique."',
                    '⟦PAR015⟧description: "Un petit guide de la politique."',
                )
            ],
        },
    ),
    Case(
        "PAR015",
        "summary of another record",
        {
            "models/hub/record.yml": [
                (
                    '  fr: "Des organisations se réunissent pour agir vite."',
                    '  ⟦PAR015⟧fr: "À Longueuil, une équipe du SPAL qui va vers les gens avant l\'urgence."',
                ),
                (
                    '  en: "Organizations meet in order to act quickly."',
                    '  ⟦PAR015⟧en: "In Longueuil, a SPAL team that reaches people before an emergency."',
                ),
            ]
        },
    ),
    Case(
        "PAR015",
        "in one language",
        {
            LISTED_EN: [
                ('description: "The policy\'s examples."', '⟦PAR015⟧description: "A small guide to the policy."')
            ]
        },
    ),
    Case(
        "PAR016",
        "heading of another section",
        {FR: [("## Une démarche rigoureuse", "## ⟦PAR016⟧Une légitimité à maintenir")]},
    ),
    Case("PAR016", "heading of another page", {EN: [("## A rigorous process", "## ⟦PAR016⟧Where to start")]}),
    Case(
        "PAR015",
        "descriptions exchanged",
        {
            FR: [
                (
                    'description: "Pourquoi la politique a été revue."',
                    '⟦PAR015⟧description: "Une équipe du SPAL, des organismes du quartier, ses essais."',
                )
            ],
            EXAMPLE: [
                (
                    "À Longueuil, une équipe du SPAL qui va vers les gens avant l'urgence.",
                    "Avant : un constat, un sondage, la confiance.",
                )
            ],
        },
    ),
]

CLEAN = [
    Case("PAR014", "same in both languages", {EXAMPLE: [("{fr: equipe-reso, en: reso-team}", "{fr: reso, en: reso}")]}),
    Case("PAR004", "names in a list", say("\n\n- Les gens du Québec", "\n\n- Les gens du Québec")),
    Case("PAR015", "another subject", {LISTED: [('"Les exemples de la politique."', '"Un guide des exemples."')]}),
    Case(
        "PAR016",
        "same headings in both languages",
        {
            FR: [("## Une démarche rigoureuse", "## Par où commencer")],
            EN: [("## A rigorous process", "## Where to start")],
        },
    ),
]
