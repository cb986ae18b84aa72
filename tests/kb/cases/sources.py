"""SRC: what traces to the policy, and what is cited."""

from support import EN, FR, Case, new_page, say

UNITS, REFERENCES, GLOSSARY, FIGURES, MILESTONES = (
    f"docs/{name}.yml" for name in ("units", "references", "glossary", "figures", "milestones")
)
EXAMPLE = "examples/reso/record.yml"
PILLAR, PILLAR_EN = "docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"
REFERENCE = """  - {marker}id: r-autre
    kind: report
    author: {{fr: Québec, en: Québec}}
    title: {{fr: Rapport, en: Rapport}}
    language: [fr]
{more}
  - id: r-loi-police"""


def unit(kind: str = "section", marker: str = "") -> dict:
    """One more unit of the policy, before the last."""
    return {UNITS: [("- {id: notes,", f"- {{{marker}id: x, page: 31, kind: {kind}, heading: Texte}}\n- {{id: notes,")]}


def reference(marker: str = "", more: str = "") -> dict:
    return {REFERENCES: [("  - id: r-loi-police", REFERENCE.format(marker=marker, more=more))]}


ADDITION = reference(more="    editorial: true\n")


FAILING = [
    Case(
        "SRC001",
        "page",
        {path: text.replace("id:", "⟦SRC001⟧id:") for path, text in new_page(head="editorial: false").items()},
    ),
    Case(
        "SRC001", "one language of a page", {"docs/en/timeline.md": [("id:", "⟦SRC001⟧id:"), ("editorial: true\n", "")]}
    ),
    Case(
        "SRC001",
        "section of a pillar",
        {
            PILLAR: [("## Écoute", "⟦SRC001⟧## Un { #un }\n\nTexte.\n\n## Écoute")],
            PILLAR_EN: [("## Listening", "⟦SRC001⟧## One { #un }\n\nText.\n\n## Listening")],
        },
    ),
    Case("SRC002", "page", new_page(head="sources: [notes, ⟦SRC002⟧note]")),
    Case("SRC002", "record", {EXAMPLE: [("source: [reso]", "source: [reso, ⟦SRC002⟧rezo]")]}),
    Case("SRC002", "term", {GLOSSARY: [("source: [abreviations, reso]", "source: [⟦SRC002⟧abreviation, reso]")]}),
    Case("SRC002", "figure", {FIGURES: [("source: [legitimite]", "source: [⟦SRC002⟧legitime]")]}),
    Case("SRC002", "note", {REFERENCES: [("unit: legitimite", "⟦SRC002⟧unit: legitime")]}),
    Case("SRC002", "date of the policy", {MILESTONES: [("unit: mise-en-contexte", "⟦SRC002⟧unit: contexte")]}),
    Case("SRC002", "page that is no unit", new_page(head="sources: [⟦SRC002⟧accueil]")),
    Case("SRC003", "new unit", unit(marker="⟦SRC003⟧")),
    Case("SRC003", "heading in one page, id in none", unit(marker="⟦SRC003⟧") | say("Un x.")),
    Case("SRC004", "reference", reference("⟦SRC004⟧")),
    Case(
        "REC003",
        "note that names a reference by mistake, which is no addition",
        {REFERENCES: [("[r-loi-police]", "[⟦REC003⟧r-loi-polic]")]} | say("La [loi][r-loi-police]."),
    ),
    Case("SRC005", "addition", reference("⟦SRC005⟧") | say("Un [rapport][r-autre].")),
    Case(
        "SRC004",
        "note",
        {
            FR: [("24 h sur 24[2][note-2]", "24 h sur 24")],
            EN: [("24 hours in 24[2][note-2]", "24 hours in 24")],
            REFERENCES: [("id: note-2", "⟦SRC004⟧id: note-2")],
        },
    ),
]

CLEAN = [
    Case("SRC001", "page that names its units", new_page(head="sources: [notes, reso]")),
    Case("SRC001", "page that is a unit", unit("page") | new_page(id_="x", head="nav_title: X")),
    Case(
        "SRC001",
        "deeper section of a pillar",
        {
            PILLAR: [("Soyez là", "### Un { #un }\n\nSoyez là")],
            PILLAR_EN: [("Be there", "### One { #un }\n\nBe there")],
        },
    ),
    Case("SRC002", "several units", {EXAMPLE: [("source: [reso]", "source: [reso, presence, notes]")]}),
    Case("SRC003", "told by a section", unit() | say("\n\n## X { #x }")),
    Case("SRC003", "told by a page", unit("page") | new_page(head="sources: [x]")),
    Case("SRC003", "told by a record", unit("example") | {EXAMPLE: [("source: [reso]", "source: [reso, x]")]}),
    Case("SRC004", "cited by a text", ADDITION | say("Un [rapport][r-autre].")),
    Case("SRC005", "marked addition", ADDITION | say("Le [rapport][r-autre].")),
    Case(
        "SRC004",
        "cited by a note",
        {
            REFERENCES: [
                *reference()[REFERENCES],
                ("references: [r-loi-police]", "references: [r-loi-police, r-autre]"),
            ],
        },
    ),
    Case(
        "SRC004",
        "note cited by a figure",
        {
            FR: [("24 h sur 24[2][note-2]", "24 h sur 24")],
            EN: [("24 hours in 24[2][note-2]", "24 hours in 24")],
            FIGURES: [
                ("notes: [note-1]", "notes: [note-1, note-2]"),
                ("[legitimite]", "[legitimite, mise-en-contexte]"),
            ],
        },
    ),
]
