"""A connection to an IMAP server that nobody can speak into.

Attacks on STARTTLS: bytes that were sent before the handshake pass for an answer after it, and a
greeting PREAUTH keeps the connection from being secured at all ("Why TLS is better without
STARTTLS", USENIX Security 2021). Both are refused here.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from imap_tools import BaseMailBox
from imap_tools.errors import ImapToolsError

from tui.mail.account import Login, Safety, Server
from tui.mail.imap_troubles import speaking, why_refused
from tui.mail.troubles import NoMail, Trouble


class _Client(imaplib.IMAP4):
    """The connection without TLS, or before it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        super().__init__(server.host, server.port, server.timeout)

    def _simple_command(self, name: str, *args: Any) -> Any:
        answer = super()._simple_command(name, *args)  # type: ignore[misc]
        if name == "STARTTLS" and answer[0] == "OK" and self._has_more():
            raise NoMail(Trouble.SPOKE_FIRST, server=self.server)
        return answer

    def _has_more(self) -> bool:
        """Whether anything came behind the answer: a true server waits for the handshake."""
        file: Any = getattr(self, "_file", None) or self.file  # the name differs by version
        timeout = self.sock.gettimeout()
        self.sock.setblocking(False)
        try:
            return bool(file.peek(1))
        finally:
            self.sock.settimeout(timeout)


class _SafeMailBox(BaseMailBox):
    """A mailbox of imap-tools over a connection that is verified, or on this machine."""

    def __init__(self, server: Server) -> None:
        self._server = server
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        client = _connected(self._server)
        try:
            _require_no_login(client, self._server)
            if self._server.safety is Safety.STARTTLS:
                _secure(client, self._server)
        except BaseException:
            with suppress(OSError):  # what was wrong is told, and not that it is closed by now
                client.shutdown()
            raise
        return client


def _connected(server: Server) -> imaplib.IMAP4:
    if server.safety is Safety.TLS:
        return imaplib.IMAP4_SSL(
            server.host, server.port, ssl_context=context(), timeout=server.timeout
        )
    if server.safety is Safety.NONE and not server.is_here:
        raise NoMail(Trouble.IN_CLEAR, server=server)
    return _Client(server)


def _require_no_login(client: imaplib.IMAP4, server: Server) -> None:
    if client.state != "NONAUTH":
        raise NoMail(Trouble.LETS_IN, server=server)


def _secure(client: imaplib.IMAP4, server: Server) -> None:
    if "STARTTLS" not in client.capabilities:
        raise NoMail(Trouble.NO_STARTTLS, server=server)
    client.starttls(context())


def context() -> ssl.SSLContext:
    """Certificates are verified, and nothing older than TLS 1.2 is spoken."""
    made = ssl.create_default_context()
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    return made


@contextmanager
def opened(server: Server, login: Login | None) -> Iterator[BaseMailBox]:
    """A mailbox, logged in; no folder is chosen yet. Raises NoMail, whatever goes wrong."""
    if login is None:
        raise NoMail(Trouble.NO_USER, server=server)
    with speaking(server, connecting=True):
        box = _SafeMailBox(server)
    with speaking(server):
        try:
            _log_in(box, server, login)
            yield box
        finally:
            with suppress(OSError, imaplib.IMAP4.error, ImapToolsError):
                box.logout()
            with suppress(OSError):
                box.client.shutdown()


def _log_in(box: BaseMailBox, server: Server, login: Login) -> None:
    secret = login.secret.reveal()
    try:
        if login.is_token:
            box.xoauth2(server.user, secret, None)
        elif secret.isascii() and server.user.isascii():
            box.login(server.user, secret, None)
        else:
            box.login_utf8(server.user, secret, None)
    except (imaplib.IMAP4.abort, OSError):
        raise
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        # What the library says holds the command, and so the password.
        raise why_refused(server, login, str(error)) from None
