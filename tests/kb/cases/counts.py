"""PAR008, PAR009, PAR017: what the base counts, named in double braces and never typed; what a list is said to hold."""

from support import BASE, EN, Case, all_of, say

MODEL, EXAMPLE = "models/hub", "examples/reso/record.yml"
HOME = "docs/fr/index.md"
PETIT = 'description: "Un petit guide de la politique."'


def second_model() -> dict[str, str]:
    """Another model, so that the base counts two."""
    record, fr, en = ((BASE / MODEL / name).read_text(encoding="utf-8") for name in ("record.yml", "fr.md", "en.md"))
    record = record.replace("id: hub", "id: toile").replace("mark: M1", "mark: M2").replace("pole, en: hub", "a, en: b")
    record = record.replace("Des organisations se réunissent pour agir vite.", "Une toile.")
    record = record.replace("Organizations meet in order to act quickly.", "A web.")
    record = record.replace("source: [hub]", "source: [presence]")
    record = record.replace('"Les pôles de concertation", en: "Hubs"', '"La toile", en: "Webs"')
    return {f"models/toile/{name}": text for name, text in {"record.yml": record, "fr.md": fr, "en.md": en}.items()}


def with_two(*changes: dict) -> dict:
    return all_of(second_model(), *changes)


FAILING = [
    Case("PAR008", "name of no count", say("Voici ⟦PAR008⟧{{exemple}} cas.", "Here is ⟦PAR008⟧{{exemple}} case.")),
    Case("PAR008", "braces that stay open", say("Voici ⟦PAR008⟧{{exemples} cas.", "Here is a case.")),
    Case("PAR008", "no name", say("Voici ⟦PAR008⟧{{}} cas.", "Here is a case.")),
    Case("PAR008", "description", {HOME: [(PETIT, 'description: "⟦PAR008⟧{{guides}} guides."')]}),
    Case(
        "PAR008",
        "record",
        {EXAMPLE: [("Premiers essais", "⟦PAR008⟧{{exemples}} essais")]},
    ),
    Case(
        "PAR009",
        "typed in both languages",
        with_two(say("Voici ⟦PAR009⟧deux modèles.", "Here are the ⟦PAR009⟧two **theoretical** models.")),
    ),
    Case("PAR009", "typed in figures", with_two(say("Voici ⟦PAR009⟧2 modèles.", "Here are ⟦PAR009⟧2 models."))),
    Case("PAR009", "capital", with_two(say("⟦PAR009⟧Deux très bons modèles.", "⟦PAR009⟧Two good models."))),
    Case(
        "PAR009",
        "description",
        with_two(
            {HOME: [(PETIT, 'description: "Un guide et ⟦PAR009⟧deux modèles."')]},
            {"docs/en/index.md": [("A small guide to the policy", "A guide and ⟦PAR009⟧two models")]},
        ),
    ),
    Case(
        "PAR009",
        "record",
        with_two(
            {EXAMPLE: [("Premiers essais", "Essai de ⟦PAR009⟧deux modèles"), ("First trials", "⟦PAR009⟧Two models")]}
        ),
    ),
    Case(
        "PAR017",
        "list of another length",
        say(
            "Voici ⟦PAR017⟧deux gestes :\n\n- un;\n- autre;\n- encore.",
            "⟦PAR017⟧Two things:\n\n- one;\n- other;\n- more.",
        ),
    ),
    Case(
        "PAR017",
        "numbered list inside a list",
        say(
            "\n\n- ⟦PAR017⟧Trois gestes :\n\n    1. un;\n    2. autre.",
            "\n\n- ⟦PAR017⟧Three things:\n\n    1. one;\n    2. other.",
        ),
    ),
]

CLEAN = [
    Case(
        "PAR017",
        "list with others inside, and numbers that announce none",
        say(
            "Deux villes. Trois gestes :\n\n- un :\n    - le;\n    - la;\n- deux;\n\n    deux encore;\n- trois.\n\n"
            "Des trois gestes, deux comptent :\n\n- un.",
            "Two cities. Three things:\n\n- one:\n    - the;\n    - an;\n- two;\n\n    two more;\n- three.\n\n"
            "Of the three things, two count:\n\n- one.",
        ),
    ),
    Case(
        "PAR008",
        "counts",
        with_two(say("Voici {{ modeles }} modèles.", "{{Modeles}} models and {{exemples}} example.")),
    ),
    Case("PAR008", "single braces", say("Voici *l'équipe*{ .note }.", "Here is *the team*{ .note }.")),
    Case("PAR009", "another number", with_two(say("Voici trois modèles.", "Here are three models."))),
    Case(
        "PAR009", "another thing", with_two(say("Voici deux plans, et des modèles.", "Two plans. The models follow."))
    ),
    Case("PAR009", "further in the sentence", with_two(say("Deux des gens qui suivent ces modèles.", "Both models."))),
    Case("PAR009", "one of a kind", {EN: [("from one fact", "from one of the models")]}),
]
