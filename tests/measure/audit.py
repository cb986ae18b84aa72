"""Judges the published site: `make audit`. Exits with 1 where a figure is missed.

nginx serves it with the configuration of scripts/publishing/nginx. The Nu Html Checker reads every page and drawing;
Lighthouse visits four pages with its mobile preset; a browser counts what a first page and a next one transfer, and
times the first paint of the home page on a slow phone, beside that of a stock Material site of the same tree
(tests/helpers/stock.py).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import browser
import stock
import webserver
from loads import PAGES, REQUESTS, Load, transferred
from programs import node, program

MODULES = Path(__file__).resolve().parent / "audit" / "node_modules"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
VISITS = 3
NEXT = 30_000  # bytes of a page that follows another
# What Lighthouse takes for a slow phone's network, as the browser's protocol wants it: milliseconds, bytes per second.
SLOW = {"offline": False, "latency": 562.5, "downloadThroughput": 1_474_560 / 8, "uploadThroughput": 675_000 / 8}
SLOWER = 4  # times slower than this machine is the phone's processor
ROUNDS = 5
STOCK = """
server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {folder}/cert.pem;
    ssl_certificate_key {folder}/key.pem;
    root {root};
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
}}
"""
FLAGS = ("--headless=new", "--ignore-certificate-errors", *browser.ARGUMENTS)


class Row(NamedTuple):
    """The figures of one page: Lighthouse's four scores, its layout shift, and what it loads as first and next page."""

    name: str
    scores: dict[str, int]
    shift: float
    first: Load
    next: Load

    @property
    def missed(self) -> bool:
        heavy = self.first.size > PAGES[self.name].most or self.next.size > NEXT or self.first.requests > REQUESTS
        return heavy or min(self.scores.values()) < 100 or self.shift > 0


class Served(NamedTuple):
    """The published site, its address as a server of the guide has it, and the address of the stock site."""

    site: Path
    address: str
    stock: str


@contextmanager
def served() -> Iterator[Served]:
    """Serve both sites until the context ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        ports, peer = webserver.free_ports(), webserver.free_ports().https
        address = f"https://127.0.0.1:{ports.https}/"
        site = webserver.publish(folder / "site", folder / "work", address)
        config = stock.configure(folder / "work", folder, f"https://127.0.0.1:{peer}/")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)], check=True)
        servers = webserver.guide_servers(folder, site, ports)
        servers += STOCK.format(port=peer, folder=folder, root=folder / "stock")
        with webserver.nginx(folder, servers, ports.https):
            yield Served(site, address, f"https://127.0.0.1:{peer}/")


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


def painted(running: Browser, address: str) -> tuple[float, float]:
    """After how many seconds the first content of a page is painted on a slow phone: on a first visit, and again."""
    context = running.new_context(ignore_https_errors=True, viewport={"width": 360, "height": 740})
    found = []
    for _ in ("first", "again"):
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address, wait_until="networkidle")
        paint = page.wait_for_function("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        found.append(paint.json_value() / 1000)
        page.close()
    context.close()
    return found[0], found[1]


def paints(running: Browser, *addresses: str) -> list[tuple[float, float]]:
    """The median first paints of each address, on a first visit and again; the addresses are visited in turn."""
    rounds = [[painted(running, address) for address in addresses] for _ in range(ROUNDS)]
    return [tuple(map(statistics.median, zip(*visits, strict=True))) for visits in zip(*rounds, strict=True)]


def measure(running: Browser, chromium: str, address: str) -> Iterator[Row]:
    """The figures of each page, with what costs it points printed beside."""
    for name, (path, _) in PAGES.items():
        (first,) = transferred(running, [address + path])
        other = PAGES["home" if path else "example"].path
        _, following = transferred(running, [address + other, address + path])
        visit = lighthouse(address + path, chromium)
        for line in visit.why:
            print(f"  {name}: {line}", flush=True)
        yield Row(name, visit.scores, visit.shift, first, following)


def main() -> int:
    with served() as of, sync_playwright() as playwright, browser.launch(playwright) as running:
        faults = markup_faults(of.site)
        pages = sum(1 for _ in of.site.rglob("*.html"))
        print("\n".join([*faults, f"Nu Html Checker: {len(faults)} errors in {pages} pages"]), flush=True)
        rows = list(measure(running, browser.executable() or playwright.chromium.executable_path, of.address))
        ours, theirs = paints(running, of.address, of.stock)
    print(
        f"{'page':10}"
        + "".join(f"{name:>16}" for name in CATEGORIES)
        + f"{'CLS':>8}{'requests':>10}{'first B':>10}{'next B':>10}"
    )
    for row in rows:
        scores = "".join(f"{row.scores[name]:>16}" for name in CATEGORIES)
        loads = f"{row.first.requests:>10}{row.first.size:>10,}{row.next.size:>10,}"
        print(f"{row.name:10}{scores}{row.shift:>8.3f}{loads}{'   missed' if row.missed else ''}")
    most = " / ".join(f"{page.most:,}" for page in PAGES.values())
    print(f"to reach: 100 each, no shift, {REQUESTS} requests, {most} B first, {NEXT:,} B next")
    for visit, our, their in zip(("on a first visit", "again"), ours, theirs, strict=True):
        print(f"home painted {visit}: {our:.2f} s, stock Material {their:.2f} s{'   missed' if our > their else ''}")
    later = any(our > their for our, their in zip(ours, theirs, strict=True))
    return int(bool(faults) or later or any(row.missed for row in rows))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as missing:  # a program that tests/helpers/programs.py could not find or install
        sys.exit(f"audit: {missing}")
