"""Citations as reference managers take them (CSL-JSON, RIS), and as phones do (QR code)."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import segno

from kb.cite.citation import Citation
from kb.model.corpus import Corpus
from kb.model.schema.bibliography import Reference
from kb.model.sitepath import file_name
from kb.text.labels import label
from kb.text.typography import typeset

LOCALES = {"fr": "fr-CA", "en": "en-CA"}
RIS_TYPES = {"webpage": "ELEC", "report": "RPRT"}
QR_BORDER = 4  # modules of quiet zone, as the standard asks


def whole(group: str) -> str:
    """The name of a group where programs read a person's, family name first: none is taken for its given name.

    EndNote's manual asks for the comma; Zotero drops it, and stores what precedes it as one name.
    """
    return f"{group},"


def csl(corpus: Corpus, cited: Citation) -> dict[str, Any]:
    """A citation as an item of CSL-JSON; the guide's title is left out where it is the author's name."""
    item = {
        "id": f"guide-{file_name(cited.mark or cited.id)}",
        "type": "webpage",
        "title": cited.title,
        "container-title": cited.guide if cited.guide != cited.author else None,
        "author": [{"literal": cited.author}],
        "issued": {"date-parts": [[cited.date.year, cited.date.month, cited.date.day]]} if cited.date else None,
        "URL": cited.address,
        "language": LOCALES[cited.language],
        "note": _note(corpus, cited),
    }
    return {key: value for key, value in item.items() if value}


def _note(corpus: Corpus, cited: Citation) -> str:
    """Where the policy says it, or that it does not."""
    return label(corpus, "cite-note", cited.language, passage=cited.passage) if cited.passage else cited.outside


def csl_policy(policy: Reference, language: str) -> dict[str, Any]:
    """The policy itself, in its own language."""
    item = {
        "id": "politique",
        "type": "report",
        "title": typeset(policy.title[language], "fr"),
        "author": [{"literal": typeset(policy.author[language], "fr")}],
        "issued": {"date-parts": [[policy.year]]} if policy.year else None,
        "URL": policy.address(language),
        "language": LOCALES["fr"],
    }
    return {key: value for key, value in item.items() if value}


def csl_json(item: dict[str, Any]) -> str:
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def ris(item: dict[str, Any]) -> str:
    """A CSL item in the RIS format, whose lines end in CR LF."""
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    tags = [
        ("TY", RIS_TYPES[item["type"]]),
        *(("AU", whole(author["literal"])) for author in item["author"]),
        ("TI", item["title"]),
        ("T2", item.get("container-title")),
        ("PY", str(date[0]) if date else None),
        ("DA", "/".join(f"{part:02}" for part in date) + "/" if len(date) == 3 else None),
        ("UR", item.get("URL")),
        ("LA", item["language"]),
        ("N1", item.get("note")),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split(chr(10)))}\r\n" for tag, value in tags if value is not None)


@cache
def qr(address: str) -> tuple[str, int]:
    """An address as a QR code: SVG, dark on light in every scheme so that it can be scanned, and its width."""
    code = segno.make_qr(address, error="m", mask=2)  # readers know every mask, and trying all eight takes long
    out = io.BytesIO()
    code.save(out, kind="svg", xmldecl=False, svgclass=None, lineclass=None, light="#fff", border=QR_BORDER)
    return out.getvalue().decode(), int(code.symbol_size(border=QR_BORDER)[0])
