"""What `serve` adds to MkDocs' live server, apart from a site: where it may listen, and what a failed build leaves."""

from __future__ import annotations

import errno
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import jinja2
import pytest
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

import build
from engine import serving
from webserver import free_ports

PAGE = "<!doctype html>\n<html><body class=a><p>{}</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built site of one page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(PAGE.format("good"), encoding="utf-8")
    return tmp_path / "site"


def server_of(folder: Path, builder: Callable[[], None]) -> LiveReloadServer:
    server = LiveReloadServer(builder, "127.0.0.1", free_ports().http, str(folder))
    serving.announce(server, builder)
    return server


def answer(server: LiveReloadServer, path: str) -> tuple[str, dict[str, str], str]:
    environ, started = {"PATH_INFO": path}, []
    setup_testing_defaults(environ)
    body = b"".join(server.get_app()(environ, lambda *given: started.extend(given)))
    return started[0], dict(started[1]), body.decode()


def template_error() -> None:
    jinja2.Environment(undefined=jinja2.StrictUndefined).from_string("{{ page.meta }}").render()


def fails(error: BaseException) -> Callable[[], None]:
    def action() -> None:
        raise error

    return action


FAULTS = [
    (fails(Abort("docs/x.md:1:1: LNK001 unknown <id>")), r"docs/x\.md:1:1: LNK001 unknown &lt;id&gt;"),
    (fails(PluginError("a plugin says why")), "a plugin says why"),
    (fails(SystemExit("stop")), "stop"),
    (fails(OSError(errno.ENXIO, os.strerror(errno.ENXIO), "docs/x")), "docs/x: No such device or address"),
    (fails(RecursionError("too\ndeep")), r"RecursionError: too deep \(.*, line \d+\)"),
    (template_error, r"UndefinedError: 'page' is undefined \(.*, line \d+\)"),
]


@pytest.mark.parametrize(("fault", "told"), FAULTS, ids=[told for _, told in FAULTS])
def test_a_build_that_fails_leaves_the_last_good_pages_and_shows_why(folder, capsys, fault, told):
    actions = [fault, lambda: None]

    def builder() -> None:
        folder.mkdir()
        (folder / "index.html").write_text(PAGE.format("new"), encoding="utf-8")
        actions.pop(0)()

    server = server_of(folder, builder)
    server.builder()
    said = capsys.readouterr().err
    assert "Traceback" not in said and "not rebuilt: mend this and save" in said
    status, headers, body = answer(server, "/")
    assert status == "200 OK" and "Content-Length" not in headers
    assert re.search(rf"<body class=a><pre role=\"alert\"[^>]*>{told}\nnot rebuilt: .*</pre><p>good</p>", body)
    status, _, body = answer(server, "/absent/")
    assert status == "404 Not Found" and body.startswith('<pre role="alert"')
    server.builder()
    assert "new" in answer(server, "/")[2] and "alert" not in answer(server, "/")[2]
    assert os.listdir(folder.parent) == ["site"]
    server.server_close()


def test_what_is_no_page_is_served_as_it_is(folder):
    (folder / "a.css").write_text("p{}", encoding="utf-8")
    server = server_of(folder, fails(OSError(errno.EIO, "x")))
    server.builder()
    assert answer(server, "/a.css")[1:] == ({"Content-Type": "text/css", "Content-Length": "3"}, "p{}")
    server.server_close()


def test_a_page_that_a_build_takes_away_meanwhile_is_asked_for_again(folder):
    """The live server lets a request pass, and a build begins before it opens the file."""
    during = [lambda: server.builder()]

    def builder() -> None:
        folder.mkdir()
        (folder / "index.html").write_text(PAGE.format("new"), encoding="utf-8")

    def hasty(environ: dict, start_response: Callable) -> list[bytes]:
        if during:
            during.pop()()
            start_response("404 Not Found", [("Content-Type", "text/html")])
            return [b"missed"]
        start_response("200 OK", [("Content-Type", "text/html")])
        return [(folder / "index.html").read_bytes()]

    server = LiveReloadServer(builder, "127.0.0.1", free_ports().http, str(folder))
    server.set_app(hasty)
    serving.announce(server, builder)
    status, _, body = answer(server, "/")
    assert status == "200 OK" and "new" in body
    server.server_close()


# --- where it listens


@pytest.mark.parametrize(
    "address",
    ["rubbish", "", ":", "127.0.0.1", "127.0.0.1:", ":8000", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:-1",
     "127.0.0.1:8000:1", "a.example:8000", "256.0.0.1:8000", "127.0.0.1:８０"],
)  # fmt: skip
def test_an_address_that_is_none_is_one_line(address, base, capsys):
    assert build.main(["serve", f"--address={address}", "--root", str(base)]) == 2
    said = capsys.readouterr().err
    assert said == f"not served: --address {address} is none: write HOST:PORT, such as 127.0.0.1:8000\n"


def test_a_port_that_is_taken_is_told_before_anything_is_built(base, capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert build.main(["serve", "--address", f"127.0.0.1:{port}", "--root", str(base)]) == 1
    said, free = capsys.readouterr().err, r"(127\.0\.0\.1:\d+)"
    assert re.fullmatch(rf"not served: port {port} is taken: make serve ADDRESS={free}, or --address \1\n", said), said
    assert not (base / ".build").exists()


def test_a_host_that_is_not_of_this_machine(base, capsys):
    assert build.main(["serve", "--address", "203.0.113.1:8000", "--root", str(base)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("not served: 203.0.113.1:8000 cannot be listened at (") and said.count("\n") == 1


def test_sources_that_do_not_build_are_told_and_nothing_claims_to_serve(base):
    (base / "docs" / "fr" / "index.md").unlink()
    command = [sys.executable, build.__file__, "serve", "--root", base, "--address", f"127.0.0.1:{free_ports().http}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1 and "PAR001" in done.stderr
    assert "Traceback" not in done.stderr and "serving" not in done.stderr
    assert done.stderr.endswith("not served: mend this and start again\n")
