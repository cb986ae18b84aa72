"""One source at a time: bytes → text → YAML → validated model; every fault becomes a finding."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from kb import yamlsource
from kb.corpus import Corpus, Item
from kb.finding import Finding, did_you_mean

BOM = "\ufeff"
ID = re.compile(r"^[ {-]*id: *[\"']?([\w-]+)", re.M)


def set_aside(corpus: Corpus, path: str, text: str) -> None:
    """Note the ids of a source that cannot be read, so that whatever names them is not reported as well."""
    corpus.unread.add(path)
    corpus.broken.update(ID.findall(text))


def read_text(corpus: Corpus, path: str, required: bool = True) -> str | None:
    """The text of one source, without a byte order mark and with Unix line ends; None after a fault."""
    if path in corpus.files:
        return _plain(corpus.files[path])
    try:
        data = (corpus.root / path).read_bytes()
    except FileNotFoundError:
        if required:
            corpus.faults.append(Finding(path, 1, 1, "FIL007", "this file is missing", "add it"))
        return None
    except OSError as error:
        corpus.faults.append(
            Finding(path, 1, 1, "FIL007", f"cannot be read: {error.strerror}", "make it a file that can be read")
        )
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        corpus.faults.append(Finding(path, line, column, "FIL001", "not valid UTF-8 here", "save the file as UTF-8"))
        set_aside(corpus, path, data.decode("utf-8", "replace"))
        return None
    corpus.files[path] = text
    return _plain(text)


def _plain(text: str) -> str:
    return text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(corpus: Corpus, path: str, text: str, first_line: int = 1) -> yamlsource.Located | None:
    try:
        return yamlsource.load(text, first_line)
    except yamlsource.YamlFault as fault:
        corpus.faults.append(Finding(path, fault.line, fault.column, "REC001", fault.message, "mend the YAML here"))
        set_aside(corpus, path, text)
        return None


def validate(corpus: Corpus, model: type[BaseModel], item: Item[Any]) -> Item[Any] | None:
    """`item` with its plain data replaced by the validated model; None, and findings, where it does not fit."""
    try:
        return Item(model.model_validate(item.value), item.path, item.located, item.base)
    except ValidationError as error:
        for fault in error.errors():
            at = tuple(
                part for part in fault["loc"] if part != "literal['undocumented']" and not str(part).startswith("list[")
            )
            corpus.faults.append(item.finding(_code(fault), *_explain(fault, model), at=at))
        return None


def _code(fault: Any) -> str:
    return "PAR005" if fault["type"] == "missing" and fault["loc"] in (("title",), ("description",)) else "REC002"


def _explain(fault: Any, model: type[BaseModel]) -> tuple[str, str]:
    """A pydantic error as a message and a hint."""
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"unknown key {key}", did_you_mean(
            str(fault["loc"][-1]), model.model_fields, "remove it or correct its name"
        )
    if fault["type"] == "missing":
        return f"the key {key} is missing", "add it"
    message = fault["msg"].removeprefix("Value error, ")
    return f"{key}: {message}" if key else message, "correct the value"
