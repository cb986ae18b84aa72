"""`.published`: what a publication says of itself in the folder that it fills, and by which the next one knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

NAME = ".published"
PACKED = (".gz", ".br")
_FORMER = "build.py publish replaces this whole folder: what is added or edited here is lost.\n"


class Receipt(BaseModel):
    """What was published. `files` leaves out the packed ones; `kept` are the version before's, which go at the next.

    `addresses` are those of the ledger, which every later version keeps.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    made_by: Literal["build.py publish"] = "build.py publish"
    guide: str
    address: str
    commit: str | None
    edition: str | None
    addresses: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    files: tuple[str, ...] | None = None  # None: not known, in a folder published before they were written down


def read_receipt(folder: Path) -> Receipt | None:
    """The receipt of a folder; None where there is none that publish wrote."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
        if text == _FORMER:
            return Receipt(guide="", address="", commit=None, edition=None)
        return Receipt.model_validate_json(text)
    except (OSError, ValidationError, ValueError):
        return None


def write_receipt(folder: Path, receipt: Receipt) -> None:
    """Write `receipt` into `folder`, with the files that are in it now."""
    receipt = receipt.model_copy(update={"files": tuple(plain_files(folder))})
    (folder / NAME).write_text(receipt.model_dump_json(indent=1) + "\n", encoding="utf-8")


def plain_files(folder: Path) -> list[str]:
    """The sorted paths of the files below `folder`, but the receipt and those that only pack another one."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    packed = {name + suffix for name in names for suffix in PACKED}
    return sorted(names - packed - {NAME})
