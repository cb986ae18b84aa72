"""SIT: situations, and the gestures that they and the aide-mémoire show."""

from support import Case, Change, new_page

SITUATIONS, UNITS = "docs/situations.yml", "docs/units.yml"
SITUATION = """- id: nouvelle
  mark: S1
  sections: [presence, ecoute]
  teams: [reso]
  models: [hub]
  articles: [{reference: r-loi-police, articles: ["48"]}]
  terms: [t-concertation]
"""
PAGES = new_page(body="## Silence { #silence }\n\nDu texte.")


def situation(old: str = "", new: str = "") -> dict[str, Change]:
    """A situation and its page."""
    return {**PAGES, SITUATIONS: SITUATION.replace(old, new) if old else SITUATION}


OTHER = {
    SITUATIONS: f"{SITUATION}- ⟦SIT001⟧id: urgence\n  mark: S2\n  sections: [presence]\n",
    "docs/fr/autre.md": "---\nid: tout-autre\ntitle: Autre\ndescription: Un texte.\n---\nUn mot.\n",
    "docs/en/other.md": "---\nid: tout-autre\ntitle: Other\ndescription: A text.\n---\nA word.\n",
}


def without_its_section() -> dict[str, Change]:
    pages = {path: f"⟦SIT004⟧{text}" for path, text in new_page(body="## Suite { #suite }\n\nDu texte.").items()}
    return {**pages, SITUATIONS: SITUATION}


STEPS, STEPS_EN = "Deux gestes :\n\n- venir;\n- parler.", "Two gestures:\n\n- coming;\n- talking."


def gestures(heading: str, below: str = "", below_en: str = "") -> dict[str, Change]:
    unit = "kind: principle, pillar: rapprochement, heading: "
    steps = f"\n\n### Gestes {{ #presence-gestes }}\n\n{below or STEPS}\n\n## Écoute"
    steps_en = f"\n\n### Gestures {{ #presence-gestes }}\n\n{below_en or STEPS_EN}\n\n## Listening"
    return {
        UNITS: [(f'{unit}"Présence', f'{unit[:-9]}gestures: [{heading}], heading: "Présence')],
        "docs/fr/piliers/rapprochement.md": [("\n\n## Écoute", steps)],
        "docs/en/pillars/closer-ties.md": [("\n\n## Listening", steps_en)],
    }


BELOW, BELOW_EN = f"### Suite {{ #presence-suite }}\n\n{STEPS}", f"### More {{ #presence-suite }}\n\n{STEPS_EN}"
BOX, BOX_EN = '!!! note "Note"\n\n    Venir et parler.', '!!! note "Note"\n\n    Coming and talking.'

FAILING = [
    Case("SIT001", "no page", {SITUATIONS: SITUATION.replace("id: nouvelle", "⟦SIT001⟧id: autre")}),
    Case("SIT001", "page of another id and no source", {**situation(), **OTHER}),
    Case("SIT001", "page of a record", {SITUATIONS: SITUATION.replace("id: nouvelle", "⟦SIT001⟧id: reso")}),
    Case("SIT002", "section", situation("[presence,", "[⟦SIT002⟧presense,")),
    Case("SIT002", "section told briefly", situation("  teams:", "  also: [⟦SIT002⟧presense]\n  teams:")),
    Case("SIT002", "team that is no example", situation("[reso]", "[⟦SIT002⟧hub]")),
    Case("SIT002", "model", situation("[hub]", "[⟦SIT002⟧hbu]")),
    Case("SIT002", "law that is a survey", situation("reference: r-loi-police", "⟦SIT002⟧reference: r-sondage")),
    Case("SIT002", "term", situation("[t-concertation]", "[⟦SIT002⟧t-consertation]")),
    Case("SIT003", "heading of another section", gestures("⟦SIT003⟧ecoute-gestes")),
    Case("SIT005", "list under the next heading", gestures("⟦SIT005⟧presence-gestes", BELOW, BELOW_EN)),
    Case("SIT005", "nothing but a box", gestures("⟦SIT005⟧presence-gestes", BOX, BOX_EN)),
    Case("SIT004", "no section of its own", without_its_section()),
    Case(
        "IDS002",
        "mark of a situation twice",
        {**situation("mark: S1", "⟦IDS002⟧mark: E1"), "examples/reso/record.yml": [("mark: E1", "⟦IDS002⟧mark: E1")]},
    ),
    Case("REC002", "article that is no number", situation('"48"', '⟦REC002⟧"s. 48"')),
]
CLEAN = [
    Case("SIT001", "page", situation()),
    Case("SIT002", "nothing but sections", {**PAGES, SITUATIONS: "- {id: nouvelle, mark: S1, sections: [presence]}\n"}),
    Case("SIT004", "section of its own", situation()),
    Case("SIT003", "own heading", gestures("presence-gestes")),
    Case("SIT005", "heading that holds the list", gestures("presence-suite", BELOW, BELOW_EN)),
    Case("SIT005", "text before a box", gestures("presence-gestes", f"Venir.\n\n{BOX}", f"Coming.\n\n{BOX_EN}")),
]
