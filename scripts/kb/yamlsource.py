"""YAML that remembers where each value stands, so that a schema error can name its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]
Position = tuple[int, int]


class YamlFault(Exception):
    """YAML that does not parse: `line` and `column` from 1, and a one-line `message`."""

    def __init__(self, line: int, column: int, message: str):
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


@dataclass
class Located:
    """Plain data and the (line, column) of every key and item by its path."""

    data: Any
    positions: dict[Path, Position] = field(default_factory=dict)

    def at(self, path: Path) -> Position:
        """The position of the longest known prefix of `path`; (1, 1) for an empty document."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))


def load(text: str, first_line: int = 1) -> Located:
    """Parse one YAML document whose first line is line `first_line` of its file.

    Raises:
        YamlFault: the text does not parse, or a mapping has a key twice.
    """
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Located(None)
        positions = dict(_walk(node, (), first_line))
        return Located(loader.construct_document(node), positions)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlFault(mark.line + first_line, mark.column + 1, error.problem or str(error)) from None
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise YamlFault(first_line, 1, " ".join(str(error).split())) from None
    except RecursionError:
        raise YamlFault(first_line, 1, "nested too deeply") from None
    finally:
        loader.dispose()


def _walk(node: yaml.Node, path: Path, first_line: int) -> Iterator[tuple[Path, Position]]:
    """Every path of the tree with its position; a mapping's entry stands where its key does."""
    if not path:
        yield path, _position(node, first_line)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                line, column = _position(key, first_line)
                raise YamlFault(line, column, f"the key {name} stands twice")
            seen.add(name)
            yield (*path, name), _position(key, first_line)
            yield from _walk(value, (*path, name), first_line)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*path, index), _position(item, first_line)
            yield from _walk(item, (*path, index), first_line)


def _position(node: yaml.Node, first_line: int) -> Position:
    return node.start_mark.line + first_line, node.start_mark.column + 1
