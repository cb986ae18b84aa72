"""PAR: the two languages of one page, record or text."""

from support import BASE, EN, FR, Case, new_page, say

EXAMPLE, FIGURES = "examples/reso/record.yml", "docs/figures.yml"
PLANS = {f"docs/assets/img/plan-{language}.svg": "<svg/>" for language in ("fr", "en")}
PROSE, PROSE_EN = "examples/reso/fr.md", "examples/reso/en.md"
STEPS, STEPS_EN = "L'équipe suit quatre étapes.", "The team follows four steps."
HOME, HOME_EN = "docs/fr/index.md", "docs/en/index.md"
META = "---\nid: nouvelle\ntitle: Page\ndescription: Une page.\neditorial: true\n---\nTexte.\n"
CAPTION = '{fr: "Part des 10 316 personnes interrogées.", en: "Share of the 10,316 people surveyed."}'
ENGLISH = "This text is in English and it is long enough for the check to see that it is not in the other language."
FRENCH = "Ce texte est en français et il est assez long pour que la vérification voie que la langue est une autre."
NAMES = (
    "- Association des directeurs de police des Premières Nations et Inuit du Québec\n"
    "- Ministère de la Justice et Directeur des poursuites criminelles et pénales"
)


def summary(fr: str, en: str) -> dict:
    """Another summary of the example."""
    record = (BASE / EXAMPLE).read_text(encoding="utf-8")
    old = record[record.index('  fr: "À Long') : record.index("pillar:")]
    return {EXAMPLE: [(old, f'  fr: "{fr}"\n  en: "{en}"\n')]}


FAILING = [
    Case("PAR003", "label of a value", {FIGURES: [('en: "Find it close"', 'en: "⟦PAR003⟧5 find it close"')]}),
    Case("PAR001", "page without its twin", {"docs/fr/nouvelle.md": META}, ("docs/fr/nouvelle.md:1:1 PAR001",)),
    Case(
        "PAR001",
        "page that a page of the other language links",
        {
            "docs/fr/nouvelle.md": META,
            **say("Voir la [page][nouvelle], le SPAL et le RÉSO."),
        },
        ("docs/fr/nouvelle.md:1:1 PAR001",),
    ),
    Case(
        "PAR001",
        "twin under another id",
        {
            "docs/fr/nouvelle.md": META,
            "docs/en/nouvelle.md": META.replace("id: nouvelle", "id: new"),
        },
        ("docs/fr/nouvelle.md:1:1 PAR001", "docs/en/nouvelle.md:1:1 PAR001"),
    ),
    Case(
        "PAR001",
        "twin under a mistyped id",
        {
            "docs/fr/nouvelle.md": META,
            "docs/en/nouvelle.md": META.replace("id: nouvelle", "⟦PAR001⟧id: nouvele"),
        },
    ),
    Case(
        "PAR001",
        "twin with the same headings under another id",
        {
            "docs/fr/nouvelle.md": f"{META}\n## Un {{ #un }}\n\nTexte.\n",
            "docs/en/nouvelle.md": META.replace("id: nouvelle", "⟦PAR001⟧id: new") + "\n## One { #un }\n\nText.\n",
        },
    ),
    Case("PAR001", "record without its English", {PROSE_EN: None}, (f"{PROSE}:1:1 PAR001",)),
    Case("PAR001", "record without any text", {PROSE: None, PROSE_EN: None}, (f"{EXAMPLE}:1:1 PAR001",)),
    Case("PAR002", "section in one language", say("\n\n⟦PAR002⟧## Un { #un }", "")),
    Case(
        "PAR002",
        "other level",
        say("\n\n## Un { #un }\n\n### Deux { #deux }", "\n\n## Un { #un }\n\n⟦PAR002⟧## Deux { #deux }"),
    ),
    Case(
        "PAR002",
        "other order",
        say("\n\n## Un { #un }\n\n## Deux { #deux }", "\n\n⟦PAR002⟧## Deux { #deux }\n\n## Un { #un }"),
    ),
    Case("PAR002", "other id", say("\n\n## Un { #un }", "\n\n⟦PAR002⟧## One { #one }")),
    Case("PAR003", "other year", say("En ⟦PAR003⟧2019.", "In ⟦PAR003⟧2020.")),
    Case("PAR003", "figure in one language", say("Une part de ⟦PAR003⟧7 %.", "A share.")),
    Case("PAR003", "English thousands in French", say("Les ⟦PAR003⟧10,316 gens.", "The ⟦PAR003⟧10,316 people.")),
    Case(
        "PAR003",
        "other section",
        {
            FR: [("tous les jours.", "tous les jours. En ⟦PAR003⟧1999."), ("« l'écoute d'abord »", "« l'écoute »")],
            EN: [("\\] is not a link.", "\\] is not a link. In ⟦PAR003⟧1999.")],
        },
    ),
    Case("PAR003", "other month", say("Le 5 ⟦PAR003⟧octobre 2023.", "On ⟦PAR003⟧November 5, 2023.")),
    Case("PAR003", "month without a day", say("Depuis ⟦PAR003⟧août.", "Since ⟦PAR003⟧October.")),
    Case("PAR003", "May", say("Le 5 ⟦PAR003⟧mai 2023.", "On ⟦PAR003⟧June 5, 2023. You May Say So.")),
    Case("PAR003", "month in a record", summary("Une équipe de mai 2023.", "⟦PAR003⟧A team of June 2023.")),
    Case("PAR003", "record", summary("Une équipe de 12 personnes.", "⟦PAR003⟧A team of 13 people.")),
    Case(
        "PAR003",
        "figure's caption",
        {FIGURES: [(CAPTION, CAPTION.replace('"Share of the 10,316', '"⟦PAR003⟧Share of the 10,361'))]},
    ),
    Case(
        "PAR003",
        "list of a record",
        {EXAMPLE: [("organismes du quartier", "3 organismes"), ("neighbourhood", "⟦PAR003⟧neighbourhood")]},
    ),
    Case("PAR004", "English in French", say(f"\n\n⟦PAR004⟧{ENGLISH}", "")),
    Case("PAR004", "French in English", say("", f"\n\n⟦PAR004⟧{FRENCH}")),
    Case("PAR004", "same text in both", say(f"\n\n> Texte.\n\n{FRENCH}", f"\n\n> Texte.\n\n⟦PAR004⟧{FRENCH}")),
    Case("PAR004", "record", summary("⟦PAR004⟧" + ENGLISH, ENGLISH)),
    Case("PAR005", "no front matter", {"docs/fr/nouvelle.md": "Texte.\n"}, ("docs/fr/nouvelle.md:1:1 PAR005",)),
    Case(
        "PAR005",
        "front matter that does not end",
        {"docs/fr/nouvelle.md": META.replace("true\n---", "true")},
        ("docs/fr/nouvelle.md:1:1 PAR005",),
    ),
    Case(
        "PAR005", "no title", {"docs/fr/nouvelle.md": META.replace("title: Page\n", "").replace("id:", "⟦PAR005⟧id:")}
    ),
    Case(
        "PAR005",
        "no description",
        {"docs/fr/nouvelle.md": META.replace("description: Une page.\n", "").replace("id:", "⟦PAR005⟧id:")},
    ),
    Case("PAR006", "sources", {"docs/en/glossary.md": [("sources: [", "⟦PAR006⟧sources: [notes, ")]}),
    Case(
        "PAR006",
        "order of the sources",
        {
            "docs/fr/glossaire.md": [("[abreviations]", "[abreviations, notes]")],
            "docs/en/glossary.md": [("sources: [abreviations]", "⟦PAR006⟧sources: [notes, abreviations]")],
        },
    ),
    Case(
        "PAR006",
        "editorial",
        {
            "docs/en/timeline.md": [("editorial: true", "⟦PAR006⟧editorial: false\nsources: [notes]")],
            "docs/fr/chronologie.md": [("editorial: true", "editorial: true\nsources: [notes]")],
        },
    ),
    Case("PAR006", "generated", {"docs/en/timeline.md": [("generated: timeline", "⟦PAR006⟧generated: concordance")]}),
    Case("PAR007", "link in one language", say("Voir ⟦PAR007⟧[la présence][presence].", "See presence.")),
    Case("PAR007", "other link", say("Voir ⟦PAR007⟧[la présence][presence].", "See ⟦PAR007⟧[listening][ecoute].")),
    Case(
        "PAR007",
        "sentence with a duty and a year in one language",
        say("On doit voir ⟦PAR007⟧[la présence][presence] en 2019.", ""),
    ),
    Case(
        "PAR007",
        "sentence beside another that is weaker",
        say("Elle ⟦PAR012⟧doit agir ⟦PAR007⟧[ici][presence].", "It can act here."),
    ),
    Case(
        "PAR007", "other heading of the same page", say("⟦PAR007⟧[Un][accueil#commencer].", "⟦PAR007⟧[One][accueil].")
    ),
    Case(
        "PAR007",
        "other section",
        say(
            "Voir ⟦PAR007⟧[la présence][presence].\n\n## Un { #un }\n\nTexte.",
            "\n\n## One { #un }\n\nSee ⟦PAR007⟧[presence][].",
        ),
    ),
    Case("PAR018", "file in one language", say("Voir ⟦PAR018⟧[le plan](assets/plan.svg).", "See the map.")),
    Case("PAR018", "image in one language", say("Voir ici.", "See ⟦PAR018⟧![the map](assets/plan.svg).")),
    Case(
        "PAR018",
        "file of the other language",
        {
            **PLANS,
            **say("Voir ⟦PAR018⟧[le plan](assets/img/plan-en.svg).", "See ⟦PAR018⟧[the map](assets/img/plan-fr.svg)."),
        },
    ),
    Case(
        "PAR018",
        "sentence with a duty and a year in one language",
        say("On doit voir ⟦PAR018⟧[le plan](assets/plan.svg) en 2019.", ""),
    ),
]

CLEAN = [
    Case("PAR001", "same id under two names", {"docs/fr/nouvelle.md": META, "docs/en/new/page.md": META}),
    Case(
        "PAR002",
        "same outline in other words",
        say("\n\n## Un { #un }\n\n### Deux { #deux }", "\n\n## One {: #un }\n\n### Two { .x #deux }"),
    ),
    Case(
        "PAR003",
        "thousands and decimals",
        say("Les 10 316 gens, 20,8 %, 3 000 000 $ et 1 234,5.", "The 10,316 people, 20.8%, $3,000,000 and 1,234.5."),
    ),
    Case("PAR003", "groups of three digits", say("Les 10 316 gens et 4 000.", "The 10,316 people and 4,000.")),
    Case("PAR003", "year before a number of three digits", say("En 2022, 400 gens.", "In 2022, 400 people.")),
    Case(
        "PAR003",
        "months and what looks like them",
        say(
            "On peut marcher. Le 1er mai, le 5 octobre 2023, en mars et en *août*.",
            "They may march. On May 1, October 5, 2023, in March and in *August*.",
        ),
    ),
    Case("PAR003", "figure in words", say("Les 12 villes.", "The twelve cities.")),
    Case("PAR003", "end of a sentence", say("En 2019, 2020. Puis 48.", "In 2019, 2020. Then 48.")),
    Case("PAR003", "other order in the section", say("Des 7 et des 9.", "Of the 9, 7.")),
    Case(
        "PAR003",
        "code, addresses and attributes",
        say("`12` [un](assets/plan.svg?34) *x*{ width=56 }", "`21` [a](assets/plan.svg?43) *x*{ width=65 }"),
    ),
    Case("PAR003", "names", {EXAMPLE: [("fr: [équipe d'entraide]", "fr: [équipe 24/7]")]}),
    Case("PAR004", "official names in an English list", say("\n\n- Un nom\n- Un nom", f"\n\n{NAMES}")),
    Case("PAR004", "short text", say("\n\n« The end. »", "\n\nLe temps.")),
    Case("PAR004", "quotation marked as such", say("\n\nTexte.", f"\n\n*{FRENCH}*{{ lang=fr }}")),
    Case(
        "PAR004",
        "mixed text",
        say(
            "\n\nTexte.",
            "\n\nThe *Politique pour une police de proximité au service de la population* is the policy as such.",
        ),
    ),
    Case("PAR004", "code", {FR: [("TEXTE :", f"{ENGLISH} :")]}),
    Case("PAR005", "front matter alone is enough", new_page(head="editorial: true\nnav_title: Nom")),
    Case(
        "PAR006",
        "key stated in words that mean the same",
        {"docs/en/timeline.md": [("editorial: true", "editorial: TRUE\nsources: []")]},
    ),
    Case(
        "PAR007",
        "sentence with a duty and a year in both languages",
        say("On doit voir [la présence][presence] en 2019.", "One must see [presence][] in 2019."),
    ),
    Case(
        "PAR007",
        "same links in another order",
        say("[a][presence] [b][ecoute]", "[b][ecoute] [a][presence] [c][presence]"),
    ),
    Case(
        "PAR018",
        "file of each language, and one in both",
        {
            **PLANS,
            **say(
                "Voir [le plan](assets/img/plan-fr.svg) et [l'autre](assets/plan.svg), en anglais.",
                "See [the other](assets/plan.svg), in English, and ![the map](assets/img/plan-en.svg).",
            ),
        },
    ),
    Case(
        "PAR018",
        "file that only one language has, linked from both",
        {
            "docs/assets/img/plan-fr.svg": "<svg/>",
            **say("Voir [le plan](assets/img/plan-fr.svg).", "See [the map](assets/img/plan-fr.svg), in French."),
        },
    ),
]
