"""External addresses, asked of servers on this machine that misbehave in every way a server can."""

from __future__ import annotations

import asyncio
import socket
import socketserver
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

import httpx
import pytest

import build
from tools import linkcheck
from tools.linkcheck import GONE, MOVED, UNREACHABLE, Answer, Patience

QUICK = Patience(deadline=1, pause=0.01, longest_pause=0.3, tries=3)

Reply = bytes | Callable[["Server", socket.socket, int], None]


def response(status: int, *headers: str, body: str = "") -> bytes:
    lines = [f"HTTP/1.1 {status} X", *headers, f"Content-Length: {len(body)}", "Connection: close", "", body]
    return "\r\n".join(lines).encode()


class Server(socketserver.ThreadingTCPServer):
    """Answers each path as `replies` says, and remembers what it was asked: paths, times, and how many at once."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies: dict[str, Reply] = {"/fine": response(200, body="text")}
        self.asked: Counter[str] = Counter()
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.spans: list[tuple[float, float]] = []
        self.agents: set[str] = set()
        self.now = self.most = 0
        self.lock = threading.Lock()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        try:
            path = self.rfile.readline().split()[1].decode()
            headers = b"".join(iter(self.rfile.readline, b"\r\n")).decode()
        except (IndexError, OSError):
            return
        server = self.server
        start = time.monotonic()
        with server.lock:
            server.asked[path] += 1
            server.times[path].append(start)
            server.agents |= {line for line in headers.splitlines() if line.lower().startswith("user-agent")}
            server.now += 1
            server.most = max(server.most, server.now)
        try:
            reply = server.replies.get(path, response(404))
            if callable(reply):
                reply(server, self.connection, server.asked[path])
            else:
                self.connection.sendall(reply)
        except OSError:
            pass  # the asker has gone
        finally:
            with server.lock:
                server.now -= 1
                server.spans.append((start, time.monotonic()))


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def other() -> Iterator[Server]:
    with serving() as running:
        yield running


def ask(*addresses: str) -> list[Answer]:
    answers = asyncio.run(linkcheck.ask(addresses, QUICK))
    return [answers[address] for address in addresses]


def leads_to(status: int, address: str) -> bytes:
    return response(status, f"Location: {address}")


def silence(server: Server, connection: socket.socket, time_asked: int) -> None:
    time.sleep(3)


def one_letter_at_a_time(server: Server, connection: socket.socket, time_asked: int) -> None:
    for letter in response(200) * 10:
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def endless(server: Server, connection: socket.socket, time_asked: int) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")
    for _ in range(10_000):
        connection.sendall(b"x" * 65_536)
    pytest.fail("the whole body was read")


def fine_the_third_time(server: Server, connection: socket.socket, time_asked: int) -> None:
    connection.sendall(response(200) if time_asked == 3 else response(503))


def fine_when_waited_for(server: Server, connection: socket.socket, time_asked: int) -> None:
    connection.sendall(response(200) if time_asked == 2 else response(429, "Retry-After: 1"))


def test_what_answers_is_fine(server: Server):
    server.replies |= {
        "/temporary": leads_to(302, "/fine"),
        "/session": leads_to(307, server.address + "/fine?session=1"),
        "/fine?session=1": response(200),
        "/large.pdf": endless,
        "/third": fine_the_third_time,
        "/wait": fine_when_waited_for,
        "/": response(200),
    }
    paths = ("/fine", "/temporary", "/session", "/large.pdf", "/third", "/wait", "/", "/fine#part")
    assert ask(*(server.address + path for path in paths)) == [Answer()] * len(paths)
    assert server.asked["/third"] == 3
    first, second = server.times["/wait"]
    assert second - first >= QUICK.longest_pause, "Retry-After is honoured, up to the longest pause"


@pytest.mark.parametrize("status", [301, 308])
def test_what_moved_for_good_says_where(status: int, server: Server, other: Server):
    other.replies["/new"] = response(200)
    server.replies |= {
        "/old": leads_to(status, other.address + "/new"),
        "/older": leads_to(status, "/old"),
        "/half": leads_to(status, "/temporary"),
        "/temporary": leads_to(302, "/fine"),
        "/deep/page": leads_to(302, "/"),
        "/": response(200),
    }
    old, older, half, deep = ask(*(server.address + path for path in ("/old", "/older", "/half", "/deep/page")))
    assert old == Answer(MOVED, f"moved: {server.address}/old", f"write {other.address}/new")
    assert (older.code, older.hint) == (MOVED, f"write {other.address}/new")
    assert (half.code, half.hint) == (MOVED, f"write {server.address}/temporary"), "not the end of a temporary way"
    assert deep.code == MOVED and "front page" in deep.message


def test_the_part_of_a_page_stays_in_what_to_write(server: Server, other: Server):
    """As in a browser: a fragment is kept on the way, unless the host gives another."""
    other.replies["/new"] = response(200)
    server.replies |= {
        "/old": leads_to(301, other.address + "/new"),
        "/older": leads_to(301, "/old"),
        "/other": leads_to(301, other.address + "/new#there"),
    }
    answers = ask(*(server.address + path for path in ("/old#part", "/older#%C3%A9t%C3%A9", "/other#part", "/old")))
    assert [answer.hint for answer in answers] == [
        f"write {other.address}/new#part",
        f"write {other.address}/new#%C3%A9t%C3%A9",
        f"write {other.address}/new#there",
        f"write {other.address}/new",
    ]
    assert answers[0].message == f"moved: {server.address}/old#part"
    assert ask(server.address + "/fine#part") == [Answer()]


@pytest.mark.parametrize("written", ["https://www.québec.ca/été", "https://www.xn--qubec-csa.ca/%C3%A9t%C3%A9"])
def test_a_host_with_accents_is_asked_and_told_in_its_letters(written: str):
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.raw_host.decode())
        gone = request.url.path == "/hiver"
        return httpx.Response(404 if gone else 301, headers={"Location": "https://www.xn--qubec-csa.ca/hiver"})

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    found = asyncio.run(linkcheck._Visitor(client, QUICK).answer(written))
    assert asked == ["www.xn--qubec-csa.ca"] * 2
    assert found.message == f"gone: {written} (404, through https://www.québec.ca/hiver)"


def test_only_the_hosts_own_word_makes_an_address_gone(server: Server):
    server.replies |= {"/gone": response(410), "/lost": leads_to(301, "/absent")}
    absent, gone, lost = ask(*(server.address + path for path in ("/absent", "/gone", "/lost")))
    assert {absent.code, gone.code, lost.code} == {GONE}
    assert "(404)" in absent.message and "(410)" in gone.message and "through" in lost.message


FAULTS: dict[str, tuple[Reply, str]] = {
    "/forbidden": (response(403), "answers 403"),
    "/password": (response(401), "answers 401"),
    "/broken": (response(500), "answers 500"),
    "/busy": (response(429), "answers 429"),
    "/silent": (silence, "no answer within 1 s"),
    "/drip": (one_letter_at_a_time, "no answer within 1 s"),
    "/hangs-up": (b"", "disconnected"),
    "/half": (b"HTTP/1.1 200 OK\r\nContent-", "disconnected"),
    "/noise": (b"\x00\xff\x00 what?\r\n\r\n", "illegal"),
    "/circle": (leads_to(301, "/circle"), "leads on more than 10 times"),
    "/letter": (leads_to(301, "mailto:a@example.org"), "absolute url"),
    "/script": (leads_to(301, "javascript:alert(1)"), "absolute url"),
    "/file": (leads_to(301, "file:///etc/passwd"), "no web address"),
    "/bad-port": (leads_to(301, "http://host:port/"), "port"),
    "/no-location": (response(302), "answers 302"),
}


def test_everything_else_is_out_of_reach(server: Server):
    server.replies |= {path: reply for path, (reply, _) in FAULTS.items()}
    answers = ask(*(server.address + path for path in FAULTS), server.address + "/fine")
    for answer, (path, (_, reason)) in zip(answers, FAULTS.items(), strict=False):
        assert answer.code == UNREACHABLE and reason in answer.message.lower(), (path, answer)
    assert answers[-1] == Answer(), "a page that fails does not make its host silent"
    assert server.asked["/broken"] == QUICK.tries and server.asked["/forbidden"] == 1


def test_no_host_no_port_and_no_certificate(server: Server):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{unused.getsockname()[1]}"
        answers = ask(
            "https://no-such-host.invalid/a",
            server.address.replace("http:", "https:") + "/fine",
            *(f"{closed}/{n}" for n in range(5)),
        )
    assert {answer.code for answer in answers} == {UNREACHABLE}
    assert sum("asked for another address" in answer.message for answer in answers) == 4, "a dead host is left alone"


def test_one_request_at_a_time_to_a_host_and_hosts_side_by_side(server: Server, other: Server):
    def slow(_: Server, connection: socket.socket, time_asked: int) -> None:
        time.sleep(0.05)
        connection.sendall(response(200))

    pages = [f"/{n}" for n in range(8)]
    for host in (server, other):
        host.replies |= dict.fromkeys(pages, slow)
    other.replies |= {f"/to{n}": leads_to(302, f"{server.address}/{n}") for n in range(8)}
    addresses = [host.address + page for host in (server, other) for page in pages]
    assert set(ask(*addresses, *(f"{other.address}/to{n}" for n in range(8)))) == {Answer()}
    for host in (server, other):
        spans = sorted(host.spans)
        pauses = [start - end for (_, end), (start, _) in pairwise(spans)]
        assert host.most == 1 and min(pauses) > QUICK.pause / 2
    assert any(a < d and c < b for a, b in server.spans for c, d in other.spans), "hosts do not wait for each other"
    assert len(server.agents) == 1 and "address check" in server.agents.pop()


def test_an_address_that_is_malformed():
    (answer,) = ask("http://[::1/")
    assert answer.code == UNREACHABLE


# --- the command


def run(base, monkeypatch, capsys, answers: dict[str, Answer], *options: str) -> tuple[int, str, str]:
    async def answer(addresses, patience=None):
        return {address: answers.get(address, Answer()) for address in addresses}

    monkeypatch.setattr(linkcheck, "ask", answer)
    code = build.main(["addresses", "--root", str(base), *options])
    said = capsys.readouterr()
    return code, said.out, said.err


def addresses_of(base) -> list[str]:
    from commands.addresses import _places
    from kb.read.reader import read

    return [address for address, _, _ in _places(read(base))]


def test_the_report_keeps_the_three_apart_and_names_the_line(base, monkeypatch, capsys):
    first, second, third = addresses_of(base)[:3]
    answers = {
        first: Answer(UNREACHABLE, "unreachable: a", "try later"),
        second: Answer(MOVED, "moved: b", "write c"),
        third: Answer(GONE, "gone: d", "find it"),
    }
    code, out, err = run(base, monkeypatch, capsys, answers)
    assert code == 1
    assert [line.split(": ")[1].split()[0] for line in out.splitlines()] == [GONE, MOVED, UNREACHABLE]
    rows = (base / "docs" / "references.yml").read_text(encoding="utf-8").splitlines()
    for line in out.splitlines():
        path, row = line.split(":")[:2]
        assert path == "docs/references.yml" and rows[int(row) - 1].strip()[:4] in ("url:", "fr: ", "en: ")
    assert "1 gone, 1 moved, 1 unreachable" in err


def test_only_gone_fails_and_moved_under_strict(base, monkeypatch, capsys):
    everything = addresses_of(base)
    moved = {everything[0]: Answer(MOVED, "moved: b", "write c")}
    silent = dict.fromkeys(everything, Answer(UNREACHABLE, "unreachable: a", "try later"))
    assert run(base, monkeypatch, capsys, {})[0] == 0
    assert run(base, monkeypatch, capsys, moved)[0] == 0
    assert run(base, monkeypatch, capsys, moved, "--strict")[0] == 1
    code, _, err = run(base, monkeypatch, capsys, silent, "--strict")
    assert code == 0 and "is this machine connected?" in err


def test_no_build_and_no_check_asks_an_address(base, monkeypatch):
    """The network is refused: a socket that is opened raises."""

    def refuse(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert build.main(["check", "--root", str(base)]) == 0
