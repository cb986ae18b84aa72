"""The workflow for GitHub Pages runs this project's own commands, from actions pinned by a commit."""

from __future__ import annotations

import re

import pytest
import yaml

from content import PROJECT

TEXT = (PROJECT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")


@pytest.fixture
def workflow() -> dict:
    return yaml.safe_load(TEXT)


def commands(workflow: dict, job: str) -> list[str]:
    return [step["run"] for step in workflow["jobs"][job]["steps"] if "run" in step]


def test_it_runs_commands_that_exist(workflow: dict):
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {job: commands(workflow, job) for job in workflow["jobs"]} == {
        "check": ["make check FORMAT=github"],
        "test": ["make test"],
        "publish": ["make publish DEST=../_site"],
    }
    assert {"check", "test", "publish"} <= targets


def test_actions_are_pinned_by_a_commit_and_name_its_release():
    used = re.findall(r"uses: (.*)", TEXT)
    assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)


def test_a_pull_request_is_read_once_with_no_right_to_write(workflow: dict):
    events = workflow[True]  # YAML 1.1 reads the key `on` so
    assert events["push"] == {"branches": ["main"]} and "pull_request" in events
    assert workflow["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


def test_only_a_repository_that_says_so_publishes_and_under_its_own_address(workflow: dict):
    job = workflow["jobs"]["publish"]
    assert job["needs"] == "test" and workflow["jobs"]["test"]["needs"] == "check"
    assert "vars.PUBLISH == 'true'" in job["if"] and "github.ref == 'refs/heads/main'" in job["if"]
    environment = next(step["env"] for step in job["steps"] if "env" in step)
    assert environment == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/", "FEEDBACK": "${{ vars.FEEDBACK }}"}
