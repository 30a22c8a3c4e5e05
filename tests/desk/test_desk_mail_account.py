"""Whose mail it is, which servers, and what proves who logs in; a copy among the sent mail."""

from __future__ import annotations

import pickle
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from certificates import Certificate, made_in
from desk_story import ANNA, NOW, Place, opened
from imap_host import ImapHost, with_lf
from imap_servers import HOSTS
from smtp_peers import Script

from tui.cases.errors import BadInput
from tui.cases.words import Channel
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.letters.wish import Wish
from tui.desk.mail.mail_account import PasswordNeeded, account_of, login_of
from tui.desk.mail.mail_letter import Prepared, plus_address
from tui.desk.mail.posting import Posted
from tui.mail.account import Account, Login, Safety, Server
from tui.mail.presets import PRESETS
from tui.mail.secrets import Secret
from tui.settings.config import Config, Settings
from tui.settings.mail_values import Imap, MailSettings, Smtp


def desk_of(mail: MailSettings, folder: Path | None = None) -> Desk:
    clock = FixedClock(NOW)
    config = Config(language="en", country="PT", profile=ANNA, mail=mail)
    return Desk(Place(folder).store(clock), clock, Settings(config=config))


def account(**given: object) -> Account:
    return account_of(desk_of(MailSettings(**given))._office)  # type: ignore[arg-type]


@pytest.mark.parametrize("provider", PRESETS)
def test_a_provider_fills_in_everything(provider: str) -> None:
    made, preset = account(provider=provider), PRESETS[provider]
    assert made.smtp
    assert made.imap
    assert (made.smtp.host, made.smtp.port) == (preset.smtp, preset.smtp_port)
    assert (made.imap.host, made.imap.port, made.imap.safety) == (preset.imap, 993, Safety.TLS)
    assert made.smtp.safety is (Safety.STARTTLS if made.smtp.port == 587 else Safety.TLS)
    assert made.smtp.user == made.imap.user == "anna@example.org"
    assert made.keeps_sent is (provider in ("gmail", "outlook"))


def test_an_address_tells_its_provider_and_what_is_set_wins() -> None:
    assert account(address="anna@gmail.com").smtp == Server(
        "smtp.gmail.com", 465, Safety.TLS, "anna@gmail.com"
    )
    own = account(provider="gmail", smtp=Smtp(host="mx.example.org", security="starttls"))
    assert own.smtp == Server("mx.example.org", 587, Safety.STARTTLS, "anna@example.org")
    assert not own.keeps_sent
    assert own.imap
    assert own.imap.host == "imap.gmail.com"
    here = account(smtp=Smtp(host="localhost", security="none"))
    assert here.smtp == Server("localhost", 25, Safety.NONE, "")
    assert account().smtp is None
    assert account(smtp=Smtp(copy_to_sent="no")).keeps_sent


def test_a_plus_address_is_of_the_same_mailbox() -> None:
    assert plus_address("anna@example.org", 42) == "anna+c42@example.org"
    assert plus_address("anna+shop@example.org", 42) == "anna+c42@example.org"


def test_a_secret_shows_itself_to_nobody() -> None:
    login = Login(Secret("hunter2"))
    assert "hunter2" not in f"{login} {login!r} {login.secret}"
    with pytest.raises(TypeError):
        pickle.dumps(login)


SERVER = Server("mx.example.org", 465, Safety.TLS, "anna@example.org")


def command(folder: Path, text: str) -> str:
    file = folder / "my password"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(stat.S_IRWXU)
    return f"'{file}' '$HOME; echo no'"  # one argument, no shell


def test_the_first_line_of_a_command_is_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = desk_of(MailSettings(password_command=command(tmp_path, "echo 'a b';echo c")))._office
    login = login_of(office, SERVER)
    assert login
    assert (login.secret.reveal(), login.is_token) == ("a b", False)
    token = desk_of(MailSettings(token_command=command(tmp_path, "echo ya29.x")))._office
    found = login_of(token, SERVER)
    assert found
    assert (found.secret.reveal(), found.is_token) == ("ya29.x", True)
    monkeypatch.setattr("tui.desk.mail.known_passwords._FRESH", -1.0)  # it is short-lived
    assert token.passwords.get(SERVER) is None
    for text in ("exit 3", "echo", "echo hunter2; exit 1"):
        bad = desk_of(MailSettings(password_command=command(tmp_path, text)))._office
        with pytest.raises(BadInput) as said:
            login_of(bad, SERVER)
        assert "hunter2" not in str(said.value)


class Keyring:
    """A backend as `keyring` has them."""

    def __init__(self, priority: float) -> None:
        self.priority = priority

    def get_password(self, service: str, user: str) -> str | None:
        return {("upheld:mx.example.org", "anna@example.org"): "kept"}.get((service, user))


def test_a_keyring_is_asked_if_it_is_a_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = pytest.importorskip("keyring")
    monkeypatch.setattr(keyring, "get_keyring", lambda: Keyring(5))
    login = login_of(desk_of(MailSettings())._office, SERVER)
    assert login
    assert login.secret.reveal() == "kept"
    monkeypatch.setattr(keyring, "get_keyring", lambda: Keyring(0.5))  # plain text on the disk
    with pytest.raises(PasswordNeeded):
        login_of(desk_of(MailSettings())._office, SERVER)


def test_what_is_typed_is_known_until_it_was_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.mail.secrets._real_keyring", lambda: None)
    desk = desk_of(MailSettings(smtp=Smtp(host="mx.example.org")))
    with pytest.raises(PasswordNeeded):
        desk.mail_login()
    desk.mail_password(SERVER, "typed")
    desk.mail_login()
    fetching = Server("imap.example.org", 993, Safety.TLS, SERVER.user)
    assert login_of(desk._office, fetching)  # it is asked for once
    desk._office.passwords.forget(SERVER)
    with pytest.raises(PasswordNeeded):
        desk.mail_login()


def test_outlook_takes_a_token_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.mail.secrets._real_keyring", lambda: None)
    with pytest.raises(BadInput, match="token_command"):
        desk_of(MailSettings(provider="outlook")).mail_login()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return made_in(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module", params=HOSTS)
def host(certificate: Certificate, request: pytest.FixtureRequest) -> Iterator[ImapHost]:
    with HOSTS[request.param](certificate) as running:
        yield running


@pytest.fixture
def trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.ca))


async def sent_out(host: ImapHost, password: str, folder: Path) -> tuple[Posted, Prepared]:
    """A letter that an SMTP server took; its copy is put to `host` with that password."""
    sent = "" if host.says_sent else "Gesendet"
    imap = Imap(host="localhost", port=host.tls_port, user="anna", sent=sent)
    secret = command(folder, f"echo {password}")
    async with Script() as peer:
        smtp = Smtp(host="127.0.0.1", port=peer.port, security="none")
        desk = desk_of(MailSettings(smtp=smtp, imap=imap, password_command=secret), folder)
        opened(desk)
        desk.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example")
        letter = desk.prepare_mail(1, Wish())
        return await desk.send_mail(desk.queue_mail(letter).number), letter


@pytest.mark.usefixtures("trusted")
async def test_a_copy_is_put_among_the_sent_mail(host: ImapHost, tmp_path: Path) -> None:
    posted, letter = await sent_out(host, "secret", tmp_path)
    assert posted.uncopied is None
    (copy,) = (host.home / ".Gesendet").glob("[nc]*/*")
    assert with_lf(copy.read_bytes()) == with_lf(letter.raw)
    assert copy.name.endswith("S")  # it is read already


@pytest.mark.usefixtures("trusted")
async def test_where_no_copy_can_be_put_the_letter_is_sent_all_the_same(
    host: ImapHost, tmp_path: Path
) -> None:
    posted, _ = await sent_out(host, "wrong", tmp_path)
    assert posted.out.standing == "sent"
    assert posted.uncopied
