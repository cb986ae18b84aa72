"""Scripts to plain data, by their grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from kb.model.rule import Said
from verify.facts import File
from verify.parts import LineText, Ref, Use

_JAVASCRIPT = Language(tree_sitter_javascript.language())
# What a browser refuses though the grammar, which is also that of JSX, takes it: a page, and data.
_REFUSED = Query(_JAVASCRIPT, "[(jsx_element) (jsx_self_closing_element)] @tag")
_FILE = re.compile(rb"[\w.-]+(?:\$\{\w+\}[\w.-]*)?\.(?:css|js|json|svg)\b")
_FILLED = re.compile(r"\$\{\w+\}")
_IMPORTS = Query(
    _JAVASCRIPT,
    """(import_statement source: (string (string_fragment) @address))
    (export_statement source: (string (string_fragment) @address))
    (call_expression function: (import) arguments: (arguments . (string (string_fragment) @address)))""",
)


def read_script(data: bytes) -> File:
    """What a script imports, at once or later, the files that it names, and the first place where it does not parse."""
    root = Parser(_JAVASCRIPT).parse(data).root_node
    fault = _fault(root) if root.has_error else _foreign(root)
    only = LineText(1, Said("it holds comments alone", "il n'y a que des commentaires"))
    hollow = only if root.children and all(node.type == "comment" for node in root.children) else None
    names = frozenset(_FILLED.sub("*", name.decode()) for name in _FILE.findall(data))  # `*` where a script fills in
    return File(tuple(_imports(root)), fault=fault, hollow=hollow, names=names)


def _foreign(root: Node) -> LineText | None:
    """The first place where the file is a page or data, and no script."""
    tags = QueryCursor(_REFUSED).captures(root).get("tag", [])
    data = (node for node in root.children if node.type == "expression_statement" and node.children[0].type == "object")
    lines = [node.start_point.row + 1 for node in (*tags, *data)]
    return LineText(min(lines), Said("it is no script", "ce n'est pas un script")) if lines else None


def _fault(node: Node) -> LineText:
    """The innermost of the first nodes that hold an error."""
    while worse := next((child for child in node.children if child.has_error or child.is_missing), None):
        node = worse
    first, last = node.start_point.row + 1, node.end_point.row + 1
    if node.is_missing:
        return LineText(first, Said(f"“{node.type}” is missing", f"il manque « {node.type} »"))
    if last == first:
        return LineText(first, Said("it does not parse", "la syntaxe est fautive"))
    english = f"it does not parse from here to line {last}"
    return LineText(first, Said(english, f"la syntaxe est fautive d'ici à la ligne {last}"))


def _imports(root: Node) -> Iterator[Ref]:
    for node in QueryCursor(_IMPORTS).captures(root).get("address", ()):
        line, column = node.start_point.row + 1, node.start_point.column + 1
        yield Ref(line, column, Use.LOAD, "import", (node.text or b"").decode("utf-8", "replace"))
