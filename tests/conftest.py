"""Options and fixtures of every test."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from content import PROJECT
from support import edit, make_base

pytest_plugins = ["sitefixture", "readers"]

# The same examples in every run, so that it says something of the change that it tests; pytest
# --hypothesis-profile=explore looks for new ones.
SLOW = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("guide", derandomize=True, **SLOW)
settings.register_profile("explore", **SLOW)
settings.load_profile("guide")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files of tests/fixtures/golden anew"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick files run first: then those that build the site, then those that need a browser.

    By whole files, as they are dealt out: Playwright leaves an event loop running in its process, in which no test that
    starts one of its own may follow.
    """
    needs: defaultdict[Path, set[str]] = defaultdict(set)
    for item in items:
        needs[item.path].update(item.fixturenames)
    items.sort(key=lambda item: [name in needs[item.path] for name in ("browser", "site")])


class ByFile(LoadFileScheduling):
    """A file is dealt out whole, so that its fixtures are made once; the longest test stands apart for each window."""

    APART = "tests/browser/test_axe.py::test_every_page["

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(self.APART) else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    return ByFile(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what tests measured, and how many planted faults were caught in each suite that plants some."""
    caught, planted = Counter(), Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            said = dict(report.user_properties)
            if "figure" in said:
                terminalreporter.write_line(said["figure"])
            planted[said.get("planted")] += 1
            caught[said.get("planted")] += outcome == "passed"
    for suite in filter(None, planted):
        terminalreporter.write_line(f"{suite}: {caught[suite]} caught / {planted[suite]} planted")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return request.config.getoption("--update-golden")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the clean base."""
    return make_base(tmp_path / "base")


@pytest.fixture
def buildable(base: Path) -> Path:
    """The clean base, with all that a whole site takes from the project: styles, scripts, and the guide's own title."""
    shutil.copytree(PROJECT / "docs" / "assets", base / "docs" / "assets", dirs_exist_ok=True)
    edit(base, "docs/fr/index.md", "La police de proximité : le guide", "La police de proximité au Québec : le guide")
    edit(base, "docs/en/index.md", "Proximity policing: the guide", "Proximity policing in Québec: the guide")
    return base
