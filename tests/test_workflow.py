"""The workflow for GitHub Pages runs this project's own commands, from actions pinned by a version."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parent.parent


def test_the_workflow_runs_commands_that_exist_and_pinned_actions():
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    commands = [step["run"].split() for step in steps if "run" in step]
    assert ["make", "test"] in commands and ["make", "publish", "DEST=_site"] in commands
    assert all(command[0] == "make" and command[1] in targets for command in commands)
    actions = [step["uses"] for step in steps if "uses" in step]
    assert actions and all(re.fullmatch(r"actions/[a-z-]+@v\d+(\.\d+)*", action) for action in actions)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["needs"] == "test"
