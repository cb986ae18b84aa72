"""Copies of the real content: to break, to make larger, or to build while another process builds."""

from __future__ import annotations

import shutil
from pathlib import Path

from kb.model import ledger
from kb.model.edition import FOLDER, Edition, following, serialize
from kb.published.published import published
from kb.read.reader import read
from kb.render.passages import passages

PROJECT = Path(__file__).resolve().parent.parent.parent
LAST = max(path.stem for path in (PROJECT / FOLDER).glob("*.json"))  # the date of the last edition


def copy_content(root: Path) -> Path:
    """Copy the project's sources below `root`, which is returned."""
    for name in ("docs", "examples", "models"):
        shutil.copytree(PROJECT / name, root / name, dirs_exist_ok=True)
    return root


def recorded_content(root: Path) -> Path:
    """The same, with all of it in the ledger and in the last edition, whatever waits to be recorded in the project."""
    path = f"{FOLDER}/{LAST}.json"
    corpus = read(copy_content(root), {path: serialize(Edition())})
    held = ledger.record(corpus.ledger, published(corpus).values())
    before = {date: edition for date, edition in corpus.editions.items() if date != LAST}
    edition = following(before, LAST, passages(corpus), held.held)
    (root / path).write_text(serialize(edition), encoding="utf-8")
    (root / ledger.PATH).write_text(ledger.serialize(held.entries), encoding="utf-8")
    return root
