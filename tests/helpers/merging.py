"""Two sections of the small base made one, as an editor does it."""

from __future__ import annotations

import re
from pathlib import Path

from support import edit

PAGE_FR, PAGE_EN = "docs/fr/piliers/rapprochement.md", "docs/en/pillars/closer-ties.md"
HUB = "models/hub/record.yml"
SOURCES = (PAGE_FR, PAGE_EN, "docs/figures.yml", HUB)  # where the second section stands, or is named


def merge(root: Path) -> None:
    """Make one section of two, and leave a link to the second, `ecoute`, in each language."""
    for path, link in ((PAGE_FR, "Voyez l'[écoute][ecoute]."), (PAGE_EN, "See [listening][ecoute].")):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(re.sub(r"## .*{ #ecoute }", link, text), encoding="utf-8")


def name_the_first(root: Path) -> None:
    """Name `presence` wherever the second section is named, and say on its page that it retells both."""
    edit(root, "docs/figures.yml", "id: ecoute", "id: hub")
    edit(root, HUB, "  ecoute: {", "  presence: {")
    for path in (PAGE_FR, PAGE_EN):
        text = (root / path).read_text(encoding="utf-8").replace("[ecoute]", "[presence]")
        (root / path).write_text(text.replace("---\n", "---\nsources: [ecoute]\n", 1), encoding="utf-8")
