"""build.py serve: the site on this machine, built anew at every edit."""

from __future__ import annotations

import argparse
import errno
import ipaddress
import os
import socket
from pathlib import Path

from commands import options
from console import Progress, cause

ADDRESS = "127.0.0.1:8000"


class CannotServe(Exception):
    """Nothing can be served there; the message is one line. `status` is the exit status."""

    def __init__(self, message: str, status: int = 1):
        super().__init__(message)
        self.status = status


def register(commands: argparse._SubParsersAction) -> None:
    text = "build, serve on a local address and rebuild at every edit"
    parser = commands.add_parser("serve", parents=[options.root()], help=text, description=text)
    parser.add_argument("--address", default=ADDRESS, metavar="HOST:PORT", help=f"where to serve ({ADDRESS})")
    parser.set_defaults(run=_serve)


def _serve(root: Path, arguments: argparse.Namespace) -> int:
    """Serve with live reload until interrupted; only the first build must come through."""
    say = Progress().say
    try:
        host, port = _place(arguments.address)
        _listen(host, port)
    except CannotServe as refused:
        say(f"not served: {refused}")
        return refused.status

    from engine.serving import serve  # MkDocs takes a second to load

    try:
        serve(root, arguments.address)
    except (Exception, SystemExit) as error:
        say(f"{cause(error)}\nnot served: mend this and start again")
        return 1
    return 0


def _place(address: str) -> tuple[str, int]:
    """The host and port of `--address`."""
    host, _, port = address.rpartition(":")
    try:
        if host != "localhost":
            ipaddress.ip_address(host)
        if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            raise ValueError
    except ValueError:
        raise CannotServe(f"--address {address} is none: write HOST:PORT, such as {ADDRESS}", 2) from None
    return host, int(port)


def _listen(host: str, port: int) -> None:
    """Try to listen, before anything is built."""
    fault = _fault(host, port)
    if fault == errno.EADDRINUSE:
        free = next((other for other in range(port + 1, 65536) if not _fault(host, other)), 8000)
        raise CannotServe(f"port {port} is taken: make serve ADDRESS={host}:{free}, or --address {host}:{free}")
    if fault:
        raise CannotServe(f"{host}:{port} cannot be listened at ({os.strerror(fault)}): --address {ADDRESS}")


def _fault(host: str, port: int) -> int:
    """The number of the error that listening there meets; 0 where it can be done."""
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return 0
    except OSError as error:
        return error.errno or errno.EADDRNOTAVAIL
