"""FIL: bytes, leftovers, images, and what stands where."""

from pathlib import Path

from support import BASE, FR, Case, new_page, say

PAGE = "docs/fr/chronologie.md"
LIST = "docs/milestones.yml"
PDF = "%PDF-1.4\n%%EOF\n"
PLAIN = "Du texte.\n"
TEXT = (BASE / FR).read_bytes()
CODE = "TEXTE : « brut » 10 %"  # stands in a fence
CODE_LINE = TEXT[: TEXT.index(CODE.encode())].count(b"\n") + 1
BOM = b"\xef\xbb\xbf"

FAILING = [
    Case("FIL001", "Latin-1", {PAGE: "---\nid: été\n".encode("latin-1")}, (f"{PAGE}:2:5 FIL001",)),
    Case("FIL001", "the column counts characters", {PAGE: "éé".encode() + b"\xff"}, (f"{PAGE}:1:3 FIL001",)),
    Case("FIL001", "cut inside a character", {PAGE: "é".encode()[:1]}, (f"{PAGE}:1:1 FIL001",)),
    Case("FIL001", "UTF-16", {PAGE: "id: x".encode("utf-16")}, (f"{PAGE}:1:1 FIL001",)),
    Case("FIL002", "page", {FR: BOM + TEXT}, (f"{FR}:1:1 FIL002",)),
    Case("FIL002", "list", {LIST: BOM + (BASE / LIST).read_bytes()}, (f"{LIST}:1:1 FIL002",)),
    Case(
        "FIL003",
        "both sides",
        {FR: [(CODE, "⟦FIL003⟧<<<<<<< HEAD\nun\n⟦FIL003⟧=======\ndeux\n⟦FIL003⟧>>>>>>> autre")]},
    ),
    Case("FIL003", "common ancestor", {FR: [(CODE, "⟦FIL003⟧<<<<<<<\n⟦FIL003⟧||||||| base")]}),
    Case(
        "FIL003",
        "that Markdown takes for a title",
        say("\n\n⟦FIL003⟧<<<<<<< HEAD\nun\n⟦FIL003⟧=======\ndeux\n⟦FIL003⟧>>>>>>> autre", "Text."),
    ),
    Case("FIL003", "in a record", {"examples/reso/record.yml": [("mark: E1\n", "⟦FIL003⟧<<<<<<< HEAD\nmark: E1\n")]}),
    Case("FIL003", "in the glossary", {"docs/glossary.yml": [("- id: t-spal", "⟦FIL003⟧>>>>>>> b\n- id: t-spal")]}),
    Case(
        "FIL003",
        "Windows line ends",
        {FR: TEXT.replace(CODE.encode(), b"=======").replace(b"\n", b"\r\n")},
        (f"{FR}:{CODE_LINE}:1 FIL003",),
    ),
    Case("FIL004", "nothing", {PAGE: ""}, (f"{PAGE}:1:1 FIL004",)),
    Case("FIL004", "white space", {PAGE: " \n\t\n"}, (f"{PAGE}:1:1 FIL004",)),
    Case(
        "FIL004",
        "byte order mark alone",
        {PAGE: BOM},
        (
            f"{PAGE}:1:1 FIL002",
            f"{PAGE}:1:1 FIL004",
        ),
    ),
    Case("FIL004", "no text below the front matter", new_page(body="⟦FIL004⟧")),
    Case("FIL005", "capitals", {FR: [(CODE, "⟦FIL005⟧TODO ⟦FIL005⟧FIXME\n⟦FIL005⟧TBD\n⟦FIL005⟧XXX")]}),
    Case("FIL005", "lorem ipsum", say("⟦FIL005⟧Lorem ipsum, ⟦FIL005⟧lorem ipsum.")),
    Case("FIL005", "to be completed", say("⟦FIL005⟧(à compléter)", "⟦FIL005⟧(to be completed)")),
    Case("FIL005", "comment of a list", {"docs/units.yml": [("# Units", "# ⟦FIL005⟧TODO units")]}),
    Case(
        "FIL006",
        "figure",
        {
            "docs/fr/index.md": [("![La vision au-dessus d'un pilier]", "⟦FIL006⟧![]")],
            "docs/en/index.md": [("![The vision above one pillar]", "⟦FIL006⟧![ ]")],
        },
    ),
    Case("FIL006", "file", say("Un plan. ⟦FIL006⟧![](assets/plan.svg)")),
    Case("FIL007", "missing list", {LIST: None}, (f"{LIST}:1:1 FIL007",)),
    Case("FIL007", "folder in its place", {LIST: None, f"{LIST}/x": ""}, (f"{LIST}:1:1 FIL007",)),
    Case("FIL007", "page that is a folder", {"docs/fr/x.md/.keep": ""}, ("docs/fr/x.md:1:1 FIL007",)),
    Case(
        "FIL007",
        "lists without their pages",
        {
            "docs/fr/glossaire.md": [("generated: glossary\n", "")],
            "docs/en/glossary.md": [("generated: glossary\n", "")],
            "docs/fr/references.md": [("generated: references\n", "")],
            "docs/en/references.md": [("generated: references\n", "")],
        },
        ("docs/glossary.yml:1:1 FIL007", "docs/references.yml:1:1 FIL007"),
    ),
    Case("FIL007", "record without facts", {"examples/new/.keep": ""}, ("examples/new/record.yml:1:1 FIL007",)),
    Case("FIL007", "folder in the place of the ledger", {"docs/ledger.jsonl/x": ""}, ("docs/ledger.jsonl:1:1 FIL007",)),
    Case("FIL009", "in the text", say("Un ⟦FIL009⟧\0mot⟦FIL009⟧\x1b.")),
    Case("FIL009", "that Windows made", say("Un ⟦FIL009⟧\x85mot.")),
    Case("FIL010", "Latin-1", {"docs/fr/caf\udce9.md": PLAIN}, ("docs/fr/caf\\xe9.md:1:1 FIL010",)),
    Case("FIL010", "line end", {"docs/fr/a\nb.md": PLAIN}, ("docs/fr/a\\nb.md:1:1 FIL010",)),
    Case(
        "FIL010",
        "no-break space",
        {"docs/assets/un\u00a0plan.svg": "<svg/>"},
        ("docs/assets/un\u00a0plan.svg:1:1 FIL010",),
    ),
    Case("FIL010", "folder of a record", {"examples/re\u200bso/record.yml": "x"}, ("examples/re\\u200bso:1:1 FIL010",)),
    Case(
        "FIL011", "to a file outside", {"docs/assets/s.svg": Path("/etc/hostname")}, ("docs/assets/s.svg:1:1 FIL011",)
    ),
    Case("FIL011", "to a folder outside", {"models/etc": Path("/etc")}, ("models/etc:1:1 FIL011",)),
    Case("FIL011", "to nothing", {"docs/fr/absent.md": Path("absent")}, ("docs/fr/absent.md:1:1 FIL011",)),
    Case("FIL011", "to itself", {LIST: Path("milestones.yml")}, (f"{LIST}:1:1 FIL011",)),
    Case("FIL011", "to the folder that holds it", {"docs/fr/boucle": Path(".")}, ("docs/fr/boucle:1:1 FIL011",)),
    Case("FIL008", "loose file", {"examples/notes.md": "Notes."}, ("examples/notes.md:1:1 FIL008",)),
    Case("FIL008", "third language", {"examples/reso/es.md": "Texto."}, ("examples/reso/es.md:1:1 FIL008",)),
    Case("FIL008", "folder of a record", {"models/hub/images/x.svg": "x"}, ("models/hub/images:1:1 FIL008",)),
    Case("FIL008", "unknown list", {"docs/terms.yml": "- id: x"}, ("docs/terms.yml:1:1 FIL008",)),
    *(
        Case("FIL008", f"file of the host in docs: {name}", {f"docs/{name}": "x"}, (f"docs/{place}:1:1 FIL008",))
        for name, place in (
            ("robots.txt", "robots.txt"),
            ("CNAME", "CNAME"),
            (".well-known/security.txt", ".well-known"),
            (".nojekyll", ".nojekyll"),
            ("affiche.pdf", "affiche.pdf"),
        )
    ),
    *(
        Case("FIL020", f"asset that is none: {name}", {f"docs/assets/{name}": "x"}, (f"docs/assets/{name}:1:1 FIL020",))
        for name in (
            "README.md",
            "index.markdown",
            "files/notes-internes.docx",
            "css/main.css.bak",
            "img/Thumbs2.db",
            "x.xhtml",
            "page.html",
            "img/PLAN.SVG",
            "sans-suffixe",
        )
    ),
    Case(
        "FIL021",
        "image that no page shows",
        {"docs/assets/img/seul.svg": "x"},
        ("docs/assets/img/seul.svg:1:1 FIL021",),
    ),
    Case(
        "FIL021",
        "name that only holds a used one",
        {"docs/assets/le-plan.svg": "x"},
        ("docs/assets/le-plan.svg:1:1 FIL021",),
    ),
    *(
        Case(
            "FIL023",
            f"file that is no whole {name[-3:]}",
            {f"docs/assets/{name}": data, **say(f"Voir [le fichier](assets/{name}).")},
            (f"docs/assets/{name}:1:1 FIL023",),
        )
        for name, data in (
            ("affiche.pdf", PDF[:-8]),
            ("velo.jpg", b"\x89PNG\r\n\x1a\n...IEND\xaeB`\x82"),
            ("velo.png", ""),
            ("velo.webp", b"RIFF\x04\0\0\0WEBP+"),
        )
    ),
    *(
        Case("FIL022", f"file of the host: {name}", {f"docs/host/{name}": "x"}, (f"docs/host/{name}:1:1 FIL022",))
        for name in (
            "index.html",
            "404.html",
            "sitemap.xml",
            ".published",
            "assets",
            "en",
            "r",
            "politique",
            "robots.txt.gz",
            "autre/robots.txt",
            ".autre/x",
        )
    ),
    Case("FIL008", "unknown folder", {"docs/es/index.md": "Hola."}, ("docs/es:1:1 FIL008",)),
    Case(
        "FIL008", "not Markdown", {"docs/fr/politique/page.txt": "Texte."}, ("docs/fr/politique/page.txt:1:1 FIL008",)
    ),
]

CLEAN = [
    Case("FIL023", "whole PDF", {"docs/assets/a.pdf": PDF, **say("Voir [le fichier](assets/a.pdf).")}),
    Case("FIL009", "tab and line ends", say("Un\tmot\r\nici.")),
    Case("FIL001", "every plane of Unicode", {FR: [(CODE, "é œ € 😀 \u0301")]}),
    Case("FIL002", "page without one", {FR: TEXT}),
    Case("FIL010", "accents and spaces", {"docs/.Été 2021, à côté.svg": "<svg/>"}),
    Case("FIL005", "what one completes", say("Le plan est à compléter.", "The plan is to be completed.")),
    Case("FIL011", "hidden link", {"docs/.source": Path("/etc/hostname")}),
    Case("FIL003", "look-alikes", {FR: [(CODE, "<<<<<< six\n======\n========\n <<<<<<< pas au bord\n<<<<<<<x")]}),
    Case(
        "FIL004",
        "a generated page needs no text",
        {
            PAGE: [("Voici les dates.\n", "")],
            "docs/en/timeline.md": [("Here are the dates.\n", "")],
        },
    ),
    Case("FIL005", "words that hold it", {FR: [(CODE, "TODOS MÉTODO todo xxx XXXL ipsum")]}),
    Case("FIL006", "a text in any form", say("![Un plan net](assets/plan.svg) et ![un](assets/plan.svg)")),
    Case("FIL007", "synonyms are optional", {"docs/synonyms.yml": "- {fr: [police, agent], en: [police, officer]}\n"}),
    Case(
        "FIL008", "hidden files and assets", {"docs/fr/.keep": "", "docs/assets/css/new.css": "p{}", "examples/.x": ""}
    ),
    Case("FIL020", "litter of a system", {"docs/assets/.DS_Store": "x", "docs/assets/Thumbs.db": "x"}),
    Case(
        "FIL021",
        "linked by a page",
        {"docs/assets/img/un-plan.svg": "x", **say("Le [plan](assets/img/un%2Dplan.svg).")},
    ),
    Case(
        "FIL021",
        "named by a list",
        {"docs/assets/a.pdf": PDF, "docs/units.yml": [("# Units", "# assets/a.pdf: Units")]},
    ),
    Case(
        "FIL022",
        "files of a host",
        {f"docs/host/{name}": "x" for name in ("robots.txt", "CNAME", ".well-known/a/security.txt", "google1.html")},
    ),
    Case("FIL022", "litter of a system", {"docs/host/.DS_Store": "x", "docs/host/Thumbs.db": "x"}),
]
