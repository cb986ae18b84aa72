"""The events of MkDocs: the table of their order is true, and only `serve` remembers what it made."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from mkdocs.plugins import EVENTS
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import hooks
from engine import mkdocs_run, staging
from engine.adapter import Adapter
from engine.guide import guide_from


def test_the_table_names_each_event_with_its_priority():
    table = re.findall(r"^\| (\w+) \| (-?\d+) \|", hooks.__doc__ or "", re.MULTILINE)
    bound = {name[3:]: value for name, value in inspect.getmembers(hooks, callable) if name.startswith("on_")}
    assert {name: int(priority) for name, priority in table} == {
        name: getattr(method, "mkdocs_priority", 0) for name, method in bound.items()
    }
    assert bound.keys() <= set(EVENTS)
    assert bound.keys() == {name[3:] for name in dir(Adapter) if name.startswith("on_")}


def test_mkdocs_runs_the_table_from_above(base: Path, tmp_path: Path, monkeypatch):
    """Each event first comes after those above it."""
    config, seen = mkdocs_run.configuration(base, tmp_path / "site"), []
    run = config.plugins.run_event
    monkeypatch.setattr(config.plugins, "run_event", lambda name, *given, **named: (
        seen.append(name), run(name, *given, **named))[1])  # fmt: skip
    mkdocs_run.run_mkdocs(config)
    table = re.findall(r"^\| (\w+) \| -?\d+ \|", hooks.__doc__ or "", re.MULTILINE)
    first = {name: seen.index(name) for name in table if name in seen}
    assert list(first) == sorted(first, key=first.__getitem__)
    assert set(table) - set(first) == {"build_error", "serve"}


def test_only_serve_remembers(base: Path, tmp_path: Path):
    config = mkdocs_run.configuration(base, tmp_path / "site")
    for command, remembers in (("build", False), ("serve", True), ("build", False)):
        adapter = Adapter()
        adapter.on_startup(command, dirty=False)
        page = Page("t", File("a.md", str(tmp_path), str(tmp_path), True), config)
        adapter.on_pre_page(page, config, Files([]))
        assert ("render" in vars(page)) == remembers


def test_a_build_is_made_of_what_was_prepared_for_it_once(base: Path, tmp_path: Path, monkeypatch):
    config = mkdocs_run.configuration(base, tmp_path / "site")
    prepared = staging.prepare(base, guide=guide_from(config.site_url, dict(config.extra)))
    made, prepare = [], staging.prepare
    monkeypatch.setattr(staging, "prepare", lambda root, **named: (made.append(root), prepare(root, **named))[1])
    mkdocs_run.run_mkdocs(config, prepared)
    assert made == []
    mkdocs_run.run_mkdocs(mkdocs_run.configuration(base, tmp_path / "site"))
    assert made == [base]
