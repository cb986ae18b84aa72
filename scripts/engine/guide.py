"""The guide as mkdocs.yml describes it: what citations name."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from engine.staging import CheckFailed
from kb.cite.citation import Guide
from kb.model.finding import Finding
from kb.model.rule import Said
from kb.read.schemafault import REC002, in_both


def guide_from(site_url: str | None, extra: dict) -> Guide:
    """The guide as mkdocs.yml describes it, under `extra`.

    Raises:
        CheckFailed: something is missing there, or wrong.
    """
    try:
        return Guide.model_validate({**extra.get("guide", {}), "site": site_url or "/"})
    except ValidationError as error:
        raise CheckFailed([_wrong(fault) for fault in error.errors()]) from None


def _wrong(fault: Any) -> Finding:
    key, what = ".".join(map(str, fault["loc"])), in_both(fault)
    message = Said(f"extra: guide: {key}: {what}", f"extra: guide: {key} : {what.fr}")
    return Finding("mkdocs.yml", 1, 1, REC002, message, Said("correct it", "corrigez-la"))
