#!/usr/bin/env python3
"""Reports the pinned packages that have known vulnerabilities or newer versions: `make outdated`; needs the network.

Exit status: 0 no vulnerability is known, 1 there is one, 2 not every register of vulnerabilities could be asked. A
newer version is no fault: `make lock` takes those of PyPI that requirements*.in allow, package.json names those of npm.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PIP_AUDIT = ("uv", "tool", "run", "--quiet", "pip-audit", "--format", "json", "--require-hashes", "--disable-pip", "-r")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


@dataclass
class Report:
    """What was learned, each as printed lines; `unasked` says which registers gave no answer."""

    vulnerable: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    audited: int = 0  # lock files whose packages a register of vulnerabilities knows
    compared: int = 0  # registries that were asked for newer versions


def main() -> int:
    report = Report()
    locks = sorted(PROJECT.glob("requirements*.txt"))
    for lock in locks:
        audit_python(report, lock.name, _json(*PIP_AUDIT, str(lock)))
    names = {_folded(name) for lock in locks for name in PIN.findall(lock.read_text("utf-8"))}
    newer_python(report, names, _json("pip", "list", "--outdated", "--format", "json"))
    if (PROJECT / "package-lock.json").exists():
        audit_npm(report, _npm("audit"))
        newer_npm(report, _npm("outdated"))
    for title, lines, asked in (
        ("Known vulnerabilities", report.vulnerable, report.audited),
        ("Newer versions", report.outdated, report.compared),
        ("Could not be asked", report.unasked, True),
    ):
        print(f"{title}: {len(set(lines)) or ('none' if asked else 'not known')}", *sorted(set(lines)), sep="\n  ")
    return 1 if report.vulnerable else 2 if report.unasked else 0


def audit_python(report: Report, lock: str, answer: object) -> None:
    """pip-audit's answer on one lock file; None where it gave none."""
    if not isinstance(answer, dict):
        report.unasked.append(f"{lock}: pip-audit gave no answer")
        return
    rows = answer.get("dependencies", [])
    for row in rows:
        for found in row.get("vulns", []):
            fixed = ", ".join(found.get("fix_versions", [])) or "no version yet"
            report.vulnerable.append(f"{row['name']} {row['version']}: {found['id']}, mended in {fixed}")
    known = sum("skip_reason" not in row for row in rows)
    report.audited += bool(known or not rows)
    if known < len(rows):
        report.unasked.append(f"{lock}: the register of PyPI knew {known} of {len(rows)} packages")


def newer_python(report: Report, names: set[str], answer: object) -> None:
    """pip's list of what is older than it could be, of the packages that are pinned."""
    if not isinstance(answer, list):
        report.unasked.append("newer versions: pip gave no answer")
        return
    report.compared += 1
    for row in answer:
        if _folded(row["name"]) in names:
            report.outdated.append(f"{row['name']} {row['version']} → {row['latest_version']}")


def audit_npm(report: Report, answer: object) -> None:
    if not isinstance(answer, dict) or "vulnerabilities" not in answer:
        report.unasked.append("package-lock.json: npm audit gave no answer")
        return
    report.audited += 1
    for name, row in answer["vulnerabilities"].items():
        titles = [via["title"] for via in row["via"] if isinstance(via, dict)]
        report.vulnerable.append(f"{name} {row['range']}: {'; '.join(titles) or 'through what it needs'}")


def newer_npm(report: Report, answer: object) -> None:
    if not isinstance(answer, dict) or "error" in answer:
        report.unasked.append("newer versions: npm gave no answer")
        return
    report.compared += 1
    for name, row in answer.items():
        here = row.get("current") or row["wanted"]  # a package that is not installed is listed too
        if here != row["latest"]:
            report.outdated.append(f"{name} {here} → {row['latest']}")


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _npm(command: str) -> object:
    """npm's answer; both commands end with 1 where they find something."""
    npm = shutil.which("npm")
    return _run([npm, command, "--json"]) if npm else None


def _json(module: str, *arguments: str) -> object:
    return _run([sys.executable, "-m", module, *arguments])


def _run(command: list[str]) -> object:
    """What a command prints as JSON; None where it prints none."""
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        return None


if __name__ == "__main__":
    sys.exit(main())
