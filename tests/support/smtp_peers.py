"""Mail servers on this machine: a whole one, and one that does as its script says."""

from __future__ import annotations

import asyncio
import ssl
import threading
from base64 import b64decode
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD, TOKEN = "anna@example.org", "пароль-7", "ya29.token"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Authority:
    """Who signs the certificates of the tests."""

    made: trustme.CA = field(default_factory=trustme.CA)

    def context(self, *names: str, until: datetime | None = None) -> ssl.SSLContext:
        """What a server shows: a certificate for these names."""
        certificate = self.made.issue_cert(*(names or ("localhost", "127.0.0.1")), not_after=until)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        return context


@dataclass
class Box:
    """What a whole server took; some recipients it does not, and to lost@ it breaks the line."""

    taken: list[Envelope] = field(default_factory=list)
    logins: list[bytes] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - so the server calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        if address.startswith("busy@"):
            return "451 4.3.0 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as above
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.taken.append(envelope)
        if server.transport and envelope.rcpt_tos[0].startswith("lost@"):
            server.transport.abort()  # it has the mail, and cannot say so
        return "250 taken"

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - as above
        said = b64decode(args[1]).decode()
        is_right = said == f"user={USER}\1auth=Bearer {TOKEN}\1\1"
        return AuthResult(success=is_right, handled=False, auth_data=USER)

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.password)
        is_right = data.login == USER.encode() and data.password == PASSWORD.encode()
        return AuthResult(success=is_right, handled=False)


@contextmanager
def whole(
    tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None
) -> Iterator[tuple[Box, int]]:
    """A server with a thread of its own, its box and its port."""
    box = Box()
    given: dict[str, Any] = {"hostname": "peer.example", "auth_exclude_mechanism": ["CRAM-MD5"]}
    if tls or starttls:
        given |= {"authenticator": box.authenticate, "auth_required": True}
    given |= {"tls_context": starttls, "require_starttls": bool(starttls)}
    given |= {"auth_require_tls": bool(starttls)}
    started: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def serve() -> None:
        loop, end = asyncio.get_running_loop(), asyncio.Event()
        loop.set_exception_handler(lambda *_: None)  # lines that break are what is tested
        new = partial(SMTP, box, loop=loop, **given)
        async with await loop.create_server(new, "127.0.0.1", 0, ssl=tls) as served:
            started.set_result((served.sockets[0].getsockname()[1], loop, end))
            await end.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    port, loop, end = started.result(10)
    try:
        yield box, port
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(10)


# Where a line can break, in the order of a conversation.
CUTS = (
    "greeting", "ehlo", "mail", "rcpt", "data", "go ahead", "body", "dot", "taken", "quit",
)  # fmt: skip
BEFORE, AFTER = CUTS[:5], CUTS[8:]


class Script:
    """A server without TLS that breaks the line at `cut`, or answers `answers` to a verb.

    `silent`: it says nothing more there, and keeps the line. `taken`: messages that it has.
    """

    def __init__(self, cut: str = "", *, silent: bool = False, **answers: str) -> None:
        self.cut, self.silent, self.answers = cut, silent, answers
        self.taken: list[bytes] = []
        self.heard: list[str] = []
        self.port = 0
        self.was_reached = asyncio.Event()  # the place where it breaks
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Script:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except (_Cut, ConnectionError, asyncio.IncompleteReadError):
            if self.silent:
                with suppress(asyncio.CancelledError):
                    await reader.read()
        except asyncio.CancelledError:  # the test is over
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._say(writer, "greeting", "220 script.example ESMTP")
        while line := await reader.readline():
            verb = line.split()[0].decode().lower()
            self.heard.append(line.decode().rstrip())
            if verb == "ehlo":
                self._say(writer, verb, "250-script.example\r\n250 SIZE 1000000")
            elif verb == "data":
                await self._take(reader, writer)
            else:
                self._say(writer, verb, "221 bye" if verb == "quit" else "250 OK")

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._say(writer, "data", "354 go on")
        if "data" in self.answers:
            return
        self._break("go ahead")
        if self.cut == "body":
            await reader.readexactly(200)
            self._break("body")
        raw = await reader.readuntil(b"\r\n.\r\n")
        self._break("dot")
        self.taken.append(raw)
        self._break("taken")  # it has the mail, and cannot say so
        self._say(writer, "end", "250 taken")

    def _say(self, writer: asyncio.StreamWriter, at: str, answer: str) -> None:
        self._break(at)
        writer.write(self.answers.get(at, answer).encode() + b"\r\n")

    def _break(self, at: str) -> None:
        if self.cut == at:
            self.was_reached.set()
            raise _Cut


class _Cut(Exception):
    """The line breaks here."""
