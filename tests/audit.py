"""Judges the published site: `make audit`. Exits with 1 where a figure is missed.

nginx serves it with the configuration of scripts/publishing/nginx. The Nu Html Checker reads every page and drawing;
Lighthouse visits four pages with its mobile preset; a browser counts what a first page and a next one transfer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import browser
import webserver
from programs import node, program

MODULES = Path(__file__).resolve().parent / "audit" / "node_modules"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
PAGES = {"home": "", "pillar": "piliers/rapprochement/", "example": "en/examples/reso-team/", "glossary": "glossaire/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
VISITS = 3
FIRST, NEXT = 50_000, 30_000  # bytes
FLAGS = ("--headless=new", "--ignore-certificate-errors", *browser.ARGUMENTS)


class Row(NamedTuple):
    """The figures of one page: Lighthouse's four scores, its layout shift, and the bytes as first and next page."""

    name: str
    scores: dict[str, int]
    shift: float
    first: int
    next: int

    @property
    def missed(self) -> bool:
        return min(self.scores.values()) < 100 or self.shift > 0 or self.first > FIRST or self.next > NEXT


@contextmanager
def served() -> Iterator[tuple[Path, str]]:
    """The published site and its address, as a server of the guide has it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        ports = webserver.free_ports()
        address = f"https://127.0.0.1:{ports.https}/"
        site = webserver.publish(folder / "site", folder / "work", address)
        with webserver.nginx(folder, webserver.guide_servers(folder, site, ports), ports.https):
            yield site, address


def markup_faults(site: Path) -> list[str]:
    """Every error that the Nu Html Checker finds in the pages and the drawings."""
    checker = [program("java", "default-jre-headless"), "-Xss4m", "-jar", str(VNU)]
    command = [*checker, "--errors-only", "--format", "gnu", "--skip-non-html", "--also-check-svg", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    if done.returncode and not any(" error: " in line for line in lines):
        raise SystemExit(f"audit: the Nu Html Checker failed:\n{done.stderr.strip()}")
    return lines


class Visit(NamedTuple):
    """What Lighthouse says of a page: its four scores, its cumulative layout shift, and what costs it points."""

    scores: dict[str, int]
    shift: float
    why: list[str]


def lighthouse(address: str, chromium: str) -> Visit:
    """The best of a few visits, as anything else that the machine does only slows a page down."""
    visits: list[Visit] = []
    while len(visits) < VISITS and not (visits and min(visits[-1].scores.values()) == 100):
        visits.append(_visit(address, chromium))
    return max(visits, key=lambda visit: sorted(visit.scores.values()))


def _visit(address: str, chromium: str) -> Visit:
    command = [node(), str(LIGHTHOUSE), address, "--quiet", "--output=json", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    for _ in range(VISITS):  # a busy machine makes it miss the start of a page
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if not done.returncode:
            break
    else:
        raise SystemExit(f"audit: Lighthouse failed:\n{done.stderr.strip()}")
    report = json.loads(done.stdout)
    categories, audits = report["categories"], report["audits"]
    scores = {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES}
    short = [name for name in CATEGORIES if scores[name] < 100]
    weighed = {ref["id"] for name in short for ref in categories[name]["auditRefs"] if ref["weight"]}
    costly = [audits[id_] for id_ in sorted(weighed) if (audits[id_]["score"] or 0) < 1 and _counts(audits[id_])]
    return Visit(scores, audits["cumulative-layout-shift"]["numericValue"], [_explained(audit) for audit in costly])


def _explained(audit: dict) -> str:
    """An audit's name, its figure, and the first element that it blames."""
    items = audit.get("details", {}).get("items", [])
    blamed = next((item["node"]["snippet"] for item in items if "node" in item), "")
    return f"{audit['id']}: {audit.get('displayValue') or audit['title']} {blamed}".rstrip()


def _counts(audit: dict) -> bool:
    return audit["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")


class Load(NamedTuple):
    """What a page asks a server for: the number of requests, and the bytes of the answers, headers and all."""

    requests: int
    size: int


def transferred(running: Browser, addresses: list[str]) -> list[Load]:
    """What each page costs a reader who opens them one after the other."""
    context = running.new_context(ignore_https_errors=True)
    page, counts = context.new_page(), []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: counts.append(event["encodedDataLength"]))
    found = []
    for address in addresses:
        counts.clear()
        page.goto(address, wait_until="networkidle")
        found.append(Load(len(counts), int(sum(counts))))
    context.close()
    return found


def measure(address: str) -> Iterator[Row]:
    """The figures of each page, with what costs it points printed beside."""
    with sync_playwright() as playwright:
        chromium = browser.executable() or playwright.chromium.executable_path
        running = browser.launch(playwright)
        for name, path in PAGES.items():
            (first,) = transferred(running, [address + path])
            other = PAGES["home" if path else "example"]
            _, following = transferred(running, [address + other, address + path])
            visit = lighthouse(address + path, chromium)
            for line in visit.why:
                print(f"  {name}: {line}", flush=True)
            yield Row(name, visit.scores, visit.shift, first.size, following.size)
        running.close()


def main() -> int:
    with served() as (site, address):
        faults = markup_faults(site)
        pages = sum(1 for _ in site.rglob("*.html"))
        print("\n".join([*faults, f"Nu Html Checker: {len(faults)} errors in {pages} pages"]), flush=True)
        rows = list(measure(address))
    print(f"{'page':10}" + "".join(f"{name:>16}" for name in CATEGORIES) + f"{'CLS':>8}{'first B':>10}{'next B':>10}")
    for row in rows:
        scores = "".join(f"{row.scores[name]:>16}" for name in CATEGORIES)
        print(
            f"{row.name:10}{scores}{row.shift:>8.3f}{row.first:>10,}{row.next:>10,}{'   missed' if row.missed else ''}"
        )
    print(f"{'to reach':10}" + f"{100:>16}" * len(CATEGORIES) + f"{0:>8.3f}{FIRST:>10,}{NEXT:>10,}")
    return int(bool(faults) or any(row.missed for row in rows))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as missing:  # a program that tests/programs.py could not find or install
        sys.exit(f"audit: {missing}")
