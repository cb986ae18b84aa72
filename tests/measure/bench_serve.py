"""Requests per second of nginx with the guide's configuration, beside nginx serving one bare file: `make bench-serve`.

Both run here, in turn, over plain HTTP and over TLS, so that the ratio says what the configuration costs and the
encryption is not counted as its own. Quote the ratio: requests per second depend on the machine.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

import webserver
from programs import program

SECONDS = 3
ROUNDS = 5

BARE = """
server {{ listen 127.0.0.1:{ports.http}; root {folder}; }}
server {{
    listen 127.0.0.1:{ports.https} ssl http2;
    ssl_certificate {folder}/../cert.pem;
    ssl_certificate_key {folder}/../key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    root {folder};
}}
"""


def rates(*addresses: str) -> list[float]:
    """Requests per second of each address: the best of some rounds, taken in turn, since this machine does more."""
    found = [_rate(address) for _ in range(ROUNDS) for address in addresses]
    return [max(found[start :: len(addresses)]) for start in range(len(addresses))]


def _rate(address: str) -> float:
    command = [program("wrk"), "-t1", "-c32", f"-d{SECONDS}s", "-H", f"Host: {webserver.HOST}"]
    done = subprocess.run([*command, "-H", "Accept-Encoding: br", address], capture_output=True, text=True, check=True)
    assert "Non-2xx" not in done.stdout, done.stdout
    return float(re.search(r"Requests/sec:\s*([\d.]+)", done.stdout)[1])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        site = webserver.publish(folder / "site", folder / "work", f"https://{webserver.HOST}/")
        ports, bare_ports = webserver.free_ports(), webserver.free_ports()
        bare = folder / "bare"
        bare.mkdir()
        pages = {"home page": "index.html", "glossary": "glossaire/index.html"}
        for page in pages.values():
            (bare / page.replace("/", "-")).write_bytes((site / f"{page}.br").read_bytes())
        servers = webserver.guide_servers(folder, site, ports)
        # The guide itself answers over TLS alone; the same without it shows the cost of the configuration.
        plain = servers[servers.rindex("server {") :].replace(f"{ports.https} ssl http2", f"{ports.http}")
        plain = re.sub(r"    ssl_.*\n", "", plain)
        servers = servers[: servers.index("server {")] + plain + servers[servers.rindex("server {") :]
        with webserver.nginx(folder, servers + BARE.format(ports=bare_ports, folder=bare), ports.https):
            print(f"{'':12} {'':6} {'guide':>10} {'bare file':>10}   guide / bare   (requests per second)")
            for title, page in pages.items():
                path = page.removesuffix("index.html")
                for scheme, ours, theirs in zip(("http", "https"), ports, bare_ports, strict=True):
                    there = f"{scheme}://127.0.0.1"
                    ours, theirs = rates(f"{there}:{ours}/{path}", f"{there}:{theirs}/{page.replace('/', '-')}")
                    print(f"{title:12} {scheme:6} {ours:10,.0f} {theirs:10,.0f}   {ours / theirs:.2f}", flush=True)


if __name__ == "__main__":
    main()
