"""Trying out a mail server of letters: connect, log in; nothing is sent."""

from __future__ import annotations

from aiosmtplib import SMTPException
from msgspec import Struct

from tui.mail.account import Login, Server
from tui.mail.smtp_client import connected, limit_of
from tui.mail.smtp_troubles import NotSent, of_error


class Greeted(Struct, frozen=True):
    """What a server said of itself, and whether one logged in there.

    `limit` in bytes, 0: it names none.
    """

    tls: str
    limit: int
    offers_login: bool
    logged_in: bool


async def greet(server: Server, login: Login | None) -> Greeted:
    """Connect, encrypt, log in where a user is set, and send nothing. Raises NotSent."""
    try:
        async with connected(server, login) as client:
            tls = client.get_transport_info("ssl_object")
            return Greeted(
                tls=tls.version() if tls else "",
                limit=limit_of(client),
                offers_login=client.supports_extension("auth"),
                logged_in=bool(server.user and login),
            )
    except (SMTPException, OSError) as error:
        raise NotSent(of_error(error, server, is_token=bool(login and login.is_token))) from error
