"""No way to a server, no encryption, no proof of who it is: whatever is spoken, told alike."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

import pytest
from imap_host import free_ports, talking
from sending import RIGHT, at, sent
from smtp_peers import LONG_AGO, Authority, whole

from tui.cases.sentence import Sentence
from tui.mail.account import Safety, Server
from tui.mail.delivery import Came
from tui.mail.imap_client import opened
from tui.mail.smtp_trial import greet
from tui.mail.smtp_troubles import NotSent
from tui.mail.troubles import TOLD, NoMail, Trouble

# The server itself warns of a login on a line that is secure from the first byte.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),
    pytest.mark.usefixtures("is_trusted"),
]


@contextmanager
def old_tls(authority: Authority) -> Iterator[int]:
    """The port of a server that knows no TLS after 1.1, and says so, as asyncio does not."""
    context = authority.context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1

    def serve(listening: socket.socket) -> None:
        line, _ = listening.accept()
        with line, suppress(OSError):
            context.wrap_socket(line, server_side=True)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(10)


@contextmanager
def showing(context: ssl.SSLContext) -> Iterator[int]:
    """The port of a server that goes no further than to show its certificate."""
    with talking(lambda line: context.wrap_socket(line, server_side=True).close()) as port:
        yield port


def silent(line: socket.socket) -> None:
    """Hears everything, and says nothing."""
    while line.recv(4096):
        pass


async def smtp(server: Server) -> Sentence | None:
    with pytest.raises(NotSent) as error:
        await greet(server, RIGHT)
    return error.value.delivery.said


async def imap(server: Server) -> Sentence:
    def connect() -> None:
        with opened(server, RIGHT):
            pass

    with pytest.raises(NoMail) as error:
        await asyncio.to_thread(connect)
    return error.value.sentence


def without_advice(said: Sentence | None) -> Sentence:
    """What went wrong; what to do about it stands behind."""
    assert said
    what = said.values.get("what", said)
    assert isinstance(what, Sentence)
    return what


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
@pytest.mark.parametrize("spoken", [smtp, imap])
async def test_what_keeps_a_connection_from_standing_is_told_alike(
    authority: Authority, spoken: Callable[[Server], Awaitable[Sentence]]
) -> None:
    with ExitStack() as stack:
        own, enter = authority.context, stack.enter_context
        plain = enter(talking(lambda line: line.sendall(b"* OK 220 ready\r\n")))
        (nobody,) = free_ports(1)
        for port, trouble in (
            (enter(showing(Authority().context())), Trouble.STRANGER),
            (enter(showing(own("mail.example"))), Trouble.OTHER_NAME),
            (enter(showing(own(until=LONG_AGO))), Trouble.EXPIRED),
            (enter(old_tls(authority)), Trouble.OLD_TLS),
            (plain, Trouble.WANTS_STARTTLS),
            (nobody, Trouble.NO_CONNECTION),
            (enter(talking(silent)), Trouble.TIMEOUT),
        ):
            server = at(port, Safety.TLS, timeout=0.3 if trouble is Trouble.TIMEOUT else 5.0)
            said = without_advice(await spoken(server))
            assert said.text == TOLD[trouble].text
            assert (said.values["host"], said.values["port"]) == ("localhost", str(port))
    elsewhere = without_advice(await spoken(at(25, host="mail.example")))
    assert elsewhere.text == TOLD[Trouble.IN_CLEAR].text
    assert RIGHT.secret.reveal() not in repr(elsewhere)


async def test_a_certificate_that_proves_nothing_ends_it(authority: Authority) -> None:
    contexts = {
        Trouble.STRANGER: Authority().context(),
        Trouble.OTHER_NAME: authority.context("mail.example"),
        Trouble.EXPIRED: authority.context(until=LONG_AGO),
    }
    for safety, name in ((Safety.TLS, "tls"), (Safety.STARTTLS, "starttls")):
        for trouble, context in contexts.items():
            with whole(**{name: context}) as (box, port):
                delivery = await sent(at(port, safety), RIGHT)
            assert (delivery.came, delivery.trouble) == (Came.REFUSED, trouble)
            assert not box.logins


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
async def test_what_is_not_encrypted_as_asked_sends_nothing(authority: Authority) -> None:
    with ExitStack() as stack:
        plain, plain_port = stack.enter_context(whole())
        _, tls_port = stack.enter_context(whole(tls=authority.context()))
        old_port = stack.enter_context(old_tls(authority))
        for server, trouble in (
            (at(plain_port, Safety.TLS), Trouble.WANTS_STARTTLS),
            (at(plain_port, Safety.STARTTLS), Trouble.NO_STARTTLS),
            (at(tls_port, Safety.STARTTLS, timeout=0.2), Trouble.TIMEOUT),
            (at(old_port, Safety.TLS), Trouble.OLD_TLS),
            (at(plain_port, host="mail.example"), Trouble.IN_CLEAR),
        ):
            assert (await sent(server, RIGHT)).trouble is trouble
    assert not plain.taken


async def test_bytes_before_the_encryption_are_no_answer_after_it(authority: Authority) -> None:
    """A stranger in between puts an answer behind that to STARTTLS (CVE-2011-0411)."""
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 x\r\n")
        await reader.readline()
        writer.write(b"250-x\r\n250 STARTTLS\r\n")
        await reader.readline()
        writer.write(b"220 go\r\n250-evil\r\n250 AUTH PLAIN LOGIN\r\n")
        await writer.start_tls(authority.context())
        heard.append(await reader.readline())  # it asks anew who is there
        writer.write(b"250-true\r\n250 SIZE 500\r\n")
        heard.append(await reader.readline())
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as peer:
        delivery = await sent(at(peer.sockets[0].getsockname()[1], Safety.STARTTLS), RIGHT)
    assert delivery.came is not Came.SENT
    assert heard[:1] == [b"EHLO [127.0.0.1]\r\n"]
    assert not any(b"AUTH" in line for line in heard)
