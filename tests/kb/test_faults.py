"""Faults that an author can make, planted one at a time in a copy of the real content: each caught in its place."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest

from content import LAST, PROJECT, recorded_content
from kb.checks import check
from kb.model.edition import Edition, sealed, serialize
from kb.model.finding import Finding
from kb.model.rule import RULES
from kb.read.reader import read
from kb.text.numerals import in_words
from planting import Edit, Fault, end, first, link, planted, shortfall, swap, whole

FR, EN = "docs/fr/politique/contexte.md", "docs/en/policy/context.md"
HOME, HOME_EN = "docs/fr/index.md", "docs/en/index.md"
ABOUT, PILLAR = "docs/en/about.md", "docs/fr/piliers/proactivite.md"
RECORD, PROSE, PROSE_EN = "examples/reso/record.yml", "examples/reso/fr.md", "examples/reso/en.md"
GLOSSARY, REFERENCES, FIGURES = "docs/glossary.yml", "docs/references.yml", "docs/figures.yml"
UNITS, WORDS, SYNONYMS, LEDGER = "docs/units.yml", "docs/words.yml", "docs/synonyms.yml", "docs/ledger.jsonl"
QUESTIONS = "docs/questions.yml"
SITUATIONS, ACTING = "docs/situations.yml", "docs/fr/situations/agir-fermement.md"
EXAMPLES, INTERFACE = "docs/fr/exemples/index.md", "docs/interface.yml"
NAV, NAV_FR, NAV_EN = "mkdocs.yml", r"^ +- politique/vision\.md$", r"^ +- policy/vision\.md$"
BOXED = "docs/fr/piliers/rapprochement.md"
PARTNERS, PARTNERS_EN = "docs/fr/politique/annexe-2-partenaires.md", "docs/en/policy/appendix-2-partners.md"
HOME_SAYS = re.search("^description: (.*)", (PROJECT / HOME).read_text(encoding="utf-8"), re.M)[1]
SUMMARY = r"(?s)(?<=^summary:\n  )fr: .*?(?=^pillar:)"
RECORD_SAYS = re.search(SUMMARY, (PROJECT / RECORD).read_text(encoding="utf-8"), re.M)[0]
MODEL, MILESTONES = "models/hub/record.yml", "docs/milestones.yml"
FIRST, EDITION = "docs/editions/2026-11-23.json", f"docs/editions/{LAST}.json"
FIRST_SEAL = json.loads((PROJECT / FIRST).read_text(encoding="utf-8"))["seal"]
TODAY = datetime.date.fromisoformat(LAST)
EXAMPLES_COUNTED = in_words(len(list((PROJECT / "examples").iterdir())), "fr")

ENGLISH_BODY = (PROJECT / EN).read_text(encoding="utf-8").split("\n---\n", 1)[1].replace("\\", r"\\")
PAGE = "---\nid: nouvelle\ntitle: Nouvelle\ndescription: Une page.\neditorial: true\n---\nDu texte.\n"
TERM = """- id: t-nouveau
  kind: notion
  term: {fr: nouveau mot, en: new word}
  definition:
    fr: Ce que personne ne cite dans une page.
    en: What nobody quotes on a page.
  source: editorial"""
REFERENCE = """  - id: r-nouveau
    kind: report
    author: {fr: Statistique Canada, en: Statistics Canada}
    title: {fr: Un rapport, en: A report}
    language: [fr]
"""
NOTE = "  - id: note-99\n    number: 99\n    page: 10\n    unit: vision\n    references: [r-politique]"


def old_address(id_: str, to: str, fr: str = "/zz/") -> str:
    """A line of the ledger: what was `id_` now leads on."""
    return f'{{"id": "{id_}", "fr": "{fr}", "to": "{to}", "date": "2026-01-01"}}\n'


def sealed_with(date: str = LAST, **changes) -> Edit:
    """Change an edition as none of our commands would, and seal it."""

    def edit(text: str) -> tuple[str, int]:
        edition = Edition(**{**json.loads(text or "{}"), **changes})
        return serialize(sealed(date, edition)), 0

    return edit


FAULTS = [
    # files
    Fault("FIL001", "byte of another encoding", FR, swap("Québec", "Qu\udce9bec")),
    Fault("FIL002", "byte order mark", RECORD, first(r"\A", "\ufeff")),
    Fault("FIL003", "merge conflict left behind", FR, end(">>>>>>> branche")),
    Fault("FIL004", "emptied file", PROSE, whole(""), besides="REC005"),
    Fault("FIL005", "placeholder", EN, end("Lorem ipsum."), besides="SPL001"),
    Fault("FIL005", "placeholder in YAML", RECORD, first(r"\Z", "# TODO\n")),
    Fault("FIL006", "image without alternative text", FR, first(r"!\[[^\]]+\]\[fig-", "![][fig-")),
    Fault("FIL007", "missing record", RECORD, whole(None)),
    Fault("FIL009", "control character", FR, end("Un mot\x1b de trop.")),
    Fault("FIL010", "space that does not break in a name", "docs/assets/un\u00a0plan.svg", whole("<svg/>")),
    Fault("FIL011", "link out of the guide", "docs/assets/img/photo.jpg", link("/etc/hostname")),
    # characters
    Fault("TXT001", "zero width space", FR, swap("attentes", "atten\u200btes")),
    Fault("TXT001", "line separator in YAML", GLOSSARY, swap("téléphone", "télé\u2028phone")),
    Fault("TXT001", "direction mark in a record", RECORD, swap("Équipe RÉSO", "\u202eÉquipe RÉSO")),
    Fault("TXT002", "decomposed accent", FR, swap("été", "e\u0301te\u0301")),
    Fault("TXT005", "brackets without end", FR, end("Un mot " + "[" * 10_000)),
    Fault("TXT004", "markup in a summary", RECORD, swap("À Longueuil, une équipe", "À Longueuil, une <em>équipe</em>")),
    Fault("LNK008", "script in a definition", GLOSSARY, swap("téléphone", "téléphone <script>x</script>")),
    Fault("TXT003", "no-break space", FR, swap("10 316", "10\u00a0316")),
    Fault("FIL008", "note beside the prose", "examples/reso/notes.txt", whole("À lire.\n")),
    Fault("FIL008", "page in no language", "docs/nouvelle.md", whole(PAGE)),
    Fault("FIL020", "Word file among the assets", "docs/assets/files/notes-internes.docx", whole("Notes.")),
    Fault("FIL021", "image that no page shows", "docs/assets/img/ancienne-affiche.svg", whole("<svg/>")),
    Fault("FIL022", "home page of the host", "docs/host/index.html", whole("Bientôt.")),
    Fault("FIL023", "PDF cut short", "docs/assets/files/affiche.pdf", whole("%PDF-1.4\n"), besides="FIL021"),
    # navigation
    Fault("NAV001", "mistyped page", NAV, swap("- politique/vision.md", "- politique/visoin.md")),
    Fault("NAV001", "page under a title", NAV, swap("- policy/vision.md", "- Vision: policy/visions.md")),
    Fault(
        "NAV001",
        "page that is gone",
        NAV,
        first(NAV_FR, "                - politique/vision.md\n                - xyz.md"),
        at=(NAV, "- xyz"),
    ),
    Fault("NAV001", "pattern of nothing", NAV, swap("- exemples/*.md", "- exempels/*.md")),
    Fault("NAV002", "page that nothing lists", NAV, first(NAV_FR + r"\n", ""), at=(NAV, "^          nav:")),
    Fault(
        "NAV002",
        "new page",
        "docs/fr/questions.md",
        whole(PAGE),
        at=(NAV, "^          nav:"),
        besides="PAR001",
    ),
    Fault(
        "NAV002",
        "page twice",
        NAV,
        first(NAV_EN, r"\g<0>\n                - policy/vision.md"),
        at=(NAV, r"policy/vision\.md\n +- policy/principles"),
    ),
    Fault("NAV003", "another order", NAV, first(r"(- policy/context\.md)(\n +)(- policy/vision\.md)", r"\3\2\1")),
    Fault(
        "NAV003",
        "one heading deeper",
        NAV,
        swap("- policy/vision.md", "- Vision:\n                    - policy/vision.md"),
        at=(NAV, "    - policy/vision"),
    ),
    Fault(
        "NAV004",
        "another title of the guide",
        NAV,
        first('fr: "La police de', 'fr: "Une police de'),
        at=(HOME, "^title:"),
    ),
    Fault(
        "NAV004",
        "another title in the form of a citation",
        ABOUT,
        first(r"^> Proximity policing in Québec: the guide", "> The guide"),
    ),
    Fault("NAV004", "another title of the home page", HOME_EN, first('^title: "', 'title: "The ')),
    Fault("NAV005", "another name of the site", NAV, first('^site_name: "La police', 'site_name: "Une police')),
    Fault(
        "NAV005",
        "another name of the site in English",
        NAV,
        swap('site_name: "Proximity policing', 'site_name: "Community policing'),
    ),
    Fault(
        "FCT019",
        "note that the policy lacks",
        REFERENCES,
        end(NOTE.replace("99", "22").replace("    number", "    ⟦⟧number")),
        besides="SRC004",
    ),
    Fault("FIL020", "ending in capitals", "docs/assets/img/velo.JPG", whole("x")),
    Fault("IDS009", "space and accent in an asset's name", "docs/assets/img/Photo Vélo.svg", whole("x")),
    Fault("LNK007", "address without https and scheme", EN, end("See www.quebec.ca/police for more.")),
    Fault("FIL005", "to be completed", EN, end("To be completed.")),
    Fault("REC001", "no YAML", NAV, swap("- locale: fr", "- locale: [fr"), at=(NAV, "name: Français")),
    # links
    Fault("LNK013", "image heavy for a phone", "docs/assets/img/icon.svg", lambda text: (text + " " * 400_000, 0)),
    Fault("LNK001", "mistyped id", FR, first(r"\]\[t-([a-z-]+)\]", r"][t-\1x]")),
    Fault(
        "LNK001",
        "image that is no figure",
        FR,
        first(r"!\[([^\]]+)\]\[fig-[a-z]+\]", r"![\1][vision]"),
    ),
    Fault(
        "LNK002",
        "unknown heading of another page",
        HOME,
        swap("[a-propos#citer]", "[a-propos#citez]"),
        besides="PAR007",
    ),
    Fault("LNK002", "unknown heading of the page", FR, end("Voir [la suite](#absente).")),
    Fault("LNK003", "missing file", FR, end("Voir [la carte](assets/img/carte.svg).")),
    Fault("LNK004", "link by path", FR, end("Voir [la vision](vision.md).")),
    Fault("LNK005", "link without text", FR, first(r"(?<!!)\[[^\]]+\]\[t-", "[][t-"), besides="TYP004"),
    Fault("LNK005", "link without address", FR, end("Voir [la vision]().")),
    Fault("LNK006", "address without https", FR, end("Voir [le site](http://www.quebec.ca).")),
    Fault("LNK006", "listed address without https", REFERENCES, first(r"fr: legis-fr:\S+", "fr: http://exemple.org/")),
    Fault("LNK007", "unlisted address", FR, end("Voir [le site](https://www.exemple.org/page).")),
    Fault("LNK007", "bare address", FR, end("Voir https://www.exemple.org/page pour en savoir plus.")),
    Fault("LNK009", "e-mail address without a host", FR, end("Écrire [au ministère](mailto:ministere).")),
    Fault("LNK010", "text and id with a space between", FR, end("Voir [le cap] [vision].")),
    Fault("LNK010", "brackets inverted", FR, end("Voir (la vision)[vision].")),
    Fault("LNK008", "raw script", FR, end("<script>alerte()</script>"), besides="PAR010"),
    Fault("LNK008", "script address", FR, end("Voir [la suite](javascript:void).")),
    Fault("LNK008", "event attribute", FR, end('<p onclick="x">Texte</p>'), besides="PAR010"),
    # Markdown
    Fault("DIA001", "list that goes on at 3", "docs/fr/piliers/rapprochement.md", first(r"^1\. ", "3. ")),
    Fault("DIA001", "year at the start", FR, end("2021. Une année.")),
    Fault("DIA002", "heading without its space", PILLAR, first("^## ", "##")),
    Fault("DIA003", "word between angle brackets", FR, end("La police <municipale> agit.")),
    Fault("DIA003", "block that stays open", FR, first("^La présence", "<div>\n\nLa présence")),
    Fault("DIA003", "comment", FR, first("^La présence", "<!-- à revoir -->\n\nLa présence")),
    Fault("DIA004", "mistyped kind of box", BOXED, swap("!!! editorial", "!!! editorail")),
    Fault("DIA005", "text that leaves its box", BOXED, first(r"^(!!! editorial.*\n)    ", r"\1⟦⟧  ")),
    Fault("DIA005", "title without quotation marks", BOXED, first(r'^!!! editorial "(.*)"', r"!!! editorial \1")),
    Fault("DIA006", "table without its second line", FR, end("| Un | Deux |\n| trois | quatre |")),
    Fault("DIA006", "second line too short", FR, end("| Un | Deux |\n|---|\n| trois | quatre |")),
    Fault("DIA007", "indented paragraph", FR, first("^La présence", "    La présence")),
    Fault("DIA008", "definition list", FR, end("Le mot\n:   Sa définition.")),
    Fault("DIA008", "items with another sign", FR, first(r"^- (.*\n)- ", r"- \1⟦⟧* ")),
    Fault("DIA009", "line end beside an id", FR, end("Voir aussi [la vision][vision\n].")),
    # ids and marks
    Fault(
        "IDS001",
        "page id twice",
        "docs/fr/politique/vision.md",
        swap("id: vision", "id: mise-en-contexte"),
    ),
    Fault("IDS001", "heading id twice", FR, end("## Encore { #legitimite }\n\nDu texte.")),
    Fault("IDS001", "glossary id twice", GLOSSARY, swap("- id: t-adpq", "- id: t-apa"), besides="GLO001 LED002"),
    Fault(
        "IDS012",
        "mark passed over",
        UNITS,
        swap("{id: abreviations, page", "{id: abreviations, mark: E14, page"),
    ),
    Fault(
        "IDS002",
        "mark twice",
        UNITS,
        first(r"\Z", '- {id: suite, mark: E12, page: 31, kind: section, heading: "Suite"}\n'),
        besides="SRC003",
    ),
    Fault("IDS003", "heading id with a capital", FR, end("## Suite { #Suite }\n\nDu texte."), besides="PAR002"),
    Fault("IDS003", "new term id without its prefix", GLOSSARY, end(TERM.replace("t-nouveau", "nouveau"))),
    Fault("IDS003", "term id without its prefix", GLOSSARY, swap("- id: t-apa", "- id: apa"), besides="LED002"),
    Fault("IDS003", "mark in small letters", RECORD, swap("mark: E11", "mark: e11"), besides="LED004"),
    Fault("IDS004", "heading without id", PILLAR, first(r"^(### .*?) \{ #.*\}$", r"\1")),
    Fault("IDS005", "level left out", PILLAR, first("^### ", "#### "), besides="PAR002"),
    Fault("IDS006", "second title", FR, end("# Titre { #titre }\n\nDu texte."), besides="PAR002"),
    Fault(
        "IDS007",
        "address of an example",
        "docs/fr/exemples/equipe-reso.md",
        whole(PAGE),
        besides="NAV002 PAR001",
    ),
    Fault("IDS009", "capital in a file's name", "docs/fr/Nouvelle.md", whole(PAGE), besides="NAV002 PAR001"),
    Fault("IDS009", "slug that is a path", RECORD, first("^slug: {fr: [a-z-]+", "slug: {fr: ../../vision")),
    Fault("IDS010", "name that the site uses", "docs/fr/assets.md", whole(PAGE), besides="NAV002 PAR001"),
    Fault("IDS011", "endless slug", RECORD, first("^slug: {fr: [a-z-]+", f"slug: {{fr: {'long' * 60}")),
    Fault("IDS008", "figure twice", FR, end("![Encore][fig-sondage]"), besides="PAR010"),
    # glossary
    Fault("GLO001", "unknown abbreviation", FR, end("Le XQZT agit.")),
    Fault("GLO002", "unused entry", GLOSSARY, end(TERM)),
    Fault(
        "GLO003",
        "alias of another entry",
        GLOSSARY,
        swap("[directions de police autochtones]", "[style APA]"),
    ),
    Fault("GLO004", "definition that says nothing", GLOSSARY, first("fr: Association américaine.*", "fr: Voir APA.")),
    Fault("GLO005", "unknown see-also", GLOSSARY, swap("see: [t-csl, t-ris]", "see: [t-csl, t-rix]")),
    Fault(
        "GLO006",
        "abbreviation in a heading only",
        "docs/fr/politique/vision.md",
        end("## SPVM { #suite }\n\nDu texte."),
        besides="PAR002",
    ),
    # synonyms
    Fault("SYN001", "group that leads nowhere", SYNONYMS, end("- fr: [brontosaure, diplodocus]")),
    Fault("SYN002", "synonym in two groups", SYNONYMS, end("- fr: [fraude, supercherie]")),
    # questions
    Fault(
        "QST001",
        "questions of what is not there",
        QUESTIONS,
        swap("- id: legitimite", "- id: legitimate"),
        besides="QST002",
    ),
    Fault(
        "QST002",
        "section that nobody asks for",
        QUESTIONS,
        first(r"(?s)^- id: en-continuite\n.*?(?=^- id)", ""),
        at=(UNITS, "id: en-continuite"),
    ),
    Fault(
        "QST003",
        "question of another section",
        QUESTIONS,
        swap("Garde-t-on ce qui marchait déjà", "Les principes d'avant tiennent-ils toujours"),
    ),
    # records and every other YAML
    Fault("REC001", "key twice", RECORD, swap("mark: E11\n", "mark: E11\n⟦⟧mark: E11\n")),
    Fault("REC001", "unbalanced bracket", RECORD, swap("source: [reso]", "source: [reso]]")),
    Fault("REC001", "glossary that does not parse", GLOSSARY, swap("see: [t-csl, t-ris]", "see: [t-csl, t-ris]]")),
    Fault("REC001", "front matter that does not parse", FR, first("^title: .*", "title: Mise: en contexte")),
    Fault("REC001", "cut line of the ledger", LEDGER, first(r'^(.*"vision".*)\}$', r"\1")),
    Fault("REC002", "unknown key", RECORD, swap("initiative:", "initiatives:")),
    Fault(
        "REC002",
        "record with a clientele of its own",
        "examples/emrii/record.yml",
        first("^evidence: .*", "evidence: proven"),
    ),
    Fault("REC002", "value of no vocabulary", RECORD, swap("evidence: described", "evidence: proven")),
    Fault(
        "REC002",
        "missing language",
        RECORD,
        swap("nav_title: {fr: Équipe RÉSO, en: Équipe RÉSO}", "nav_title: {fr: Équipe RÉSO}"),
    ),
    Fault("REC009", "title of another page", "docs/en/glossary.md", first("^title: .*", "title: About this guide")),
    Fault("REC008", "page number in eights", REFERENCES, first(r"page: (\d)\n", r"page: 0\1\n")),
    Fault("REC008", "text cut by a number sign", RECORD, first("^idea: .*|fr: [A-Z].*$", "fr: L'équipe #1 du Québec")),
    Fault("REC002", "unknown key of a page", FR, first("^title: ", "titre: X\ntitle: ")),
    Fault("REC003", "unknown principle", RECORD, swap("  analyse-enjeux:", "  analyse-enjeu:")),
    Fault("REC003", "unknown model", RECORD, swap("  police-guidee-renseignement:", "  police-guidee:")),
    Fault("REC003", "organisation that is none", RECORD, swap("organisations: [t-spal]", "organisations: [t-apa]")),
    Fault("REC003", "unknown reference of a note", REFERENCES, swap("references: [r-lrsss]", "references: [r-lrss]")),
    Fault("REC003", "unknown note of a figure", FIGURES, swap("notes: [note-3]", "notes: [note-33]")),
    Fault("REC004", "milestone before the period", RECORD, swap("- date: 2021", "- date: 2019")),
    Fault("REC004", "period that ends first", RECORD, swap("{start: 2021}", "{start: 2021, end: 2019}")),
    Fault("REC005", "unknown section", PROSE, swap("{ #besoin }", "{ #besoins }")),
    Fault("REC005", "section gone", PROSE, first(r"(?s)^## Le fonct.*?(?=## )", ""), at=(PROSE, r".\n\n## Les r")),
    Fault("REC005", "another heading", PROSE, swap("## Le besoin {", "## Le contexte {")),
    Fault(
        "REC006",
        "silence in other words",
        PROSE,
        swap("Non documenté dans la politique.", "Ce n'est pas documenté."),
    ),
    Fault(
        "REC006",
        "empty section",
        PROSE,
        first(r"(?s)(^## Le besoin .*?\n\n).*?\n\n(?=## )", r"\1"),
        at=(PROSE, "^## .*besoin"),
    ),
    Fault(
        "REC007",
        "record of another folder",
        RECORD,
        swap("id: reso", "id: equipe-reso"),
    ),
    Fault("REC020", "evidence of another source", RECORD, swap("evidence: described", "evidence: editorial")),
    Fault("REC021", "no English name", MODEL, first("^english_name: .*\n", ""), at=(MODEL, "")),
    # parity
    Fault("PAR001", "mistyped id", "docs/fr/a-propos.md", swap("id: a-propos", "id: apropos")),
    Fault("PAR001", "mistyped id of a pillar", "docs/en/pillars/closer-ties.md", swap("id: rap", "id: ra")),
    Fault("PAR002", "mistyped heading id", PILLAR, swap("-vigilance }", "-vigilence }")),
    Fault("PAR002", "section without a twin", FR, end("## Suite { #suite }\n\nDu texte.")),
    Fault("PAR002", "another level", EN, first(r"(?s)\A(.*\n)## ", r"\1⟦⟧### ")),
    Fault("PAR003", "other figure in French", FR, swap("10 316", "10 361")),
    Fault("PAR003", "other figure in English", EN, swap("20.8%", "28.8%")),
    Fault("PAR003", "other figure in YAML", FIGURES, swap("10,316", "10,361")),
    Fault("PAR003", "other month", FR, swap("5 octobre", "5 novembre")),
    Fault(
        "PAR003",
        "other month in a heading",
        EN,
        first(r"^(## .*)October 2023", r"\1August 2023"),
    ),
    Fault(
        "PAR004",
        "text in the other language",
        FR,
        first(r"^.+(?=\s*\Z)", "The police and their partners are to work with the public."),
        besides="PAR007",
    ),
    Fault("PAR005", "no description", FR, first("^description: .*\n", ""), at=(FR, "^id:")),
    Fault("PAR005", "no front matter", FR, first(r"\A---\n", "")),
    Fault("PAR006", "other metadata", EN, first("^title: ", "sources: [vision]\ntitle: ")),
    Fault("PAR007", "link in one language", FR, end("Voir la [vision][vision].")),
    Fault("PAR018", "file in one language", FR, end("Voir l'⟦⟧[icône](assets/img/icon.svg).")),
    Fault("PAR007", "sentence in one language", FR, end("La police doit suivre la ⟦⟧[vision][vision] de 2019.")),
    Fault("PAR008", "count of nothing", HOME, swap("{{exemples}}", "{{exemple}}")),
    Fault("PAR009", "typed count", HOME, swap("{{exemples}} [", f"{EXAMPLES_COUNTED} [")),
    Fault(
        "PAR009", "typed count in a description", EXAMPLES, swap("Les {{exemples}} ex", f"Les ⟦⟧{EXAMPLES_COUNTED} ex")
    ),
    Fault("PAR010", "paragraph lost", EN, first(r"^.+\s*\Z", ""), at=(FR, r"^.+(?=\s*\Z)")),
    Fault("PAR010", "item lost", FR, first(r"^- .*\n", ""), at=(EN, "^- ")),
    Fault("PAR010", "item added", PILLAR, first(r"^(- .*\n)", r"- une chose;\n\1")),
    Fault(
        "PAR010",
        "row of a table lost",
        PARTNERS,
        first(r"^\| Paolo .*\n", ""),
        at=(PARTNERS_EN, r"^\| Paolo "),
        besides="SPL001",
    ),
    Fault(
        "PAR011",
        "items in another order",
        HOME,
        first(r"^- (.*\n)- (.*\n)", r"- \g<2>- \1"),
        at=(HOME_EN, r"^- "),
    ),
    Fault(
        "PAR011",
        "plain items in another order",
        "docs/en/pillars/closer-ties.md",
        swap("- families;\n- community organizations;", "- community organizations;\n- families;"),
    ),
    Fault(
        "PAR011",
        "labels exchanged in one language",
        FIGURES,
        first(r"(en: )(.Trust their .*)((?s:.*?)en: )(.Find it .*)", r"\1⟦⟧\4\3\2"),
    ),
    Fault("PAR012", "may for must", FR, first(r"\bdoivent\b", "peuvent")),
    Fault("PAR012", "must for may", EN, swap("that can contribute", "that must contribute"), at=(FR, "qui peuvent")),
    Fault(
        "PAR012",
        "negation lost",
        ABOUT,
        swap("it does not speak", "it speaks"),
        at=("docs/fr/a-propos.md", "parle pas"),
    ),
    Fault("PAR012", "negation added in YAML", GLOSSARY, swap("un renseignement peut", "un renseignement ne peut pas")),
    Fault(
        "PAR012",
        "conditional lost",
        "models/points-chauds/fr.md",
        swap("cela permettrait", "cela permet"),
        at=("models/points-chauds/en.md", r"\bwould\b"),
    ),
    Fault(
        "PAR012",
        "aim that is reached",
        PILLAR,
        swap("La sensibilisation vise à", "La sensibilisation réussit à"),
        at=("docs/en/pillars/proactivity.md", "raising aims to"),
    ),
    Fault(
        "PAR012",
        "question that is none",
        "examples/esup/fr.md",
        swap("à quelles conditions, selon la politique?", "à quelles conditions, selon la politique."),
    ),
    Fault("PAR013", "other number word", FR, swap("trois pôles", "quatre pôles")),
    Fault("PAR013", "other number word in YAML", MILESTONES, swap("trois groupes", "quatre groupes")),
    Fault(
        "PAR004",
        "short text left in English",
        FR,
        swap("## Une légitimité à maintenir {", "## The legitimacy of the police {"),
    ),
    Fault(
        "PAR004",
        "page pasted in the other language",
        FR,
        first(r"(?s)(\A---\n.*?\n---\n).*", r"\1" + ENGLISH_BODY),
        at=(FR, r"(?<=\n---\n)"),
    ),
    Fault(
        "PAR014",
        "French and English swapped",
        MILESTONES,
        first(r'fr: (".*")\n    en: (".*")', r"fr: \2\n    en: \1"),
        besides="SPL001",
    ),
    Fault(
        "PAR014",
        "other names swapped",
        GLOSSARY,
        swap(
            "    fr: [9-1-1, appel d'urgence, appels d'urgence, centre d'urgence]\n"
            "    en: [9-1-1 call, emergency call, emergency number]",
            "    fr: [⟦⟧9-1-1 call, emergency call, emergency number]\n"
            "    en: [9-1-1, appel d'urgence, appels d'urgence, centre d'urgence]",
        ),
    ),
    Fault("PAR014", "slugs swapped", RECORD, swap("fr: equipe-reso, en: reso-team", "fr: reso-team, en: equipe-reso")),
    Fault(
        "PAR015",
        "description of another page",
        "docs/fr/modeles/index.md",
        first("^description: .*", f"description: {HOME_SAYS}"),
        besides="PAR013",
    ),
    Fault("PAR015", "summary of another record", "examples/emrii/record.yml", first(SUMMARY, RECORD_SAYS)),
    Fault(
        "PAR016",
        "heading of another section",
        FR,
        swap("## Des défis organisationnels majeurs {", "## Un contexte en évolution {"),
    ),
    Fault(
        "PAR017",
        "number that announces another list",
        BOXED,
        swap("Deux exemples :", "Trois exemples :"),
        besides="PAR013",
    ),
    # sources
    # situations
    Fault("ELS001", "subject led to no section", "docs/elsewhere.yml", swap("#attentes-ailleurs", "#attentes-aileurs")),
    Fault("SIT001", "situation of no page", SITUATIONS, swap("id: agir-fermement", "id: agir-fermemant")),
    Fault("SIT002", "unknown section", SITUATIONS, swap("[repression-legitimite,", "[repression-legitimit,")),
    Fault("SIT002", "team that is a model", SITUATIONS, swap("teams: [emrii, reso]", "teams: [hub, reso]")),
    Fault("SIT002", "law that is none", SITUATIONS, swap("reference: r-loi-police,", "reference: r-politique,")),
    Fault("SIT003", "gestures of another principle", UNITS, swap("[communications-demande]", "[evaluation-demande]")),
    Fault("SIT004", "silence without its heading", ACTING, first("^## Ce que la .*\n", ""), at=(ACTING, r"\A")),
    Fault(
        "SIT005",
        "gestures under a heading below",
        BOXED,
        first("(?<={ #communications-demande })", "\n\n### Gestes { #communications-gestes }"),
        at=(UNITS, "communications-demande"),
        besides="PAR002",
    ),
    Fault("LED004", "mark of another situation", SITUATIONS, swap("mark: S6", "mark: S7"), at=(ACTING, "^id:")),
    Fault("SRC001", "page of no source", ABOUT, first("^editorial: true\n", ""), at=(ABOUT, "^id:")),
    Fault("SRC001", "section of no unit", PILLAR, end("## Suite { #suite }\n\nDu texte."), besides="PAR002"),
    Fault("SRC002", "unknown unit of a record", RECORD, swap("source: [reso]", "source: [resa]"), besides="SRC003"),
    Fault(
        "SRC002",
        "unknown unit of a term",
        GLOSSARY,
        swap("source: [abreviations, annexe-partenaires]", "source: [sigles]"),
    ),
    Fault("SRC002", "unknown unit of a milestone", MILESTONES, swap("unit: contexte-evolution", "unit: evolution")),
    Fault(
        "SRC003",
        "unit that no page covers",
        UNITS,
        first(r"\Z", '- {id: suite, page: 31, kind: section, heading: "Suite"}\n'),
    ),
    Fault(
        "SRC005",
        "addition that is not marked",
        REFERENCES,
        swap("kind: policy", "kind: report"),
        at=(REFERENCES, "id: r-politique"),
    ),
    Fault("SRC004", "uncited reference", REFERENCES, first("^notes:\n", REFERENCE + "notes:\n")),
    Fault("SRC004", "uncited note", REFERENCES, end(NOTE), besides="FCT019"),
    # the ledger and the editions
    Fault(
        "LED001",
        "address lost with its language",
        EN,
        whole(None),
        at=(LEDGER, '"id": "mise-en-contexte"'),
    ),
    Fault("LED001", "French text gone", "docs/fr/politique/vision.md", whole(None), at=(LEDGER, '"id": "vision"')),
    Fault(
        "LED002",
        "published term renamed",
        GLOSSARY,
        swap("- id: t-apa", "- id: t-style-apa"),
        at=(LEDGER, '"id": "t-apa"'),
    ),
    Fault(
        "LED003",
        "mark of what is gone",
        LEDGER,
        first(r"\Z", old_address("a", to="vision").replace('"fr"', '"mark": "E11", "fr"')),
        at=(RECORD, "^mark:"),
        besides="LED009",
    ),
    Fault("LED004", "mark that changes", RECORD, swap("mark: E11", "mark: E99")),
    Fault("LED004", "mark of another record", RECORD, swap("mark: E11", "mark: E12")),
    Fault("LED005", "old address that leads nowhere", LEDGER, first(r"\Z", old_address("a", to="absente"))),
    Fault(
        "LED006",
        "old addresses in a circle",
        LEDGER,
        first(r"\Z", old_address("a", to="b") + old_address("b", to="a", fr="/zzz/")),
    ),
    Fault("LED007", "address not recorded", LEDGER, first(r'^\{"id": "legitimite".*\n', ""), at=(FR, "#legitimite")),
    Fault(
        "LED008",
        "old address that is another page's",
        LEDGER,
        first(r"\Z", old_address("a", to="vision", fr="/politique/contexte/")),
        at=(FR, "^id:"),
        besides="LED009",
    ),
    Fault("LED009", "line twice", LEDGER, first(r"\A(.*\n)", r"\1⟦⟧\1")),
    Fault("LED010", "other address", LEDGER, swap('"fr": "/chronologie/"', '"fr": "/chrono/"'), at=(LEDGER, "")),
    Fault("LED011", "lines exchanged", LEDGER, first(r"\A(.*\n)(.*\n)", r"\2\1")),
    Fault("LED012", "move to come", LEDGER, first(r"\Z", old_address("a", to="vision").replace("2026", "2999"))),
    # editions
    Fault(
        "EDN001",
        "text not in an edition",
        FR,
        first(r'^title: "?(.*?)"?$', r'title: "\1 ici"'),
        at=(EDITION, ""),
        besides="EDN002",
    ),
    Fault(
        "EDN002",
        "one language alone",
        EN,
        first(r'^title: "?(.*?)"?$', r'title: "\1 here"'),
        at=(EN, ""),
        besides="EDN001",
    ),
    Fault(
        "EDN001",
        "milestone of the policy",
        MILESTONES,
        swap("La police de concertation est instaurée dans", "La police de concertation est créée dans"),
        at=(EDITION, ""),
        besides="EDN002",
    ),
    Fault(
        "EDN008",
        "line of the ledger that no edition holds",
        LEDGER,
        first(r"\Z", old_address("a", to="vision")),
        at=(EDITION, ""),
    ),
    Fault("EDN003", "old text corrected", FIRST, swap("À propos du guide", "À propos"), at=(FIRST, "")),
    Fault("EDN003", "copied edition", "docs/editions/2026-11-24.json", whole((PROJECT / FIRST).read_text("utf-8"))),
    Fault("EDN004", "edition lost", FIRST, whole(None)),
    Fault(
        "EDN005",
        "two branches",
        "docs/editions/2026-11-25.json",
        sealed_with("2026-11-25", follows={"2026-11-23": FIRST_SEAL}),
        at=(EDITION, ""),
    ),
    Fault("EDN006", "text of nothing", EDITION, sealed_with(texts={"inconnue": {"fr": ["Rien"]}})),
    Fault(
        "EDN007",
        "edition to come",
        "docs/editions/2999-01-01.json",
        sealed_with("2999-01-01"),
        besides="EDN004",
    ),
    # facts against themselves
    Fault(
        "FCT001",
        "date against its own text",
        MILESTONES,
        swap("- date: 2023\n  unit: analyse", "- date: 2013\n  unit: analyse"),
    ),
    Fault("FCT002", "date of a milestone", MILESTONES, swap("- date: 2000", "- date: 2010")),
    Fault("FCT002", "day of a milestone", MILESTONES, swap("- date: 2023-10-05", "- date: 2023-10-15")),
    Fault(
        "FCT002",
        "date of an example's milestone",
        "examples/emrii/record.yml",
        first('(?s)start: "2009"(.*?)date: "2009"', r'start: "2008"\1⟦⟧date: "2008"'),
    ),
    Fault(
        "FCT002", "period of an example", "examples/police-en-service/record.yml", first('end: "2023"', 'end: "2025"')
    ),
    Fault(
        "FCT003",
        "date that the record lacks",
        RECORD,
        first(r"start: 2021(?s:(.*?))date: 2021", r"start: 2019\1date: 2019"),
        at=(PROSE, "En 2021"),
    ),
    Fault("FCT004", "date to come", MILESTONES, swap("- date: 2000", "- date: 2999")),
    Fault("FCT004", "date of another age", MILESTONES, swap("- date: 2000", "- date: 000X")),
    Fault("FCT004", "reference to come", REFERENCES, first("year: 2024", "year: 2035")),
    Fault("FCT005", "value against the prose", FIGURES, swap("value: 70", "value: 71")),
    Fault(
        "FCT005",
        "qualifier against the prose",
        FIGURES,
        first(r"fr: plus de(\s+en:) more than", r"fr: moins de\1 less than"),
        at=(FIGURES, "value: 85"),
    ),
    Fault("FCT005", "sign", FIGURES, swap('unit: "%"', 'unit: "$"'), at=(FIGURES, "value: 85")),
    Fault(
        "FCT005",
        "caption against the prose",
        FIGURES,
        first(r"2024 par(?s:(.*?))10,316 people carried out in 2024", r"2014 par\1⟦⟧10,316 people carried out in 2014"),
        at=(FIGURES, "^    fr: .*2014"),
    ),
    Fault("FCT006", "alternative text", FR, swap("locale, 70 % la jugent", "locale, 71 % la jugent")),
    Fault(
        "FCT006",
        "values in another order",
        FR,
        swap(
            "20,8 % de la population et celles de 0 à 19 ans, 20,6 %",
            "20,6 % de la population et celles de 0 à 19 ans, 20,8 %",
        ),
    ),
    Fault(
        "FCT020",
        "milestones exchanged",
        MILESTONES,
        first(r'(fr: ".*\n    en: ".*)((?s:.*?)\n    )(fr: ".*\n    en: ".*)', r"\3\2\1"),
    ),
    Fault(
        "FCT021",
        "labels exchanged",
        FIGURES,
        first(r'(fr: "Font .*\n +en: .*)((?s:.*?))(fr: "La jugent .*\n +en: .*)', r"\3\2\1"),
    ),
    Fault(
        "FCT021",
        "alternative text that exchanges two values",
        FR,
        swap(
            "70 % la jugent assez présente et 65 % trouvent sa proximité satisfaisante.]",
            "70 % trouvent sa proximité satisfaisante et 65 % la jugent assez présente.]",
        ),
        at=(FR, r"^!.*fig-sondage"),
    ),
    Fault(
        "FCT022",
        "texts of steps exchanged",
        FIGURES,
        first(
            r'(?s)(      text:\n        )(fr: "On met[^\n]*\n[^\n]*)(.*?)(fr: "Une entente[^\n]*\n[^\n]*)',
            r"\1⟦⟧\4\3\2",
        ),
    ),
    Fault("FCT007", "number of another note", FR, swap("[3][note-3]", "[4][note-3]")),
    Fault("FCT008", "note of another unit", FIGURES, swap("notes: [note-2]", "notes: [note-5]")),
    Fault("FCT009", "number twice", REFERENCES, swap("number: 9", "number: 8")),
    Fault("FCT010", "page of a note", REFERENCES, swap("number: 9\n    page: 8", "number: 9\n    ⟦⟧page: 9")),
    Fault(
        "FCT010",
        "page of a unit",
        UNITS,
        swap("id: suivi, mark: C6, page: 9", "id: suivi, mark: C6, page: 90"),
        at=(UNITS, "id: operationnalisation"),
    ),
    Fault("FCT011", "page that the policy lacks", "docs/fr/a-propos.md", swap(", p. 13", ", p. 99"), besides="PAR003"),
    Fault("FCT012", "mark that does not exist", HOME, swap("[E11][reso]", "[E99][reso]"), besides="PAR003"),
    Fault("FCT012", "mark in small letters", FR, end("Voir la présence (p1.99)."), besides="PAR003"),
    Fault(
        "FCT013",
        "mark of another section",
        HOME,
        swap("[P1.3][representativite]", "[P1.4][representativite]"),
        besides="PAR003",
    ),
    Fault("FCT013", "mark of another unit", MODEL, swap("principe P2.4", "principe P2.2"), besides="PAR003"),
    Fault("FCT014", "term twice", RECORD, swap("t-911, t-vulnerabilite]", "t-911, t-911]"), besides="FCT017"),
    Fault("FCT015", "unit of another record", RECORD, swap("source: [reso]", "source: [hub]"), besides="SRC003"),
    Fault("FCT016", "another pillar", RECORD, swap("pillar: proactivite", "pillar: rapprochement")),
    Fault(
        "FCT017",
        "term that nothing tells of",
        RECORD,
        swap("t-911, t-vulnerabilite]", "t-911, t-vulnerabilite, t-hub]"),
    ),
    Fault(
        "FCT018",
        "address of another language",
        REFERENCES,
        first(r"(language: )\[fr, en\](\n    url:\n      fr: .*\n      en: )", r"\1[fr]\2"),
        at=(REFERENCES, "^      en: statcan"),
    ),
    # spelling
    Fault("SPL001", "slip in French", FR, swap("attentes", "atentes")),
    Fault("SPL001", "name that comes again", FR, end("Le projet Zorvalin agit avec la police, et Zorvalin évalue.")),
    Fault("SPL001", "slip in English", EN, swap("burdensome", "burdensom")),
    Fault("SPL001", "slip in a definition", GLOSSARY, swap("téléphone", "téléfone")),
    Fault("SPL002", "word out of order", WORDS, swap("Aubé, Bélanger", "Bélanger, Aubé")),
    Fault("SPL002", "word of no text", WORDS, swap("[innu, ", "[innu, kwyjibo, ")),
    # slips of the pen
    Fault("PEN001", "word twice", FR, swap("Le ministère a repéré", "Le ministère a a repéré")),
    Fault(
        "PEN001",
        "words twice, in a definition",
        GLOSSARY,
        swap("Association américaine de", "Association américaine de de"),
    ),
    Fault(
        "PEN001", "phrase twice", FR, first(r"^(La présence et la proximité )", r"\1⟦⟧et de la ville et de la ville ")
    ),
    Fault(
        "PEN002",
        "two full stops",
        FR,
        swap("C'est la première raison de revoir la politique.", "C'est la première raison de revoir la politique.."),
    ),
    Fault(
        "PEN003",
        "space before a parenthesis closes",
        EN,
        swap("(0.14% of those aged 15 and over)", "(0.14% of those aged 15 and over )"),
    ),
    Fault("PEN004", "no elision", FR, swap("L'article confie", "Le article confie")),
    Fault("PEN005", "a for an", EN, end("The police have a obligation.")),
    Fault("PEN006", "capital that is missing", FR, end("La police agit. elle évalue.")),
    Fault("PEN007", "fence that stays open", FR, end("```\nDu code.")),
    Fault(
        "PEN008",
        "parenthesis that stays open",
        FR,
        swap("celle des 0 à 19 ans (20,6 %)", "celle des 0 à 19 ans (20,6 %"),
    ),
    Fault("PEN009", "quotation mark that stays open", EN, end("The word “closeness matters.")),
    Fault("PEN010", "bold that stays open", ABOUT, first(r"\*\*(.*?)\*\*", r"**\1")),
    Fault(
        "PEN011",
        "paragraph without its full stop",
        FR,
        swap(
            "une [responsabilité partagée][t-responsabilite-partagee].",
            "une [responsabilité partagée][t-responsabilite-partagee]",
        ),
    ),
    Fault(
        "PEN011",
        "item without its sign",
        FR,
        swap(
            "sur la satisfaction de la population envers les services policiers.",
            "sur la satisfaction de la population envers les services policiers",
        ),
    ),
    Fault(
        "PEN011",
        "definition without its full stop",
        GLOSSARY,
        first(r"^(    fr: Association américaine.*)\.$", r"\1"),
    ),
    Fault("PEN011", "full stop lost", FR, end("La police agit Elle évalue.")),
    Fault("PEN012", "item twice", FR, end("Deux rôles :\n\n- la police agit;\n- ⟦⟧la police agit."), besides="PAR010"),
    Fault("PEN012", "paragraph twice", FR, first(r"^(La présence et la proximité recueillent .*\n)", r"\1\n⟦⟧\1")),
    Fault("PEN012", "row of a table twice", PARTNERS, first(r"^(\| Paolo .*\n)", r"\1⟦⟧\1")),
    Fault("PEN011", "full stop after a heading", FR, first(r"^(## .*?) \{", r"\1. {")),
    Fault("PEN011", "list lost after its colon", FR, end("Elle agit :")),
    # typography
    Fault("TYP001", "straight quotation marks", FR, end('Le mot "proximité" revient.')),
    Fault("TYP001", "English quotation marks", FR, end("Le mot “proximité” revient.")),
    Fault("TYP002", "guillemet that stays open", FR, end("Le mot « proximité revient.")),
    Fault("TYP003", "hyphen for a dash", EN, end("The police - and their partners - act.")),
    Fault("TYP004", "two spaces", FR, end("La police  agit.")),
    Fault("TYP004", "space before a comma", FR, end("La police agit , puis elle évalue.")),
    Fault("TYP004", "French space in English", EN, end("The police act !")),
    Fault("TYP004", "no space after a full stop", FR, end("La police agit.Elle évalue.")),
    Fault("TYP004", "no space after a parenthesis", FR, swap("(20,8 %) ", "(20,8 %)")),
    Fault("TYP004", "no space before a parenthesis", FR, swap(" (20,8 %", "(20,8 %")),
    Fault("TYP005", "ordinal", PROSE, swap("En 2021,", "Au 21ème siècle, en 2021,"), besides="PAR003"),
    Fault("TYP006", "capital without accent", FR, end("A Québec, la police agit.")),
    Fault("TYP007", "decimal point in French", FR, swap("20,8 %", "20.8 %")),
    Fault("TYP007", "decimal comma in English", EN, swap("20.8%", "20,8%"), besides="PAR003"),
    Fault("TYP008", "guillemets in English", EN, end("The word « closeness » matters.")),
    # the words of the interface
    Fault("INT001", "placeholder left out", INTERFACE, swap("Edition of {date}", "Edition of the day")),
    Fault("INT001", "placeholder translated", INTERFACE, swap("Édition du {date}", "Édition du {jour}")),
    Fault(
        "INT002", "place of no example", INTERFACE, swap("places:\n", "places:\n⟦⟧  verdun: {fr: Laval, en: Laval}\n")
    ),
    Fault("REC002", "label without English", INTERFACE, swap("{fr: Accueil, en: Home}", "{fr: Accueil}")),
    Fault("REC002", "label under another name", INTERFACE, first("^home:", "hom:")),
    Fault("REC002", "value without English", INTERFACE, swap("{fr: Formation, en: Training}", "{fr: Formation}")),
    Fault("SPL001", "misspelled heading", INTERFACE, swap("Mise en garde de la", "Mize en gardde de la")),
    Fault("SPL001", "misspelled value", INTERFACE, swap("Équipe mixte d'intervention", "Équipe mixxte d'intervention")),
    Fault("SPL001", "misspelled link", INTERFACE, swap("Aller au contenu", "Alller au contenu")),
    Fault("PAR012", "negation lost", INTERFACE, swap("Ce guide n'est pas un site", "Ce guide est un site")),
    Fault("TYP001", "straight quotation marks", INTERFACE, swap("« {query} »", '\\"{query}\\"')),
    # consistency
    Fault("CON001", "form to avoid", PROSE, swap("répondent au [911]", "répondent au [9-1-1]"), besides="PAR003"),
    Fault("CON002", "capital of a term", PROSE, swap("[police de concertation]", "[police de Concertation]")),
    Fault(
        "CON003",
        "name that is not official",
        PROSE,
        swap("Service de police de l'agglomération", "Service de la police de l'agglomération"),
    ),
    Fault(
        "CON004",
        "English name of a body",
        EN,
        end("The Quebec Association of First Nation and Inuit Police Directors takes part."),
        besides="SPL001",
    ),
]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, all of it recorded, with its navigations."""
    root = recorded_content(tmp_path_factory.mktemp("content"))
    shutil.copy(PROJECT / NAV, root)
    return root


@pytest.fixture(scope="module")
def before(content: Path) -> list[Finding]:
    """The findings of the untouched content: none, unless content is being written."""
    return check(read(content), today=TODAY)


def test_untouched_content_is_silent(before: list[Finding]):
    assert before == [], "\n".join(map(str, before))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_fault_is_caught(fault: Fault, content: Path, before: list[Finding], record_property):
    record_property("planted", "faults")
    with planted(content, fault) as expected:
        found = set(check(read(content), today=TODAY)) - set(before)
    assert not (wrong := shortfall(fault, expected, found)), wrong


def test_every_code_of_the_sources_is_planted():
    assert {fault.code for fault in FAULTS} == {code for code in RULES if not code.startswith(("HTM", "DIF", "ADR"))}
