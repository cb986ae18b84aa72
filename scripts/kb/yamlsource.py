"""YAML that remembers where each value stands, so that a schema error can name its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

Path = tuple[str | int, ...]
Position = tuple[int, int]
DEEPEST = 50  # levels of nesting; libyaml's C code recurses without a limit of its own


class YamlFault(Exception):
    """YAML that does not parse: `line` and `column` from 1, and a one-line `message`."""

    def __init__(self, line: int, column: int, message: str):
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


@dataclass
class Located:
    """Plain data, the (line, column) of every key and item by its path, and that of every text's first letter."""

    data: Any
    positions: dict[Path, Position] = field(default_factory=dict)
    texts: dict[Path, Position] = field(default_factory=dict)

    def at(self, path: Path) -> Position:
        """The position of the longest known prefix of `path`; (1, 1) for an empty document."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))

    def text_at(self, path: Path) -> Position:
        """Where the text at `path` starts, so that an offset in it leads to its place; its key for a block text."""
        return self.texts.get(path) or self.at(path)


@lru_cache(1024)  # `serve` reads what has not changed only once
def load(text: str, first_line: int = 1) -> Located:
    """Parse one YAML document whose first line is line `first_line` of its file; nobody changes what it returns.

    Raises:
        YamlFault: the text does not parse, or a mapping has a key twice.
    """
    try:
        _check_depth(text, first_line)
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        if node is None:
            return Located(None)
        located = Located(None)
        _walk(located, node, (), first_line, set())
        located.data = loader.construct_document(node)
        return located
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlFault(mark.line + first_line, mark.column + 1, error.problem or str(error)) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        raise YamlFault(line, column, f"the character U+{error.character:04X} is not allowed here") from None
    except (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        # A value that does not fit its tag, such as `!!int ""`, fails inside PyYAML in any of these ways.
        raise YamlFault(first_line, 1, f"a value cannot be read: {' '.join(str(error).split())}") from None


def _check_depth(text: str, first_line: int) -> None:
    if sum(map(text.count, "[{-:?")) <= DEEPEST:  # each level takes one of them
        return
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                mark = event.start_mark
                raise YamlFault(mark.line + first_line, mark.column + 1, "nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _walk(located: Located, node: yaml.Node, path: Path, first_line: int, walked: set[int]) -> None:
    """Note every path of the tree with its position; a mapping's entry stands where its key does.

    What an alias repeats is walked once: aliases of aliases would make the paths endless.
    """
    located.positions.setdefault(path, _position(node, first_line))
    if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
        line, column = _position(node, first_line)
        located.texts[path] = line, column + (node.style in ("'", '"'))
    if id(node) in walked:
        return
    walked.add(id(node))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            line, column = _position(key, first_line)
            if name in seen:
                raise YamlFault(line, column, f"the key {name} stands twice")
            seen.add(name)
            located.positions[*path, name] = line, column
            _walk(located, value, (*path, name), first_line, walked)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _walk(located, item, (*path, index), first_line, walked)


def _position(node: yaml.Node, first_line: int) -> Position:
    return node.start_mark.line + first_line, node.start_mark.column + 1
