"""What the shell needs in the HTML of a page's text: marks that are links, and table cells that know their column."""

from __future__ import annotations

import re

_MARK = re.compile(r'(<h[2-6] id="([^"]+)">)<strong class="mark">([^<]+)</strong>')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td(?=[ >])")
_TAG = re.compile(r"<[^>]+>")


def furnished(html: str) -> str:
    """`html` with each heading's mark as the link to its section, and each cell named, for cards on a small screen."""
    return _TABLE.sub(_named, _MARK.sub(r'\1<a class="mark" href="#\2">\3</a>', html))


def _named(table: re.Match) -> str:
    heads = [_TAG.sub("", head).replace('"', "&quot;") for head in _HEAD.findall(table[0])]

    def row(match: re.Match) -> str:
        names = iter(heads)
        return _CELL.sub(lambda _: f'<td data-label="{next(names, "")}"', match[0])

    return _ROW.sub(row, table[0].replace("<th>", '<th scope="col">'))
