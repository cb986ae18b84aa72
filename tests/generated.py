"""A generated bilingual base of any size, valid under every check: the real vocabulary, and pages made of its terms."""

from __future__ import annotations

import shutil
from pathlib import Path

from content import copy_content

PER_FOLDER = 20  # pages in one folder, so in one section of the navigation
SECTIONS = 6

PAGE = """---
id: gen-{n}
title: "{title} {n}"
description: "{description} {n}."
editorial: true
---

{sections}
"""
WORDS = {
    "fr": {
        "title": "Fiche",
        "description": "Pour mesurer, fiche",
        "heading": "Partie",
        "text": "Au point {k} de la fiche {n}, la [concertation][t-concertation] et le [partenariat][t-partenariat] "
        "réunissent des personnes et des organisations autour d'un objectif commun : le SPVM, par exemple, agit avec "
        "ses partenaires. "
        "La fiche suivante, [la fiche {next}][gen-{next}], reprend ce point {k} pour {n} des milieux décrits en 2024.",
    },
    "en": {
        "title": "Sheet",
        "description": "To measure, sheet",
        "heading": "Part",
        "text": "At point {k} of sheet {n}, [working in concert][t-concertation] and [partnership][t-partenariat] "
        "bring people and organizations together around a common goal: the SPVM, for instance, acts with its "
        "partners. "
        "The next sheet, [sheet {next}][gen-{next}], takes point {k} up for {n} of the settings described in 2024.",
    },
}
FOLDER = {"fr": "fiches", "en": "sheets"}


def generate(root: Path, pages: int) -> None:
    """Make below `root` a copy of the real base with `pages` more pages in each language."""
    copy_content(root)
    (root / "docs" / "ledger.jsonl").unlink(missing_ok=True)
    shutil.rmtree(root / "docs" / "editions", ignore_errors=True)
    for n in range(1, pages + 1):
        for language, words in WORDS.items():
            following = n % pages + 1
            sections = "\n\n".join(
                f"## {words['heading']} {k} {{ #gen-{n}-{k} }}\n\n" + words["text"].format(n=n, k=k, next=following)
                for k in range(1, SECTIONS + 1)
            )
            folder = root / "docs" / language / f"{FOLDER[language]}-{(n - 1) // PER_FOLDER + 1:03}"
            folder.mkdir(parents=True, exist_ok=True)
            text = PAGE.format(n=n, title=words["title"], description=words["description"], sections=sections)
            (folder / f"{n:05}.md").write_text(text, encoding="utf-8")


def edit(root: Path, number: int) -> None:
    """Add a sentence to the first generated page, in both languages."""
    sentences = {"fr": "Cette phrase est la {}e ajoutée.", "en": "This sentence is number {} of those added."}
    for language, folder in FOLDER.items():
        path = root / "docs" / language / f"{folder}-001" / "00001.md"
        text = path.read_text(encoding="utf-8").rstrip("\n")
        path.write_text(f"{text} {sentences[language].format(number + 2)}\n", encoding="utf-8")
