"""What mkdocs.yml says of the content: the navigation of each language, with the place of each entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from kb.formats.yamlfile import compose

PATH = "mkdocs.yml"


@dataclass(frozen=True)
class NavigationLine:
    """A page, or a pattern such as `exemples/*.md`, below `depth` headings of the navigation; `group` is their line."""

    path: str
    depth: int
    line: int
    column: int
    group: int = 0


@dataclass(frozen=True)
class SiteName:
    """The name of the site in a language."""

    language: str
    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Navigation:
    """The entries of one language in their order; `line` is that of its `nav` key."""

    line: int
    entries: list[NavigationLine] = field(default_factory=list)

    def beside(self, path: str) -> list[str]:
        """The other pages of the group in which the page at `path` stands."""
        groups = {entry.group for entry in self.entries if entry.path == path}
        return [entry.path for entry in self.entries if entry.group in groups and entry.path != path]


def navigations(text: str) -> dict[str, Navigation]:
    """The navigation of each language of the plugin i18n; none where mkdocs.yml is built otherwise.

    The nodes are read and not their values, as MkDocs has tags of its own (`!ENV`).

    Raises:
        YamlFault: the text is no YAML.
    """
    found: dict[str, Navigation] = {}
    for language in _languages(compose(text)):
        locale, nav = _scalar(_child(language, "locale")), _child(language, "nav")
        if locale and nav:
            found[locale] = Navigation(nav.start_mark.line, list(_entries(nav, 0)))
    return found


def titles(text: str) -> dict[str, str]:
    """The title of the guide in each language, by which it is cited; none where mkdocs.yml has none.

    Raises:
        YamlFault: the text is no YAML.
    """
    title = _child(_child(_child(compose(text), "extra"), "guide"), "title")
    pairs = title.value if isinstance(title, yaml.MappingNode) else []
    return {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}


def site_names(text: str) -> list[SiteName]:
    """The `site_name` of the site, which is that of its first language, and of each language of the plugin i18n.

    Raises:
        YamlFault: the text is no YAML.
    """
    root = compose(text)
    languages = [(_scalar(_child(language, "locale")), _child(language, "site_name")) for language in _languages(root)]
    named = [(languages[0][0], _child(root, "site_name")), *languages] if languages else []
    return [
        SiteName(locale, node.value, node.start_mark.line + 1, node.start_mark.column + 1)
        for locale, node in named
        if isinstance(node, yaml.ScalarNode)
    ]


def _languages(root: yaml.Node | None) -> list[yaml.Node]:
    """The languages of the plugin i18n."""
    plugins = _items(_child(root, "plugins"))
    return _items(_child(next((child for entry in plugins if (child := _child(entry, "i18n"))), None), "languages"))


def _scalar(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _entries(nav: yaml.Node, depth: int, group: int = 0) -> Iterator[NavigationLine]:
    for node in _items(nav):
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if isinstance(value, yaml.ScalarNode):
                    yield _leaf(value, depth, group)
                else:
                    yield from _entries(value, depth + 1, name.start_mark.line + 1)
        elif isinstance(node, yaml.ScalarNode):
            yield _leaf(node, depth, group)


def _leaf(node: yaml.ScalarNode, depth: int, group: int) -> NavigationLine:
    return NavigationLine(node.value, depth, node.start_mark.line + 1, node.start_mark.column + 1, group)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)
