"""YAML 1.2 that remembers where each value stands, so that a schema error can name its line.

The values are those of the YAML 1.2 core schema. A value that YAML 1.1, which older tools and habits follow, takes for
something else is kept as it is written, and noted as a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from kb.formats.yamldoubts import cut_short, doubts
from kb.formats.yamlwords import MEND, Told, in_plain_words

Path = tuple[str | int, ...]
Position = tuple[int, int]
DEEPEST = 50  # levels of nesting; libyaml's C code recurses without a limit of its own

TEXT = "tag:yaml.org,2002:str"
PLAIN_TAGS = (TEXT, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
NOTHING = ("", "~", "null", "Null", "NULL")
TRUTH = {word: word.lower() == "true" for word in "true True TRUE false False FALSE".split()}
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?")
TOO_DEEP = ("nested too deeply", "une imbrication trop profonde")
NO_KEY = (
    ("a key is a word, not a list or more keys", "une clé est un mot, et non une liste ou d'autres clés"),
    ("write “key: value”", "écrivez « clé: valeur »"),
)
COPIED = (
    ("<< copies keys from elsewhere", "<< copie des clés d'ailleurs"),
    ("write the keys out here", "écrivez les clés ici"),
)


class YamlFault(Exception):
    """YAML that does not parse: `line` and `column` from 1, a one-line `message` and how to mend it, told twice."""

    def __init__(self, line: int, column: int, message: Told, hint: Told = MEND):
        super().__init__(message[0])
        self.line, self.column, self.message, self.hint = line, column, message, hint


@dataclass
class Located:
    """Plain data, the (line, column) of every key and item by its path, and that of every text's first letter.

    `doubts` are a message and a hint for each value that may be read as something else.
    """

    data: Any
    positions: dict[Path, Position] = field(default_factory=dict)
    texts: dict[Path, Position] = field(default_factory=dict)
    doubts: dict[Path, tuple[Told, Told]] = field(default_factory=dict)

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
        YamlFault: the text does not parse, a mapping has a key twice, a key is no word, or a value has a tag.
    """
    node = compose(text, first_line)
    located = Located(None)
    if node is not None:
        located.data = _Tree(located, text.split("\n"), first_line).value(node, ())
    return located


def compose(text: str, first_line: int = 1) -> yaml.Node | None:
    """The nodes of one YAML document, with tags of any kind; None where there is none.

    Raises:
        YamlFault: the text does not parse.
    """
    try:
        _check_depth(text, first_line)
        return yaml.CBaseLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        row, column, message, hint = in_plain_words(error, text.split("\n"))
        raise YamlFault(row + first_line, column + 1, message, hint) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        raise YamlFault(line, column, *_forbidden(error.character)) from None


def _forbidden(character: int) -> tuple[Told, Told]:
    code = f"U+{character:04X}"
    message = f"the character {code} is not allowed here", f"le caractère {code} n'est pas permis ici"
    return message, ("remove it", "retirez-le")


def _check_depth(text: str, first_line: int) -> None:
    if sum(map(text.count, "[{-:?")) <= DEEPEST:  # each level takes one of them
        return
    depth = 0
    for event in yaml.parse(text, yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST and (mark := event.start_mark):
                raise YamlFault(mark.line + first_line, mark.column + 1, TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Tree:
    """A document's nodes made into plain data; what an alias repeats is made once, and shared."""

    def __init__(self, located: Located, lines: list[str], first_line: int):
        self.located, self.lines, self.first_line = located, lines, first_line
        self.made: dict[int, Any] = {}

    def value(self, node: yaml.Node, path: Path) -> Any:
        self.located.positions.setdefault(path, self._position(node))
        if id(node) in self.made:
            return self.made[id(node)]
        if node.tag not in PLAIN_TAGS:
            raise YamlFault(*self._position(node), *_tagged(node.tag.replace("tag:yaml.org,2002:", "!!")))
        if isinstance(node, yaml.ScalarNode):
            self.made[id(node)] = self._scalar(node, path)
        elif isinstance(node, yaml.SequenceNode):
            self.made[id(node)] = items = []
            items += [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            entries: dict[str, Any] = {}
            self.made[id(node)] = entries
            self._fill(entries, node, path)
        return self.made[id(node)]

    def _fill(self, entries: dict[str, Any], node: yaml.MappingNode, path: Path) -> None:
        for key, value in node.value:
            line, column = self._position(key)
            if not isinstance(key, yaml.ScalarNode):
                raise YamlFault(line, column, *NO_KEY)
            name = key.value
            if name in entries:
                raise YamlFault(line, column, *_twice(name))
            if name == "<<" and key.style is None:
                raise YamlFault(line, column, *COPIED)
            self.located.positions[*path, name] = line, column
            entries[name] = self.value(value, (*path, name))

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        text, (line, column) = node.value, self._position(node)
        if node.style not in ("|", ">"):
            self.located.texts[path] = line, column + (node.style in ("'", '"'))
        if node.style:  # between quotes, or a block: a text whatever it holds
            return text
        if text in NOTHING:
            return None
        if text in TRUTH:
            return TRUTH[text]
        if INTEGER.fullmatch(text):
            return int(text) if len(text) < 20 else text
        if DECIMAL.fullmatch(text):
            return float(text)
        for said in doubts(text):
            self._doubt(path, node, *said)
        self._look_behind(node, path)
        return text

    def _look_behind(self, node: yaml.ScalarNode, path: Path) -> None:
        """A comment right after a text is most often a part of the text that begins with #."""
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        cut = re.match(r"\s+#\s*(\S+)", rest)
        if cut and (" " in node.value or re.match(r"\s+#\S", rest)):
            self._doubt(path, node, *cut_short(cut[1]))

    def _doubt(self, path: Path, node: yaml.Node, message: Told, hint: Told) -> None:
        self.located.texts.setdefault(path, self._position(node))
        self.located.doubts.setdefault(path, (message, hint))

    def _position(self, node: yaml.Node) -> Position:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1


def _tagged(tag: str) -> tuple[Told, Told]:
    message = f"{tag} makes another thing of this value", f"{tag} fait autre chose de cette valeur"
    hint = "remove it, or put the text between quotes", "retirez-le, ou mettez le texte entre guillemets droits"
    return message, hint


def _twice(name: str) -> tuple[Told, Told]:
    message = f"the key {name} stands twice", f"la clé {name} se trouve deux fois"
    return message, ("keep one of the two", "gardez l'une des deux")
