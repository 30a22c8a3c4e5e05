"""A letter that is handed to a server of this machine."""

from __future__ import annotations

from smtp_peers import PASSWORD, USER

from tui.mail.account import Login, Safety, Server
from tui.mail.delivery import Delivery
from tui.mail.secrets import Secret
from tui.mail.smtp import send

RAW = b"From: anna@example.org\r\nTo: help@meteor.example\r\n\r\n" + b".dot\r\n" * 100
TO = "help@meteor.example"
RIGHT, WRONG = Login(Secret(PASSWORD)), Login(Secret("неверный"))


def at(
    port: int,
    safety: Safety = Safety.NONE,
    host: str = "localhost",
    timeout: float = 5.0,
    user: str = "",
) -> Server:
    """Without encryption nobody logs in, unless a user is told."""
    return Server(host, port, safety, user or ("" if safety is Safety.NONE else USER), timeout)


async def sent(server: Server, login: Login | None = None, *recipients: str) -> Delivery:
    return await send(RAW, USER, recipients or (TO,), server, login)
