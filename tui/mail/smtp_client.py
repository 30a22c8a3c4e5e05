"""A connection to a mail server of letters that is encrypted as it was asked for."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiosmtplib import SMTP, SMTPException

from tui.mail.account import Login, Safety, Server
from tui.mail.smtp_troubles import not_sent
from tui.mail.troubles import Trouble

_ME = "[127.0.0.1]"  # who greets: the name of this machine is nobody's business
_GOODBYE = 2.0  # seconds
_MOMENT, _LOOK = 0.5, 0.005  # seconds


@asynccontextmanager
async def connected(server: Server, login: Login | None) -> AsyncIterator[SMTP]:
    """A connection that is encrypted, and logged in where a user is set. Its end changes nothing.

    Raises NotSent, SMTPException, OSError.
    """
    if server.safety is Safety.NONE and not server.is_here:
        raise not_sent(Trouble.IN_CLEAR, server)
    client = SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.safety is Safety.TLS,
        start_tls=False,  # done below, or not at all: by itself it would go on in clear
        tls_context=_verified(),
        local_hostname=_ME,
        timeout=server.timeout,
    )
    try:
        await client.connect()
        await client.ehlo()
        await _encrypt(client, server)
        await _log_in(client, server, login)
        yield client
        told = client.transport
        with suppress(SMTPException, OSError):
            await client.quit(timeout=min(_GOODBYE, server.timeout))
        await _end(told)
    finally:
        told = client.transport
        client.close()
        await _end(told)


async def _end(transport: asyncio.BaseTransport | None) -> None:
    """Let both sides end TLS, for a moment at most: the loop may end right after."""
    line = transport.get_extra_info("socket") if transport else None
    for _ in range(round(_MOMENT / _LOOK)):
        if line is None or line.fileno() < 0:
            return
        await asyncio.sleep(_LOOK)
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()


def _verified() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


async def _encrypt(client: SMTP, server: Server) -> None:
    """What a server sends in clear before the encryption begins is thrown away, and asked anew."""
    if server.safety is not Safety.STARTTLS:
        return
    if not client.supports_extension("starttls"):
        raise not_sent(Trouble.NO_STARTTLS, server)
    await client.starttls()
    await client.ehlo()


async def _log_in(client: SMTP, server: Server, login: Login | None) -> None:
    if not server.user or login is None:
        return
    secret = login.secret.reveal()
    if not client.supports_extension("auth"):
        raise not_sent(Trouble.NO_AUTH, server)
    methods = client.supported_auth_methods
    if login.is_token:
        await client.auth_xoauth2(server.user, secret)
    elif not methods:
        raise not_sent(Trouble.NO_LOGIN, server, client.esmtp_extensions.get("auth", "AUTH"))
    else:
        await client.login(server.user, secret)


def limit_of(client: SMTP) -> int:
    """How large a letter may be, in bytes; 0: the server names no limit."""
    told = client.esmtp_extensions.get("size", "").strip()
    return int(told) if told.isdecimal() and len(told) < 16 else 0
