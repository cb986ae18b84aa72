"""Scripts to plain data, by their grammar."""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from kb.model.rule import Said
from verify.facts import File, Ref, Text, Use

_JAVASCRIPT = Language(tree_sitter_javascript.language())
_IMPORTS = Query(
    _JAVASCRIPT,
    """(import_statement source: (string (string_fragment) @address))
    (export_statement source: (string (string_fragment) @address))
    (call_expression function: (import) arguments: (arguments . (string (string_fragment) @address)))""",
)


def read_script(data: bytes) -> File:
    """What a script imports, at once or later, and the first place where it does not parse."""
    root = Parser(_JAVASCRIPT).parse(data).root_node
    return File(tuple(_imports(root)), fault=_fault(root) if root.has_error else None)


def _fault(node: Node) -> Text:
    """The innermost of the first nodes that hold an error."""
    while worse := next((child for child in node.children if child.has_error or child.is_missing), None):
        node = worse
    first, last = node.start_point.row + 1, node.end_point.row + 1
    if node.is_missing:
        return Text(first, Said(f"“{node.type}” is missing", f"il manque « {node.type} »"))
    if last == first:
        return Text(first, Said("it does not parse", "la syntaxe est fautive"))
    english = f"it does not parse from here to line {last}"
    return Text(first, Said(english, f"la syntaxe est fautive d'ici à la ligne {last}"))


def _imports(root: Node) -> Iterator[Ref]:
    for node in QueryCursor(_IMPORTS).captures(root).get("address", ()):
        line, column = node.start_point.row + 1, node.start_point.column + 1
        yield Ref(line, column, Use.LOAD, "import", (node.text or b"").decode("utf-8", "replace"))
