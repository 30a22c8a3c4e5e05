"""Real servers are only read; those that are not to be trusted get no password."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from certificates import Certificate, made_in
from imap_host import ImapHost, talking, with_crlf, with_lf
from imap_servers import HOSTS
from mail_story import a_mail, written_to
from mails import reply

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.mail.account import Login, Safety, Server
from tui.mail.imap import ImapFolder
from tui.mail.imap_client import opened
from tui.mail.secrets import Secret
from tui.mail.source import Batch, Mark
from tui.mail.troubles import TOLD, NoMail, Trouble
from tui.settings.config import Config, Settings
from tui.settings.mail_values import Imap, MailSettings
from tui.store.memory import Memory
from tui.store.opening import memory_store
from tui.wording.wording import Wording

LONG_AGO = date(2020, 1, 1)
PASSWORD = Login(Secret("secret"))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return made_in(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module", params=HOSTS)
def running(certificate: Certificate, request: pytest.FixtureRequest) -> Iterator[ImapHost]:
    with HOSTS[request.param](certificate) as host:
        yield host


@pytest.fixture
def trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.ca))


def server(port: int, safety: Safety = Safety.TLS, host: str = "localhost") -> Server:
    return Server(host, port, safety, "anna", timeout=5)


def fetched(where: Server, mark: Mark | None = None) -> list[Batch]:
    with opened(where, PASSWORD) as box:
        return list(ImapFolder(box, where, "INBOX").batches(mark, LONG_AGO))


def why_not(where: Server, login: Login = PASSWORD) -> Trouble:
    """What is wrong; told without what the server was told."""
    with pytest.raises(NoMail) as error, opened(where, login):
        pass
    said = Wording("en").say(error.value.sentence)
    assert where.host in said
    assert login.secret.reveal() not in said
    return error.value.trouble


@pytest.mark.usefixtures("trusted")
def test_mails_come_byte_for_byte_once_and_nothing_is_marked(running: ImapHost) -> None:
    raws = [reply(f"Mail {number}.\n\nЖ", subject=f"S{number}") for number in range(230)]
    running.deliver(*raws)
    batches = fetched(server(running.tls_port))
    assert [len(batch.mails) for batch in batches] == [100, 100, 30]
    ends = (with_crlf, with_lf)  # a server has its own
    assert {raw for batch in batches for raw in batch.mails} in [set(map(e, raws)) for e in ends]
    assert set(running.flags()) <= {""}
    last = batches[-1].mark
    assert fetched(server(running.tls_port), last) == []
    running.deliver(reply("One more."))
    (batch,) = fetched(server(running.port, Safety.STARTTLS), last)
    assert list(map(with_lf, batch.mails)) == [with_lf(reply("One more."))]
    assert batch.mark["uid"] == last["uid"] + 1
    running.forget_uids()
    again = fetched(server(running.port, Safety.NONE), last)
    assert sum(len(batch.mails) for batch in again) == 231
    assert again[-1].mark["validity"] != last["validity"]


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_said_and_not_shown(running: ImapHost) -> None:
    where = server(running.tls_port)
    assert why_not(where, Login(Secret("wrong-word"))) is Trouble.PASSWORD
    assert why_not(where, Login(Secret("слово"))) is Trouble.PASSWORD
    assert why_not(where, Login(Secret("old-token"), is_token=True)) is Trouble.TOKEN


def test_who_is_not_trusted_gets_nothing(running: ImapHost) -> None:
    assert why_not(server(running.tls_port)) is Trouble.STRANGER
    assert why_not(server(running.port, Safety.STARTTLS)) is Trouble.STRANGER
    assert why_not(server(running.port)) is Trouble.WANTS_STARTTLS


def test_a_folder_that_is_not_there(running: ImapHost) -> None:
    where = server(running.port, Safety.NONE)
    with pytest.raises(NoMail) as error, opened(where, PASSWORD) as box:
        list(ImapFolder(box, where, "Nowhere").batches(None, LONG_AGO))
    assert error.value.trouble is Trouble.NO_FOLDER


GREETING = b"* OK ready\r\n"


def answers(connection: socket.socket, *, starttls: bytes) -> bytes:
    """Speaks until the line breaks; all that it was told."""
    heard = b""
    connection.sendall(GREETING)
    while data := connection.recv(4096):
        heard += data
        tag, _, command = data.partition(b" ")
        if command.startswith(b"CAPABILITY"):
            connection.sendall(b"* CAPABILITY IMAP4rev1 STARTTLS\r\n" + tag + b" OK done\r\n")
        elif command.startswith(b"STARTTLS"):
            connection.sendall(tag + starttls)
        else:
            break
    return heard


def test_what_is_said_before_the_handshake_is_no_answer_after_it() -> None:
    heard: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        injected = b" OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA2 OK welcome\r\n"
        heard.append(answers(connection, starttls=injected))

    with talking(talk) as port:
        assert why_not(server(port, Safety.STARTTLS)) is Trouble.SPOKE_FIRST
    assert b"LOGIN" not in heard[0]


def test_a_server_that_lets_everybody_in_is_refused() -> None:
    heard: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        connection.sendall(b"* PREAUTH welcome\r\n")
        tag = connection.recv(4096).partition(b" ")[0]
        connection.sendall(b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n")
        heard.append(connection.recv(4096))

    for safety in (Safety.STARTTLS, Safety.NONE):
        with talking(talk) as port:
            assert why_not(server(port, safety)) is Trouble.LETS_IN
    assert set(heard) == {b""}


def test_a_server_without_starttls_and_one_that_is_not_there() -> None:
    def talk(connection: socket.socket) -> None:
        connection.sendall(GREETING)
        tag = connection.recv(4096).partition(b" ")[0]
        connection.sendall(b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n")
        assert connection.recv(4096) == b""

    with talking(talk) as port:
        assert why_not(server(port, Safety.STARTTLS)) is Trouble.NO_STARTTLS
    assert why_not(server(port)) is Trouble.NO_CONNECTION
    with talking(lambda connection: connection.close()) as port:
        assert why_not(server(port, Safety.STARTTLS)) is Trouble.BROKE_OFF
    assert why_not(server(143, Safety.NONE, "mail.example.org")) is Trouble.IN_CLEAR


@pytest.mark.usefixtures("trusted")
def test_a_fetch_from_a_server_goes_on_where_the_last_one_ended(running: ImapHost) -> None:
    imap = Imap(host="localhost", port=running.tls_port, user="anna", folders=("INBOX", "Nowhere"))
    mail = MailSettings("anna@example.org", password_command="echo secret", imap=imap)
    clock = FixedClock(datetime(2026, 11, 22, tzinfo=UTC))
    settings = Settings(config=Config(language="en", mail=mail))
    desk = Desk(memory_store(Memory(), at=clock.now), clock, settings)
    written_to(desk)
    running.deliver(a_mail())
    taken = desk.fetch_mail()
    assert taken.attached == 1
    assert [trouble.text for trouble in taken.troubles] == [TOLD[Trouble.NO_FOLDER].text]
    assert desk.case(1).timeline[-1].message_id == "<r1@meteor.example>"
    again = desk.fetch_mail()
    assert (again.new, again.known) == (0, 0)  # not even looked at
