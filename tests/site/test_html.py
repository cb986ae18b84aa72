"""Every page of the built site is valid HTML, by html-validate: what templates get wrong, and verify does not ask."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import pytest

from engine import staging
from programs import node

VALIDATOR = staging.PROJECT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
CONFIG = Path(__file__).with_name("htmlvalidate.mjs")


def faults(folder: Path) -> list[str]:
    """Each fault of the pages below `folder`, as path:line:column: rule message."""
    with tempfile.TemporaryDirectory() as place:  # what it prints may be cut short as it ends
        report = Path(place, "report.json")
        form = ["--formatter", f"json={report}", "--ext", "html"]
        command = [node(), str(VALIDATOR), "--config", str(CONFIG), *form, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1) and report.exists(), done.stderr
        pages = json.loads(report.read_text(encoding="utf-8"))
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{at['line']}:{at['column']}: {at['ruleId']} {at['message']}"
        for page in pages
        for at in page["messages"]
    ]


def test_every_page_is_valid(site: Path):
    assert faults(site) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("</main>", "<span><div>x</div></span></main>", "element-permitted-content"),
        ("<main ", '<main data-x="1" data-x="2" ', "no-dup-attr"),
        ("</main>", "<ul><p>x</p></ul></main>", "element-permitted-content"),
        ("</main>", "<marquee>x</marquee></main>", "deprecated"),
    ],
)
def test_a_fault_is_caught(old, new, rule, site: Path, tmp_path: Path):
    page = (site / "politique" / "contexte" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(page.replace(old, new, 1), encoding="utf-8")
    assert {fault.split()[1] for fault in faults(tmp_path)} == {rule}
