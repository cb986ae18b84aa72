"""GLO: abbreviations, entries and their names."""

from support import FR, Case, new_page, say

GLOSSARY, EXAMPLE = "docs/glossary.yml", "examples/reso/record.yml"
NEXT = "- id: t-rlrq"
ENTRY = """- {head}
  kind: {kind}
  term: {{fr: "{fr}", en: "{en}"}}
  definition:
    fr: "Des mots simples pour bien comprendre."
    en: "Plain words that explain this."
  source: editorial
  {more}
"""


def entry(head: str = "id: t-mot", kind: str = "notion", fr: str = "mot", en: str = "word", more: str = "") -> tuple:
    """One more entry, in front of another."""
    return NEXT, ENTRY.format(head=head, kind=kind, fr=fr, en=en, more=more) + NEXT


FAILING = [
    Case("GLO001", "text", say("Le ⟦GLO001⟧MSP.")),
    Case("GLO001", "accents and digits", say("Le ⟦GLO001⟧ÉMIPIC et la ⟦GLO001⟧G7Q.")),
    Case("GLO001", "once a file", say("Le ⟦GLO001⟧MSP, le MSP.\n\nLe MSP.")),
    Case(
        "GLO001",
        "in a link, a heading and a table",
        say("[⟦GLO001⟧ABC][reso]\n\n## La ⟦GLO001⟧DEF { #d }\n\n| A | B |\n|---|---|\n| ⟦GLO001⟧GHI | ⟦GLO001⟧JKL |"),
    ),
    Case("GLO001", "plural and hyphen", say("Des ⟦GLO001⟧SP-ABC.")),
    Case("GLO001", "front matter", {"docs/fr/index.md": [('description: "Un', 'description: "Le ⟦GLO001⟧MSP, un')]}),
    Case("GLO001", "record", {EXAMPLE: [('fr: "Premiers essais"', 'fr: "Premiers essais du ⟦GLO001⟧MSP"')]}),
    Case("GLO001", "near one that is known", say("Le ⟦GLO001⟧SPALX.")),
    Case("GLO002", "new entry", {GLOSSARY: [entry("⟦GLO002⟧id: t-mot")]}),
    Case(
        "GLO002",
        "entry that only names itself",
        {
            GLOSSARY: [entry("⟦GLO002⟧id: t-mot", more="see: [⟦GLO005⟧t-mot]")],
        },
    ),
    Case(
        "GLO003",
        "alias of a later entry",
        {
            GLOSSARY: [
                entry(fr="Action concertée", more="see: [reso]"),
                ("action concertée", "⟦GLO003⟧action concertée"),
                ("see: [reso]\n  source: [abr", "see: [reso, t-mot]\n  source: [abr"),
            ],
        },
    ),
    Case(
        "GLO003",
        "abbreviation",
        {
            GLOSSARY: [
                ("aliases: {fr: [RLRQ], en: [CQLR]}", "aliases: {fr: [RLRQ], en: [CQLR, ⟦GLO003⟧spal]}"),
            ],
        },
    ),
    Case(
        "GLO003",
        "alias of an entry above the one that bears the name",
        {GLOSSARY: [("fr: [police de Longueuil]", "fr: [police de Longueuil, ⟦GLO003⟧Concertation]")]},
    ),
    Case(
        "GLO003",
        "abbreviation of two entries",
        {GLOSSARY: [("en: working in concert}\n", "en: working in concert}\n  ⟦GLO003⟧abbr: SPAL\n")]},
    ),
    Case(
        "GLO003",
        "twice in one entry",
        {
            GLOSSARY: [("fr: [RLRQ]", "fr: [RLRQ, ⟦GLO003⟧rlrq]")],
        },
    ),
    Case(
        "GLO004",
        "term again",
        {
            GLOSSARY: [
                (
                    "fr: \"Façon de décider ensemble, d'égal à égal, pour atteindre un but choisi d'un commun accord.",
                    '⟦GLO004⟧fr: "La concertation, action concertée.',
                )
            ],
        },
    ),
    Case(
        "GLO004",
        "too short",
        {
            GLOSSARY: [
                (
                    'en: "The texts in force, kept up to date by the official publisher."',
                    '⟦GLO004⟧en: "Compilation of laws."',
                )
            ],
        },
    ),
    Case("GLO005", "unknown id", {GLOSSARY: [("see: [reso]", "see: [⟦GLO005⟧rezo]")]}),
    Case("GLO005", "itself", {GLOSSARY: [("see: [reso]", "see: [reso, ⟦GLO005⟧t-reso]")]}),
    Case("GLO006", "in a heading only", new_page(body="## Le ⟦GLO006⟧SPAL { #spal }\n\nTexte.")),
    Case("GLO006", "in a link only", new_page(body="Voir [le ⟦GLO006⟧SPAL][rapprochement].")),
]

CLEAN = [
    Case("GLO001", "code", say("Du code : `SPVM`.\n\n~~~\nMSP\n~~~\n\n```\nMSP\n```\n")),
    Case("GLO001", "marks, letters and numbers", say("Voir P1.1, C2, E1; A, É, 911, 24-7, X1.")),
    Case(
        "GLO001",
        "attributes and addresses",
        say("Un *mot*{ lang=FR .ABC } et [un][reso]."),
    ),
    Case("GLO001", "part of a longer word", say("Les MRCs, le McDO, mOOC, ABc et P.E.C.H.")),
    Case("GLO001", "alias of an entry", say("La RLRQ et la CQLR.")),
    Case("GLO001", "aliases themselves", {GLOSSARY: [("[police de Longueuil]", "[police de Longueuil, SPL, ZZTOP]")]}),
    Case("GLO002", "linked", {GLOSSARY: [entry()]} | say("Un [mot][t-mot].")),
    Case("GLO002", "seen also", {GLOSSARY: [entry(), ("see: [reso]", "see: [reso, t-mot]")]}),
    Case("GLO002", "abbreviation in the text", {GLOSSARY: [entry(more="abbr: MT")]} | say("Le MT.")),
    Case(
        "GLO002",
        "term of a record",
        {
            GLOSSARY: [entry()],
            EXAMPLE: [("terms: [t-reso", "terms: [t-mot, t-reso"), ("avant l'urgence", "avant un mot")],
        },
    ),
    Case(
        "GLO003",
        "same name in both languages",
        {
            GLOSSARY: [entry(fr="police", en="police"), ("see: [reso]", "see: [reso, t-mot]")],
        },
    ),
    Case(
        "GLO003",
        "abbreviation that is the term",
        {
            GLOSSARY: [entry(fr="CIPC", en="CIPC", more="abbr: CIPC"), ("see: [reso]", "see: [reso, t-mot]")],
        },
    ),
    Case("GLO003", "name that holds another", {GLOSSARY: [("fr: [RLRQ]", "fr: [RLRQ, le RLRQ]")]}),
    Case(
        "GLO004",
        "term among other words",
        {
            GLOSSARY: [('fr: "Façon de décider', 'fr: "La concertation est la façon de décider')],
        },
    ),
    Case(
        "GLO005",
        "term, record, page and section",
        {GLOSSARY: [("see: [reso]", "see: [reso, hub, presence, liens, t-spal]")]},
    ),
    Case("GLO006", "in running text too", new_page(body="## Le SPAL { #spal }\n\nLe SPAL.")),
    Case("GLO006", "link to its entry", new_page(body="## Le SPAL { #spal }\n\nLe [SPAL][t-spal].")),
    Case("GLO006", "link to the page that bears its name", new_page(body="Le [RÉSO][reso].")),
    Case("GLO006", "in code", {FR: [("TEXTE", "SPAL")]}),
]
