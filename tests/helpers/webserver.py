"""The real site, published, and nginx serving it on this machine with the configuration of scripts/publishing/nginx."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import programs
from content import PROJECT, recorded_content

DEPLOY = PROJECT / "scripts" / "publishing" / "nginx"
HOST = "guide.example"

# The part of nginx.conf that a system brings.
MAIN = """
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes auto;
load_module {module};
events {{ worker_connections 1024; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""


class Ports(NamedTuple):
    http: int
    https: int


def publish(folder: Path, work: Path, site_url: str) -> Path:
    """The project's content, published at `folder` as it will be at `site_url`; `work` holds what the build makes."""
    recorded_content(work)
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "publish", str(folder), "--root", str(work)]
    environment = {**os.environ, "SITE_URL": site_url, "FEEDBACK": f"guide@{HOST}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def guide_servers(folder: Path, served: Path, ports: Ports, path: str = "") -> str:
    """scripts/publishing/nginx/guide.conf with another name for each file and port, and nothing else changed."""
    text = (DEPLOY / "guide.conf").read_text(encoding="utf-8")
    certificate, key = _certificate(folder)
    for old, new in (
        (r"    listen \[::\]:\d+.*\n", ""),
        (r"listen 80;", f"listen 127.0.0.1:{ports.http};"),
        (r"listen 443 ", f"listen 127.0.0.1:{ports.https} "),
        (r"/etc/ssl/guide/fullchain.pem", str(certificate)),
        (r"/etc/ssl/guide/privkey.pem", str(key)),
        (r"root /srv/guide;", f"root {served};"),
        (r'set \$guide_path "";', f'set $guide_path "{path}";'),
        (r"include snippets/", f"include {DEPLOY}/"),
    ):
        text, count = re.subn(old, lambda _, new=new: new, text)
        assert count, f"guide.conf no longer holds {old}"
    return text


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "cert.pem", folder / "key.pem"
    command = [programs.program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST},IP:127.0.0.1"]
    subprocess.run([*command, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


@contextmanager
def nginx(folder: Path, servers: str, port: int) -> Iterator[None]:
    """Run nginx with the given server blocks until the context ends; its files are in `folder`."""
    main = MAIN.format(
        folder=folder,
        user="user root;" if os.geteuid() == 0 else "",
        module=programs.BROTLI_MODULE,
        types="/etc/nginx/mime.types",
        servers=servers,
    )
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    command = [programs.nginx(), "-e", str(folder / "error.log"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0 and "[warn]" not in tested.stderr, tested.stderr
    process = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        _wait(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


def _wait(port: int, process: subprocess.Popen) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "nginx ended"
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def free_ports() -> Ports:
    """Two ports that nothing listens on."""
    with socket.socket() as one, socket.socket() as other:
        for probe in (one, other):
            probe.bind(("127.0.0.1", 0))
        return Ports(one.getsockname()[1], other.getsockname()[1])
