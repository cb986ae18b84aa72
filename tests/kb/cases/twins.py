"""PAR010 to PAR013: a paragraph, item, cell or text and its twin in the other language."""

from cases.parity import EXAMPLE, FIGURES, summary
from support import EN, FR, Case, say

STEPS, STEPS_EN = "\n\n- Un 5.\n- Deux [a][presence].\n- Trois.", "\n\n- One 5.\n- Two [a][presence].\n- Three."
ROWS, ROWS_EN = "| Confiance | 85 % |\n| Proximité | 20,8 % |", "| Trust | 85% |\n| Closeness | 20.8% |"


FAILING = [
    Case("PAR010", "paragraph in one language", say("\n\n⟦PAR010⟧Un 5 et [a][presence].", "")),
    Case("PAR010", "paragraph lost", say("\n\nUn.\n\nAutre.", "\n\nOne.\n\nOther.\n\n⟦PAR010⟧More.")),
    Case(
        "PAR010",
        "item lost where links tell which",
        say(STEPS.replace("- Deux", "- ⟦PAR010⟧Deux"), "\n\n- One 5.\n- Three."),
    ),
    Case(
        "PAR010",
        "item lost where force tells which",
        say("\n\n- Il peut.\n- ⟦PAR010⟧Il doit.\n- Il lit.", "\n\n- It can.\n- It reads."),
    ),
    Case("PAR010", "row of a table", {EN: [(ROWS_EN, f"{ROWS_EN}\n| ⟦PAR010⟧Presence | 7% |")]}),
    Case("PAR010", "paragraph in place of an item", say("\n\n- Un.\n- Deux.", "\n\n- One.\n\n⟦PAR010⟧Two.")),
    Case("PAR010", "list that is numbered", say("\n\n1. Un.", "\n\n- ⟦PAR010⟧One.")),
    Case("PAR010", "code", {EN: [("```\nTEXTE", "```\nTEXT\n```\n\n⟦PAR010⟧```\nTEXTE")]}),
    Case(
        "PAR011",
        "items whose words tell",
        say(
            "\n\n- les familles;\n- les organismes communautaires.",
            "\n\n- ⟦PAR011⟧community organizations;\n- families.",
        ),
    ),
    Case(
        "PAR011",
        "texts of a list in YAML",
        {
            "docs/milestones.yml": [
                (
                    'text: {fr: "La première politique paraît", en: "The first policy comes out"}',
                    'text: {fr: "La consultation des organismes", en: "⟦PAR011⟧Families and victims"}\n'
                    "- date: 2000\n  unit: mise-en-contexte\n"
                    '  text: {fr: "Les familles et les victimes", en: "Consultation of organizations"}',
                )
            ]
        },
    ),
    Case("PAR011", "items in another order", say(STEPS, "\n\n- ⟦PAR011⟧Two [a][presence].\n- One 5.\n- Three.")),
    Case(
        "PAR011", "numbers in words tell", say("\n\n- Deux.\n- Trois.\n- Six.", "\n\n- ⟦PAR011⟧Six.\n- Two.\n- Three.")
    ),
    Case("PAR011", "force tells", say("\n\n- Il doit.\n- Il peut.", "\n\n- ⟦PAR011⟧It can.\n- It must.")),
    Case("PAR011", "values swapped", {EN: [(ROWS_EN, "| Trust | ⟦PAR011⟧20.8% |\n| Closeness | 85% |")]}),
    Case("PAR011", "months exchanged", say("\n\n- En mars.\n- En juin.", "\n\n- ⟦PAR011⟧In June.\n- In March.")),
    Case("PAR011", "link of another paragraph", say("\n\n[A][presence].\n\nB.", "\n\n⟦PAR011⟧A.\n\nB [b][presence].")),
    Case("PAR012", "must and may", say("Elle ⟦PAR012⟧doit agir.", "It may act.")),
    Case("PAR012", "may and must", say("Elle ⟦PAR012⟧peut agir.", "It must act.")),
    Case("PAR012", "should and must", say("Elle ⟦PAR012⟧devrait agir.", "It must act.")),
    Case("PAR012", "could and can", say("Elle ⟦PAR012⟧pourrait agir.", "It acts.")),
    Case("PAR012", "negation lost in French", say("Elle agit.", "It does ⟦PAR012⟧not act.")),
    Case("PAR012", "negation lost in English", say("Elle n'agit ⟦PAR012⟧pas.", "It acts.")),
    Case("PAR012", "never", say("Elle n'agit ⟦PAR012⟧jamais.", "It acts.")),
    Case("PAR012", "without", say("Elle agit ⟦PAR012⟧sans les gens.", "It acts with people.")),
    Case("PAR012", "only", say("Elle agit ⟦PAR012⟧seulement ici.", "It acts here.")),
    Case("PAR012", "condition lost", say("Elle agit ⟦PAR012⟧si on appelle.", "It acts.")),
    Case("PAR012", "or for and", say("Elle écoute ⟦PAR012⟧ou informe.", "It listens and informs.")),
    Case("PAR012", "or between two nouns", say("Une consultation ⟦PAR012⟧ou un conseil.", "A consultation.")),
    Case("PAR012", "or before a doublet", say("Un ami ⟦PAR012⟧ou une agente ou un agent.", "A friend, an officer.")),
    Case("PAR012", "another sentence", say("Elle ⟦PAR012⟧doit agir. Elle lit.", "It acts. It must read.")),
    Case("PAR012", "linked words", say("Elle [⟦PAR012⟧doit agir][presence].", "It [can act][presence].")),
    Case("PAR012", "heading", {EN: [("## A rigorous", "## A ⟦PAR012⟧never rigorous")]}),
    Case("PAR012", "record", summary("Une équipe qui agit.", "A team that ⟦PAR012⟧must act.")),
    Case("PAR012", "description", {"docs/fr/index.md": [("Un petit guide", "Un guide qui ⟦PAR012⟧doit suivre")]}),
    Case("PAR012", "conditional lost", say("Cela permet d'agir.", "It ⟦PAR012⟧would act.")),
    Case("PAR012", "conditional added", say("Cela ⟦PAR012⟧permettrait d'agir.", "It acts.")),
    Case("PAR012", "favour", say("Elle garantit la paix.", "It ⟦PAR012⟧fosters peace.")),
    Case("PAR012", "aim", say("Elle réussit à agir.", "It ⟦PAR012⟧aims to act.")),
    Case("PAR012", "contribution", say("Elle assure la paix.", "It ⟦PAR012⟧contributes to peace.")),
    Case("PAR012", "nearness", say("Elle voit ⟦PAR012⟧près de 12 villes.", "It sees more than 12 cities.")),
    Case("PAR012", "question in one language", say("\n\nEst-ce vrai?", "\n\n⟦PAR012⟧It is true.")),
    Case("PAR013", "other number", say("Il y a ⟦PAR013⟧quatre villes.", "There are three cities.")),
    Case("PAR013", "ordinal", say("La ⟦PAR013⟧deuxième ville.", "The third city.")),
    Case("PAR013", "number in one language", say("Les villes.", "The ⟦PAR013⟧three cities.")),
    Case("PAR013", "heading", {FR: [("## Une démarche", "## ⟦PAR013⟧Deux démarches")]}),
    Case("PAR013", "title of a figure", {FIGURES: [("Deux pas", "⟦PAR013⟧Trois pas")]}),
    Case(
        "PAR013",
        "record",
        {
            EXAMPLE: [
                ("Premiers essais", "⟦PAR013⟧Trois premiers essais"),
                ("First trials", "Four first trials"),
            ]
        },
    ),
]

CLEAN = [
    Case(
        "PAR011",
        "items that share words",
        say(
            "\n\n- les familles des victimes;\n- les victimes et leurs proches.",
            "\n\n- the families of victims;\n- victims and those close to them.",
        ),
    ),
    Case(
        "PAR012",
        "conditional, favour, aim, contribution",
        say(
            "Cela permettrait d'aider, favorise et vise à contribuer à près de 12 villes. Que feriez-vous?",
            "It would help, supports and seeks to contribute to almost 12 cities. What would you do?",
        ),
    ),
    Case("PAR012", "questions", say("Est-ce vrai? Qui agit?", "Is it? Who acts?")),
    Case("PAR010", "lines of a paragraph", say("\n\nUn\ndeux.", "\n\nOne two.")),
    Case(
        "PAR010",
        "same blocks",
        say(f"\n\n> Un.\n\n!!! note\n    Deux.{STEPS}", f"\n\n> One.\n\n!!! note\n    Two.{STEPS_EN}"),
    ),
    Case("PAR011", "figures in another order in a sentence", say("48 % des 99 gens.", "Of the 99 people, 48%.")),
    Case("PAR011", "items that nothing tells apart", say("\n\n- Un.\n- Autre.", "\n\n- Another.\n- One.")),
    Case(
        "PAR012",
        "same strength",
        say("Elle doit ou peut agir; elle ne lit pas.", "It must or may act; it does not read."),
    ),
    Case("PAR012", "other words", say("Il faut agir. Rien ne presse.", "Action is needed. Nothing is urgent.")),
    Case("PAR012", "neither", say("Ni l'un ni l'autre ne le dit.", "Neither one nor the other says so.")),
    Case("PAR012", "doublet", say("Une policière ou un policier écoute.", "An officer listens.")),
    Case("PAR012", "doublet, masculine first", say("À l'agent ou à l'agente, aux citoyens ou citoyennes.", "To all.")),
    Case("PAR012", "doublet by its endings", say("La directrice ou le directeur agit.", "The director acts.")),
    Case("PAR012", "doublet in both", say("Une actrice ou un acteur.", "An actress or an actor.")),
    Case("PAR012", "question", say("Comment agir ?", "How can you act?")),
    Case("PAR012", "month", say("En mai 2021.", "In May 2021.")),
    Case("PAR012", "sans que", say("Elle lit sans que rien bouge.", "It reads when nothing moves.")),
    Case("PAR012", "without any", say("Elle lit quand aucun ne bouge.", "It reads without any moving.")),
    Case("PAR012", "idioms", say("Elle s'adapte sans cesse.", "It keeps adapting.")),
    Case("PAR012", "unequal sentences", say("Elle doit agir. Elle lit; elle parle.", "It reads, speaks and must act.")),
    Case("PAR012", "foreign words", say("Le *must*{ lang=en } agit.", "It acts, *qui doit*{ lang=fr }.")),
    Case("PAR013", "word and figure", say("Les douze villes, deux fois.", "The 12 cities, twice.")),
    Case("PAR013", "one, which is seldom a number", say("Une ville, un jour.", "Cities have one.")),
    Case("PAR013", "names of peoples", say("Les Premières Nations.", "First Nations people.")),
]
