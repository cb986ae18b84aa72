"""robots.txt to plain data: what it keeps search engines from, and the sitemaps it names."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from urllib.robotparser import RobotFileParser

from verify.parts import LineText

NAME = "robots.txt"
_SITEMAP = re.compile(r"\s*sitemap\s*:\s*([^\s#]+)", re.IGNORECASE)
_AGENTS = ("*", "Googlebot", "Bingbot")


@dataclass(frozen=True)
class Robots:
    """The lines of the file; none hide nothing."""

    lines: tuple[str, ...] = ()

    @cached_property
    def _parser(self) -> RobotFileParser:
        parser = RobotFileParser()
        with suppress(ValueError):  # of a line that holds no address: a search engine does not go by it either
            parser.parse(self.lines)
        return parser

    @property
    def sitemaps(self) -> tuple[LineText, ...]:
        """The addresses of the sitemaps that it names."""
        found = ((number, _SITEMAP.match(line)) for number, line in enumerate(self.lines, 1))
        return tuple(LineText(number, match[1]) for number, match in found if match)

    def hides(self, address: str) -> bool:
        """Whether a search engine may not read the page at an address."""
        return not all(self._parser.can_fetch(agent, address) for agent in _AGENTS)

    def line_hiding(self, address: str) -> int:
        """The line from which on it hides an address."""
        ends = range(1, len(self.lines) + 1)
        return next((end for end in ends if Robots(self.lines[:end]).hides(address)), 1)


def read_robots(data: bytes) -> Robots:
    return Robots(tuple(data.decode("utf-8-sig", "replace").splitlines()))
