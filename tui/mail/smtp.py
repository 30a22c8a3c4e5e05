"""Handing a letter to a mail server (RFC 5321), so that it is known what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiosmtplib import (
    SMTP,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from tui.mail.account import Login, Server
from tui.mail.delivery import Came, Delivery, Progress, Refusal
from tui.mail.smtp_client import connected, limit_of
from tui.mail.smtp_troubles import NotSent, cut_off, not_sent, of_error
from tui.mail.troubles import Trouble, shown

_DOT = re.compile(rb"(?m)^\.")
_GO_ON, _DONE = 354, 250
_SLOWEST = 10_000  # bytes a second
_LAST_WORD = 4  # times as long as for any other: the server may look for viruses first


async def send(
    raw: bytes,
    sender: str,
    recipients: Sequence[str],
    server: Server,
    login: Login | None,
    progress: Progress | None = None,
) -> Delivery:
    """Send the bytes of a message as they are; never raises what a server can cause.

    `progress` is for whoever is interrupted in the middle.
    """
    progress = progress or Progress()
    try:
        async with connected(server, login) as client:
            refused = await _envelope(client, server, len(raw), sender, recipients)
            progress.delivery = await _content(client, server, raw, refused, progress)
            return progress.delivery
    except (SMTPException, OSError, NotSent) as error:
        if progress.has_begun:
            return cut_off(server)
        return of_error(error, server, is_token=bool(login and login.is_token))


async def _envelope(
    client: SMTP, server: Server, size: int, sender: str, recipients: Sequence[str]
) -> tuple[Refusal, ...]:
    """Say who writes and to whom; who was refused, while others were not."""
    limit = limit_of(client)
    if limit and size > limit:
        raise not_sent(Trouble.TOO_LARGE, server, size=_megabytes(size), limit=_megabytes(limit))
    options = [f"SIZE={size}"] if client.supports_extension("size") else []
    await client.mail(sender, options=options)
    refused: list[SMTPRecipientRefused] = []
    for recipient in recipients:
        try:
            await client.rcpt(recipient)
        except SMTPRecipientRefused as error:
            refused.append(error)
    told = tuple(
        Refusal(address=e.recipient, code=e.code, answer=shown(e.message)) for e in refused
    )
    if len(told) == len(recipients):
        raise NotSent(_none_taken(server, told))
    return told


def _none_taken(server: Server, refused: tuple[Refusal, ...]) -> Delivery:
    """Nobody was taken; tried again where anybody may be taken later."""
    later = any(400 <= one.code < 500 for one in refused)
    alone = len(refused) == 1
    told = (f"{one.code} {one.answer}" for one in refused)
    named = (f"{one.address}: {one.code} {one.answer}" for one in refused)
    answer = "; ".join(told if alone else named)
    trouble = Trouble.LATER if later else Trouble.NO
    delivery = not_sent(trouble, server, answer).delivery
    return Delivery(came=delivery.came, trouble=trouble, values=delivery.values, refused=refused)


async def _content(
    client: SMTP, server: Server, raw: bytes, refused: tuple[Refusal, ...], progress: Progress
) -> Delivery:
    """The message itself. From its first byte on only an answer tells what became of it."""
    response = await client.execute_command(b"DATA")
    if response.code != _GO_ON:
        raise SMTPResponseException(response.code, response.message)
    protocol = client.protocol
    if protocol is None:
        raise SMTPServerDisconnected("Connection lost")
    patience = server.timeout * _LAST_WORD + len(raw) / _SLOWEST
    progress.has_begun = True
    protocol.write(_stuffed(raw))
    response = await protocol.read_response(timeout=patience)
    if response.code == _DONE:
        return Delivery(came=Came.SENT, refused=refused)
    if not 400 <= response.code < 600:
        return cut_off(server)
    # The server said itself that it did not take it (RFC 5321, 4.2.5).
    error = SMTPResponseException(response.code, response.message)
    return of_error(error, server)


def _stuffed(raw: bytes) -> bytes:
    end = b"" if raw.endswith(b"\r\n") else b"\r\n"
    return _DOT.sub(b"..", raw) + end + b".\r\n"


def _megabytes(size: int) -> str:
    return f"{size / 10**6:.1f} MB"
