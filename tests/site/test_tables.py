"""Tables without their lines (WCAG 1.3.1): of each page, as it is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html


@pytest.fixture(scope="module")
def tables(site: Path) -> list[tuple[str, html.HtmlElement]]:
    """Each table of the site, with the file it stands in."""
    return list(_tables(site))


def _tables(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        yield from ((path.relative_to(site).as_posix(), table) for table in html.parse(path).getroot().iter("table"))


def test_each_table_has_a_name_of_its_own_in_its_page(tables):
    names = [(path, table.xpath("string(caption)").strip()) for path, table in tables]
    assert len(names) > 30 and all(name for _, name in names)
    assert len(set(names)) == len(names)


def test_each_row_and_column_has_a_header(tables):
    for path, table in tables:
        rows = [[(cell.tag, cell.get("scope")) for cell in row.iterchildren()] for row in table.iter("tr")]
        assert len(rows) > 1, path
        assert set(rows[0]) == {("th", "col")}, path
        for row in rows[1:]:
            assert row[0] == ("th", "row") and set(row[1:]) == {("td", None)}, path


def test_several_things_in_a_cell_are_a_list(tables):
    for path, table in tables:
        assert table.xpath(".//td//br") == [], path
        # the link to its card stands beside the link to a principle: both are one thing
        assert table.xpath(".//td[count(.//a[not(@class='to-memo')]) > 1][not(ul)]") == [], path
    assert sum(len(table.xpath(".//td/ul/li/a")) for _, table in tables) > 100
