"""What a block of Markdown stands in and where, told token by token: `box note/ul2` is in the second item of a list."""

from __future__ import annotations

from markdown_it.token import Token

LISTS = {"bullet_list": "ul", "ordered_list": "ol"}


class Place:
    """The place that is reached; `str` gives it as a piece has it."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._lists: list[tuple[str, int]] = []  # those that are open, and the number of the item before
        self._row = self._cell = 0

    def enter(self, token: Token) -> None:
        kind = token.type.removesuffix("_open")
        if kind in LISTS:
            self._lists.append((LISTS[kind], int(token.attrs.get("start", 1)) - 1))
        elif kind == "list_item":
            name, number = self._lists[-1]
            self._lists[-1] = name, number + 1
            self._names.append(f"{name}{number + 1}")
        elif kind == "blockquote":
            self._names.append("quote")
        elif kind == "admonition":
            names = str(token.attrGet("class")).split()
            self._names.append(" ".join(["box", *(name for name in names if name != "admonition")]))
        elif kind == "table":
            self._row = 0
        elif kind == "tr":
            self._row, self._cell = self._row + 1, 0
        elif kind in ("th", "td"):
            self._cell += 1
            self._names.append(f"row{self._row}.{self._cell}")

    def leave(self, token: Token) -> None:
        kind = token.type.removesuffix("_close")
        if kind in LISTS:
            self._lists.pop()
        elif kind in ("list_item", "blockquote", "admonition", "th", "td"):
            self._names.pop()

    def __str__(self) -> str:
        return "/".join(self._names)
