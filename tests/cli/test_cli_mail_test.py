"""`upheld mail test`: what was tried of each server, and nothing that was not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from certificates import Certificate, made_in
from cli_ran import Upheld
from imap_host import ImapHost
from mail_ready import HERE, configured, made_ready, says
from mail_story import a_mail
from pymap_host import pymap
from smtp_peers import whole

IMAP = '[mail.imap]\nhost = "localhost"\nport = {port}\nuser = "anna"\n'


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return made_in(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def host(certificate: Certificate) -> Iterator[ImapHost]:
    with pymap(certificate) as running:
        running.deliver(a_mail())
        yield running


@pytest.fixture
def upheld(refund: Upheld, certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Upheld:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.ca))
    monkeypatch.setattr("tui.mail.secrets._real_keyring", lambda: None)
    return made_ready(refund)


@pytest.fixture
def smtp(home: Path) -> Iterator[int]:
    """The port of a server that asks nobody who they are."""
    with whole() as (_, port):
        configured(home, HERE.format(port=port))
        yield port


def password(home: Path, secret: str) -> None:
    """Put it where both accounts get it from."""
    file = home / "config" / "upheld" / "config.toml"
    file.write_text(f'[mail]\npassword_command = "{says(home, secret)}"\n{file.read_text()}')


def test_where_nobody_logged_in_it_says_so(upheld: Upheld, home: Path, smtp: int) -> None:
    ran = upheld("mail", "test")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        f"Letters: 127.0.0.1, port {smtp}: connected (no encryption, on this machine). Nobody "
        "logged in: the server offers it, but no user is set."
    )
    assert "Replies" not in ran.out  # no server is set
    configured(home, 'user = "anna"\n')
    password(home, "wrong-7")
    ran = upheld("mail", "test")
    assert ran.status == 1
    assert "127.0.0.1 does not take the user anna with this password: “535" in ran.out


def test_both_accounts_are_tried(upheld: Upheld, home: Path, host: ImapHost, smtp: int) -> None:
    configured(home, IMAP.format(port=host.tls_port))
    password(home, "secret")
    ran = upheld("mail", "test", "--to", "me@example.org")
    assert ran.status == 0
    _, replies, test = ran.out.splitlines()
    assert replies == (
        f"Replies: localhost, port {host.tls_port}: connected (TLSv1.3) and logged in as anna. "
        "INBOX: 1 mail."
    )
    assert test == "A test was sent to me@example.org."
    assert set(host.flags()) <= {""}  # nothing is marked


def test_of_each_it_says_what_is_wrong(
    upheld: Upheld, home: Path, host: ImapHost, smtp: int
) -> None:
    configured(home, IMAP.format(port=host.tls_port))
    ran = upheld("mail", "test")  # nobody is there to be asked
    assert ran.status == 1
    assert "Letters: 127.0.0.1" in ran.out
    assert "Replies: The password of anna at localhost is not known." in ran.out
    password(home, "wrong-7")
    ran = upheld("mail", "test")
    assert "Replies: localhost does not take the user anna with this password" in ran.out
    assert "wrong-7" not in ran.out + ran.err
    says(home, "secret")
    configured(home, 'folders = ["INBOX", "None"]\n')
    assert "localhost has no such folder" in upheld("mail", "test").out


def test_json_is_one_document(upheld: Upheld, home: Path, host: ImapHost, smtp: int) -> None:
    told = upheld("mail", "test", "--json").json
    assert (told["letters"]["by"], told["letters"]["port"]) == ("127.0.0.1", smtp)
    assert (told["letters"]["logged_in"], told["letters"]["problem"]) == (False, None)
    assert (told["replies"], told["test"]) == (None, None)
    configured(home, IMAP.format(port=host.tls_port))
    password(home, "secret")
    told = upheld("mail", "test", "--json", "--to", "nobody@example.org")
    assert told.status == 1
    assert told.json["replies"]["folders"] == [{"name": "INBOX", "mails": 1}]
    assert told.json["replies"]["logged_in"] is True
    assert told.json["test"]["came"] == "refused"
    assert "no such user" in told.json["test"]["problem"]


def test_without_a_way_to_send_the_other_is_tried_all_the_same(
    upheld: Upheld, home: Path, host: ImapHost
) -> None:
    assert upheld("mail", "test").status == 2
    configured(home, IMAP.format(port=host.tls_port))
    password(home, "secret")
    ran = upheld("mail", "test", "--to", "me@example.org")
    assert ran.status == 1
    assert "Letters: How your letters go out by e-mail is not set." in ran.out
    assert "and logged in as anna" in ran.out
    assert ran.out.endswith("No test was sent.\n")
