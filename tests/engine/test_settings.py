"""What the environment may say: each wrong value is one line, before anything is built, whatever the command."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import yaml

import build
from engine import settings, staging

ADDRESSES = [
    "", "example.org/guide/", "ftp://example.org/", "https:///guide/", "//example.org/", "javascript:alert(1)//",
    'https://a"b.example/', "https://a'b.example/", "https://<b>.example/", "https://example.org/<script>/",
    "https://user:password@example.org/", "https://user@example.org/", "https://example.org:99999/",
    "https://example.org:0/", "https://example.org:/", "https://example.org:http/", "https://../", "https://.../",
    "https://x..example/", "https://-x.example/", f"https://{'x' * 64}.example/", "https://exa_mple.org/",
    "https://example.org/\u202eguide/", "https://exam\u200bple.org/", "https://québec.ca/", "https://example.org/a b/",
    "https://example.org/a%20b/", "https://example.org/?a=1", "https://example.org/?", "https://example.org/#a",
    "https://example.org", "https://example.org/guide", "https://example.org//guide/", "https://example.org/../",
    "https://example.org/\n", "https://example.org/\\/", "https://example.org/" + "a" * 500,
]  # fmt: skip
SOUND = [
    "https://example.org/", "http://127.0.0.1:8000/", "https://example.org:8443/guide/", "https://moi.github.io/a_b.c-d~/",
    "https://xn--qubec-csa.ca/", "http://localhost/",
]  # fmt: skip
COMMENTS = [
    "", "pas une adresse", "guide", "guide@", "@example.org", "guide@localhost", "a@b@example.org", "guide@x..org",
    '"a b"@example.org', "Guide <guide@example.org>", "mailto:guide@example.org", 'a"><b>@example.org',
    "guide@example.org?subject=x", "a?b@example.org", "a&b@example.org", "a%20b@example.org", "a#b@example.org",
    "guide@example.org\nBcc: x@example.org", "guide@exam\u200bple.org", "é@example.org", "guide@[127.0.0.1]",
    "a@example.org,b@example.org",
]  # fmt: skip
DATES = ["garbage", "-1", "1e3", " ", "١٢", "99999999999999", "253402300800", "1.5", "0x10"]
WRONG = [
    *(("SITE_URL", value) for value in ADDRESSES),
    *(("FEEDBACK", value) for value in COMMENTS),
    *(("SOURCE_DATE_EPOCH", value) for value in DATES),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_one_line_that_names_it(name, value, base, monkeypatch, capsys):
    monkeypatch.setenv(name, value)
    assert build.main(["site", "--root", str(base)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"build.py: {name} ") and err.count("\n") == 1 and err[:-1].isprintable()
    assert len(err) < 400 and not (base / ".build").exists()


COMMANDS = (["check"], ["publish", "/absent"], ["serve"], ["ledger", "record"], ["edition", "record"], ["readability"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_says_it(command, base, monkeypatch, capsys):
    monkeypatch.setenv("SITE_URL", "https://x..example/")
    assert build.main([*command, "--root", str(base)]) == 2
    assert "SITE_URL" in capsys.readouterr().err


def test_mkdocs_by_hand_says_it_too(base):
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(staging.PROJECT / "mkdocs.yml")]
    environment = {**os.environ, "CONTENT_ROOT": str(base), "FEEDBACK": "pas une adresse"}
    done = subprocess.run(
        [*command, "--site-dir", str(base / "site")], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "FEEDBACK “pas une adresse” is no e-mail address" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr and not (base / "site").exists()


@pytest.mark.parametrize("address", SOUND)
def test_a_sound_address(address):
    settings.check_environment({"SITE_URL": address})


@pytest.mark.parametrize("address", ["guide@example.org", "prenom.nom+guide@sous-domaine.gouv.qc.ca", "o_x-1@x.org"])
def test_a_sound_e_mail_address(address):
    settings.check_environment({"FEEDBACK": address})


@pytest.mark.parametrize("date", ["", "0", "1", "1700000000", "253402300799"])
def test_a_sound_date(date):
    settings.check_environment({"SOURCE_DATE_EPOCH": date})


def test_the_placeholders_are_those_of_mkdocs_yml():
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[1])
    config = yaml.load((staging.PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    for address, feedback in (
        (config["site_url"], "guide@example.org"),
        ("https://example.org/", config["extra"]["feedback"]),
    ):
        with pytest.raises(settings.Malformed):
            settings.check_own(address, feedback)
    settings.check_own("https://example.org/", "guide@example.org")
