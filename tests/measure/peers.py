"""Runs verify beside linkinator and LinkChecker on one built site with one fault of each class: `make bench-peers`.

The site is that of the generated base of 500 pages a language, served by nginx on this machine. Both follow every
link and read style sheets, linkinator fragments too; LinkChecker's AnchorCheck stays off, for it loads and reads a
page anew for each of its fragments, which takes an hour here. Other hosts are asked nothing. Each class is planted
alone on a page of its own, and counts as found where a report names that page or the address that is wrong. Exits
with 1 unless verify finds every class, in less than half of linkinator's time.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import webserver
from engine.staging import PROJECT
from generated import PER_FOLDER, generate
from planting import Edit, first, whole
from programs import node

PAGES = 500
RUNS = 3  # of verify
LINKINATOR = PROJECT / "node_modules" / "linkinator" / "build" / "src" / "cli.js"
LINKCHECKER = Path(sys.executable).with_name("linkchecker")

ORPHAN = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>x</title></head><body></body></html>'
STYLE = "p { background: url(absent.svg) }\n"


def add(html: str) -> Edit:
    """Add a line at the end of what the page says."""
    return first("(?=^ *</main>)", html + "\n")


# Each class of fault, with the code that verify has for it. Every “absent” is another one.
CLASSES: dict[str, tuple[str, Edit]] = {
    "link to no page": ("HTM002", add('<a href="../absent/">x</a>')),
    "link to no file": ("HTM002", add('<a href="../absent.pdf">x</a>')),
    "unknown section of another page": ("HTM003", add('<a href="../../glossaire/#absent">x</a>')),
    "unknown section of the page": ("HTM003", add('<a href="#absent">x</a>')),
    "other letter case": ("HTM006", add('<a href="../../Glossaire/">x</a>')),
    "folder without its slash": ("HTM007", add('<a href="../../glossaire">x</a>')),
    "folder without a page": ("HTM007", add('<a href="../../assets/">x</a>')),
    "mistyped scheme": ("HTM005", add('<a href="htps://example.org/">x</a>')),
    "link of an image map": ("HTM002", add('<map name="m"><area href="../absent/" alt="x"></map>')),
    "missing image": ("HTM002", add('<img src="../../assets/absent.png" alt="">')),
    "missing image of a set": ("HTM002", add('<img srcset="../../assets/absent.png 2x" alt="">')),
    "missing video": ("HTM002", add('<video src="../../assets/absent.mp4"></video>')),
    "missing frame": ("HTM002", add('<iframe src="../absent/" title="x"></iframe>')),
    "missing object": ("HTM002", add('<object data="../../assets/absent.pdf"></object>')),
    "missing style sheet": ("HTM002", first("css/tokens.css", "css/absent.css")),
    "missing script": ("HTM002", first("js/search.js", "js/absent.js")),
    "missing icon": ("HTM002", first("img/icon.svg", "img/absent.svg")),
    "missing file of a style attribute": ("HTM002", add('<p style="background: url(absent.svg)">x</p>')),
    "missing file of a style element": ("HTM002", add("<style>p { background: url(absent.svg) }</style>")),
    "missing file of a style sheet": ("HTM002", add('<link rel="stylesheet" href="own.css">')),
    "empty href": ("HTM004", add('<a href="">x</a>')),
    "orphan page": ("HTM039", whole(ORPHAN)),
    "dangling aria reference": ("HTM025", add('<p aria-labelledby="absent">x</p>')),
    "id twice": ("HTM024", add('<p id="content">x</p>')),
    "absolute address of the own host": ("HTM008", add('<a href="{site}glossaire/">x</a>')),
    "missing image of a card": (
        "HTM017",
        first("(?=<meta p)", '<meta property="og:image" content="{site}absent.png">'),
    ),
    "language pair that does not point back": ("HTM035", first('(hreflang="en" href="[^"]*/en/)[^"]*"', r'\1about/"')),
    "no canonical address": ("HTM033", first('<link rel="canonical".*', "")),
    "image without alternative text": ("HTM026", add('<img src="../../assets/img/icon.svg">')),
    "link without a name": ("HTM027", add('<a href="../../glossaire/"></a>')),
}


class Tool(NamedTuple):
    """Seconds that a tool took, and the reports it made, each as one text that names pages by their address."""

    name: str
    seconds: float
    reports: list[str]


def build(root: Path, site: str) -> Path:
    """The site of the generated base, at the address `site`."""
    generate(root, PAGES)
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "site", "--root", str(root)]
    done = subprocess.run(command, env={**os.environ, "SITE_URL": site}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"peers: the site was not built:\n{done.stdout}{done.stderr}")
    return root / "site"


def plant(folder: Path, site: str) -> dict[str, str]:
    """Plant each class on a page of its own; returns the path of the page by class."""
    places = {}
    for number, (name, (_, edit)) in enumerate(CLASSES.items(), PER_FOLDER + 1):
        place = f"fiches-{(number - 1) // PER_FOLDER + 1:03}/{number:05}/"
        if name == "orphan page":
            place = f"fiches-002/orphan-{number}/"
            (folder / place).mkdir()
            (folder / place / "index.html").touch()
        elif name == "missing file of a style sheet":
            (folder / place / "own.css").write_text(STYLE, encoding="utf-8")
        file = folder / place / "index.html"
        text, _ = edit(file.read_text(encoding="utf-8"))
        file.write_text(text.replace("{site}", site).replace("absent", f"absent-{number}"), encoding="utf-8")
        places[name] = place
    return places


def run_verify(folder: Path, site: str) -> Tool:
    """verify, each time in a process of its own."""
    seconds = []
    for _ in range(RUNS):
        done, took = _timed([sys.executable, __file__, str(folder), site])
        seconds.append(took)
    return Tool("verify", statistics.median(seconds), json.loads(done.stdout))


def run_linkinator(folder: Path, site: str) -> Tool:
    elsewhere = f"^(?!{re.escape(site)})(?!htps)"
    options = ["--recurse", "--check-css", "--check-fragments", "--format", "json", "--skip", elsewhere]
    done, seconds = _timed([node(), str(LINKINATOR), site, *options])
    links = json.loads(done.stdout[done.stdout.index("{") :])["links"]
    return Tool(
        "linkinator", seconds, [f"{link.get('parent')} {link['url']}" for link in links if link["state"] == "BROKEN"]
    )


def run_linkchecker(folder: Path, site: str) -> Tool:
    settings = folder.parent / "linkcheckerrc"
    settings.write_text("[checking]\nmaxrequestspersecond=1000\n", encoding="utf-8")
    options = ["--config", str(settings), "--no-robots", "--no-status", "--output", "csv/utf-8"]
    done, seconds = _timed([str(LINKCHECKER), *options, site])
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";")
    return Tool("LinkChecker", seconds, [f"{row['parentname']} {row['urlname']} {row['url']}" for row in rows])


def _timed(command: list[str]) -> tuple[subprocess.CompletedProcess[str], float]:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(f"peers: {command[0]} failed:\n{done.stderr.strip()}")
    return done, seconds


def found(tool: Tool, places: dict[str, str]) -> set[str]:
    """The classes that a tool reports; of verify, those that it reports by their own code."""
    names = set()
    for name, place in places.items():
        code, number = CLASSES[name][0], place.strip("/")[-5:].lstrip("0")
        for report in tool.reports:
            if tool.name == "verify":
                named = place in report and code in report
            else:
                named = place in report or f"absent-{number}" in report
            if named:
                names.add(name)
    return names


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        root.chmod(0o755)  # LinkChecker gives up the rights of root
        port = webserver.free_ports().http
        site = f"http://127.0.0.1:{port}/"
        folder = build(root / "base", site)
        full_speed = "add_header LinkChecker 1 always;"  # without it, LinkChecker pauses between requests
        servers = f"server {{ listen 127.0.0.1:{port}; root {folder}; error_page 404 /404.html; {full_speed} }}"
        runs: tuple[Callable[[Path, str], Tool], ...] = (run_verify, run_linkinator, run_linkchecker)
        with webserver.nginx(root, servers, port):
            places = plant(folder, site)
            tools = [run(folder, site) for run in runs]
    return compare(tools, places)


def compare(tools: list[Tool], places: dict[str, str]) -> int:
    """Print the tables; the exit status says whether verify is where it should be."""
    classes = {tool.name: found(tool, places) for tool in tools}
    print(f"{'':40}" + "".join(f"{tool.name:>13}" for tool in tools))
    for name in places:
        print(f"{name:40}" + "".join(f"{'found' if name in classes[tool.name] else '-':>13}" for tool in tools))
    print(f"{'classes found of ' + str(len(places)):40}" + "".join(f"{len(classes[tool.name]):>13}" for tool in tools))
    print(f"{'seconds':40}" + "".join(f"{tool.seconds:>13.2f}" for tool in tools))
    ours, linkinator, _ = tools
    ratio = ours.seconds / linkinator.seconds
    print(f"verify takes {ratio:.2f} of linkinator's time")
    return int(len(classes[ours.name]) < len(places) or ratio >= 0.5)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        from verify import verify

        print(json.dumps([str(finding) for finding in verify(Path(sys.argv[1]), sys.argv[2])]))
    else:
        sys.exit(main())
